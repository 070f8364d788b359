import type { GridValue } from '../find/grid';
import type { OurSheet } from '../ours';
import type { Area, OurColumns } from '../read/workbook';
import type { DocValue, SheetDoc, StyledArea } from '../sheets/doc';

/**
 * What we wrote, kept in the workbook: enough to see which cells of ours the user changed since, and
 * to lay out again what stood there. Values are kept as prints of 24 bits, four characters a cell.
 */
export interface Written {
  readonly sheets: readonly WrittenSheet[];
  readonly columns: readonly WrittenColumns[];
}

export interface WrittenArea {
  /** The sheet's name when it was written. */
  readonly sheet: string;
  readonly area: Area;
  readonly prints: string;
}

export interface WrittenSheet extends WrittenArea {
  readonly kind: OurSheet;
  readonly layout: Layout;
}

export interface WrittenColumns extends WrittenArea {
  /** The hidden name that marks them. */
  readonly mark: string;
  readonly styles: readonly StyledArea[];
}

/**
 * The columns as they were left: as many as were written. Who inserted a column between them has
 * content of their own there, and who deleted one has other columns than ours in their place.
 * @param asNow how many are written now: what was written is taken for that where no record tells
 */
export function isIntact(
  { columns }: Written,
  sheet: string,
  { name, area }: OurColumns,
  asNow: number,
): boolean {
  const marked = columns.filter(({ mark }) => mark === name);
  const own = marked.find((each) => each.sheet === sheet) ?? marked[0];
  return area.columns === (own?.area.columns ?? asNow);
}

/** The record of columns of ours that stand elsewhere by now, with more rows or with fewer. */
export function movedTo(record: WrittenColumns, sheet: string, area: Area): WrittenColumns {
  const [down, right] = [area.row - record.area.row, area.column - record.area.column];
  const styles = record.styles.flatMap(({ area: own, style }) => {
    const moved = { ...own, row: own.row + down, column: own.column + right };
    const rows = Math.min(moved.rows, area.row + area.rows - moved.row);
    return rows > 0 ? [{ area: { ...moved, rows }, style }] : [];
  });
  return { ...record, sheet, area, styles };
}

export type Layout = Omit<SheetDoc, 'values' | 'name' | 'kind'>;

export const NOTHING_WRITTEN: Written = { sheets: [], columns: [] };

/** Reads the stored record; anything that isn't one counts as nothing written. */
export function readWritten(stored: unknown): Written {
  const record = stored as Partial<Written> | null;
  return record && Array.isArray(record.sheets) && Array.isArray(record.columns)
    ? (record as Written)
    : NOTHING_WRITTEN;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PRINT_LENGTH = 4;
const DIGIT_CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0));

/** The prints of a block of values, row by row. */
export function printsOf(values: readonly (readonly (DocValue | GridValue)[])[]): string {
  // As bytes, and one text at the end: a large workbook has half a million prints.
  const count = values.reduce((cells, row) => cells + row.length, 0);
  const bytes = new Uint8Array(count * PRINT_LENGTH);
  let at = 0;
  for (const row of values) {
    for (let column = 0; column < row.length; column += 1) {
      const hash = hashOf(row[column] ?? null);
      bytes[at] = DIGIT_CODES[hash >> 18] as number;
      bytes[at + 1] = DIGIT_CODES[(hash >> 12) & 63] as number;
      bytes[at + 2] = DIGIT_CODES[(hash >> 6) & 63] as number;
      bytes[at + 3] = DIGIT_CODES[hash & 63] as number;
      at += PRINT_LENGTH;
    }
  }
  return new TextDecoder().decode(bytes);
}

/** A sheet name before a cell, with or without quotes; a cell; a space. */
const REFERENCES = /'(?:[^']|'')*'!|[^\s!'"(),;<>=+\-*/&]+!|\$?\b[A-Z]{1,3}\$?\d+\b|\s/g;

/** A formula without what changes where its cells are moved or Excel writes them another way. */
function shapeOf(formula: string): string {
  return formula.replace(REFERENCES, '');
}

/** The print of one value. */
export function printOf(value: DocValue | GridValue): string {
  return printsOf([[value]]);
}

