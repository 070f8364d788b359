import type { TableProblem } from '../../rules';
import { columnLetters, rangeAddress, valueAt, type Grid } from '../find/grid';
import type { FoundTable } from '../find/tables';
import { COLUMNS_MARK } from '../ours';
import type { Area, OurColumns, SheetRead } from '../read/workbook';
import { isIntact, type Written } from './written';

/** The table, its sheet, and what is known of columns of ours there. */
export interface Beside {
  readonly table: FoundTable;
  readonly read: SheetRead;
  readonly written: Written;
  /** No other table on the sheet: whatever columns of ours it has are this one's. */
  readonly alone: boolean;
}

export interface BesidePlace {
  readonly column: number;
  /** The hidden name that marks them. */
  readonly mark: string;
  /** Where our columns stood before; null where there were none. */
  readonly before: Area | null;
  readonly problems: readonly TableProblem[];
}

/**
 * Where our columns go: where they stood, else right of the table with a gap, else (where the user
 * has something there, be it only a format or merged cells) right of everything on the sheet. Columns
 * of ours between which the user inserted others, or deleted some, are left as they are.
 */
export function placeBeside(
  { table, read, written, alone }: Beside,
  rows: { top: number; bottom: number },
  width: number,
): BesidePlace {
  const { grid } = table;
  const { sheet } = grid;
  const top = grid.row + rows.top;
  const bottom = grid.row + rows.bottom;
  const marked = read.ourColumns.filter(
    ({ area }) => alone || (area.row <= bottom && area.row + area.rows > top),
  );
  const own = marked.find((each) => isIntact(written, sheet, each, width));
  const before = own?.area ?? null;
  const mark = own?.name ?? freeMark(read, top);
  const others = read.ourColumns.flatMap((each) => (each === own ? [] : [each.area]));
  const taken = [...others, ...(grid.merges ?? [])];
  const isFree = (column: number) => {
    const wanted = { row: top, column, rows: bottom - top + 1, columns: width };
    if (taken.some((area) => overlap(area, wanted) && !(before && covers(before, area)))) {
      return false;
    }
    for (let row = top; row <= bottom; row += 1) {
      for (let at = column; at < column + width; at += 1) {
        if (before && isWithin(before, row, at)) continue;
        if (sheetValue(grid, row, at) !== '') return false;
      }
    }
    return true;
  };
  const place = (column: number, ...problems: TableProblem[]) => {
    const left = leftColumns({ read, written, sheet }, marked, own ?? null, column);
    return { column, before, mark, problems: [...problems, ...left] };
  };
  if (before && isFree(before.column)) return place(before.column);
  const wanted = grid.column + table.right + 2;
  const formattedByUser = wanted - 1 < read.formattedUpTo && read.formattedUpTo < FORMATS_END;
  if (!formattedByUser && isFree(wanted - 1) && isFree(wanted)) return place(wanted);
  const usedUpTo = grid.column + (grid.values[0]?.length ?? 0);
  const mergedUpTo = Math.max(0, ...taken.map(({ column, columns }) => column + columns));
  const column = Math.max(usedUpTo, mergedUpTo, formattedByUser ? read.formattedUpTo : 0) + 1;
  return place(column, {
    code: 'columnsMoved',
    severity: 'info',
    places: [],
    sheet,
    to: columnLetters(column),
  });
}

/** Formats beyond this column are those of whole rows: there is no place without any. */
const FORMATS_END = 1000;

/** Columns of ours that are no more as we left them, or are gone: told, and not touched. */
function leftColumns(
  { read, written, sheet }: { read: SheetRead; written: Written; sheet: string },
  marked: readonly OurColumns[],
  own: OurColumns | null,
  column: number,
): TableProblem[] {
  const at = { code: 'columnsLeft', severity: 'info', places: [], sheet } as const;
  const to = columnLetters(column);
  const changed = marked.filter((each) => each !== own);
  if (changed.length === 0 && own === null) {
    const known = new Set(read.ourColumns.map(({ name }) => name));
    const isGone = written.columns.some((each) => each.sheet === sheet && !known.has(each.mark));
    return isGone ? [{ ...at, left: null, to }] : [];
  }
  return changed.map(({ area }) => {
    const left = rangeAddress(area.row, area.column, area.rows, area.columns);
    return { ...at, left, to };
  });
}

/** Tables on a sheet differ by their heading row: so do their marks. */
function freeMark({ ourColumns, lostMarks }: SheetRead, top: number): string {
  const taken = new Set([...ourColumns.map(({ name }) => name), ...lostMarks]);
  const wanted = `${COLUMNS_MARK}_${top + 1}`;
  for (let n = 0; ; n += 1) {
    const mark = n === 0 ? wanted : `${wanted}_${n}`;
    if (!taken.has(mark)) return mark;
  }
}

function overlap(x: Area, y: Area): boolean {
  return (
    x.row < y.row + y.rows &&
    y.row < x.row + x.rows &&
    x.column < y.column + y.columns &&
    y.column < x.column + x.columns
  );
}

function covers(outer: Area, inner: Area): boolean {
  return (
    isWithin(outer, inner.row, inner.column) &&
    isWithin(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1)
  );
}

function isWithin({ row, column, rows, columns }: Area, atRow: number, atColumn: number): boolean {
  return atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;
}

/** A value by its place on the sheet; outside the used range there is none. */
function sheetValue(grid: Grid, row: number, column: number) {
  return valueAt(grid, row - grid.row, column - grid.column);
}
