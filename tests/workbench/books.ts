import XlsxPopulate from 'xlsx-populate';
import { newWorkbookFile, type SheetModel } from '../../src/host';

const AT = new Date('2026-01-02T03:04:05Z');

/** A workbook made by `fill`, as bytes. */
export async function bookOf(fill: (sheet: SheetModel) => void): Promise<Uint8Array> {
  const file = await newWorkbookFile();
  fill(file.model.sheets[0]!);
  return file.save(AT);
}

/** Cells of many kinds: merges, hidden rows, frozen panes, links, formats, a formula without value. */
export function variedBook(): Promise<Uint8Array> {
  return bookOf((sheet) => {
    sheet.name = 'Đủ kiểu';
    sheet.frozen = { rows: 2, columns: 1 };
    sheet.writeValue(0, 0, 'Bảng gộp ô');
    sheet.merge({ row: 0, column: 0, rows: 1, columns: 4 });
    for (let row = 1; row < 40; row += 1) {
      for (let column = 0; column < 6; column += 1)
        sheet.writeValue(row, column, row * 10 + column);
    }
    sheet.setRowHidden(4, true);
    sheet.setColumnHidden(2, true);
    sheet.writeFormula(6, 1, 'SUM(B2:B4)');
    sheet.writeValue(7, 1, 'Đến E30');
    sheet.setHyperlink(7, 1, {
      address: null,
      documentReference: "'Đủ kiểu'!E30",
      screenTip: null,
    });
    sheet.merge({ row: 9, column: 3, rows: 4, columns: 2 });
  });
}

/** 10,000 rows by 30 columns. */
export async function largeBook(): Promise<Uint8Array> {
  const workbook = await XlsxPopulate.fromBlankAsync();
  const rows = Array.from({ length: 10_000 }, (_, row) =>
    Array.from({ length: 30 }, (_each, column) =>
      column === 0 ? `Dòng ${row + 1}` : row * column,
    ),
  );
  (workbook.sheet(0) as Cells).cell('A1').value(rows);
  const bytes = await (workbook as unknown as Output).outputAsync('uint8array');
  return bytes;
}

interface Cells {
  cell(address: string): { value(rows: readonly (readonly unknown[])[]): void };
}

interface Output {
  outputAsync(type: 'uint8array'): Promise<Uint8Array>;
}
