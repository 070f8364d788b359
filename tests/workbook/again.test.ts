import { openWorkbookFile, WorkbookHost, type WorkbookFile } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { undoWrite } from '../../src/workbook';
import { makeSample } from '../../scripts/make-sample';
import { at, NOW, reopened, scoreIn, sheetNamed, told, valueAt, valuesOf } from './build';
import { snapshot } from './snapshot';
import { SMALL_PLAN, smallWorkbook } from './small';

const plan = SMALL_PLAN;
const LATER = new Date('2024-02-01T00:00:00Z');

function type(file: WorkbookFile, sheet: string, address: string, value: string | number) {
  sheetNamed(file.model, sheet).writeValue(...at(address), value);
}
const names = ({ model }: WorkbookFile) => model.sheets.map(({ name }) => name);

describe('scoring twice writes the same workbook', () => {
  test.each([
    ['the small one', () => smallWorkbook(), plan],
    ['the sample', async () => openWorkbookFile(await makeSample()), undefined],
  ])('%s: save, reopen, score again, save', async (_, make, of) => {
    const options = of ? { plan: of } : {};
    const file = await make();
    await scoreIn(file, options);
    const once = await file.save(NOW);
    const again = await openWorkbookFile(once);
    const outcome = await scoreIn(again, options);
    expect(
      told(outcome).filter((text) => /changedByUser|copyKept|columnsMoved/.test(text)),
    ).toEqual([]);
    expect(Buffer.from(await again.save(NOW)).equals(Buffer.from(once))).toBe(true);
  });

  test('two runs of the same input with the same clock give equal bytes', async () => {
    const bytes = await Promise.all(
      [1, 2].map(async () => {
        const file = await smallWorkbook();
        await scoreIn(file, { plan });
        return Buffer.from(await file.save(NOW));
      }),
    );
    expect(bytes[0]?.equals(bytes[1] as Buffer)).toBe(true);
  });
});

describe('a second run after a figure was mended', () => {
  test('overwrites our columns and sheets, and nothing else', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    type(file, 'Xã', 'B4', 100);
    const before = snapshot(file.model);
    const outcome = await scoreIn(file, { plan });
    expect(told(outcome).filter((text) => /changedByUser|copyKept/.test(text))).toEqual([]);
    // Vị Bình: 60 + 28.
    expect(valuesOf(sheetNamed(file.model, 'Xã'), 'G4', 'L4')).toEqual([[1, 60, 0.7, 28, 88, 2]]);
    // What was mended is told on a sheet of its own.
    const had = before.sheets.map(({ name }) => name);
    expect(names(file)).toEqual([...had, 'Điều chỉnh số liệu']);
    const left = (sheet: (typeof before.sheets)[number] | undefined) =>
      Object.entries(sheet?.cells ?? {}).filter(([cell]) => Number(cell.split('C')[1]) < 6);
    expect(left(snapshot(file.model).sheets[1])).toEqual(left(before.sheets[1]));
  });

  test('fewer rows than before: nothing of the old result is left below', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    type(file, 'Xã', 'A7', '');
    ['B7', 'C7', 'D7', 'E7'].forEach((cell) => type(file, 'Xã', cell, ''));
    await scoreIn(file, { plan });
    expect(
      valuesOf(sheetNamed(file.model, 'Xã'), 'G7', 'M7')
        .flat()
        .every((v) => v === null),
    ).toBe(true);
  });
});

describe('a cell of ours that the user changed', () => {
  test('on a result sheet: named, and the sheet kept as a dated copy', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    type(file, 'Kết quả cấp xã', 'L11', 99);
    const outcome = await scoreIn(file, { plan, now: LATER });
    expect(told(outcome)).toEqual(
      expect.arrayContaining([
        "changedByUser: Ô do phần mềm ghi đã bị sửa (trang 'Kết quả cấp xã', ô L11): '99'. Ô này được ghi lại theo kết quả chấm mới.",
        "copyKept: Trang tính 'Kết quả cấp xã' đã bị sửa sau lần chấm trước: bản đã sửa được giữ ở trang 'Kết quả cấp xã 01-02-2024'.",
      ]),
    );
    expect(valueAt(sheetNamed(file.model, 'Kết quả cấp xã'), 'L11')).toBe(97);
    const copy = sheetNamed(file.model, 'Kết quả cấp xã 01-02-2024');
    expect(valueAt(copy, 'L11')).toBe(99);
    expect(valueAt(copy, 'B11')).toBe('Xã Vị Thắng');
  });

  test('the kept copy is never read as input, nor written again', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    type(file, 'Kết quả cấp xã', 'L11', 99);
    await scoreIn(file, { plan, now: LATER });
    const kept = names(file);
    const outcome = await scoreIn(file, { plan, now: LATER });
    expect(names(file)).toEqual(kept);
    expect(told(outcome).filter((text) => /duplicate|changedByUser|copyKept/.test(text))).toEqual(
      [],
    );
  });

  test('two changes on one day: two copies', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    for (const value of [98, 99]) {
      type(file, 'Kết quả cấp xã', 'L11', value);
      await scoreIn(file, { plan, now: LATER });
    }
    expect(valueAt(sheetNamed(file.model, 'Kết quả cấp xã 01-02-2024'), 'L11')).toBe(98);
    expect(valueAt(sheetNamed(file.model, 'Kết quả cấp xã 01-02-2024 (2)'), 'L11')).toBe(99);
  });

  test('beside the rows: named', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    type(file, 'Xã', 'M3', 'đã đối chiếu');
    const outcome = await scoreIn(file, { plan });
    expect(told(outcome).filter((text) => text.startsWith('changedByUser'))).toEqual([
      "changedByUser: Ô do phần mềm ghi đã bị sửa (trang 'Xã', ô M3): 'đã đối chiếu'. Ô này được ghi lại theo kết quả chấm mới.",
    ]);
  });

  test('a note right of our result sheet is the user’s: the sheet is kept', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    type(file, 'Kết quả cấp xã', 'P11', 'ghi chú của tôi');
    await scoreIn(file, { plan, now: LATER });
    const copy = sheetNamed(file.model, 'Kết quả cấp xã 01-02-2024');
    expect(valueAt(copy, 'P11')).toBe('ghi chú của tôi');
  });

  test('a sheet of ours that was renamed is still ours, and unchanged', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    sheetNamed(file.model, 'Kết quả cấp xã').name = 'Xếp hạng xã';
    const outcome = await scoreIn(file, { plan });
    expect(told(outcome).filter((text) => /changedByUser|copyKept/.test(text))).toEqual([]);
    expect(names(file)).toContain('Xếp hạng xã');
    expect(names(file)).not.toContain('Kết quả cấp xã');
  });
});

describe('taking the last run back', () => {
  test.each([
    ['a first run', false],
    ['a second run', true],
  ])('%s: the workbook is as it was', async (_, second) => {
    const file = await smallWorkbook();
    if (second) {
      await scoreIn(file, { plan });
      type(file, 'Xã', 'B4', 100);
    }
    const before = snapshot(file.model);
    const host = new WorkbookHost(file);
    const { undo } = await scoreIn(file, { plan, host });
    expect(snapshot(file.model)).not.toEqual(before);
    if (!undo) throw new Error('nothing to take back');
    const excel = await startExcel(host);
    await excel.run((context) => undoWrite(context, undo));
    expect(snapshot(file.model)).toEqual(before);
  });
});

test('after saving and opening, our sheets are still known as ours', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, { plan });
  const again = await reopened(file);
  await scoreIn(again, { plan });
  expect(names(again)).toEqual(names(file));
});
