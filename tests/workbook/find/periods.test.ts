import { HAU_GIANG_2023 } from '../../../src/rules';
import { words } from '../../../src/words';
import { completeSettings, type Settings } from '../../../src/workbook';
import type { Grid } from '../../../src/workbook/find/grid';
import { isSamePeriod, periodIn } from '../../../src/workbook/find/periods';
import { joinRows } from '../../../src/workbook/find/rows';
import { findTables } from '../../../src/workbook/find/tables';
import { findRows } from '../../../src/workbook/find/unit-rows';
import { gridOf, type Row } from './read';

test.each([
  ['Tháng 10', 'Tháng 10'],
  ['THÁNG 01/2023', 'Tháng 1/2023'],
  ['Số liệu tháng 1 năm 2023', 'Tháng 1/2023'],
  ['T10', 'Tháng 10'],
  ['Quý I', 'Quý I'],
  ['QUÝ 4/2023', 'Quý IV/2023'],
  ['Q3', 'Quý III'],
  ['Báo cáo 6 tháng đầu năm 2023', '6 tháng đầu năm 2023'],
  ['9 tháng năm 2023', '9 tháng năm 2023'],
  ['Tuần 40', 'Tuần 40'],
  ['Cả năm 2023', 'Năm 2023'],
  ['Từ ngày 01/10/2023 đến ngày 31/12/2023', 'Từ 01/10/2023 đến 31/12/2023'],
  ['Từ ngày 01 tháng 10 năm 2023 đến ngày 31 tháng 12 năm 2023', 'Từ 01/10/2023 đến 31/12/2023'],
  ['Hậu Giang, ngày 05 tháng 01 năm 2024', null],
  ['Xã', null],
  ['Thắng lợi', null],
  ['Quý khách', null],
  ['TT', null],
])('%j says %j', (text, name) => {
  const period = periodIn(text);
  expect(period && words.periodName(period)).toBe(name);
});

test('a month without its year is that of any year', () => {
  const [month, of2023, of2022] = ['Tháng 10', 'Tháng 10/2023', 'Tháng 10/2022'].map(
    (text) => periodIn(text) as NonNullable<ReturnType<typeof periodIn>>,
  ) as [never, never, never];
  expect(isSamePeriod(month, of2023)).toBe(true);
  expect(isSamePeriod(of2022, of2023)).toBe(false);
});

const DVC = ['Đơn vị', 'Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh'];
const EID = ['Đơn vị', 'Tài khoản ĐDĐT đã kích hoạt', 'Người có CCCD'];
const sheet = (name: string, head: Row, a: number): Grid =>
  gridOf([head, ['Xã Vị Thắng', a, 100]], name);

function found(grids: readonly Grid[], given: Partial<Settings> = {}) {
  const settings = { ...completeSettings(null), ...given };
  const tables = grids.flatMap((grid) => findTables(grid, [], settings.period));
  const { rows, problems, periods } = findRows(tables, HAU_GIANG_2023, settings);
  return {
    figures: joinRows(rows).map(({ counts }) => [
      counts['dvc'] && 'value' in counts['dvc'].a ? counts['dvc'].a.value : null,
      counts['eid'] && 'value' in counts['eid'].a ? counts['eid'].a.value : null,
    ]),
    told: problems.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    periods,
  };
}

const MONTHS = [sheet('Tháng 10', DVC, 10), sheet('Tháng 11', DVC, 11)];
const POLICE = sheet('Công an', EID, 90);

test('sheets of several months: asked which, and nothing of them is read meanwhile', () => {
  expect(found([...MONTHS, POLICE])).toEqual({
    figures: [[null, 90]],
    told: expect.arrayContaining(['severalPeriods']) as unknown,
    periods: ['Tháng 10', 'Tháng 11'],
  });
});

test('answered: that month alone is read, with what says no period', () => {
  expect(found([...MONTHS, POLICE], { period: 'tháng 11/2023' })).toEqual({
    figures: [[11, 90]],
    told: [],
    periods: ['Tháng 10', 'Tháng 11'],
  });
});

test('a month that isn’t there is told, and nothing is read instead', () => {
  const { figures, told } = found(MONTHS, { period: 'Tháng 12' });
  expect(figures).toEqual([]);
  expect(told).toContain('severalPeriods');
  const one = found([sheet('Tháng 10', DVC, 10)], { period: 'Tháng 12' });
  expect([one.figures, one.told]).toEqual([[], expect.arrayContaining(['noSuchPeriod'])]);
});

test('no table says its period: what is wanted can’t be checked, which is told', () => {
  const { figures, told } = found([sheet('Xã', DVC, 10)], { period: 'Tháng 12' });
  expect(figures).toEqual([[10, null]]);
  expect(told).toContain('noSuchPeriod');
});

test('two criteria of two months are scored together with a warning only', () => {
  const { figures, told } = found([sheet('Tháng 10', DVC, 10), sheet('T11', EID, 90)]);
  expect(figures).toEqual([[10, 90]]);
  expect(told).toContain('periodsDiffer');
});

test('tables below each other on one sheet, each under its month', () => {
  const grid = gridOf([
    ['THÁNG 10 NĂM 2023'],
    DVC,
    ['Xã Vị Thắng', 10, 100],
    [],
    ['THÁNG 11 NĂM 2023'],
    DVC,
    ['Xã Vị Thắng', 11, 100],
  ]);
  expect(found([grid]).told).toContain('severalPeriods');
  expect(found([grid], { period: 'Tháng 11' }).figures).toEqual([[11, null]]);
});

test('columns of several months in one table', () => {
  const grid = gridOf([
    ['Đơn vị', 'Tháng 10', null, 'Tháng 11', null],
    [null, 'Trực tuyến', 'Tổng số hồ sơ', 'Trực tuyến', 'Tổng số hồ sơ'],
    ['Xã Vị Thắng', 10, 100, 11, 100],
  ]);
  const asked = found([grid]);
  expect(asked.periods).toEqual(['Tháng 10', 'Tháng 11']);
  expect(asked.told).toContain('severalPeriods');
  expect(asked.figures.flat().filter((figure) => figure !== null)).toEqual([]);
  expect(found([grid], { period: 'Tháng 11' }).figures).toEqual([[11, null]]);
});

test('columns of several months under a line that says them all', () => {
  const heads = [10, 11].flatMap((month) => [
    `Trực tuyến tháng ${month}`,
    `Tổng số hồ sơ tháng ${month}`,
  ]);
  const grid = gridOf([
    ['TỔNG HỢP THEO THÁNG'],
    [null, 'Từ ngày 01/10/2023 đến ngày 30/11/2023'],
    ['TT', 'Đơn vị', ...heads],
    [1, 'Xã Vị Thắng', 10, 100, 11, 100],
  ]);
  expect(found([grid]).told).toContain('severalPeriods');
  const november = found([grid], { period: 'Tháng 11' });
  expect(november.figures).toEqual([[11, null]]);
  expect(november.told.filter((code) => code !== 'missingColumn')).toEqual([]);
  const none = found([grid], { period: 'Tháng 12' });
  expect(none.figures.flat().filter((figure) => figure !== null)).toEqual([]);
});
