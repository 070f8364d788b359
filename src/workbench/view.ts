import type { SheetModel } from '../host';
import { type Axis, columnAxis, rowAxis } from './axis';
import type { Looks } from './cell-look';
import { type Cell, touches } from './cursor';
import type { SheetView } from './GridCell';

export function viewOf(sheet: SheetModel, looks: Looks, reach: Cell): SheetView {
  const merges = new Map<string, { rows: number; columns: number }>();
  const covered = new Set<string>();
  for (const { row, column, rows, columns } of sheet.merges) {
    merges.set(`${row},${column}`, { rows, columns });
    for (let r = row; r < row + rows; r += 1) {
      for (let c = column; c < column + columns; c += 1) {
        if (r !== row || c !== column) covered.add(`${r},${c}`);
      }
    }
  }
  const rows = rowAxis(sheet, reach.row);
  return { sheet, looks, rows, columns: columnAxis(sheet, reach.column), merges, covered };
}

/** What the scrolled part of the grid shows. */
export interface Port {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

export interface Drawn {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** The rows in sight, and how many of them can be in sight at a time. */
  readonly inSight: { readonly from: number; readonly to: number; readonly pool: number };
}

/** Rows and columns drawn beyond those in sight, for smooth scrolling. */
const MORE_ROWS = 6;
const MORE_COLUMNS = 2;
const LEAST_POOL = 64;

/**
 * The rows and columns to draw: those in sight, where merged cells in sight begin, and those of the
 * active cell, which a screen reader is told of. Frozen rows are drawn apart.
 */
export function drawn(view: SheetView, port: Port, active: Cell): Drawn {
  const { sheet } = view;
  const { frozen } = sheet;
  const rows = inSight(view.rows, frozen.rows, port.top, port.height, MORE_ROWS);
  const columns = inSight(view.columns, frozen.columns, port.left, port.width, MORE_COLUMNS);
  const sight = {
    row: rows[0] ?? 0,
    column: columns[0] ?? 0,
    rows: rows.length,
    columns: columns.length,
  };
  const moreRows = [active.row];
  const moreColumns = [active.column];
  for (const merge of sheet.merges) {
    if (!touches(merge, sight)) continue;
    moreRows.push(merge.row);
    moreColumns.push(merge.column);
  }
  for (let column = 0; column < frozen.columns; column += 1) moreColumns.push(column);
  const from = rows[0] ?? 0;
  const pool = 2 ** Math.ceil(Math.log2(Math.max(LEAST_POOL, rows.length)));
  return {
    inSight: { from, to: from + rows.length - 1, pool },
    rows: sorted([...rows, ...moreRows]).filter(
      (row) => row >= frozen.rows && view.rows.size(row) > 0,
    ),
    columns: sorted([...columns, ...moreColumns]),
  };
}

function inSight(axis: Axis, frozen: number, from: number, size: number, more: number): number[] {
  const first = Math.max(frozen, axis.at(from + axis.start(frozen)) - more);
  const last = Math.min(axis.count - 1, axis.at(from + size) + more);
  const found: number[] = [];
  for (let index = first; index <= last; index += 1) found.push(index);
  return found;
}

const sorted = (numbers: readonly number[]): number[] =>
  [...new Set(numbers)].sort((a, b) => a - b);

/** How far to scroll so that a cell is in sight, clear of the frozen rows and columns. */
export function scrolledTo(axis: Axis, frozen: number, index: number, from: number, size: number) {
  if (index < frozen) return from;
  const start = axis.start(index);
  const end = start + axis.size(index);
  if (start - axis.start(frozen) < from) return start - axis.start(frozen);
  return end > from + size ? end - size : from;
}
