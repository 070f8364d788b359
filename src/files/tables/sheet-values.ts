import { LogError } from '../../rules';
import { TextBuffer } from '../log/text-buffer';
import { nameCode, type XmlHandler } from '../log/xml-scanner';
import { MOST_CELLS, TableFileError, type FileSheet } from './table-file';

const SHEET_DATA = nameCode('sheetData');
const ROW = nameCode('row');
const CELL = nameCode('c');
const VALUE = nameCode('v');
const FORMULA = nameCode('f');
const TEXT = nameCode('t');
const PHONETIC = nameCode('rPh');
const MERGE = nameCode('mergeCell');

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const ADDRESS = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;

type Value = FileSheet['values'][number][number];
type Cell = { readonly row: number; readonly column: number; readonly value: Value };

/** Where the parts of a workbook that cells refer to are kept. */
export interface CellParts {
  /** The shared string of an index. */
  readonly text: (index: number) => string;
  /** The number format of a style; null for the usual one. */
  readonly format: (style: number) => string | null;
}

/** Collects the values, merges and formats of a sheet's XML. */
export class SheetValues implements XmlHandler {
  readonly #cells: Cell[] = [];
  readonly #formats: FileSheet['formats'][number][] = [];
  readonly #merges: FileSheet['merges'][number][] = [];
  readonly #text = new TextBuffer();
  #isData = false;
  #isValue = false;
  #isPhonetic = false;
  #hasFormula = false;
  #hasValue = false;
  #row = -1;
  #column = -1;
  #type = '';
  #style = 0;

  constructor(private readonly parts: CellParts) {}

  open(name: number, bytes: Uint8Array, from: number, to: number): void {
    if (name === ROW && this.#isData) {
      const row = Number(attributes(bytes, from, to).get('r') ?? this.#row + 2);
      if (!(row >= 1 && row <= LAST_ROW)) throw new LogError('damaged');
      this.#row = row - 1;
      this.#column = -1;
    } else if (name === CELL && this.#isData) {
      this.#openCell(attributes(bytes, from, to));
    } else if (name === VALUE || name === TEXT) {
      this.#isValue = !this.#isPhonetic;
      this.#hasValue ||= this.#isValue;
    } else if (name === FORMULA) {
      this.#hasFormula = true;
    } else if (name === PHONETIC) {
      this.#isPhonetic = true;
    } else if (name === MERGE) {
      this.#addMerge(attributes(bytes, from, to).get('ref') ?? '');
    } else if (name === SHEET_DATA) {
      this.#isData = true;
    }
  }

  text(bytes: Uint8Array, from: number, to: number, verbatim: boolean): void {
    if (this.#isValue) this.#text.add(bytes, from, to, verbatim);
  }

  close(name: number): void {
    if (name === VALUE || name === TEXT) this.#isValue = false;
    else if (name === PHONETIC) this.#isPhonetic = false;
    else if (name === SHEET_DATA) this.#isData = false;
    else if (name === CELL && this.#isData) this.#closeCell();
  }

  /** @throws TableFileError where a few cells far apart would make a sheet of many millions */
  sheet(): Pick<FileSheet, 'row' | 'column' | 'values' | 'merges' | 'formats'> {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const { row, column } of this.#cells) {
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
    const merges = this.#merges;
    if (bottom < 0) return { row: 0, column: 0, values: [], merges, formats: [] };
    const [rows, columns] = [bottom - top + 1, right - left + 1];
    if (rows * columns > MOST_CELLS) throw new TableFileError('tooLarge');
    const values = Array.from({ length: rows }, () => new Array<Value>(columns).fill(''));
    for (const { row, column, value } of this.#cells) {
      (values[row - top] as Value[])[column - left] = value;
    }
    const formats = this.#formats.map((each) => ({
      ...each,
      row: each.row - top,
      column: each.column - left,
    }));
    return { row: top, column: left, values, merges, formats };
  }

  #openCell(own: ReadonlyMap<string, string>): void {
    const address = own.get('r');
    this.#column = address === undefined ? this.#column + 1 : cellOf(address).column;
    this.#type = own.get('t') ?? 'n';
    this.#style = Number(own.get('s') ?? 0);
    this.#hasFormula = false;
    this.#hasValue = false;
    this.#text.clear();
  }

  #closeCell(): void {
    const at = { row: Math.max(0, this.#row), column: this.#column };
    const value = this.#valueOf();
    if (value === '') return;
    if (this.#cells.length === MOST_CELLS) throw new TableFileError('tooLarge');
    this.#cells.push({ ...at, value });
    const format = typeof value === 'number' ? this.parts.format(this.#style) : null;
    if (format !== null) this.#formats.push({ ...at, format });
  }

  #valueOf(): Value {
    if (!this.#hasValue) return this.#hasFormula ? '#GETTING_DATA' : '';
    const { bytes, length } = this.#text;
    const shown = new TextDecoder().decode(bytes.subarray(0, length));
    if (this.#type === 's') return this.parts.text(Number(shown));
    if (this.#type === 'b') return shown.trim() === '1';
    if (this.#type !== 'n') return shown;
    if (shown.trim() === '') return '';
    const number = Number(shown);
    if (Number.isNaN(number)) throw new LogError('damaged');
    return number;
  }

  #addMerge(ref: string): void {
    const [from = '', to = from] = ref.split(':');
    const [first, last] = [cellOf(from), cellOf(to)];
    this.#merges.push({
      ...first,
      rows: last.row - first.row + 1,
      columns: last.column - first.column + 1,
    });
  }
}

function cellOf(address: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = ADDRESS.exec(address) ?? [];
  const column = [...letters.toUpperCase()].reduce(
    (n, each) => n * 26 + each.charCodeAt(0) - 64,
    0,
  );
  const row = Number(digits);
  if (column < 1 || column > LAST_COLUMN || row < 1 || row > LAST_ROW) {
    throw new LogError('damaged');
  }
  return { row: row - 1, column: column - 1 };
}

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributes(bytes: Uint8Array, from: number, to: number): Map<string, string> {
  const text = new TextDecoder().decode(bytes.subarray(from, to));
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  );
}
