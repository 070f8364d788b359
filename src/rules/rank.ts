import { compare as compareExact, equal, isClear, round, type Exact } from './exact';
import type { Known } from './figure';
import type { TieDecision } from './input';
import { apart, descending } from './order';
import { NO_NOTES, placed, roughTotal } from './placed';
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
  const { compare, rough } = totalsOf(readings);
  const ranked = inOrder(
    scores.filter(({ status }) => status === 'ranked'),
    rough,
    (x, y) => compare(y, x) || inOfficialOrder(x.unit, y.unit),
  );
  const measures = level.tieBreak ? readings.tieMeasures : [];
  const theirs = decisions.filter((decision) => decision.level === level.id);
  const applied = new Set<TieDecision>();
  const groups: RankGroup[] = [];
  const units: UnitResult[] = [];
  const place = (group: Group) => {
    const rank = units.length + 1;
    const tied = group.units.length > 1;
    const theirPlaces = group.units.map((score) => placed(score, rank, tied, group.notes));
    groups.push({ rank, units: theirPlaces });
    for (const each of theirPlaces) units.push(each);
  };
  for (let from = 0, to = 0; from < ranked.length; from = to) {
    const first = ranked[from] as UnitScore;
    to = from + 1;
    while (to < ranked.length && compare(first, ranked[to] as UnitScore) === 0) to += 1;
    if (to > from + 1) {
      toldApart(ranked.slice(from, to), measures, theirs, applied).forEach(place);
    } else {
      // Nearly every group is one unit: no list is made on the way.
      const rank = units.length + 1;
      const unit = placed(first, rank, false, NO_NOTES);
      groups.push({ rank, units: [unit] });
      units.push(unit);
    }
  }
  const unranked = scores
    .filter(({ status }) => status !== 'ranked')
    .map((score) => placed(score, null, false, NO_NOTES))
    .sort((x, y) => inOfficialOrder(x.unit, y.unit));
  return {
    units: units.concat(unranked),
    groups,
    voidDecisions: theirs.filter((decision) => !applied.has(decision)),
  };
}

/** How totals compare: by their doubles where these are clear, else exactly. */
function totalsOf({ rounding }: Readings) {
  const rounded = new Map<UnitScore, Exact>();
  const totalOf = (score: UnitScore): Exact => {
    const total = (score.total as Known).value;
    if (rounding === null) return total;
    let value = rounded.get(score);
    if (!value) rounded.set(score, (value = round(total, rounding)));
    return value;
  };
  const rough = (score: UnitScore): number =>
    rounding === null ? roughTotal(score) : totalOf(score).approx;
  return {
    rough,
    compare(x: UnitScore, y: UnitScore): number {
      const a = rough(x);
      const b = rough(y);
      return isClear(a, b) ? a - b : compareExact(totalOf(x), totalOf(y));
    },
  };
}

/** Sorts by doubles first; the comparison is asked only about neighbours that are nearly equal. */
function inOrder(
  scores: readonly UnitScore[],
  rough: (score: UnitScore) => number,
  comparison: (x: UnitScore, y: UnitScore) => number,
): UnitScore[] {
  const keys = Float64Array.from(scores, rough);
  const indexes = descending(keys);
  const gap = apart(keys);
  const sorted = indexes.map((index) => scores[index] as UnitScore);
  const keyAt = (i: number) => keys[indexes[i] as number] as number;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    to = from + 1;
    while (to < sorted.length && Math.abs(keyAt(to - 1) - keyAt(to)) <= gap) to += 1;
    if (to === from + 1) continue;
    const near = sorted.slice(from, to).sort(comparison);
    near.forEach((score, i) => {
      sorted[from + i] = score;
    });
  }
  return sorted;
}

/** Units with equal totals, told apart as far as that goes. */
function toldApart(
  units: readonly UnitScore[],
  measures: readonly TieMeasure[],
  decisions: readonly TieDecision[],
  applied: Set<TieDecision>,
): Group[] {
  return byMeasures({ units, notes: NO_NOTES }, measures).flatMap((each) =>
    byDecision(each, decisions, applied),
  );
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
    (x, y) => compareExact(of(x), of(y)) || inOfficialOrder(x.unit, y.unit),
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
