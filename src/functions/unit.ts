import {
  exact,
  planNumber,
  ratioAlone,
  scoreAlone,
  simplest,
  stepsBehind,
  type Counts,
  type Criterion,
  type Exact,
  type Figure,
  type Level,
  type MembersGiven,
  type Reported,
  type UnitScore,
} from '../rules';
import { words } from '../words';
import { figure, levelNamed, ratio } from './arguments';
import { Fault, faultOfUnit, numberOf } from './fault';
import type { RuleSet } from './rule-set';

/** The ratio a / b. */
export function ratioOf({ plan, readings }: RuleSet, a: unknown, b: unknown): number {
  return numberOf(ratioAlone(plan, anyFigure(a, 'a'), anyFigure(b, 'b'), readings));
}

/** A figure of no criterion: what is wrong with it is said by the parameter's name. */
function anyFigure(value: unknown, name: string): Reported {
  const read = figure(value);
  if (!('unusable' in read)) return read;
  throw read.unusable === 'empty'
    ? new Fault('#N/A', words.FUNCTIONS.empty(name))
    : new Fault('#VALUE!', words.FUNCTIONS.noNumber(name));
}

/** The figures that one call is about; null where the function doesn't take them. */
export interface OneUnit {
  readonly level: unknown;
  readonly dvc: readonly [a: unknown, b: unknown] | null;
  readonly eid: readonly [a: unknown, b: unknown] | null;
  readonly mean: unknown;
}

export function totalOf(rules: RuleSet, unit: OneUnit): number {
  const { score } = scored(rules, unit);
  if (!score.total.known) throw faultOfUnit(score);
  return score.total.approx;
}

/** Points of the one criterion that the call gives figures of. */
export function pointsOf(rules: RuleSet, unit: OneUnit): number {
  const { score, level } = scored(rules, unit);
  const [dvc, eid] = level.criteria;
  const criterion = unit.dvc ? dvc : eid;
  const result = criterion && score.criteria[criterion.id];
  if (!criterion || !result) throw new Fault('#N/A');
  const { points } = result;
  if (!points.known) throw faultOfUnit({ criteria: { [criterion.id]: result }, total: points });
  return points.approx;
}

/** Whether a unit may be considered: a level without a gate always is. */
export function mayBeConsidered(rules: RuleSet, unit: OneUnit): boolean {
  const level = levelNamed(rules.plan, unit.level);
  if (!level.gate) return true;
  const { score } = scored(rules, unit);
  const result = score.criteria[level.gate.criterion];
  if (result?.ratio && !result.ratio.known) {
    throw faultOfUnit({ criteria: { [level.gate.criterion]: result }, total: result.ratio });
  }
  return score.status !== 'gated';
}

/** The steps from the figures to the total in one sentence, as the pane and the sheets word them. */
export function explanationOf(rules: RuleSet, unit: OneUnit): string {
  const { score, level } = scored(rules, unit);
  if (!score.total.known) throw faultOfUnit(score);
  const parts = level.criteria.map((criterion) => {
    const steps = stepsOf(score.criteria[criterion.id]?.points, boundsOf(level, criterion));
    return `${criterion.shortName}: ${steps.map(words.lowerFirst).join('; ')}`;
  });
  const shown = { ...score, rank: null, tied: false };
  const notes = words.unitNotes(rules.plan, shown);
  return `${[...parts, words.stepText(score.total), ...notes].join('. ')}.`;
}

function boundsOf({ gate }: Level, { id, threshold }: Criterion): Exact[] {
  const from = gate?.criterion === id ? [planNumber(gate.from)] : [];
  return [planNumber(threshold), ...from];
}

/** Reported figures stand in the steps that use them; the members' mean is one that the call gives. */
function stepsOf(of: Figure | undefined, bounds: readonly Exact[]): string[] {
  if (!of?.known) return [];
  return stepsBehind(of, (_, step) => step.what !== 'memberMean').map((step) =>
    step.what === 'memberMean'
      ? words.FUNCTIONS.givenMean(words.figureText(step, bounds))
      : words.stepText(step, bounds),
  );
}

function scored(rules: RuleSet, unit: OneUnit): { score: UnitScore; level: Level } {
  const { plan, readings } = rules;
  const level = levelNamed(plan, unit.level);
  const [dvc, eid] = level.criteria;
  const counts: Record<string, Counts> = {};
  if (dvc && unit.dvc) counts[dvc.id] = countsOf(unit.dvc);
  if (eid && unit.eid) counts[eid.id] = countsOf(unit.eid);
  const members = unit.dvc ? membersOf(rules, level, unit.mean) : null;
  return { level, score: scoreAlone(plan, level.id, counts, members, readings) };
}

function countsOf([a, b]: readonly [unknown, unknown]): Counts {
  return { a: figure(a), b: figure(b) };
}

/** @throws Fault where the level needs its members' mean and there is none, or it can't serve */
function membersOf({ readings }: RuleSet, level: Level, given: unknown): MembersGiven | null {
  if (!level.criteria.some(({ combine }) => combine)) return null;
  const mean = ratio(given, 'tỷ_lệ_bình_quân_xã');
  if (readings.combinedRatio !== 'meanOfRatios') {
    const reading = words.COMBINED_RATIO[readings.combinedRatio];
    throw new Fault('#N/A', words.FUNCTIONS.meanCannotServe(reading));
  }
  if (mean === null) throw new Fault('#N/A', words.FUNCTIONS.needsMean);
  return { mean: mean === 0 ? exact(0) : simplest(mean) };
}
