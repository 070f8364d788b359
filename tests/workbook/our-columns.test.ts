/** The user moves our columns, or has content where they would go: none of it is lost, all is told. */
import { WorkbookHost, type WorkbookFile } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { removeResults, undoWrite } from '../../src/workbook';
import { at, put, scoreIn, sheetNamed, told, valueAt, valuesOf, workbookOf } from './build';
import { cutAndPaste, cutToSheet, deleteColumns, insertColumn, insertRow } from './rearranged';
import { COMMUNES, OUR_HEADINGS, SMALL_PLAN as plan, smallSheets, smallWorkbook } from './small';
import { sheetSnapshot, snapshot } from './snapshot';

/** F is the gap, ours are G to M. */
const GAP = 5;
const OURS = 6;

async function scored(): Promise<WorkbookFile> {
  const file = await workbookOf({ ...smallSheets(), 'Ghi chú': [] });
  await scoreIn(file, { plan });
  return file;
}
const xa = (file: WorkbookFile) => sheetNamed(file.model, 'Xã');
const COLUMN_CODES = /^(columnsMoved|columnsLeft|changedByUser)/;
const toldOfColumns = (outcome: Awaited<ReturnType<typeof scoreIn>>) =>
  told(outcome).filter((text) => COLUMN_CODES.test(text));

describe('moved as a whole: they are written where they are now, and nothing is told', () => {
  test.each<[string, (file: WorkbookFile) => void, string, string]>([
    ['a column inserted before them', (file) => insertColumn(file, 'Xã', GAP), 'H1', 'N1'],
    ['cut and pasted to the right', (file) => cutAndPaste(file, 'Xã', OURS, [0, 4]), 'K1', 'Q1'],
    ['cut and pasted lower', (file) => cutAndPaste(file, 'Xã', OURS, [20, 0]), 'G1', 'M1'],
    ['a row inserted above the table', (file) => insertRow(file, 'Xã', 0), 'G2', 'M2'],
  ])('%s', async (_, change, from, to) => {
    const file = await scored();
    change(file);
    put(xa(file), ...at('F3'), 'ghi chú của tôi');
    put(xa(file), 30, 0, 'cuối trang');
    const outcome = await scoreIn(file, { plan });
    expect(toldOfColumns(outcome)).toEqual([]);
    expect(valuesOf(xa(file), from, to)).toEqual([OUR_HEADINGS]);
    expect(valueAt(xa(file), 'F3')).toBe('ghi chú của tôi');
    expect(valueAt(xa(file), 'A31')).toBe('cuối trang');
    const texts = snapshot(file.model).sheets.find(({ name }) => name === 'Xã')?.cells ?? {};
    const heads = Object.values(texts).filter(
      (cell) => (cell as { value: unknown }).value === 'Xếp hạng',
    );
    expect(heads).toHaveLength(1);
  });
});

test('where they went there is the user’s content now: they go elsewhere, and it is said', async () => {
  const file = await scored();
  cutAndPaste(file, 'Xã', OURS, [20, 0]);
  put(xa(file), ...at('J4'), 'của tôi');
  const outcome = await scoreIn(file, { plan });
  expect(toldOfColumns(outcome)).toEqual([
    "columnsMoved: Trang tính 'Xã': bên phải bảng đã có nội dung, kết quả được ghi từ cột O.",
  ]);
  expect(valueAt(xa(file), 'J4')).toBe('của tôi');
  expect(valuesOf(xa(file), 'O1', 'U1')).toEqual([OUR_HEADINGS]);
});

describe('changed in shape: left as they are, with what the user put between them', () => {
  const widened = async () => {
    const file = await scored();
    insertColumn(file, 'Xã', OURS + 2);
    put(xa(file), ...at('I1'), 'Đã đối chiếu');
    put(xa(file), ...at('I3'), 'rồi');
    return file;
  };

  test('a column inserted between them', async () => {
    const file = await widened();
    const before = valuesOf(xa(file), 'A1', 'N7');
    const outcome = await scoreIn(file, { plan });
    expect(valuesOf(xa(file), 'A1', 'N7')).toEqual(before);
    expect(valuesOf(xa(file), 'P1', 'V1')).toEqual([OUR_HEADINGS]);
    expect(toldOfColumns(outcome)).toEqual([
      "columnsMoved: Trang tính 'Xã': bên phải bảng đã có nội dung, kết quả được ghi từ cột P.",
      "columnsLeft: Trang tính 'Xã': các cột kết quả cũ (G1:N7) đã bị chèn thêm, xóa bớt hoặc dời đi nên được giữ nguyên, kết quả mới được ghi từ cột P. Xóa các cột cũ nếu không cần nữa.",
    ]);
  });

  test('again: the new ones are found, the old ones are no input and still told', async () => {
    const file = await widened();
    await scoreIn(file, { plan });
    const before = sheetSnapshot(file.model, xa(file));
    const outcome = await scoreIn(file, { plan });
    expect(sheetSnapshot(file.model, xa(file))).toEqual(before);
    expect(toldOfColumns(outcome)).toEqual([expect.stringContaining('(G1:N7)')]);
  });

  test('taking the results away doesn’t empty them', async () => {
    const file = await widened();
    await scoreIn(file, { plan });
    const before = valuesOf(xa(file), 'A1', 'N7');
    const excel = await startExcel(new WorkbookHost(file));
    await excel.run(removeResults);
    excel.dispose();
    expect(valuesOf(xa(file), 'A1', 'N7')).toEqual(before);
    expect(valueAt(xa(file), 'P1')).toBeNull();
    expect(file.model.names.filter(({ name }) => name.startsWith('_HG_COT'))).toEqual([]);
  });

  test('one of them deleted', async () => {
    const file = await scored();
    deleteColumns(file, 'Xã', OURS + 2, 1);
    const before = valuesOf(xa(file), 'A1', 'L7');
    const outcome = await scoreIn(file, { plan });
    expect(valuesOf(xa(file), 'A1', 'L7')).toEqual(before);
    expect(toldOfColumns(outcome)).toContainEqual(expect.stringContaining('(G1:L7)'));
    expect(valuesOf(xa(file), 'N1', 'T1')).toEqual([OUR_HEADINGS]);
  });
});

