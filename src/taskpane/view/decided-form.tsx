import { useState, type ReactNode } from 'react';
import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import type { Decided } from '../../rules';
import { words } from '../../words';
import { parseDay } from '../model/day';
import { usePaneState } from './pane-context';
import { useStyles } from './styles';

const { PANE_AWARDS, PANE_DATA } = words;
type Key = keyof Decided;
const KEYS: readonly Key[] = ['by', 'on', 'why', 'basis'];

interface DecidedFormProps {
  /** What is decided: the order, the unit. */
  readonly children: ReactNode;
  /** Whether that is complete. */
  readonly complete?: boolean;
  readonly onSave: (decided: Decided) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Who decided, when, why, on what basis: asked of every decision. */
export function DecidedForm({ children, complete = true, onSave, onClose }: DecidedFormProps) {
  const styles = useStyles();
  const { work } = usePaneState();
  const [draft, setDraft] = useState<Readonly<Record<Key, string>>>({
    by: PANE_AWARDS.byDefault,
    on: '',
    why: '',
    basis: '',
  });
  const [told, setTold] = useState(false);
  const wrong = (key: Key) =>
    draft[key].trim() === ''
      ? PANE_AWARDS.required
      : key === 'on' && !parseDay(draft.on)
        ? PANE_DATA.badDate
        : null;
  const save = async () => {
    setTold(true);
    const on = parseDay(draft.on);
    if (!complete || !on || KEYS.some((key) => wrong(key) !== null)) return;
    const clean = (text: string) => text.normalize('NFC').trim();
    const saved = await onSave({
      by: clean(draft.by),
      on,
      why: clean(draft.why),
      basis: clean(draft.basis),
    });
    if (saved) onClose();
  };
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {children}
      {KEYS.map((key) => {
        const problem = told ? wrong(key) : null;
        const change = (value: string) => setDraft({ ...draft, [key]: value });
        return (
          <Field
            key={key}
            label={PANE_AWARDS[key]}
            required
            {...(problem ? { validationState: 'error' as const, validationMessage: problem } : {})}
          >
            {key === 'why' ? (
              <Textarea value={draft.why} onChange={(_, { value }) => change(value)} />
            ) : (
              <Input
                value={draft[key]}
                {...(key === 'on' ? { placeholder: PANE_DATA.datePlaceholder } : {})}
                onChange={(_, { value }) => change(value)}
              />
            )}
          </Field>
        );
      })}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={work !== null}>
          {PANE_AWARDS.save}
        </Button>
        <Button onClick={onClose}>{PANE_AWARDS.cancel}</Button>
      </div>
    </form>
  );
}
