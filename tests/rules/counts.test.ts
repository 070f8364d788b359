import { HAU_GIANG_2023, isOpen } from '../../src/rules';
import { ABSENT, alone, cell, points, problems, row, scoreRows, total, unitOf } from './build';
import type { Pair } from './build';

const COMMUNE = 'Xã Vị Thắng';
const DISTRICT = 'Huyện Vị Thủy';
const GOOD: Pair = [90, 100];

describe('III.2.b: a wrong or missing figure is never 0 points (rows 10 and 12)', () => {
  const cases: [string, Pair, Pair, 'invalid' | 'incomplete'][] = [
    ['a > b', [101, 100], GOOD, 'invalid'],
    ['a > b by 1 in ten million', [10_000_001, 10_000_000], GOOD, 'invalid'],
    ['a > b = 0', [1, 0], GOOD, 'invalid'],
    ['a = b = 0', [0, 0], GOOD, 'incomplete'],
    ['a empty', [cell('empty'), 100], GOOD, 'incomplete'],
    ['b empty', [90, cell('empty')], GOOD, 'incomplete'],
    ['a is text', [cell('text', 'chín mươi'), 100], GOOD, 'invalid'],
    ['b is text', [90, cell('text', '-')], GOOD, 'invalid'],
    ['a negative', [-1, 100], GOOD, 'invalid'],
    ['b negative', [0, -100], GOOD, 'invalid'],
    ['a told to be negative', [cell('negative', '-1'), 100], GOOD, 'invalid'],
    ['a not whole', [89.5, 100], GOOD, 'invalid'],
    ['b not whole', [90, 100.5], GOOD, 'invalid'],
    ['a is #REF!', [cell('errorValue', '#REF!'), 100], GOOD, 'invalid'],
    ['b is #DIV/0!', [90, cell('errorValue', '#DIV/0!')], GOOD, 'invalid'],
    ['a is not a number', [NaN, 100], GOOD, 'invalid'],
    ['b is infinite', [90, Infinity], GOOD, 'invalid'],
    ['a is a formula without its value', [cell('notCalculated', '=C1'), 100], GOOD, 'incomplete'],
    ['e-ID: b = 0', GOOD, [5, 0], 'invalid'],
    ['e-ID: a = b = 0', GOOD, [0, 0], 'invalid'],
    ['e-ID: a empty', GOOD, [cell('empty'), 100], 'incomplete'],
    ['e-ID: b is text', GOOD, [80, cell('text', 'n/a')], 'invalid'],
    ['e-ID: no column', GOOD, ABSENT, 'incomplete'],
    ['one empty, one wrong: the wrong one weighs more', [cell('empty'), -1], GOOD, 'invalid'],
    ['one criterion empty, the other wrong', [cell('empty'), 100], [-1, 100], 'invalid'],
  ];
  test.each(cases)('%s: not scored, no rank', (_, dvc, eid, status) => {
    const { unit } = alone(COMMUNE, dvc, eid);
    expect(unit.status).toBe(status);
    expect(unit.total.known).toBe(false);
    expect(unit.rank).toBeNull();
    expect(unit.notes.map((note) => note.code)).toContain('unscored');
  });

  test.each([
    ['a', [cell('empty'), 100], 'empty', ''],
    ['b', [90, cell('text', 'n/a')], 'text', 'n/a'],
    ['a', [-3, 100], 'negative', '-3'],
    ['a', [1.5, 100], 'notWhole', '1.5'],
    ['b', [90, cell('errorValue', '#REF!')], 'errorValue', '#REF!'],
    ['a', [cell('notCalculated', '=SUM(C1:C9)'), 100], 'notCalculated', '=SUM(C1:C9)'],
  ] as [string, Pair, string, string][])(
    'an error names the figure %s, what stands there and why (%#)',
    (which, dvc, why, shownText) => {
      const { result, unit } = alone(COMMUNE, dvc, GOOD);
      expect(problems(result, 'unusableFigure')).toMatchObject([
        { severity: 'error', unit: unit.unit.code, criterion: 'dvc', which, why, shown: shownText },
      ]);
      expect(problems(result, 'unusableFigure')[0]?.places).toHaveLength(1);
      expect(isOpen(result)).toBe(true);
    },
  );

  test('every wrong cell of a row is told, not only the first', () => {
    const { result } = alone(COMMUNE, [-1, cell('text', 'x')], [cell('empty'), 0.5]);
    const told = problems(result, 'unusableFigure').map(
      (each) => `${each.criterion}.${each.which}`,
    );
    expect(told).toEqual(['dvc.a', 'dvc.b', 'eid.a', 'eid.b']);
  });

  test('the reason names the cell', () => {
    const { unit } = alone(COMMUNE, [90, -1], GOOD, {}, { line: '12' });
    expect(unit.total).toEqual({
      known: false,
      because: [
        {
          why: 'negative',
          criterion: 'dvc',
          which: 'b',
          place: { sheet: 'Số liệu', address: 'E12' },
        },
      ],
    });
  });
});

