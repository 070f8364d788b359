import { ZERO } from './exact';
import {
  averaged,
  constant,
  divided,
  missing,
  scored,
  summed,
  type Figure,
  type Known,
  type Reason,
} from './figure';
import type { OwnFigures } from './counts';
import { combined, TRACED, type MembersSide } from './formulas';
import type { Criterion, Unit } from './plan';
import type { CombinedRatio, Readings } from './readings';

/** What a member of a unit (a commune of a district) brings to the unit's figure. */
export interface Member {
  readonly unit: Unit;
  readonly hasRow: boolean;
  readonly own: OwnFigures;
  /** The criterion of the member's own level, by which its points are given. */
  readonly criterion: Criterion;
}

export interface Combined {
  /** The ratio that the points come from; null under a reading that averages points. */
  readonly ratio: Figure | null;
  readonly memberMean: Figure;
  readonly points: Figure;
  /** Members that the mean counts as 0 under that reading. */
  readonly asZero: readonly Unit[];
  /** Members that the mean leaves out, and why. */
  readonly leftOut: readonly { readonly unit: Unit; readonly because: readonly Reason[] }[];
  /** True where the unit's own figures had to stand alone. */
  readonly alone: boolean;
}

/**
 * The district's DVCTT figure: its own ratio and its communes' (III.2.a, rows 2, 4 and 5 of
 * docs/plan.md). By default (own ratio + mean of the communes' ratios)/2, held to the threshold.
 */
export function combineWithMembers(
  unit: string,
  criterion: Criterion,
  own: OwnFigures,
  members: readonly Member[],
  reading: CombinedRatio,
  readings: Pick<Readings, 'unusableMember' | 'noMembers'>,
): Combined {
  const clause = criterion.combine?.clause ?? criterion.clause;
  const byCounts = reading === 'meanCounts' || reading === 'pooledCounts';
  const isUsable = ({ own: { a, b, ratio } }: Member) =>
    ratio.known && (!byCounts || (a.known && b.known));
  const usable = members.filter(isUsable);
  const zeros = !byCounts && readings.unusableMember === 'countsAsZero';
  const unusable =
    usable.length === members.length ? [] : members.filter((each) => !isUsable(each));
  const asZero = zeros ? unusable.map((member) => member.unit) : [];
  const leftOut = zeros
    ? []
    : unusable.map((member) => ({
        unit: member.unit,
        because: member.own.ratio.known ? [] : member.own.ratio.because,
      }));

  const anyRows = members.some((member) => member.hasRow);
  if (!anyRows || (usable.length === 0 && !zeros)) {
    const memberMean = missing({ why: 'noMembers' });
    const ratio = readings.noMembers === 'notScored' ? memberMean : own.ratio;
    const points = pointsOf(unit, criterion, ratio);
    return { ratio, memberMean, points, asZero: [], leftOut, alone: true };
  }

  const all = zeros ? members : usable;
  const memberMean = averaged(
    { what: 'memberMean', clause, unit },
    all.map((member) => ratioOrZero(clause, member)),
  );
  const done = { memberMean, asZero, leftOut, alone: false };
  if (!own.ratio.known) return { ...done, ratio: own.ratio, points: own.ratio };

  if (byCounts && (!own.a.known || !own.b.known)) {
    const none = missing(...[own.a, own.b].flatMap((each) => (each.known ? [] : each.because)));
    return { ...done, ratio: none, points: none };
  }
  const side = { ratio: own.ratio, count: (which: 'a' | 'b') => own[which] as Known };
  const theirs: MembersSide<Known> = {
    ratioMean: () => memberMean,
    countMean: (which) => averaged({ what: 'mean', clause, unit }, countsOf(usable, which)),
    pooled: (what, mine) => summed({ what, clause, unit }, [mine, ...countsOf(usable, what)]),
    pointsMean: () =>
      averaged(
        { what: 'memberPoints', clause, unit },
        all.map((member) => memberPoints(clause, member)),
      ),
  };
  return { ...done, ...combined(TRACED, unit, criterion, reading, side, theirs) };
}

/** Points from a ratio by the criterion's rule; missing stays missing. */
export function pointsOf(unit: string, criterion: Criterion, ratio: Figure): Figure {
  return ratio.known
    ? scored({ what: 'points', clause: criterion.clause, unit }, ratio, criterion)
    : ratio;
}

/** The members' counts added up (row 15); missing where a member's are missing or wrong. */
export function sumOfMembers(
  unit: string,
  criterion: Criterion,
  members: readonly Member[],
): { own: OwnFigures; lacking: readonly Member[] } {
  const lacking = members.filter(({ own: { ratio, fromPercent } }) => !ratio.known || fromPercent);
  if (members.length === 0 || lacking.length > 0) {
    const none = missing({ why: members.length === 0 ? 'noMembers' : 'memberMissing' });
    return { own: { a: none, b: none, ratio: none, fromPercent: false }, lacking };
  }
  const { clause } = criterion;
  const a = summed({ what: 'a', clause, unit }, countsOf(members, 'a'));
  const b = summed({ what: 'b', clause, unit }, countsOf(members, 'b'));
  const ratio = divided({ what: 'ratio', clause, unit }, a, b);
  return { own: { a, b, ratio, fromPercent: false }, lacking };
}

function countsOf(members: readonly Member[], which: 'a' | 'b'): Known[] {
  return members.flatMap(({ own }) => {
    const count = own[which];
    return count.known ? [count] : [];
  });
}

function ratioOrZero(clause: string, { unit, own: { ratio } }: Member): Known {
  return ratio.known ? ratio : constant({ what: 'countsAsZero', clause, unit: unit.code }, ZERO);
}

function memberPoints(clause: string, member: Member): Known {
  const told = { what: 'points', clause: member.criterion.clause, unit: member.unit.code } as const;
  return scored(told, ratioOrZero(clause, member), member.criterion);
}
