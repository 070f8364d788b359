/** What a cell holds after a write, and what reads give back. */
import { bench, load, plain, withMarkup } from './bench';

async function written(input: unknown, format = 'General') {
  const { run } = await bench();
  return run(async (context, ws) => {
    const cell = ws.getRange('A1');
    if (format !== 'General') cell.numberFormat = [[format]];
    cell.values = [[input]];
    cell.load('values,valueTypes,numberFormat,formulas,text');
    await context.sync();
    const { values, valueTypes, numberFormat } = plain(cell.toJSON());
    return [values, valueTypes, numberFormat].map((grid) => (grid as unknown[][])[0]?.[0]);
  });
}

test.each([
  ['12', 12, 'Double', 'General'],
  [' 12 ', 12, 'Double', 'General'],
  ['-1.5', -1.5, 'Double', 'General'],
  ['1,234', 1234, 'Double', '#,##0'],
  ['1,234.5', 1234.5, 'Double', '#,##0.00'],
  ['85%', 0.85, 'Double', '0%'],
  ['85.25%', 0.8525, 'Double', '0.00%'],
  ['1e3', 1000, 'Double', '0.00E+00'],
  ['true', true, 'Boolean', 'General'],
  ['FALSE', false, 'Boolean', 'General'],
  ['#N/A', '#N/A', 'Error', 'General'],
  ['#div/0!', '#DIV/0!', 'Error', 'General'],
  ["'85", '85', 'String', 'General'],
  ["'=A1", '=A1', 'String', 'General'],
  ['2023-10-16', 45215, 'Double', 'm/d/yyyy'],
  ['10/16/2023', 45215, 'Double', 'm/d/yyyy'],
  ['7:30', 0.3125, 'Double', 'h:mm'],
  ['16/10/2023', '16/10/2023', 'String', 'General'],
  ['85,5', '85,5', 'String', 'General'],
  ['1 Xã', '1 Xã', 'String', 'General'],
  ['  a ', '  a ', 'String', 'General'],
  ['#thẻ', '#thẻ', 'String', 'General'],
  [12, 12, 'Double', 'General'],
  [true, true, 'Boolean', 'General'],
])('%p is written: %p, a %s shown as %s', async (input, value, type, format) => {
  expect(await written(input)).toEqual([value, type, format]);
});

test.each([
  ['12', '12'],
  ['85%', '85%'],
  ['=A2', '=A2'],
  [12, '12'],
  [true, 'TRUE'],
])('in a cell formatted as text %p stays text: %p', async (input, value) => {
  expect(await written(input, '@')).toEqual([value, 'String', '@']);
});

test('a format that was set is kept where a value would bring one', async () => {
  expect(await written('85%', '0.0000')).toEqual([0.85, 'Double', '0.0000']);
});

test('null leaves a cell as it is, "" empties it', async () => {
  const { run, sheet } = await bench();
  await run(async (context, ws) => {
    const range = ws.getRange('A1:C1');
    range.values = [[1, 2, 3]];
    await context.sync();
    range.values = [[null, '', 9]];
  });
  expect([0, 1, 2].map((column) => sheet().read(0, column).value)).toEqual([1, null, 9]);
});

test('one value is laid over the whole range', async () => {
  const { run, sheet } = await bench();
  await run((_context, ws) => {
    ws.getRange('A1:B2').values = 'x' as unknown as string[][];
    ws.getRange('A1:B2').numberFormat = '0.0' as unknown as string[][];
  });
  expect(sheet().read(1, 1).value).toBe('x');
  const grid = await run((_context, ws) => load(ws.getRange('A1:B2'), 'numberFormat'));
  expect(grid['numberFormat']).toEqual([
    ['0.0', '0.0'],
    ['0.0', '0.0'],
  ]);
});

test('a large block, written in pieces, is read back whole', async () => {
  const { run } = await bench();
  const values = Array.from({ length: 2000 }, (_, r) => [r, `Xã ${r}`, r % 2 === 0]);
  const read = await run(async (context, ws) => {
    ws.getRange('A1:C2000').values = values;
    await context.sync();
    return load(ws.getUsedRange(true), 'values,address');
  });
  expect(read['address']).toBe('Data!A1:C2000');
  expect(read['values']).toEqual(values);
});

describe('formulas', () => {
  test('a formula without a stored value reads as not yet calculated', async () => {
    const { run, sheet } = await bench();
    const read = async () =>
      run((_context, ws) => load(ws.getRange('A1'), 'values,formulas,valueTypes,text'));
    await run((_context, ws) => {
      ws.getRange('A1').values = [['=1+1']];
    });
    expect(await read()).toMatchObject({
      values: [['#GETTING_DATA']],
      formulas: [['=1+1']],
      valueTypes: [['Error']],
      text: [['#GETTING_DATA']],
    });
    sheet().storeResult(0, 0, 2);
    expect(await read()).toMatchObject({ values: [[2]], formulas: [['=1+1']], text: [['2']] });
  });

  test('formulas of constants are the constants', async () => {
    const { run } = await bench();
    const read = await run(async (context, ws) => {
      const range = ws.getRange('A1:C1');
      range.formulas = [['Xã', 5, '']];
      await context.sync();
      return load(range, 'formulas');
    });
    expect(read['formulas']).toEqual([['Xã', 5, '']]);
  });

  test('a sign of equality alone is text', async () => {
    expect(await written('=')).toEqual(['=', 'String', 'General']);
  });
});

