import { compare, divide, exact, mean, round, sum, ZERO, type Exact } from './exact';
import { planNumber, pointsFor, type Known } from './figure';
import type { Criterion, Level } from './plan';
import type { Readings } from './readings';
import type { RankGroup, ScoreResult, UnitResult } from './result';

/**
 * How many dossiers it takes, each way told apart. `moved`: handed in at the counter as reported,
 * online instead, the total unchanged. `added`: new ones, all online. Null: that way leads nowhere.
 */
export interface Ways<W> {
  readonly moved: W | null;
  readonly added: W | null;
}

/** The smallest number, and whether it brings the unit past those above or only level with them. */
export interface ToRank {
  readonly dossiers: number;
  readonly ends: 'ahead' | 'level';
}

export type WhatItTakes =
  | {
      readonly goal: 'gate';
      readonly criterion: string;
      readonly from: string;
      readonly clause: string;
      readonly ways: Ways<number>;
    }
  | {
      readonly goal: 'rank';
      readonly criterion: string;
      readonly rank: number;
      readonly above: readonly UnitResult[];
      readonly ways: Ways<ToRank>;
    };

/** No office counts so many; up to here a double holds every whole number. */
const MOST = 2 ** 50;

/**
 * What a unit would have to do, all others staying as they are, to reach the next rank or the gate.
 * The unit's own trace is computed again with other counts, so it follows every reading.
 * @returns null where nothing is to be reached: the first rank, or a unit without points
 * @example whatItTakes(result, 'commune', '31444') // { goal: 'gate', ways: { moved: 37, added: 52 } … }
 */
export function whatItTakes(result: ScoreResult, level: string, code: string): WhatItTakes | null {
  const levelResult = result.levels[level];
  const unit = levelResult?.units.find((each) => each.unit.code === code);
  if (!levelResult || !unit) return null;
  const criterion = countedCriterion(levelResult.level);
  const counts = criterion && countsOf(unit, criterion);
  if (!criterion || !counts) return null;
  const bench = new Bench(levelResult.level, criterion, unit, result.readings);
  if (unit.status === 'gated') return toGate(levelResult.level, criterion, counts, bench);
  const above = groupAbove(levelResult.groups, code);
  if (unit.status !== 'ranked' || !above) return null;
  return toRank(above, criterion, counts, bench);
}

/** The criterion whose a is a part of its b: the dossiers. */
function countedCriterion({ criteria }: Level): Criterion | null {
  return criteria.find(({ aboveOne }) => aboveOne === 'error') ?? null;
}

interface OwnCounts {
  readonly a: number;
  readonly b: number;
  /** Dossiers that were handed in otherwise and can be moved. */
  readonly direct: number;
}

function countsOf({ criteria }: UnitResult, { id }: Criterion): OwnCounts | null {
  const of = criteria[id];
  if (!of?.a.known || !of.b.known) return null;
  const { a, b } = of;
  // Under the reading that counts dossiers by post in b, those are not the office's to move.
  const own = b.operation === 'sum' ? (b.of[0] ?? b) : b;
  return { a: a.approx, b: b.approx, direct: Math.max(0, own.approx - a.approx) };
}

function groupAbove(groups: readonly RankGroup[], code: string): RankGroup | null {
  const at = groups.findIndex(({ units }) => units.some(({ unit }) => unit.code === code));
  return groups[at - 1] ?? null;
}

function toGate(
  { gate }: Level,
  criterion: Criterion,
  counts: OwnCounts,
  bench: Bench,
): WhatItTakes | null {
  if (!gate || gate.criterion !== criterion.id) return null;
  const edge = planNumber(gate.from);
  const reached = (a: number, b: number) => {
    const ratio = bench.ratio(a, b);
    return ratio !== null && compare(ratio, edge) >= 0;
  };
  const { from, clause } = gate;
  return { goal: 'gate', criterion: criterion.id, from, clause, ways: waysTo(counts, reached) };
}

