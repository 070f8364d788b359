/** Everything of a sheet but its cells: set, saved, opened, read. */
import { newWorkbookFile, openWorkbookFile } from '../../../src/host/file';
import { parseSections } from '../../../src/host/file/page-setup';
import type { SheetModel, WorkbookModel } from '../../../src/host/model';
import { AT, fixture, parts, reopen, sheetOf } from './helpers';

type Step = [
  what: string,
  change: (sheet: SheetModel, model: WorkbookModel) => void,
  read: (sheet: SheetModel, model: WorkbookModel) => unknown,
  expected: unknown,
];

const link = {
  address: 'https://example.org/a b?x=1&y=2',
  documentReference: null,
  screenTip: 'mách',
};
const place = { address: null, documentReference: "'Kết quả'!A1", screenTip: null };
const area = { row: 1, column: 1, rows: 3, columns: 2 };

const steps: Step[] = [
  [
    'frozen panes',
    (s) => (s.frozen = { rows: 3, columns: 0 }),
    (s) => s.frozen,
    { rows: 3, columns: 0 },
  ],
  [
    'no frozen panes',
    (s) => (s.frozen = { rows: 0, columns: 0 }),
    (s) => s.frozen,
    { rows: 0, columns: 0 },
  ],
  ['gridlines', (s) => (s.showGridlines = false), (s) => s.showGridlines, false],
  ['the tab colour', (s) => (s.tabColor = '#ABCDEF'), (s) => s.tabColor, '#ABCDEF'],
  ['no tab colour', (s) => (s.tabColor = null), (s) => s.tabColor, null],
  ['a hidden sheet', (s) => (s.visibility = 'hidden'), (s) => s.visibility, 'hidden'],
  [
    'a column width',
    (s) => s.setColumnWidth(3, 100),
    (s) => [2, 3, 4].map((c) => s.columnWidth(c)),
    [null, 100, null],
  ],
  [
    'a hidden column',
    (s) => s.setColumnHidden(2, true),
    (s) => [s.isColumnHidden(2), s.isColumnHidden(6)],
    [true, true],
  ],
  ['a shown column', (s) => s.setColumnHidden(6, false), (s) => s.isColumnHidden(6), false],
  [
    'a row height',
    (s) => s.setRowHeight(40, 33.5),
    (s) => [s.rowHeight(40), s.rowHeight(41)],
    [33.5, null],
  ],
  ['no row height', (s) => s.setRowHeight(0, null), (s) => s.rowHeight(0), null],
  ['a hidden row', (s) => s.setRowHidden(1, true), (s) => s.isRowHidden(1), true],
  [
    'a shown row',
    (s) => s.setRowHidden(4, false),
    (s) => [s.isRowHidden(4), s.isRowHidden(5)],
    [false, true],
  ],
  [
    'merged cells',
    (s) => s.merge({ row: 20, column: 0, rows: 1, columns: 4 }),
    (s) => s.merges.length,
    2,
  ],
  [
    'unmerged cells',
    (s) => s.unmerge({ row: 1, column: 8, rows: 1, columns: 1 }),
    (s) => s.merges,
    [],
  ],
  ['a link', (s) => s.setHyperlink(0, 0, link), (s) => s.hyperlinkAt(0, 0), link],
  ['a link to a place', (s) => s.setHyperlink(8, 5, place), (s) => s.hyperlinkAt(8, 5), place],
  ['no link', (s) => s.setHyperlink(8, 5, null), (s) => s.hyperlinkAt(8, 5), null],
  [
    'title rows',
    (s) => (s.printTitleRows = { first: 0, last: 2 }),
    (s) => [s.printTitleRows, s.printTitleColumns],
    [
      { first: 0, last: 2 },
      { first: 0, last: 0 },
    ],
  ],
  [
    'no titles',
    (s) => {
      s.printTitleRows = null;
      s.printTitleColumns = null;
    },
    (s) => [s.printTitleRows, s.printTitleColumns],
    [null, null],
  ],
  [
    'a print area',
    (s) => (s.printArea = [area, { ...area, row: 9 }]),
    (s) => s.printArea,
    [area, { ...area, row: 9 }],
  ],
  ['no print area', (s) => (s.printArea = []), (s) => s.printArea, []],
  [
    'page set-up',
    (s) => {
      s.page.orientation = 'portrait';
      s.page.fitToWidth = 1;
      s.page.fitToHeight = 2;
      s.page.margins.top = 28.5;
      s.page.header.left = '&"Arial,Bold"Xã && phường';
      s.page.footer.center = '&P/&N';
      s.page.printGridlines = true;
    },
    (s) => [
      s.page.orientation,
      s.page.fitToWidth,
      s.page.fitToHeight,
      s.page.margins.top,
      s.page.margins.left,
      s.page.header,
      s.page.footer,
      s.page.printGridlines,
    ],
    [
      'portrait',
      1,
      2,
      28.5,
      36,
      { left: '&"Arial,Bold"Xã && phường', center: 'Kế hoạch', right: '' },
      { left: '', center: '&P/&N', right: '&P/&N' },
      true,
    ],
  ],
  [
    'a scale',
    (s) => {
      s.page.fitToWidth = null;
      s.page.fitToHeight = null;
      s.page.scale = 80;
    },
    (s) => [s.page.fitToWidth, s.page.fitToHeight, s.page.scale],
    [null, null, 80],
  ],
  ['the selection', (s, m) => m.select(s, area), (s, m) => m.selection(s), area],
  [
    'the active sheet',
    (_, m) => (m.activeSheet = sheetOf(m, 'Kết quả')),
    (_, m) => m.activeSheet.name,
    'Kết quả',
  ],
  [
    'a name',
    (s, m) => m.addName('Moi', "'Xã'!$A$1", s, { comment: 'c', visible: false }),
    (_, m) =>
      m.names
        .filter((n) => n.name === 'Moi')
        .map((n) => [n.formula, n.scope?.name, n.visible, n.comment]),
    [["'Xã'!$A$1", 'Xã', false, 'c']],
  ],
  [
    'a changed name',
    (_, m) => {
      const n = m.names.find((x) => x.name === 'TongA');
      if (n) n.formula = '1<2';
    },
    (_, m) => m.names.find((n) => n.name === 'TongA')?.formula,
    '1<2',
  ],
  [
    'one name less',
    (_, m) => {
      const n = m.names.find((x) => x.name === 'TongA');
      if (n) m.removeName(n);
    },
    (_, m) => m.names.map((n) => n.name),
    ['AnDi', 'Rieng'],
  ],
  [
    'a table',
    (s, m) => m.addTable(s, { row: 0, column: 7, rows: 4, columns: 2 }, true),
    (_, m) => m.tables.map((t) => [t.name, t.sheet.name, t.hasHeaders, t.columns]),
    [
      ['Table2', 'Xã', true, ['Gộp ô', 'Column2']],
      ['BangKetQua', 'Kết quả', true, ['Hạng', 'Tên']],
    ],
  ],
  [
    'a table of another name',
    (_, m) => {
      const [t] = m.tables;
      if (t) t.name = 'Khac';
    },
    (_, m) => m.tables[0]?.name,
    'Khac',
  ],
];

