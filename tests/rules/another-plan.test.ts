import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DEFAULT_READINGS,
  HAU_GIANG_2023,
  inputOf,
  score,
  type Plan,
  type ScoreInput,
  type ScoreResult,
  type UnitRow,
} from '../../src/rules';
import { problems, shown } from './build';
import { CLUSTERS_2026, GREEN_2025 } from './plans/green-2025';

type Counts = Readonly<Record<string, readonly [a: number, b: number]>>;

const rowsOf = (table: Readonly<Record<string, Counts>>): UnitRow[] =>
  Object.entries(table).map(([unit, counts]) => ({
    unit,
    place: { sheet: 'S', address: unit },
    counts: Object.fromEntries(
      Object.entries(counts).map(([id, [a, b]]) => [
        id,
        { a: { value: a, place: null }, b: { value: b, place: null } },
      ]),
    ),
    accounts: null,
  }));

const run = (
  plan: Plan,
  table: Readonly<Record<string, Counts>>,
  extra: Partial<ScoreInput> = {},
) => score(plan, { ...inputOf(rowsOf(table)), ...extra });

const list = (result: ScoreResult, level: string) =>
  result.levels[level]?.units.map(
    ({ unit, status, rank, tied, total }) =>
      `${unit.code} ${rank ?? status}${tied ? '=' : ''} ${shown(total)}`,
  );

describe('another plan by the same rules: other criteria, thresholds, gate, awards', () => {
  const table = {
    // 66,5 % of trees is enough; water: own 1/2, villages 5/6 on average: 2/3 exactly
    R1: { trees: [133, 200], waste: [1, 1], water: [1, 2] },
    V11: { water: [4, 6] },
    V12: { water: [6, 6] },
    // trees 132/200 × 45,5 = 30,03; waste 1/3 × 30, at the gate; water (1/2 + 1/2)/2 × 24,5
    R2: { trees: [132, 200], waste: [1, 3], water: [1, 2] },
    V21: { water: [49, 100] },
    V22: { water: [51, 100] },
    // waste just below 1/3
    R3: { trees: [200, 200], waste: [333_333, 1_000_000], water: [1, 1] },
    V31: { water: [0, 5] },
    V32: { water: [50, 100] },
  } as const;
  const result = run(GREEN_2025, table);

  test('regions', () => {
    expect(list(result, 'region')).toEqual([
      'R1 1 100',
      // 30,03 + 10 + 12,25
      'R2 2 1307/25',
      // 45,5 + 9,99999 + 15,3125: water is (1 + 1/4)/2 = 62,5 %, below 2/3
      'R3 gated 7081249/100000',
    ]);
  });

  test('villages: 10 points from 50 %', () => {
    expect(list(result, 'village')).toEqual([
      'V11 1= 10',
      'V12 1= 10',
      'V22 1= 10',
      'V32 1= 10',
      'V21 5 49/10',
      'V31 6 0',
    ]);
  });

  test('awards: two equal places for regions without a cap, two prizes and three places for villages', () => {
    const { awards } = result;
    expect(awards.places.map(({ award, unit }) => `${award.id} ${unit.unit.code}`)).toEqual([
      'regionPlace R1',
      'regionPlace R2',
      'villagePlace V22',
      'villagePlace V32',
    ]);
    expect(
      awards.undecided.map(({ award, places, units }) => [award, places, units.length]),
    ).toEqual([
      ['villagePrize', 2, 4],
      ['villagePlace', 1, 2],
    ]);
  });

  test('quotas: one a region, four for R2', () => {
    expect(result.awards.quotas.map(({ group, quota }) => [group.code, quota])).toEqual([
      ['R1', 1],
      ['R2', 4],
      ['R3', 1],
    ]);
  });

  test('its own gate has its own clause; a > b is an error where the plan says so', () => {
    const gated = result.levels.region?.units.find(({ unit }) => unit.code === 'R3');
    expect(gated?.notes).toMatchObject([{ code: 'gated', from: '1/3', clause: '2.2' }]);
    const wrong = run(GREEN_2025, {
      ...table,
      R1: { trees: [3, 2], waste: [1, 1], water: [1, 1] },
      R2: { trees: [1, 2], waste: [2, 1], water: [1, 1] },
    });
    expect(problems(wrong, 'aboveOne').map(({ unit }) => unit)).toEqual(['R1']);
    expect(problems(wrong, 'aExceedsB').map(({ unit }) => unit)).toEqual(['R2']);
  });

  test.each([
    // rounded to whole percents: 67 began at 66,5; 66,5 itself has a decimal: 66,45 to 66,55
    [67, false],
    [66.5, true],
    [68, false],
  ])('a percentage of %d beside a threshold of 66,5 %%: may cross %p', (percent, may) => {
    const [first, ...rest] = rowsOf(table);
    const none = { unusable: 'noColumn', shown: '', place: null } as const;
    const trees = { a: none, b: none, percent: { value: percent, place: null } };
    const rows = [{ ...first!, counts: { ...first!.counts, trees } }, ...rest];
    const readings = { ...DEFAULT_READINGS, percentOnly: { letter: 'CV 1' } };
    const told = problems(score(GREEN_2025, inputOf(rows), readings), 'percentMayCross');
    expect(told).toHaveLength(may ? 1 : 0);
  });

  test('a = b = 0 is an error where the plan says so', () => {
    const zero = run(GREEN_2025, { ...table, V31: { water: [0, 0] } });
    expect(problems(zero, 'zeroDenominator').map(({ unit }) => unit)).toEqual(['V31']);
    expect(problems(zero, 'nothingCounted')).toEqual([]);
  });
});

