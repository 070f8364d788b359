/** A dossier log in a run: ties, and its sheet over several runs. */
import type { DossierLog, UnitConcentration } from '../../src/rules';
import {
  planOf,
  scoreIn,
  sheetNamed,
  textsOf,
  told,
  unitNamed,
  valuesOf,
  workbookOf,
} from './build';

const plan = planOf('Thành phố Vị Thanh', 'Xã Vị Tân', 'Xã Hỏa Lựu', 'Xã Tân Tiến');
const SHEETS = {
  Xã: [
    [
      'Đơn vị',
      'Huyện',
      'Hồ sơ nộp trực tuyến',
      'Tổng hồ sơ phát sinh',
      'Tài khoản ĐDĐT đã kích hoạt',
      'Người có CCCD',
      'Số tài khoản nộp',
    ],
    ['Xã Vị Tân', 'TP Vị Thanh', 90, 100, 80, 100, 90],
    ['Xã Hỏa Lựu', 'TP Vị Thanh', 90, 100, 80, 100, 1],
    ['Xã Tân Tiến', 'TP Vị Thanh', 95, 100, 80, 100, 95],
  ],
};

function spread(...counts: readonly number[]): UnitConcentration {
  const dossiers = counts.reduce((sum, count) => sum + count, 0);
  const first = { masked: '…1', dossiers: counts[0] ?? 0, procedure: null, ofProcedure: 0 };
  return { dossiers, spread: Uint32Array.from(counts), busiest: [first] };
}

function logOf(units: Readonly<Record<string, UnitConcentration>>): DossierLog {
  return {
    name: 'nhat-ky.csv',
    units: new Map(Object.entries(units).map(([name, each]) => [unitNamed(name).code, each])),
    unmatched: { rows: 0, shown: [] },
    withoutAccount: 0,
  };
}

const ones = (count: number) => Array.from({ length: count }, () => 1);
const log = logOf({
  'Xã Vị Tân': spread(30, 20, ...ones(40)),
  'Xã Hỏa Lựu': spread(...ones(90)),
  'Xã Tân Tiến': spread(20, ...ones(75)),
});

test('the log tells tied units apart, whatever the column says', async () => {
  const order = async (given: DossierLog | null) => {
    const { result } = await scoreIn(await workbookOf(SHEETS), { plan, log: given });
    return result.levels['commune']!.units.map(({ unit, rank }) => [unit.name, rank]);
  };
  expect(await order(null)).toEqual([
    ['Tân Tiến', 1],
    ['Vị Tân', 2],
    ['Hỏa Lựu', 3],
  ]);
  expect(await order(log)).toEqual([
    ['Tân Tiến', 1],
    ['Hỏa Lựu', 2],
    ['Vị Tân', 3],
  ]);
});

test('a log that counts other dossiers tells no tie apart, and says so', async () => {
  const less = logOf({ 'Xã Vị Tân': spread(...ones(89)), 'Xã Hỏa Lựu': spread(...ones(90)) });
  const outcome = await scoreIn(await workbookOf(SHEETS), { plan, log: less });
  const ranks = outcome.result.levels['commune']!.units.map(({ rank }) => rank);
  expect(ranks).toEqual([1, 2, 2]);
  const differing = told(outcome).filter((text) => text.startsWith('logDiffers'));
  expect(differing.join('\n')).toMatch(/xã Vị Tân.*nhật ký có 89 hồ sơ.*báo cáo có 90/i);
  // No dossier at all in the log is a difference too.
  expect(differing.join('\n')).toMatch(/xã Tân Tiến.*nhật ký có 0 hồ sơ.*báo cáo có 95/i);
});

test('the sheet: figures by unit, those to be looked into first; a second run writes it anew', async () => {
  const file = await workbookOf(SHEETS);
  const first = await scoreIn(file, { plan, log });
  expect(first.sheets).toContain('Tài khoản nộp hồ sơ');
  const sheet = sheetNamed(file.model, 'Tài khoản nộp hồ sơ');
  expect(valuesOf(sheet, 'A8', 'J10')).toEqual([
    [1, 'Xã Vị Tân', 'Thành phố Vị Thanh', 90, 90, 42, 90 / 42, 30 / 90, 51 / 90, 53 / 90],
    [2, 'Xã Hỏa Lựu', 'Thành phố Vị Thanh', 90, 90, 90, 1, 1 / 90, 3 / 90, 5 / 90],
    [3, 'Xã Tân Tiến', 'Thành phố Vị Thanh', 95, 95, 76, 1.25, 20 / 95, 22 / 95, 24 / 95],
  ]);
  expect(valuesOf(sheet, 'L8', 'L10')).toEqual([['Cần xác minh'], [null], [null]]);

  const again = await scoreIn(file, { plan, log });
  expect(again.problems.map(({ code }) => code)).not.toContain('changedByUser');
  expect(textsOf(sheetNamed(file.model, 'Tài khoản nộp hồ sơ'))).toEqual(textsOf(sheet));
  expect(file.model.sheets.filter(({ name }) => name.startsWith('Tài khoản nộp'))).toHaveLength(1);
});
