import {
  compare,
  deferred,
  distance,
  divide,
  exact,
  fixed,
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
import { jumpingRatio, roughCount, roughRatio, roughTotal } from './placed';
import type { LevelResult, RankGroup, UnitResult, UnitScore } from './result';
import { accountsTrouble } from './score-unit';

/** What a person should judge about a level's result though nothing in it is wrong. */
export function levelWarnings(
  result: LevelResult,
  readings: Readings,
  membersOf: (unit: string, level: string) => readonly UnitScore[],
): RuleProblem[] {
  const { level } = result;
  const problems: RuleProblem[] = [];
  const jumps = jumpsOf(level);
  for (const unit of result.units) {
    for (const jump of jumps) nearJump(jump, unit, readings.nearJump, problems);
    for (const criterion of level.criteria) {
      if (criterion.combine) mayIncludeMembers(criterion, unit, membersOf, problems);
    }
    accountWarnings(level, unit, readings, problems);
    if (readings.percentOnly) problems.push(...percentCrossings(level, unit));
  }
  // Where totals are rounded before ranking, what looks equal is equal.
  if (readings.rounding === null) looksEqual(result, problems);
  if (readings.percentOnly) problems.push(...percentReorders(result));
  problems.push(...percentOnly(result, readings));
  return problems;
}

const at = (unit: UnitResult) => ({
  unit: unit.unit.code,
  places: unit.row ? [unit.row.place] : [],
});

/** Where points jump, or a unit drops out. */
interface Jump {
  readonly criterion: Criterion;
  readonly threshold: string;
  readonly kind: 'fullPoints' | 'gate';
}

function jumpsOf({ criteria, gate }: Level): Jump[] {
  const jumps: Jump[] = [];
  for (const criterion of criteria) {
    const { threshold } = criterion;
    // From 100 % on there is no jump: ratio × full points arrives there by itself.
    if (compare(planNumber(threshold), ONE) < 0)
      jumps.push({ criterion, threshold, kind: 'fullPoints' });
    if (gate?.criterion === criterion.id)
      jumps.push({ criterion, threshold: gate.from, kind: 'gate' });
  }
  return jumps;
}

/** Units within half a point (of the criterion) of where the points jump, above or below. */
function nearJump(
  { criterion, threshold, kind }: Jump,
  unit: UnitResult,
  bound: string,
  problems: RuleProblem[],
): void {
  const rough = roughRatio(unit, criterion.id);
  const edge = planNumber(threshold);
  if (rough === null) return;
  // Doubles are good enough but for the very edge of the half point, and the threshold itself.
  const spare =
    planNumber(bound).approx - Math.abs(rough - edge.approx) * criterionPoints(criterion);
  if (spare < -1e-6) return;
  const ratio = deferred(rough, () => (jumpingRatio(unit, criterion.id) as Known).value);
  if (spare < 1e-6 && !isWithin(ratio, edge, criterion, bound)) return;
  problems.push({
    ...at(unit),
    code: 'nearJump',
    severity: 'warning',
    criterion: criterion.id,
    ratio,
    threshold,
    kind,
    above: compare(ratio, edge) >= 0,
  });
}

const criterionPoints = ({ full }: Criterion): number => planNumber(full).approx;

function isWithin(ratio: Exact, edge: Exact, criterion: Criterion, bound: string): boolean {
  const points = multiply(distance(ratio, edge), planNumber(criterion.full));
  return compare(points, planNumber(bound)) <= 0;
}

/** Does the district's export already count its communes' dossiers? */
function mayIncludeMembers(
  { id, combine }: Criterion,
  unit: UnitResult,
  membersOf: (unit: string, level: string) => readonly UnitScore[],
  problems: RuleProblem[],
): void {
  const own = roughCount(unit, id, 'b');
  if (own === null || !combine) return;
  const theirs = membersOf(unit.unit.code, combine.level);
  let members = 0;
  for (const member of theirs) members += roughCount(member, id, 'b') ?? 0;
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
  level: Level,
  unit: UnitResult,
  readings: Readings,
  problems: RuleProblem[],
): void {
  const accounts = unit.row?.accounts;
  if (!accounts || !level.tieBreak) return;
  const online = roughCount(unit, level.tieBreak.criterion, 'a');
  const told = (): { unit: string; places: Place[]; severity: 'warning' } => ({
    unit: unit.unit.code,
    places: accounts.place ? [accounts.place] : at(unit).places,
    severity: 'warning',
  });
  const trouble = accountsTrouble(accounts, online);
  if (trouble === 'logDiffers' && accounts.logged !== null && online !== null) {
    const { logged } = accounts;
    problems.push({ ...told(), code: 'logDiffers', logged, reported: exact(online) });
    return;
  }
  if (trouble) {
    problems.push({ ...told(), code: 'accountsImplausible', distinct: accounts.distinct });
    return;
  }
  const { busiest, onBusiest } = accounts;
  const bounds = readings.lookInto;
  const share =
    busiest && busiest.of > 0 ? divide(exact(busiest.dossiers), exact(busiest.of)) : null;
  const many = onBusiest !== null && onBusiest >= bounds.onOneAccount;
  const dense = share !== null && compare(share, planNumber(bounds.busiestShare)) >= 0;
  if (many || dense)
    problems.push({ ...told(), code: 'toBeLookedInto', onOneAccount: onBusiest, share, bounds });
}

/** Units whose totals look equal at two decimals but aren't (row 13). */
function looksEqual({ groups }: LevelResult, problems: RuleProblem[]): void {
  let run: RankGroup[] = [];
  let shown = NaN;
  for (const group of groups) {
    const hundredths = shownHundredths(group.units[0] as UnitResult);
    if (hundredths === shown) run.push(group);
    else {
      if (run.length > 1) tellLooksEqual(run, problems);
      run = [group];
      shown = hundredths;
    }
  }
  if (run.length > 1) tellLooksEqual(run, problems);
}

/** @param run groups that show the same total; those that a tie-break parted have the same one */
function tellLooksEqual(run: readonly RankGroup[], problems: RuleProblem[]): void {
  // In rank order: if the first and the last are equal, so are all between.
  const first = totalOf(run[0]?.units[0] as UnitResult);
  if (compare(first, totalOf(run.at(-1)?.units[0] as UnitResult)) === 0) return;
  const places: Place[] = [];
  const units: string[] = [];
  for (const group of run) {
    for (const { unit, row } of group.units) {
      if (row) places.push(row.place);
      units.push(unit.code);
    }
  }
  const at = { severity: 'info', unit: null } as const;
  problems.push({ ...at, code: 'looksEqual', places, units, total: first });
}

/** A ranked unit's total, worked out exactly only where its double doesn't do. */
function totalOf(unit: UnitResult): Exact {
  return deferred(roughTotal(unit) as number, () => (unit.total as Known).value);
}

/** A ranked unit's total as it is shown, in hundredths. */
function shownHundredths(unit: UnitResult): number {
  const scaled = (roughTotal(unit) as number) * 100;
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
