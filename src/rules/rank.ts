import { compare, equal, round, type Exact } from './exact';
import type { TieDecision } from './input';
import { inOfficialOrder, type Level } from './plan';
import type { Readings, TieMeasure } from './readings';
import type { Note, RankGroup, UnitResult, UnitScore } from './result';

export interface Ranking {
  readonly units: readonly UnitResult[];
  readonly groups: readonly RankGroup[];
  /** Decisions of this level that fit no tied group as it stands now: never applied. */
  readonly voidDecisions: readonly TieDecision[];
}

interface Group {
  readonly units: readonly UnitScore[];
  readonly notes: readonly Note[];
}

/**
 * Ranks the scored units of a level by exact total, higher first (IV.1). Equal units are told apart
 * by the measures where the plan knows any (III.2.b), then by the board's decisions; what is still
 * equal shares the rank (1, 2, 2, 4).
 */
export function rankLevel(
  level: Level,
  scores: readonly UnitScore[],
  readings: Readings,
  decisions: readonly TieDecision[],
): Ranking {
  const totals = new Map<UnitScore, Exact>();
  for (const score of scores) {
    if (score.status === 'ranked' && score.total.known) {
      const { value } = score.total;
      totals.set(score, readings.rounding === null ? value : round(value, readings.rounding));
    }
  }
  const totalOf = (score: UnitScore) => totals.get(score) as Exact;
  const ranked = [...totals.keys()].sort(
    (x, y) => compare(totalOf(y), totalOf(x)) || inOfficialOrder(x.unit, y.unit),
  );

  const measures = level.tieBreak ? readings.tieMeasures : [];
  const theirs = decisions.filter((decision) => decision.level === level.id);
  const applied = new Set<TieDecision>();
  const groups = splitBy(ranked, (x, y) => equal(totalOf(x), totalOf(y)))
    .flatMap((units) => byMeasures({ units, notes: [] }, measures))
    .flatMap((group) => byDecision(group, theirs, applied));

  const placed = numbered(groups);
  const unranked = scores
    .filter((score) => !totals.has(score))
    .map((score) => ({ ...score, rank: null, tied: false }))
    .sort((x, y) => inOfficialOrder(x.unit, y.unit));
  return {
    units: [...placed.flatMap((group) => group.units), ...unranked],
    groups: placed,
    voidDecisions: theirs.filter((decision) => !applied.has(decision)),
  };
}

function numbered(groups: readonly Group[]): RankGroup[] {
  let rank = 1;
  return groups.map(({ units, notes }) => {
    const group: RankGroup = {
      rank,
      units: units.map((score) => ({
        ...score,
        notes: notes.length > 0 ? [...score.notes, ...notes] : score.notes,
        rank,
        tied: units.length > 1,
      })),
    };
    rank += units.length;
    return group;
  });
}

/** Runs of neighbours that are the same. */
function splitBy<T>(sorted: readonly T[], same: (x: T, y: T) => boolean): T[][] {
  const runs: T[][] = [];
  for (const each of sorted) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (run && first !== undefined && same(first, each)) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** The measures in order: one is used only if every unit still tied has it, else the next is tried. */
function byMeasures(group: Group, measures: readonly TieMeasure[]): Group[] {
  const [measure, ...rest] = measures;
  if (group.units.length < 2 || measure === undefined) return [group];
  if (group.units.some((score) => score.measures[measure] === null)) return byMeasures(group, rest);
  const of = (score: UnitScore) => score.measures[measure] as Exact;
  const sorted = [...group.units].sort(
    (x, y) => compare(of(x), of(y)) || inOfficialOrder(x.unit, y.unit),
  );
  const parts = splitBy(sorted, (x, y) => equal(of(x), of(y)));
  const notes: readonly Note[] =
    parts.length > 1 ? [...group.notes, { code: 'tieBroken', by: measure }] : group.notes;
  return parts.flatMap((units) => byMeasures({ units, notes }, rest));
}

/** A decision holds for exactly the units and the exact points that it names. */
function byDecision(
  group: Group,
  decisions: readonly TieDecision[],
  applied: Set<TieDecision>,
): Group[] {
  if (group.units.length < 2) return [group];
  const decision = decisions.find((each) => fits(each, group.units));
  if (!decision) return [group];
  applied.add(decision);
  const notes: readonly Note[] = [...group.notes, { code: 'byDecision', decision }];
  const named = decision.order.flatMap((code) =>
    group.units.filter((score) => score.unit.code === code).map((score) => [score]),
  );
  const rest = group.units.filter((score) => !decision.order.includes(score.unit.code));
  const placed = named.map((units) => ({ units, notes }));
  // What is left tied may have a decision of its own.
  return rest.length > 0
    ? [...placed, ...byDecision({ units: rest, notes }, decisions, applied)]
    : placed;
}

/**
 * The exact points of a tied group, as a decision names them: one number, or (where totals are
 * rounded before ranking) each unit's in the official order.
 */
export function groupPoints(units: readonly UnitScore[]): string {
  const inOrder = [...units].sort((x, y) => inOfficialOrder(x.unit, y.unit));
  const points = inOrder.map(({ total }) => (total.known ? total.value.toString() : ''));
  return new Set(points).size === 1 ? (points[0] ?? '') : points.join(';');
}

function fits(decision: TieDecision, units: readonly UnitScore[]): boolean {
  const codes = units.map((score) => score.unit.code);
  return (
    decision.points === groupPoints(units) &&
    decision.units.length === codes.length &&
    new Set(decision.units).size === codes.length &&
    codes.every((code) => decision.units.includes(code)) &&
    decision.order.length > 0 &&
    new Set(decision.order).size === decision.order.length &&
    decision.order.every((code) => codes.includes(code))
  );
}
