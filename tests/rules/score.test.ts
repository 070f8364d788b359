import { HAU_GIANG_2023, isOpen, type UnitRow } from '../../src/rules';
import {
  code,
  communesOf,
  DECIDED,
  DISTRICT_NAMES,
  nameOf,
  problems,
  ranks,
  row,
  scoreRows,
  unitOf,
} from './build';
import type { Pair } from './build';

const EID: Pair = [50, 100];
const COMMUNES = DISTRICT_NAMES.flatMap(communesOf);

/** Rows of every unit: districts from 79 % down, communes from 99,9 % down, by 0,1 % a step. */
function everyUnit(change: (name: string) => Pair | null | undefined = () => undefined): UnitRow[] {
  const ratios: [string, Pair][] = [
    ...DISTRICT_NAMES.map((name, i): [string, Pair] => [name, [79 - i, 100]]),
    ...COMMUNES.map((name, i): [string, Pair] => [name, [999 - i, 1000]]),
  ];
  return ratios.flatMap(([name, pair]) => {
    const changed = change(name);
    return changed === null ? [] : [row(name, changed ?? pair, EID)];
  });
}

describe('the whole of it', () => {
  const result = scoreRows(everyUnit());

  test('all units of the plan are there, ranked', () => {
    expect(ranks(result, 'district')).toHaveLength(8);
    expect(ranks(result, 'commune')).toHaveLength(75);
    expect([result.levels.district?.unscored, result.levels.commune?.unscored]).toEqual([0, 0]);
  });

  test('no error, nothing undecided: no draft', () => {
    expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(isOpen(result)).toBe(false);
  });

  test('seven communes: two each of the first districts in the ranking, then one', () => {
    const placed = result.awards.places.map(({ unit }) => nameOf(unit));
    const expected = DISTRICT_NAMES.slice(0, 4).flatMap((name) => communesOf(name).slice(0, 2));
    expect(placed).toEqual(expected.slice(0, 7));
  });

  test('those passed over have their reason: the other communes of the full districts', () => {
    const full = DISTRICT_NAMES.slice(0, 3).flatMap((name) => communesOf(name).slice(2));
    expect(result.awards.passedOver.map(({ unit }) => nameOf(unit))).toEqual(full);
  });
});

describe('units without a row', () => {
  test('each is an error of its own and incomplete; ranks of the others are provisional', () => {
    const missing = ['Xã Vị Thắng', 'Huyện Long Mỹ'];
    const result = scoreRows(everyUnit((name) => (missing.includes(name) ? null : undefined)));
    const told = problems(result, 'unitWithoutRow');
    expect(told.map(({ unit, severity }) => `${severity} ${unit}`).sort()).toEqual([
      'error 31450',
      'error 936',
    ]);
    for (const name of missing) {
      expect(unitOf(result, name)).toMatchObject({ status: 'incomplete', rank: null, row: null });
    }
    expect([result.levels.district?.unscored, result.levels.commune?.unscored]).toEqual([1, 1]);
    expect(ranks(result, 'commune')).toHaveLength(74);
    expect(isOpen(result)).toBe(true);
  });

  test('a level without any rows is one error, not seventy-five', () => {
    const result = scoreRows(everyUnit((name) => (COMMUNES.includes(name) ? null : undefined)));
    expect(problems(result, 'levelWithoutRows')).toMatchObject([
      { severity: 'error', level: 'commune' },
    ]);
    expect(problems(result, 'unitWithoutRow')).toEqual([]);
    expect(result.awards.places).toEqual([]);
    expect(ranks(result, 'district')).toHaveLength(8);
    expect(problems(result, 'noMembers')).toHaveLength(8);
  });

  test('no rows at all: every unit is there, none has points, both levels are told', () => {
    const result = scoreRows([]);
    expect(problems(result, 'levelWithoutRows')).toHaveLength(2);
    const units = Object.values(result.levels).flatMap((level) => level.units);
    expect(units).toHaveLength(83);
    expect(units.every(({ total, rank }) => !total.known && rank === null)).toBe(true);
  });

  test('a unit that is on the dossiers’ sheet but not on the e-ID sheet is told, not left out in silence', () => {
    const rows = everyUnit().map((each) =>
      each.unit === code('Xã Vị Thắng') ? { ...each, counts: { dvc: each.counts.dvc! } } : each,
    );
    const result = scoreRows(rows);
    expect(unitOf(result, 'Xã Vị Thắng').status).toBe('incomplete');
    const errors = result.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ unit }) => unit)).toEqual(['31450']);
    expect(isOpen(result)).toBe(true);
  });
});

