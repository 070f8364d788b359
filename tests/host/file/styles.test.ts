import { newWorkbookFile, openWorkbookFile } from '../../../src/host/file';
import type { CellFormat, FormatPatch } from '../../../src/host/model';
import { AT, fixture, parts, reopen, sheetOf } from './helpers';

const thin = { style: 'thin', color: '#112233' };
const none = { style: null, color: null };

const patches: FormatPatch[] = [
  { bold: true },
  { italic: true, underline: 'double', strikethrough: true },
  { underline: 'single' },
  { fontName: 'Times New Roman', fontSize: 13.5, fontColor: '#C00000' },
  { fillColor: '#FFE699' },
  { numberFormat: '0.00%' },
  { numberFormat: '#,##0.0" đ"' },
  { numberFormat: '@' },
  { horizontal: 'center', vertical: 'top', wrapText: true },
  { horizontal: 'right', indent: 2 },
  { shrinkToFit: true, textRotation: 90 },
  { textRotation: 255 },
  { locked: false },
  { borders: { top: thin, bottom: { style: 'double', color: null } } },
  { borders: { diagonalUp: thin } },
  { borders: { left: thin, right: thin, diagonalUp: thin, diagonalDown: thin } },
];

describe.each(['rich.xlsx', 'libreoffice.xlsx'])('over the formats of %s', (name) => {
  test.each(patches.map((p) => [p]))('%j is said, saved and read', async (patch) => {
    const file = await openWorkbookFile(fixture(name));
    const sheet = sheetOf(file.model, 'Xã');
    const before = file.model.formatOf(sheet.styleAt(0, 0));
    const expected: CellFormat = {
      ...before,
      ...patch,
      borders: { ...before.borders, ...patch.borders },
    };
    sheet.setStyle(0, 0, file.model.restyle(sheet.styleAt(0, 0), patch));
    expect(file.model.formatOf(sheet.styleAt(0, 0))).toEqual(expected);
    const { model } = await reopen(file);
    const again = sheetOf(model, 'Xã');
    expect(model.formatOf(again.styleAt(0, 0))).toEqual(expected);
    expect(again.read(0, 0)).toEqual(sheet.read(0, 0));
  });

  test('every patch can be taken back', async () => {
    const { model } = await openWorkbookFile(fixture(name));
    for (const patch of patches) {
      const style = model.defaultStyle;
      const there = model.restyle(style, patch);
      const { borders, ...rest } = model.formatOf(style);
      expect(model.formatOf(model.restyle(there, { ...rest, borders }))).toEqual(
        model.formatOf(style),
      );
    }
  });
});

test('equal formats have equal ids, by whatever way they came', async () => {
  const { model } = await newWorkbookFile();
  const bold = model.restyle(model.defaultStyle, { bold: true });
  expect(model.restyle(model.defaultStyle, { bold: true })).toBe(bold);
  expect(model.restyle(bold, { bold: true })).toBe(bold);
  expect(model.restyle(model.restyle(bold, { italic: true }), { italic: false })).toBe(bold);
  expect(model.restyle(bold, { bold: false })).toBe(model.defaultStyle);
});

test('no more formats than there are different ones', async () => {
  const file = await newWorkbookFile();
  const [sheet] = file.model.sheets;
  for (let r = 0; r < 200; r++) {
    for (let c = 0; c < 10; c++) {
      sheet?.writeValue(r, c, r);
      sheet?.setStyle(r, c, file.model.restyle(file.model.defaultStyle, { fontSize: 8 + c }));
    }
  }
  const xml = parts(await file.save(AT))['xl/styles.xml'] ?? '';
  const list = /<cellXfs count="(\d+)">(.*?)<\/cellXfs>/s.exec(xml);
  expect(Number(list?.[1])).toBe(10);
  expect(list?.[2]?.match(/<xf /g)).toHaveLength(10);
});

test('looking at formats, and making ones that no cell takes, changes no part', async () => {
  const file = await openWorkbookFile(fixture('rich.xlsx'));
  file.model.restyle(sheetOf(file.model, 'Xã').styleAt(0, 0), { bold: false });
  expect(parts(await file.save(AT))).toEqual(parts(fixture('rich.xlsx')));
});

test('the old formats stay where they are', async () => {
  const file = await openWorkbookFile(fixture('rich.xlsx'));
  const sheet = sheetOf(file.model, 'Xã');
  sheet.setStyle(5, 5, file.model.restyle(sheet.styleAt(5, 5), { fillColor: '#123456' }));
  const list = (bytes: Uint8Array, name: string): string[] => {
    const xml = parts(bytes)['xl/styles.xml'] ?? '';
    const inner = new RegExp(`<${name}[ >].*?</${name}>`, 's').exec(xml)?.[0] ?? '';
    return inner.split(/(?=<(?:xf|font|fill|border) |<(?:font|fill|border)>)/).slice(1);
  };
  const saved = await file.save(AT);
  for (const name of ['fonts', 'fills', 'borders', 'cellXfs']) {
    const old = list(fixture('rich.xlsx'), name);
    expect(list(saved, name).length).toBeGreaterThan(old.length);
  }
  expect(parts(saved)['xl/styles.xml']).toContain('dxf');
});

test('theme colours with a tint are resolved', async () => {
  const { model } = await openWorkbookFile(fixture('rich.xlsx'));
  // Accent 1 of openpyxl's theme is 4F81BD; Excel shows it 50 % lighter as A7C0DE.
  expect(model.formatOf(sheetOf(model, 'Xã').styleAt(1, 2)).fontColor).toBe('#A7C0DE');
});

test('a border without a line says none', async () => {
  const { model } = await newWorkbookFile();
  const style = model.restyle(model.defaultStyle, { borders: { top: thin } });
  expect(model.formatOf(model.restyle(style, { borders: { top: none } })).borders.top).toEqual(
    none,
  );
});
