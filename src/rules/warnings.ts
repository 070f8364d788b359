import {
  compare,
  deferred,
  distance,
  divide,
  exact,
  fixed,
  isClear,
  multiply,
  ONE,
  type Exact,
} from './exact';
import { planNumber, type Known } from './figure';
import { percentCrossings, percentOnly, percentReorders } from './percent-warnings';
import type { Level, Criterion } from './plan';
import type { RuleProblem } from './problem';
import type { Readings } from './readings';
import type { Place } from './place';
import {
  aboutUnit,
  jumpingRatio,
  mayBeTold,
  roughCount,
  roughRatio,
  type CriterionAt,
  type RankedLevel,
  type ScoredUnit,
} from './placed';
import { criterionAt } from './glance';
import type { Accounts } from './input';
import type { UnitResult } from './result';
import { accountsTrouble } from './score-unit';

/** What a person should judge about a level's result though nothing in it is wrong. */
export function levelWarnings(
  result: RankedLevel,
  readings: Readings,
  membersOf: (unit: string, level: string) => readonly ScoredUnit[],
): RuleProblem[] {
  const { level, units } = result;
  const problems: RuleProblem[] = [];
  const told = units.filter(mayBeTold);
  const jumps = jumpsOf(level, readings.nearJump);
  const combining = level.criteria.filter(({ combine }) => combine);
  const online = level.tieBreak && whereIs(level, level.tieBreak.criterion);
  for (const unit of told) {
    for (const jump of jumps) nearJump(jump, unit, problems);
    for (const criterion of combining) {
      mayIncludeMembers(level, criterion, unit, membersOf, problems);
    }
    const accounts = unit.row?.accounts;
    if (accounts && online) accountWarnings(accounts, online, unit, readings, problems);
    if (unit.row?.isMissingInLog && online) notInLog(online, unit, problems);
    if (readings.percentOnly) problems.push(...percentCrossings(level, unit));
  }
  // Where totals are rounded before ranking, what looks equal is equal.
  if (readings.rounding === null) looksEqual(result, problems);
  if (readings.percentOnly) problems.push(...percentReorders(result));
  problems.push(...percentOnly(result, readings));
  return problems;
}

function whereIs(level: Level, id: string): CriterionAt {
  return { id, at: criterionAt(level, id) };
}

/** Where points jump, or a unit drops out. */
interface Jump extends CriterionAt {
  readonly criterion: Criterion;
  readonly threshold: string;
  readonly edge: Exact;
  /** The edge's double, so that thousands of units don't ask for it again. */
  readonly roughEdge: number;
  /** How far from the edge is near, as a ratio. */
  readonly reach: number;
  /** Points of the criterion that count as near. */
  readonly bound: Exact;
  readonly kind: 'fullPoints' | 'gate';
}

/** @param near points of a criterion that count as near */
function jumpsOf({ criteria, gate }: Level, near: string): Jump[] {
  const bound = planNumber(near);
  const jumps: Jump[] = [];
  criteria.forEach((criterion, at) => {
    const { id } = criterion;
    const reach = bound.approx / planNumber(criterion.full).approx;
    const add = (threshold: string, kind: Jump['kind']) => {
      const edge = planNumber(threshold);
      const roughEdge = edge.approx;
      jumps.push({ id, at, criterion, threshold, edge, roughEdge, reach, bound, kind });
    };
    // From 100 % on there is no jump: ratio × full points arrives there by itself.
    if (compare(planNumber(criterion.threshold), ONE) < 0) add(criterion.threshold, 'fullPoints');
    if (gate?.criterion === id) add(gate.from, 'gate');
  });
  return jumps;
}

/** Units within half a point (of the criterion) of where the points jump, above or below. */
function nearJump(jump: Jump, unit: ScoredUnit, problems: RuleProblem[]): void {
  const rough = roughRatio(unit, jump);
  if (rough === null) return;
  // Doubles are good enough but for the very edge of the half point, and the threshold itself.
  const spare = jump.reach - Math.abs(rough - jump.roughEdge);
  if (spare < -1e-8) return;
  const { id, threshold, edge, kind } = jump;
  const ratio = deferred(rough, () => (jumpingRatio(unit, id) as Known).value);
  if (spare < 1e-8 && !isWithin(ratio, jump)) return;
  const { unit: code, places } = aboutUnit(unit);
  // No spread: slow in code that has just been loaded.
  problems.push({
    code: 'nearJump',
    severity: 'warning',
    unit: code,
    places,
    criterion: id,
    ratio,
    threshold,
    kind,
    above: compare(ratio, edge) >= 0,
  });
}

function isWithin(ratio: Exact, { edge, criterion, bound }: Jump): boolean {
  const points = multiply(distance(ratio, edge), planNumber(criterion.full));
  return compare(points, bound) <= 0;
}

