import { readCount, readPercent } from '../../../src/workbook/find/cells';
import { gridOf } from './read';

const count = (value: string | number | boolean) => readCount(gridOf([[value]], 'Xã', 11, 3), 0, 0);
const place = { sheet: 'Xã', address: 'D12' };

describe('a count', () => {
  test.each([
    [0, 0],
    [1234, 1234],
    ['1234', 1234],
    [' 1234 ', 1234],
  ])('%j is %d', (value, expected) => expect(count(value)).toEqual({ value: expected, place }));

  // A hand-made report writes thousands as text: "1.234" is 1,234 there and never 1.234.
  test('"1.234" as text is 1234', () => expect(count('1.234')).toEqual({ value: 1234, place }));
  test('"1.234.567" as text', () => expect(count('1.234.567')).toEqual({ value: 1234567, place }));

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['abc', 'text'],
    ['12 hồ sơ', 'text'],
    ['1.23', 'text'],
    [true, 'text'],
    ['#REF!', 'errorValue'],
    ['#DIV/0!', 'errorValue'],
    ['#N/A', 'errorValue'],
    ['#NAME?', 'errorValue'],
  ])('%j is none: %s', (value, unusable) =>
    expect(count(value)).toMatchObject({ unusable, place }),
  );
});

describe('a percentage', () => {
  const percent = (value: string | number) => readPercent(gridOf([[value]]), 0, 0);
  test.each([
    ['85,5%', 85.5],
    ['85.5 %', 85.5],
    [0.855, 85.5],
    [85.5, 85.5],
    [1, 100],
    ['100%', 100],
    [0.07, 7],
  ])('%j is %d', (value, expected) => expect(percent(value)).toMatchObject({ value: expected }));
});
