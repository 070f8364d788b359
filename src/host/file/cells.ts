/** The cells of one sheet, kept in the library's rows and cells. */
import type { LibraryCell, LibraryRow, LibrarySheet } from 'xlsx-populate';
import type { CellContent, CellValue, Rect } from '../model';
import { parseRect } from './address';
import { renameSheetIn, shiftFormula } from './formulas';
import { libraryNode, librarySheet } from './library';
import type { RowPlace, ScannedRow } from './sheet-scan';

/** What of a cell was changed. */
export const CONTENT = 1;
export const STYLE = 2;
/** The value stored with a formula, not the formula. */
export const RESULT = 4;
/** The text of a formula, not its kind. */
export const FORMULA_TEXT = 8;

/** The library's cell with our marks on it. */
export interface OwnCell extends LibraryCell {
  touched: number;
  /** Where it stands in the sheet's text; a new cell stands nowhere. */
  from?: number;
  to?: number;
}

export interface OwnRow extends LibraryRow {
  cell(column: number): OwnCell;
  touched?: boolean;
  /** Its height was changed, or whether it is hidden. */
  resized?: boolean;
  /** Where it stands in the sheet's text; a new row stands nowhere. */
  place?: RowPlace;
  _cells: (OwnCell | undefined)[];
}

/** The library's sheet, all of whose cells are ours. */
interface OwnSheet extends LibrarySheet {
  _rows: (OwnRow | undefined)[];
  row(row: number): OwnRow;
}

interface Bounds {
  top: number;
  left: number;
  bottom: number;
  right: number;
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

export function valueOf(cell: LibraryCell): CellValue {
  const value = cell._value;
  if (value === undefined) return null;
  return typeof value === 'object' ? { error: value.error() } : value;
}

/** A cell of the library, its fields made in one order: objects of one shape are read fast. */
function newCell(row: OwnRow, column: number): OwnCell {
  const cell = row.cell(column + 1);
  cell._styleId ??= undefined;
  cell._value = undefined;
  cell._formulaType = undefined;
  cell.touched = 0;
  return cell;
}

function toLibraryValue(value: CellValue): LibraryCell['_value'] {
  if (value === null) return undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return { error: () => '#NUM!' };
  if (typeof value !== 'object') return value;
  const { error } = value;
  return { error: () => error };
}

export class Cells {
  private readonly sheet: OwnSheet;
  private readonly masters = new Map<number, { row: number; column: number; cell: OwnCell }>();
  private bounds: { content: Bounds | null; all: Bounds | null } | null = null;
  /** A cell's content was changed since the file was opened. */
  contentChanged = false;
  /** A formula came or went. */
  formulasChanged = false;
  touched = false;

  constructor(
    scanned: readonly ScannedRow[],
    columns: { min: number; max: number; style: number }[],
  ) {
    const data = libraryNode(
      'sheetData',
      {},
      scanned.map(({ attributes }) => libraryNode('row', attributes)),
    );
    const cols = libraryNode(
      'cols',
      {},
      columns.map((column) => libraryNode('col', { ...column })),
    );
    this.sheet = librarySheet(libraryNode('worksheet', {}, [cols, data])) as OwnSheet;
    for (const row of scanned) this.adopt(row);
  }

  /** Puts the cells that we read into the library's row: its own reading is many times slower. */
  private adopt(scanned: ScannedRow): void {
    const row = this.sheet._rows[scanned.row + 1];
    if (!row) return;
    row.place = scanned.place;
    for (const { column, from, to, style, value, formula } of scanned.cells) {
      const cell = newCell(row, column);
      cell._styleId = style;
      cell._value = toLibraryValue(value);
      cell.from = from;
      cell.to = to;
      if (!formula) continue;
      cell._formulaType = formula.type;
      cell._formula = formula.text;
      cell._formulaRef = formula.ref;
      cell._sharedFormulaId = formula.sharedId;
      if (formula.type === 'shared' && formula.text !== undefined) {
        this.masters.set(formula.sharedId ?? -1, { row: scanned.row, column, cell });
      }
    }
  }

  private at(row: number, column: number): OwnCell | undefined {
    return this.sheet._rows[row + 1]?._cells[column + 1];
  }

  private ensure(row: number, column: number, touch: number): OwnCell {
    const owner = this.sheet._rows[row + 1] ?? this.sheet.row(row + 1);
    const cell = owner._cells[column + 1] ?? newCell(owner, column);
    cell.touched |= touch;
    owner.touched = true;
    this.touched = true;
    return cell;
  }

  private formulaOf(cell: OwnCell, row: number, column: number): string | null {
    if (cell._formulaType === undefined || cell._formulaType === 'dataTable') return null;
    if (cell._formula === undefined && cell._formulaType === 'shared') {
      const master = this.masters.get(cell._sharedFormulaId ?? -1);
      if (!master?.cell._formula) return null;
      cell._formula = shiftFormula(master.cell._formula, row - master.row, column - master.column);
    }
    return cell._formula ?? null;
  }

  read(row: number, column: number): CellContent {
    const cell = this.at(row, column);
    if (!cell) return EMPTY;
    const formula = this.formulaOf(cell, row, column);
    const value = valueOf(cell);
    return { value, formula, calculated: formula === null || cell._value !== undefined };
  }

  writeValue(row: number, column: number, value: CellValue): void {
    if (value === null && !this.at(row, column)) return;
    const cell = this.ensure(row, column, CONTENT);
    this.dropFormula(cell);
    cell._value = toLibraryValue(value);
    this.contentChanged = true;
    this.changedAt(row, column, value !== null);
  }