describe('row 10: more online dossiers than dossiers', () => {
  test('is an error with both cells and both counts', () => {
    const { result } = alone(COMMUNE, [120, 100], GOOD, {}, { line: '12' });
    const [problem] = problems(result, 'aExceedsB');
    expect(problem).toMatchObject({ severity: 'error', criterion: 'dvc' });
    expect(problem?.places.map((place) => place.address)).toEqual(['D12', 'E12']);
    expect([problem?.a.toString(), problem?.b.toString()]).toEqual(['120', '100']);
  });

  test('a = b is right: the ratio is 100 %', () => {
    const { result, unit } = alone(COMMUNE, [100, 100], GOOD);
    expect(unit.status).toBe('ranked');
    expect(problems(result, 'aExceedsB')).toEqual([]);
  });

  test('for a district too', () => {
    const { unit } = alone(DISTRICT, [101, 100], GOOD);
    expect(unit.status).toBe('invalid');
  });

  test('dossiers by post don’t mend it: a > b is wrong whatever the denominator is made of', () => {
    const readings = { post: 'inDenominator' } as const;
    const { result, unit } = alone(COMMUNE, [120, 100], GOOD, readings, { post: 30 });
    expect(unit.status).toBe('invalid');
    // The message compares what is compared: 120 of 100, not of 130.
    const told = problems(result, 'aExceedsB').map(({ a, b }) => [a.toString(), b.toString()]);
    expect(told).toEqual([['120', '100']]);
  });
});

describe('row 11: an e-ID ratio above 100 % is a warning, with full points', () => {
  test.each([
    [100, 100, 0],
    [101, 100, 1],
    [250, 100, 1],
  ])('%d / %d', (a, b, warnings) => {
    const { result, unit } = alone(COMMUNE, [80, 100], [a, b]);
    expect(points(result, COMMUNE, 'eid')).toBe('40');
    expect(problems(result, 'aboveOne')).toHaveLength(warnings);
    expect(problems(result, 'aboveOne').every(({ severity }) => severity === 'warning')).toBe(true);
    expect(unit.notes.filter(({ code }) => code === 'aboveOne')).toHaveLength(warnings);
    expect(unit.status).toBe('ranked');
  });
});

describe('row 12: no dossiers at all', () => {
  test('a = b = 0 in DVC is a warning: nothing happened in the period', () => {
    const { result } = alone(COMMUNE, [0, 0], GOOD);
    expect(problems(result, 'nothingCounted')).toMatchObject([{ severity: 'warning' }]);
    expect(problems(result, 'zeroDenominator')).toEqual([]);
  });

  test('a = b = 0 in e-ID is an error: no commune is without a citizen card', () => {
    const { result } = alone(COMMUNE, [80, 100], [0, 0]);
    expect(problems(result, 'zeroDenominator')).toMatchObject([
      { severity: 'error', criterion: 'eid' },
    ]);
  });

  test('a = 0 of b > 0 is a ratio like any other: 0 points, told as gated, not as missing', () => {
    const { result, unit } = alone(COMMUNE, [0, 100], GOOD);
    expect(points(result, COMMUNE, 'dvc')).toBe('0');
    expect(unit.status).toBe('gated');
  });
});