describe('a plan with one level, its cap by groups that aren’t scored', () => {
  const table = {
    S1: { files: [98, 100] },
    S2: { files: [94, 100] },
    S3: { files: [93, 100] },
    S4: { files: [92, 100] },
    S5: { files: [9499, 10_000] },
    S6: { files: [59, 100] },
    S7: { files: [60, 100] },
  } as const;
  const result = run(CLUSTERS_2026, table);

  test('only offices have a result', () => {
    expect(Object.keys(result.levels)).toEqual(['office']);
    expect(list(result, 'office')).toEqual([
      'S1 1 100',
      'S5 2 9499/100',
      'S2 3 94',
      'S3 4 93',
      'S4 5 92',
      'S7 6 60',
      'S6 gated 59',
    ]);
    expect(problems(result, 'unitWithoutRow')).toEqual([]);
  });

  test('two of cluster K1, the next pass; four places in all', () => {
    const { awards } = result;
    expect(awards.places.map(({ unit }) => unit.unit.code)).toEqual(['S1', 'S5', 'S2', 'S7']);
    expect(awards.passedOver.map(({ unit, reason }) => [unit.unit.code, reason])).toEqual([
      ['S3', { code: 'groupFull', group: 'K1', most: 2, clause: 'C, note' }],
      ['S4', { code: 'groupFull', group: 'K1', most: 2, clause: 'C, note' }],
    ]);
  });

  test('no combined ratio: no readings of it; no individuals: no quotas', () => {
    expect(result.effects).toEqual([]);
    expect(result.awards.quotas).toEqual([]);
    expect(result.awards.prizes).toEqual([]);
  });
});

test('an award of a level that the plan doesn’t have goes to nobody', () => {
  const [place] = HAU_GIANG_2023.places;
  if (!place) throw new Error('no place');
  const stray = { ...place, id: 'stray', level: 'nowhere' };
  const plan: Plan = { ...HAU_GIANG_2023, places: [stray] };
  const { awards, problems: told } = score(plan, inputOf([]));
  expect(awards.places).toEqual([]);
  expect(told.filter(({ code }) => code === 'fewerThanPlaces')).toEqual([]);
});

test('the interpreter knows no figure, level, unit or place name of Hậu Giang’s plan', () => {
  const folder = join(__dirname, '../../src/rules');
  const files = readdirSync(folder).filter((name) => /^(score|rank|places?|prizes)/.test(name));
  expect(files.length).toBeGreaterThan(4);
  const names = HAU_GIANG_2023.units.map(({ name }) => name).filter((name) => name.length > 3);
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    const found = ["'district'", "'commune'", "'dvc'", "'eid'", "'60'", '90%', ...names].filter(
      (word) => text.includes(word),
    );
    expect([file, ...found]).toEqual([file]);
  }
});
