/** The cells of one sheet. */
import type { CellContent, CellValue, Rect } from '../model';
import { parseRect } from './address';
import { renameSheetIn, shiftFormula } from './formulas';
import { CONTENT, FORMULA_TEXT, RESULT, Row, STYLE, type Formula } from './row';

interface Bounds {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Columns whose cells have a format without being there; numbered from 1, as in the file. */
export interface ColumnFormat {
  readonly min: number;
  readonly max: number;
  readonly style: number;
}

const EMPTY: CellContent = { value: null, formula: null, calculated: true };

function grow(bounds: Bounds | null, row: number, column: number): Bounds {
  if (!bounds) return { top: row, left: column, bottom: row, right: column };
  if (row < bounds.top) bounds.top = row;
  if (row > bounds.bottom) bounds.bottom = row;
  if (column < bounds.left) bounds.left = column;
  if (column > bounds.right) bounds.right = column;
  return bounds;
}

/** What a cell can hold of what a script gives it. */
function storable(value: CellValue): CellValue {
  return typeof value === 'number' && !Number.isFinite(value) ? { error: '#NUM!' } : value;
}

export class Cells {
  /** The shared formulas that others follow, by their numbers. */
  private readonly masters = new Map<number, { row: number; column: number; formula: Formula }>();
  private bounds: { content: Bounds | null; all: Bounds | null } | null = null;
  /** A cell's content was changed since the file was opened. */
  contentChanged = false;
  /** A formula came or went. */
  formulasChanged = false;
  touched = false;

  /** @param rows by their numbers from 0, with holes */
  constructor(
    private readonly rows: (Row | undefined)[],
    private readonly columns: readonly ColumnFormat[],
  ) {
    this.eachRow(({ formulas }, row) => {
      formulas?.forEach((formula, column) => {
        const { type, text, sharedId } = formula;
        if (type !== 'shared' || text === undefined) return;
        this.masters.set(sharedId ?? -1, { row, column, formula });
      });
    });
  }

  private rowAt(row: number): Row {
    return (this.rows[row] ??= new Row({}, null));
  }

  private ensure(row: number, column: number, touch: number): Row {
    const owner = this.rowAt(row);
    owner.formats[column] ??= this.inherited(owner, column);
    owner.touch(column, touch);
    this.touched = true;
    return owner;
  }

  private formulaOf(owner: Row, row: number, column: number): string | null {
    const formula = owner.formulas?.get(column);
    if (!formula || formula.type === 'dataTable') return null;
    if (formula.text === undefined && formula.type === 'shared') {
      const master = this.masters.get(formula.sharedId ?? -1);
      if (!master?.formula.text) return null;
      const { text } = master.formula;
      formula.text = shiftFormula(text, row - master.row, column - master.column);
    }
    return formula.text ?? null;
  }

  read(row: number, column: number): CellContent {
    const owner = this.rows[row];
    if (owner?.formats[column] === undefined) return EMPTY;
    const value = owner.values[column] ?? null;
    const formula = owner.formulas && this.formulaOf(owner, row, column);
    return { value, formula, calculated: formula === null || value !== null };
  }

  writeValue(row: number, column: number, value: CellValue): void {
    if (value === null && this.rows[row]?.formats[column] === undefined) return;
    const owner = this.ensure(row, column, CONTENT);
    this.dropFormula(owner, column);
    owner.values[column] = storable(value);
    this.contentChanged = true;
    this.changedAt(row, column, value !== null);
  }

  writeFormula(row: number, column: number, text: string): void {
    const owner = this.ensure(row, column, CONTENT);
    this.dropFormula(owner, column);
    owner.setFormula(column, { type: 'normal', text, ref: undefined, sharedId: undefined });
    owner.values[column] = null;
    this.contentChanged = true;
    this.formulasChanged = true;
    this.changedAt(row, column, true);
  }

  storeResult(row: number, column: number, value: CellValue): void {
    this.ensure(row, column, RESULT).values[column] = storable(value ?? '');
    this.contentChanged = true;
    this.changedAt(row, column, true);
  }

  private changedAt(row: number, column: number, filled: boolean): void {
    if (!this.bounds) return;
    if (!filled) this.bounds = null;
    else {
      this.bounds.content = grow(this.bounds.content, row, column);
      this.bounds.all = grow(this.bounds.all, row, column);
    }
  }

  private dropFormula(owner: Row, column: number): void {
    const formula = owner.formulas?.get(column);
    if (!formula) return;
    const { sharedId } = formula;
    if (sharedId !== undefined && this.masters.get(sharedId)?.formula === formula) {
      this.dissolve(sharedId, formula);
    }
    owner.formulas?.delete(column);
    this.formulasChanged = true;
  }

