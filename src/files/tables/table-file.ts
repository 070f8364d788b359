/** A sheet of a file as plain data; rows and columns count from 0. */
export interface FileSheet {
  readonly name: string;
  readonly visible: boolean;
  /** Where the first value stands. */
  readonly row: number;
  readonly column: number;
  /** Empty cells are "", error values their text; a formula without its value is "#GETTING_DATA". */
  readonly values: readonly (readonly (string | number | boolean)[])[];
  readonly merges: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  }[];
  /** Formats of numbers other than the usual one, by their place among the values. */
  readonly formats: readonly {
    readonly row: number;
    readonly column: number;
    readonly format: string;
  }[];
  /** Names of the sheet's own, with what they stand for. */
  readonly names: readonly { readonly name: string; readonly formula: string }[];
}

/** Why a file can't be read as tables. */
export type TableFileFault =
  | 'empty'
  | 'notATable'
  | 'notUtf8'
  | 'html'
  | 'oldBinary'
  | 'passwordProtected'
  | 'tooLarge'
  | 'damaged';

/** The file can't be read as tables; words for the user are in `words.TABLE_FILE_FAULTS`. */
export class TableFileError extends Error {
  constructor(readonly fault: TableFileFault) {
    super(fault);
    this.name = 'TableFileError';
  }
}

/** More cells than any report has: what claims more is refused before it is unfolded. */
export const MOST_CELLS = 500_000;
