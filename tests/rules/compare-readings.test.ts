import fc from 'fast-check';
import {
  changedReadings,
  combinationsOf,
  compareReadings,
  DEFAULT_READINGS,
  fullName,
  HAU_GIANG_2023,
  inputOf,
  score,
  type Readings,
  type ReadingsCompared,
  type ScoreResult,
  type UnitRow,
} from '../../src/rules';
import { rows } from './arbitrary';
import { code, row } from './build';

const compare = (all: readonly UnitRow[], some: Partial<Readings> = {}) =>
  compareReadings(HAU_GIANG_2023, inputOf(all), { ...DEFAULT_READINGS, ...some });

/** The seats of an award as a person reads them. */
function told({ seats }: Pick<ReadingsCompared, 'seats'>, award: string) {
  return seats
    .filter((seat) => seat.award === award)
    .map(({ prize, units, holdsUnder, otherwise }) => [
      prize?.name ?? 'Bằng khen',
      units.map(nameOf).join(', '),
      holdsUnder,
      ...otherwise.map((each) => `${each.units.map(nameOf).join(', ')} ${each.combinations}`),
    ]);
}

const nameOf = (unit: string) =>
  fullName(HAU_GIANG_2023.units.find((each) => each.code === unit) as never);

// Vị Thủy has (80 + 100)/2 = 90 %: full points by the mean of ratios. By all dossiers it has
// (800 + 10)/(1000 + 10) = 80,2 %. Long Mỹ has 88 % both ways; e-ID puts nobody apart.
const TWO = [
  row('Huyện Vị Thủy', [800, 1000], [50, 100]),
  row('Huyện Long Mỹ', [880, 1000], [50, 100]),
  row('Xã Vị Thắng', [10, 10], [50, 100]),
  row('Xã Lương Tâm', [88, 100], [50, 100]),
];

describe('who stands where under other readings', () => {
  const { seats } = compare(TWO);

  test('the first prize: the mean of ratios gives it to Vị Thủy, the pooled counts to Long Mỹ', () => {
    const first = seats.find(({ prize }) => prize?.name === 'Nhất');
    expect(first?.units).toEqual([code('Huyện Vị Thủy')]);
    const [other] = first?.otherwise ?? [];
    expect(other?.units).toEqual([code('Huyện Long Mỹ')]);
    // Or those of its communes that have no rows pull its mean down.
    expect(other?.changes.map((each) => changedReadings(each).map((key) => each[key]))).toEqual([
      ['meanCounts'],
      ['pooledCounts'],
      ['countsAsZero'],
    ]);
  });

  test('a commune that is below the gate comes in where only its criterion counts 0', () => {
    const gated = compare([...TWO, row('Xã Vị Đông', [60, 100], [80, 100])]);
    const free = gated.seats.find(({ award, units }) => award === 'commune' && units.length === 0);
    expect(free).toMatchObject({ places: 5 });
    expect(free?.otherwise).toMatchObject([
      { units: [code('Xã Vị Đông')], isOpen: false, changes: [{ gate: 'criterionOnly' }] },
    ]);
    expect(free?.otherwise[0]?.changes).toHaveLength(1);
  });
});

describe('how many', () => {
  test('4 ratios × 2 unusable × 2 without members × 2 gates × 2 measures × 2 roundings × 2 e-ID, and lone ones', () => {
    const compared = compare(TWO);
    // Alone: roundings to 0, 1, 3 and 4 decimals, and the prize of a declined unit.
    expect(compared.combinations).toBe(4 * 2 ** 6 + 4 + 1);
    expect(compared.roundings).toBe(6);
  });

  test('dossiers by post double them', () => {
    const [first, ...others] = TWO;
    const posted = [row('Huyện Vị Thủy', [800, 1000], [50, 100], { post: 5 }), ...others];
    expect(first).toBeDefined();
    expect(compare(posted).combinations).toBe(4 * 2 ** 7 + 5);
  });

  test('with no unit apart under any reading there is one result', () => {
    const only = compare([row('Xã Vị Thắng', [90, 100], [90, 100])]);
    expect(only.results).toBe(1);
    expect(told(only, 'commune')[0]).toEqual(['Bằng khen', 'Xã Vị Thắng', only.combinations]);
  });
});

test('rounding alone: 97,004 and 97,001 are apart, and equal at two decimals', () => {
  const near = [
    row('Huyện Vị Thủy', [88_008, 100_000], [40, 100]),
    row('Huyện Long Mỹ', [88_000, 100_000], [40, 100]),
  ];
  const { rounding } = compare(near);
  const [first] = rounding;
  expect(first).toMatchObject({ units: [code('Huyện Vị Thủy')], holdsUnder: 3 });
  expect(first?.otherwise).toMatchObject([
    { isOpen: true, changes: [{ rounding: 0 }, { rounding: 1 }, { rounding: 2 }] },
  ]);
});

/** Who has each seat by scoring anew, as text. */
function bySeat({ awards }: ScoreResult): string {
  const names = (units: readonly { readonly unit: { readonly code: string } }[]) =>
    units.map(({ unit }) => unit.code).sort();
  return JSON.stringify([
    awards.prizes.map(({ prize, unit }) => [prize.name, unit.unit.code]),
    names(awards.places.map(({ unit }) => unit)),
    awards.undecided.map(({ units, places, prizes }) => [
      names(units),
      places,
      prizes.map(({ name }) => name),
    ]),
  ]);
}

test('every combination, computed with shared work, is what scoring anew gives', () => {
  fc.assert(
    fc.property(rows, fc.context(), (all, context) => {
      const compared = compare(all);
      const [inForce, ...others] = combinationsOf(
        compared.choices.filter(({ key }) => key !== 'declinedPrize'),
        DEFAULT_READINGS,
      ).filter(({ rounding }) => rounding === null || rounding === 2);
      expect(inForce).toEqual(DEFAULT_READINGS);
      const alone = [0, 1, 3, 4].map((rounding) => ({ ...DEFAULT_READINGS, rounding }));
      const combinations = [DEFAULT_READINGS, ...others, ...alone];
      expect(compared.combinations).toBe(combinations.length + 1);
      const anew = combinations.map((how) => score(HAU_GIANG_2023, inputOf(all), how));
      const seen = anew.map(bySeat);
      context.log(`${new Set(seen).size} results`);
      expect(compared.results).toBe(new Set(seen).size);
      for (const { prize, award, units, isOpen, holdsUnder } of compared.seats) {
        if (isOpen || units.length !== 1) continue;
        const [unit] = units;
        const has = ({ awards }: ScoreResult) =>
          prize
            ? awards.prizes.some((each) => each.prize === prize && each.unit.unit.code === unit)
            : awards.places.some((each) => each.award.id === award && each.unit.unit.code === unit);
        // No unit is declined here, so the lone reading of declined prizes changes nothing.
        expect(holdsUnder).toBe(anew.filter(has).length + 1);
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 120_000);
