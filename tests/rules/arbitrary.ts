import fc from 'fast-check';
import {
  DEFAULT_READINGS,
  HAU_GIANG_2023,
  type Known,
  type Readings,
  type ScoreResult,
  type UnitResult,
  type UnitRow,
} from '../../src/rules';
import { cell, rowOf, type Cell, type Pair } from './build';

/** A district and what belongs to it, several of them, so that a case is quick but not trivial. */
const SOME = HAU_GIANG_2023.units.filter(
  ({ code, parent }) =>
    ['935', '936', '937'].includes(code) || ['935', '936', '937'].includes(parent ?? ''),
);

const bad = fc.constantFrom<Cell>(
  cell('empty'),
  cell('text', '?'),
  cell('errorValue', '#REF!'),
  cell('notCalculated', '=A1'),
  -1,
  0.5,
);

/** Ratios of every kind: few distinct ones (ties are likely), and wrong cells now and then. */
const pair: fc.Arbitrary<Pair> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.integer({ min: 5, max: 10 }), fc.constant(10)) },
  { weight: 3, arbitrary: fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 })) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(1), fc.nat(1)) },
  { weight: 1, arbitrary: fc.tuple(bad, fc.constant(10)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant(5), bad) },
);

const accounts = fc.option(
  fc.record({
    distinct: fc.integer({ min: 0, max: 6 }),
    onBusiest: fc.option(fc.integer({ min: 1, max: 40 })),
    busiest: fc.option(fc.record({ dossiers: fc.integer({ min: 1, max: 5 }), of: fc.constant(5) })),
  }),
  { freq: 2 },
);

/** Rows of some units: most have one, a few none, some two. */
export const rows: fc.Arbitrary<UnitRow[]> = fc
  .tuple(
    ...SOME.map(({ code }) => {
      const one = fc
        .tuple(pair, pair, accounts, fc.option(fc.nat(5), { freq: 1 }))
        .map(([dvc, eid, some, post]) =>
          rowOf(code, dvc, eid, {
            ...(some ? { accounts: some } : {}),
            ...(post === null ? {} : { post }),
          }),
        );
      return fc.oneof(
        { weight: 20, arbitrary: one.map((row) => [row]) },
        { weight: 1, arbitrary: fc.constant<UnitRow[]>([]) },
        { weight: 1, arbitrary: fc.tuple(one, one) },
      );
    }),
  )
  .map((all) => all.flat());

export const readings: fc.Arbitrary<Readings> = fc
  .record<Partial<Readings>>({
    combinedRatio: fc.constantFrom('meanOfRatios', 'meanOfPoints', 'meanCounts', 'pooledCounts'),
    post: fc.constantFrom('leftOut', 'inDenominator'),
    unusableMember: fc.constantFrom('leftOut', 'countsAsZero'),
    noMembers: fc.constantFrom('ownRatioAlone', 'notScored'),
    gate: fc.constantFrom('wholeUnit', 'criterionOnly'),
    rounding: fc.constantFrom(null, 0, 2),
    memberSum: fc.constantFrom('ownRow', 'sumOfMembers'),
    declinedPrize: fc.constantFrom('vacant', 'movesUp'),
  })
  .map((some) => ({ ...DEFAULT_READINGS, ...some }));

export const allUnits = (result: ScoreResult): UnitResult[] =>
  Object.values(result.levels).flatMap(({ units }) => units);

/** Every known figure of a result: each criterion's, and the totals. */
export function knownFigures(result: ScoreResult): Known[] {
  return allUnits(result)
    .flatMap(({ total, criteria }) => [
      total,
      ...Object.values(criteria).flatMap(({ a, b, own, memberMean, ratio, points }) => [
        a,
        b,
        own,
        memberMean,
        ratio,
        points,
      ]),
    ])
    .filter((figure): figure is Known => figure?.known === true);
}
