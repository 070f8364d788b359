import {
  groupPoints,
  type RankGroup,
  type ScoreResult,
  type TieDecision,
  type Undecided,
} from '../../rules';

/** A tied group as it stands, with its level. */
export interface Tie {
  readonly level: string;
  readonly group: RankGroup;
}

/** The whole tied group that an undecided award is about: a decision names all of it. */
export function tieOf({ levels }: ScoreResult, { units }: Undecided): Tie | null {
  const [first] = units;
  for (const { level, groups } of Object.values(levels)) {
    const group = groups.find((each) => each.units.some(({ unit }) => unit === first?.unit));
    if (group && group.units.length > 1) return { level: level.id, group };
  }
  return null;
}

/** Tied groups that no award hangs on. */
export function otherTies(result: ScoreResult): Tie[] {
  const concerned = new Set(result.awards.undecided.map((each) => tieOf(result, each)?.group));
  return Object.values(result.levels).flatMap(({ level, groups }) =>
    groups
      .filter((group) => group.units.length > 1 && !concerned.has(group))
      .map((group) => ({ level: level.id, group })),
  );
}

/** The board's order of a tied group, as it is kept: for exactly these units with exactly these points. */
export function decisionOn(
  { level, group }: Tie,
  order: readonly string[],
  decided: Pick<TieDecision, 'by' | 'on' | 'why' | 'basis'>,
): TieDecision {
  return {
    ...decided,
    level,
    units: group.units.map(({ unit }) => unit.code),
    points: groupPoints(group.units),
    order,
  };
}
