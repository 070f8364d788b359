/** Ranges from ranges, used ranges, whole rows and columns, copying and clearing. */
import { bench, load, plain } from './bench';

async function addressOf(make: (sheet: Excel.Worksheet) => Excel.Range): Promise<string> {
  const { run } = await bench(['Data', "Tờ 1's"]);
  return run(async (context, ws) => {
    ws.getRange('B2:C4').values = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    ws.getRange('F9').format.font.bold = true;
    const range = make(ws);
    range.load('address');
    await context.sync();
    return range.address;
  });
}

test.each<[string, (sheet: Excel.Worksheet) => Excel.Range, string]>([
  ['getCell', (s) => s.getCell(2, 3), 'D3'],
  ['getRangeByIndexes', (s) => s.getRangeByIndexes(1, 1, 2, 3), 'B2:D3'],
  ['corners the other way round', (s) => s.getRange('C4:B2'), 'B2:C4'],
  ['absolute', (s) => s.getRange('$B$2:$C$4'), 'B2:C4'],
  ['with the sheet', (s) => s.getRange('Data!B2'), 'B2'],
  ['a cell of a range', (s) => s.getRange('B2:C4').getCell(1, 1), 'C3'],
  ['a cell beyond it', (s) => s.getRange('B2:C4').getCell(5, 5), 'G7'],
  ['getRow', (s) => s.getRange('B2:C4').getRow(2), 'B4:C4'],
  ['getColumn', (s) => s.getRange('B2:C4').getColumn(1), 'C2:C4'],
  ['getOffsetRange', (s) => s.getRange('B2:C4').getOffsetRange(1, -1), 'A3:B5'],
  ['getResizedRange', (s) => s.getRange('B2:C4').getResizedRange(1, -1), 'B2:B5'],
  ['getAbsoluteResizedRange', (s) => s.getRange('B2').getAbsoluteResizedRange(2, 3), 'B2:D3'],
  ['getEntireRow', (s) => s.getRange('B2:C4').getEntireRow(), '2:4'],
  ['getEntireColumn', (s) => s.getRange('B2:C4').getEntireColumn(), 'B:C'],
  ['getLastCell', (s) => s.getRange('B2:C4').getLastCell(), 'C4'],
  ['getLastRow', (s) => s.getRange('B2:C4').getLastRow(), 'B4:C4'],
  ['getRowsBelow', (s) => s.getRange('B2:C4').getRowsBelow(2), 'B5:C6'],
  ['getRowsAbove', (s) => s.getRange('B2:C4').getRowsAbove(), 'B1:C1'],
  ['getColumnsAfter', (s) => s.getRange('B2:C4').getColumnsAfter(1), 'D2:D4'],
  ['getIntersection', (s) => s.getRange('B2:C4').getIntersection('C3:D9'), 'C3:C4'],
  ['getBoundingRect', (s) => s.getRange('B2').getBoundingRect('D9'), 'B2:D9'],
  ['getSurroundingRegion', (s) => s.getRange('B2').getSurroundingRegion(), 'B2:C4'],
  ['used range with values', (s) => s.getUsedRange(true), 'B2:C4'],
  ['used range with formats', (s) => s.getUsedRange(), 'B2:F9'],
  ['used part of a column', (s) => s.getRange('C:C').getUsedRange(true), 'C2:C4'],
  ['used part of a row', (s) => s.getRange('3:3').getUsedRange(true), 'B3:C3'],
])('%s', async (_name, make, address) => {
  expect(await addressOf(make)).toBe(`Data!${address}`);
});

test('a sheet whose name needs quotes', async () => {
  const { run } = await bench(["Tờ 1's"]);
  const read = await run((_context, ws) => load(ws.getRange('A1:B2'), 'address'));
  expect(read['address']).toBe("'Tờ 1''s'!A1:B2");
});

test('an empty sheet: its used range is A1, or a null object', async () => {
  const { run } = await bench();
  await run(async (context, ws) => {
    const used = ws.getUsedRange();
    const none = ws.getUsedRangeOrNullObject();
    const apart = ws.getRange('A1').getIntersectionOrNullObject('B2');
    used.load('address');
    await context.sync();
    expect([used.address, none.isNullObject, apart.isNullObject]).toEqual(['Data!A1', true, true]);
  });
});

