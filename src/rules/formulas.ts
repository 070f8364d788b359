import { isClear } from './exact';
import {
  averaged,
  divided,
  planNumber,
  scored,
  summed,
  type Known,
  type Quantity,
  type Scale,
} from './figure';
import type { Criterion } from './plan';
import type { CombinedRatio } from './readings';

/** What a step is told about itself. */
interface Told {
  readonly what: Quantity;
  readonly clause: string;
  readonly unit: string;
}

/**
 * What the formulas below are worked out in: figures with their traces, or doubles for a first look.
 * Both do the same operations in the same order, so that they give the same doubles.
 */
export interface Working<F> {
  divided(told: Told, a: F, b: F): F;
  summed(told: Told, of: readonly F[]): F;
  averaged(told: Told, of: readonly F[]): F;
  scored(told: Told, ratio: F, scale: Scale): F;
}

export const TRACED: Working<Known> = { divided, summed, averaged, scored };

/** NaN is "can't be told in doubles", and stays NaN whatever is done with it. */
export const IN_DOUBLES: Working<number> = {
  divided: (_, a, b) => a / b,
  summed: (_, of) => total(of),
  averaged: (_, of) => total(of) / of.length,
  scored: (_, ratio, { full, threshold }) => {
    const edge = planNumber(threshold).approx;
    if (!isClear(ratio, edge)) return NaN;
    const most = planNumber(full).approx;
    return ratio > edge ? most : ratio * most;
  },
};

function total(numbers: readonly number[]): number {
  let all = 0;
  for (let i = 0; i < numbers.length; i += 1) all += numbers[i] as number;
  return all;
}

/** A unit's own side of a combined figure. */
export interface OwnSide<F> {
  readonly ratio: F;
  count(which: 'a' | 'b'): F;
}

/** Its members' side. */
export interface MembersSide<F> {
  ratioMean(): F;
  countMean(which: 'a' | 'b'): F;
  /** The unit's own count and all of theirs. */
  pooled(which: 'a' | 'b', own: F): F;
  /** The mean of their points, each by the rule of its own level. */
  pointsMean(): F;
}

/**
 * The combined figure of a unit and its members under each reading (III.2.a, row 2 of docs/plan.md).
 * @returns the ratio, null under the reading that averages points, and the points
 */
export function combined<F>(
  work: Working<F>,
  unit: string,
  criterion: Criterion,
  reading: CombinedRatio,
  own: OwnSide<F>,
  members: MembersSide<F>,
): { ratio: F | null; points: F } {
  const clause = criterion.combine?.clause ?? criterion.clause;
  if (reading === 'meanOfPoints') {
    const ownPoints = work.scored({ what: 'ownPoints', clause, unit }, own.ratio, criterion);
    const both = [ownPoints, members.pointsMean()];
    return { ratio: null, points: work.averaged({ what: 'points', clause, unit }, both) };
  }
  const pool = (what: 'a' | 'b') =>
    reading === 'pooledCounts'
      ? members.pooled(what, own.count(what))
      : work.summed({ what, clause, unit }, [own.count(what), members.countMean(what)]);
  const told = { what: 'combinedRatio', clause, unit } as const;
  const ratio =
    reading === 'meanOfRatios'
      ? work.averaged(told, [own.ratio, members.ratioMean()])
      : work.divided(told, pool('a'), pool('b'));
  const points = work.scored({ what: 'points', clause: criterion.clause, unit }, ratio, criterion);
  return { ratio, points };
}