function toRank(
  above: RankGroup,
  criterion: Criterion,
  counts: OwnCounts,
  bench: Bench,
): WhatItTakes | null {
  const [first] = above.units;
  if (!first?.total.known) return null;
  const target = bench.ranked(first.total);
  const against = (isEnough: (difference: number) => boolean) => (a: number, b: number) => {
    const total = bench.total(a, b);
    return total !== null && isEnough(compare(total, target));
  };
  const ahead = waysTo(
    counts,
    against((difference) => difference > 0),
  );
  const level = waysTo(
    counts,
    against((difference) => difference >= 0),
  );
  const better = (which: 'moved' | 'added'): ToRank | null => {
    const [past, even] = [ahead[which], level[which]];
    if (past !== null) return { dossiers: past, ends: 'ahead' };
    // With none it is level already, and a tie-break put it behind.
    return even !== null && even > 0 ? { dossiers: even, ends: 'level' } : null;
  };
  return {
    goal: 'rank',
    criterion: criterion.id,
    rank: above.rank,
    above: above.units,
    ways: { moved: better('moved'), added: better('added') },
  };
}

function waysTo(
  { a, b, direct }: OwnCounts,
  reached: (a: number, b: number) => boolean,
): Ways<number> {
  return {
    moved: smallest(direct, (n) => reached(a + n, b)),
    added: smallest(MOST, (n) => reached(a + n, b + n)),
  };
}

/** The smallest n up to `most` from which on `reached` holds: more dossiers online never cost points. */
function smallest(most: number, reached: (n: number) => boolean): number | null {
  let high = 1;
  while (high < most && !reached(high)) high *= 2;
  high = Math.min(high, most);
  if (reached(0)) return 0;
  if (high < 1 || !reached(high)) return null;
  let low = 0;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Works a unit's figures out again with other counts of one criterion. */
class Bench {
  constructor(
    private readonly level: Level,
    private readonly criterion: Criterion,
    private readonly unit: UnitResult,
    private readonly readings: Readings,
  ) {}

  /** The ratio that the points come from; null under a reading that averages points. */
  ratio(a: number, b: number): Exact | null {
    const { ratio } = this.unit.criteria[this.criterion.id] ?? {};
    return ratio?.known ? again(ratio, this.#changed(a, b)) : null;
  }

  total(a: number, b: number): Exact | null {
    const points: Exact[] = [];
    for (const { id } of this.level.criteria) {
      const figure = this.unit.criteria[id]?.points;
      if (!figure?.known) return null;
      points.push(id === this.criterion.id ? this.#points(a, b, figure) : figure);
    }
    return this.ranked(sum(points));
  }

  /** A total as it is ranked by. */
  ranked(total: Exact): Exact {
    const { rounding } = this.readings;
    return rounding === null ? total : round(total, rounding);
  }

  #points(a: number, b: number, before: Known): Exact {
    const ratio = this.ratio(a, b);
    if (ratio === null) return again(before, this.#changed(a, b));
    const { gate } = this.level;
    const below =
      gate?.criterion === this.criterion.id && compare(ratio, planNumber(gate.from)) < 0;
    return below && this.readings.gate === 'criterionOnly'
      ? ZERO
      : pointsFor(ratio, this.criterion);
  }

  #changed(a: number, b: number): ReadonlyMap<Known, Exact> {
    const of = this.unit.criteria[this.criterion.id];
    const changed = new Map<Known, Exact>();
    if (of?.a.known) changed.set(of.a, exact(a));
    if (of?.b.known) changed.set(of.b, exact(b));
    return changed;
  }
}

/** Computes a step again with other values for some of the figures below it. */
function again(step: Known, changed: ReadonlyMap<Known, Exact>): Exact {
  const given = changed.get(step);
  if (given) return given;
  if (step.of.length === 0) return step;
  const of = step.of.map((each) => again(each, changed));
  if (of.every((each, i) => each === step.of[i])) return step;
  const [x = ZERO, y = ZERO] = of;
  switch (step.operation) {
    case 'divide':
      return divide(x, y);
    case 'sum':
      return sum(of);
    case 'mean':
      return mean(of);
    case 'points':
      return step.scale ? pointsFor(x, step.scale) : ZERO;
    default:
      return step;
  }
}
