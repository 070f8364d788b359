import { isOpen } from '../../src/rules';
import { ABSENT, alone, cell, points, problems, ranks, row, scoreRows, unitOf } from './build';
import type { Cell, More, Pair } from './build';

const [A, B, C] = ['Xã Vị Trung', 'Xã Vị Thủy', 'Xã Vị Thắng'] as const;
const DISTRICT = 'Huyện Vị Thủy';
const ON = { percentOnly: { letter: 'Công văn 12/CAT' } } as const;
const DVC: Pair = [80, 100];

const eid = (name: string, percent: Cell, readings: object = ON) =>
  alone(name, DVC, ABSENT, readings, { eidPercent: percent });

describe('row 14: the police give only a percentage', () => {
  test('not scored by default: it is incomplete, never 0', () => {
    const { unit } = eid(A, 85, {});
    expect(unit).toMatchObject({ status: 'incomplete', rank: null });
    expect(unit.total.known).toBe(false);
  });

  test.each([
    [89.99, '8999/250'],
    [90, '40'],
    [85.5, '171/5'],
    [0, '0'],
    [100, '40'],
  ])('turned on, %d %% of a commune: %s points', (percent, expected) => {
    const { result, unit } = eid(A, percent);
    expect(points(result, A, 'eid')).toBe(expected);
    expect(unit.notes).toContainEqual({ code: 'fromPercent', criterion: 'eid' });
  });

  test('turned on, 80 % of a district is full points, 79,99 % isn’t', () => {
    expect(points(eid(DISTRICT, 80).result, DISTRICT, 'eid')).toBe('40');
    expect(points(eid(DISTRICT, 79.99).result, DISTRICT, 'eid')).toBe('7999/250');
  });

  test('it is marked: a warning with the letter and how many units', () => {
    const rows = [A, B].map((name) => row(name, DVC, ABSENT, { eidPercent: 50 }));
    const result = scoreRows([...rows, row(C, DVC, [1, 2])], ON);
    expect(problems(result, 'percentOnly')).toMatchObject([
      {
        severity: 'warning',
        level: 'commune',
        criterion: 'eid',
        letter: 'Công văn 12/CAT',
        units: 2,
      },
    ]);
  });

  test('counts go before a percentage wherever there are any', () => {
    const result = scoreRows([row(A, DVC, [1, 2], { eidPercent: 99 })], ON);
    expect(points(result, A, 'eid')).toBe('20');
    expect(problems(result, 'percentOnly')).toEqual([]);
  });

  test('wrong counts aren’t replaced by a percentage', () => {
    const { unit } = alone(A, DVC, [cell('text', '?'), 100], ON, { eidPercent: 99 });
    expect(unit.status).toBe('invalid');
  });

  test('half of the counts isn’t none: the missing one is asked for', () => {
    const half: Pair = [cell('empty'), 100];
    const { unit } = alone(A, DVC, half, ON, { eidPercent: 50 });
    expect(unit).toMatchObject({ status: 'incomplete', rank: null });
  });

  test('empty counts are', () => {
    const blank: Pair = [cell('empty'), cell('empty')];
    expect(points(alone(A, DVC, blank, ON, { eidPercent: 50 }).result, A, 'eid')).toBe('20');
  });

  test.each([
    ['empty', cell('empty'), 'incomplete'],
    ['text', cell('text', 'cao'), 'invalid'],
    ['negative', -1, 'invalid'],
    ['an error value', cell('errorValue', '#N/A'), 'invalid'],
    ['not a number', NaN, 'invalid'],
    ['infinite', Infinity, 'invalid'],
  ] as [string, Cell, string][])(
    'a percentage that is %s: not scored, an error',
    (_, cellOf, status) => {
      const { result, unit } = eid(A, cellOf);
      expect(unit).toMatchObject({ status, rank: null });
      expect(problems(result, 'unusableFigure')).toMatchObject([{ which: 'percent' }]);
      expect(isOpen(result)).toBe(true);
    },
  );

  test('above 100 %: a warning and full points, as in row 11', () => {
    const { result } = eid(A, 100.5);
    expect(points(result, A, 'eid')).toBe('40');
    expect(problems(result, 'aboveOne')).toMatchObject([{ severity: 'warning', criterion: 'eid' }]);
  });
});

