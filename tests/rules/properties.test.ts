import fc from 'fast-check';
import {
  DEFAULT_READINGS,
  equal,
  HAU_GIANG_2023,
  inputOf,
  Known,
  recompute,
  score,
  type Readings,
  type ScoreResult,
  type UnitRow,
} from '../../src/rules';
import { allUnits, knownFigures, readings, rows } from './arbitrary';
import { alone } from './build';
import {
  add,
  cmp,
  div,
  meanOf,
  pointsBy,
  q,
  read,
  rounded,
  total,
  write,
  type Q,
} from './rational';

const run = (all: readonly UnitRow[], how: Readings = DEFAULT_READINGS): ScoreResult =>
  score(HAU_GIANG_2023, inputOf(all), how);

/** Rows are many: a failing case is shown as it was found, not made smaller. */
const RUNS = { numRuns: 60, endOnFailure: true };

/** A result as text: figures by their exact values; `without` leaves out what may differ. */
function textOf(result: ScoreResult, without: readonly string[] = []): string {
  return JSON.stringify(result, (key, value: unknown) => {
    if (without.includes(key)) return undefined;
    if (value instanceof Known) return `${value.what} ${value.unit} ${value.toString()}`;
    // Any other exact number holds how it was computed so far: only its value counts.
    return value !== null && typeof value === 'object' && 'approx' in value ? String(value) : value;
  });
}

/** Where two texts part, with a little of both. */
function firstDifference(x: string, y: string): readonly [string, string] | null {
  if (x === y) return null;
  let i = 0;
  while (x[i] === y[i]) i += 1;
  return [x.slice(Math.max(0, i - 100), i + 100), y.slice(Math.max(0, i - 100), i + 100)];
}

const isRepeated = (all: readonly UnitRow[]) =>
  new Set(all.map(({ unit }) => unit)).size < all.length;

test('permuting rows changes nothing (of two equal rows, which one is pointed at)', () => {
  const shuffled = rows.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, readings, ([all, other], how) => {
      const without = isRepeated(all) ? ['plan', 'row', 'place', 'places'] : ['plan'];
      const [before, after] = [textOf(run(all, how), without), textOf(run(other, how), without)];
      expect(firstDifference(before, after)).toBeNull();
    }),
    RUNS,
  );
});

test('gated, incomplete and invalid units have no rank and no award; ranked ones have a total', () => {
  fc.assert(
    fc.property(rows, readings, (all, how) => {
      const result = run(all, how);
      const { awards } = result;
      const held = [
        ...awards.prizes.map(({ unit }) => unit),
        ...awards.places.map(({ unit }) => unit),
        ...awards.undecided.flatMap(({ units }) => units),
      ];
      expect(held.filter(({ status }) => status !== 'ranked')).toEqual([]);
      for (const { status, rank, tied, total: points } of allUnits(result)) {
        expect(rank !== null).toBe(status === 'ranked');
        if (status === 'ranked') expect(points.known).toBe(true);
        else expect(tied).toBe(false);
        if (status === 'incomplete' || status === 'invalid') expect(points.known).toBe(false);
      }
    }),
    RUNS,
  );
});

test('never more than two communes of a district nor more than seven in all', () => {
  fc.assert(
    fc.property(rows, readings, (all, how) => {
      const { places, undecided } = run(all, how).awards;
      const open = undecided.filter(({ award }) => award === 'commune');
      const seats = places.length + open.reduce((sum, each) => sum + each.places, 0);
      expect(seats).toBeLessThanOrEqual(7);
      const held = new Map<string | null, number>();
      const hold = (parent: string | null, more: number) =>
        held.set(parent, (held.get(parent) ?? 0) + more);
      for (const { unit } of places) hold(unit.unit.parent, 1);
      for (const each of open.filter(({ reason }) => reason === 'tieWithinGroup'))
        hold(each.units[0]?.unit.parent ?? null, each.places);
      expect([...held.values()].filter((count) => count > 2)).toEqual([]);
    }),
    RUNS,
  );
});

test('recompute(trace) is the value exactly, for every known figure; nothing is NaN', () => {
  let figures = 0;
  fc.assert(
    fc.property(rows, readings, (all, how) => {
      const result = run(all, how);
      const known = knownFigures(result);
      for (const figure of known) {
        const again = recompute(figure);
        expect(again.toString()).toBe(figure.toString());
        expect(equal(again, figure)).toBe(true);
        expect(Math.abs(again.approx - figure.approx)).toBeLessThanOrEqual(1e-9 * figure.approx);
      }
      figures += known.length;
      expect(textOf(result)).not.toMatch(/NaN|Infinity|undefined/);
      const ranked = allUnits(result).flatMap(({ rank, total: t }) => [
        rank ?? 0,
        t.known ? t.approx : 0,
      ]);
      expect(ranked.filter((n) => !Number.isFinite(n))).toEqual([]);
    }),
    RUNS,
  );
  process.stdout.write(`recomputed ${figures} figures\n`);
  expect(figures).toBeGreaterThan(1000);
});

