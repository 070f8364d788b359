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
import { isClear } from './exact';
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
  for (const number of numbers) all += number;
  return all;
}

/** A unit's own side of a combined figure. */
export interface OwnSide<F> {
  readonly ratio: F;
  count(which: 'a' | 'b'): F;
}

/** Its members' side: one figure a member. */
export interface MembersSide<F> {
  counts(which: 'a' | 'b'): F[];
  /** Each member's points by the rule of its own level. */
  points(): F[];
}

/**
 * The combined figure of a unit and its members under each reading (III.2.a, row 2 of docs/plan.md).
 * @param memberMean the mean of the members' ratios
 * @returns the ratio, null under the reading that averages points, and the points
 */
export function combined<F>(
  work: Working<F>,
  unit: string,
  criterion: Criterion,
  reading: CombinedRatio,
  own: OwnSide<F>,
  memberMean: F,
  members: MembersSide<F>,
): { ratio: F | null; points: F } {
  const told = { clause: criterion.combine?.clause ?? criterion.clause, unit };
  if (reading === 'meanOfPoints') {
    const ownPoints = work.scored({ what: 'ownPoints', ...told }, own.ratio, criterion);
    const theirs = work.averaged({ what: 'memberPoints', ...told }, members.points());
    return { ratio: null, points: work.averaged({ what: 'points', ...told }, [ownPoints, theirs]) };
  }
  const pool = (what: 'a' | 'b') => {
    const theirs = members.counts(what);
    return reading === 'pooledCounts'
      ? work.summed({ what, ...told }, [own.count(what), ...theirs])
      : work.summed({ what, ...told }, [
          own.count(what),
          work.averaged({ what: 'mean', ...told }, theirs),
        ]);
  };
  const ratio =
    reading === 'meanOfRatios'
      ? work.averaged({ what: 'combinedRatio', ...told }, [own.ratio, memberMean])
      : work.divided({ what: 'combinedRatio', ...told }, pool('a'), pool('b'));
  const points = work.scored({ what: 'points', clause: criterion.clause, unit }, ratio, criterion);
  return { ratio, points };
}
