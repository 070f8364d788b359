/** What it takes, against scoring again with one dossier more at a time. */
import fc from 'fast-check';
import {
  compare,
  COMBINED_RATIOS,
  planNumber,
  round,
  whatItTakes,
  type Exact,
  type Readings,
  type ScoreResult,
} from '../../src/rules';
import { code, row, scoreRows, unitOf, type Pair } from './build';

type Rows = Readonly<Record<string, { readonly dvc: Pair; readonly eid: Pair; post?: number }>>;

function scored(rows: Rows, readings: Partial<Readings> = {}): ScoreResult {
  const all = Object.entries(rows).map(([name, { dvc, eid, post }]) =>
    row(name, dvc, eid, post === undefined ? {} : { post }),
  );
  return scoreRows(all, readings);
}

const levelOfUnit = (name: string) => (name.startsWith('Huyện') ? 'district' : 'commune');
const needOf = (rows: Rows, name: string, readings: Partial<Readings> = {}) =>
  whatItTakes(scored(rows, readings), levelOfUnit(name), code(name));

const SMALL: Rows = {
  'Huyện Vị Thủy': { dvc: [80, 100], eid: [60, 100] },
  'Huyện Long Mỹ': { dvc: [85, 100], eid: [62, 100] },
  'Xã Vị Thắng': { dvc: [95, 100], eid: [90, 100] },
  'Xã Vị Đông': { dvc: [80, 100], eid: [90, 100] },
  'Xã Lương Tâm': { dvc: [66, 100], eid: [90, 100] },
};

describe('the gate', () => {
  test('66 of 100: 4 moved; 14 added, since 80/114 is 70,2 % and 79/113 is below', () => {
    expect(needOf(SMALL, 'Xã Lương Tâm')).toEqual({
      goal: 'gate',
      criterion: 'dvc',
      from: '70%',
      clause: 'III.2.b',
      ways: { moved: 4, added: 14 },
    });
  });

  test('exactly 70 % is enough: 63 of 100 and 7 moved', () => {
    const rows = { ...SMALL, 'Xã Lương Tâm': { dvc: [63, 100], eid: [1, 100] } } as Rows;
    expect(needOf(rows, 'Xã Lương Tâm')).toMatchObject({ ways: { moved: 7 } });
  });
});

describe('the next rank', () => {
  test('from 80 to past 95: 16 moved, none level; 301 added', () => {
    expect(needOf(SMALL, 'Xã Vị Đông')).toMatchObject({
      goal: 'rank',
      rank: 1,
      ways: {
        moved: { dossiers: 16, ends: 'ahead' },
        added: { dossiers: 301, ends: 'ahead' },
      },
    });
  });

  test('a rank with all points can only be drawn level with, and never by new dossiers', () => {
    const rows = { ...SMALL, 'Xã Vị Thắng': { dvc: [100, 100], eid: [90, 100] } } as Rows;
    expect(needOf(rows, 'Xã Vị Đông')).toMatchObject({
      ways: { moved: { dossiers: 20, ends: 'level' }, added: null },
    });
  });

  test('out of reach both ways: the other criterion alone holds it back', () => {
    const rows = { ...SMALL, 'Xã Vị Đông': { dvc: [99, 100], eid: [10, 100] } } as Rows;
    expect(needOf(rows, 'Xã Vị Đông')).toMatchObject({ ways: { moved: null, added: null } });
  });

  test('the first rank, and a unit without figures, need nothing', () => {
    expect(needOf(SMALL, 'Xã Vị Thắng')).toBeNull();
    expect(needOf(SMALL, 'Xã Vị Bình')).toBeNull();
  });
});

/** Scores again and again with one dossier more, up to a number of them. */
function bruteForce(
  rows: Rows,
  name: string,
  readings: Partial<Readings>,
  way: 'moved' | 'added',
  most: number,
  isReached: (result: ScoreResult) => boolean,
): number | null {
  const { dvc, ...rest } = rows[name] as Rows[string];
  const [a, b] = dvc as [number, number];
  for (let n = 0; n <= (way === 'moved' ? b - a : most); n += 1) {
    const pair: Pair = [a + n, way === 'moved' ? b : b + n];
    if (isReached(scored({ ...rows, [name]: { ...rest, dvc: pair } }, readings))) return n;
  }
  return null;
}

const MOST = 60;
const counts = fc
  .integer({ min: 1, max: 30 })
  .chain((b) => fc.tuple(fc.integer({ min: Math.floor(b / 2), max: b }), fc.constant(b)));
const unit = fc.record({ dvc: counts, eid: counts, post: fc.integer({ min: 0, max: 4 }) });
const anyRows = fc.record({
  'Huyện Vị Thủy': unit,
  'Huyện Long Mỹ': unit,
  'Xã Vị Thắng': unit,
  'Xã Vị Đông': unit,
  'Xã Lương Tâm': unit,
});
const anyReadings: fc.Arbitrary<Partial<Readings>> = fc.record({
  combinedRatio: fc.constantFrom(...COMBINED_RATIOS),
  post: fc.constantFrom('leftOut', 'inDenominator'),
  gate: fc.constantFrom('wholeUnit', 'criterionOnly'),
  rounding: fc.constantFrom(null, 1),
});

test('the smallest number is the one that scoring again finds', () => {
  fc.assert(
    fc.property(
      anyRows,
      anyReadings,
      fc.constantFrom('Huyện Vị Thủy', 'Xã Vị Thắng', 'Xã Lương Tâm'),
      fc.constantFrom('moved' as const, 'added' as const),
      (rows, readings, name, way) => {
        const result = scored(rows, readings);
        const need = whatItTakes(result, levelOfUnit(name), code(name));
        if (!need) return;
        const ranked = (total: Exact) =>
          readings.rounding ? round(total, readings.rounding) : total;
        const difference = (again: ScoreResult) => {
          const mine = unitOf(again, name).total;
          const theirs = need.goal === 'rank' ? need.above[0]?.total : null;
          return mine.known && theirs?.known ? compare(ranked(mine), ranked(theirs)) : NaN;
        };
        const search = (isReached: (again: ScoreResult) => boolean) =>
          bruteForce(rows, name, readings, way, MOST, isReached);
        const within = (n: number | null) => (n !== null && n > MOST && way === 'added' ? null : n);
        if (need.goal === 'gate') {
          const passed = search((again) => {
            const { ratio } = unitOf(again, name).criteria.dvc ?? {};
            return Boolean(ratio?.known && compare(ratio, planNumber(need.from)) >= 0);
          });
          expect(within(need.ways[way])).toBe(passed);
          return;
        }
        const found = need.ways[way];
        if (found === null || found.ends === 'level') {
          expect(search((again) => difference(again) > 0)).toBeNull();
        }
        if (found !== null && within(found.dossiers) !== null) {
          const isEnough = (d: number) => (found.ends === 'ahead' ? d > 0 : d >= 0);
          expect(search((again) => isEnough(difference(again)))).toBe(found.dossiers);
        }
      },
    ),
    { numRuns: 120 },
  );
});
