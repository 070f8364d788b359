import { useState } from 'react';
import { Badge, Button, Field, Input, Select } from '@fluentui/react-components';
import type { Papers as PaperSettings, PaperSetting } from '../../rules';
import { words } from '../../words';
import { missingPaperSettings, REQUIRED_PAPERS } from '../../workbook';
import { parseDay, shownDay } from '../model/day';
import { useActions, usePaneState } from './pane-context';
import { useStyles } from './styles';

const { PANE_DATA, PAPER_LABELS } = words;
const DAYS: ReadonlySet<PaperSetting> = new Set<PaperSetting>([
  'planDate',
  'periodStart',
  'dataAsOf',
]);
type Draft = Readonly<Record<PaperSetting, string>>;

/** What the papers name. Typed text stays as it is typed; it is read when it is saved. */
export function Papers() {
  const styles = useStyles();
  const { settings } = usePaneState();
  const left = missingPaperSettings(settings).length;
  return (
    <section className={styles.section}>
      <details>
        <summary className={styles.summary}>
          {PANE_DATA.papers}{' '}
          <Badge appearance="tint" color={left > 0 ? 'warning' : 'success'}>
            {left > 0 ? PANE_DATA.papersLeft(left) : PANE_DATA.papersDone}
          </Badge>
        </summary>
        {/* A form of its own for each set of stored values. */}
        <PapersForm key={JSON.stringify(settings.papers)} papers={settings.papers} />
      </details>
    </section>
  );
}

function PapersForm({ papers }: { readonly papers: PaperSettings }) {
  const styles = useStyles();
  const { savePapers } = useActions();
  const { work } = usePaneState();
  const [draft, setDraft] = useState<Draft>(() => draftOf(papers));
  const [bad, setBad] = useState<ReadonlySet<PaperSetting>>(new Set());
  const edit = (key: PaperSetting, value: string) => setDraft({ ...draft, [key]: value });
  const save = () => {
    const wrong = REQUIRED_PAPERS.filter(
      (key) => DAYS.has(key) && parseDay(draft[key]) === undefined,
    );
    setBad(new Set(wrong));
    if (wrong.length === 0) void savePapers(papersOf(draft));
  };
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className={styles.hint}>{PANE_DATA.papersHint}</p>
      {REQUIRED_PAPERS.map((key) => (
        <Field
          key={key}
          label={PAPER_LABELS[key]}
          {...(bad.has(key)
            ? { validationState: 'error' as const, validationMessage: PANE_DATA.badDate }
            : {})}
        >
          {key === 'round' ? (
            <Select value={draft.round} onChange={(_, { value }) => edit('round', value)}>
              <option value="">{PANE_DATA.rounds.none}</option>
              <option value="interim">{PANE_DATA.rounds.interim}</option>
              <option value="final">{PANE_DATA.rounds.final}</option>
            </Select>
          ) : (
            <Input
              value={draft[key]}
              {...(DAYS.has(key) ? { placeholder: PANE_DATA.datePlaceholder } : {})}
              onChange={(_, { value }) => edit(key, value)}
            />
          )}
        </Field>
      ))}
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={work !== null}>
          {PANE_DATA.save}
        </Button>
      </div>
    </form>
  );
}

function draftOf(papers: PaperSettings): Draft {
  const entries = REQUIRED_PAPERS.map((key) => [
    key,
    DAYS.has(key) ? shownDay(papers[key]) : (papers[key] ?? ''),
  ]);
  return Object.fromEntries(entries) as Draft;
}

function papersOf(draft: Draft): Partial<PaperSettings> {
  const entries = REQUIRED_PAPERS.map((key) => [
    key,
    DAYS.has(key) ? parseDay(draft[key]) : draft[key].normalize('NFC').trim() || null,
  ]);
  return Object.fromEntries(entries) as Partial<PaperSettings>;
}
