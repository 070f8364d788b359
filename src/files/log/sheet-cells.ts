import { LogError, type RowSink } from '../../rules';
import { CellSkimmer, LAST_COLUMN } from './cell-skimmer';
import type { SharedStrings } from './shared-strings';
import { TextBuffer } from './text-buffer';
import { nameCode, type XmlHandler } from './xml-scanner';

const SHEET_DATA = /* @__PURE__ */ nameCode('sheetData');
const ROW = /* @__PURE__ */ nameCode('row');
const CELL = /* @__PURE__ */ nameCode('c');
const VALUE = /* @__PURE__ */ nameCode('v');
const TEXT = /* @__PURE__ */ nameCode('t');
const PHONETIC = /* @__PURE__ */ nameCode('rPh');

const EQUALS = 61;
const LOWER_R = 114;
const LOWER_T = 116;
const LOWER_S = 115;

/** Gives the cells of a sheet's XML to a sink. */
export class SheetCells implements XmlHandler {
  #isData = false;
  #column = -1;
  /** Cells that are open: one at most, unless the sheet is odd. */
  #cells = 0;
  #isWanted = false;
  #isShared = false;
  #hasValue = false;
  /** Whether text belongs to the cell's value. */
  #isValue = false;
  #isPhonetic = false;
  readonly #text = new TextBuffer();
  readonly #skimmer: CellSkimmer;

  constructor(
    private readonly sink: RowSink,
    private readonly strings: SharedStrings,
  ) {
    this.#skimmer = new CellSkimmer(sink, strings);
  }

  skim(within: number, bytes: Uint8Array, at: number): number {
    if (within !== ROW || !this.#isData) return at;
    if (this.#cells > 0 || this.#isPhonetic || this.#isValue) return at;
    const end = this.#skimmer.skim(bytes, at, this.#column);
    this.#column = this.#skimmer.column;
    return end;
  }

  open(name: number, bytes: Uint8Array, from: number, to: number): void {
    if (name === CELL && this.#isData) {
      this.#column += 1;
      this.#cells += 1;
      this.#isShared = false;
      this.#hasValue = false;
      this.#text.clear();
      this.#readAttributes(bytes, from, to);
      this.#isWanted = this.sink.wants(this.#column);
    } else if (name === VALUE || name === TEXT) {
      this.#isValue = this.#isWanted && !this.#isPhonetic;
      this.#hasValue ||= this.#isValue;
    } else if (name === ROW) {
      this.#column = -1;
    } else if (name === PHONETIC) {
      this.#isPhonetic = true;
    } else if (name === SHEET_DATA) {
      this.#isData = true;
    }
  }

  text(bytes: Uint8Array, from: number, to: number, verbatim: boolean): void {
    if (this.#isValue) this.#text.add(bytes, from, to, verbatim);
  }

  close(name: number): void {
    if (name === VALUE || name === TEXT) {
      this.#isValue = false;
    } else if (name === CELL && this.#isData) {
      this.#cells -= 1;
      if (this.#hasValue) this.#give();
      this.#isWanted = false;
    } else if (name === ROW && this.#isData) {
      this.sink.endRow();
    } else if (name === PHONETIC) {
      this.#isPhonetic = false;
    } else if (name === SHEET_DATA) {
      this.#isData = false;
    }
  }

  #give(): void {
    const { bytes, length } = this.#text;
    const { sink } = this;
    const column = this.#column;
    if (sink.isDay(column)) {
      if (this.#isShared) this.strings.dayCell(this.#index(), sink);
      else sink.dayCell(bytes, 0, length);
    } else if (this.#isShared) {
      sink.cell(column, this.strings.id(this.#index()));
    } else {
      sink.cell(column, sink.interner.intern(bytes, 0, length));
    }
  }

  /** A shared string's index, from the cell's text. */
  #index(): number {
    const { bytes, length } = this.#text;
    let index = 0;
    for (let at = 0; at < length; at += 1) {
      const digit = (bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) throw new LogError('damaged');
      index = index * 10 + digit;
    }
    if (length === 0) throw new LogError('damaged');
    return index;
  }

  /** `r` gives the column (cells without one follow the cell before), `t` the type. */
  #readAttributes(bytes: Uint8Array, start: number, to: number): void {
    let at = start;
    while (at < to) {
      while (at < to && (bytes[at] as number) <= 32) at += 1;
      const name = bytes[at];
      const nameFrom = at;
      while (at < to && bytes[at] !== EQUALS) at += 1;
      const isOneLetter = at - nameFrom === 1;
      while (at < to && bytes[at] !== 34 && bytes[at] !== 39) at += 1;
      const quote = bytes[at];
      const from = at + 1;
      at = from;
      while (at < to && bytes[at] !== quote) at += 1;
      if (isOneLetter && name === LOWER_R) this.#readAddress(bytes, from, at);
      if (isOneLetter && name === LOWER_T) {
        this.#isShared = at - from === 1 && bytes[from] === LOWER_S;
      }
      at += 1;
    }
  }

  #readAddress(bytes: Uint8Array, from: number, to: number): void {
    let column = 0;
    for (let at = from; at < to; at += 1) {
      const letter = (bytes[at] as number) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
      if (column > LAST_COLUMN) throw new LogError('damaged');
    }
    if (column > 0) this.#column = column - 1;
  }
}
