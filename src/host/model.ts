/**
 * The workbook as the host sees it: what the file layer (`file/`) serves and the RichApi layer
 * (`richapi/`) turns into answers to Office.js. Rows and columns count from 0. Nothing here knows
 * a library, a zip or a protocol.
 */

import type { ChartModel } from './chart-model';

export type { ChartModel, ChartSeries, ChartSource } from './chart-model';

/** An Excel error value such as `#REF!`. */
export interface ErrorValue {
  readonly error: string;
}

export type CellValue = string | number | boolean | ErrorValue | null;

export interface CellContent {
  /** The stored value; of a formula, the value stored with it. */
  readonly value: CellValue;
  /** The formula without its `=`, null where there is none. Shared formulas are already expanded. */
  readonly formula: string | null;
  /** False for a formula that was stored without a value: the host doesn't calculate. */
  readonly calculated: boolean;
}

export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Names a resolved format in the workbook; equal formats have equal ids. */
export type StyleId = number;

export type BorderSide = 'top' | 'bottom' | 'left' | 'right' | 'diagonalUp' | 'diagonalDown';

export interface BorderLine {
  /** OOXML line style: thin, medium, thick, dashed, dotted, double, hair, …; null for none. */
  readonly style: string | null;
  /** `#RRGGBB`, or null for automatic. */
  readonly color: string | null;
}

/** Resolved cell format. Colours are `#RRGGBB`; null stands for automatic or none. */
export interface CellFormat {
  readonly numberFormat: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: 'none' | 'single' | 'double';
  readonly strikethrough: boolean;
  readonly fontName: string;
  /** Points. */
  readonly fontSize: number;
  readonly fontColor: string | null;
  readonly fillColor: string | null;
  /** OOXML words: general, left, center, right, fill, justify, centerContinuous, distributed. */
  readonly horizontal: string;
  /** OOXML words: top, center, bottom, justify, distributed. */
  readonly vertical: string;
  readonly wrapText: boolean;
  readonly shrinkToFit: boolean;
  readonly indent: number;
  readonly textRotation: number;
  readonly locked: boolean;
  readonly borders: Readonly<Record<BorderSide, BorderLine>>;
}

export type FormatPatch = {
  readonly [K in Exclude<keyof CellFormat, 'borders'>]?: CellFormat[K];
} & { readonly borders?: { readonly [S in BorderSide]?: BorderLine } };

export interface Hyperlink {
  /** A URL, or null. */
  readonly address: string | null;
  /** A place in this workbook such as `'Xã'!D12`, or null. */
  readonly documentReference: string | null;
  readonly screenTip: string | null;
}

/** What cells may hold, with the note and the alert that go with it. Formulas without their `=`. */
export interface Validation {
  /** OOXML words: whole, decimal, list, date, time, textLength, custom; none for a note alone. */
  readonly type: string;
  /** OOXML words: between, notBetween, equal, greaterThan, …. */
  readonly operator: string;
  readonly formula1: string | null;
  readonly formula2: string | null;
  readonly ignoreBlanks: boolean;
  /** Of a list: whether the cell shows an arrow. */
  readonly dropDown: boolean;
  readonly prompt: { readonly shown: boolean; readonly title: string; readonly message: string };
  readonly alert: {
    readonly shown: boolean;
    /** OOXML words: stop, warning, information. */
    readonly style: string;
    readonly title: string;
    readonly message: string;
  };
}

export interface ValidatedArea {
  readonly rects: readonly Rect[];
  readonly validation: Validation;
}

export interface TableModel {
  readonly id: number;
  name: string;
  readonly sheet: SheetModel;
  /** Header and total rows included. */
  readonly rect: Rect;
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
  readonly columns: readonly string[];
  readonly styleName: string | null;
  /** True where a filter hides rows of the table. */
  readonly filtered: boolean;
}

export interface NameModel {
  readonly name: string;
  /** The sheet it belongs to, null for the workbook. */
  readonly scope: SheetModel | null;
  /** Formula without its `=`. */
  formula: string;
  visible: boolean;
  comment: string;
}

export interface PageSetup {
  orientation: 'portrait' | 'landscape';
  /** OOXML paper size number; 9 is A4. Null: the printer's default. */
  paperSize: number | null;
  /** Pages wide and tall to fit to; null where free. Both null: `scale` holds. */
  fitToWidth: number | null;
  fitToHeight: number | null;
  /** Per cent. */
  scale: number;
  /** Points. */
  margins: {
    top: number;
    bottom: number;
    left: number;
    right: number;
    header: number;
    footer: number;
  };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  /** Excel's header and footer code, such as `&P/&N`; parts as Excel keeps them. */
  header: { left: string; center: string; right: string };
  footer: { left: string; center: string; right: string };
}

/** Frozen rows from the top and columns from the left; zeros for none. */
export interface FrozenPanes {
  readonly rows: number;
  readonly columns: number;
}

export interface SheetModel {
  /** Stays the same while the workbook is open, whatever the name or the order. */
  readonly id: number;
  name: string;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  /** `#RRGGBB` or null. */
  tabColor: string | null;
  showGridlines: boolean;
  /** Its cells aren't held: reads answer null, and a save is refused where it was written to. */
  readonly isUnread: boolean;
  /** True where the sheet is protected (a locked cell then refuses a write). */
  readonly isProtected: boolean;
  /** The sheet's own filter: its range, and whether it hides rows now. Null for none. */
  readonly autoFilter: { readonly rect: Rect; readonly filtered: boolean } | null;
  frozen: FrozenPanes;
  readonly page: PageSetup;
  readonly defaultRowHeight: number;
  /** Points. */
  readonly defaultColumnWidth: number;

