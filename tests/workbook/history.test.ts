/** "Các kỳ" and "Điều chỉnh số liệu": kept in the workbook from run to run. */
import { openWorkbookFile, WorkbookHost, type WorkbookFile } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { removeResults, undoWrite } from '../../src/workbook';
import {
  at,
  COMPLETE,
  NOW,
  put,
  scoreIn,
  sheetNamed,
  textsOf,
  told,
  unitNamed,
  valuesOf,
  workbookOf,
} from './build';
import {
  COMMUNE_HEAD,
  COMMUNES,
  DISTRICT_HEAD,
  DISTRICTS,
  SMALL_PLAN as plan,
  smallWorkbook,
} from './small';
import { snapshot } from './snapshot';

const PERIODS = 'Các kỳ';
const ADJUSTMENTS = 'Điều chỉnh số liệu';
const names = (file: WorkbookFile) => file.model.sheets.map(({ name }) => name);

/** Of a sheet: the rows below the row that holds a text in a column. */
function below(file: WorkbookFile, sheet: string, column: number, text: string) {
  const rows = valuesOf(sheetNamed(file.model, sheet), 'A1', 'Z60');
  const head = rows.findIndex((row) => row[column] === text);
  return rows.slice(head + 1);
}

const corrections = (file: WorkbookFile) => {
  const rows = below(file, ADJUSTMENTS, 4, 'Số liệu');
  return rows
    .slice(
      0,
      rows.findIndex((row) => row[0] === null),
    )
    .map((row) => row.slice(0, 10));
};
const moves = (file: WorkbookFile) =>
  below(file, ADJUSTMENTS, 4, 'Nguyên nhân')
    .filter((row) => row[0] !== null)
    .map((row) => row.slice(0, 9));

test('a first run is kept under the day of its figures; nothing was corrected', async () => {
  const file = await smallWorkbook();
  const { runs } = await scoreIn(file, { plan });
  expect(runs).toMatchObject([{ period: 'Số liệu đến 31/12/2023', version: 1, on: '2024-01-05' }]);
  expect(names(file)).not.toContain(ADJUSTMENTS);
  const [first] = below(file, PERIODS, 0, 'STT');
  expect(first?.slice(0, 7)).toEqual([1, 'Huyện Phụng Hiệp', null, '▁', '3', 71, 3]);
  expect(textsOf(sheetNamed(file.model, PERIODS))).toContain(
    'Số liệu đến 31/12/2023 (lần 1, chấm ngày 05/01/2024)',
  );
});

