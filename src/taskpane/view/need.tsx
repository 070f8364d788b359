import { whatItTakes, type ToRank, type UnitResult } from '../../rules';
import { words } from '../../words';
import type { RunOutcome } from '../../workbook';
import { Clause } from './clause';
import { useStyles } from './styles';

const { PANE_RESULTS } = words;

interface NeedProps {
  readonly outcome: RunOutcome;
  readonly unit: UnitResult;
}

/** What it would take to reach the next rank or the gate, both ways apart; in interim rounds only. */
export function Need({ outcome, unit: { unit } }: NeedProps) {
  const styles = useStyles();
  const { result, settings } = outcome;
  if (settings.papers.round !== 'interim') return null;
  const need = whatItTakes(result, unit.level, unit.code);
  if (!need) return null;
  const isGate = need.goal === 'gate';
  const goal = isGate
    ? PANE_RESULTS.gateGoal(words.planText(need.from))
    : PANE_RESULTS.rankGoal(
        need.rank,
        need.above.map((each) => words.unitName(result.plan, each.unit.code)).join(', '),
      );
  const { moved, added } = need.ways;
  return (
    <section className={styles.card}>
      <h3 className={styles.subheading}>
        {isGate ? PANE_RESULTS.gateTitle : PANE_RESULTS.needTitle}
      </h3>
      <p className={styles.text}>
        {goal}
        {isGate && <Clause id={need.clause} />}
      </p>
      <ul className={styles.list}>
        <li>{wayText(moved, PANE_RESULTS.moved, PANE_RESULTS.movedNever)}</li>
        <li>{wayText(added, PANE_RESULTS.added, PANE_RESULTS.addedNever)}</li>
      </ul>
      <p className={styles.hint}>{PANE_RESULTS.needHint}</p>
    </section>
  );
}

function wayText(
  way: number | ToRank | null,
  text: (count: number) => string,
  never: string,
): string {
  if (way === null) return `${never}.`;
  if (typeof way === 'number') return `${text(way)}.`;
  return `${text(way.dossiers)}${way.ends === 'level' ? PANE_RESULTS.onlyLevel : ''}.`;
}
