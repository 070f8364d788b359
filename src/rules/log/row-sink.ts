import { dayInBytes, dayOfNumber, NO_DAY } from './days';
import { grown, type CellValue, type Interner } from './interner';
import { readHeadings, type LogColumn } from './headings';

/** A heading is looked for in so many rows. */
export const HEADING_ROWS = 40;
const TEXTS = ['unit', 'group', 'account', 'procedure'] as const satisfies readonly LogColumn[];
const SLOTS: readonly LogColumn[] = [...TEXTS, 'day'];
const DAY = SLOTS.indexOf('day');
const MOST_DAYS = 1 << 12;
/** A byte that no day has. */
const OTHER_LETTER = 0xff;

type Columns = [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];

/** The rows of a log as columns of text ids; -1 is nothing. */
export interface TextRows {
  readonly length: number;
  readonly unit: Int32Array;
  readonly group: Int32Array;
  readonly account: Int32Array;
  readonly procedure: Int32Array;
  /** Day numbers; NO_DAY where none could be read. */
  readonly day: Int32Array;
  readonly hasGroup: boolean;
  /** What heads the days; null where the log has no such column. */
  readonly dayHeading: string | null;
}

/** Takes cells row by row: finds the headings, then keeps what stands in the columns they name. */
export class RowSink {
  /** Which slot a column goes to; null until the headings are found. */
  #slots: Int8Array | null = null;
  #first = new Map<number, string>();
  #tried = 0;
  #columns = SLOTS.map(() => new Int32Array(1 << 12)) as Columns;
  readonly #row = new Int32Array(SLOTS.length).fill(-1);
  #length = 0;
  #hasGroup = false;
  #dayHeading: string | null = null;
  readonly #dayBytes = new Uint8Array(40);
  /** Days that came as texts; with times of day each is another, so that not all are kept. */
  readonly #days = new Map<string, number>();

  constructor(readonly interner: Interner) {}

  get isHeaded(): boolean {
    return this.#slots !== null;
  }

  /** No headings in the first rows: this is no log. */
  get isHopeless(): boolean {
    return this.#slots === null && this.#tried >= HEADING_ROWS;
  }

  /** False for columns that nothing is kept of: their cells need not be given. */
  wants(column: number): boolean {
    return this.#slots === null || (this.#slots[column] ?? -1) >= 0;
  }

  /** Cells of this column are days: they go to `dayCell`. */
  isDay(column: number): boolean {
    return this.#slots?.[column] === DAY;
  }

  cell(column: number, text: number): void {
    if (this.#slots) {
      const slot = this.#slots[column] ?? -1;
      if (slot >= 0) this.#row[slot] = text;
    } else if (text >= 0) {
      this.#first.set(column, this.interner.text(text));
    }
  }

  /** A cell of the column of days, as its text's bytes. */
  dayCell(bytes: Uint8Array, from: number, to: number): void {
    this.day(dayInBytes(bytes, from, to));
  }

  /** A cell of the column of days, as the day's number or NO_DAY. */
  day(day: number): void {
    this.#row[DAY] = day;
  }

  /** A cell as a program has it: numbers in the column of days are days. */
  valueCell(column: number, value: CellValue): void {
    if (value === '') return;
    if (!this.isDay(column)) this.cell(column, this.interner.internText(String(value)));
    else this.day(typeof value === 'number' ? dayOfNumber(value) : this.#dayOf(String(value)));
  }

  /**
   * As many rows as a column has values, column by column: of a large sheet they come so.
   * @param columns by their indexes; only once the headings are found
   */
  valueColumns(columns: ReadonlyMap<number, readonly CellValue[]>, rows: number): void {
    const slots = SLOTS.map(() => new Int32Array(rows).fill(NO_DAY)) as Columns;
    for (const [column, values] of columns) {
      const slot = this.#slots?.[column] ?? -1;
      const into = slots[slot];
      if (!into) continue;
      if (slot === DAY) this.#dayColumn(values, into);
      else this.interner.internColumn(values, into);
    }
    const [unit, group, account, procedure, day] = slots;
    for (let i = 0; i < rows; i += 1) {
      this.#append(
        unit[i] as number,
        group[i] as number,
        account[i] as number,
        procedure[i] as number,
        day[i] as number,
      );
    }
  }

  #dayColumn(values: readonly CellValue[], into: Int32Array): void {
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] as CellValue;
      if (value === '') continue;
      into[i] = typeof value === 'number' ? dayOfNumber(value) : this.#dayOf(String(value));
    }
  }

  endRow(): void {
    if (!this.#slots) {
      this.#tryHeadings();
      return;
    }
    const row = this.#row;
    this.#append(
      row[0] as number,
      row[1] as number,
      row[2] as number,
      row[3] as number,
      row[4] as number,
    );
    row[0] = row[1] = row[2] = row[3] = row[4] = NO_DAY;
  }

  /** Each of a million rows comes here: plain code, no closures. */
  #append(unit: number, group: number, account: number, procedure: number, day: number): void {
    // All are below 0: blank rows are no dossiers.
    if ((unit & group & account & procedure & day) < 0) return;
    const at = this.#length;
    if (at === this.#columns[0].length) {
      this.#columns = this.#columns.map((column) => grown(column, at + 1)) as Columns;
    }
    const columns = this.#columns;
    columns[0][at] = unit;
    columns[1][at] = group;
    columns[2][at] = account;
    columns[3][at] = procedure;
    columns[4][at] = day;
    this.#length = at + 1;
  }

  rows(): TextRows {
    const [unit, group, account, procedure, day] = this.#columns.map((column) =>
      column.subarray(0, this.#length),
    ) as Columns;
    const [length, hasGroup, dayHeading] = [this.#length, this.#hasGroup, this.#dayHeading];
    return { length, unit, group, account, procedure, day, hasGroup, dayHeading };
  }

  /** Few days are met again and again. */
  #dayOf(text: string): number {
    const known = this.#days.get(text);
    if (known !== undefined) return known;
    // Days and times are letters of one byte each: what is longer or has others is none.
    const length = Math.min(text.length, this.#dayBytes.length);
    for (let at = 0; at < length; at += 1) {
      this.#dayBytes[at] = Math.min(text.charCodeAt(at), OTHER_LETTER);
    }
    const day = dayInBytes(this.#dayBytes, 0, length);
    if (this.#days.size < MOST_DAYS) this.#days.set(text, day);
    return day;
  }

  #tryHeadings(): void {
    this.#tried += 1;
    const columns = readHeadings(this.#first);
    const texts = this.#first;
    this.#first = new Map();
    if (!columns) return;
    this.#slots = new Int8Array(Math.max(...columns.values()) + 1).fill(-1);
    for (const [which, column] of columns) this.#slots[column] = SLOTS.indexOf(which);
    this.#hasGroup = columns.has('group');
    this.#dayHeading = texts.get(columns.get('day') ?? -1) ?? null;
  }
}