test('ranks are 1 + the number of units before, by totals multiplied crosswise', () => {
  let ties = 0;
  fc.assert(
    fc.property(rows, readings, (all, how) => {
      for (const { units } of Object.values(run(all, how).levels)) {
        const ranked = units.flatMap((unit) => {
          if (unit.rank === null || !unit.total.known) return [];
          const exactly = read(unit.total.toString());
          const points = how.rounding === null ? exactly : rounded(exactly, how.rounding);
          return [{ rank: unit.rank, tied: unit.tied, points }];
        });
        for (const { rank, tied, points } of ranked) {
          const higher = ranked.filter((other) => cmp(other.points, points) > 0).length;
          const equalOnes = ranked.filter((other) => cmp(other.points, points) === 0).length;
          // Tie measures may lower a rank, but never past a unit with fewer points.
          expect(rank).toBeGreaterThan(higher);
          expect(rank).toBeLessThanOrEqual(higher + equalOnes);
          expect(ranked.filter((other) => other.rank < rank)).toHaveLength(rank - 1);
          expect(ranked.filter((other) => other.rank === rank).length > 1).toBe(tied);
          if (equalOnes > 1) ties += 1;
        }
      }
    }),
    RUNS,
  );
  expect(ties).toBeGreaterThan(100);
});

describe('more online dossiers never lower a commune’s points', () => {
  const counts = fc
    .tuple(fc.nat(2000), fc.nat(2000), fc.integer({ min: 1, max: 50 }))
    .map(([x, y, n]) => ({ a: Math.min(x, y), b: Math.max(x, y, 1), n }));
  const pointsOf = (a: number, b: number): Q => {
    const { unit } = alone('Xã Vị Thắng', [a, b], [1, 2]);
    return read(unit.total.toString());
  };

  test('as new ones: a + n of b + n', () => {
    fc.assert(
      fc.property(counts, ({ a, b, n }) => {
        expect(cmp(pointsOf(a + n, b + n), pointsOf(a, b))).not.toBe(-1);
      }),
      { numRuns: 100 },
    );
  });

  test('moved from direct: a + n of b, while a + n ≤ b', () => {
    fc.assert(
      fc.property(counts, ({ a, b, n }) => {
        const more = Math.min(a + n, b);
        expect(cmp(pointsOf(more, b), pointsOf(a, b))).not.toBe(-1);
      }),
      { numRuns: 100 },
    );
  });
});

describe('points against integers', () => {
  const count = fc.integer({ min: 1, max: 100_000 });
  const ratio = fc.tuple(count, count).map(([x, y]) => [Math.min(x, y), Math.max(x, y)] as const);

  test('a commune’s total', () => {
    fc.assert(
      fc.property(ratio, ratio, ([a, b], [c, d]) => {
        const expected = add(pointsBy(q(a, b), q(1), q(60)), pointsBy(q(c, d), q(9, 10), q(40)));
        expect(alone('Xã Vị Thắng', [a, b], [c, d]).unit.total.toString()).toBe(write(expected));
      }),
      { numRuns: 200 },
    );
  });

  test('a district’s total under all four readings of the combined ratio', () => {
    const codes = HAU_GIANG_2023.units.flatMap(({ code, parent }) =>
      parent === '935' ? [code] : [],
    );
    const cases = fc.tuple(ratio, fc.array(ratio, { minLength: 1, maxLength: codes.length }));
    fc.assert(
      fc.property(cases, ([[a, b], members]) => {
        const all = [[a, b] as const, ...members];
        const table = all.map(([x, y], i): UnitRow => ({
          unit: i === 0 ? '935' : (codes[i - 1] as string),
          place: { sheet: 'S', address: `A${i}` },
          counts: {
            dvc: { a: { value: x, place: null }, b: { value: y, place: null } },
            eid: { a: { value: 1, place: null }, b: { value: 2, place: null } },
          },
          accounts: null,
        }));
        const own = q(a, b);
        const ratios = members.map(([x, y]) => q(x, y));
        const district = (r: Q) => pointsBy(r, q(9, 10), q(60));
        const means = (at: 0 | 1) => add(q(all[0]![at]), meanOf(members.map((m) => q(m[at]))));
        const expected = {
          meanOfRatios: district(meanOf([own, meanOf(ratios)])),
          meanOfPoints: meanOf([
            district(own),
            meanOf(ratios.map((r) => pointsBy(r, q(1), q(60)))),
          ]),
          meanCounts: district(div(means(0), means(1))),
          pooledCounts: district(
            div(total(all.map(([x]) => q(x))), total(all.map(([, y]) => q(y)))),
          ),
        };
        for (const [combinedRatio, dvc] of Object.entries(expected)) {
          const how = { ...DEFAULT_READINGS, combinedRatio } as Readings;
          const unit = run(table, how).levels.district?.units.find((u) => u.unit.code === '935');
          expect([combinedRatio, unit?.total.toString()]).toEqual([
            combinedRatio,
            write(add(dvc, q(20))),
          ]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
