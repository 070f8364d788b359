/** The chart of points on the sheet of districts: written, replaced, taken back, left out. */
import { WorkbookHost } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { undoWrite } from '../../src/workbook';
import { ABILITIES, reopened, scoreIn, sheetNamed, valueAt } from './build';
import { SMALL_PLAN as plan, smallWorkbook } from './small';
import { snapshot } from './snapshot';

jest.setTimeout(60_000);

const RESULT = 'Kết quả cấp huyện';

test('a bar for each district that has points, by rank, below all else', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, { plan });
  const sheet = sheetNamed(file.model, RESULT);
  expect(sheet.charts).toHaveLength(1);
  const [chart] = sheet.charts;
  expect(chart).toMatchObject({
    name: '_HG_BIEU_DO',
    type: 'BarClustered',
    title: { text: 'Tổng điểm cấp huyện' },
    hasLegend: false,
    isReversed: true,
    minimum: 0,
  });
  const [series] = chart?.series ?? [];
  const rect = series?.categories?.rect;
  const rows = Array.from({ length: rect?.rows ?? 0 }, (_, i) => (rect?.row ?? 0) + i);
  expect(rows.map((row) => sheet.read(row, rect?.column ?? 0).value)).toEqual([
    'Huyện Long Mỹ',
    'Huyện Vị Thủy',
    'Huyện Phụng Hiệp',
  ]);
  const points = rows.map((row) => sheet.read(row, series?.values?.rect.column ?? 0).value);
  expect(points).toEqual([...points].sort((a, b) => Number(b) - Number(a)));
  const used = sheet.used(true);
  expect(chart?.anchor.row).toBeGreaterThanOrEqual((used?.row ?? 0) + (used?.rows ?? 0));
  const others = file.model.sheets.filter((each) => each !== sheet);
  expect(others.flatMap(({ charts }) => charts)).toEqual([]);
});

test('a second run replaces it; undoing brings the first one back', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, { plan });
  const before = snapshot(file.model);
  sheetNamed(file.model, 'Huyện').writeValue(1, 1, null);
  const host = new WorkbookHost(file);
  const { undo } = await scoreIn(file, { plan, host });
  const sheet = sheetNamed(file.model, RESULT);
  expect(sheet.charts.map(({ series }) => series[0]?.values?.rect.rows)).toEqual([2]);
  const excel = await startExcel(host);
  await excel.run((context) => undoWrite(context, undo!));
  sheetNamed(file.model, 'Huyện').writeValue(1, 1, 900);
  expect(snapshot(file.model)).toEqual(before);
});

test('a chart of the user stays; one of ours that the user deleted does not come back by undoing', async () => {
  const file = await smallWorkbook();
  const host = new WorkbookHost(file);
  await scoreIn(file, { plan, host });
  const sheet = sheetNamed(file.model, RESULT);
  const excel = await startExcel(host);
  await excel.run(async ({ workbook }) => {
    const { charts } = workbook.worksheets.getItem(RESULT);
    charts.getItem('_HG_BIEU_DO').delete();
    charts.add(
      'Line' as Excel.ChartType,
      workbook.worksheets.getItem('Xã').getRange('B2:B4'),
    ).name = 'Của tôi';
    await workbook.context.sync();
  });
  excel.dispose();
  const { undo } = await scoreIn(file, { plan, host });
  expect(sheet.charts.map(({ name }) => name)).toEqual(['Của tôi', '_HG_BIEU_DO']);
  const again = await startExcel(host);
  await again.run((context) => undoWrite(context, undo!));
  expect(sheet.charts.map(({ name }) => name)).toEqual(['Của tôi']);
});

test('without the ability no chart is asked for', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, { plan, abilities: { ...ABILITIES, charts: false } });
  expect(sheetNamed(file.model, RESULT).charts).toEqual([]);
  const saved = await reopened(file);
  expect(valueAt(sheetNamed(saved.model, RESULT), 'B11')).toBe('Huyện Long Mỹ');
});
