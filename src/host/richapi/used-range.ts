import type { Rect, SheetModel } from '../model';
import { bounding, intersect, MAX_COLUMNS, MAX_ROWS } from './addresses';
import { isEmptyCell, type RangeRef } from './range-ref';
import type { HostSession } from './session';

/** The smallest part of a range that holds its cells with content (or format, too). */
export function usedWithin(ref: RangeRef, valuesOnly: boolean, host: HostSession): Rect | null {
  const used = ref.sheet.used(valuesOnly);
  const part = used && intersect(used, ref.rect);
  if (!used || !part) return null;
  if (part.rows === used.rows && part.columns === used.columns) return used;
  let found: Rect | null = null;
  for (let row = part.row; row < part.row + part.rows; row += 1) {
    for (let column = part.column; column < part.column + part.columns; column += 1) {
      const formatted = !valuesOnly && ref.sheet.styleAt(row, column) !== host.model.defaultStyle;
      if (!formatted && isEmptyCell(ref.sheet.read(row, column))) continue;
      const cell = { row, column, rows: 1, columns: 1 };
      found = found ? bounding(found, cell) : cell;
    }
  }
  return found;
}

/** The block of cells around a rectangle up to empty rows and columns (Ctrl+A in Excel). */
export function regionAround(sheet: SheetModel, start: Rect): Rect {
  const used = sheet.used(true);
  let region = start;
  for (;;) {
    const ring = ringAround(region);
    const part = used && intersect(ring, used);
    const grown = part && touching(sheet, part, region);
    if (!grown) return region;
    region = grown;
  }
}

function ringAround(rect: Rect): Rect {
  const row = Math.max(0, rect.row - 1);
  const column = Math.max(0, rect.column - 1);
  return {
    row,
    column,
    rows: Math.min(MAX_ROWS, rect.row + rect.rows + 1) - row,
    columns: Math.min(MAX_COLUMNS, rect.column + rect.columns + 1) - column,
  };
}

/** `region` grown by the filled cells on its ring; null where there are none. */
function touching(sheet: SheetModel, ring: Rect, region: Rect): Rect | null {
  let grown = region;
  for (let row = ring.row; row < ring.row + ring.rows; row += 1) {
    for (let column = ring.column; column < ring.column + ring.columns; column += 1) {
      const cell = { row, column, rows: 1, columns: 1 };
      if (intersect(cell, region) || isEmptyCell(sheet.read(row, column))) continue;
      grown = bounding(grown, cell);
    }
  }
  return grown === region ? null : grown;
}
