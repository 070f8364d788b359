/** Charts: as Office.js adds, changes and deletes them. A saved file doesn't hold them. */
import { bench, load, reopened } from './bench';

async function charted() {
  const made = await bench(['Data', 'Other']);
  await made.run((_context, ws) => {
    ws.getRange('A1:C4').values = [
      ['Đơn vị', 'Điểm', 'Hạng'],
      ['a', 90, 1],
      ['b', 80, 2],
      ['c', 70, 3],
    ];
    const chart = ws.charts.add('BarClustered', ws.getRange('A1:B4'), 'Columns');
    chart.name = 'Ours';
    chart.title.text = 'Điểm';
    chart.legend.visible = false;
    chart.axes.valueAxis.minimum = 0;
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.setPosition('E2', 'H9');
    chart.series.getItemAt(0).hasDataLabels = true;
  });
  return made;
}

test('a chart is added with the series of its cells', async () => {
  const { sheet, run } = await charted();
  const [chart] = sheet().charts;
  expect(chart).toMatchObject({
    name: 'Ours',
    type: 'BarClustered',
    title: { text: 'Điểm', visible: true },
    hasLegend: false,
    isReversed: true,
    minimum: 0,
    anchor: { row: 1, column: 4, rows: 8, columns: 4 },
  });
  expect(chart?.series).toEqual([
    {
      name: 'Điểm',
      values: { sheet: sheet(), rect: { row: 1, column: 1, rows: 3, columns: 1 } },
      categories: { sheet: sheet(), rect: { row: 1, column: 0, rows: 3, columns: 1 } },
      hasDataLabels: true,
    },
  ]);
  const told = await run((_context, ws) =>
    load(ws.charts.getItem('ours'), 'name,chartType,left,top,width,height'),
  );
  const { defaultRowHeight: tall, defaultColumnWidth: wide } = sheet();
  expect(told).toMatchObject({ left: 4 * wide, top: tall, width: 4 * wide, height: 8 * tall });
});

test('moved and sized in points, over hidden and uneven cells; a range tells where it lies', async () => {
  const { sheet, run } = await charted();
  sheet().setColumnHidden(1, true);
  sheet().setColumnWidth(2, 100);
  sheet().setRowHeight(0, 40);
  const { defaultRowHeight: tall, defaultColumnWidth: wide } = sheet();
  const told = await run(async (context, ws) => {
    const chart = ws.charts.getItem('Ours');
    Object.assign(chart, { left: wide + 10, top: 12.5, width: 150.25, height: 2 * tall + 40 });
    chart.load('left,top,width,height');
    const range = ws.getRange('C2:D3');
    range.load('left,top,width,height');
    await context.sync();
    return [chart, range].map(({ left, top, width, height }) => [left, top, width, height]);
  });
  expect(told).toEqual([
    [wide + 10, 12.5, 150.25, 2 * tall + 40],
    [wide, 40, 100 + wide, 2 * tall],
  ]);
  const columns = 10 + 150.25 > 100 + wide ? 4 : 3;
  expect(sheet().charts[0]?.anchor).toEqual({
    row: 0,
    column: 1 + 1,
    rows: 4,
    columns: columns - 1,
  });
  await run((_context, ws) => ws.charts.getItem('Ours').setPosition('A5'));
  expect(sheet().charts[0]?.anchor).toMatchObject({ row: 4, column: 0 });
});

test('values, categories and names can be set; a block of numbers has neither', async () => {
  const { sheet, run } = await charted();
  await run((_context, ws) => {
    const chart = ws.charts.add('ColumnClustered', ws.getRange('B2:C4'));
    const series = chart.series.getItemAt(1);
    series.name = 'Hạng';
    series.setValues(ws.getRange('C2:C3'));
    series.setXAxisValues(ws.getRange('A2:A3'));
  });
  const series = sheet().charts[1]?.series ?? [];
  expect(series.map(({ name }) => name)).toEqual(['Series1', 'Hạng']);
  expect(series[0]?.categories).toBeNull();
  expect(series[1]?.values?.rect).toEqual({ row: 1, column: 2, rows: 2, columns: 1 });
  expect(series[1]?.categories?.rect).toEqual({ row: 1, column: 0, rows: 2, columns: 1 });
});

test('found by name, told as a null object or ItemNotFound, deleted', async () => {
  const { run, fails, sheet } = await charted();
  await run(async (context, ws) => {
    const { charts } = ws;
    charts.load('items/name,count');
    const gone = charts.getItemOrNullObject('nothing');
    gone.load('name');
    await context.sync();
    expect(charts.items.map(({ name }) => name)).toEqual(['Ours']);
    expect(gone.isNullObject).toBe(true);
    charts.items[0]?.delete();
  });
  expect(sheet().charts).toEqual([]);
  const error = await fails((_context, ws) => ws.charts.getItem('Ours').load('name'));
  expect(error.code).toBe('ItemNotFound');
});

test('the host says which charts a saved file will lack', async () => {
  const made = await charted();
  expect(made.host.unsaved).toEqual([{ sheet: 'Data', chart: 'Ours' }]);
  const again = await reopened(made);
  expect(again.host.unsaved).toEqual([]);
  expect(again.sheet().charts).toEqual([]);
});
