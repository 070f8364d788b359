/** "So sánh phương án": made when it is asked for, kept up by every run after that. */
import { readSettings, removeResults, undoWrite } from '../../src/workbook';
import { startExcel } from '../../src/host/node';
import { WorkbookHost } from '../../src/host';
import { at, put, scoreIn, sheetNamed, textsOf, valuesOf } from './build';
import { SMALL_PLAN as plan, smallWorkbook } from './small';
import { snapshot } from './snapshot';

const NAME = 'So sánh phương án';
const asked = { plan, extras: { readings: true } };

test('is made only when it is asked for', async () => {
  const file = await smallWorkbook();
  const { sheets, compared } = await scoreIn(file, { plan });
  expect(sheets).not.toContain(NAME);
  expect(compared).toBeNull();
});

test('says how many were computed, and of each award whether it holds and who else would have it', async () => {
  const file = await smallWorkbook();
  const { compared } = await scoreIn(file, asked);
  const sheet = sheetNamed(file.model, NAME);
  expect(textsOf(sheet).join('\n')).toContain(`Đã tính ${compared?.combinations} phương án`);
  const rows = valuesOf(sheet, 'A1', 'F60');
  const head = rows.findIndex((row) => row[0] === 'STT');
  const seats = rows.slice(head + 1);
  // Long Mỹ: (85,5 + 74,5)/2 = 80 % and 90 % of e-ID: 48 + 40. Vị Thủy: 60 + 24; by the sum of its
  // communes (900 + 800 + 700)/3000 = 80 % of e-ID: 60 + 40.
  expect(seats[0]?.slice(0, 3)).toEqual([1, 'Nhất', 'Huyện Long Mỹ']);
  expect(seats[0]?.slice(4)).toEqual(['Số liệu ĐDĐT của huyện: tổng của các xã', 'Huyện Vị Thủy']);
  const xaPhien = seats.find((row) => String(row[5]).includes('Xã Xà Phiên'));
  expect(xaPhien?.[4]).toContain('Xã dưới điều kiện xét: tiêu chí DVCTT tính 0 điểm');
  expect(rows.some((row) => String(row[0]).startsWith('II. THEO CÁCH LÀM TRÒN'))).toBe(true);
});

test('a later run writes it anew; a cell that the user changed keeps the sheet as a copy', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, asked);
  put(sheetNamed(file.model, 'Xã'), ...at('B5'), 60);
  put(sheetNamed(file.model, NAME), ...at('B12'), 'Giải của tôi');
  const again = await scoreIn(file, { plan });
  expect(again.compared?.combinations).toBeGreaterThan(100);
  expect(again.problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['changedByUser', 'copyKept']),
  );
  expect(file.model.sheets.map(({ name }) => name)).toContain(`${NAME} 05-01-2024`);
});

test('undo and removal take it away', async () => {
  const file = await smallWorkbook();
  const before = snapshot(file.model);
  const { undo } = await scoreIn(file, asked);
  const excel = await startExcel(new WorkbookHost(file));
  try {
    await excel.run((context) => undoWrite(context, undo!));
    expect(snapshot(file.model)).toEqual(before);
    await scoreIn(file, asked);
    const gone = await excel.run(removeResults);
    expect(gone).toContain(NAME);
    // The settings are the user's.
    expect((await excel.run(readSettings)).papers.planNumber).toBe('01/KH-UBND');
  } finally {
    excel.dispose();
  }
});
