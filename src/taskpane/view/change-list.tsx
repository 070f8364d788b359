import { fullName, type Plan, type Unit } from '../../rules';
import { words } from '../../words';
import { isNoChange, type Changes } from '../model/trial';
import { useStyles } from './styles';

const { PANE_CRITERIA } = words;

interface Props {
  /** Has the units that the changes name. */
  readonly plan: Plan;
  readonly changes: Changes;
}

/** What would be different, a line each. */
export function ChangeList({ plan, changes }: Props) {
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
