import { compare as compareExact, equal, isClear, round, type Exact } from './exact';
import { planNumber, type Known } from './figure';
import type { TieDecision } from './input';
import { apart, descending } from './order';
import { bothFull, NO_NOTES, type ScoredUnit } from './placed';
import { inOfficialOrder, type Level } from './plan';
import type { Readings, TieMeasure } from './readings';
import type { Note, RankGroup, UnitScore } from './result';

export interface Ranking {
  /** By rank, then those without one, each in the official order. */
  readonly units: readonly ScoredUnit[];
  readonly unranked: readonly ScoredUnit[];
  /** Decisions of this level that fit no tied group as it stands now: never applied. */
  readonly voidDecisions: readonly TieDecision[];
}

interface Group {
  readonly units: readonly ScoredUnit[];
  readonly notes: readonly Note[];
}

/**
 * Ranks the scored units of a level by exact total, higher first (IV.1). Equal units are told apart
 * by the measures where the plan knows any (III.2.b), then by the board's decisions; what is still
 * equal shares the rank (1, 2, 2, 4).
 */
export function rankLevel(
  level: Level,
  scores: readonly ScoredUnit[],
  readings: Readings,
  decisions: readonly TieDecision[],
): Ranking {
  const { compare, rough } = totalsOf(readings);
  const ranked: ScoredUnit[] = [];
  const unranked: ScoredUnit[] = [];
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] as ScoredUnit;
    (score.status === 'ranked' ? ranked : unranked).push(score);
  }
  const most = mostPoints(level);
  const gap = apart(most);
  const sorted = descending(ranked, rough, most);
  // Asked for once: a call for each comparison takes as long as all else here.
  const totals = new Float64Array(sorted.length);
  for (let i = 0; i < sorted.length; i += 1) totals[i] = rough(sorted[i] as ScoredUnit);

  const measures = level.tieBreak ? readings.tieMeasures : [];
  const theirs = decisions.filter((decision) => decision.level === level.id);
  const applied = new Set<TieDecision>();
  const tellApart = (equals: readonly ScoredUnit[]) => toldApart(equals, measures, theirs, applied);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    to = endOfNear(totals, from, gap);
    if (to > from + 1) {
      // Those that are nearly equal take their places among themselves.
      const near = sorted.slice(from, to);
      near.sort((x, y) => compare(y, x) || inOfficialOrder(x.unit, y.unit));
      const parts = splitBy(near, (x, y) => compare(x, y) === 0).flatMap(tellApart);
      placeGroups(parts, from, sorted);
    } else {
      // Nearly every total stands alone.
      (sorted[from] as ScoredUnit).rank = to;
    }
  }
  unranked.sort((x, y) => inOfficialOrder(x.unit, y.unit));
  return {
    units: sorted.concat(unranked),
    unranked,
    voidDecisions: theirs.filter((decision) => !applied.has(decision)),
  };
}

/** The groups of ranked units that share a rank, made one by one: awards ask for the first few. */
export function groupsIn(units: readonly ScoredUnit[]): Iterable<RankGroup> {
  return { [Symbol.iterator]: () => eachGroup(units) };
}

function* eachGroup(units: readonly ScoredUnit[]): Generator<RankGroup> {
  for (let from = 0, to = 0; from < units.length; from = to) {
    const { rank, tied } = units[from] as ScoredUnit;
    if (rank === null) return;
    to = from + 1;
    while (tied && units[to]?.rank === rank) to += 1;
    yield { rank, units: units.slice(from, to) };
  }
}

/** One past the last of the neighbours of which each is within the gap of the one before. */
function endOfNear(totals: Float64Array, from: number, gap: number): number {
  let to = from + 1;
  while (to < totals.length && (totals[to - 1] as number) - (totals[to] as number) <= gap) to += 1;
  return to;
}

/** Gives groups their ranks, the first of them at an index of the ranked units. */
function placeGroups(parts: readonly Group[], from: number, units: ScoredUnit[]): void {
  let at = from;
  for (const { units: theirs, notes } of parts) {
    const rank = at + 1;
    for (const unit of theirs) {
      unit.rank = rank;
      unit.tied = theirs.length > 1;
      unit.more = notes;
      units[at] = unit;
      at += 1;
    }
  }
}

/** More than any total. */
function mostPoints({ criteria }: Level): number {
  return criteria.reduce((all, { full }) => all + planNumber(full).approx, 1);
}

/** How totals compare: by their doubles where these are clear, else exactly. */
function totalsOf({ rounding }: Readings) {
  const rounded = new Map<ScoredUnit, Exact>();
  const totalOf = (unit: ScoredUnit): Exact => {
    const total = (unit.total as Known).value;
    if (rounding === null) return total;
    let value = rounded.get(unit);
    if (!value) rounded.set(unit, (value = round(total, rounding)));
    return value;
  };
  const rough = (unit: ScoredUnit): number =>
    rounding === null ? unit.rough : totalOf(unit).approx;
  return {
    rough,
    compare(x: ScoredUnit, y: ScoredUnit): number {
      const a = rough(x);
      const b = rough(y);
      if (isClear(a, b)) return a - b;
      // Large ties are likely at full points: no fraction is made for them.
      return bothFull(x, y) ? 0 : compareExact(totalOf(x), totalOf(y));
    },
  };
}

/** Units with equal totals, told apart as far as that goes. */
function toldApart(
  units: readonly ScoredUnit[],
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
  const of = (score: ScoredUnit) => score.measures[measure] as Exact;
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

function fits(decision: TieDecision, units: readonly ScoredUnit[]): boolean {
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
