import { useMemo, useState } from 'react';
import { Badge, Button, Field, Input, Select } from '@fluentui/react-components';
import { fullName, HAU_GIANG_2023, type Plan, type Readings, type Unit } from '../../rules';
import { words } from '../../words';
import { readingsOf } from '../../workbook';
import {
  boundFields,
  changedOnly,
  readingFields,
  type ReadingField,
} from '../model/reading-fields';
import { changesUnder, isNoChange, type Changes } from '../model/trial';
import { useActions, usePaneState } from './pane-context';
import { Clause } from './clause';
import { useStyles } from './styles';

const { PANE_CRITERIA } = words;

/** The readings. Another answer is tried at once, without writing; it holds when it is applied. */
export function ReadingsForm() {
  const styles = useStyles();
  const { outcome, settings } = usePaneState();
  const [tried, setTried] = useState<Readings | null>(null);
  const [triedId, setTriedId] = useState<string | null>(null);
  const inForce = readingsOf(settings);
  const plan = outcome?.result.plan ?? HAU_GIANG_2023;
  const shown = tried ?? inForce;
  const change = (id: string, readings: Readings) => {
    const same = JSON.stringify(changedOnly(readings)) === JSON.stringify(changedOnly(inForce));
    setTried(same ? null : readings);
    setTriedId(same ? null : id);
  };
  const trial = (id: string) =>
    tried && triedId === id && <Trial readings={tried} onDone={() => setTried(null)} />;
  const choice = (field: ReadingField) => (
    <div key={field.id} className={styles.stack}>
      <Choice field={field} onChange={(value) => change(field.id, field.with(value))} />
      {trial(field.id)}
    </div>
  );
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{PANE_CRITERIA.readings}</h2>
      <p className={styles.hint}>{PANE_CRITERIA.readingsHint}</p>
      {readingFields(plan, shown).map(choice)}
      <Letter
        key={shown.percentOnly?.letter ?? ''}
        readings={shown}
        onTry={(readings) => change('percentOnly', readings)}
      />
      {trial('percentOnly')}
      <h3 className={styles.subheading}>{PANE_CRITERIA.ourBounds}</h3>
      <p className={styles.hint}>{PANE_CRITERIA.ourBoundsHint}</p>
      {boundFields(shown).map(choice)}
    </section>
  );
}

interface ChoiceProps {
  readonly field: ReadingField;
  readonly onChange: (value: string) => void;
}

function Choice({ field, onChange }: ChoiceProps) {
  const { id, name, clause, value, isDefault, options } = field;
  const inFull = words.READING_IN_FULL[id]?.[value];
  return (
    <Field
      {...(inFull ? { hint: inFull } : {})}
      label={
        <>
          {name}
          <Clause id={clause} />{' '}
          {!isDefault && (
            <Badge appearance="tint" color="warning">
              {PANE_CRITERIA.changed}
            </Badge>
          )}
        </>
      }
    >
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Percentages are scored only where the letter that they came in is named. */
function Letter({
  readings,
  onTry,
}: {
  readonly readings: Readings;
  readonly onTry: (readings: Readings) => void;
}) {
  const styles = useStyles();
  const [letter, setLetter] = useState(readings.percentOnly?.letter ?? '');
  const clean = letter.normalize('NFC').trim();
  return (
    <div className={styles.stack}>
      <Field label={words.READING_NAMES.percentOnly ?? ''} hint={PANE_CRITERIA.letterHint}>
        <Input
          value={letter}
          placeholder={PANE_CRITERIA.letter}
          onChange={(_, { value }) => setLetter(value)}
        />
      </Field>
      {clean !== (readings.percentOnly?.letter ?? '') && (
        <div>
          <Button
            size="small"
            onClick={() => onTry({ ...readings, percentOnly: clean ? { letter: clean } : null })}
          >
            {PANE_CRITERIA.tryLetter}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What would change, and the choice to let it. */
function Trial({ readings, onDone }: { readonly readings: Readings; readonly onDone: () => void }) {
  const styles = useStyles();
  const { outcome, work } = usePaneState();
  const { switchReadings } = useActions();
  const changes = useMemo(
    () => (outcome ? changesUnder(outcome, readings) : null),
    [outcome, readings],
  );
  return (
    <div className={styles.card}>
      <div role="status" className={styles.stack}>
        <b>{PANE_CRITERIA.would}:</b>
        {outcome && changes ? (
          <ChangeList plan={outcome.result.plan} changes={changes} />
        ) : (
          <span>{PANE_CRITERIA.needsScore}</span>
        )}
      </div>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={work !== null}
          onClick={() => void switchReadings(changedOnly(readings)).then((ok) => ok && onDone())}
        >
          {PANE_CRITERIA.apply}
        </Button>
        <Button onClick={onDone}>{PANE_CRITERIA.discard}</Button>
      </div>
    </div>
  );
}

function ChangeList({ plan, changes }: { readonly plan: Plan; readonly changes: Changes }) {
  const styles = useStyles();
  if (isNoChange(changes)) return <span>{PANE_CRITERIA.nothingChanges}</span>;
  const { points, ranks, prizes, gain, lose, undecided, warnings } = changes;
  const name = (code: string | null) =>
    code === null ? PANE_CRITERIA.nobody : words.unitName(plan, code);
  const names = (units: readonly Unit[]) => units.map(fullName).join(', ');
  const lines = [
    ...(points > 0 ? [PANE_CRITERIA.points(points)] : []),
    ...(ranks.length > 0 ? [PANE_CRITERIA.ranks(ranks.length)] : []),
    ...prizes.map(({ prize, from, to }) => PANE_CRITERIA.prizeChange(prize, name(from), name(to))),
    ...(gain.length > 0 ? [PANE_CRITERIA.gain(names(gain))] : []),
    ...(lose.length > 0 ? [PANE_CRITERIA.lose(names(lose))] : []),
    ...(undecided.from === undecided.to
      ? []
      : [PANE_CRITERIA.undecided(undecided.from, undecided.to)]),
    ...(warnings.from === warnings.to ? [] : [PANE_CRITERIA.warnings(warnings.from, warnings.to)]),
  ];
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
