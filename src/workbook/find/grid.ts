import { tidyText, type Place } from '../../rules';

/** A cell's value as Office.js gives it: empty cells are "", error values their text ("#REF!"). */
export type GridValue = string | number | boolean;

/** A sheet's used range as plain data: what tables are found in. */
export interface Grid {
  readonly sheet: string;
  /** Where the first value stands, counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly GridValue[])[];
  /** The other file that the sheet is of; left out for the workbook that is scored. */
  readonly file?: string;
  /** Merged cells, by their place on the sheet; null or left out where they aren't known. */
  readonly merges?: readonly Area[] | null;
  /** Number formats other than the usual: other files bring theirs along. */
  readonly formats?: readonly {
    readonly row: number;
    readonly column: number;
    readonly format: string;
  }[];
  /** Cells of numbers that are shown as dates, as `cellKey` writes them. */
  readonly dates?: ReadonlySet<number>;
}

/** A rectangle of cells on a sheet, counted from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const MOST_COLUMNS = 16_384;

/** A value's place in a grid as one number. */
export function cellKey(row: number, column: number): number {
  return row * MOST_COLUMNS + column;
}

const known: string[] = [];

/** 0 → "A", 27 → "AB". */
export function columnLetters(column: number): string {
  return (known[column] ??= lettersOf(column));
}

function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Rows and columns counted from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "D12" → row 11, column 3. */
export function positionOf(address: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? [];
  return { row: Number(digits) - 1, column: columnIndex(letters) };
}

export function rangeAddress(row: number, column: number, rows: number, columns: number): string {
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** The place of a value in the grid, by its index there. */
export function placeIn(grid: Grid, row: number, column: number): Place {
  const address = cellAddress(grid.row + row, grid.column + column);
  const { sheet, file } = grid;
  return file === undefined ? { sheet, address } : { sheet, address, file };
}

export function valueAt(grid: Grid, row: number, column: number): GridValue {
  return grid.values[row]?.[column] ?? '';
}

/** The text in a cell, spaces folded; numbers as they are written in code. */
export function textAt(grid: Grid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  return typeof value === 'string' ? tidyText(value) : String(value);
}

export function columnsOf(grid: Grid): number {
  return grid.values[0]?.length ?? 0;
}

const AREA = /^=?('(?:[^']|'')+'|[^'!]+)!(\$[A-Z]+\$\d+:\$[A-Z]+\$\d+)$/;
const CORNERS = /^\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)$/;

/** `='Xã'!$H$4:$N$80` as an area of that sheet; null where it refers to anything else by now. */
export function areaOn(sheet: string, formula: string): Area | null {
  const [, written = '', address = ''] = AREA.exec(formula) ?? [];
  const name = /^'(.*)'$/s.exec(written)?.[1]?.replace(/''/g, "'") ?? written;
  const corners = name === sheet ? CORNERS.exec(address) : null;
  return corners ? areaFrom(corners) : null;
}

/** Where a cell stands by its address: "D12". */
export function cellOf(address: string): Pick<Area, 'row' | 'column'> | null {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return letters === undefined ? null : { row: Number(digits) - 1, column: columnIndex(letters) };
}

/** The area that the parts of an address with corners give. */
export function areaFrom(parts: RegExpExecArray | RegExpMatchArray): Area {
  const [, left = '', top = '', right = '', bottom = ''] = parts;
  const [row, column] = [Number(top) - 1, columnIndex(left)];
  return { row, column, rows: Number(bottom) - row, columns: columnIndex(right) - column + 1 };
}

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