describe('row 3: dossiers by public post', () => {
  const withPost = (post: number, readings = {}) =>
    alone(COMMUNE, [80, 100], [90, 100], readings, { post }).result;

  test('are left out by default: 80/100', () => {
    expect(points(withPost(100), COMMUNE, 'dvc')).toBe('48');
  });

  test('in the denominator: 80/(100 + 10)', () => {
    const result = withPost(10, { post: 'inDenominator' });
    expect(points(result, COMMUNE, 'dvc')).toBe('480/11');
    expect(unitOf(result, COMMUNE).criteria.dvc?.b.known).toBe(true);
  });

  test('in the denominator they can push a commune below the gate: 80/115', () => {
    const result = withPost(15, { post: 'inDenominator' });
    expect(unitOf(result, COMMUNE).status).toBe('gated');
    expect(unitOf(withPost(14, { post: 'inDenominator' }), COMMUNE).status).toBe('ranked');
  });

  test('a wrong count by post counts only where it is used', () => {
    const of = (readings: object) =>
      alone(COMMUNE, [80, 100], GOOD, readings, { post: cell('text', '?') });
    expect(of({}).unit.status).toBe('ranked');
    const used = of({ post: 'inDenominator' });
    expect(used.unit.status).toBe('invalid');
    expect(problems(used.result, 'unusableFigure')).toMatchObject([{ which: 'post' }]);
  });

  test('the e-ID ratio knows no post', () => {
    expect(points(withPost(50, { post: 'inDenominator' }), COMMUNE, 'eid')).toBe('40');
  });

  test('no post column: the reading changes nothing', () => {
    const rows = [row(COMMUNE, [80, 100], GOOD)];
    const result = scoreRows(rows, { post: 'inDenominator' });
    expect(total(result, COMMUNE)).toBe('88');
    expect(problems(result, 'postMatters')).toEqual([]);
  });

  test('where the column is there, its effect is shown: how many units, and whether awards change', () => {
    const rows = [
      row(COMMUNE, [80, 100], GOOD, { post: 20 }),
      row('Xã Vị Đông', [79, 100], GOOD, { post: 0 }),
    ];
    // 80/120 is below 70 %: the first commune leaves the list.
    expect(problems(scoreRows(rows), 'postMatters')).toMatchObject([
      { severity: 'info', units: 1, awardsChange: true },
    ]);
    const small = [row(COMMUNE, [80, 100], GOOD, { post: 1 }), rows[1] as (typeof rows)[number]];
    // 80/101 = 79,2 % still stands before 79 %.
    expect(problems(scoreRows(small), 'postMatters')).toMatchObject([
      { units: 1, awardsChange: false },
    ]);
    const none = rows.map((each) => ({ ...each }));
    expect(problems(scoreRows(none.slice(1)), 'postMatters')).toEqual([]);
  });

  test('a district feels it too, by its own row and by its communes', () => {
    const rows = [
      row(DISTRICT, [80, 100], GOOD, { post: 20 }),
      row(COMMUNE, [80, 100], GOOD, { post: 20 }),
    ];
    // (80/120 + 80/120)/2 × 60
    expect(points(scoreRows(rows, { post: 'inDenominator' }), DISTRICT, 'dvc')).toBe('40');
    expect(problems(scoreRows(rows), 'postMatters')).toMatchObject([{ units: 2 }]);
  });
});

test('what the plan asks is what the rows are checked against', () => {
  const told = HAU_GIANG_2023.levels.map(({ criteria }) =>
    criteria.map(({ aboveOne, nothingCounted }) => `${aboveOne}/${nothingCounted}`),
  );
  expect(told).toEqual([
    ['error/warning', 'warning/error'],
    ['error/warning', 'warning/error'],
  ]);
});