describe('a corrected figure', () => {
  const correct = async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    put(sheetNamed(file.model, 'Xã'), ...at('B3'), 99);
    const outcome = await scoreIn(file, { plan });
    return { file, outcome };
  };

  test('stands with its old and its new number, and who moved by it', async () => {
    const { file, outcome } = await correct();
    const [period, version] = ['Số liệu đến 31/12/2023', 'lần 2'];
    expect(corrections(file)).toEqual([
      [
        period,
        version,
        'Xã Vị Đông',
        'Huyện Vị Thủy',
        'Hồ sơ trực tuyến (a)',
        90,
        99,
        null,
        null,
        null,
      ],
    ]);
    // 54 + 32 = 86 to 59,4 + 32 = 91,4: still behind Vị Thắng's 97. Vị Thủy had full points before.
    expect(moves(file)).toEqual([
      [
        period,
        version,
        'Xã Vị Đông',
        'Huyện Vị Thủy',
        'Điều chỉnh số liệu của đơn vị: Hồ sơ trực tuyến (a)',
        86,
        expect.closeTo(91.4, 9),
        '2',
        'Bằng khen',
      ],
    ]);
    expect(outcome.runs).toMatchObject([{ version: 2 }]);
    expect(told(outcome).filter((text) => /changedByUser|copyKept/.test(text))).toEqual([]);
  });

  test('what people type beside it stays from run to run, and isn’t taken for a change of ours', async () => {
    const { file } = await correct();
    const sheet = sheetNamed(file.model, ADJUSTMENTS);
    const used = sheet.used(true)!;
    const row = Array.from({ length: used.rows }, (_, i) => i).find(
      (each) => sheet.read(each, 4).value === 'Hồ sơ trực tuyến (a)',
    )!;
    const typed = ['Công văn số 12', 'Nguyễn Văn A', '09/01/2024'];
    typed.forEach((text, i) => put(sheet, row, 7 + i, `${text}`));
    put(sheetNamed(file.model, 'Xã'), ...at('D3'), 900);
    const again = await scoreIn(await openWorkbookFile(await file.save(NOW)), { plan });
    expect(told(again).filter((text) => /changedByUser|copyKept/.test(text))).toEqual([]);
    const third = await scoreIn(file, { plan });
    expect(third.runs).toMatchObject([{ version: 3 }]);
    expect(corrections(file).map((each) => each.slice(1))).toEqual([
      ['lần 2', 'Xã Vị Đông', 'Huyện Vị Thủy', 'Hồ sơ trực tuyến (a)', 90, 99, ...typed],
      [
        'lần 3',
        'Xã Vị Đông',
        'Huyện Vị Thủy',
        expect.stringContaining('(a)'),
        800,
        900,
        null,
        null,
        null,
      ],
    ]);
  });

  test('what is typed elsewhere on the sheet is told, and kept in a copy', async () => {
    const { file } = await correct();
    put(sheetNamed(file.model, ADJUSTMENTS), 1, 8, 'ghi chú của tôi');
    const outcome = await scoreIn(file, { plan });
    expect(told(outcome).filter((text) => /changedByUser|copyKept/.test(text))).toHaveLength(2);
    expect(names(file)).toContain(`${ADJUSTMENTS} 05-01-2024`);
  });

  test('undo takes the version back; removal keeps what is past', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    put(sheetNamed(file.model, 'Xã'), ...at('B3'), 99);
    const before = snapshot(file.model);
    const { undo } = await scoreIn(file, { plan });
    const excel = await startExcel(new WorkbookHost(file));
    try {
      await excel.run((context) => undoWrite(context, undo!));
      expect(snapshot(file.model)).toEqual(before);
      await scoreIn(file, { plan });
      await excel.run(removeResults);
      expect(names(file)).toEqual(['Huyện', 'Xã', PERIODS, ADJUSTMENTS]);
    } finally {
      excel.dispose();
    }
  });
});

test('removal takes the only run of the only period along', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, { plan });
  const excel = await startExcel(new WorkbookHost(file));
  try {
    await excel.run(removeResults);
  } finally {
    excel.dispose();
  }
  expect(names(file)).toEqual(['Huyện', 'Xã']);
});

test('periods of one workbook: each run adds its own, in the order of the year', async () => {
  const half = COMMUNES.map(([name, a, ...rest]) => [
    name ?? '',
    Math.floor(Number(a) * 0.9),
    ...rest,
  ]);
  const file = await workbookOf({
    Huyện: [DISTRICT_HEAD, ...DISTRICTS],
    'Tháng 11': [COMMUNE_HEAD, ...COMMUNES],
    'Tháng 10': [COMMUNE_HEAD, ...half],
  });
  const of = (period: string) => ({ plan, settings: () => ({ ...COMPLETE, period }) });
  await scoreIn(file, of('Tháng 11'));
  const { runs } = await scoreIn(file, of('Tháng 10'));
  expect(runs.map(({ period, version }) => [period, version])).toEqual([
    ['Tháng 10', 1],
    ['Tháng 11', 1],
  ]);
  expect(names(file)).not.toContain(ADJUSTMENTS);
  const rows = below(file, PERIODS, 0, 'STT');
  const viThang = rows.find((row) => row[1] === 'Xã Vị Thắng');
  // 85 of 100: 51 + 40; then 95: 57 + 40.
  expect(viThang?.slice(4, 9)).toEqual(['1 → 1', 91, 1, 97, 1]);
  expect(viThang?.[3]).toMatch(/^[▁-█] [▁-█]$/);
  const kept = runs[0]?.units.get(unitNamed('Xã Vị Thắng').code);
  expect(kept).toMatchObject({ figures: { 'dvc.a': 85, 'dvc.b': 100 }, award: 'place' });
  const again = await scoreIn(await openWorkbookFile(await file.save(NOW)), of('Tháng 11'));
  expect(again.runs.map(({ version }) => version)).toEqual([1, 1]);
});
