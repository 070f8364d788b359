import { grown, type Interner } from './interner';
import { readHeadings, type LogColumn } from './headings';

/** A heading is looked for in so many rows. */
const FIRST_ROWS = 40;
const SLOTS: readonly LogColumn[] = ['unit', 'group', 'account', 'procedure'];

/** The rows of a log as columns of text ids; -1 is nothing. */
export interface TextRows {
  readonly length: number;
  readonly unit: Int32Array;
  readonly group: Int32Array;
  readonly account: Int32Array;
  readonly procedure: Int32Array;
  readonly hasGroup: boolean;
}

/** Takes cells row by row: finds the headings, then keeps what stands in the columns they name. */
export class RowSink {
  /** Which slot a column goes to; null until the headings are found. */
  #slots: Int8Array | null = null;
  #first = new Map<number, string>();
  #tried = 0;
  #columns = SLOTS.map(() => new Int32Array(1 << 12));
  readonly #row = new Int32Array(SLOTS.length).fill(-1);
  #length = 0;
  #hasGroup = false;

  constructor(readonly interner: Interner) {}

  get isHeaded(): boolean {
    return this.#slots !== null;
  }

  /** No headings in the first rows: this is no log. */
  get isHopeless(): boolean {
    return this.#slots === null && this.#tried >= FIRST_ROWS;
  }

  /** False for columns that nothing is kept of: their cells need not be given. */
  wants(column: number): boolean {
    return this.#slots === null || (this.#slots[column] ?? -1) >= 0;
  }

  cell(column: number, text: number): void {
    if (this.#slots) {
      const slot = this.#slots[column] ?? -1;
      if (slot >= 0) this.#row[slot] = text;
    } else if (text >= 0) {
      this.#first.set(column, this.interner.text(text));
    }
  }

  endRow(): void {
    if (!this.#slots) {
      this.#tryHeadings();
      return;
    }
    const row = this.#row;
    // Blank rows are no dossiers.
    if (row.some((text) => text >= 0)) {
      const at = this.#length;
      if (at === this.#columns[0]?.length) {
        this.#columns = this.#columns.map((column) => grown(column, at + 1));
      }
      for (let slot = 0; slot < SLOTS.length; slot += 1) {
        (this.#columns[slot] as Int32Array)[at] = row[slot] as number;
      }
      this.#length += 1;
    }
    row.fill(-1);
  }

  rows(): TextRows {
    const [unit, group, account, procedure] = this.#columns.map((column) =>
      column.subarray(0, this.#length),
    ) as [Int32Array, Int32Array, Int32Array, Int32Array];
    return { length: this.#length, unit, group, account, procedure, hasGroup: this.#hasGroup };
  }

  #tryHeadings(): void {
    this.#tried += 1;
    const columns = readHeadings(this.#first);
    this.#first = new Map();
    if (!columns) return;
    this.#slots = new Int8Array(Math.max(...columns.values()) + 1).fill(-1);
    for (const [which, column] of columns) this.#slots[column] = SLOTS.indexOf(which);
    this.#hasGroup = columns.has('group');
  }
}
