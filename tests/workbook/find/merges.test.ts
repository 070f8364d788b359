import type { Area } from '../../../src/workbook/find/grid';
import { findTables } from '../../../src/workbook/find/tables';
import { gridOf } from './read';

const GRID = gridOf([
  ['Đơn vị', 'Hồ sơ trực tuyến', null, 'Định danh điện tử', null],
  [null, 'Số đã nộp', 'Tổng số hồ sơ', 'Đã kích hoạt', 'Có CCCD'],
  ['Xã Vị Thắng', 10, 100, 80, 100],
]);
const over = (column: number, columns: number) => ({ row: 0, column, rows: 1, columns });

const headings = (merges: readonly Area[] | null) =>
  findTables({ ...GRID, merges }, [])[0]?.headings;

test('a heading reaches as far as its merge', () => {
  expect(headings([over(1, 2), over(3, 2)])).toEqual([
    'Đơn vị',
    'Hồ sơ trực tuyến Số đã nộp',
    'Hồ sơ trực tuyến Tổng số hồ sơ',
    'Định danh điện tử Đã kích hoạt',
    'Định danh điện tử Có CCCD',
  ]);
});

test('and no farther: a blank beside it is nothing of it', () => {
  const grid = gridOf([
    ['Đơn vị', 'Định danh điện tử', null, null],
    [null, 'Đã kích hoạt', 'Có CCCD', 'Ghi chú'],
    ['Xã Vị Thắng', 80, 100, 'x'],
  ]);
  const merges = [{ row: 0, column: 0, rows: 2, columns: 1 }, over(1, 2)];
  expect(findTables({ ...grid, merges }, [])[0]?.headings[3]).toBe('Ghi chú');
});

test('where merges aren’t known the reach is guessed, and its columns are shown as unsure', () => {
  const sure = (merges: readonly Area[] | null) =>
    [...(findTables({ ...GRID, merges }, [])[0]?.columns.values() ?? [])].map(
      (column) => `${column.heading}: ${column.sure}`,
    );
  expect(sure(null)).toContain('Định danh điện tử Có CCCD: false');
  expect(sure([over(1, 2), over(3, 2)])).toContain('Định danh điện tử Có CCCD: true');
});