  /** The followers of a shared formula that is about to go get their own. */
  private dissolve(id: number, master: Formula): void {
    const within = parseRect(master.ref ?? '');
    this.eachFormula((formula, owner, row, column) => {
      if (formula === master || formula.sharedId !== id) return;
      if (within && (row < within.row || row >= within.row + within.rows)) return;
      this.formulaOf(owner, row, column);
      this.ensure(row, column, CONTENT);
      formula.type = 'normal';
      formula.sharedId = undefined;
    });
    this.masters.delete(id);
  }

  renameSheet(from: string, to: string): void {
    this.eachFormula((formula, owner, row, column) => {
      const text = this.formulaOf(owner, row, column);
      if (text === null) return;
      const renamed = renameSheetIn(text, from, to);
      if (renamed === text) return;
      formula.text = renamed;
      const follows = formula.type === 'shared' && formula.ref === undefined;
      if (!follows) this.ensure(row, column, FORMULA_TEXT);
    });
  }

  private eachFormula(
    visit: (formula: Formula, owner: Row, row: number, column: number) => void,
  ): void {
    this.eachRow((owner, row) => {
      owner.formulas?.forEach((formula, column) => visit(formula, owner, row, column));
    });
  }

  used(valuesOnly: boolean): Rect | null {
    this.bounds ??= this.findBounds();
    const bounds = valuesOnly ? this.bounds.content : this.bounds.all;
    return (
      bounds && {
        row: bounds.top,
        column: bounds.left,
        rows: bounds.bottom - bounds.top + 1,
        columns: bounds.right - bounds.left + 1,
      }
    );
  }

  private findBounds(): { content: Bounds | null; all: Bounds | null } {
    const found: { content: Bounds | null; all: Bounds | null } = { content: null, all: null };
    this.eachRow(({ formats, values, formulas }, row) => {
      formats.forEach((format, column) => {
        const filled = (values[column] ?? null) !== null || formulas?.has(column);
        if (filled) found.content = grow(found.content, row, column);
        if (filled || format) found.all = grow(found.all, row, column);
      });
    });
    return found;
  }

  /** The number of the cell's format in the style sheet, its row's or column's if it has none. */
  format(row: number, column: number): number {
    const owner = this.rows[row];
    return owner?.formats[column] ?? this.inherited(owner, column);
  }

  setFormat(row: number, column: number, format: number): void {
    this.ensure(row, column, STYLE).formats[column] = format;
    if (!this.bounds) return;
    if (format) this.bounds.all = grow(this.bounds.all, row, column);
    else this.bounds = null;
  }

  /** The formats of a rectangle's cells; neighbours of one format are told once. */
  eachFormat({ row, column, rows, columns }: Rect, visit: (format: number) => void): void {
    let last = -1;
    for (let r = row; r < row + rows; r += 1) {
      const owner = this.rows[r];
      const own = owner?.formats;
      for (let c = column; c < column + columns; c += 1) {
        const format = own?.[c] ?? this.inherited(owner, c);
        if (format === last) continue;
        last = format;
        visit(format);
      }
    }
  }

  /**
   * Changes the formats of a rectangle's cells, row by row: scripts lay them over whole sheets.
   * @param change asked once for each format
   */
  mapFormats({ row, column, rows, columns }: Rect, change: (format: number) => number): void {
    const known: number[] = [];
    for (let r = row; r < row + rows; r += 1) {
      const owner = this.rows[r];
      const own = owner?.formats;
      for (let c = column; c < column + columns; c += 1) {
        const old = own?.[c] ?? this.inherited(owner, c);
        const next = (known[old] ??= change(old));
        if (next !== old) this.setFormat(r, c, next);
      }
    }
  }

  /** The format of a cell that isn't there: its row's, else its column's. */
  private inherited(owner: Row | undefined, column: number): number {
    const own = owner?.attributes.s;
    if (own !== undefined || this.columns.length === 0) return own ?? 0;
    const covering = this.columns.find(({ min, max }) => min <= column + 1 && column < max);
    return covering?.style ?? 0;
  }

  rowHeight(row: number): number | null {
    return this.rows[row]?.attributes.ht ?? null;
  }

  setRowHeight(row: number, points: number | null): void {
    if (this.rowHeight(row) === points) return;
    const own = this.resize(row);
    own.ht = points;
    own.customHeight = points === null ? null : 1;
  }

  isRowHidden(row: number): boolean {
    return this.rows[row]?.attributes.hidden === 1;
  }

  setRowHidden(row: number, hidden: boolean): void {
    if (this.isRowHidden(row) !== hidden) this.resize(row).hidden = hidden ? 1 : null;
  }

  private resize(row: number): Row['attributes'] {
    const owner = this.rowAt(row);
    owner.touched = true;
    owner.resized = true;
    this.touched = true;
    return owner.attributes;
  }

  /** The rows in their order, with their numbers counted from 0. */
  eachRow(visit: (row: Row, index: number) => void): void {
    this.rows.forEach((row, index) => {
      if (row) visit(row, index);
    });
  }
}
