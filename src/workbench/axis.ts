/** Where the rows or the columns of a sheet are drawn, in pixels. */
import { MAX_COLUMNS, MAX_ROWS, type SheetModel } from '../host';
import { pixels } from './cell-look';

/** What the grid shows beyond the cells in use. */
const MORE_ROWS = 60;
const MORE_COLUMNS = 8;
const LEAST_ROWS = 100;
const LEAST_COLUMNS = 20;

export class Axis {
  private readonly starts: Float64Array;

  constructor(
    readonly count: number,
    sizeOf: (index: number) => number,
  ) {
    this.starts = new Float64Array(count + 1);
    let at = 0;
    for (let index = 0; index < count; index += 1) {
      at += sizeOf(index);
      this.starts[index + 1] = at;
    }
  }

  get total(): number {
    return this.starts[this.count]!;
  }

  start(index: number): number {
    return this.starts[Math.max(0, Math.min(index, this.count))]!;
  }

  size(index: number, count = 1): number {
    return this.start(index + count) - this.start(index);
  }

  /** The row or column at a distance from the edge of the sheet. */
  at(distance: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Formats that reach further beyond the values than this aren't drawn. */
const MOST_FORMATTED_ROWS = 2000;
const MOST_FORMATTED_COLUMNS = 200;

export function rowAxis(sheet: SheetModel, reach: number): Axis {
  const values = sheet.used(true);
  const all = sheet.used(false);
  const filled = values ? values.row + values.rows : 0;
  const end = Math.min(all ? all.row + all.rows : 0, filled + MOST_FORMATTED_ROWS);
  const count = Math.min(MAX_ROWS, Math.max(LEAST_ROWS, end + MORE_ROWS, reach + 1));
  const standard = sheet.defaultRowHeight;
  return new Axis(count, (row) =>
    sheet.isRowHidden(row) ? 0 : pixels(sheet.rowHeight(row) ?? standard),
  );
}

export function columnAxis(sheet: SheetModel, reach: number): Axis {
  const values = sheet.used(true);
  const all = sheet.used(false);
  const filled = values ? values.column + values.columns : 0;
  const end = Math.min(all ? all.column + all.columns : 0, filled + MOST_FORMATTED_COLUMNS);
  const count = Math.min(MAX_COLUMNS, Math.max(LEAST_COLUMNS, end + MORE_COLUMNS, reach + 1));
  const standard = sheet.defaultColumnWidth;
  return new Axis(count, (column) =>
    sheet.isColumnHidden(column) ? 0 : pixels(sheet.columnWidth(column) ?? standard),
  );
}
