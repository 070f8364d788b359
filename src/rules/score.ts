import { awardProblems, awardsOf, awardSignature } from './awards';
import { compare } from './exact';
import { hasPost, type ScoreInput } from './input';
import { individualProblems } from './individuals';
import { levelOf, type Plan, type Unit } from './plan';
import type { RuleProblem } from './problem';
import { COMBINED_RATIOS, DEFAULT_READINGS, type CombinedRatio, type Readings } from './readings';
import type { LevelResult, RankGroup, ReadingEffect, ScoreResult } from './result';
import type { RankedLevel } from './placed';
import { groupsIn } from './rank';
import { Run } from './run';
import { decisionsOfNoLevel, rowsOfNoUnit, unknownDeclined } from './unknowns';
import { levelWarnings } from './warnings';

/**
 * Scores, ranks and rewards the units of a plan: the one way to score.
 * @param input the rows as they were read (any order), the board's decisions, the candidates
 * @returns every unit of the plan with its figures (each with its trace) or the reasons why there
 * are none; the awards, with what is undecided; and all that the user must be told. What is to be
 * told is worked out when it is asked for, as traces are: a formula in a cell asks for points alone.
 */
export function score(
  plan: Plan,
  input: ScoreInput,
  readings: Readings = DEFAULT_READINGS,
): ScoreResult {
  const run = new Run(plan, input, readings);
  const scored = scoredBy(run, plan, input, readings);
  const effects = once(() => effectsOf(run, plan, readings));
  const problems = once(() => problemsOf(run, scored, effects(), input));
  return {
    ...scored,
    get effects() {
      return effects();
    },
    get problems() {
      return problems();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

type Scored = Pick<ScoreResult, 'plan' | 'readings' | 'levels' | 'awards'>;

/** Points, ranks and awards. */
function scoredBy(run: Run, plan: Plan, input: ScoreInput, readings: Readings): Scored {
  const levels: Record<string, LevelResult> = {};
  for (const { id } of plan.levels) levels[id] = run.level(id);
  const awards = awardsOf(plan, (id) => run.groupsAt(id), input, readings);
  return { plan, readings, levels, awards };
}

/** All that the user must be told: of the rows, then of each level, of the awards, of the readings. */
function problemsOf(
  run: Run,
  scored: Scored,
  effects: readonly ReadingEffect[],
  input: ScoreInput,
): RuleProblem[] {
  const { plan, readings, levels, awards } = scored;
  const problems = [...run.problems];
  for (const { id } of plan.levels) {
    const result = run.level(id);
    problems.push(...levelWarnings(result, readings, (unit, at) => run.members(unit, at)));
    problems.push(...ties(result));
  }
  problems.push(...awardProblems(plan, levels, awards, readings));
  problems.push(...individualProblems(awards.quotas, input.individuals));
  problems.push(...rowsOfNoUnit(run.rowsOfNoUnit));
  problems.push(...unknownDeclined(plan, input.declined));
  problems.push(...decisionsOfNoLevel(plan, input.tieDecisions));
  problems.push(...readingProblems(effects));
  const post = postProblem(scored, input);
  if (post) problems.push(post);
  return problems;
}

/** Who would stand on the prize ranks under each reading of the combined ratio (row 2). */
function effectsOf(run: Run, plan: Plan, readings: Readings): ReadingEffect[] {
  return plan.prizes.flatMap(({ level: id, prizes }) => {
    const { criteria } = levelOf(plan, id);
    if (!criteria.some(({ combine }) => combine)) return [];
    const first = (combinedRatio: CombinedRatio) => {
      const inForce = combinedRatio === readings.combinedRatio;
      const groups = inForce
        ? run.groupsAt(id)
        : run.groupsUnder({ ...readings, combinedRatio }, id);
      return firstRanks(groups, prizes.length);
    };
    const inForce = JSON.stringify(first(readings.combinedRatio));
    return COMBINED_RATIOS.map((reading) => {
      const these = first(reading);
      return { level: id, reading, first: these, same: JSON.stringify(these) === inForce };
    });
  });
}

function firstRanks(groups: Iterable<RankGroup>, count: number): ReadingEffect['first'] {
  const first: { rank: number; unit: Unit }[] = [];
  for (const { rank, units } of groups) {
    if (rank > count) break;
    for (const { unit } of units) first.push({ rank, unit });
  }
  return first;
}

function ties({ level, units: all }: RankedLevel): RuleProblem[] {
  const tied = groupsIn(all.filter(({ rank, tied: isTied }) => rank !== null && isTied));
  return [...tied].map(({ rank, units }) => ({
    code: 'tie',
    severity: 'warning',
    unit: null,
    places: units.flatMap(({ row }) => (row ? [row.place] : [])),
    level: level.id,
    units: units.map(({ unit }) => unit.code),
    rank,
  }));
}

/** Says whether the first places would change under another reading of the combined ratio. */
function readingProblems(effects: readonly ReadingEffect[]): RuleProblem[] {
  const levels = [...new Set(effects.map(({ level }) => level))];
  return levels.flatMap((level): RuleProblem[] => {
    const changes = effects
      .filter((effect) => effect.level === level && !effect.same)
      .map(({ reading, first }) => ({ reading, first: first.map(({ unit }) => unit.code) }));
    return changes.length === 0
      ? []
      : [{ code: 'readingMatters', severity: 'warning', unit: null, places: [], level, changes }];
  });
}

/** Where dossiers by public post are given: what counting them in the denominator would change. */
function postProblem(result: Scored, input: ScoreInput): RuleProblem | null {
  if (!hasPost(input, result.plan)) return null;
  const post = result.readings.post === 'leftOut' ? 'inDenominator' : 'leftOut';
  const readings = { ...result.readings, post } as const;
  const run = new Run(result.plan, input, readings);
  const { levels, awards } = scoredBy(run, result.plan, input, readings);
  const totals = new Map(
    Object.values(levels).flatMap(({ units }) =>
      units.map(({ unit, total }) => [unit.code, total]),
    ),
  );
  const units = Object.values(result.levels).flatMap((level) =>
    level.units.filter(({ unit, total }) => {
      const other = totals.get(unit.code);
      if (!other || total.known !== other.known) return true;
      return total.known && other.known && compare(total.value, other.value) !== 0;
    }),
  );
  return {
    code: 'postMatters',
    severity: 'info',
    unit: null,
    places: [],
    units: units.length,
    awardsChange: awardSignature(awards) !== awardSignature(result.awards),
  };
}
