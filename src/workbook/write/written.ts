import type { GridValue } from '../find/grid';
import type { OurSheet } from '../ours';
import type { Area } from '../read/workbook';
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

/** The prints of a block of values, row by row. */
export function printsOf(values: readonly (readonly (DocValue | GridValue)[])[]): string {
  return values.map((row) => row.map(printOf).join('')).join('');
}

/** A sheet name before a cell, with or without quotes; a cell; a space. */
const REFERENCES = /'(?:[^']|'')*'!|[^\s!'"(),;<>=+\-*/&]+!|\$?\b[A-Z]{1,3}\$?\d+\b|\s/g;

/** A formula without what changes where its cells are moved or Excel writes them another way. */
function shapeOf(formula: string): string {
  return formula.replace(REFERENCES, '');
}

/** A value as it is told from others; of a formula what it does, not which cells it takes. */
function tellingText(value: DocValue | GridValue): string {
  if (value === null || value === '') return '';
  const plain = typeof value === 'object' ? value.formula : value;
  const shown = typeof plain === 'string' && plain.startsWith('=') ? shapeOf(plain) : plain;
  return `${typeof plain}:${shown}`;
}

/** Of 24 bits: what differs from what was written is told by it. */
export function printOf(value: DocValue | GridValue): string {
  const text = tellingText(value);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  const folded = (hash ^ (hash >>> 24)) & 0xffffff;
  let print = '';
  for (let shift = 18; shift >= 0; shift -= 6) print += DIGITS[(folded >> shift) & 63];
  return print;
}

export interface ChangedCell {
  readonly row: number;
  readonly column: number;
  /** What stands there now. */
  readonly value: GridValue;
  /** Of what was written. */
  readonly print: string;
}

/** Which cells of a block differ from what was written; indexes within the block. */
export function changedCells(
  written: WrittenArea,
  values: readonly (readonly GridValue[])[],
): ChangedCell[] {
  const { rows, columns } = written.area;
  const changed: ChangedCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const value = values[row]?.[column] ?? '';
      const from = (row * columns + column) * PRINT_LENGTH;
      const print = written.prints.slice(from, from + PRINT_LENGTH);
      if (printOf(value) !== print) changed.push({ row, column, value, print });
    }
  }
  return changed;
}