describe('text: the value as it is shown', () => {
  test.each([
    [0.856, '0.0%', '85.6%'],
    [0.005, '0%', '1%'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [-5, '0;(0)', '(5)'],
    [0, '0;-0;"không"', 'không'],
    [2.675, '0.00', '2.68'],
    [45215, 'dd/mm/yyyy', '16/10/2023'],
    [45215.5, 'd/m/yy h:mm', '16/10/23 12:00'],
    [0.1 + 0.2, 'General', '0.3'],
    [1 / 3, 'General', '0.333333333'],
    [123456789012, 'General', '1.23457E+11'],
    [7, '0 "điểm"', '7 điểm'],
    [12, '000', '012'],
  ])('%p as %s is %s', async (value, format, shown) => {
    const { run } = await bench();
    const read = await run(async (context, ws) => {
      const cell = ws.getRange('A1');
      cell.numberFormat = [[format]];
      cell.values = [[value]];
      await context.sync();
      return load(cell, 'text');
    });
    expect(read['text']).toEqual([[shown]]);
  });

  test('truth values, errors, nothing', async () => {
    const { run } = await bench();
    const read = await run(async (context, ws) => {
      const range = ws.getRange('A1:C1');
      range.values = [[true, '#N/A', '']];
      await context.sync();
      return load(range, 'text');
    });
    expect(read['text']).toEqual([['TRUE', '#N/A', '']]);
  });
});

describe('merged cells', () => {
  test('only the first cell keeps and takes a value', async () => {
    const { run } = await bench();
    const read = await run(async (context, ws) => {
      const range = ws.getRange('A1:B2');
      range.values = [
        [1, 2],
        [3, 4],
      ];
      range.merge();
      await context.sync();
      ws.getRange('B2').values = [['lost']];
      await context.sync();
      const areas = ws.getRange('A1:C3').getMergedAreasOrNullObject();
      areas.load('address');
      const none = ws.getRange('D4').getMergedAreasOrNullObject();
      const grid = await load(range, 'values');
      expect([areas.address, none.isNullObject]).toEqual(['Data!A1:B2', true]);
      return grid;
    });
    expect(read['values']).toEqual([
      [1, ''],
      ['', ''],
    ]);
  });

  test('merge across merges each row; unmerge undoes what it touches', async () => {
    const { run, sheet } = await bench();
    await run((_context, ws) => ws.getRange('A1:B2').merge(true));
    expect(sheet().merges).toHaveLength(2);
    await run((_context, ws) => ws.getRange('B2').unmerge());
    expect(sheet().merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
  });
});

describe('hidden rows and filters', () => {
  const FILTER =
    '<autoFilter ref="A1:A4"><filterColumn colId="0"><filters><filter val="2"/><filter val="3"/>' +
    '</filters></filterColumn></autoFilter>';

  async function filtered(filteredWrites?: 'corrupt' | 'asIs') {
    const plainSheet = await bench();
    await plainSheet.run((_context, ws) => {
      ws.getRange('A1:A4').values = [['c'], [1], [2], [3]];
      ws.getRange('2:2').rowHidden = true;
    });
    const made = await withMarkup(plainSheet, FILTER, filteredWrites ? { filteredWrites } : {});
    const filter = await made.run((_context, ws) => load(ws.autoFilter, 'enabled,isDataFiltered'));
    expect(filter).toMatchObject({ enabled: true, isDataFiltered: true });
    await made.run((_context, ws) => {
      ws.getRange('A1:A4').values = [['h'], ['x'], ['y'], ['z']];
    });
    return [0, 1, 2, 3].map((row) => made.sheet().read(row, 0).value);
  }

  test('a write across a filtered range puts values in the wrong rows, as Excel does', async () => {
    expect(await filtered()).toEqual(['h', 1, 'x', 'y']);
  });

  test('with asIs it does not', async () => {
    expect(await filtered('asIs')).toEqual(['h', 'x', 'y', 'z']);
  });

  test('rows hidden by hand take values; hidden rows are told', async () => {
    const { run, sheet } = await bench();
    await run(async (context, ws) => {
      ws.getRange('2:2').rowHidden = true;
      ws.getRange('C:C').columnHidden = true;
      ws.getRange('A1:A3').values = [[1], [2], [3]];
      const all = ws.getRange('A1:B3');
      const second = ws.getRange('A2');
      const view = all.getVisibleView();
      all.load('rowHidden,hidden,columnHidden');
      second.load('rowHidden,hidden');
      view.load('values,rowCount');
      await context.sync();
      expect([all.rowHidden, all.hidden, all.columnHidden]).toEqual([null, null, false]);
      expect([second.rowHidden, second.hidden]).toEqual([true, true]);
      expect([plain(view.values), view.rowCount]).toEqual([
        [
          [1, ''],
          [3, ''],
        ],
        2,
      ]);
    });
    expect(sheet().read(1, 0).value).toBe(2);
    expect([sheet().isRowHidden(1), sheet().isColumnHidden(2)]).toEqual([true, true]);
  });
});
