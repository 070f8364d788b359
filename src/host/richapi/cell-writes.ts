import type { Rect, StyleId } from '../model';
import { intersect, isUnbounded } from './addresses';
import { invalidArgument } from './fault';
import { addressOf, type RangeRef, shownValue, wireValue } from './range-ref';
import { type HostSession, sheetId } from './session';
import { guardCells } from './styles';
import { readTyped } from './typed-values';
import { valueType } from './value-types';

const WRONG_SIZE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/**
 * The two-dimensional array to write, one row for each row of the range. A scalar is laid over all
 * of it; an array of another size is InvalidArgument.
 */
export function matrixFor(ref: RangeRef, input: unknown): readonly (readonly unknown[])[] {
  if (isUnbounded(ref.rect)) throw invalidArgument('The range is too large for this operation.');
  if (!Array.isArray(input)) {
    const row: unknown[] = new Array(ref.rect.columns).fill(input);
    return new Array<readonly unknown[]>(ref.rect.rows).fill(row);
  }
  const fits =
    input.length === ref.rect.rows &&
    input.every((row) => Array.isArray(row) && row.length === ref.rect.columns);
  if (!fits) throw invalidArgument(WRONG_SIZE);
  return input as unknown[][];
}

export function assertSize(ref: RangeRef, rows: unknown, columns: unknown): void {
  const fits = rows === ref.rect.rows && columns === ref.rect.columns;
  if (!fits) throw invalidArgument(WRONG_SIZE);
}

/** Writes values or formulas, as `values`, `formulas` and `formulasLocal` do. */
export function writeCells(ref: RangeRef, input: unknown, host: HostSession, source = API): void {
  const matrix = matrixFor(ref, input);
  guardCells({ sheet: ref.sheet, rects: [ref.rect] }, host);
  const rows = targetRows(ref, host);
  const covered = coveredCells(ref);
  // Neighbours mostly have one format.
  let style: StyleId | null = null;
  let format = '';
  const single = ref.rect.rows === 1 && ref.rect.columns === 1;
  const before = single ? snapshot(ref) : null;
  for (const [index, row] of rows.entries()) {
    const values = matrix[index]!;
    for (let offset = 0; offset < ref.rect.columns; offset += 1) {
      const column = ref.rect.column + offset;
      if (covered?.(row, column)) continue;
      const own = ref.sheet.styleAt(row, column);
      if (own !== style) format = host.model.formatOf((style = own)).numberFormat;
      writeCell(ref, row, column, values[offset], format, host);
    }
  }
  raiseChanged(ref, host, before, source);
}

function writeCell(
  ref: RangeRef,
  row: number,
  column: number,
  input: unknown,
  format: string,
  host: HostSession,
): void {
  const typed = readTyped(input, format, host.options.now);
  if (typed.kind === 'skip') return;
  if (typed.kind === 'formula') {
    ref.sheet.writeFormula(row, column, typed.formula);
    return;
  }
  ref.sheet.writeValue(row, column, typed.value);
  if (typed.format !== undefined && format === 'General') {
    const style = ref.sheet.styleAt(row, column);
    ref.sheet.setStyle(row, column, host.model.restyle(style, { numberFormat: typed.format }));
  }
}

/** The rows that the rows of the array end up in; see `filteredWrites`. */
function targetRows(ref: RangeRef, host: HostSession): number[] {
  const { row, rows } = ref.rect;
  const all = Array.from({ length: rows }, (_, index) => row + index);
  if (rows === 1 || host.options.filteredWrites === 'asIs') return all;
  const filters = filtersOver(ref, host);
  if (filters.length === 0) return all;
  const hiddenByFilter = (each: number) =>
    ref.sheet.isRowHidden(each) &&
    filters.some((filter) => each >= filter.row && each < filter.row + filter.rows);
  return all.filter((each) => !hiddenByFilter(each));
}

function filtersOver(ref: RangeRef, host: HostSession): Rect[] {
  const own = ref.sheet.autoFilter;
  const filters = own?.filtered ? [own.rect] : [];
  for (const table of host.model.tables) {
    if (table.filtered && table.sheet === ref.sheet) filters.push(table.rect);
  }
  return filters.filter((filter) => intersect(filter, ref.rect) !== null);
}

/** Tells the cells under a merge that aren't its first: they take no value. Null where none is. */
function coveredCells(ref: RangeRef): ((row: number, column: number) => boolean) | null {
  const merges = ref.sheet.merges.filter((merge) => intersect(merge, ref.rect) !== null);
  if (merges.length === 0) return null;
  return (row, column) =>
    merges.some(
      (merge) =>
        row >= merge.row &&
        row < merge.row + merge.rows &&
        column >= merge.column &&
        column < merge.column + merge.columns &&
        (merge.row !== row || merge.column !== column),
    );
}

/** Who made a change, as events name it. */
export const API = 'ThisLocalAddin';
export const USER = 'Unknown';

interface Snapshot {
  readonly value: string | number | boolean;
  readonly type: string;
}

function snapshot(ref: RangeRef): Snapshot {
  const value = shownValue(ref.sheet.read(ref.rect.row, ref.rect.column));
  return { value: wireValue(value), type: valueType(value) };
}

/** Tells the handlers of onChanged. */
export function raiseChanged(
  ref: RangeRef,
  host: HostSession,
  before: Snapshot | null,
  source: string,
): void {
  host.isDirty = true;
  const id = sheetId(ref.sheet);
  if (!host.events.hears('changed', id)) return;
  const after = before && snapshot(ref);
  host.events.raise('changed', id, {
    changeType: 'RangeEdited',
    address: addressOf(ref).replace(/^.*!/, ''),
    triggerSource: source,
    shiftDirection: 'None',
    ...(before && after
      ? {
          valueBefore: before.value,
          valueAfter: after.value,
          valueTypeBefore: before.type,
          valueTypeAfter: after.type,
        }
      : {}),
  });
}