test('a sheet that no unit is on is told once a level, not once a unit', () => {
  const rows = everyUnit().map((each) => ({ ...each, counts: { dvc: each.counts.dvc! } }));
  const result = scoreRows(rows);
  const errors = result.problems.filter(({ severity }) => severity === 'error');
  expect(errors).toHaveLength(2);
  expect(
    problems(result, 'levelWithoutCounts')
      .map((each) => each.level)
      .sort(),
  ).toEqual(['commune', 'district']);
});

describe('IV.2.b: fewer than seven qualify', () => {
  const few = (count: number) =>
    scoreRows(everyUnit((name) => (COMMUNES.indexOf(name) >= count ? [69, 100] : undefined)));

  test.each([
    // Only communes of Vị Thanh are left: two of them may have a place.
    [9, 2],
    [1, 1],
    [0, 0],
  ])('%d communes at 70 %% or above: %d awarded of 7, and it is said', (count, awarded) => {
    const result = few(count);
    expect(result.awards.places).toHaveLength(awarded);
    expect(problems(result, 'fewerThanPlaces')).toMatchObject([
      { severity: 'warning', award: 'commune', awarded, seats: 7 },
    ]);
  });

  test('places that are open between tied units aren’t lacking', () => {
    const result = scoreRows(
      everyUnit((name) => (COMMUNES.includes(name) ? [80, 100] : undefined)),
    );
    expect(problems(result, 'fewerThanPlaces')).toEqual([]);
    expect(problems(result, 'undecided')).toMatchObject([{ award: 'commune', seats: 7 }]);
  });

  test('the number of places is a parameter', () => {
    const result = scoreRows(everyUnit(), { places: 3, perGroup: 1 });
    expect(result.awards.places.map(({ unit }) => nameOf(unit))).toEqual(
      DISTRICT_NAMES.slice(0, 3).map((name) => communesOf(name)[0]),
    );
    const passed = result.awards.passedOver.map(({ reason }) => reason);
    expect(passed[0]).toMatchObject({ code: 'groupFull', most: 1 });
  });
});

describe('row 8: an award that a tie touches', () => {
  const change = (ties: Readonly<Record<string, Pair>>) => everyUnit((name) => ties[name]);

  test('is undecided, with its units, prizes and exact points; the result is a draft', () => {
    // Only own ratios: (78 % + mean)/2 would differ, so communes are left out here.
    const rows = change({ 'Thành phố Vị Thanh': [78, 100] }).slice(0, 8);
    const result = scoreRows(rows);
    expect(problems(result, 'undecided')).toEqual([
      {
        code: 'undecided',
        severity: 'warning',
        unit: null,
        places: rows.slice(0, 2).map(({ place }) => place),
        award: 'district',
        units: ['930', '931'],
        seats: 2,
        prizes: ['Nhất', 'Nhì'],
        total: expect.objectContaining({ approx: expect.closeTo(66.8, 9) }),
      },
    ]);
    expect(result.awards.prizes.map(({ prize }) => prize.name)).toEqual(['Ba']);
    expect(isOpen({ ...result, levels: {}, problems: [] })).toBe(true);
  });

  test('the decision settles it', () => {
    const rows = change({ 'Thành phố Vị Thanh': [78, 100] }).slice(0, 8);
    const units = ['930', '931'];
    const tieDecisions = [
      { ...DECIDED, level: 'district', units, points: '334/5', order: ['931', '930'] },
    ];
    const { awards } = scoreRows(rows, {}, { tieDecisions });
    expect(awards.undecided).toEqual([]);
    expect(awards.prizes.map(({ unit }) => unit.unit.code)).toEqual(['931', '930', '932']);
  });
});