describe('gone from the sheet: written anew, told once', () => {
  test('deleted', async () => {
    const file = await scored();
    deleteColumns(file, 'Xã', OURS, 7);
    expect(toldOfColumns(await scoreIn(file, { plan }))).toEqual([
      "columnsLeft: Trang tính 'Xã': các cột kết quả cũ không còn ở trang này (đã xóa hoặc dời sang trang khác), kết quả được ghi từ cột G.",
    ]);
    expect(valuesOf(xa(file), 'G1', 'M1')).toEqual([OUR_HEADINGS]);
    expect(toldOfColumns(await scoreIn(file, { plan }))).toEqual([]);
  });

  test('cut to another sheet: what stands there, and the same cells here, are the user’s', async () => {
    const file = await scored();
    cutToSheet(file, 'Xã', OURS, 'Ghi chú');
    const table = valuesOf(xa(file), 'A1', 'E7');
    const moved = valuesOf(sheetNamed(file.model, 'Ghi chú'), 'A1', 'G7');
    expect(moved[0]).toEqual(OUR_HEADINGS);
    const outcome = await scoreIn(file, { plan });
    expect(valuesOf(xa(file), 'A1', 'E7')).toEqual(table);
    expect(valuesOf(sheetNamed(file.model, 'Ghi chú'), 'A1', 'G7')).toEqual(moved);
    expect(valuesOf(xa(file), 'G1', 'M1')).toEqual([OUR_HEADINGS]);
    expect(toldOfColumns(outcome)).toEqual([expect.stringContaining('không còn ở trang này')]);
  });
});

describe('the rows beside them', () => {
  test('a row inserted for a unit that was forgotten: no cell of ours counts as changed', async () => {
    const without = COMMUNES.filter(([name]) => name !== 'Xã Vị Bình');
    const file = await smallWorkbook(without);
    await scoreIn(file, { plan });
    insertRow(file, 'Xã', 3);
    ['Xã Vị Bình', 85, 100, 700, 1000].forEach((cell, column) => put(xa(file), 3, column, cell));
    const outcome = await scoreIn(file, { plan });
    expect(toldOfColumns(outcome)).toEqual([]);
    expect(valuesOf(xa(file), 'G4', 'L4')).toEqual([[0.85, 51, 0.7, 28, 79, expect.anything()]]);
  });

  test('sorted with them: no cell of ours counts as changed; a changed one still does', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    const rows = valuesOf(xa(file), 'A2', 'M7');
    [...rows]
      .reverse()
      .forEach((row, i) => row.forEach((cell, column) => xa(file).writeValue(i + 1, column, cell)));
    put(xa(file), ...at('M2'), 'đã đối chiếu');
    expect(toldOfColumns(await scoreIn(file, { plan }))).toEqual([
      "changedByUser: Ô do phần mềm ghi đã bị sửa (trang 'Xã', ô M2): 'đã đối chiếu'. Ô này được ghi lại theo kết quả chấm mới.",
    ]);
  });
});

describe('taken back after they were moved: everything is as the user had it', () => {
  test.each<[string, (file: WorkbookFile) => void]>([
    ['a column inserted before them', (file) => insertColumn(file, 'Xã', GAP)],
    ['a column inserted between them', (file) => insertColumn(file, 'Xã', OURS + 2)],
    ['deleted', (file) => deleteColumns(file, 'Xã', OURS, 7)],
  ])('%s', async (_, change) => {
    const file = await scored();
    change(file);
    put(xa(file), ...at('B4'), 100);
    const before = snapshot(file.model);
    const host = new WorkbookHost(file);
    const { undo } = await scoreIn(file, { plan, host });
    if (!undo) throw new Error('nothing to take back');
    const excel = await startExcel(host);
    await excel.run((context) => undoWrite(context, undo));
    expect(snapshot(file.model)).toEqual(before);
  });
});

test('merged cells in the way: Excel would swallow what is written there', async () => {
  const file = await smallWorkbook();
  put(xa(file), ...at('P10'), 'Người nhập');
  xa(file).merge({ row: 2, column: 7, rows: 2, columns: 2 });
  const outcome = await scoreIn(file, { plan });
  expect(toldOfColumns(outcome)).toEqual([expect.stringContaining('từ cột R')]);
  expect(valuesOf(xa(file), 'R1', 'X1')).toEqual([OUR_HEADINGS]);
});
