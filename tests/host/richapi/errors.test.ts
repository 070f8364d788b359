/** Each error with its code, as Excel answers it; what went before a failing action stays. */
import { bench, load, settled, withMarkup } from './bench';

test('ItemNotFound: a sheet that is not there', async () => {
  const { fails } = await bench();
  const error = await fails((context) => {
    context.workbook.worksheets.getItem('Zed').load('name');
  });
  expect(error.code).toBe('ItemNotFound');
  expect(error.message).toBe("The requested resource doesn't exist.");
  expect(error.debugInfo.errorLocation).toBe('WorksheetCollection.getItem');
});

describe('InvalidArgument', () => {
  test.each([
    ['too few rows', 'A1:B2', [[1, 2]]],
    ['too many columns', 'A1:B1', [[1, 2, 3]]],
    ['rows of different lengths', 'A1:B2', [[1, 2], [3]]],
    ['too few rows of a block that is sent in pieces', 'A1:J300', bigger(299, 10)],
  ])('values of the wrong size: %s', async (_name, address, values) => {
    const { fails } = await bench();
    const error = await fails((_context, ws) => {
      ws.getRange(address).values = values;
    });
    expect(error.code).toBe('InvalidArgument');
  });

  test.each(['Nope!A1', 'A', 'A1:B', 'XFE1', 'A1048577', 'A0', 'not a name'])(
    'the address %p',
    async (address) => {
      const { fails } = await bench();
      const error = await fails((_context, ws) => ws.getRange(address).load('address'));
      expect(error.code).toBe('InvalidArgument');
    },
  );

  test.each([
    ['no letter at all', ''],
    ['blank', '  '],
    ['32 characters', 'x'.repeat(32)],
    ...[...'[]:*?/\\'].map((each) => [`the character ${each}`, `a${each}b`]),
    ['an apostrophe first', "'a"],
    ['an apostrophe last', "a'"],
    ['the reserved name', 'History'],
  ])('a name of a sheet with %s', async (_name, wanted) => {
    const { fails, sheet } = await bench();
    const error = await fails((_context, ws) => {
      ws.name = wanted;
    });
    expect(error.code).toBe('InvalidArgument');
    expect(sheet().name).toBe('Data');
  });

  test('a cell beside the sheet, a word that is none, a number out of its bounds', async () => {
    const { fails } = await bench();
    const attempts: ((ws: Excel.Worksheet) => unknown)[] = [
      (ws) => ws.getCell(-1, 0).load('address'),
      (ws) => ws.getRange('A1').getOffsetRange(-1, 0).load('address'),
      (ws) => ws.getRange('A1:B2').getRow(2).load('address'),
      (ws) => ws.getRangeByIndexes(0, 16384, 1, 1).load('address'),
      (ws) => (ws.getRange('A1').format.horizontalAlignment = 'Nowhere' as 'Left'),
      (ws) => (ws.getRange('A1').format.fill.color = 'nocolour'),
      (ws) => (ws.getRange('A1').format.rowHeight = 410),
      (ws) => (ws.getRange('A:A').values = [[1]]),
      (ws) => (ws.getRange('A1').formulas = [['=SUM(']]),
    ];
    for (const attempt of attempts) {
      const { code } = await fails((_context, ws) => attempt(ws));
      expect([attempt.toString(), code]).toEqual([attempt.toString(), 'InvalidArgument']);
    }
  });
});

test('ItemAlreadyExists: a sheet, a name; a table over a table is InvalidArgument', async () => {
  const { run, fails } = await bench();
  await run((context, ws) => {
    context.workbook.names.add('Ten', ws.getRange('A1'));
    ws.tables.add('A1:B3', true);
  });
  const codes = [
    await fails((context) => context.workbook.worksheets.add('DATA')),
    await fails((context, ws) => context.workbook.names.add('TEN', ws.getRange('A1'))),
    await fails((_context, ws) => ws.tables.add('B2:C4', true)),
  ].map(({ code }) => code);
  expect(codes).toEqual(['ItemAlreadyExists', 'ItemAlreadyExists', 'InvalidArgument']);
});

