import { dayInBytes, grown, LogError, type Interner, type RowSink } from '../../rules';
import { LONGEST_TEXT, TextBuffer } from './text-buffer';
import { nameCode, type XmlHandler } from './xml-scanner';

const SI = /* @__PURE__ */ nameCode('si');
const T = /* @__PURE__ */ nameCode('t');
/** How a text is spoken, which is no part of it. */
const PHONETIC = /* @__PURE__ */ nameCode('rPh');
const SST = /* @__PURE__ */ nameCode('sst');
const UNKNOWN = -2;
const MOST_RESERVED = 1 << 26;
/** A string of one piece, as nearly all are. */
const [BEGIN, END] = ['<si><t>', '</t></si>'].map((mark) =>
  Uint8Array.from(mark, (letter) => letter.charCodeAt(0)),
) as [Uint8Array, Uint8Array];
const [AMPERSAND, LT] = [38, 60];

/**
 * A workbook's shared strings as bytes. A string's index is an id already; the texts that a log uses
 * are interned once each, so that two indexes of one text, and inline strings, are one id.
 */
export class SharedStrings implements XmlHandler {
  #bytes = new Uint8Array(1 << 16);
  #ends = new Uint32Array(1 << 10);
  #ids: Int32Array | null = null;
  #days: Int32Array | null = null;
  #count = 0;
  readonly #text = new TextBuffer();
  #isText = false;
  #isPhonetic = false;

  constructor(private readonly interner: Interner) {}

  /**
   * Room for all texts at once: growing would leave as much behind to be collected. What is not written
   * takes no memory.
   * @param most bytes of the part that holds them; texts are shorter
   */
  reserve(most: number): void {
    this.#bytes = new Uint8Array(Math.min(most, MOST_RESERVED));
  }

  /** The interned id of a string. @throws LogError where there is no such string */
  id(index: number): number {
    const ids = (this.#ids ??= new Int32Array(this.#count).fill(UNKNOWN));
    const known = ids[index];
    if (known === undefined) throw new LogError('damaged');
    if (known !== UNKNOWN) return known;
    const id = this.interner.intern(this.#bytes, this.#start(index), this.#ends[index] as number);
    ids[index] = id;
    return id;
  }

  /** Gives a string that is a day to a sink. @throws LogError where there is no such string */
  dayCell(index: number, sink: RowSink): void {
    const days = (this.#days ??= new Int32Array(this.#count).fill(UNKNOWN));
    let day = days[index];
    if (day === undefined) throw new LogError('damaged');
    if (day === UNKNOWN) {
      day = dayInBytes(this.#bytes, this.#start(index), this.#ends[index] as number);
      days[index] = day;
    }
    sink.day(day);
  }

  skim(within: number, bytes: Uint8Array, start: number): number {
    if (within !== SST || this.#isText || this.#isPhonetic) return start;
    for (let at = start; ;) {
      const from = at + BEGIN.length;
      if (from > bytes.length || !stands(BEGIN, bytes, at)) return at;
      let to = from;
      while (to < bytes.length && bytes[to] !== LT && bytes[to] !== AMPERSAND) to += 1;
      if (to + END.length > bytes.length || !stands(END, bytes, to)) return at;
      if (to - from > LONGEST_TEXT) return at;
      this.#add(bytes, from, to);
      at = to + END.length;
    }
  }

  #start(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] as number);
  }

  open(name: number): void {
    if (name === SI) this.#text.clear();
    else if (name === T) this.#isText = !this.#isPhonetic;
    else if (name === PHONETIC) this.#isPhonetic = true;
  }

  text(bytes: Uint8Array, from: number, to: number, verbatim: boolean): void {
    if (this.#isText) this.#text.add(bytes, from, to, verbatim);
  }

  close(name: number): void {
    if (name === T) this.#isText = false;
    else if (name === PHONETIC) this.#isPhonetic = false;
    else if (name === SI) this.#end();
  }

  #end(): void {
    this.#add(this.#text.bytes, 0, this.#text.length);
  }

  #add(bytes: Uint8Array, from: number, to: number): void {
    let end = this.#start(this.#count);
    if (end + to - from > this.#bytes.length) this.#bytes = grown(this.#bytes, end + to - from);
    if (this.#count === this.#ends.length) this.#ends = grown(this.#ends, this.#count + 1);
    // Short texts are copied faster than they are handed over.
    const own = this.#bytes;
    for (let at = from; at < to; at += 1, end += 1) own[end] = bytes[at] as number;
    this.#ends[this.#count] = end;
    this.#count += 1;
  }
}

function stands(mark: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < mark.length; i += 1) if (bytes[at + i] !== mark[i]) return false;
  return true;
}
