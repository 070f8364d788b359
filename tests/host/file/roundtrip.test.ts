/** Workbooks of openpyxl and LibreOffice through the host and back: nothing untouched may change. */
import { openWorkbookFile } from '../../../src/host/file';
import { outline } from '../../../src/host/file/guard';
import type { WorkbookModel } from '../../../src/host/model';
import { AT, differing, fixture, MAIN, parts, reopen, sheetOf, withParts } from './helpers';

const FILES = ['rich.xlsx', 'macros.xlsm', 'libreoffice.xlsx'];

/** What Office.js can see of a workbook, as plain data. */
function picture(model: WorkbookModel): unknown {
  return {
    names: model.names.map((n) => ({ ...n, scope: n.scope?.name ?? null })),
    tables: model.tables.map((t) => [
      t.name,
      t.sheet.name,
      t.rect,
      t.columns,
      t.styleName,
      t.hasHeaders,
    ]),
    active: model.activeSheet.name,
    sheets: model.sheets.map((s) => {
      const used = s.used(false) ?? { row: 0, column: 0, rows: 0, columns: 0 };
      const cells = [];
      for (let r = 0; r < used.rows; r++) {
        for (let c = 0; c < used.columns; c++) {
          const format = model.formatOf(s.styleAt(r, c));
          cells.push([s.read(r, c), format, s.hyperlinkAt(r, c)]);
        }
      }
      return {
        name: s.name,
        visibility: s.visibility,
        tab: s.tabColor,
        grid: s.showGridlines,
        protected: s.isProtected,
        filter: s.autoFilter,
        frozen: s.frozen,
        page: s.page,
        merges: s.merges,
        titles: [s.printTitleRows, s.printTitleColumns],
        area: s.printArea,
        widths: [0, 1, 6].map((c) => [s.columnWidth(c), s.isColumnHidden(c)]),
        rows: [0, 1, 5].map((r) => [s.rowHeight(r), s.isRowHidden(r)]),
        used,
        cells,
      };
    }),
  };
}

