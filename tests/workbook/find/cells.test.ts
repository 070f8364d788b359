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

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['abc', 'text'],
    ['12 hồ sơ', 'text'],
    ['1.23', 'text'],
    // Both habits can be meant: whoever reads a count must not guess.
    ['1.234', 'text'],
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
