/** A sheet that is built from the top down, with merges and hidden lines. */
import type { CellValue, SheetModel, WorkbookModel } from '../../src/host';
import { rangeAddress, type Area } from '../../src/workbook/find/grid';
import type { Chance } from './figures';

export type Line = readonly CellValue[];

export class SheetMaker {
  readonly lines: Line[] = [];
  readonly merges: { row: number; column: number; rows: number; columns: number }[] = [];
  /** The rows that a unit's figures stand in, by its full name. */
  readonly #rowsOf = new Map<string, { from: number; to: number }>();
  /** Headings and rows of a table, and what Excel knows them as. */
  frame: Area | null = null;
  frameIs: 'table' | 'filter' = 'table';
  /** How many of the rows and columns are hidden. */
  hides: number | null = null;
  /** The address of the filter that was put on; null where there is none. */
  filter: string | null = null;
  #top = 0;

  constructor(
    readonly name: string,
    readonly chance: Chance,
  ) {}

  get next(): number {
    return this.lines.length;
  }

  add(...lines: Line[]): void {
    this.lines.push(...lines);
  }

  /** Adds the rows of one unit: questions about its figures must point there. */
  addUnit(name: string, ...lines: Line[]): void {
    this.#rowsOf.set(name, { from: this.next, to: this.next + lines.length - 1 });
    this.add(...lines);
  }

  /** Does a cell of the sheet, once it is put there, stand in the unit's rows? */
  isOf(name: string, address: string): boolean {
    const own = this.#rowsOf.get(name);
    const row = Number(/\d+$/.exec(address)?.[0]) - 1 - this.#top;
    return own !== undefined && row >= own.from && row <= own.to;
  }

  has(name: string): boolean {
    return this.#rowsOf.has(name);
  }

  merge(row: number, column: number, rows: number, columns: number): void {
    if (rows * columns > 1) this.merges.push({ row, column, rows, columns });
  }

  /** Letterhead, title, period, blank rows: any of them. */
  above(title: string): void {
    if (this.chance.is()) {
      this.add(
        ['UBND TỈNH HẬU GIANG', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['SỞ THÔNG TIN VÀ TRUYỀN THÔNG', null, null, 'Độc lập - Tự do - Hạnh phúc'],
      );
      this.merge(this.next - 2, 0, 1, 3);
    }
    if (this.chance.is()) this.add([]);
    if (this.chance.is(0.8)) this.add([title]);
    if (this.chance.is()) this.add([null, 'Từ ngày 01/10/2023 đến ngày 31/12/2023']);
    if (this.chance.is(0.3)) this.add([]);
  }

  /** (1) (2) (3), with formulas or letters, or no such row. */
  columnNumbers(width: number): void {
    const count = Array.from({ length: width }, (_, i) => i + 1);
    const kind = this.chance.whole(0, 3);
    if (kind === 1) this.add(count.map((n) => `(${n})`));
    if (kind === 2) this.add(count);
    if (kind === 3) this.add(['A', 'B', ...count.slice(0, -2).map((n) => `${n}`)]);
  }

  signature(width: number): void {
    if (this.chance.is(0.4)) return;
    const right = Math.max(2, width - 2);
    const line = (left: CellValue, text: CellValue) => {
      const cells: CellValue[] = Array.from({ length: right + 1 }, () => null);
      cells[1] = left;
      cells[right] = text;
      return cells;
    };
    this.add(
      [],
      line(null, 'Hậu Giang, ngày 05 tháng 01 năm 2024'),
      line('NGƯỜI LẬP BIỂU', 'GIÁM ĐỐC'),
      [],
      line('Nguyễn Văn A', 'Trần Thị B'),
    );
  }

  /** Puts it all on a sheet from a random corner on, and hides some lines. */
  putOn(sheet: SheetModel, model: WorkbookModel): void {
    const [top, left] = [this.chance.whole(0, 2), this.chance.whole(0, 2)];
    this.#top = top;
    const withFormulas = this.chance.is(0.2);
    this.lines.forEach((line, row) =>
      line.forEach((value, column) => {
        if (value === null) return;
        sheet.writeValue(top + row, left + column, value);
        // A number that Excel worked out is as good as one that was typed.
        if (typeof value === 'number' && withFormulas && this.chance.is()) {
          sheet.writeFormula(top + row, left + column, `${value}+0`);
          sheet.storeResult(top + row, left + column, value);
        }
      }),
    );
    for (const { row, column, rows, columns } of this.merges) {
      sheet.merge({ row: top + row, column: left + column, rows, columns });
    }
    this.#hideLines(sheet, [top, left]);
    if (this.frame) this.#putFrame(sheet, model, [top, left], this.frame);
  }

  #hideLines(sheet: SheetModel, [top, left]: readonly [number, number]): void {
    if (this.hides === null) {
      if (this.chance.is(0.2)) sheet.setRowHidden(top + this.chance.whole(0, this.next), true);
      if (this.chance.is(0.2)) sheet.setColumnHidden(left + this.chance.whole(0, 6), true);
      return;
    }
    for (let row = 0; row < this.next; row += 1) {
      if (this.chance.is(this.hides)) sheet.setRowHidden(top + row, true);
    }
    for (let column = 0; column < 8; column += 1) {
      if (this.chance.is(this.hides)) sheet.setColumnHidden(left + column, true);
    }
  }

  #putFrame(
    sheet: SheetModel,
    model: WorkbookModel,
    [top, left]: readonly [number, number],
    { row, column, rows, columns }: Area,
  ): void {
    const rect = { row: top + row, column: left + column, rows, columns };
    if (this.frameIs === 'table') {
      model.addTable(sheet, rect, true);
      return;
    }
    this.filter = rangeAddress(rect.row, rect.column, rows, columns);
    for (let at = 1; at < rows; at += 1) {
      if (this.chance.is()) sheet.setRowHidden(rect.row + at, true);
    }
  }

  /** As a .csv: by ";" or ",", with the mark of UTF-8 or without. */
  csv(): string {
    this.#top = 0;
    const mark = this.chance.one([';', ',']);
    const field = (value: CellValue | undefined) => {
      const text = value === null || value === undefined ? '' : String(value);
      return /[";,\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    };
    const width = Math.max(...this.lines.map(({ length }) => length));
    const rows = this.lines.map((line) =>
      Array.from({ length: width }, (_, i) => field(line[i])).join(mark),
    );
    return (this.chance.is() ? '\ufeff' : '') + rows.join('\r\n');
  }
}
