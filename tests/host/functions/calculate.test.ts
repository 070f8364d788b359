import {
  newWorkbookFile,
  WorkbookHost,
  type BlankArguments,
  type CustomFunctions,
} from '../../../src/host';
import { parseCall } from '../../../src/host/functions/parse';
import { benchOn } from '../richapi/bench';

/** Functions of no add-in, which tell how often they were called. */
function plainFunctions() {
  const calls: string[] = [];
  const value = (name: string) => ({ name });
  const matrix = (name: string) => ({ name, dimensionality: 'matrix' });
  const functions: CustomFunctions = {
    namespace: 'T',
    functions: [
      { id: 'PLUS', name: 'PLUS', parameters: [value('a'), { ...value('b'), optional: true }] },
      { id: 'TOTAL', name: 'TOTAL', parameters: [matrix('cells')] },
      { id: 'DOUBLE', name: 'DOUBLE', parameters: [matrix('cells')] },
      { id: 'FAIL', name: 'FAIL', parameters: [value('code')] },
    ],
    call(id, args) {
      calls.push(id);
      const numbers = (args[0] as unknown[][]).flat?.().map(Number) ?? [];
      if (id === 'PLUS') return Promise.resolve(Number(args[0]) + Number(args[1] ?? 1));
      if (id === 'TOTAL') return numbers.reduce((sum, each) => sum + each, 0);
      if (id === 'DOUBLE')
        return (args[0] as number[][]).map((row) =>
          row.map((each) => (each < 0 ? { code: '#NUM!' } : each * 2)),
        );
      return Promise.reject(Object.assign(new Error('no'), { code: args[0] }));
    },
  };
  return { functions, calls };
}

async function open(cells: Readonly<Record<string, unknown>>) {
  const file = await newWorkbookFile(['Data', 'Tờ khác']);
  const host = new WorkbookHost(file, {});
  const [sheet, other] = file.model.sheets;
  if (!sheet || !other) throw new Error('no sheets');
  const plain = plainFunctions();
  const write = (address: string, value: unknown) => host.userEdits('Data', address, [[value]]);
  for (const [address, value] of Object.entries(cells)) write(address, value);
  await host.useFunctions(plain.functions);
  const value = (row: number, column: number) => sheet.read(row, column).value;
  return { file, host, sheet, other, write, value, ...plain };
}

describe('a formula that is one call', () => {
  test.each([
    ['T.PLUS(1,2)', 3],
    ['t.plus( 1 , 2 )', 3],
    ['_xldudf_T_PLUS(1,2)', 3],
    ['T.PLUS(A1)', 11],
    ['T.PLUS($A$1,A2)', 30],
    ['T.PLUS(50%)', 1.5],
    ['T.PLUS("4","5")', 9],
    ['T.PLUS(A1,)', 11],
    ['T.TOTAL(A1:A2)', 30],
    ['T.TOTAL(A:A)', 30],
    ["T.TOTAL('Tờ khác'!B2:B3)", 7],
    ['T.TOTAL(A1)', 10],
    ['T.PLUS(A1:A2)', { error: '#VALUE!' }],
    ['T.PLUS(1,2,3)', { error: '#VALUE!' }],
    ['T.PLUS()', { error: '#VALUE!' }],
    ['T.PLUS(#N/A)', { error: '#N/A' }],
    ['T.TOTAL(Missing!A1)', { error: '#REF!' }],
    ['T.FAIL("#NUM!")', { error: '#NUM!' }],
    ['T.FAIL("oops")', { error: '#VALUE!' }],
  ])('=%s', async (formula, expected) => {
    const { host, other, write, value } = await open({ A1: 10, A2: 20 });
    other.writeValue(1, 1, 3);
    other.writeValue(2, 1, 4);
    write('C1', `=${formula}`);
    await host.calculated;
    expect(value(0, 2)).toEqual(expected);
  });

  test.each([
    'T.PLUS(1,2)+1',
    'SUM(A1)',
    'T.PLUS(SUM(A1),2)',
    'U.PLUS(1,2)',
    'T.OTHER(1)',
    'T.PLUS(x)',
  ])('=%s isn’t, and keeps its stored value', async (formula) => {
    const { host, sheet, write } = await open({});
    write('C1', `=${formula}`);
    sheet.storeResult(0, 2, 42);
    write('A1', 1);
    await host.calculated;
    expect(sheet.read(0, 2)).toMatchObject({ value: 42, formula });
  });

  test('separators in texts and sheet names separate nothing', () => {
    expect(parseCall(`T.A("a,""b""(",'x, y'!A1,-1.5E2,TRUE)`)?.args).toEqual([
      { constant: 'a,"b"(' },
      { sheet: 'x, y', rect: { row: 0, column: 0, rows: 1, columns: 1 } },
      { constant: -150 },
      { constant: true },
    ]);
  });
});