/** Does the district's export already count its communes' dossiers? */
function mayIncludeMembers(
  level: Level,
  { id, combine }: Criterion,
  unit: ScoredUnit,
  membersOf: (unit: string, level: string) => readonly ScoredUnit[],
  problems: RuleProblem[],
): void {
  const criterion = whereIs(level, id);
  const own = roughCount(unit, criterion, 'b');
  if (own === null || !combine) return;
  const members = unit.glance
    ? unit.glance.countOfMembers(unit.index, criterion.at)
    : sumOfCounts(membersOf(unit.unit.code, combine.level), id);
  // Counts are whole, and so are their sums: doubles hold both exactly.
  if (members === 0 || own < members) return;
  problems.push({
    ...aboutUnit(unit),
    code: 'mayIncludeMembers',
    severity: 'warning',
    criterion: id,
    own: exact(own),
    members: exact(members),
  });
}

function sumOfCounts(members: readonly ScoredUnit[], criterion: string): number {
  return members.reduce((all, { criteria }) => {
    const b = criteria[criterion]?.b;
    return all + (b?.known ? b.approx : 0);
  }, 0);
}

/** Rows 6 of docs/plan.md: a log that differs, figures that can't be, and what should be looked into. */
function accountWarnings(
  accounts: Accounts,
  criterion: CriterionAt,
  unit: ScoredUnit,
  { lookInto: bounds }: Readings,
  problems: RuleProblem[],
): void {
  const online = roughCount(unit, criterion, 'a');
  const { onBusiest } = accounts;
  const trouble = accountsTrouble(accounts, online);
  if (trouble === 'logDiffers' && accounts.logged !== null && online !== null) {
    const { logged } = accounts;
    problems.push({
      ...toldOf(accounts, unit),
      code: 'logDiffers',
      logged,
      reported: exact(online),
    });
    return;
  }
  if (trouble) {
    problems.push({
      ...toldOf(accounts, unit),
      code: 'accountsImplausible',
      distinct: accounts.distinct,
    });
    return;
  }
  const share = busiestShareOf(accounts);
  if (isConcentrated(accounts, bounds))
    problems.push({
      ...toldOf(accounts, unit),
      code: 'toBeLookedInto',
      onOneAccount: onBusiest,
      share,
      bounds,
    });
}

/** A unit whose dossiers are reported has rows in a log of its period. */
function notInLog(criterion: CriterionAt, unit: ScoredUnit, problems: RuleProblem[]): void {
  const reported = roughCount(unit, criterion, 'a');
  if (reported === 0) return;
  problems.push({
    ...aboutUnit(unit),
    code: 'notInLog',
    severity: 'warning',
    reported: reported === null ? null : exact(reported),
  });
}

function busiestShareOf({ busiest }: Accounts): Exact | null {
  return busiest && busiest.of > 0 ? divide(exact(busiest.dossiers), exact(busiest.of)) : null;
}

/** Whether so many dossiers came in over so few accounts that a person should look. */
export function isConcentrated(accounts: Accounts, bounds: Readings['lookInto']): boolean {
  const share = busiestShareOf(accounts);
  return (
    (accounts.onBusiest !== null && accounts.onBusiest >= bounds.onOneAccount) ||
    (share !== null && compare(share, planNumber(bounds.busiestShare)) >= 0)
  );
}

function toldOf({ place }: Accounts, unit: UnitResult) {
  const { unit: code, places } = aboutUnit(unit);
  return { unit: code, places: place ? [place] : places, severity: 'warning' } as const;
}

/** Units whose totals look equal at two decimals but aren't (row 13). */
function looksEqual({ units }: RankedLevel, problems: RuleProblem[]): void {
  let shown = -1;
  let from = 0;
  for (let i = 0; i <= units.length; i += 1) {
    const unit = units[i];
    const hundredths = unit && unit.rank !== null ? shownHundredths(unit) : -1;
    if (hundredths === shown) continue;
    if (i - from > 1) tellLooksEqual(units, from, i, problems);
    if (hundredths < 0) return;
    from = i;
    shown = hundredths;
  }
}

/** @param from first and `to` one past the last of neighbours in rank that show the same total */
function tellLooksEqual(
  all: readonly ScoredUnit[],
  from: number,
  to: number,
  problems: RuleProblem[],
): void {
  const first = all[from] as ScoredUnit;
  const last = all[to - 1] as ScoredUnit;
  const total = totalOf(first);
  // Where the first and the last are equal, so are all between.
  if (!isClear(first.rough, last.rough) && compare(total, totalOf(last)) === 0) return;
  const places: Place[] = [];
  const units: string[] = [];
  for (let i = from; i < to; i += 1) {
    const { unit, row } = all[i] as ScoredUnit;
    units.push(unit.code);
    if (row) places.push(row.place);
  }
  problems.push({ code: 'looksEqual', severity: 'info', unit: null, places, units, total });
}

/** A ranked unit's total, worked out exactly only where its double doesn't do. */
function totalOf(unit: ScoredUnit): Exact {
  return deferred(unit.rough, () => (unit.total as Known).value);
}

/** A ranked unit's total as it is shown, in hundredths. */
function shownHundredths(unit: ScoredUnit): number {
  const scaled = unit.rough * 100;
  const nearest = Math.round(scaled);
  // Doubles are right to a part in 10^10 (see Exact).
  const isSafe = Math.abs(scaled - nearest) < 0.5 - 1e-9 * (scaled + 1);
  return isSafe ? nearest : Math.round(Number(fixed(totalOf(unit), 2)) * 100);
}
