import type { Rect } from '../model';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** `A` for 0. */
export function columnLetters(column: number): string {
  let rest = column + 1;
  let letters = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - digit - 1) / 26;
  }
  return letters;
}

export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;
const COLUMN = /^\$?([A-Z]{1,3})$/i;
const ROW = /^\$?(\d{1,7})$/;

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

function corner(part: string): Corner | null {
  const cell = CELL.exec(part);
  if (cell) return { column: columnNumber(cell[1]!), row: Number(cell[2]) - 1 };
  const column = COLUMN.exec(part);
  if (column) return { column: columnNumber(column[1]!), row: null };
  const row = ROW.exec(part);
  return row ? { column: null, row: Number(row[1]) - 1 } : null;
}

/** A rectangle from `B2`, `B2:C9`, `A:C` or `3:5` (no sheet); null where it is none. */
export function parseRect(address: string): Rect | null {
  const parts = address.split(':');
  const first = corner(parts[0]!.trim());
  if (!first || parts.length > 2) return null;
  const last = parts.length === 2 ? corner(parts[1]!.trim()) : first;
  if (!last) return null;
  const single = parts.length === 1;
  if (single && (first.row === null || first.column === null)) return null;
  if ((first.row === null) !== (last.row === null)) return null;
  if ((first.column === null) !== (last.column === null)) return null;
  const [top, bottom] = span(first.row, last.row, MAX_ROWS);
  const [left, right] = span(first.column, last.column, MAX_COLUMNS);
  const rect = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  return isOnSheet(rect) ? rect : null;
}

function span(a: number | null, b: number | null, size: number): [number, number] {
  if (a === null || b === null) return [0, size - 1];
  return [Math.min(a, b), Math.max(a, b)];
}

export const isOnSheet = (rect: Rect): boolean =>
  rect.row >= 0 &&
  rect.column >= 0 &&
  rect.rows > 0 &&
  rect.columns > 0 &&
  rect.row + rect.rows <= MAX_ROWS &&
  rect.column + rect.columns <= MAX_COLUMNS;

export const isEntireColumn = (rect: Rect): boolean => rect.row === 0 && rect.rows === MAX_ROWS;
export const isEntireRow = (rect: Rect): boolean =>
  rect.column === 0 && rect.columns === MAX_COLUMNS;
export const isUnbounded = (rect: Rect): boolean => isEntireColumn(rect) || isEntireRow(rect);

/** The address without a sheet; `mark` is `$` for an absolute one. */
export function formatRect(rect: Rect, mark: '' | '$' = ''): string {
  const left = mark + columnLetters(rect.column);
  const right = mark + columnLetters(rect.column + rect.columns - 1);
  const top = `${mark}${rect.row + 1}`;
  const bottom = `${mark}${rect.row + rect.rows}`;
  if (isEntireRow(rect)) return `${top}:${bottom}`;
  if (isEntireColumn(rect)) return `${left}:${right}`;
  return rect.rows === 1 && rect.columns === 1 ? left + top : `${left}${top}:${right}${bottom}`;
}

const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LOOKS_LIKE_A_CELL = /^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i;

/** A sheet name as it stands in a formula. */
export function quoteSheet(name: string): string {
  const plain = PLAIN_SHEET_NAME.test(name) && !LOOKS_LIKE_A_CELL.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Parts `'My sheet'!A1` into sheet and rest; sheet is null where none is named. */
export function splitSheet(address: string): { sheet: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(address);
  if (quoted) return { sheet: quoted[1]!.replaceAll("''", "'"), rest: quoted[2]! };
  const bang = address.lastIndexOf('!');
  return bang < 0
    ? { sheet: null, rest: address }
    : { sheet: address.slice(0, bang), rest: address.slice(bang + 1) };
}

export function intersect(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function bounding(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export const containsRect = (outer: Rect, inner: Rect): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;
