/** "Lưu bản gửi đi": what leaves the office, on a scored workbook. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { hasLibreOffice, openInLibreOffice } from '../../bench/libreoffice';
import { makeSendCopy, NotAPackage } from '../../src/files';
import { openWorkbookFile, type WorkbookFile } from '../../src/host';
import { NOW, put, scoreIn, sheetNamed } from '../workbook/build';

const { JSDOM } = createRequire(require.resolve('jest-environment-jsdom'))('jsdom') as {
  JSDOM: new (html: string) => { window: Window & typeof globalThis };
};
const { DOMParser, XMLSerializer } = new JSDOM('').window;
Object.assign(globalThis, { DOMParser, XMLSerializer });

const RESULT = 'Kết quả cấp xã';
let scored: Uint8Array;
let copy: WorkbookFile;
let made: ReturnType<typeof makeSendCopy>;

beforeAll(async () => {
  const file = await openWorkbookFile(readFileSync('samples/hau-giang-2023.xlsx'));
  const sheet = file.model.sheets[0]!;
  const at = (row: number) => [200 + row, 1] as const;
  put(sheet, ...at(0), { formula: 'HG.DIEM("xã",80,100,60,100)', value: 88.5 });
  put(sheet, ...at(1), { formula: 'ROUND(_xldudf_HG_TYLE(80,100),2)', value: 0.8 });
  put(sheet, ...at(2), { formula: '1+1', value: 2 });
  put(sheet, ...at(3), { formula: '"HG.DIEM(" & "x"', value: 'HG.DIEM(x' });
  await scoreIn(file);
  scored = await file.save(NOW);
  made = makeSendCopy(scored);
  copy = await openWorkbookFile(made.bytes);
}, 120_000);

test('formulas of ours become the values that they show; other formulas stay', () => {
  const sheet = copy.model.sheets[0]!;
  expect([0, 1, 2, 3].map((row) => sheet.read(200 + row, 1))).toEqual([
    { value: 88.5, formula: null, calculated: true },
    { value: 0.8, formula: null, calculated: true },
    expect.objectContaining({ value: 2, formula: '1+1' }),
    expect.objectContaining({ value: 'HG.DIEM(x', formula: '"HG.DIEM(" & "x"' }),
  ]);
  expect(made.formulas).toBe(2);
});

test('a formula that spills loses its mark too', () => {
  const parts = unzipSync(scored);
  const name = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[name]!).replace(
    '</sheetData>',
    '<row r="900"><c r="B900" cm="1"><f t="array" ref="B900:B901">_xldudf_HG_XEPHANG(A1:A2)</f><v>1</v></c></row></sheetData>',
  );
  const spilled = makeSendCopy(zipSync({ ...parts, [name]: strToU8(xml) }));
  expect(spilled.formulas).toBe(3);
  const written = strFromU8(unzipSync(spilled.bytes)[name]!);
  expect(written).toContain('<c r="B900"><v>1</v></c>');
});

test('no settings and no marks of ours leave the office', async () => {
  const before = await openWorkbookFile(scored);
  expect(before.model.settings.size).toBeGreaterThan(0);
  expect(before.model.names.some(({ name }) => name.startsWith('_HG_'))).toBe(true);
  expect(copy.model.settings.size).toBe(0);
  expect(copy.model.names.filter(({ name }) => name.startsWith('_HG_'))).toEqual([]);
  const parts = Object.keys(unzipSync(made.bytes));
  expect(parts.filter((each) => each.includes('webextension'))).toEqual([]);
});

test('every sheet of ours has a print area around what stands on it', () => {
  expect(made.printAreas).toContain(RESULT);
  const sheet = sheetNamed(copy.model, RESULT);
  const used = sheet.used(true)!;
  const [area] = sheet.printArea;
  expect(area).toMatchObject({ row: 0, column: 0 });
  expect(area!.rows).toBeGreaterThanOrEqual(used.row + used.rows);
  expect(area!.columns).toBeGreaterThanOrEqual(used.column + used.columns);
});

test('every cell shows what it showed', async () => {
  const before = await openWorkbookFile(scored);
  for (const sheet of before.model.sheets) {
    const used = sheet.used(true)!;
    const other = sheetNamed(copy.model, sheet.name);
    for (let row = used.row; row < used.row + used.rows; row += 1) {
      for (let column = used.column; column < used.column + used.columns; column += 1) {
        expect(other.read(row, column).value).toEqual(sheet.read(row, column).value);
      }
    }
  }
});

const check = hasLibreOffice() || process.env.CI ? test : test.skip;
check(
  'LibreOffice opens the copy',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'send-'));
    try {
      writeFileSync(join(folder, 'gui.xlsx'), made.bytes);
      const rows = openInLibreOffice(folder, 'gui').rows(RESULT);
      expect(rows.filter(([first]) => /^\d+$/.test(first ?? '')).length).toBeGreaterThanOrEqual(75);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);

test.each([
  ['no zip', new Uint8Array([1, 2, 3])],
  ['a zip without a workbook', new Uint8Array([80, 75, 5, 6, ...new Array<number>(18).fill(0)])],
])('%s is refused', (_, bytes) => {
  expect(() => makeSendCopy(bytes)).toThrow(NotAPackage);
});
