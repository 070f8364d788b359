/** The seal: what it holds, and what is told where something was changed since. */
import { createHash } from 'node:crypto';
import type { WorkbookFile } from '../../src/host';
import { changesBetween, type DossierLog } from '../../src/rules';
import { words } from '../../src/words';
import { changesToShow, isUnchanged } from '../../src/workbook';
import {
  at,
  COMPLETE,
  NOW,
  put,
  reopened,
  scoreIn,
  sheetNamed,
  valueAt,
  workbookOf,
} from './build';
import { SMALL_PLAN, smallSheets, smallWorkbook } from './small';

const plan = SMALL_PLAN;
const LATER = new Date('2024-02-01T03:30:00Z');
const { SHEETS, SEAL } = words;

const type = (file: WorkbookFile, sheet: string, address: string, value: string | number) =>
  put(sheetNamed(file.model, sheet), ...at(address), value);

/** What a check tells of changes, one after another. */
async function changes(file: WorkbookFile, options: Parameters<typeof scoreIn>[1] = {}) {
  const { verification } = await scoreIn(file, { plan, checkOnly: true, now: LATER, ...options });
  return {
    unchanged: isUnchanged(verification),
    told: changesToShow(plan, verification).map(words.changeLine),
    verification,
  };
}

async function scored(): Promise<WorkbookFile> {
  const file = await smallWorkbook();
  await scoreIn(file, { plan });
  return file;
}

