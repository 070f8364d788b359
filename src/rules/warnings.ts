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
  sum,
  ZERO,
  type Exact,
} from './exact';
import { planNumber, pointsFor, type Known } from './figure';
import type { Level, Criterion } from './plan';
import type { RuleProblem } from './problem';
import type { Readings } from './readings';
import type { Place } from './place';
import {
  jumpingRatio,
  mayBeNearJump,
  roughCount,
  roughRatio,
  roughSum,
  roughTotal,
  type CriterionAt,
} from './placed';
import { criterionAt } from './glance';
import type { Accounts } from './input';
import type { LevelResult, UnitResult, UnitScore } from './result';
import { accountsTrouble } from './score-unit';

/** What a person should judge about a level's result though nothing in it is wrong. */
export function levelWarnings(
  result: LevelResult,
  readings: Readings,
  membersOf: (unit: string, level: string) => readonly UnitScore[],
): RuleProblem[] {
  const { level, units } = result;
  const problems: RuleProblem[] = [];
  const jumps = jumpsOf(level);
  const combining = level.criteria.filter(({ combine }) => combine);
  const online = level.tieBreak && whereIs(level, level.tieBreak.criterion);
  // Plain loops by index: this goes over every unit once, in code that has just been loaded.
  for (let i = 0; i < units.length; i += 1) {
    const unit = units[i] as UnitResult;
    for (let j = 0; j < jumps.length && mayBeNearJump(unit); j += 1) {
      nearJump(jumps[j] as Jump, unit, readings.nearJump, problems);
    }
    for (let j = 0; j < combining.length; j += 1) {
      mayIncludeMembers(level, combining[j] as Criterion, unit, membersOf, problems);
    }
    const accounts = unit.row?.accounts;
    if (accounts && online) accountWarnings(accounts, online, unit, readings, problems);
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

const at = (unit: UnitResult) => ({
  unit: unit.unit.code,
  places: unit.row ? [unit.row.place] : [],
});

/** Where points jump, or a unit drops out. */
interface Jump extends CriterionAt {
  readonly criterion: Criterion;
  readonly threshold: string;
  readonly edge: Exact;
  /** Full points of the criterion. */
  readonly full: number;
  readonly kind: 'fullPoints' | 'gate';
}

function jumpsOf({ criteria, gate }: Level): Jump[] {
  const jumps: Jump[] = [];
  criteria.forEach((criterion, at) => {
    const { id } = criterion;
    const full = planNumber(criterion.full).approx;
    const add = (threshold: string, kind: Jump['kind']) =>
      jumps.push({ id, at, criterion, threshold, edge: planNumber(threshold), full, kind });
    // From 100 % on there is no jump: ratio × full points arrives there by itself.
    if (compare(planNumber(criterion.threshold), ONE) < 0) add(criterion.threshold, 'fullPoints');
    if (gate?.criterion === id) add(gate.from, 'gate');
  });
  return jumps;
}

/** Units within half a point (of the criterion) of where the points jump, above or below. */
function nearJump(jump: Jump, unit: UnitResult, bound: string, problems: RuleProblem[]): void {
  const rough = roughRatio(unit, jump);
  if (rough === null) return;
  const { id, criterion, threshold, edge, full, kind } = jump;
  // Doubles are good enough but for the very edge of the half point, and the threshold itself.
  const spare = planNumber(bound).approx - Math.abs(rough - edge.approx) * full;
  if (spare < -1e-6) return;
  const ratio = deferred(rough, () => (jumpingRatio(unit, id) as Known).value);
  if (spare < 1e-6 && !isWithin(ratio, edge, criterion, bound)) return;
  problems.push({
    unit: unit.unit.code,
    places: unit.row ? [unit.row.place] : [],
    code: 'nearJump',
    severity: 'warning',
    criterion: id,
    ratio,
    threshold,
    kind,
    above: compare(ratio, edge) >= 0,
  });
}

function isWithin(ratio: Exact, edge: Exact, criterion: Criterion, bound: string): boolean {
  const points = multiply(distance(ratio, edge), planNumber(criterion.full));
  return compare(points, planNumber(bound)) <= 0;
}

/** Does the district's export already count its communes' dossiers? */
function mayIncludeMembers(
  level: Level,
  { id, combine }: Criterion,
  unit: UnitResult,
  membersOf: (unit: string, level: string) => readonly UnitScore[],
  problems: RuleProblem[],
): void {
  const own = roughCount(unit, whereIs(level, id), 'b');
  if (own === null || !combine) return;
  const theirs = membersOf(unit.unit.code, combine.level);
  const members = roughSum(theirs, id, 'b');
  // Counts are whole, and so are their sums: doubles hold both exactly.
  if (members === 0 || own < members) return;
  problems.push({
    ...at(unit),
    code: 'mayIncludeMembers',
    severity: 'warning',
    criterion: id,
    own: exact(own),
    members: exact(members),
  });
}

/** Rows 6 of docs/plan.md: a log that differs, figures that can't be, and what should be looked into. */
function accountWarnings(
  accounts: Accounts,
  criterion: CriterionAt,
  unit: UnitResult,
  { lookInto: bounds }: Readings,
  problems: RuleProblem[],
): void {
  const online = roughCount(unit, criterion, 'a');
  const { busiest, onBusiest } = accounts;
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
  const share =
    busiest && busiest.of > 0 ? divide(exact(busiest.dossiers), exact(busiest.of)) : null;
  const many = onBusiest !== null && onBusiest >= bounds.onOneAccount;
  const dense = share !== null && compare(share, planNumber(bounds.busiestShare)) >= 0;
  if (many || dense)
    problems.push({
      ...toldOf(accounts, unit),
      code: 'toBeLookedInto',
      onOneAccount: onBusiest,
      share,
      bounds,
    });
}

function toldOf({ place }: Accounts, unit: UnitResult) {
  const { unit: code, places } = at(unit);
  return { unit: code, places: place ? [place] : places, severity: 'warning' } as const;
}

/** Units whose totals look equal at two decimals but aren't (row 13). */
function looksEqual({ units }: LevelResult, problems: RuleProblem[]): void {
  let shown = NaN;
  let from = 0;
  for (let i = 0; i <= units.length; i += 1) {
    const unit = units[i];
    const hundredths = unit?.status === 'ranked' ? shownHundredths(unit) : NaN;
    if (hundredths === shown) continue;
    if (i - from > 1 && !Number.isNaN(shown)) tellLooksEqual(units.slice(from, i), problems);
    from = i;
    shown = hundredths;
    if (Number.isNaN(hundredths)) return;
  }
}

/** @param run units in rank order that show the same total */
function tellLooksEqual(run: readonly UnitResult[], problems: RuleProblem[]): void {
  const [first, last] = [run[0], run.at(-1)] as [UnitResult, UnitResult];
  const total = totalOf(first);
  // Where the first and the last are equal, so are all between.
  if (!isClear(total.approx, roughTotal(last)) && compare(total, totalOf(last)) === 0) return;
  problems.push({
    code: 'looksEqual',
    severity: 'info',
    unit: null,
    places: placesOf(run),
    units: run.map(({ unit }) => unit.code),
    total,
  });
}

function placesOf(units: readonly UnitResult[]): Place[] {
  const rows = units.map(({ row }) => row);
  return rows.filter((row) => row !== null).map(({ place }) => place);
}

/** A ranked unit's total, worked out exactly only where its double doesn't do. */
function totalOf(unit: UnitResult): Exact {
  return deferred(roughTotal(unit), () => (unit.total as Known).value);
}

/** A ranked unit's total as it is shown, in hundredths. */
function shownHundredths(unit: UnitResult): number {
  const scaled = roughTotal(unit) * 100;
  const isSafe = Math.abs(scaled - Math.floor(scaled) - 0.5) > 1e-3;
  return Math.round(isSafe ? scaled : Number(fixed(totalOf(unit), 2)) * 100);
}

/** Marked once a criterion: its ratios come from percentages (row 14). */
function percentOnly({ level, units }: LevelResult, readings: Readings): RuleProblem[] {
  const letter = readings.percentOnly?.letter;
  if (letter === undefined) return [];
  return level.criteria.flatMap((criterion): RuleProblem[] => {
    const count = units.filter((unit) => percentOf(unit, criterion) !== null).length;
    return count === 0
      ? []
      : [
          {
            code: 'percentOnly',
            severity: 'warning',
            unit: null,
            places: [],
            level: level.id,
            criterion: criterion.id,
            letter,
            units: count,
          },
        ];
  });
}

interface Interval {
  readonly low: Exact;
  readonly high: Exact;
}

/** The percentage that a unit's own ratio was formed from, as the interval it was rounded from. */
function percentOf(unit: UnitResult, criterion: Criterion): Interval | null {
  const own = unit.criteria[criterion.id]?.own;
  const percent: Known | undefined = own?.known ? own.of[0] : undefined;
  if (!percent || percent.what !== 'percent') return null;
  const shown = String(percent.value.approx);
  const decimals = shown.includes('.') ? shown.length - shown.indexOf('.') - 1 : 0;
  const half = exact(0.5 / 10 ** decimals);
  const low = compare(percent.value, half) > 0 ? distance(percent.value, half) : ZERO;
  return { low: divide(low, exact(100)), high: divide(sum([percent.value, half]), exact(100)) };
}

/** A percentage whose rounding could hide on which side of a threshold the unit stands. */
function percentCrossings(level: Level, unit: UnitResult): RuleProblem[] {
  return level.criteria.flatMap((criterion) => {
    const interval = percentOf(unit, criterion);
    if (!interval) return [];
    const edges = [criterion.threshold];
    if (level.gate?.criterion === criterion.id) edges.push(level.gate.from);
    return edges
      .filter((edge) => {
        const value = planNumber(edge);
        return compare(interval.low, value) < 0 && compare(value, interval.high) <= 0;
      })
      .map((threshold): RuleProblem => ({
        ...at(unit),
        code: 'percentMayCross',
        severity: 'warning',
        criterion: criterion.id,
        threshold,
      }));
  });
}

/** Neighbours in rank whose totals overlap once the rounding of their percentages is allowed for. */
function percentReorders({ level, groups }: LevelResult): RuleProblem[] {
  const units = groups.flatMap((group) => group.units);
  const bounds = units.map((unit) => totalBounds(level, unit));
  return units.flatMap((unit, i): RuleProblem[] => {
    const next = units[i + 1];
    const [mine, theirs] = [bounds[i], bounds[i + 1]];
    if (!next || !mine || !theirs || (!mine.rounded && !theirs.rounded)) return [];
    if (compare(theirs.high, mine.low) < 0) return [];
    return [{ ...at(unit), code: 'percentMayReorder', severity: 'warning', other: next.unit.code }];
  });
}

function totalBounds(level: Level, unit: UnitResult): (Interval & { rounded: boolean }) | null {
  if (!unit.total.known) return null;
  const low: Exact[] = [];
  const high: Exact[] = [];
  let rounded = false;
  for (const criterion of level.criteria) {
    const points = unit.criteria[criterion.id]?.points;
    if (!points?.known) return null;
    const interval = percentOf(unit, criterion);
    if (interval) rounded = true;
    low.push(interval ? pointsFor(interval.low, criterion) : points.value);
    high.push(interval ? pointsFor(interval.high, criterion) : points.value);
  }
  return { low: sum(low), high: sum(high), rounded };
}
