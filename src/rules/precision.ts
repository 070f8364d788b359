import { compare, equal, exact, round, type Exact } from './exact';
import { planNumber } from './figure';
import { jumpingRatio } from './placed';
import type { Readings } from './readings';
import type { LevelResult, ScoreResult, UnitResult } from './result';

/** The decimals to which a spreadsheet can compare: its doubles are noise beyond. */
export const COMPARED_DECIMALS = 10;
const STEP = 10 ** -COMPARED_DECIMALS;

/**
 * The units whose points or rank turn on a difference that is finer than ten decimals, by code: a
 * spreadsheet that compares rounded doubles may say otherwise of them. A group is among them where
 * one of its members is.
 */
export function finerThanSheets({ plan, levels, readings }: ScoreResult): ReadonlySet<string> {
  const finer = new Set<string>();
  for (const level of Object.values(levels)) {
    for (const unit of level.units) if (turnsOnLittle(unit, level)) finer.add(unit.unit.code);
    for (const unit of closeInRank(level, readings)) finer.add(unit.unit.code);
  }
  for (const { code, parent } of plan.units) {
    if (parent !== null && finer.has(code)) finer.add(parent);
  }
  return finer;
}

/** Below a threshold or the gate by less than what is compared. */
function turnsOnLittle(unit: UnitResult, { level }: LevelResult): boolean {
  const { criteria, gate } = level;
  return (
    criteria.some(({ id, threshold }) => justMisses(unit, id, threshold)) ||
    (gate !== null && justMisses(unit, gate.criterion, gate.from))
  );
}

function justMisses(unit: UnitResult, criterion: string, bound: string): boolean {
  const ratios = [jumpingRatio(unit, criterion), unit.criteria[criterion]?.own];
  const edge = planNumber(bound);
  return ratios.some((ratio) => {
    if (!ratio?.known) return false;
    const under = edge.approx - ratio.approx;
    return under > -STEP && under < STEP && compare(ratio.value, edge) < 0;
  });
}

/** Ranked units with totals, or measures of a tie, that differ by less than what is compared. */
function closeInRank({ units }: LevelResult, { rounding, tieMeasures }: Readings): UnitResult[] {
  const ranked = units.filter(({ rank }) => rank !== null);
  const total = ({ total: own }: UnitResult) => (own.known ? own.value : exact(0));
  const close = closeAmong(ranked, total);
  for (const tied of runsOf(ranked, total)) {
    for (const measure of tieMeasures) {
      const having = tied.filter(({ measures }) => measures[measure] !== null);
      close.push(...closeAmong(having, ({ measures }) => measures[measure] ?? exact(0)));
    }
  }
  if (rounding === null) return close;
  const half = 0.5 * 10 ** -rounding;
  return [
    ...close,
    ...ranked.filter((unit) => {
      const value = total(unit);
      const over = Math.abs(value.approx - round(value, rounding).approx);
      return Math.abs(over - half) < STEP;
    }),
  ];
}

/** Those of which another is near but not equal, or equal where rounding could part the doubles. */
function closeAmong(units: readonly UnitResult[], of: (unit: UnitResult) => Exact): UnitResult[] {
  return runsOf(units, of).flatMap((run) => {
    const [first] = run;
    const same = run.every((unit) => first && equal(of(unit), of(first)));
    return same && !run.some((unit) => isOnEdge(of(unit).approx)) ? [] : run;
  });
}

/** Halfway between two numbers of ten decimals, as near as doubles tell. */
function isOnEdge(value: number): boolean {
  const steps = value / STEP;
  return Math.abs(steps - Math.floor(steps) - 0.5) < 0.02;
}

/** Runs, of two and more, of which each is within two steps of the next. */
function runsOf(units: readonly UnitResult[], of: (unit: UnitResult) => Exact): UnitResult[][] {
  const sorted = [...units].sort((x, y) => of(y).approx - of(x).approx);
  const runs: UnitResult[][] = [];
  let before = Infinity;
  for (const unit of sorted) {
    const { approx } = of(unit);
    if (before - approx <= 2 * STEP) runs.at(-1)?.push(unit);
    else runs.push([unit]);
    before = approx;
  }
  return runs.filter(({ length }) => length > 1);
}
