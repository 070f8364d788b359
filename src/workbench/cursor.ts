/** Where the user is on a sheet: the active cell, and how far the selection reaches from it. */
import { bounding, MAX_COLUMNS, MAX_ROWS, type Rect, type SheetModel } from '../host';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Cursor {
  readonly active: Cell;
  /** The corner that Shift and the arrow keys move. */
  readonly head: Cell;
  readonly rect: Rect;
}

/** The cursor of a selection; what was known of it holds unless the selection was moved since. */
export function cursorOf(selection: Rect, known: Cursor | undefined): Cursor {
  if (known && isSame(known.rect, selection)) return known;
  const { row, column, rows, columns } = selection;
  const head = { row: row + rows - 1, column: column + columns - 1 };
  return { active: { row, column }, head, rect: selection };
}

function isSame(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function contains(rect: Rect, { row, column }: Cell): boolean {
  return (
    row >= rect.row &&
    row < rect.row + rect.rows &&
    column >= rect.column &&
    column < rect.column + rect.columns
  );
}

/** The merged cell that a cell is in, or the cell itself. */
export function mergeAt(sheet: SheetModel, cell: Cell): Rect {
  return sheet.merges.find((merge) => contains(merge, cell)) ?? { ...cell, rows: 1, columns: 1 };
}

/** The rectangle between two cells, with all of the merged cells that it touches. */
export function rectBetween(sheet: SheetModel, a: Cell, b: Cell): Rect {
  let rect = bounding({ ...a, rows: 1, columns: 1 }, { ...b, rows: 1, columns: 1 });
  const { merges } = sheet;
  for (let grown = true; grown;) {
    grown = false;
    for (const merge of merges) {
      if (!touches(rect, merge)) continue;
      const wider = bounding(rect, merge);
      if (isSame(wider, rect)) continue;
      rect = wider;
      grown = true;
    }
  }
  return rect;
}

export function touches(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export const wholeRow = (row: number): Rect => ({ row, column: 0, rows: 1, columns: MAX_COLUMNS });
export const wholeColumn = (column: number): Rect => ({
  row: 0,
  column,
  rows: MAX_ROWS,
  columns: 1,
});
export const wholeSheet: Rect = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
