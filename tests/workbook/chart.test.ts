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

/** Moves our chart as a user's mouse does. */
async function moved(host: WorkbookHost, place: Partial<Excel.Chart>): Promise<void> {
  const excel = await startExcel(host);
  await excel.run(async ({ workbook }) => {
    Object.assign(workbook.worksheets.getItem(RESULT).charts.getItem('_HG_BIEU_DO'), place);
    await workbook.context.sync();
  });
  excel.dispose();
}

/** In points from the sheet's corner, as Office.js tells it. */
async function placeOfChart(host: WorkbookHost) {
  const excel = await startExcel(host);
  const place = await excel.run(async ({ workbook }) => {
    const chart = workbook.worksheets.getItem(RESULT).charts.getItem('_HG_BIEU_DO');
    chart.load('left,top,width,height');
    await workbook.context.sync();
    const { left, top, width, height } = chart;
    return { left, top, width, height };
  });
  excel.dispose();
  return place;
}

const ELSEWHERE = { left: 33.25, top: 400.5, width: 250, height: 123.75 };

test('where the user moved it, it stays: in the next run, by undoing, when a write fails', async () => {
  const file = await smallWorkbook();
  const host = new WorkbookHost(file);
  await scoreIn(file, { plan, host });
  await moved(host, ELSEWHERE);
  expect(await placeOfChart(host)).toEqual(ELSEWHERE);
  const { undo } = await scoreIn(file, { plan, host });
  expect(await placeOfChart(host)).toEqual(ELSEWHERE);
  await moved(host, { left: 5, width: 300 });
  const excel = await startExcel(host);
  await excel.run((context) => undoWrite(context, undo!));
  excel.dispose();
  expect(await placeOfChart(host)).toEqual(ELSEWHERE);

  const before = snapshot(file.model);
  host.failActionAt(600);
  await expect(scoreIn(file, { plan, host })).rejects.toThrow('Writing failed');
  expect(snapshot(file.model)).toEqual(before);
});

test('a chart that nobody moved follows the results', async () => {
  const file = await smallWorkbook();
  const host = new WorkbookHost(file);
  await scoreIn(file, { plan, host });
  const sheet = sheetNamed(file.model, RESULT);
  const { anchor } = sheet.charts[0]!;
  // The row is high in the first result only: the cells that the chart was laid over moved up.
  sheet.setRowHeight(2, 60);
  await scoreIn(file, { plan, host });
  expect(sheet.charts[0]).toMatchObject({
    anchor,
    inset: { left: 0, top: 0, right: 0, bottom: 0 },
  });
});

test('an Excel that does not tell where cells lie lays it anew, and still undoes exactly', async () => {
  const file = await smallWorkbook();
  const host = new WorkbookHost(file);
  const abilities = { ...ABILITIES, rangePlaces: false };
  await scoreIn(file, { plan, host, abilities });
  const laid = await placeOfChart(host);
  await moved(host, ELSEWHERE);
  const { undo } = await scoreIn(file, { plan, host, abilities });
  expect(await placeOfChart(host)).toEqual(laid);
  const excel = await startExcel(host);
  await excel.run((context) => undoWrite(context, undo!));
  excel.dispose();
  expect(await placeOfChart(host)).toEqual(ELSEWHERE);
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
