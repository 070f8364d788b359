import type { Place } from '../../rules';
import type { OurSheet } from '../ours';
import type { Area } from '../read/workbook';

/** A formula, "=…": texts that begin so are texts. */
export interface Formula {
  readonly formula: string;
}

/** A cell's value as we write it; null leaves it empty. */
export type DocValue = string | number | Formula | null;

export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  readonly vertical?: 'Top' | 'Center';
  readonly wrap?: boolean;
  readonly numberFormat?: string;
  readonly border?: boolean;
  /** `#RRGGBB`. */
  readonly fill?: string;
}

export interface StyledArea {
  readonly area: Area;
  readonly style: CellStyle;
}

/** A place on a sheet, in points from its corner. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A bar for each label, the first on top. */
export interface DocChart {
  readonly title: string;
  readonly series: string;
  readonly labels: Area;
  readonly values: Area;
  /** The cells that it lies over. */
  readonly over: Area;
  /** Where the user moved it to instead. */
  readonly at?: Frame;
}

/** What a sheet holds, as data: however it is written. Rows and columns count from 0. */
export interface SheetContent {
  readonly landscape: boolean;
  /** In characters of the sheet's font. */
  readonly widths: readonly number[];
  /** Every row as wide as the sheet. */
  readonly values: readonly (readonly DocValue[])[];
  readonly styles: readonly StyledArea[];
  readonly merges: readonly Area[];
  readonly links: readonly { readonly row: number; readonly column: number; readonly to: Place }[];
  /** In points: of every row, neighbours of one height together. */
  readonly heights: readonly {
    readonly row: number;
    readonly rows: number;
    readonly points: number;
  }[];
  /** Repeated on each printed page, and frozen on the screen with all above; null for none. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  /** So many columns are printed; all where it is absent. */
  readonly printColumns?: number;
  /** First rows of printed pages after the first; Excel may pass over them. */
  readonly breaks?: readonly number[];
  /** Absent in what was written before there were charts. */
  readonly chart?: DocChart | null;
}

/** A sheet of ours. */
export interface SheetDoc extends SheetContent {
  /** Rows of the sheet as it stands whose cells, in our columns, are all in this document too. */
  readonly carried?: readonly { readonly row: number; readonly rows: number }[];
  readonly kind: OurSheet;
  readonly name: string;
}

/** Vietnamese habit: "." groups thousands and "," marks decimals, whatever Excel's language. */
export const FORMATS = {
  count: '[$-42A]#,##0',
  points: '[$-42A]0.00',
  percent: '[$-42A]0.00%',
} as const;

export function percentFormat(decimals: number): string {
  return `[$-42A]0.${'0'.repeat(decimals)}%`;
}

const FONT_SIZE = 12;
/** Height of a line, and of the least row, by the size of its letters. */
const LINE = 1.32;
const LEAST_ROW = 19.5;
/** Excel keeps heights in whole pixels. */
const PIXEL = 0.75;
/** What Excel allows: it refuses the whole write beyond. */
const TALLEST_ROW = 409;
const LONGEST_TEXT = 32_767;

export type PageOptions = Pick<SheetContent, 'landscape' | 'titleRows'>;

/** A text that is too long for a cell ends in "…". */
function fitting(value: DocValue): DocValue {
  if (typeof value !== 'string' || value.length <= LONGEST_TEXT) return value;
  return `${value.slice(0, LONGEST_TEXT - 1)}…`;
}

/** Builds a sheet from the top down; rows are made tall enough for their wrapped texts. */
export class DocBuilder {
  readonly #values: DocValue[][] = [];
  readonly #styles: StyledArea[] = [];
  readonly #merges: Area[] = [];
  readonly #links: SheetDoc['links'][number][] = [];
  readonly #heights = new Map<number, number>();

  constructor(
    readonly widths: readonly number[],
    private readonly leastRow = LEAST_ROW,
  ) {}

  /** Of all rows, in points. */
  get height(): number {
    return this.#runsOfHeights().reduce((sum, { rows, points }) => sum + rows * points, 0);
  }