/**
 * Of 24 bits: what differs from what was written is told by it; of a formula what it does, not which
 * cells it takes. What is hashed begins with the value's type: the text "1" is another value than 1.
 */
function hashOf(value: DocValue | GridValue): number {
  if (value === null || value === '') return EMPTY_HASH;
  const plain = typeof value === 'object' ? value.formula : value;
  if (typeof plain === 'number') return folded(hashedNumber(plain));
  if (typeof plain === 'boolean') return folded(hashed(String(plain), BOOLEAN));
  return folded(hashed(plain.startsWith('=') ? shapeOf(plain) : plain, STRING));
}

/** Where FNV-1a begins, as an integer of 32 bits: a hash that was a double once is slow for good. */
const BEGIN = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** FNV-1a over a text, from where another ended. */
function hashed(text: string, from = BEGIN): number {
  let hash = from;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  }
  return hash;
}

const DOUBLE = new DataView(new ArrayBuffer(8));
const BYTES = new Uint8Array(DOUBLE.buffer);

/** Of the double itself: to write a number as a text takes longer than all else here. */
function hashedNumber(number: number): number {
  // 0 and -0 are one number.
  DOUBLE.setFloat64(0, number + 0, true);
  let hash = NUMBER;
  for (let i = 0; i < 8; i += 1) hash = Math.imul(hash ^ (BYTES[i] as number), PRIME);
  return hash;
}

function folded(hash: number): number {
  return (hash ^ (hash >>> 24)) & 0xffffff;
}

const EMPTY_HASH = folded(hashed(''));
const EMPTY = printOf('');
const [NUMBER, BOOLEAN, STRING] = [hashed('number:'), hashed('boolean:'), hashed('string:')];

/** A cell that isn't as it was written; indexes within the block. */
export interface ChangedCell {
  readonly row: number;
  readonly column: number;
  /** What stands there now. */
  readonly value: GridValue;
  /** Of what was written. */
  readonly print: string;
}

/** Which cells of a block differ from what was written. */
export function changedCells(
  written: WrittenArea,
  values: readonly (readonly GridValue[])[],
): ChangedCell[] {
  const { rows, columns } = written.area;
  const block = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_cell, column) => values[row]?.[column] ?? ''),
  );
  const prints = printsOf(block);
  if (prints === written.prints) return [];
  const [was, is] = [cellsIn(written.prints), cellsIn(prints)];
  return block.flatMap((cells, row) =>
    cells.flatMap((value, column) => {
      const at = row * columns + column;
      const print = was[at] ?? '';
      return is[at] === print ? [] : [{ row, column, value, print }];
    }),
  );
}

/**
 * As `changedCells`, for rows that may have been inserted, deleted or sorted since: a row that is as
 * any of those written is unchanged wherever it stands; another is held against the one most like it.
 */
export function changedInRows(
  { prints, area: { columns } }: WrittenArea,
  values: readonly (readonly GridValue[])[],
): ChangedCell[] {
  const written: string[][] = [];
  for (let from = 0; from < prints.length; from += columns * PRINT_LENGTH) {
    written.push(cellsIn(prints.slice(from, from + columns * PRINT_LENGTH)));
  }
  const whole = new Set(written.map((cells) => cells.join('')));
  return values.flatMap((cells, row) => {
    const own = cellsIn(printsOf([cells]));
    if (cells.every((value) => value === '') || whole.has(own.join(''))) return [];
    const like = mostLike(own, written);
    return cells.flatMap((value, column) => {
      const print = like[column] ?? EMPTY;
      return own[column] === print ? [] : [{ row, column, value, print }];
    });
  });
}

function cellsIn(prints: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at < prints.length; at += PRINT_LENGTH) {
    cells.push(prints.slice(at, at + PRINT_LENGTH));
  }
  return cells;
}

/** The row with which one has most cells in common; those that are empty in both tell nothing. */
function mostLike(own: readonly string[], written: readonly string[][]): readonly string[] {
  let best: { readonly cells: readonly string[]; readonly same: number } = {
    cells: own.map(() => EMPTY),
    same: 0,
  };
  for (const cells of written) {
    const same = cells.filter((print, i) => print === own[i] && print !== EMPTY).length;
    if (same > best.same) best = { cells, same };
  }
  return best.cells;
}
