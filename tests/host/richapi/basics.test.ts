/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load, office-addins/load-object-before-read, office-addins/no-navigational-load, office-addins/no-empty-load -- how loads go is what is tested here */
/** Loading, paths, null objects, references: how Office.js and the host speak with each other. */
import { bench, load, plain, reopened } from './bench';

const DATA = [
  ['Name', 'Score', ''],
  ['Ann', 7, '=B2*2'],
  ['Bob', 9, ''],
];

test('sheets are loaded with their names', async () => {
  const { run } = await bench(['Data', 'Xã']);
  const names = await run(async ({ workbook }) => {
    const { worksheets } = workbook;
    worksheets.load('items/name,items/position');
    await worksheets.context.sync();
    return worksheets.items.map(({ name, position }) => [name, position]);
  });
  expect(plain(names)).toEqual([
    ['Data', 0],
    ['Xã', 1],
  ]);
});

test('a null object says so, a sheet is found whatever the case', async () => {
  const { run } = await bench();
  await run(async ({ workbook }) => {
    const missing = workbook.worksheets.getItemOrNullObject('Nope');
    const found = workbook.worksheets.getItemOrNullObject('data');
    found.load('name');
    await workbook.context.sync();
    expect([missing.isNullObject, found.isNullObject, found.name]).toEqual([true, false, 'Data']);
  });
});

test('what hangs on a null object is a null object, and methods of it do nothing', async () => {
  const { run } = await bench();
  await run(async ({ workbook }) => {
    const range = workbook.worksheets.getItemOrNullObject('Nope').getRange('A1');
    range.load('values');
    range.clear();
    await workbook.context.sync();
    expect(range.isNullObject).toBe(true);
  });
});

test('the used range: values, address, formulas, formats', async () => {
  const { run, sheet } = await bench();
  await run((_context, ws) => {
    ws.getRange('A1:C3').values = DATA;
    ws.getRange('B2').numberFormat = [['0.00']];
  });
  sheet().storeResult(1, 2, 14);
  const used = await run((_context, ws) =>
    load(ws.getUsedRange(true), 'values,address,formulas,numberFormat,rowCount,columnCount'),
  );
  expect(used).toMatchObject({
    address: 'Data!A1:C3',
    rowCount: 3,
    columnCount: 3,
    values: [
      ['Name', 'Score', ''],
      ['Ann', 7, 14],
      ['Bob', 9, ''],
    ],
    formulas: DATA,
    numberFormat: [
      ['General', 'General', 'General'],
      ['General', '0.00', 'General'],
      ['General', 'General', 'General'],
    ],
  });
});

test('a range is used again after a sync; update() and set() reach nested properties', async () => {
  const { run } = await bench();
  await run(async (context, ws) => {
    const range = ws.getRange('A1:B2');
    range.values = [
      ['k', 'v'],
      ['a', 1],
    ];
    await context.sync();
    range.set({ format: { font: { bold: true }, fill: { color: '#ffee00' } } });
    range.load({
      values: true,
      format: { fill: { color: true }, font: { bold: true } },
      worksheet: { name: true },
    });
    await context.sync();
    expect(plain(range.values)).toEqual([
      ['k', 'v'],
      ['a', 1],
    ]);
    expect(range.format.fill.color).toBe('#FFEE00');
    expect(range.format.font.bold).toBe(true);
    expect(range.worksheet.name).toBe('Data');
  });
});

test('results of methods, counts', async () => {
  const { run } = await bench(['Data', 'Two']);
  const count = await run(({ workbook }) => workbook.worksheets.getCount());
  expect(count.value).toBe(2);
});

test('load without a list of names gives every simple property', async () => {
  const { run } = await bench();
  const range = await run(async (context, ws) => {
    const cell = ws.getRange('B2');
    cell.load();
    await context.sync();
    return cell.toJSON();
  });
  expect(plain(range)).toMatchObject({
    address: 'Data!B2',
    rowIndex: 1,
    values: [['']],
    text: [['']],
  });
});

test('a collection is loaded by parts: top and skip', async () => {
  const { run } = await bench(['A', 'B', 'C']);
  const names = await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load({ select: 'name', top: 1, skip: 1 });
    await context.sync();
    return worksheets.items.map(({ name }) => name);
  });
  expect(plain(names)).toEqual(['B']);
});

test('the workbook: name, selection, application', async () => {
  const { run, host } = await bench(['Data'], { name: 'báo cáo.xlsx' });
  host.userSelects('Data', 'B2:C4');
  await run(async (context) => {
    const { workbook } = context;
    const selected = workbook.getSelectedRange();
    const active = workbook.getActiveCell();
    workbook.load('name,readOnly');
    selected.load('address');
    active.load('address');
    context.application.load('calculationMode');
    context.application.calculate('Full');
    await context.sync();
    expect([workbook.name, selected.address, active.address]).toEqual([
      'báo cáo.xlsx',
      'Data!B2:C4',
      'Data!B2',
    ]);
    expect([workbook.readOnly, context.application.calculationMode]).toEqual([false, 'Automatic']);
  });
});

test('a workbook that Office.js wrote to is there after saving and opening it', async () => {
  const first = await bench();
  await first.run(async (context, ws) => {
    ws.getRange('A1:B2').values = [
      ['Tên', 'Điểm'],
      ['Xã Vị Thắng', 87.5],
    ];
    const other = context.workbook.worksheets.add('Kết quả');
    other.getRange('A1').formulas = [['=Data!B2*2']];
    other.getRange('A1').format.font.bold = true;
    await context.sync();
  });
  const again = await reopened(first);
  await again.run(async (context, ws) => {
    const data = ws.getUsedRange();
    const cell = context.workbook.worksheets.getItem('Kết quả').getRange('A1');
    data.load('values');
    cell.load('formulas,values,format/font/bold');
    await context.sync();
    expect(plain(data.values)).toEqual([
      ['Tên', 'Điểm'],
      ['Xã Vị Thắng', 87.5],
    ]);
    expect(plain(cell.formulas)).toEqual([['=Data!B2*2']]);
    expect(plain(cell.values)).toEqual([['#GETTING_DATA']]);
    expect(cell.format.font.bold).toBe(true);
  });
});