describe('ApiNotFound', () => {
  test('a member that this host does not cover is never passed over', async () => {
    const { fails } = await bench();
    const error = await fails((_context, ws) => ws.getRange('A1:B2').insert('Down'));
    expect(error.code).toBe('ApiNotFound');
    expect(error.debugInfo.errorLocation).toBe('Range.insert');
  });

  test('a member newer than the set that the host claims', async () => {
    const old = await bench(['Data'], { sets: { ExcelApi: '1.1' } });
    const error = await old.fails((context) =>
      context.workbook.worksheets.getItemOrNullObject('Data').load('name'),
    );
    expect([error.code, error.debugInfo.errorLocation]).toEqual([
      'ApiNotFound',
      'WorksheetCollection.getItemOrNullObject',
    ]);
    const property = await old.fails((_context, ws) => ws.getRange('A1').load('hyperlink'));
    expect(property.code).toBe('ApiNotFound');
    const fits = await old.run((_context, ws) => load(ws.getRange('A1'), 'values'));
    expect(fits['values']).toEqual([['']]);
  });

  test('1.10 is newer than 1.9', async () => {
    const { run, fails } = await bench(['Data'], { sets: { ExcelApi: '1.9' } });
    await run((_context, ws) => load(ws.autoFilter, 'enabled'));
    const error = await fails((context) => load(context.application, 'decimalSeparator'));
    expect(error.code).toBe('ApiNotFound');
  });
});

describe('AccessDenied: a protected sheet', () => {
  async function locked() {
    const made = await bench();
    const { model } = made.file;
    const open = model.restyle(model.defaultStyle, { locked: false });
    made.sheet().setStyle(0, 1, open);
    return withMarkup(made, '<sheetProtection sheet="1" objects="1" scenarios="1"/>');
  }

  test('a locked cell is not written, an open one is', async () => {
    const { run, fails, sheet } = await locked();
    const error = await fails((_context, ws) => {
      ws.getRange('A1').values = [[1]];
    });
    expect(error.code).toBe('AccessDenied');
    await run((_context, ws) => {
      ws.getRange('B1').values = [[1]];
    });
    expect([sheet().read(0, 0).value, sheet().read(0, 1).value]).toEqual([null, 1]);
    expect((await run((_context, ws) => load(ws.protection, 'protected')))['protected']).toBe(true);
  });

  test('no format, no size, no merge', async () => {
    const { fails } = await locked();
    const codes = [
      await fails((_context, ws) => (ws.getRange('B1').format.font.bold = true)),
      await fails((_context, ws) => (ws.getRange('B1').format.columnWidth = 50)),
      await fails((_context, ws) => ws.getRange('B1:B2').merge()),
      await fails((_context, ws) => (ws.getRange('B1').numberFormat = [['0']])),
    ].map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['AccessDenied']));
  });
});

