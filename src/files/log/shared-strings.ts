import { grown, LogError, type Interner, type RowSink } from '../../rules';
import { TextBuffer } from './text-buffer';
import { nameCode, type XmlHandler } from './xml-scanner';

const SI = /* @__PURE__ */ nameCode('si');
const T = /* @__PURE__ */ nameCode('t');
/** How a text is spoken, which is no part of it. */
const PHONETIC = /* @__PURE__ */ nameCode('rPh');
const UNKNOWN = -2;

/**
 * A workbook's shared strings as bytes. A string's index is an id already; the texts that a log uses
 * are interned once each, so that two indexes of one text, and inline strings, are one id.
 */
export class SharedStrings implements XmlHandler {
  #bytes = new Uint8Array(1 << 16);
  #ends = new Uint32Array(1 << 10);
  #ids: Int32Array | null = null;
  #count = 0;
  readonly #text = new TextBuffer();
  #isText = false;
  #isPhonetic = false;

  constructor(private readonly interner: Interner) {}

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
    if (!(index < this.#count)) throw new LogError('damaged');
    sink.dayCell(this.#bytes, this.#start(index), this.#ends[index] as number);
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
    const start = this.#start(this.#count);
    const end = start + this.#text.length;
    if (end > this.#bytes.length) this.#bytes = grown(this.#bytes, end);
    if (this.#count === this.#ends.length) this.#ends = grown(this.#ends, this.#count + 1);
    this.#bytes.set(this.#text.bytes.subarray(0, this.#text.length), start);
    this.#ends[this.#count] = end;
    this.#count += 1;
  }
}
