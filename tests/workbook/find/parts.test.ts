import { HAU_GIANG_2023, finderOf } from '../../../src/rules';
import { departmentProblems, withDepartments } from '../../../src/workbook/find/departments';
import { readRows } from '../../../src/workbook/find/rows';
import { findTables } from '../../../src/workbook/find/tables';
import { gridOf, read, type Row } from './read';

const HEAD = ['TT', 'Đơn vị', 'Trực tuyến', 'Trực tiếp', 'Tổng số hồ sơ'];
const rowsOf = (...rows: Row[]) => read([gridOf([HEAD, ...rows])]);

describe('three rows a unit are added up', () => {
  test('below the unit’s own row, which is empty', () => {
    const { rows, problems } = rowsOf(
      [1, 'Xã Vị Thắng'],
      [null, 'DVC trực tuyến một phần', 40, 5, 45],
      [null, 'DVC trực tuyến toàn trình', 50, 5, 55],
      [2, 'Xã Vị Đông'],
      [null, 'DVC trực tuyến một phần', 1, 2, 3],
      [null, 'DVC trực tuyến toàn trình', 3, 4, 7],
    );
    expect(rows).toEqual(['Xã Vị Thắng: dvc 90/100', 'Xã Vị Đông: dvc 4/10']);
    expect(problems).toEqual([]);
  });

  test('a total in the unit’s own row must be their sum', () => {
    const parts: Row[] = [
      [null, 'DVC trực tuyến một phần', 40, 5, 45],
      [null, 'DVC trực tuyến toàn trình', 50, 5, 55],
    ];
    expect(rowsOf([1, 'Xã Vị Thắng', 90, 10, 100], ...parts).rows).toEqual([
      'Xã Vị Thắng: dvc 90/100',
    ]);
    expect(rowsOf([1, 'Xã Vị Thắng', 91, 10, 100], ...parts).rows[0]).toContain('disagrees');
  });

  test('services in a column of their own, the name merged', () => {
    const head = ['Đơn vị', 'Loại dịch vụ', ...HEAD.slice(2)];
    const { rows } = read([
      gridOf([
        head,
        ['Xã Vị Thắng', 'DVC trực tuyến một phần', 40, 5, 45],
        [null, 'DVC trực tuyến toàn trình', 50, 5, 55],
      ]),
    ]);
    expect(rows).toEqual(['Xã Vị Thắng: dvc 90/100']);
  });

  test('other services are left out, and it is said', () => {
    const { rows, problems } = rowsOf(
      [1, 'Xã Vị Thắng', 100, 30, 130],
      [null, 'DVC trực tuyến một phần', 40, 5, 45],
      [null, 'DVC trực tuyến toàn trình', 50, 5, 55],
      [null, 'DVC cung cấp thông tin', 10, 20, 30],
    );
    expect(rows).toEqual(['Xã Vị Thắng: dvc 90/100']);
    expect(problems).toEqual([expect.stringContaining('Không tính 1 dòng')]);
  });

  test('a unit that lacks a part isn’t scored by the rest', () => {
    const { rows, problems } = rowsOf(
      [1, 'Xã Vị Thắng'],
      [null, 'DVC trực tuyến một phần', 40, 5, 45],
      [null, 'DVC trực tuyến toàn trình', 50, 5, 55],
      [2, 'Xã Vị Đông'],
      [null, 'DVC trực tuyến một phần', 1, 2, 3],
    );
    expect(rows).toEqual(['Xã Vị Thắng: dvc 90/100']);
    expect(problems).toEqual([expect.stringContaining("'Xã Vị Đông' (ô B5) có 1 dòng")]);
  });
});

describe('a flat list', () => {
  test('offices of the province are no units; it is said once', () => {
    const { rows, problems } = rowsOf(
      [null, 'I. Cấp tỉnh (20 đơn vị)', 9, 9, 18],
      [1, 'Sở Tư pháp', 5, 5, 10],
      [2, 'Ban Dân tộc', 4, 4, 8],
      [null, 'II. Cấp huyện (8 đơn vị)'],
      [1, 'Huyện Vị Thủy', 500, 100, 600],
      [2, 'Xã Vị Thắng', 90, 10, 100],
    );
    expect(rows).toEqual(['Huyện Vị Thủy: dvc 500/600', 'Xã Vị Thắng: dvc 90/100']);
    expect(problems).toEqual([expect.stringContaining('2 dòng của cơ quan cấp tỉnh')]);
  });

  test('a commune below another district’s row is that of its own type and name', () => {
    const { rows } = rowsOf([1, 'Huyện Long Mỹ', 5, 5, 10], [2, 'Xã Vị Thắng', 90, 10, 100]);
    expect(rows).toContain('Xã Vị Thắng: dvc 90/100');
  });

  test('but not below another district’s head', () => {
    const { rows, problems } = rowsOf(['I', 'HUYỆN LONG MỸ'], [1, 'Xã Vị Thắng', 90, 10, 100]);
    expect(rows.filter((row) => row.startsWith('Xã'))).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});

describe('departments of a district are asked about once', () => {
  const grid = gridOf([
    HEAD,
    [1, 'Huyện Vị Thủy', 500, 100, 600],
    [null, 'Phòng Tư pháp', 10, 2, 12],
    [null, 'Chi nhánh VPĐKĐĐ huyện Vị Thủy', 5, 1, 6],
    [2, 'Xã Vị Thắng', 90, 10, 100],
  ]);
  const [table] = findTables(grid, []);
  if (!table) throw new Error('no table');
  const { rows, departments, problems } = readRows(table, HAU_GIANG_2023, finderOf(HAU_GIANG_2023));

  test('they are no units, and nothing else is told of them', () => {
    expect(rows.map(({ unit }) => unit.name)).toEqual(['Vị Thủy', 'Vị Thắng']);
    expect(departments.map(({ shown, district }) => [shown, district.name])).toEqual([
      ['Phòng Tư pháp', 'Vị Thủy'],
      ['Chi nhánh VPĐKĐĐ huyện Vị Thủy', 'Vị Thủy'],
    ]);
    expect(problems).toEqual([]);
    expect(departmentProblems(departments, null)).toMatchObject([{ severity: 'error' }]);
  });

  test('added up, where the answer is yes', () => {
    const [district] = withDepartments(rows, departments);
    expect(district?.counts['dvc']).toMatchObject({ a: { value: 515 }, b: { value: 618 } });
    expect(departmentProblems(departments, 'add')).toMatchObject([{ severity: 'info' }]);
  });
});
