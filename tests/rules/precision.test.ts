import { finerThanSheets, type Plan } from '../../src/rules';
import { HAU_GIANG_2023 } from '../../src/rules';
import { nameOf, row, scoreRows, type Pair } from './build';

const plan: Plan = HAU_GIANG_2023;

/** Names of the units that a spreadsheet may judge otherwise. */
function finer(
  rows: readonly (readonly [name: string, dvc: Pair, eid: Pair])[],
  rounding?: number,
) {
  const given = rows.map(([name, dvc, eid]) => row(name, dvc, eid));
  const result = scoreRows(given, rounding === undefined ? {} : { rounding }, {}, plan);
  const codes = finerThanSheets(result);
  return Object.values(result.levels)
    .flatMap(({ units }) => units)
    .filter(({ unit }) => codes.has(unit.code))
    .map(nameOf)
    .sort();
}

test.each<[string, Parameters<typeof finer>[0], string[]]>([
  [
    'totals apart by 60/9e12',
    [
      ['Xã Vị Thắng', [2999999, 3000000], [1, 2]],
      ['Xã Vị Đông', [2999998, 2999999], [1, 2]],
    ],
    ['Huyện Vị Thủy', 'Xã Vị Thắng', 'Xã Vị Đông'],
  ],
  [
    'totals apart by 60/9e6',
    [
      ['Xã Vị Thắng', [2999, 3000], [1, 2]],
      ['Xã Vị Đông', [2998, 2999], [1, 2]],
    ],
    [],
  ],
  [
    'exactly equal totals by other figures',
    [
      ['Xã Vị Thắng', [157, 180], [50, 70]],
      ['Xã Vị Đông', [145, 180], [57, 70]],
    ],
    [],
  ],
  [
    'below the gate by 1/1e11',
    [['Xã Vị Thắng', [69999999999, 100000000000], [1, 2]]],
    ['Huyện Vị Thủy', 'Xã Vị Thắng'],
  ],
  ['below the gate by 1/1e6', [['Xã Vị Thắng', [699999, 1000000], [1, 2]]], []],
  ['exactly at the gate', [['Xã Vị Thắng', [7, 10], [1, 2]]], []],
  ['above it by 1/1e11', [['Xã Vị Thắng', [70000000001, 100000000000], [1, 2]]], []],
])('%s', (_, rows, names) => {
  expect(finer(rows)).toEqual(names);
});

test('just below the half that rounding to no decimals goes up from; at it, it is decided', () => {
  // 60 × a/b + 20 = 79.5 at a/b = 119/120.
  expect(finer([['Xã Vị Thắng', [119, 120], [1, 2]]], 0)).toContain('Xã Vị Thắng');
  expect(finer([['Xã Vị Thắng', [118, 120], [1, 2]]], 0)).toEqual([]);
});
