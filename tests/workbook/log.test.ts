/** A dossier log in a run: ties, and its sheet over several runs. */
import {
  dayIso,
  type DossierLog,
  type Papers,
  type ReadLog,
  type UnitConcentration,
} from '../../src/rules';
import {
  COMPLETE,
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

function logOf(units: Readonly<Record<string, UnitConcentration>>): ReadLog {
  const log: DossierLog = {
    name: 'nhat-ky.csv',
    units: new Map(Object.entries(units).map(([name, each]) => [unitNamed(name).code, each])),
    unmatched: { rows: 0, shown: [] },
    withoutAccount: 0,
    period: { days: null, hasDays: true, outside: 0, undated: 0 },
  };
  return { name: log.name, digest: () => log };
}

const ones = (count: number) => Array.from({ length: count }, () => 1);
const log = logOf({
  'Xã Vị Tân': spread(30, 20, ...ones(40)),
  'Xã Hỏa Lựu': spread(...ones(90)),
  'Xã Tân Tiến': spread(20, ...ones(75)),
});

test('the log tells tied units apart, whatever the column says', async () => {
  const order = async (given: ReadLog | null) => {
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
  // A unit without a row in the log isn't one with no accounts.
  const missing = told(outcome).filter((text) => text.startsWith('notInLog'));
  expect(missing.join('\n')).toMatch(
    /xã Tân Tiến.*không có dòng nào trong nhật ký.*báo cáo có 95/i,
  );
  expect(told(outcome).join('\n')).not.toMatch(/có 0 hồ sơ|0 tài khoản nộp/);
});

test('the sheet: figures by unit, those to be looked into first; a second run writes it anew', async () => {
  const file = await workbookOf(SHEETS);
  const first = await scoreIn(file, { plan, log });
  expect(first.sheets).toContain('Tập trung tài khoản');
  const sheet = sheetNamed(file.model, 'Tập trung tài khoản');
  expect(valuesOf(sheet, 'A8', 'J10')).toEqual([
    [1, 'Xã Vị Tân', 'Thành phố Vị Thanh', 90, 90, 42, 90 / 42, 30 / 90, 51 / 90, 53 / 90],
    [2, 'Xã Hỏa Lựu', 'Thành phố Vị Thanh', 90, 90, 90, 1, 1 / 90, 3 / 90, 5 / 90],
    [3, 'Xã Tân Tiến', 'Thành phố Vị Thanh', 95, 95, 76, 1.25, 20 / 95, 22 / 95, 24 / 95],
  ]);
  expect(valuesOf(sheet, 'L8', 'L10')).toEqual([['Cần xác minh'], [null], [null]]);

  const again = await scoreIn(file, { plan, log });
  expect(again.problems.map(({ code }) => code)).not.toContain('changedByUser');
  expect(textsOf(sheetNamed(file.model, 'Tập trung tài khoản'))).toEqual(textsOf(sheet));
  expect(file.model.sheets.filter(({ name }) => name.startsWith('Tập trung'))).toHaveLength(1);
});

const SCORED: readonly [string, Partial<Papers> & { period?: string }, string, string | null][] = [
  ['the period that was chosen', { period: 'Quý III' }, '', '2023-07-01 2023-09-30'],
  ['that of the table', {}, 'Tháng 11/2023', '2023-11-01 2023-11-30'],
  ['else from the start that was entered', {}, '', '2023-10-01 2023-12-31'],
  ['not after the day of the figures', { dataAsOf: '2023-11-24' }, '', '2023-10-01 2023-11-24'],
  ['not after the plan’s end', { dataAsOf: '2024-01-05' }, '', '2023-10-01 2023-12-31'],
  ['none where no start is known', { periodStart: null }, '', null],
  ['none for a week', {}, 'Tuần 40/2023', null],
];

test.each(SCORED)(
  'the days that are scored: %s',
  async (_, { period = null, ...papers }, title, expected) => {
    const asked: (string | null)[] = [];
    const spy: ReadLog = {
      name: log.name,
      digest: (of, days) => {
        asked.push(days && `${dayIso(days.from)} ${dayIso(days.to)}`);
        return log.digest(of, days);
      },
    };
    const settings = { ...COMPLETE, period, papers: { ...COMPLETE.papers, ...papers } };
    const file = await workbookOf({ Xã: [[title], ...SHEETS.Xã] }, settings);
    await scoreIn(file, { plan, log: spy, checkOnly: true });
    expect(asked).toEqual([expected]);
  },
);
