import {
  compare,
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
import type { LevelResult, UnitResult, UnitScore } from './result';
import { accountsTrouble } from './score-unit';

/** What a person should judge about a level's result though nothing in it is wrong. */
export function levelWarnings(
  result: LevelResult,
  readings: Readings,
  membersOf: (unit: string, level: string) => readonly UnitScore[],
): RuleProblem[] {
  const { level } = result;
  return [
    ...result.units.flatMap((unit) => [
      ...nearJumps(level, unit, readings),
      ...mayIncludeMembers(level, unit, membersOf),
      ...accountWarnings(level, unit, readings),
      ...(readings.percentOnly ? percentCrossings(level, unit) : []),
    ]),
    // Where totals are rounded before ranking, what looks equal is equal.
    ...(readings.rounding === null ? looksEqual(result) : []),
    ...(readings.percentOnly ? percentReorders(result) : []),
    ...percentOnly(result, readings),
  ];
}

const at = (unit: UnitResult) => ({
  unit: unit.unit.code,
  places: unit.row ? [unit.row.place] : [],
});

/** Units within half a point (of the criterion) of where the points jump, above or below. */
function nearJumps(level: Level, unit: UnitResult, readings: Readings): RuleProblem[] {
  return level.criteria.flatMap((criterion) => {
    const of = unit.criteria[criterion.id];
    // Where points are averaged, it is the unit's own points that jump.
    const ratio = of?.ratio === null ? of.own : of?.ratio;
    if (!ratio?.known) return [];
    const found: RuleProblem[] = [];
    const check = (threshold: string, kind: 'fullPoints' | 'gate') => {
      if (!isNear(ratio.value, threshold, criterion, readings.nearJump)) return;
      const above = compare(ratio.value, planNumber(threshold)) >= 0;
      found.push({
        ...at(unit),
        code: 'nearJump',
        severity: 'warning',
        criterion: criterion.id,
        ratio: ratio.value,
        threshold,
        kind,
        above,
      });
    };
    // From 100 % on there is no jump: ratio × full points arrives there by itself.
    if (compare(planNumber(criterion.threshold), ONE) < 0) check(criterion.threshold, 'fullPoints');
    if (level.gate?.criterion === criterion.id) check(level.gate.from, 'gate');
    return found;
  });
}

function isNear(ratio: Exact, threshold: string, criterion: Criterion, bound: string): boolean {
  const edge = planNumber(threshold);
  const full = planNumber(criterion.full);
  const roughly = Math.abs(ratio.approx - edge.approx) * full.approx;
  if (roughly > planNumber(bound).approx + 1e-6) return false;
  return compare(multiply(distance(ratio, edge), full), planNumber(bound)) <= 0;
}

/** Does the district's export already count its communes' dossiers? */
function mayIncludeMembers(
  level: Level,
  unit: UnitResult,
  membersOf: (unit: string, level: string) => readonly UnitScore[],
): RuleProblem[] {
  return level.criteria.flatMap((criterion): RuleProblem[] => {
    const own = unit.criteria[criterion.id]?.b;
    if (!criterion.combine || !own?.known) return [];
    const theirs = membersOf(unit.unit.code, criterion.combine.level).flatMap((member) => {
      const b = member.criteria[criterion.id]?.b;
      return b?.known ? [b.value] : [];
    });
    const members = sum(theirs);
    if (members.approx === 0 || compare(own.value, members) < 0) return [];
    return [
      {
        ...at(unit),
        code: 'mayIncludeMembers',
        severity: 'warning',
        criterion: criterion.id,
        own: own.value,
        members,
      },
    ];
  });
}

/** Rows 6 of docs/plan.md: a log that differs, figures that can't be, and what should be looked into. */
function accountWarnings(level: Level, unit: UnitResult, readings: Readings): RuleProblem[] {
  const accounts = unit.row?.accounts;
  if (!accounts || !level.tieBreak) return [];
  const online = unit.criteria[level.tieBreak.criterion]?.a ?? null;
  const places = accounts.place ? [accounts.place] : at(unit).places;
  const told = { unit: unit.unit.code, places, severity: 'warning' } as const;
  const trouble = accountsTrouble(accounts, online);
  if (trouble === 'logDiffers' && accounts.logged !== null && online?.known) {
    return [{ ...told, code: 'logDiffers', logged: accounts.logged, reported: online.value }];
  }
  if (trouble) return [{ ...told, code: 'accountsImplausible', distinct: accounts.distinct }];

  const { busiest, onBusiest } = accounts;
  const bounds = readings.lookInto;
  const share =
    busiest && busiest.of > 0 ? divide(exact(busiest.dossiers), exact(busiest.of)) : null;
  const many = onBusiest !== null && onBusiest >= bounds.onOneAccount;
  const dense = share !== null && compare(share, planNumber(bounds.busiestShare)) >= 0;
  return many || dense
    ? [{ ...told, code: 'toBeLookedInto', onOneAccount: onBusiest, share, bounds }]
    : [];
}

/** Units whose totals look equal at two decimals but aren't (row 13). */
function looksEqual({ groups }: LevelResult): RuleProblem[] {
  const found: RuleProblem[] = [];
  let run: UnitResult[] = [];
  let shown = '';
  let distinct = 0;
  const close = () => {
    const total = run[0]?.total;
    if (distinct > 1 && total?.known) {
      const units = run.map((each) => each.unit.code);
      const places = run.flatMap((each) => at(each).places);
      found.push({
        code: 'looksEqual',
        severity: 'info',
        unit: null,
        places,
        units,
        total: total.value,
      });
    }
  };
  let last: Exact | null = null;
  for (const unit of groups.flatMap((group) => group.units)) {
    if (!unit.total.known) continue;
    const text = fixed(unit.total.value, 2);
    if (text !== shown) {
      close();
      run = [];
      distinct = 0;
      last = null;
    }
    shown = text;
    run.push(unit);
    if (last === null || compare(last, unit.total.value) !== 0) distinct += 1;
    last = unit.total.value;
  }
  close();
  return found;
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
