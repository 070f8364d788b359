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
    sheet(index: number): unknown;
  }

  const library: { fromBlankAsync(): Promise<LibraryWorkbook> };
  export default library;
}

declare module 'xlsx-populate/lib/StyleSheet' {
  import type { LibraryNode, LibraryStyleSheet } from 'xlsx-populate';

  const StyleSheet: new (node: LibraryNode) => LibraryStyleSheet;
  export default StyleSheet;
}
