import fc from 'fast-check';
import {
  canonicalLines,
  canonicalText,
  changesBetween,
  DEFAULT_READINGS,
  HAU_GIANG_2023,
  inputOf,
  type ScoreInput,
  type UnitRow,
} from '../../src/rules';
import { rows as someRows } from './arbitrary';
import { code, DECIDED, row } from './build';

const plan = HAU_GIANG_2023;
const ROWS = [
  row('Xã Vị Thắng', [90, 100], [800, 1000]),
  row('Xã Vị Đông', [80, 100], [700, 1000]),
];
const lines = (input: ScoreInput, readings = DEFAULT_READINGS) =>
  canonicalLines(plan, input, readings);
const textOf = (rows: readonly UnitRow[]) => canonicalText(lines(inputOf(rows)));
const changed = (input: ScoreInput, readings = DEFAULT_READINGS) =>
  changesBetween(lines(inputOf(ROWS)), lines(input, readings));

/** The row as it would be read from another place. */
function elsewhere(each: UnitRow): UnitRow {
  const text = JSON.stringify(each).replace(/"address":"([A-Z]+)(\d+)"/g, '"address":"$11$2"');
  return JSON.parse(text.replace(/"sheet":"[^"]*"/g, '"sheet":"Khác"')) as UnitRow;
}

test('neither where figures stand nor the order of rows is in the text', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      expect(textOf([...rows].reverse().map(elsewhere))).toBe(textOf(rows));
    }),
    { numRuns: 50 },
  );
});

test('any other figure is another text', () => {
  for (const [a, b] of [
    [91, 100],
    [90, 101],
    [90.5, 100],
  ]) {
    expect(textOf([row('Xã Vị Thắng', [a!, b!], [800, 1000]), ROWS[1]!])).not.toBe(textOf(ROWS));
  }
});

test('a changed figure is told with its unit, its cell, what it was and is', () => {
  const other = row('Xã Vị Thắng', [95, 100], [800, 1000]);
  expect(changed(inputOf([other, ROWS[1]!]))).toEqual([
    {
      what: 'figure',
      unit: code('Xã Vị Thắng'),
      figure: 'dvc.a',
      place: other.counts['dvc']!.a.place,
      was: 90,
      now: 95,
    },
  ]);
});

test('a row that is gone is told as a whole, where it stood', () => {
  expect(changed(inputOf([ROWS[0]!]))).toEqual([
    {
      what: 'figure',
      unit: code('Xã Vị Đông'),
      figure: null,
      place: ROWS[1]!.place,
      was: [80, 100, 700, 1000],
      now: undefined,
    },
  ]);
});

test('nothing changed: nothing is told', () => {
  expect(changed(inputOf([...ROWS].reverse()))).toEqual([]);
});

test('a reading, a decision, a declined unit', () => {
  const readings = { ...DEFAULT_READINGS, gate: 'criterionOnly' } as const;
  expect(changed(inputOf(ROWS), readings)).toEqual([
    { what: 'reading', was: ['gate', 'wholeUnit'], now: ['gate', 'criterionOnly'] },
  ]);
  const declined = { ...DECIDED, unit: code('Xã Vị Thắng') };
  expect(changed({ ...inputOf(ROWS), declined: [declined] })).toEqual([
    { what: 'declined', was: undefined, now: [declined] },
  ]);
});

test('no line is longer than a cell holds, however many units are tied', () => {
  const units = Array.from({ length: 20_000 }, (_, i) => `X${i}`);
  const decision = { ...DECIDED, level: 'commune', units, points: '100', order: units };
  const all = lines({ ...inputOf(ROWS), tieDecisions: [decision] });
  expect(Math.max(...all.map(({ text }) => text.length))).toBeLessThanOrEqual(32_767);
  expect(changesBetween(all, all)).toEqual([]);
});

test.each(['', '[', '["unit"]', '["unit","1",2,3,4,5,6]', 'xin chào', '[]', '["reading"]'])(
  'a copy that somebody wrote %p into is told as changed, and nothing fails',
  (text) => {
    const broken = lines(inputOf(ROWS)).map((line, i) => (i === 3 ? { text, cells: '[' } : line));
    expect(changesBetween(broken, lines(inputOf(ROWS))).length).toBeGreaterThan(0);
  },
);
