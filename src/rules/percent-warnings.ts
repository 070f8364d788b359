import { compare, distance, divide, exact, sum, ZERO, type Exact } from './exact';
import { planNumber, pointsFor, type Known } from './figure';
import type { Criterion, Level } from './plan';
import { aboutUnit } from './placed';
import type { RuleProblem } from './problem';
import type { Readings } from './readings';
import type { LevelResult, UnitResult } from './result';

/** Marked once a criterion: its ratios come from percentages (row 14). */
export function percentOnly({ level, units }: LevelResult, readings: Readings): RuleProblem[] {
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
export function percentCrossings(level: Level, unit: UnitResult): RuleProblem[] {
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
        ...aboutUnit(unit),
        code: 'percentMayCross',
        severity: 'warning',
        criterion: criterion.id,
        threshold,
      }));
  });
}

/** Neighbours in rank whose totals overlap once the rounding of their percentages is allowed for. */
export function percentReorders({ level, groups }: LevelResult): RuleProblem[] {
  const units = groups.flatMap((group) => group.units);
  const bounds = units.map((unit) => totalBounds(level, unit));
  return units.flatMap((unit, i): RuleProblem[] => {
    const next = units[i + 1];
    const [mine, theirs] = [bounds[i], bounds[i + 1]];
    if (!next || !mine || !theirs || (!mine.rounded && !theirs.rounded)) return [];
    if (compare(theirs.high, mine.low) < 0) return [];
    return [
      { ...aboutUnit(unit), code: 'percentMayReorder', severity: 'warning', other: next.unit.code },
    ];
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
