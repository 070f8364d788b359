/** Where the keys of Excel lead to. */
import type { SheetModel } from '../host';
import { type Cell, mergeAt } from './cursor';

/** How far the grid reaches, and how many rows a page has. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** Where a key leads to from a cell; null for keys that lead nowhere. */
export function destination(
  sheet: SheetModel,
  from: Cell,
  key: string,
  isControl: boolean,
  extent: Extent,
): Cell | null {
  switch (key) {
    case 'ArrowUp':
      return isControl ? edge(sheet, from, -1, 0, extent) : step(sheet, from, -1, 0, extent);
    case 'ArrowDown':
      return isControl ? edge(sheet, from, 1, 0, extent) : step(sheet, from, 1, 0, extent);
    case 'ArrowLeft':
      return isControl ? edge(sheet, from, 0, -1, extent) : step(sheet, from, 0, -1, extent);
    case 'ArrowRight':
      return isControl ? edge(sheet, from, 0, 1, extent) : step(sheet, from, 0, 1, extent);
    case 'PageUp':
      return page(sheet, from, -1, extent);
    case 'PageDown':
      return page(sheet, from, 1, extent);
    case 'Home':
      return isControl
        ? firstShown(sheet, { row: sheet.frozen.rows, column: sheet.frozen.columns }, extent)
        : firstShown(sheet, { row: from.row, column: 0 }, extent);
    case 'End':
      return isControl ? lastUsed(sheet) : edge(sheet, from, 0, 1, extent);
    default:
      return null;
  }
}

/** The next shown cell in a direction; merged cells are one step. The edge holds. */
export function step(
  sheet: SheetModel,
  from: Cell,
  down: number,
  right: number,
  extent: Extent,
): Cell {
  const merge = mergeAt(sheet, from);
  let row = down > 0 ? merge.row + merge.rows - 1 : down < 0 ? merge.row : from.row;
  let column =
    right > 0 ? merge.column + merge.columns - 1 : right < 0 ? merge.column : from.column;
  do {
    row += down;
    column += right;
    if (row < 0 || column < 0 || row >= extent.rows || column >= extent.columns) return from;
  } while ((down !== 0 && sheet.isRowHidden(row)) || (right !== 0 && sheet.isColumnHidden(column)));
  return { row, column };
}

/** Ctrl and an arrow: the last of the filled cells ahead, or the first after empty ones. */
function edge(sheet: SheetModel, from: Cell, down: number, right: number, extent: Extent): Cell {
  const next = step(sheet, from, down, right, extent);
  if (isSame(next, from)) return from;
  const toEmpty = isFilled(sheet, from) && isFilled(sheet, next);
  let cell = next;
  for (;;) {
    if (!toEmpty && isFilled(sheet, cell)) return cell;
    const after = step(sheet, cell, down, right, extent);
    if (isSame(after, cell)) return cell;
    if (toEmpty && !isFilled(sheet, after)) return cell;
    cell = after;
  }
}

function page(sheet: SheetModel, from: Cell, by: 1 | -1, extent: Extent): Cell {
  let cell = from;
  for (let steps = 0; steps < extent.page; steps += 1) cell = step(sheet, cell, by, 0, extent);
  return cell;
}

function firstShown(sheet: SheetModel, from: Cell, extent: Extent): Cell {
  let { row, column } = from;
  while (sheet.isRowHidden(row) && row < extent.rows - 1) row += 1;
  while (sheet.isColumnHidden(column) && column < extent.columns - 1) column += 1;
  return { row, column };
}

function lastUsed(sheet: SheetModel): Cell {
  const used = sheet.used(true);
  return used
    ? { row: used.row + used.rows - 1, column: used.column + used.columns - 1 }
    : { row: 0, column: 0 };
}

const isSame = (a: Cell, b: Cell): boolean => a.row === b.row && a.column === b.column;

function isFilled(sheet: SheetModel, { row, column }: Cell): boolean {
  const { value, formula } = sheet.read(row, column);
  return value !== null || formula !== null;
}
