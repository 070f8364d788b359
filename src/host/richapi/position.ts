import type { Rect, SheetModel } from '../model';
import { MAX_COLUMNS, MAX_ROWS } from './addresses';

/** A place on a sheet, in points from its corner. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How far the edges of something stand inside the cells that it lies over, in points. */
export interface Inset {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const NO_INSET: Inset = { left: 0, top: 0, right: 0, bottom: 0 };

const columnSize = (sheet: SheetModel, column: number): number =>
  sheet.isColumnHidden(column) ? 0 : (sheet.columnWidth(column) ?? sheet.defaultColumnWidth);
const rowSize = (sheet: SheetModel, row: number): number =>
  sheet.isRowHidden(row) ? 0 : (sheet.rowHeight(row) ?? sheet.defaultRowHeight);

function start(size: (index: number) => number, index: number): number {
  let points = 0;
  for (let at = 0; at < index; at += 1) points += size(at);
  return points;
}

/** Where cells lie, less an inset. */
export function frameOf(sheet: SheetModel, rect: Rect, inset: Inset = NO_INSET): Frame {
  const across = (column: number) => start((at) => columnSize(sheet, at), column);
  const down = (row: number) => start((at) => rowSize(sheet, at), row);
  const left = across(rect.column) + inset.left;
  const top = down(rect.row) + inset.top;
  return {
    left,
    top,
    width: across(rect.column + rect.columns) - inset.right - left,
    height: down(rect.row + rect.rows) - inset.bottom - top,
  };
}

/** The cells that a place lies over, and how far inside them it stands. */
export function cellsUnder(sheet: SheetModel, { left, top, width, height }: Frame) {
  const x = span((at) => columnSize(sheet, at), left, width, MAX_COLUMNS);
  const y = span((at) => rowSize(sheet, at), top, height, MAX_ROWS);
  const anchor: Rect = { row: y.first, column: x.first, rows: y.count, columns: x.count };
  const inset: Inset = { left: x.before, top: y.before, right: x.after, bottom: y.after };
  return { anchor, inset };
}

function span(size: (index: number) => number, from: number, length: number, most: number) {
  let first = 0;
  let at = 0;
  while (first < most - 1 && at + size(first) <= from) {
    at += size(first);
    first += 1;
  }
  const before = exactly(from - at);
  let count = 0;
  while (count === 0 || (first + count < most && exactly(from + length - at) > 0)) {
    at += size(first + count);
    count += 1;
  }
  return { first, count, before, after: exactly(at - from - length) };
}

/** A file counts in 12,700ths of a point; what is smaller is a rounding error. */
const exactly = (points: number): number => Math.round(points * 12_700) / 12_700;