describe('row 16: declined', () => {
  const first = communesOf('Thành phố Vị Thanh');
  const declined = [{ ...DECIDED, unit: code(first[0] as string) }];

  test('a commune frees its place and its district’s quota; it keeps its rank', () => {
    const result = scoreRows(everyUnit(), {}, { declined });
    const placed = result.awards.places.map(({ unit }) => nameOf(unit));
    expect(placed.slice(0, 3)).toEqual([first[1], first[2], communesOf('Thành phố Ngã Bảy')[0]]);
    expect(placed).toHaveLength(7);
    expect(unitOf(result, first[0] as string).rank).toBe(1);
    expect(result.awards.passedOver[0]?.reason).toEqual({
      code: 'declined',
      declined: declined[0],
    });
  });

  test('a decline that names no unit of the plan is an error', () => {
    const result = scoreRows(everyUnit(), {}, { declined: [{ ...DECIDED, unit: '99999' }] });
    expect(problems(result, 'declinedUnknown')).toMatchObject([
      { severity: 'error', named: '99999' },
    ]);
  });
});

describe('row 2: would the first three places change under another reading?', () => {
  // Huyện Long Mỹ: own 100 %, communes 70 % (few dossiers); Huyện Vị Thủy: own 80 %, communes 85 %.
  const rows = [
    row('Huyện Long Mỹ', [1000, 1000], EID),
    row('Xã Thuận Hưng', [7, 10], EID),
    row('Huyện Vị Thủy', [80, 100], EID),
    row('Xã Vị Thắng', [85, 100], EID),
  ];

  test('all four are computed, each with who would stand where', () => {
    const { effects } = scoreRows(rows);
    expect(effects.map(({ reading, same }) => [reading, same])).toEqual([
      ['meanOfRatios', true],
      ['meanOfPoints', true],
      ['meanCounts', true],
      ['pooledCounts', true],
    ]);
    expect(problems(scoreRows(rows), 'readingMatters')).toEqual([]);
  });

  test('“who would stand” are the first three, as many as there are prizes', () => {
    for (const { first } of scoreRows(everyUnit().slice(0, 8)).effects) {
      expect(first.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    }
  });

  test('where they change, it is said by which', () => {
    // Long Mỹ: own 600/1000, communes 10/10 → 80 %; pooled 610/1010. Vị Thủy: 78 % and 78 %.
    const other = [
      row('Huyện Long Mỹ', [600, 1000], EID),
      row('Xã Thuận Hưng', [10, 10], EID),
      row('Huyện Vị Thủy', [78, 100], EID),
      row('Xã Vị Thắng', [78, 100], EID),
    ];
    const result = scoreRows(other);
    expect(ranks(result, 'district')).toEqual(['1 Huyện Long Mỹ', '2 Huyện Vị Thủy']);
    expect(problems(result, 'readingMatters')).toMatchObject([
      {
        severity: 'warning',
        level: 'district',
        changes: [
          { reading: 'meanCounts', first: ['935', '936'] },
          { reading: 'pooledCounts', first: ['935', '936'] },
        ],
      },
    ]);
    const pooled = scoreRows(other, { combinedRatio: 'pooledCounts' });
    expect(pooled.effects.map(({ same }) => same)).toEqual([false, false, true, true]);
  });
});

test('the plan and the readings in force stand in the result', () => {
  const result = scoreRows([], { rounding: 2 });
  expect(result.plan).toBe(HAU_GIANG_2023);
  expect(result.readings.rounding).toBe(2);
});
