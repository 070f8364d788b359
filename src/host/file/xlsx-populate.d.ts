/**
 * What this folder uses of xlsx-populate 1.21.0, which ships no types. Names with an underscore are
 * its internals: its public calls drop stored values of formulas and make a format per cell.
 */
declare module 'xlsx-populate' {
  export interface LibraryNode {
    name: string;
    attributes: Record<string, string | number | null | undefined>;
    children: (LibraryNode | string | number)[];
  }

  export interface LibraryCell {
    _value: string | number | boolean | { error(): string } | undefined;
    _formulaType: string | undefined;
    _formula: string | undefined;
    _formulaRef: string | undefined;
    _sharedFormulaId: number | undefined;
    _styleId: number | undefined;
    columnNumber(): number;
  }

  export interface LibraryRow {
    _node: LibraryNode;
    _cells: (LibraryCell | undefined)[];
    cell(column: number): LibraryCell;
  }

  export interface LibrarySheet {
    _rows: (LibraryRow | undefined)[];
    row(row: number): LibraryRow;
    existingColumnStyleId(column: number): number | undefined;
  }

  export interface LibraryStyle {
    _xfNode: LibraryNode;
    _fontNode: LibraryNode;
    _fillNode: LibraryNode;
    _borderNode: LibraryNode;
    id(): number;
    style(name: string, value: unknown): LibraryStyle;
  }

  export interface LibraryStyleSheet {
    createStyle(source: number): LibraryStyle;
    getNumberFormatCode(id: number): string | undefined;
  }

  export interface LibraryWorkbook {
    sheet(index: number): LibrarySheet;
  }

  const library: { fromBlankAsync(): Promise<LibraryWorkbook> };
  export default library;
}

declare module 'xlsx-populate/lib/Sheet' {
  import type { LibraryNode, LibrarySheet } from 'xlsx-populate';

  const Sheet: new (workbook: null, id: LibraryNode, node: LibraryNode) => LibrarySheet;
  export default Sheet;
}

declare module 'xlsx-populate/lib/StyleSheet' {
  import type { LibraryNode, LibraryStyleSheet } from 'xlsx-populate';

  const StyleSheet: new (node: LibraryNode) => LibraryStyleSheet;
  export default StyleSheet;
}