describe('what is sealed', () => {
  test('the code is the SHA-256 of the hidden sheet’s column, by another program', async () => {
    const file = await scored();
    const sheet = sheetNamed(file.model, SHEETS.seal);
    expect(sheet.visibility).toBe('hidden');
    const used = sheet.used(true)!;
    const lines = Array.from({ length: used.rows - 8 }, (_, i) => sheet.read(8 + i, 0).value);
    const code = createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex');
    expect(valueAt(sheet, 'B4')).toBe(code);
    expect(valueAt(sheet, 'A3')).toBe(SEAL.limits);
  });

  test('result sheets say when, by which rules, and the code’s last twelve characters', async () => {
    const file = await smallWorkbook();
    const { seal } = await scoreIn(file, { plan });
    const line = `Chấm lúc 07:00 ngày 05/01/2024; bộ tiêu chí hau-giang-2023, cách hiểu mặc định. Mã đối chiếu: …${seal!.code.slice(-12)}`;
    // Past runs are data: they stand for themselves.
    const sheets = file.model.sheets.filter(
      (sheet) => ![SHEETS.seal, SHEETS.periods, 'Huyện', 'Xã'].includes(sheet.name),
    );
    const having = sheets.filter((sheet) => {
      const used = sheet.used(true)!;
      return Array.from({ length: used.rows }, (_, row) => sheet.read(row, 0).value).includes(line);
    });
    expect(having.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
    expect(sheets).toHaveLength(7);
  });

  test('time, names of sheets, places of rows and letterheads leave the code as it is', async () => {
    const first = await scoreIn(await smallWorkbook(), { plan });
    const { Huyện: districts, Xã: communes } = smallSheets();
    const moved = await workbookOf(
      { 'Cấp xã': [[], ['Báo cáo'], ...communes!], 'Cấp huyện': districts! },
      { ...COMPLETE, papers: { ...COMPLETE.papers, signer: 'PHÓ GIÁM ĐỐC' } },
    );
    const second = await scoreIn(moved, { plan, now: LATER });
    expect(second.seal?.code).toBe(first.seal?.code);
  });

  test.each([
    ['a figure', { rows: smallSheets([['Xã Vị Thắng', 96, 100, 900, 1000]]), readings: {} }],
    ['a reading', { rows: smallSheets(), readings: { gate: 'criterionOnly' } as const }],
  ])('%s is another code', async (_, { rows, readings }) => {
    const first = await scoreIn(await smallWorkbook(), { plan });
    const other = await scoreIn(await workbookOf(rows, { ...COMPLETE, readings }), { plan });
    expect(other.seal?.code).not.toBe(first.seal?.code);
  });
});

describe('what was changed since', () => {
  test('nothing, also after saving and opening', async () => {
    const file = await scored();
    expect(await changes(file)).toMatchObject({ unchanged: true, told: [] });
    expect(await changes(await reopened(file))).toMatchObject({ unchanged: true, told: [] });
  });

  test('a figure: its unit, its cell, old and new', async () => {
    const file = await scored();
    type(file, 'Xã', 'B3', 91);
    expect(await changes(file)).toMatchObject({
      unchanged: false,
      told: ["Xã Vị Đông, huyện Vị Thủy: hồ sơ trực tuyến (trang 'Xã', ô B3): 90 → 91"],
    });
  });

  test('a figure that is a text now', async () => {
    const file = await scored();
    type(file, 'Xã', 'C3', 'chưa có');
    const { told } = await changes(file);
    expect(told).toEqual([
      "Xã Vị Đông, huyện Vị Thủy: tổng hồ sơ (trang 'Xã', ô C3): 100 → chưa có",
    ]);
  });

  test('a result: the cell, old and new; where it isn’t known, that is said', async () => {
    const file = await scored();
    type(file, 'Kết quả cấp xã', 'L11', 99);
    type(file, 'Xã', 'M3', 'đã đối chiếu');
    const { told, unchanged } = await changes(file);
    expect(unchanged).toBe(false);
    expect(told).toEqual([
      expect.stringMatching(/^Ô kết quả \(trang 'Kết quả cấp xã', ô L11\): [\d,]+ → 99$/),
      "Ô kết quả (trang 'Xã', ô M3): (không có) → đã đối chiếu",
    ]);
  });

  test('a formula of the check sheet', async () => {
    const file = await scored();
    const sheet = sheetNamed(file.model, SHEETS.check);
    const used = sheet.used(false)!;
    const [row, column] = Array.from({ length: used.rows }, (_, i) => i)
      .flatMap((i) => Array.from({ length: used.columns }, (__, j) => [i, j] as const))
      .find(([i, j]) => sheet.read(i, j).formula?.includes('RANK('))!;
    sheet.writeFormula(row, column, '1');
    const { told } = await changes(file);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^Ô kết quả \(trang 'Kiểm chứng', ô [A-Z]+\d+\): =IF\(.*RANK\(.* → =1$/,
    );
  });

  test('the copy itself: the code is no longer its own', async () => {
    const file = await scored();
    type(file, SHEETS.seal, 'A12', '["reading","gate","criterionOnly"]');
    const { verification, unchanged } = await changes(file);
    expect(unchanged).toBe(false);
    expect(verification.kept?.intact).toBe(false);
    expect(words.verifiedLines(verification, 1)).toContain(words.VERIFY.copyChanged);
  });

  test('a table that stands a row lower: nothing', async () => {
    const { Huyện: districts, Xã: communes } = smallSheets();
    const [one, two] = [
      await scoreIn(await smallWorkbook(), { plan }),
      await scoreIn(await workbookOf({ Huyện: districts!, Xã: [[], ...communes!] }), { plan }),
    ];
    expect(changesBetween(one.seal!.lines, two.seal!.lines)).toEqual([]);
  });

  test('before the first run: there is no seal, and no alarm of changes', async () => {
    const { verification, told } = await changes(await smallWorkbook());
    expect(told).toEqual([]);
    expect(words.verifiedLines(verification, 0)).toEqual([words.VERIFY.noSeal]);
  });

  test('scored with a log, checked without it: its figures are said to be unchecked', async () => {
    const file = await smallWorkbook();
    const read: DossierLog = {
      name: 'nhat-ky.csv',
      units: new Map(),
      unmatched: { rows: 0, shown: [] },
      withoutAccount: 0,
      period: { days: null, hasDays: true, outside: 0, undated: 0 },
    };
    const log = { name: read.name, digest: () => read };
    await scoreIn(file, { plan, log });
    const { verification } = await changes(file);
    expect(verification.notChecked).toEqual(['nhat-ky.csv']);
    expect(verification.changes).toEqual([]);
  });
});

test('two runs by the same clock write the same bytes', async () => {
  const [one, two] = [await scored(), await scored()];
  const bytes = await Promise.all([one, two].map((file) => file.save(NOW)));
  expect(Buffer.from(bytes[0]!).equals(Buffer.from(bytes[1]!))).toBe(true);
});