describe('a percentage whose rounding could cross a threshold', () => {
  const crossings = (name: string, percent: number) =>
    problems(eid(name, percent).result, 'percentMayCross').map((each) => each.threshold);

  test.each([
    // one decimal: ± 0,05
    ['a commune at 89,9', A, 89.9, []],
    ['89,95 has two decimals: up to 89,955', A, 89.95, []],
    ['90 has none: from 89,5', A, 90, ['90%']],
    ['89 goes up to 89,5 only', A, 89, []],
    ['91 begins at 90,5', A, 91, []],
    ['90,1 begins at 90,05', A, 90.1, []],
    ['80 is no matter for a commune', A, 80, []],
    ['80 is for a district', DISTRICT, 80, ['80%']],
    ['79,9 up to 79,95', DISTRICT, 79.9, []],
    ['90 is no matter for a district', DISTRICT, 90, []],
  ] as [string, string, number, string[]][])('%s', (_, name, percent, expected) => {
    expect(crossings(name, percent)).toEqual(expected);
  });

  test('it names the unit and the criterion, as a warning', () => {
    expect(problems(eid(A, 90).result, 'percentMayCross')).toMatchObject([
      { severity: 'warning', unit: '31444', criterion: 'eid' },
    ]);
  });
});

describe('a percentage whose rounding could change an order', () => {
  const reorders = (...rows: [string, Pair, Pair, More][]) =>
    problems(
      scoreRows(
        rows.map((each) => row(...each)),
        ON,
      ),
      'percentMayReorder',
    ).map(({ unit, other }) => [unit, other]);

  test.each([
    // 50 % is 49,5 to 50,5: 19,8 to 20,2 points, 67,8 to 68,2 in all
    ['the neighbour inside the interval', [799, 1000], [1, 2], true],
    ['exactly at its lower end: 67,8', [239, 300], [1, 2], true],
    ['beyond it: 67,79', [796, 1000], [50_075, 100_000], false],
    ['far off', [75, 100], [1, 2], false],
  ] as [string, Pair, Pair, boolean][])('%s', (_, dvc, counts, warned) => {
    const found = reorders([A, DVC, ABSENT, { eidPercent: 50 }], [B, dvc, counts, {}]);
    expect(found).toEqual(warned ? [['31444', '31447']] : []);
  });

  test('two percentages: their intervals meet', () => {
    // 50 and 51: 67,8–68,2 and 68,2–68,6
    const both = (p: number): [string, Pair, Pair, More][] => [
      [A, DVC, ABSENT, { eidPercent: p }],
      [B, DVC, ABSENT, { eidPercent: 50 }],
    ];
    expect(reorders(...both(51))).toEqual([['31444', '31447']]);
    expect(reorders(...both(52))).toEqual([]);
  });

  test('without any percentage nothing is said', () => {
    expect(reorders([A, DVC, [1, 2], {}], [B, DVC, [1, 2], {}])).toEqual([]);
  });

  test('a jump inside the interval widens it: 90 % may have been 35,8 points', () => {
    // 90 is 89,5 to 90,5: 35,8 or 40 points; the neighbour has 36,4
    const found = reorders([A, DVC, ABSENT, { eidPercent: 90 }], [B, DVC, [91, 250], {}]);
    expect(found).toEqual([]);
    const near = reorders([A, DVC, ABSENT, { eidPercent: 90 }], [B, [81, 100], [89, 100], {}]);
    // 84,2 of B lies between 83,8 and 88
    expect(near).toEqual([['31444', '31447']]);
  });
});

describe('DVC comes from counts: “a percent column in the input is rounded: ratios come from counts only”', () => {
  test('a district’s own percentage is either refused or held against the combined ratio', () => {
    // (85,9 % ± 0,05 + 94,1 %)/2 = 90 % ± 0,025: the rounding decides on 60 points
    const rows = [row(DISTRICT, ABSENT, [1, 2], { dvcPercent: 85.9 }), row(A, [941, 1000], [1, 2])];
    const result = scoreRows(rows, ON);
    const refused = unitOf(result, DISTRICT).status === 'incomplete';
    const warned = problems(result, 'percentMayCross').some(({ unit }) => unit === '935');
    expect(refused || warned).toBe(true);
  });

  test('off by default', () => {
    const result = scoreRows([row(A, ABSENT, [1, 2], { dvcPercent: 85.9 })]);
    expect(unitOf(result, A).status).toBe('incomplete');
    expect(ranks(result, 'commune')).toEqual([]);
  });
});
