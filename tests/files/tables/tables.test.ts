import { strToU8, zipSync } from 'fflate';
import {
  readTables,
  TableFileError,
  type FileSheet,
  type TableFileFault,
} from '../../../src/files';
import { makeSample } from '../../../scripts/make-sample';
import { openWorkbookFile } from '../../../src/host';
import { NOW, workbookOf } from '../../workbook/build';
import { sourceOf } from '../log/build';

const read = (content: string | Uint8Array, name = 'so-lieu.csv'): Promise<FileSheet[]> =>
  readTables(sourceOf(typeof content === 'string' ? strToU8(content) : content, 1000), name);
const faultOf = async (content: string | Uint8Array): Promise<TableFileFault | null> => {
  try {
    await read(content);
    return null;
  } catch (error) {
    if (error instanceof TableFileError) return error.fault;
    throw error;
  }
};
const valuesOf = async (content: string | Uint8Array) => (await read(content))[0]?.values;

describe('.xlsx', () => {
  test('every cell as the host reads it', async () => {
    const bytes = await makeSample();
    const { model } = await openWorkbookFile(bytes);
    const sheets = await read(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(model.sheets.map(({ name }) => name));
    let cells = 0;
    sheets.forEach(({ row, column, values }, i) => {
      values.forEach((line, r) =>
        line.forEach((value, c) => {
          const { value: own, formula } = model.sheets[i]?.read(row + r, column + c) ?? {};
          if (formula !== null && own === null) return;
          cells += 1;
          expect(value === '' ? null : value).toEqual(own);
        }),
      );
    });
    expect(cells).toBeGreaterThan(600);
  });

  test('merges, formats of dates, formulas without a value, errors, names', async () => {
    const file = await workbookOf({
      Xã: [
        [null, null],
        ['a', 45_265, { formula: 'B2*2' }, { formula: '1/0', value: { error: '#DIV/0!' } }, true],
      ],
    });
    const [sheet] = file.model.sheets;
    sheet?.merge({ row: 3, column: 0, rows: 2, columns: 3 });
    sheet?.setStyle(1, 1, file.model.restyle(sheet.styleAt(1, 1), { numberFormat: 'dd/mm/yyyy' }));
    const [own] = await read(await file.save(NOW));
    expect(own).toMatchObject({
      row: 1,
      values: [['a', 45_265, '#GETTING_DATA', '#DIV/0!', true]],
      merges: [{ row: 3, column: 0, rows: 2, columns: 3 }],
      formats: [{ row: 0, column: 1, format: 'dd/mm/yyyy' }],
    });
  });

  test('two cells at the ends of a sheet are refused before they are unfolded', async () => {
    const file = await workbookOf({ Xã: [['a']] });
    file.model.sheets[0]?.writeValue(1_048_575, 16_383, 'z');
    expect(await faultOf(await file.save(NOW))).toBe('tooLarge');
  });

  test('a directory that lies about a part’s size', async () => {
    const bytes = zipSync({ 'xl/workbook.xml': strToU8('x'.repeat(5000)) });
    expect(await faultOf(bytes)).toBe('damaged');
  });
});

describe('.csv', () => {
  const ROWS = [
    ['Đơn vị', 'a', 'b'],
    ['Xã Vị Thắng', '1,5', 90],
  ];

  test.each([
    ['";"', 'Đơn vị;a;b\nXã Vị Thắng;1,5;90\n'],
    ['"," with quotes', 'Đơn vị,a,b\r\nXã Vị Thắng,"1,5",90'],
    ['tabs', 'Đơn vị\ta\tb\nXã Vị Thắng\t1,5\t90'],
    ['the mark of UTF-8', '\ufeffĐơn vị;a;b\nXã Vị Thắng;1,5;90'],
    ['Excel’s own word', 'sep=;\r\nĐơn vị;a;b\r\nXã Vị Thắng;1,5;90'],
    ['another ending', 'Đơn vị;a;b\rXã Vị Thắng;1,5;90\r'],
  ])('%s', async (_, text) => {
    expect(await valuesOf(text)).toEqual(ROWS);
  });

  test('quotes within quotes, line ends within fields, blank lines keep their row', async () => {
    expect(await valuesOf('a;b\n\n"c ""d""\nđ";2')).toEqual([
      ['a', 'b'],
      ['', ''],
      ['c "d"\nđ', 2],
    ]);
  });

  test('digits that are no counts stay as they are', async () => {
    expect(await valuesOf('007;12345678901234567890;1.234;0')).toEqual([
      ['007', '12345678901234567890', '1.234', 0],
    ]);
  });
});

test.each<[string, string | Uint8Array, TableFileFault]>([
  ['nothing', '', 'empty'],
  ['a letter', 'Kính gửi các đơn vị', 'notATable'],
  ['UTF-16', new Uint8Array(Buffer.from('\ufeffa;b', 'utf16le')), 'notUtf8'],
  ['Windows-1258', new Uint8Array([0x58, 0xe3, 0x3b, 0x31, 0x3b, 0xd0]), 'notUtf8'],
  ['a web page', '<html><body><table>', 'html'],
  ['a table alone', ' <table border=1><tr>', 'html'],
  [
    'a spreadsheet in XML',
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>',
    'html',
  ],
  [
    'an old workbook',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'oldBinary',
  ],
  ['an older one', new Uint8Array([9, 4, 6, 0, 0, 0]), 'oldBinary'],
  ['a quote without an end', 'a;"b\nc;d', 'damaged'],
  ['half a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'damaged'],
])('%s is told by its content', async (_, content, fault) => {
  expect(await faultOf(content)).toBe(fault);
});
