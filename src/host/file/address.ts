/** A1 addresses. Rows and columns count from 0. */
import type { Rect } from '../model';

const letters: string[] = [];

/** The letters of a column: 0 is A. */
export function columnName(column: number): string {
  const known = letters[column];
  if (known !== undefined) return known;
  const name =
    (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') +
    String.fromCharCode(65 + (column % 26));
  letters[column] = name;
  return name;
}

export function columnIndex(name: string): number {
  let number = 0;
  for (let i = 0; i < name.length; i++) number = number * 26 + (name.charCodeAt(i) & 31);
  return number - 1;
}

export function cellName(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

/** Parses `A1`, `$A$1:B2`, `A:C` or `1:3` (whole columns and rows reach to the sheet's end). */
export function parseRect(address: string): Rect | null {
  const match = /^\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/.exec(
    address.trim(),
  );
  if (!match) return null;
  const [, c1, r1, c2, r2] = match;
  if (!address.includes(':')) {
    return c1 && r1 ? { row: Number(r1) - 1, column: columnIndex(c1), rows: 1, columns: 1 } : null;
  }
  if (Boolean(c1) !== Boolean(c2) || Boolean(r1) !== Boolean(r2) || !(c1 || r1)) return null;
  const [left, right] = c1 && c2 ? [columnIndex(c1), columnIndex(c2)] : [0, MAX_COLUMNS - 1];
  const [top, bottom] = r1 && r2 ? [Number(r1) - 1, Number(r2) - 1] : [0, MAX_ROWS - 1];
  return {
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
}

export const MAX_ROWS = 1048576;
export const MAX_COLUMNS = 16384;

export function formatRect(rect: Rect, anchor = ''): string {
  const corner = (row: number, column: number): string =>
    anchor + columnName(column) + anchor + (row + 1);
  const first = corner(rect.row, rect.column);
  if (rect.rows === 1 && rect.columns === 1) return first;
  return `${first}:${corner(rect.row + rect.rows - 1, rect.column + rect.columns - 1)}`;
}

export function intersects(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** What is left of a rectangle without the cells of another: up to four rectangles. */
export function without(rect: Rect, other: Rect): Rect[] {
  if (!intersects(rect, other)) return [rect];
  const bottom = rect.row + rect.rows;
  const right = rect.column + rect.columns;
  const top = Math.max(rect.row, other.row);
  const end = Math.min(bottom, other.row + other.rows);
  const left = Math.max(rect.column, other.column);
  const after = Math.min(right, other.column + other.columns);
  const middle = { row: top, rows: end - top };
  return [
    { ...rect, rows: top - rect.row },
    { ...middle, column: rect.column, columns: left - rect.column },
    { ...middle, column: after, columns: right - after },
    { ...rect, row: end, rows: bottom - end },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}

/** The sheet's name as formulas write it. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;
}