describe.each(FILES)('%s', (name) => {
  test('opened and saved, every part is identical', async () => {
    const file = await openWorkbookFile(fixture(name));
    picture(file.model);
    expect(differing(fixture(name), await file.save(AT))).toEqual([]);
    expect(file.kind).toBe(name.endsWith('m') ? 'xlsm' : 'xlsx');
  });

  test('after a written cell only the sheet, the workbook and the strings differ', async () => {
    const file = await openWorkbookFile(fixture(name));
    const before = picture(file.model);
    const sheet = sheetOf(file.model, 'Xã');
    const old = sheet.read(1, 1).value;
    sheet.writeValue(1, 1, 12);
    const saved = await file.save(AT);
    expect(differing(fixture(name), saved)).toEqual(
      ['docProps/core.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'].filter(
        (part) => part !== 'xl/workbook.xml' || name === 'libreoffice.xlsx',
      ),
    );
    const again = await openWorkbookFile(saved);
    expect(sheetOf(again.model, 'Xã').read(1, 1).value).toBe(12);
    sheetOf(again.model, 'Xã').writeValue(1, 1, old);
    expect(picture(again.model)).toEqual(before);
  });

  test('in the touched sheet all else is the same text', async () => {
    const file = await openWorkbookFile(fixture(name));
    sheetOf(file.model, 'Xã').writeValue(20, 20, 'mới');
    const xml = (bytes: Uint8Array): string => parts(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    const before = xml(fixture(name));
    const after = xml(await file.save(AT));
    const without = (text: string): string[] =>
      outline(text)
        .children.filter((e) => e.local !== 'dimension' && e.local !== 'sheetData')
        .map((e) => e.raw);
    expect(without(after)).toEqual(without(before));
    const rows = (text: string): string[] => text.match(/<row .*?<\/row>/gs) ?? [];
    expect(rows(after).slice(0, -1)).toEqual(rows(before));
  });

  test('equal models and times give equal bytes, whatever the clock says', async () => {
    const save = async (): Promise<Uint8Array> => {
      const file = await openWorkbookFile(fixture(name));
      const sheet = sheetOf(file.model, 'Xã');
      sheet.writeValue(0, 0, 'Tên');
      sheet.setStyle(0, 0, file.model.restyle(sheet.styleAt(0, 0), { italic: true }));
      file.model.settings.set('a', '1');
      await file.save(new Date());
      return file.save(AT);
    };
    expect(Buffer.from(await save()).equals(Buffer.from(await save()))).toBe(true);
  });
});

test('the features of the fixture are there to be lost', () => {
  const names = Object.keys(parts(fixture('macros.xlsm'))).join(' ');
  for (const part of [
    'charts/chart1',
    'comments',
    'tables/table1',
    'vbaProject.bin',
    'customXml/item1',
    'drawing1',
  ]) {
    expect(names).toContain(part);
  }
  const sheet = parts(fixture('rich.xlsx'))['xl/worksheets/sheet1.xml'];
  for (const element of [
    'conditionalFormatting',
    'dataValidations',
    'autoFilter',
    'sheetProtection',
    'mergeCells',
    'hyperlinks',
    'legacyDrawing',
    'rPh',
    't="shared"',
    't="array"',
    'pageSetup',
    'headerFooter',
  ]) {
    expect(sheet).toContain(element);
  }
});

test('what openpyxl wrote is what the host says', async () => {
  const { model } = await openWorkbookFile(fixture('rich.xlsx'));
  const sheet = sheetOf(model, 'Xã');
  expect(sheet.read(3, 0).value).toBe('Xã 3');
  expect(sheet.read(1, 5).value).toBe('85');
  expect(sheet.read(5, 5).value).toBe('  hai dấu cách  ');
  expect(sheet.read(4, 5).value).toBeCloseTo(45108 + 1 / 3, 9);
  expect(sheet.read(9, 3)).toEqual({ value: 0.5, formula: 'B10/C10', calculated: true });
  expect(sheet.read(2, 3)).toEqual({ value: null, formula: 'B3/C3', calculated: false });
  expect(sheet.frozen).toEqual({ rows: 1, columns: 1 });
  expect(sheet.isProtected).toBe(true);
  expect(sheet.autoFilter).toEqual({
    rect: { row: 0, column: 0, rows: 11, columns: 4 },
    filtered: true,
  });
  expect(sheet.merges).toEqual([{ row: 0, column: 7, rows: 2, columns: 2 }]);
  expect(sheet.hyperlinkAt(8, 5)?.address).toBe('https://example.org/?a=1&b=2');
  expect(sheet.tabColor).toBe('#00B050');
  expect(sheet.columnWidth(0)).toBe(157.5);
  expect(sheet.columnWidth(1)).toBeNull();
  expect(sheet.isColumnHidden(6)).toBe(true);
  expect(sheet.rowHeight(0)).toBe(40);
  expect(sheet.isRowHidden(4)).toBe(true);
  expect(sheet.printTitleRows).toEqual({ first: 0, last: 0 });
  expect(sheet.printTitleColumns).toEqual({ first: 0, last: 0 });
  expect(sheet.printArea).toEqual([{ row: 0, column: 0, rows: 11, columns: 4 }]);
  expect(sheet.page).toMatchObject({
    orientation: 'landscape',
    paperSize: 9,
    fitToWidth: 1,
    fitToHeight: null,
    centerHorizontally: true,
    header: { left: '', center: 'Kế hoạch', right: '' },
    footer: { right: '&P/&N' },
  });
  expect(sheet.page.margins).toMatchObject({ left: 36 });
  expect(model.formatOf(sheet.styleAt(0, 0))).toMatchObject({
    bold: true,
    fontName: 'Times New Roman',
    fontSize: 13,
    fontColor: '#0000FF',
    fillColor: '#FFE699',
    horizontal: 'center',
    vertical: 'center',
    wrapText: true,
    locked: true,
    numberFormat: 'General',
    borders: { top: { style: 'thin', color: '#000000' }, diagonalUp: { style: null } },
  });
  expect(model.formatOf(sheet.styleAt(1, 1)).numberFormat).toBe('0.00%');
  expect(sheetOf(model, 'Ẩn').visibility).toBe('veryHidden');
  expect(model.tables.map((t) => [t.name, t.columns, t.styleName])).toEqual([
    ['BangKetQua', ['Hạng', 'Tên'], 'TableStyleMedium9'],
  ]);
  expect(
    model.names.map((n) => [n.name, n.scope?.name ?? null, n.formula, n.visible, n.comment]),
  ).toEqual([
    ['TongA', null, "'Xã'!$B$2:$B$11", true, 'Tổng a'],
    ['AnDi', null, '0.7', false, ''],
    ['Rieng', 'Kết quả', "'Kết quả'!$A$1", true, ''],
  ]);
});

test('a changed formula drops the order of calculation, and asks for calculation', async () => {
  const file = await openWorkbookFile(fixture('libreoffice.xlsx'));
  sheetOf(file.model, 'Xã').writeFormula(30, 0, 'SUM(B2:B11)');
  const again = parts(await file.save(AT));
  expect(again['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
  expect(sheetOf((await reopen(file)).model, 'Xã').read(30, 0).formula).toBe('SUM(B2:B11)');
});

test('calcChain goes where a formula came or went, and only there', async () => {
  const bytes = withParts(fixture('rich.xlsx'), (p) => {
    p['xl/calcChain.xml'] = `<calcChain xmlns="${MAIN}"><c r="D2" i="1"/></calcChain>`;
    p['[Content_Types].xml'] = (p['[Content_Types].xml'] ?? '').replace(
      '</Types>',
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
    );
    p['xl/_rels/workbook.xml.rels'] = (p['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
    );
  });
  const file = await openWorkbookFile(bytes);
  sheetOf(file.model, 'Xã').writeValue(0, 0, 'x');
  expect(parts(await file.save(AT))).toHaveProperty(['xl/calcChain.xml']);
  sheetOf(file.model, 'Xã').writeValue(1, 3, 1);
  const after = parts(await file.save(AT));
  expect(after).not.toHaveProperty(['xl/calcChain.xml']);
  expect(after['[Content_Types].xml']).not.toContain('calcChain');
  expect(after['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
});

test('a table follows the headers that are written into its sheet', async () => {
  const file = await openWorkbookFile(fixture('rich.xlsx'));
  const sheet = sheetOf(file.model, 'Kết quả');
  sheet.writeValue(0, 0, 'Thứ\nhạng');
  sheet.writeValue(0, 1, 2023);
  const { model } = await reopen(file);
  expect(model.tables[0]?.columns).toEqual(['Thứ\nhạng', '2023']);
  expect(sheetOf(model, 'Kết quả').read(0, 1).value).toBe('2023');
});

test('the time is stamped only where something changed', async () => {
  const file = await openWorkbookFile(fixture('rich.xlsx'));
  expect(parts(await file.save(AT))['docProps/core.xml']).not.toContain('2026-01-02');
  sheetOf(file.model, 'Xã').writeValue(0, 0, 'x');
  expect(parts(await file.save(AT))['docProps/core.xml']).toContain('>2026-01-02T03:04:05Z<');
});