describe('sizes', () => {
  test('a request above the limit is refused and nothing of it done', async () => {
    const { fails, sheet } = await bench(['Data'], { limits: { requestBytes: 20_000 } });
    const error = await fails((_context, ws) => {
      ws.getRange('A1:A1000').values = bigger(1000, 1, 'x'.repeat(40));
    });
    expect(error.code).toBe('RequestPayloadSizeLimitExceeded');
    expect(sheet().used(true)).toBeNull();
  });

  test('the limit is of bytes, not of letters', async () => {
    const limits = { limits: { requestBytes: 9_000 } };
    const plainText = await bench(['Data'], limits);
    await plainText.run((_context, ws) => {
      ws.getRange('A1').values = [['e'.repeat(5_000)]];
    });
    const accents = await bench(['Data'], limits);
    const error = await accents.fails((_context, ws) => {
      ws.getRange('A1').values = [['ế'.repeat(5_000)]];
    });
    expect(error.code).toBe('RequestPayloadSizeLimitExceeded');
  });

  test('an answer above the limit is refused', async () => {
    const { run, fails } = await bench(['Data'], { limits: { responseBytes: 20_000 } });
    await run((_context, ws) => {
      ws.getRange('A1:A1000').values = bigger(1000, 1, 'x'.repeat(40));
    });
    const error = await fails((_context, ws) => load(ws.getRange('A1:A1000'), 'values'));
    expect(error.code).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('more than five million cells are not read', async () => {
    const { fails } = await bench();
    const error = await fails((_context, ws) => load(ws.getRange('A1:Z200000'), 'values'));
    expect(error.code).toBe('ResponsePayloadSizeLimitExceeded');
  });
});

describe('while the user types in a cell', () => {
  test('a request fails', async () => {
    const { host, fails, run } = await bench();
    host.startCellEdit();
    const error = await fails((_context, ws) => load(ws, 'name'));
    expect(error.code).toBe('InvalidOperationInCellEditMode');
    host.endCellEdit();
    expect((await run((_context, ws) => load(ws, 'name')))['name']).toBe('Data');
  });

  test('one that was sent with delayForCellEdit waits', async () => {
    const { host, excel, sheet } = await bench();
    host.startCellEdit();
    const waiting = excel.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('A1').values = [[5]];
      await context.sync();
    });
    await settled();
    expect(sheet().read(0, 0).value).toBeNull();
    host.endCellEdit();
    await waiting;
    expect(sheet().read(0, 0).value).toBe(5);
  });
});

describe('from the runtime itself', () => {
  test('PropertyNotLoaded', async () => {
    const { fails } = await bench();
    const error = await fails((_context, ws) => ws.getRange('A1').values);
    expect(error.code).toBe('PropertyNotLoaded');
  });

  test('InvalidObjectPath: a range used after its run', async () => {
    const { run, fails } = await bench();
    const range = await run(async (context, ws) => {
      const made = ws.getRange('A1');
      made.load('address');
      await context.sync();
      return made;
    });
    const error = await fails(async () => {
      range.load('values');
      await range.context.sync();
    });
    expect(error.code).toBe('InvalidObjectPath');
  });
});

describe('a failing action ends the request', () => {
  test('what went before it stays, what comes after it is not done', async () => {
    const { fails, sheet } = await bench();
    await fails((_context, ws) => {
      ws.getRange('A1').values = [['kept']];
      ws.getRange('A2:B2').values = [[1]];
      ws.getRange('A3').values = [['never']];
    });
    expect([0, 1, 2].map((row) => sheet().read(row, 0).value)).toEqual(['kept', null, null]);
  });

  test('faults can be injected at any action', async () => {
    const { host, run, sheet } = await bench();
    const write = (_context: Excel.RequestContext, ws: Excel.Worksheet) => {
      ['A1', 'A2', 'A3'].forEach((address) => (ws.getRange(address).values = [[address]]));
    };
    const codes: string[] = [];
    const kept: number[] = [];
    const attempt = () =>
      run(write).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    for (let n = 1; codes.at(-1) !== 'done'; n += 1) {
      await run((_context, ws) => ws.getRange('A1:A3').clear());
      host.failActionAt(n, 'GeneralException');
      codes.push(await attempt());
      kept.push([0, 1, 2].filter((row) => sheet().read(row, 0).value !== null).length);
      host.failActionAt(null);
    }
    expect(new Set(codes.slice(0, -1))).toEqual(new Set(['GeneralException']));
    expect(kept).toEqual([...kept].sort());
    expect([...new Set(kept)]).toEqual([0, 1, 2, 3]);
  });
});

function bigger(rows: number, columns: number, value: unknown = 1): unknown[][] {
  return Array.from({ length: rows }, () => new Array<unknown>(columns).fill(value));
}