  writeFormula(row: number, column: number, formula: string): void {
    const cell = this.ensure(row, column, CONTENT);
    this.dropFormula(cell);
    cell._formulaType = 'normal';
    cell._formula = formula;
    cell._value = undefined;
    this.contentChanged = true;
    this.formulasChanged = true;
    this.changedAt(row, column, true);
  }

  storeResult(row: number, column: number, value: CellValue): void {
    const cell = this.ensure(row, column, RESULT);
    cell._value = toLibraryValue(value ?? '');
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

  private dropFormula(cell: OwnCell): void {
    if (cell._formulaType === undefined) return;
    const id = cell._sharedFormulaId;
    if (id !== undefined && this.masters.get(id)?.cell === cell) this.dissolve(id, cell);
    cell._formulaType = undefined;
    cell._formula = undefined;
    cell._formulaRef = undefined;
    cell._sharedFormulaId = undefined;
    this.formulasChanged = true;
  }

  /** The followers of a shared formula that is about to go get their own. */
  private dissolve(id: number, master: OwnCell): void {
    this.each(
      (cell, row, column) => {
        if (cell === master || cell._sharedFormulaId !== id) return;
        this.formulaOf(cell, row, column);
        this.ensure(row, column, CONTENT);
        cell._formulaType = 'normal';
        cell._sharedFormulaId = undefined;
      },
      parseRect(master._formulaRef ?? '') ?? undefined,
    );
    this.masters.delete(id);
  }

  renameSheet(from: string, to: string): void {
    this.each((cell, row, column) => {
      const formula = this.formulaOf(cell, row, column);
      if (formula === null) return;
      const renamed = renameSheetIn(formula, from, to);
      if (renamed === formula) return;
      cell._formula = renamed;
      const follows = cell._formulaType === 'shared' && cell._formulaRef === undefined;
      if (!follows) this.ensure(row, column, FORMULA_TEXT);
    });
  }

  private each(visit: (cell: OwnCell, row: number, column: number) => void, within?: Rect): void {
    this.sheet._rows.forEach((row, r) => {
      if (!row || (within && (r - 1 < within.row || r > within.row + within.rows))) return;
      row._cells.forEach((cell, c) => {
        if (cell) visit(cell, r - 1, c - 1);
      });
    });
  }

  used(valuesOnly: boolean): Rect | null {
    if (!this.bounds) {
      const found: { content: Bounds | null; all: Bounds | null } = { content: null, all: null };
      this.each((cell, row, column) => {
        const filled = cell._value !== undefined || cell._formulaType !== undefined;
        if (filled) found.content = grow(found.content, row, column);
        if (filled || cell._styleId) found.all = grow(found.all, row, column);
      });
      this.bounds = found;
    }
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

  /** The number of the cell's format in the style sheet, its row's or column's if it has none. */
  format(row: number, column: number): number {
    return this.formatIn(this.sheet._rows[row + 1], column);
  }

  setFormat(row: number, column: number, format: number): void {
    this.ensure(row, column, STYLE)._styleId = format;
    if (!this.bounds) return;
    if (format) this.bounds.all = grow(this.bounds.all, row, column);
    else this.bounds = null;
  }

  /** The formats of a rectangle's cells; neighbours of one format are told once. */
  eachFormat({ row, column, rows, columns }: Rect, visit: (format: number) => void): void {
    let last = -1;
    for (let r = row; r < row + rows; r += 1) {
      const own = this.sheet._rows[r + 1];
      for (let c = column; c < column + columns; c += 1) {
        const format = this.formatIn(own, c);
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
      const own = this.sheet._rows[r + 1];
      for (let c = column; c < column + columns; c += 1) {
        const old = this.formatIn(own, c);
        const next = (known[old] ??= change(old));
        if (next !== old) this.setFormat(r, c, next);
      }
    }
  }

  /** The cell's format; where no cell is, the row's or the column's. */
  private formatIn(row: OwnRow | undefined, column: number): number {
    const cell = row?._cells[column + 1];
    if (cell) return cell._styleId ?? 0;
    return Number(row?._node.attributes.s ?? this.sheet.existingColumnStyleId(column + 1) ?? 0);
  }

  rowHeight(row: number): number | null {
    const height = this.sheet._rows[row + 1]?._node.attributes.ht;
    return height === undefined || height === null ? null : Number(height);
  }

  setRowHeight(row: number, points: number | null): void {
    if (this.rowHeight(row) === points) return;
    const own = this.touchRow(row);
    own._node.attributes.ht = points;
    own._node.attributes.customHeight = points === null ? null : 1;
  }

  isRowHidden(row: number): boolean {
    return this.sheet._rows[row + 1]?._node.attributes.hidden === 1;
  }

  setRowHidden(row: number, hidden: boolean): void {
    if (this.isRowHidden(row) === hidden) return;
    this.touchRow(row)._node.attributes.hidden = hidden ? 1 : null;
  }

  private touchRow(row: number): OwnRow {
    const own = this.sheet.row(row + 1);
    own.touched = true;
    own.resized = true;
    this.touched = true;
    return own;
  }

  /** The rows in their order, with their numbers counted from 0. */
  eachRow(visit: (row: OwnRow, index: number) => void): void {
    this.sheet._rows.forEach((row, r) => {
      if (row) visit(row, r - 1);
    });
  }
}