describe('when cells change', () => {
  test('what follows from them is evaluated again, through several formulas, and nothing else', async () => {
    const { host, write, value, calls } = await open({
      A1: 1,
      B1: '=T.PLUS(C1)',
      C1: '=T.PLUS(A1)',
      D1: '=T.PLUS(5)',
    });
    expect([value(0, 1), value(0, 2)]).toEqual([3, 2]);
    calls.length = 0;
    write('A1', 10);
    await host.calculated;
    expect([value(0, 1), value(0, 2)]).toEqual([12, 11]);
    expect(calls).toEqual(['PLUS', 'PLUS']);
    write('F9', 'elsewhere');
    await host.calculated;
    expect(calls.length).toBe(2);
  });

  test('a write by Office.js counts too, and calculate("Full") evaluates everything', async () => {
    const file = await newWorkbookFile(['Data']);
    const { host, run } = await benchOn(file);
    const { functions, calls } = plainFunctions();
    await host.useFunctions(functions);
    await run((_, sheet) => {
      sheet.getRange('A1:B1').formulas = [[4, '=T.PLUS(A1)']];
    });
    await host.calculated;
    expect(file.model.sheets[0]?.read(0, 1).value).toBe(5);
    calls.length = 0;
    await run((context) => context.workbook.application.calculate('Full'));
    await host.calculated;
    expect(calls).toEqual(['PLUS']);
  });

  test('entering the same formula again evaluates it again', async () => {
    const { host, write, value } = await open({ A1: 1, B1: '=T.PLUS(A1,2)' });
    write('B1', '=T.PLUS(A1,2)');
    await host.calculated;
    expect(value(0, 1)).toBe(3);
  });

  test('a circle ends', async () => {
    const { host, calls } = await open({ A1: '=T.PLUS(B1)', B1: '=T.PLUS(A1)' });
    await host.calculated;
    expect(calls.length).toBeLessThan(200);
  });
});

describe('what a function is told', () => {
  const asks: CustomFunctions['functions'][0] = {
    id: 'ASKS',
    name: 'ASKS',
    parameters: [{ name: 'a' }, { name: 'b', dimensionality: 'matrix' }, { name: 'c' }],
    options: { requiresParameterAddresses: true },
  };

  async function told(formula: string, blankArguments?: BlankArguments, of = asks) {
    const file = await newWorkbookFile(['Data', "Tờ 'khác'"]);
    const host = new WorkbookHost(file, blankArguments ? { blankArguments } : {});
    const calls: unknown[][] = [];
    host.userEdits('Data', 'A1:A3', [[0], [''], ['=1+1']]);
    host.userEdits('Data', 'C1', [[formula]]);
    await host.useFunctions({
      namespace: 'T',
      functions: [of],
      call: (_, args, invocation) => calls.push([args, invocation]),
    });
    return calls;
  }

  test('0 for an empty cell, as desktop Excel does, or null; nothing for what is left out', async () => {
    const formula = '=T.ASKS(A2,A1:A2,)';
    expect((await told(formula))[0]?.[0]).toEqual([0, [[0], [0]], null]);
    expect((await told(formula, 'null'))[0]?.[0]).toEqual([null, [[0], [null]], null]);
  });

  test('where its arguments stand, if it asks', async () => {
    const formula = "=T.ASKS('Tờ ''khác'''!$B$2,A1:A2,7)";
    const address = 'Data!C1';
    const parameterAddresses = ["'Tờ ''khác'''!B2", 'Data!A1:A2', null];
    expect((await told(formula))[0]?.[1]).toEqual({ address, parameterAddresses });
    const { options, ...plain } = asks;
    expect(options).toBeDefined();
    expect((await told(formula, 'zero', plain))[0]?.[1]).toEqual({ address });
  });

  test('a formula without its value is an error, not an empty cell', async () => {
    expect(await told('=T.ASKS(A3,A1:A3,1)')).toEqual([]);
  });

  test('an empty cell that becomes 0 has the formula evaluated again', async () => {
    const { host, write, value, calls } = await open({ A1: 10, B1: '=T.PLUS(A1,A2)' });
    expect(value(0, 1)).toBe(10);
    calls.length = 0;
    write('A2', 0);
    await host.calculated;
    expect(calls).toEqual(['PLUS']);
  });
});

describe('answers of several cells', () => {
  const cells = { A1: 1, A2: -2, A3: 3, B1: '=T.DOUBLE(A1:A3)' };
  const column = (value: (row: number, column: number) => unknown) =>
    [0, 1, 2].map((row) => value(row, 1));

  test('spill, errors included, and change with their range', async () => {
    const { host, write, value, sheet } = await open(cells);
    expect(column(value)).toEqual([2, { error: '#NUM!' }, 6]);
    write('B1', '=T.DOUBLE(A1:A2)');
    await host.calculated;
    expect(column(value)).toEqual([2, { error: '#NUM!' }, null]);
    write('B1', 'gone');
    await host.calculated;
    expect(column(value)).toEqual(['gone', null, null]);
    expect(sheet.read(1, 1).formula).toBeNull();
  });

  test('something in the way is #SPILL!, until it is taken away', async () => {
    const { host, write, value } = await open(cells);
    write('B3', 'mine');
    await host.calculated;
    expect(column(value)).toEqual([{ error: '#SPILL!' }, null, 'mine']);
    write('B3', '');
    await host.calculated;
    expect(column(value)).toEqual([2, { error: '#NUM!' }, 6]);
  });

  test('what was saved with the workbook is not in the way', async () => {
    const { host, sheet, functions, value } = await open(cells);
    expect(sheet.read(2, 1).value).toBe(6);
    await host.useFunctions(functions);
    expect(column(value)).toEqual([2, { error: '#NUM!' }, 6]);
  });
});
