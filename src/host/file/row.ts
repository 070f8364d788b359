/**
 * A row of a sheet. Its cells stand in lists by column (from 0), not as objects: the cells of a
 * country's units, half a million of them, would be most of what a run holds.
 */
import type { CellValue } from '../model';

/** What of a cell was changed. */
export const CONTENT = 1;
export const STYLE = 2;
/** The value stored with a formula, not the formula. */
export const RESULT = 4;
/** The text of a formula, not its kind. */
export const FORMULA_TEXT = 8;

export interface Formula {
  /** "normal", "shared", "array" or "dataTable". */
  type: string;
  /** Undefined where a shared formula stands elsewhere. */
  text: string | undefined;
  ref: string | undefined;
  sharedId: number | undefined;
}

export interface RowAttributes {
  /** Height in points. */
  ht?: number | null;
  customHeight?: number | null;
  hidden?: number | null;
  /** The number of the format of cells that aren't there. */
  s?: number;
}

/** Where a row of the file and its cells stand in the sheet's text. */
export class RowSource {
  to = 0;
  /** Markup in the row that is no cell. */
  extra = '';
  /** Of each cell of the file; a hole for a new one. */
  readonly cellFrom: (number | undefined)[] = [];
  readonly cellTo: number[] = [];
  /** What was changed of each cell; a hole for nothing. */
  readonly touched: (number | undefined)[] = [];

  constructor(
    readonly from: number,
    /** Where its start tag ends. */
    readonly tagTo: number,
  ) {}
}

export class Row {
  /** What the cells hold, a formula its stored value; a hole and null are nothing. */
  readonly values: (CellValue | undefined)[] = [];
  /** The number of each cell's format in the style sheet; a hole where no cell is. */
  readonly formats: (number | undefined)[] = [];
  /** By column; null where there are none. */
  formulas: Map<number, Formula> | null = null;
  touched = false;
  /** Its height was changed, or whether it is hidden. */
  resized = false;

  constructor(
    readonly attributes: RowAttributes,
    /** Null for a new row. */
    readonly source: RowSource | null,
  ) {}

  setFormula(column: number, formula: Formula): void {
    (this.formulas ??= new Map()).set(column, formula);
  }

  /** Marks a cell of the file as changed; new cells are written whatever was done to them. */
  touch(column: number, what: number): void {
    this.touched = true;
    const marks = this.source?.touched;
    if (marks) marks[column] = (marks[column] ?? 0) | what;
  }
}