describe.each(['rich.xlsx'])('in %s', (name) => {
  test.each(steps)('%s', async (_what, change, read, expected) => {
    const file = await openWorkbookFile(fixture(name));
    change(sheetOf(file.model, 'Xã'), file.model);
    expect(read(sheetOf(file.model, 'Xã'), file.model)).toEqual(expected);
    const { model } = await reopen(file);
    expect(read(sheetOf(model, 'Xã'), model)).toEqual(expected);
  });
});

test('one column out of a span of many keeps what the others have', async () => {
  const file = await newWorkbookFile();
  const [sheet] = file.model.sheets;
  for (const c of [1, 2, 3]) sheet?.setColumnWidth(c, 60);
  const bytes = await file.save(AT);
  expect(parts(bytes)['xl/worksheets/sheet1.xml']).toContain('<cols>');
  const again = await openWorkbookFile(bytes);
  again.model.sheets[0]?.setColumnHidden(2, true);
  const [last] = (await reopen(again)).model.sheets;
  expect([1, 2, 3].map((c) => [last?.columnWidth(c), last?.isColumnHidden(c)])).toEqual([
    [60, false],
    [60, true],
    [60, false],
  ]);
});

describe('sheets', () => {
  test('are added, moved and taken away with what was theirs', async () => {
    const file = await openWorkbookFile(fixture('rich.xlsx'));
    const { model } = file;
    const added = model.addSheet('Mới');
    added.writeValue(0, 0, 'x');
    model.moveSheet(added, 0);
    const old = sheetOf(model, 'Kết quả');
    model.removeSheet(old);
    expect(model.names.map((n) => n.name)).toEqual(['TongA', 'AnDi']);
    const { model: again } = await reopen(file);
    expect(again.sheets.map((s) => s.name)).toEqual(['Mới', 'Xã', 'Ẩn']);
    expect(again.activeSheet.name).toBe('Xã');
    expect(sheetOf(again, 'Xã').printArea).toHaveLength(1);
    expect(sheetOf(again, 'Mới').read(0, 0).value).toBe('x');
    expect(again.tables).toEqual([]);
  });

  test('keep their references under a new name', async () => {
    const file = await openWorkbookFile(fixture('rich.xlsx'));
    const id = sheetOf(file.model, 'Xã').id;
    sheetOf(file.model, 'Xã').name = 'Số liệu';
    const { model } = await reopen(file);
    expect(sheetOf(model, 'Kết quả').read(0, 3).formula).toBe("SUM('Số liệu'!B2:B11)");
    expect(model.names[0]?.formula).toBe("'Số liệu'!$B$2:$B$11");
    expect(sheetOf(model, 'Số liệu').printArea).toHaveLength(1);
    expect(sheetOf(model, 'Số liệu').id).toBe(id);
  });

  test.each(['', 'xã', 'a/b', "'a", 'a'.repeat(32), 'a:b'])(
    'can not be called %j',
    async (name) => {
      const { model } = await openWorkbookFile(fixture('rich.xlsx'));
      expect(() => model.addSheet(name)).toThrow(RangeError);
    },
  );

  test('one visible sheet stays', async () => {
    const { model } = await newWorkbookFile();
    expect(() => model.removeSheet(model.activeSheet)).toThrow(RangeError);
  });
});

test.each([
  ['&LA&CB&RC', { left: 'A', center: 'B', right: 'C' }],
  ['Giữa', { left: '', center: 'Giữa', right: '' }],
  ['&L&"Arial,&R"x&&R&P', { left: '&"Arial,&R"x&&R&P', center: '', right: '' }],
])('the header %s is %j', (code, expected) => {
  expect(parseSections(code)).toEqual(expected);
});
