/** Workbooks and sheets that can't be written: told how to mend it, and nothing is half written. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbookFile, WorkbookHost, type WorkbookFile } from '../../src/host';
import { failureOf, WriteFailed } from '../../src/workbook';
import {
  ABILITIES,
  at,
  NOW,
  put,
  reopened,
  scoreIn,
  sheetNamed,
  told,
  valueAt,
  type Options,
} from './build';
import { SMALL_PLAN as plan, smallWorkbook } from './small';
import { sheetSnapshot, snapshot } from './snapshot';

const failed = async (file: WorkbookFile, options: Options) => {
  const error: unknown = await scoreIn(file, { plan, ...options }).catch(
    (thrown: unknown) => thrown,
  );
  return { error, ...failureOf(error) };
};

describe('a workbook that is open for reading only', () => {
  // Office.js takes the question for merged cells for a write: it is refused before anything else.
  test.each([
    ['a first run, refused in reading', false, true],
    ['a first run, refused in writing', false, false],
    ['a second run, refused in writing', true, false],
  ])('%s: told what to do; nothing was written, and that is known', async (_, second, merged) => {
    const file = await smallWorkbook();
    if (second) await scoreIn(file, { plan });
    put(sheetNamed(file.model, 'Xã'), ...at('B3'), 91);
    const before = snapshot(file.model);
    const host = new WorkbookHost(file);
    host.readOnly = true;
    const abilities = { ...ABILITIES, mergedAreas: merged };
    const { error, known, lost } = await failed(file, { host, abilities });
    expect(error instanceof WriteFailed).toBe(!merged);
    expect(known).toContain('mở chỉ để đọc');
    expect(known).toContain('Cho phép Chỉnh sửa');
    expect(lost).toEqual([]);
    expect(snapshot(file.model)).toEqual(before);
  });
});

test('a workbook whose structure is protected: no sheet can be added, nothing else is written', async () => {
  const file = await smallWorkbook();
  const before = snapshot(file.model);
  const add = jest.spyOn(file.model, 'addSheet').mockImplementation(() => {
    throw new Error('The structure of the workbook is protected.');
  });
  const { error, lost } = await failed(file, {});
  expect(add).toHaveBeenCalled();
  expect(error).toBeInstanceOf(WriteFailed);
  expect(lost).toEqual([]);
  expect(snapshot(file.model)).toEqual(before);
});

/** The workbook with one of its sheets protected, as it is opened. */
async function withProtected(file: WorkbookFile, name: string): Promise<WorkbookFile> {
  const parts = unzipSync(await file.save(NOW));
  const index = file.model.sheets.findIndex((sheet) => sheet.name === name);
  const part = `xl/worksheets/sheet${index + 1}.xml`;
  const text = strFromU8(parts[part] as Uint8Array);
  const locked = '</sheetData><sheetProtection sheet="1"/>';
  parts[part] = strToU8(text.replace('</sheetData>', locked));
  const opened = await openWorkbookFile(zipSync(parts));
  expect(sheetNamed(opened.model, name).isProtected).toBe(true);
  return opened;
}

test('a result sheet of ours that the user protected: kept as it is, told, the rest is written', async () => {
  const once = await smallWorkbook();
  await scoreIn(once, { plan });
  const file = await withProtected(await reopened(once), 'Kết quả cấp xã');
  const sheet = sheetNamed(file.model, 'Kết quả cấp xã');
  const before = sheetSnapshot(file.model, sheet);
  put(sheetNamed(file.model, 'Xã'), ...at('B4'), 100);
  const outcome = await scoreIn(file, { plan });
  expect(sheetSnapshot(file.model, sheet)).toEqual(before);
  expect(told(outcome).filter((text) => text.startsWith('protectedSheet'))).toEqual([
    "protectedSheet: Trang tính 'Kết quả cấp xã' đang được bảo vệ: chưa ghi vào trang này. Bỏ bảo vệ (Xem lại → Bỏ bảo vệ trang tính) rồi chấm lại.",
  ]);
  expect(outcome.draft).toBe(true);
  expect(valueAt(sheetNamed(file.model, 'Xã'), 'G4')).toBe(1);
});

test('a protected sheet without a table is in nobody’s way', async () => {
  const file = await smallWorkbook();
  put(file.model.addSheet('Ghi chú'), 0, 0, 'việc cần làm');
  const locked = await withProtected(file, 'Ghi chú');
  const outcome = await scoreIn(locked, { plan });
  expect(told(outcome).filter((text) => text.startsWith('protectedSheet'))).toEqual([]);
});
