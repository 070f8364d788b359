import { newWorkbookFile, openWorkbookFile } from '../../../src/host/file';
import type { CellValue, SheetModel } from '../../../src/host/model';
import { AT, fixture, MAIN, parts, reopen, sheetOf, withSheet } from './helpers';

async function first(bytes: Uint8Array): Promise<SheetModel> {
  const sheet = (await openWorkbookFile(bytes)).model.sheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function sheetXml(rows: string): string {
  return `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

const STRINGS = `<sst xmlns="${MAIN}"><si><t>85</t></si><si><r><t>Xã </t></r><r><rPr><b/></rPr><t>Vị Thắng</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t xml:space="preserve"> a&amp;b </t></si><si><t>dòng_x000A_hai</t></si><si><t><![CDATA[<c>]]></t></si><si/></sst>`;

describe('reading', () => {
  const cases: [
    what: string,
    cell: string,
    value: CellValue,
    formula: string | null,
    calculated: boolean,
  ][] = [
    ['a number', '<c r="A1"><v>1.5</v></c>', 1.5, null, true],
    ['a large number', '<c r="A1"><v>1E+20</v></c>', 1e20, null, true],
    ['a date, as its serial number', '<c r="A1" s="0"><v>45108</v></c>', 45108, null, true],
    ['an ISO date', '<c r="A1" t="d"><v>2023-07-01T12:00:00Z</v></c>', 45108.5, null, true],
    ['text that looks like a number', '<c r="A1" t="s"><v>0</v></c>', '85', null, true],
    ['rich text', '<c r="A1" t="s"><v>1</v></c>', 'Xã Vị Thắng', null, true],
    ['spaces and entities', '<c r="A1" t="s"><v>2</v></c>', ' a&b ', null, true],
    ['an escaped character', '<c r="A1" t="s"><v>3</v></c>', 'dòng\nhai', null, true],
    ['CDATA', '<c r="A1" t="s"><v>4</v></c>', '<c>', null, true],
    ['an empty string', '<c r="A1" t="s"><v>5</v></c>', '', null, true],
    ['inline text', '<c r="A1" t="inlineStr"><is><t>07</t></is></c>', '07', null, true],
    [
      'inline rich text',
      '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
      'ab',
      null,
      true,
    ],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true, null, true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false, null, true],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', { error: '#REF!' }, null, true],
    ['an unknown error', '<c r="A1" t="e"><v>#SPILL!</v></c>', { error: '#SPILL!' }, null, true],
    ['nothing', '<c r="A1"/>', null, null, true],
    ['a formula with its value', '<c r="A1"><f>1+1</f><v>2</v></c>', 2, '1+1', true],
    [
      'a formula with text',
      '<c r="A1" t="str"><f>"0"&amp;"7"</f><v>07</v></c>',
      '07',
      '"0"&"7"',
      true,
    ],
    ['a formula with empty text', '<c r="A1" t="str"><f>""</f><v></v></c>', '', '""', true],
    ['a formula without a value', '<c r="A1"><f>1+1</f></c>', null, '1+1', false],
    ['a formula with an empty value', '<c r="A1"><f>1+1</f><v></v></c>', null, '1+1', false],
    [
      'an array formula',
      '<c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>4</v></c>',
      4,
      'B1:B2*2',
      true,
    ],
  ];
  test.each(cases)('%s', async (_what, cell, value, formula, calculated) => {
    const sheet = await first(await withSheet(sheetXml(`<row r="1">${cell}</row>`), STRINGS));
    expect(sheet.read(0, 0)).toEqual({ value, formula, calculated });
  });

  test('shared formulas are expanded', async () => {
    const sheet = await first(
      await withSheet(
        sheetXml(
          '<row r="2"><c r="C2"><f t="shared" ref="C2:D3" si="3">$A2+A$1+SUM($B$1:B2)&amp;"A1"</f><v>1</v></c><c r="D2"><f t="shared" si="3"/><v>1</v></c></row>' +
            '<row r="3"><c r="C3"><f t="shared" si="3"/></c><c r="D3"><f t="shared" si="3"/><v>1</v></c></row>',
        ),
      ),
    );
    expect(sheet.read(1, 3).formula).toBe('$A2+B$1+SUM($B$1:C2)&"A1"');
    expect(sheet.read(2, 2)).toEqual({
      value: null,
      formula: '$A3+A$1+SUM($B$1:B3)&"A1"',
      calculated: false,
    });
  });

  test('reading makes no cells', async () => {
    const file = await openWorkbookFile(fixture('rich.xlsx'));
    const sheet = sheetOf(file.model, 'Xã');
    const used = sheet.used(false);
    for (let i = 0; i < 50; i++) {
      sheet.read(i * 1000, i);
      sheet.styleAt(i * 1000, i);
    }
    expect(sheet.used(false)).toEqual(used);
    expect(parts(await file.save(AT))).toEqual(parts(fixture('rich.xlsx')));
  });
});

describe('writing', () => {
  const values: CellValue[] = [
    0,
    -1.25,
    1e-7,
    123456789012345,
    true,
    false,
    'Xã',
    '',
    '=1+1',
    '+a',
    '-a',
    '@a',
    '007',
    ' x ',
    'a\nb',
    'a\rb',
    '_x0041_',
    '\u0001',
    '<&>"\'',
    ']]>',
    { error: '#N/A' },
  ];
  test.each(values.map((v) => [v]))('%j comes back', async (value) => {
    const file = await newWorkbookFile();
    file.model.sheets[0]?.writeValue(3, 4, value);
    expect((await reopen(file)).model.sheets[0]?.read(3, 4)).toEqual({
      value,
      formula: null,
      calculated: true,
    });
  });

  test('a formula, with and without its result', async () => {
    const file = await newWorkbookFile();
    const [sheet] = file.model.sheets;
    sheet?.writeFormula(0, 0, 'IF(B1<2,"&",1)');
    sheet?.writeFormula(0, 1, '1/0');
    sheet?.storeResult(0, 1, { error: '#DIV/0!' });
    const [again] = (await reopen(file)).model.sheets;
    expect(again?.read(0, 0)).toEqual({
      value: null,
      formula: 'IF(B1<2,"&",1)',
      calculated: false,
    });
    expect(again?.read(0, 1)).toEqual({
      value: { error: '#DIV/0!' },
      formula: '1/0',
      calculated: true,
    });
  });

  test('null empties, and the format stays', async () => {
    const file = await openWorkbookFile(fixture('rich.xlsx'));
    const sheet = sheetOf(file.model, 'Xã');
    const style = sheet.styleAt(0, 0);
    sheet.writeValue(0, 0, null);
    sheet.writeValue(1, 3, null);
    const again = sheetOf((await reopen(file)).model, 'Xã');
    expect(again.read(0, 0).value).toBeNull();
    expect(again.read(1, 3)).toEqual({ value: null, formula: null, calculated: true });
    expect(again.styleAt(0, 0)).toBe(style);
  });

  test('the followers of a shared formula outlive its first cell', async () => {
    const file = await openWorkbookFile(fixture('rich.xlsx'));
    const sheet = sheetOf(file.model, 'Xã');
    sheet.writeValue(1, 3, 5);
    const again = sheetOf((await reopen(file)).model, 'Xã');
    expect(again.read(1, 3)).toEqual({ value: 5, formula: null, calculated: true });
    expect(again.read(5, 3)).toEqual({ value: 0.5, formula: 'B6/C6', calculated: true });
  });

  test('a result stored with an array formula leaves the formula an array formula', async () => {
    const file = await openWorkbookFile(fixture('rich.xlsx'));
    sheetOf(file.model, 'Xã').storeResult(6, 5, 20);
    const xml = parts(await file.save(AT))['xl/worksheets/sheet1.xml'];
    expect(xml).toMatch(/<c r="F7"[^>]*><f [^>]*t="array"[^>]*>B2:B3\*2<\/f><v>20<\/v><\/c>/);
  });

  test('used is the smallest rectangle, now and after every write', async () => {
    const file = await newWorkbookFile();
    const [sheet] = file.model.sheets;
    expect(sheet?.used(true)).toBeNull();
    sheet?.writeValue(4, 2, 1);
    expect(sheet?.used(true)).toEqual({ row: 4, column: 2, rows: 1, columns: 1 });
    sheet?.writeValue(1, 5, 1);
    expect(sheet?.used(true)).toEqual({ row: 1, column: 2, rows: 4, columns: 4 });
    sheet?.setStyle(9, 0, file.model.restyle(file.model.defaultStyle, { bold: true }));
    expect(sheet?.used(true)).toEqual({ row: 1, column: 2, rows: 4, columns: 4 });
    expect(sheet?.used(false)).toEqual({ row: 1, column: 0, rows: 9, columns: 6 });
    sheet?.writeValue(1, 5, null);
    expect(sheet?.used(true)).toEqual({ row: 4, column: 2, rows: 1, columns: 1 });
  });

  test('strings are appended, so that untouched sheets stay valid', async () => {
    const file = await openWorkbookFile(fixture('libreoffice.xlsx'));
    sheetOf(file.model, 'Xã').writeValue(1, 0, 'một chuỗi mới');
    const before = parts(fixture('libreoffice.xlsx'));
    const after = parts(await file.save(AT));
    const items = (text = ''): string[] => text.match(/<si>.*?<\/si>/g) ?? [];
    const old = items(before['xl/sharedStrings.xml']);
    const now = items(after['xl/sharedStrings.xml']);
    expect(now.slice(0, old.length)).toEqual(old);
    expect(now.slice(old.length)).toEqual(['<si><t xml:space="preserve">một chuỗi mới</t></si>']);
    expect(after['xl/worksheets/sheet2.xml']).toBe(before['xl/worksheets/sheet2.xml']);
  });
});