  /** The smallest rectangle that holds every cell with content (and, unless `valuesOnly`, format). */
  used(valuesOnly: boolean): Rect | null;
  read(row: number, column: number): CellContent;
  /** Sets a constant; null empties. A formula that stood there goes. The format stays. */
  writeValue(row: number, column: number, value: CellValue): void;
  /** Sets a formula (without `=`); it has no stored value until `storeResult`. */
  writeFormula(row: number, column: number, formula: string): void;
  /** Stores the value of the formula in a cell. */
  storeResult(row: number, column: number, value: CellValue): void;

  styleAt(row: number, column: number): StyleId;
  setStyle(row: number, column: number, style: StyleId): void;
  /** The distinct formats of a rectangle. */
  stylesIn(rect: Rect): ReadonlySet<StyleId>;
  /** Gives each cell of a rectangle the format that `change` makes of its own; it's asked once for each. */
  mapStyles(rect: Rect, change: (style: StyleId) => StyleId): void;

  /** Points; null where the default holds. */
  columnWidth(column: number): number | null;
  setColumnWidth(column: number, points: number | null): void;
  rowHeight(row: number): number | null;
  setRowHeight(row: number, points: number | null): void;
  isRowHidden(row: number): boolean;
  setRowHidden(row: number, hidden: boolean): void;
  isColumnHidden(column: number): boolean;
  setColumnHidden(column: number, hidden: boolean): void;

  readonly merges: readonly Rect[];
  merge(rect: Rect): void;
  /** Undoes every merge that touches the rectangle. */
  unmerge(rect: Rect): void;

  hyperlinkAt(row: number, column: number): Hyperlink | null;
  setHyperlink(row: number, column: number, link: Hyperlink | null): void;

  /** Charts of a file are not among them. */
  readonly charts: ChartModel[];

  /** The rules of cells; no cell is in two areas. */
  readonly validations: readonly ValidatedArea[];
  /** Gives every cell of the rectangle the rule, or takes away the one that it has. */
  setValidation(rect: Rect, validation: Validation | null): void;

  /** Rows or columns to repeat at the top or left of each printed page; null for none. */
  printTitleRows: { readonly first: number; readonly last: number } | null;
  printTitleColumns: { readonly first: number; readonly last: number } | null;
  printArea: readonly Rect[];
  /** Page breaks set by hand: the first row, or column, after each. */
  rowBreaks: readonly number[];
  columnBreaks: readonly number[];
}

export interface WorkbookModel {
  /** In the order of the tabs. */
  readonly sheets: readonly SheetModel[];
  activeSheet: SheetModel;
  /** What is selected, per sheet. */
  selection(sheet: SheetModel): Rect;
  select(sheet: SheetModel, rect: Rect): void;
  /** Throws a RangeError where the name is taken or not allowed; callers check first. */
  addSheet(name: string): SheetModel;
  removeSheet(sheet: SheetModel): void;
  moveSheet(sheet: SheetModel, position: number): void;

  readonly tables: readonly TableModel[];
  addTable(sheet: SheetModel, rect: Rect, hasHeaders: boolean): TableModel;

  readonly names: readonly NameModel[];
  addName(
    name: string,
    formula: string,
    scope: SheetModel | null,
    options?: { visible?: boolean; comment?: string },
  ): NameModel;
  removeName(name: NameModel): void;

  /** The add-in's settings: JSON text by key. */
  readonly settings: Map<string, string>;

  formatOf(style: StyleId): CellFormat;
  /** The id of `style` with the patch laid over it; the same arguments give the same id. */
  restyle(style: StyleId, patch: FormatPatch): StyleId;
  /** The id of the workbook's default format. */
  readonly defaultStyle: StyleId;
}

/** An open file: its model, and the way back to bytes. */
export interface WorkbookFile {
  readonly model: WorkbookModel;
  /** `xlsx` or `xlsm`: a file stays what it was. */
  readonly kind: 'xlsx' | 'xlsm';
  /**
   * The workbook as bytes. Every part of the input that no call touched is identical in the output;
   * the copy asks Excel for full calculation on load where a cell or formula was changed.
   * @param at the time to stamp in the file's properties; equal models and times give equal bytes.
   * @throws PartLostError where a part of the input would be lost or changed untouched.
   */
  save(at: Date): Promise<Uint8Array>;
}

/** Saving would lose or change parts of the input that nobody touched. */
export class PartLostError extends Error {
  constructor(readonly parts: readonly string[]) {
    super(`Saving would lose or change: ${parts.join(', ')}`);
    this.name = 'PartLostError';
  }
}

/** Why bytes can't be opened as a workbook. */
export type OpenFailure =
  'empty' | 'notAWorkbook' | 'passwordProtected' | 'oldBinary' | 'html' | 'damaged';

export class OpenError extends Error {
  constructor(
    readonly reason: OpenFailure,
    readonly detail: string = '',
  ) {
    super(`Not readable as a workbook: ${reason}${detail ? ` (${detail})` : ''}`);
    this.name = 'OpenError';
  }
}
