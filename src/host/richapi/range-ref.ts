import type { CellContent, CellValue, Rect, SheetModel } from '../model';
import { formatRect, isOnSheet, quoteSheet } from './addresses';
import { invalidArgument } from './fault';

/** A rectangle on a sheet: what a Range object stands for. */
export interface RangeRef {
  readonly sheet: SheetModel;
  readonly rect: Rect;
}

/** One or more rectangles on a sheet: what formats are read from and laid over. */
export interface AreaRef {
  readonly sheet: SheetModel;
  readonly rects: readonly Rect[];
}

/** A range with corners on the sheet; anything else is InvalidArgument. */
export function rangeAt(sheet: SheetModel, rect: Rect): RangeRef {
  if (!isOnSheet(rect)) throw invalidArgument();
  return { sheet, rect };
}

export const addressOf = (ref: RangeRef, mark: '' | '$' = ''): string =>
  `${quoteSheet(ref.sheet.name)}!${formatRect(ref.rect, mark)}`;

export const cellCount = (rect: Rect): number => rect.rows * rect.columns;

/** What a formula without a stored value reads as: the host doesn't calculate. */
export const NOT_CALCULATED: CellValue = { error: '#GETTING_DATA' };

export const shownValue = (cell: CellContent): CellValue =>
  cell.formula !== null && !cell.calculated ? NOT_CALCULATED : cell.value;

export const isEmptyCell = (cell: CellContent): boolean =>
  cell.value === null && cell.formula === null;

/** The value as `values` gives it: errors as their text, empty cells as "". */
export function wireValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

/** Reads every cell of a rectangle, row by row. */
export function mapCells<T>(ref: RangeRef, read: (row: number, column: number) => T): T[][] {
  const { row, column, rows, columns } = ref.rect;
  const grid: T[][] = [];
  for (let r = row; r < row + rows; r += 1) {
    const line: T[] = [];
    for (let c = column; c < column + columns; c += 1) line.push(read(r, c));
    grid.push(line);
  }
  return grid;
}
