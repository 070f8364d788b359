import { useEffect, useState } from 'react';
import {
  Badge,
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { words } from '../../words';
import type { Notice, PaneState, Work } from '../model/state';
import { GoTo } from './go-to';
import { useActions, usePaneState } from './pane-context';

const { PANE } = words;

const useStyles = makeStyles({
  header: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 12px 4px',
  },
  line: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: '24px' },
  end: { marginLeft: 'auto' },
  work: { flexGrow: 1, minWidth: 0 },
  body: { whiteSpace: 'normal', paddingTop: '6px', paddingBottom: '6px' },
  bar: { alignItems: 'start' },
  close: { minWidth: 0 },
});

/** What stays above every place: the two ways to begin, what is being done, how it ended. */
export function Header() {
  const styles = useStyles();
  const state = usePaneState();
  const actions = useActions();
  const { work, notice, outcome, undo, guide } = state;
  const busy = work !== null;
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h1 className={styles.title}>{PANE.title}</h1>
        <Button
          className={styles.end}
          size="small"
          appearance="subtle"
          aria-pressed={guide}
          onClick={() => actions.showGuide(!guide)}
        >
          {PANE.guide}
        </Button>
      </div>
      <div className={styles.line}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void actions.score()}>
          {PANE.score}
        </Button>
        <Button
          disabledFocusable={busy}
          title={PANE.checkHint}
          onClick={() => void actions.check()}
        >
          {PANE.check}
        </Button>
        {outcome?.draft && (
          <Badge className={styles.end} color="warning" appearance="tint" title={PANE.draftHint}>
            {PANE.draft}
          </Badge>
        )}
        {undo && (
          <Button
            size="small"
            disabledFocusable={busy}
            title={PANE.undoHint}
            onClick={() => void actions.undo()}
          >
            {PANE.undo}
          </Button>
        )}
      </div>
      {/* Always there, so that screen readers hear what comes into it. */}
      <div role="status" aria-live="polite">
        {work ? (
          <Working work={work} />
        ) : notice ? (
          <Told notice={notice} />
        ) : (
          <Standing {...state} />
        )}
      </div>
    </header>
  );
}

function Working({ work: { doing, progress, stop } }: { readonly work: Work }) {
  const styles = useStyles();
  const step = progress?.step ?? doing;
  const { done, of } = progress ?? { done: 0, of: 0 };
  const isSlow = useIsStill(`${step} ${done}`);
  return (
    <div className={styles.line}>
      <div className={styles.work}>
        <div>{PANE.progress(PANE.doing[step], 0, 0)}</div>
        {isSlow && <div>{PANE.waits}</div>}
        <ProgressBar
          aria-label={PANE.doing[step]}
          thickness="large"
          {...(of > 0 ? { value: Math.min(done / of, 1) } : {})}
        />
      </div>
      {stop && (
        <Button size="small" onClick={stop}>
          {PANE.stop}
        </Button>
      )}
    </div>
  );
}

/** Whether nothing has moved for so long that Excel may be waiting for the user. */
function useIsStill(at: string): boolean {
  const [still, setStill] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStill(at), STILL_MS);
    return () => clearTimeout(timer);
  }, [at]);
  return still === at;
}

const STILL_MS = 4000;

/** Cells that a message names; more are counted. */
const SHOWN = 8;

function Told({ notice: { tone, text, places } }: { readonly notice: Notice }) {
  const styles = useStyles();
  const { dismiss } = useActions();
  return (
    <MessageBar intent={tone} layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        {text}
        {places.length > 0 && (
          <div className={styles.line}>
            {places.slice(0, SHOWN).map((place) => (
              <GoTo key={`${place.sheet}!${place.address}`} place={place} withSheet />
            ))}
            {places.length > SHOWN && PANE.moreCells(places.length - SHOWN)}
          </div>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            size="small"
            appearance="transparent"
            aria-label={PANE.dismiss}
            className={styles.close}
            onClick={dismiss}
          >
            ✕
          </Button>
        }
      />
    </MessageBar>
  );
}

/** What holds while nothing is done: the sheets are behind, or a unit's row is selected. */
function Standing({ sheets, selected, unit, place, outcome }: PaneState) {
  const styles = useStyles();
  const { showUnit } = useActions();
  if (outcome && selected !== null && !(place === 'results' && unit === selected)) {
    return (
      <div className={styles.line}>
        <span>{PANE.selected(words.unitAtHead(outcome.result.plan, selected))}</span>
        <Button size="small" onClick={() => showUnit(selected)}>
          {PANE.seeSelected}
        </Button>
      </div>
    );
  }
  if (sheets !== 'stale') return null;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        {PANE.stale} {PANE.scoreAgain}
      </MessageBarBody>
    </MessageBar>
  );
}