  /** The index of the row that comes next. */
  get next(): number {
    return this.#values.length;
  }

  /**
   * Adds a row; what is left of it stays empty. Answers its index.
   * @param size of its letters, where they are styled later
   */
  row(
    values: readonly DocValue[] = [],
    style?: CellStyle,
    size: number = style?.size ?? FONT_SIZE,
  ): number {
    const at = this.next;
    this.#values.push(this.widths.map((_, column) => fitting(values[column] ?? null)));
    if (style) this.style(at, 0, 1, this.widths.length, style);
    values.forEach((value, column) => {
      if (typeof value === 'string') this.#fit(at, value, column, 1, size);
    });
    return at;
  }

  /** Adds empty rows, so many points in all. */
  space(points: number): void {
    for (let left = points; left >= PIXEL; left -= TALLEST_ROW) {
      this.#heights.set(this.row(), Math.min(Math.floor(left / PIXEL) * PIXEL, TALLEST_ROW));
    }
  }

  /** Adds a row with one text merged over some columns. */
  text(text: string, style: CellStyle, from = 0, columns = this.widths.length - from): number {
    const at = this.row([]);
    this.put(at, text, style, from, columns);
    return at;
  }

  /** Puts a merged text into a row that is there already. */
  put(row: number, text: string, style: CellStyle, from: number, columns: number): void {
    const values = this.#values[row];
    if (values) values[from] = fitting(text);
    if (columns > 1) this.merge(row, from, 1, columns);
    this.style(row, from, 1, columns, { wrap: true, ...style });
    this.#fit(row, text, from, columns, style.size ?? FONT_SIZE);
  }

  /** Puts a value into one cell of a row that is there already. */
  set(row: number, column: number, value: DocValue, style: CellStyle): void {
    const values = this.#values[row];
    if (values) values[column] = value;
    this.style(row, column, 1, 1, style);
  }

  /** Puts a text that runs over its empty neighbours on the right, which stay cells of their own. */
  over(row: number, text: string, from: number, size: number): void {
    const values = this.#values[row];
    if (values) values[from] = fitting(text);
    this.#fit(row, text, from, this.widths.length - from, size);
  }

  style(row: number, column: number, rows: number, columns: number, style: CellStyle): void {
    if (rows > 0) this.#styles.push({ area: { row, column, rows, columns }, style });
  }

  merge(row: number, column: number, rows: number, columns: number): void {
    this.#merges.push({ row, column, rows, columns });
  }

  link(row: number, column: number, to: Place): void {
    this.#links.push({ row, column, to });
  }

  done(kind: OurSheet, name: string, options: PageOptions): SheetDoc {
    return { kind, name, ...this.content(options) };
  }

  /** The content alone, for a sheet that isn't ours once it is made. */
  content(options: PageOptions): SheetContent {
    return {
      ...options,
      widths: this.widths,
      values: this.#values,
      styles: this.#styles,
      merges: this.#merges,
      links: this.#links,
      heights: this.#runsOfHeights(),
    };
  }

  /** Makes a row as tall as a text needs in the columns it may take. */
  #fit(row: number, text: string, from: number, columns: number, size: number): void {
    const width = this.widths.slice(from, from + columns).reduce((sum, each) => sum + each, 0);
    const perLine = Math.max(1, (width * FONT_SIZE) / size);
    const lines = Math.max(1, Math.ceil(text.length / perLine));
    const points = Math.ceil((lines * size * LINE + 3) / PIXEL) * PIXEL;
    const height = Math.max(points, this.#heights.get(row) ?? this.leastRow);
    this.#heights.set(row, Math.min(height, TALLEST_ROW));
  }

  /** Neighbouring rows of one height together. */
  #runsOfHeights(): SheetDoc['heights'] {
    const runs: { row: number; rows: number; points: number }[] = [];
    for (let row = 0; row < this.next; row += 1) {
      const points = this.#heights.get(row) ?? this.leastRow;
      const last = runs.at(-1);
      if (last?.points === points) last.rows += 1;
      else runs.push({ row, rows: 1, points });
    }
    return runs;
  }
}
