import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import { useActions, usePaneState } from './pane-context';
import { FirstSteps } from './steps';
import { useStyles } from './styles';

const { GUIDE, PANE } = words;

/** "Hướng dẫn", and what is seldom done. */
export default function GuidePage({ version }: { readonly version: string }) {
  const styles = useStyles();
  const { showGuide } = useActions();
  return (
    <>
      <FirstSteps />
      <section className={styles.section}>
        <h2 className={styles.heading}>{GUIDE.tools}</h2>
        <SendCopy />
        <RemoveResults />
      </section>
      <div className={styles.row}>
        <Button appearance="primary" onClick={() => showGuide(false)}>
          {PANE.closeGuide}
        </Button>
        {version && <span className={styles.hint}>{PANE.version(version)}</span>}
      </div>
    </>
  );
}

function SendCopy() {
  const styles = useStyles();
  const { sendCopy } = useActions();
  const { work } = usePaneState();
  return (
    <>
      <p className={styles.hint}>{GUIDE.sendHint}</p>
      <div>
        <Button disabledFocusable={work !== null} onClick={() => void sendCopy()}>
          {GUIDE.sendCopy}
        </Button>
      </div>
    </>
  );
}

/** Asks once more: this can't be undone. */
function RemoveResults() {
  const styles = useStyles();
  const { removeResults } = useActions();
  const { work } = usePaneState();
  const [asking, setAsking] = useState(false);
  const busy = work !== null;
  return (
    <>
      <p className={styles.hint}>{GUIDE.removeHint}</p>
      {asking ? (
        <div className={styles.row} role="group" aria-label={GUIDE.removeSure}>
          <span>{GUIDE.removeSure}</span>
          <Button
            disabledFocusable={busy}
            onClick={() => {
              setAsking(false);
              void removeResults();
            }}
          >
            {GUIDE.removeYes}
          </Button>
          <Button appearance="primary" autoFocus onClick={() => setAsking(false)}>
            {GUIDE.removeNo}
          </Button>
        </div>
      ) : (
        <div>
          <Button disabledFocusable={busy} onClick={() => setAsking(true)}>
            {GUIDE.removeResults}
          </Button>
        </div>
      )}
    </>
  );
}