test('ranges that do not meet: ItemNotFound', async () => {
  const { fails } = await bench();
  const error = await fails((_context, ws) =>
    ws.getRange('A1').getIntersection('B2').load('address'),
  );
  expect(error.code).toBe('ItemNotFound');
});

test('whole rows and columns read null for their cells', async () => {
  const { run } = await bench();
  const read = await run((_context, ws) =>
    load(
      ws.getRange('B:C'),
      'values,text,formulas,numberFormat,address,rowCount,isEntireColumn,cellCount',
    ),
  );
  expect(read).toMatchObject({
    values: null,
    text: null,
    formulas: null,
    numberFormat: null,
    address: 'Data!B:C',
    rowCount: 1_048_576,
    isEntireColumn: true,
    cellCount: 2_097_152,
  });
});

test('a whole column is formatted as far as the sheet is used', async () => {
  const { run, sheet, file } = await bench();
  await run((_context, ws) => {
    ws.getRange('A1:B3').values = 1 as unknown as number[][];
    ws.getRange('B:B').format.font.bold = true;
  });
  const bold = [0, 2, 3].map((row) => file.model.formatOf(sheet().styleAt(row, 1)).bold);
  expect(bold).toEqual([true, true, false]);
});

describe('copyFrom', () => {
  async function copied(
    copy: (target: Excel.Range, ws: Excel.Worksheet) => void,
    target = 'D1',
    seen = 'D1:E2',
  ) {
    const { run } = await bench();
    return run(async (context, ws) => {
      ws.getRange('A1:B2').formulas = [
        [1, '=A1*2'],
        ['', '=$A$1+A2'],
      ];
      ws.getRange('A1').format.font.bold = true;
      ws.getRange('D2').values = [['old']];
      copy(ws.getRange(target), ws);
      const range = ws.getRange(seen);
      const first = ws.getRange(target).getCell(0, 0);
      range.load('formulas');
      first.load('format/font/bold');
      await context.sync();
      return [plain(range.formulas), first.format.font.bold];
    });
  }

  test('all: formulas move along, formats come too', async () => {
    expect(await copied((target) => target.copyFrom('A1:B2'))).toEqual([
      [
        [1, '=D1*2'],
        ['', '=$A$1+D2'],
      ],
      true,
    ]);
  });

  test('values without formats, blanks skipped', async () => {
    expect(await copied((target) => target.copyFrom('A1:A2', 'Values', true))).toEqual([
      [
        [1, ''],
        ['old', ''],
      ],
      false,
    ]);
  });

  test('formats only', async () => {
    const [grid, bold] = await copied((target) => target.copyFrom('A1:A2', 'Formats'));
    expect([grid, bold]).toEqual([
      [
        ['', ''],
        ['old', ''],
      ],
      true,
    ]);
  });

  test('transposed', async () => {
    const [grid] = await copied((target) => target.copyFrom('A1:A2', 'All', false, true));
    expect(grid).toEqual([
      [1, ''],
      ['old', ''],
    ]);
  });

  test('one cell fills the target', async () => {
    const [grid] = await copied((target) => target.copyFrom('A1'), 'D1:E2');
    expect(grid).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('clear', () => {
  async function cleared(what?: 'All' | 'Contents' | 'Formats') {
    const { run } = await bench();
    return run(async (context, ws) => {
      const range = ws.getRange('A1:B1');
      range.values = [[1, 2]];
      range.format.font.bold = true;
      range.numberFormat = [['0.0', '0.0']];
      range.clear(what);
      range.load('values,numberFormat,format/font/bold');
      await context.sync();
      return [plain(range.values), plain(range.numberFormat), range.format.font.bold];
    });
  }

  test('everything', async () => {
    expect(await cleared()).toEqual([[['', '']], [['General', 'General']], false]);
  });

  test('contents only', async () => {
    expect(await cleared('Contents')).toEqual([[['', '']], [['0.0', '0.0']], true]);
  });

  test('formats only', async () => {
    expect(await cleared('Formats')).toEqual([[[1, 2]], [['General', 'General']], false]);
  });
});
