/** Gives equal texts equal ids, from their UTF-8 bytes: no string is made for a text seen before. */
export class Interner {
  #bytes = new Uint8Array(1 << 16);
  #ends = new Uint32Array(1 << 10);
  /**
   * A slot is read at once: an id plus one (0 is free); a text's hash, where it begins, its length. Of
   * a number its digits stand there whole, so that its bytes, which lie elsewhere, aren't asked: the
   * low nine, the high ones, and its length plus NUMBER.
   */
  #table = new Int32Array(1 << 12);
  /** What `#readDigits` read. */
  #low = 0;
  #high = 0;
  #size = 0;
  /** Texts that came as strings, and the bytes that a string is written into. */
  readonly #texts = new Map<string, number>();
  #written = new Uint8Array(1 << 10);
  readonly #encoder = new TextEncoder();
  readonly #recent: string[] = new Array<string>(RECENT).fill('');
  readonly #recentIds = new Int32Array(RECENT);
  /** The halves of numbers that were read and aren't looked up yet. */
  readonly #halves = [new Int32Array(AT_ONCE), new Int32Array(AT_ONCE)] as const;

  /** Ids are below this. */
  get size(): number {
    return this.#size;
  }

  /** The id of the text in some bytes, without spaces around it; -1 where nothing is left. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    let from = start;
    let to = end;
    while (from < to && isSpace(bytes[from] as number)) from += 1;
    while (to > from && isSpace(bytes[to - 1] as number)) to -= 1;
    if (from === to) return -1;
    let hash = FIRST_HASH;
    for (let at = from; at < to; at += 1) hash = hashed(hash, bytes[at] as number);
    return this.#idOf(bytes, from, to, hash);
  }

  /** The id of a text that came as a string. */
  internText(text: string): number {
    const { length } = text;
    if (length === 0) return -1;
    // Accounts are mostly numbers, and many.
    if (length <= MOST_DIGITS && this.#readNumber(text)) return this.#idOfNumber(text);
    // Plain letters: their bytes and their hash are there at once.
    if (length <= this.#written.length) {
      const written = this.#written;
      let hash = FIRST_HASH;
      let at = 0;
      for (; at < length; at += 1) {
        const code = text.charCodeAt(at);
        if (code > 0x7f) break;
        written[at] = code;
        hash = hashed(hash, code);
      }
      if (at === length) {
        const isTrimmed = !isSpace(written[0] as number) && !isSpace(written[at - 1] as number);
        return isTrimmed ? this.#idOf(written, 0, at, hash) : this.intern(written, 0, at);
      }
    }
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    // No letter takes more than three bytes of UTF-8 for each of its units.
    if (length * 3 > this.#written.length) this.#written = grown(this.#written, length * 3);
    const { written } = this.#encoder.encodeInto(text, this.#written);
    const id = this.intern(this.#written, 0, written);
    this.#texts.set(text, id);
    return id;
  }

  /**
   * The ids of a column's values; -1 where nothing is.
   * @param into takes them, as many as there are values
   */
  internColumn(values: readonly CellValue[], into: Int32Array): void {
    // A column of few texts meets them again and again; one of many is only slowed down by looking.
    let met = 0;
    for (let i = 0; i < values.length; i += 1) {
      const text = textOf(values[i] as CellValue);
      if (text === '') {
        into[i] = -1;
        continue;
      }
      const slot = recentSlot(text);
      if (this.#recent[slot] === text) met += 1;
      else {
        this.#recent[slot] = text;
        this.#recentIds[slot] = this.internText(text);
      }
      into[i] = this.#recentIds[slot] as number;
      if (i === TRIED && met * 2 <= i) {
        this.#internMany(values, i + 1, into);
        return;
      }
    }
  }

  /**
   * The rest of a column of many texts. Numbers are read some at a time and looked up after: what waits
   * for memory, the table, then waits for several at once.
   */
  #internMany(values: readonly CellValue[], first: number, into: Int32Array): void {
    const [lows, highs] = this.#halves;
    for (let from = first; from < values.length; from += AT_ONCE) {
      const to = Math.min(values.length, from + AT_ONCE);
      for (let i = from; i < to; i += 1) {
        const text = textOf(values[i] as CellValue);
        const isNumber = text !== '' && text.length <= MOST_DIGITS && this.#readNumber(text);
        lows[i - from] = isNumber ? this.#low : NO_NUMBER;
        highs[i - from] = this.#high;
      }
      for (let i = from; i < to; i += 1) {
        const text = textOf(values[i] as CellValue);
        this.#low = lows[i - from] as number;
        this.#high = highs[i - from] as number;
        into[i] = this.#low === NO_NUMBER ? this.internText(text) : this.#idOfNumber(text);
      }
    }
  }

  #idOf(bytes: Uint8Array, from: number, to: number, sum: number): number {
    if (to - from <= MOST_DIGITS && this.#readDigits(bytes, from, to)) {
      const slot = this.#slotOfNumber(to - from);
      const id = (this.#table[slot] as number) - 1;
      return id >= 0 ? id : this.#addNumber(bytes, from, to, slot);
    }
    const hash = sum ^ (sum >>> 15);
    const table = this.#table;
    const mask = table.length - SLOT;
    let slot = (hash << 2) & mask;
    for (;;) {
      const id = (table[slot] as number) - 1;
      if (id < 0) return this.#add(bytes, from, to, slot, hash, this.#start(this.#size), to - from);
      if (table[slot + 1] === hash && table[slot + 3] === to - from) {
        if (this.#isSame(table[slot + 2] as number, bytes, from, to)) return id;
      }
      slot = (slot + SLOT) & mask;
    }
  }

  /** The id of the number that was read last, by its text. */
  #idOfNumber(text: string): number {
    const slot = this.#slotOfNumber(text.length);
    const id = (this.#table[slot] as number) - 1;
    if (id >= 0) return id;
    const written = this.#written;
    for (let at = 0; at < text.length; at += 1) written[at] = text.charCodeAt(at);
    return this.#addNumber(written, 0, text.length, slot);
  }

  /** Reads a text of digits only, the last nine and those before; false for any other. */
  #readDigits(bytes: Uint8Array, from: number, to: number): boolean {
    let low = 0;
    let high = 0;
    for (let at = from; at < to; at += 1) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9) return false;
      if (to - at > HALF) high = high * 10 + digit;
      else low = low * 10 + digit;
    }
    this.#low = low;
    this.#high = high;
    return true;
  }

  /** As `#readDigits`, of a string: to write it as bytes first would take as long again. */
  #readNumber(text: string): boolean {
    const { length } = text;
    let low = 0;
    let high = 0;
    for (let at = 0; at < length; at += 1) {
      const digit = text.charCodeAt(at) - ZERO;
      if (digit < 0 || digit > 9) return false;
      if (length - at > HALF) high = high * 10 + digit;
      else low = low * 10 + digit;
    }
    this.#low = low;
    this.#high = high;
    return true;
  }

  /** Where the number that was read last stands, or would stand. */
  #slotOfNumber(length: number): number {
    const low = this.#low;
    const high = this.#high;
    const table = this.#table;
    const mask = table.length - SLOT;
    let slot = (hashOfNumber(low, high) << 2) & mask;
    while (table[slot] !== 0) {
      if (
        table[slot + 1] === low &&
        table[slot + 2] === high &&
        table[slot + 3] === length + NUMBER
      ) {
        break;
      }
      slot = (slot + SLOT) & mask;
    }
    return slot;
  }

  #addNumber(bytes: Uint8Array, from: number, to: number, slot: number): number {
    return this.#add(bytes, from, to, slot, this.#low, this.#high, to - from + NUMBER);
  }

  text(id: number): string {
    return new TextDecoder().decode(this.#bytes.subarray(this.#start(id), this.#ends[id]));
  }

  /** Which of two texts comes first, by their bytes. */
  compare(x: number, y: number): number {
    const [a, b] = [this.#start(x), this.#start(y)];
    const length = Math.min((this.#ends[x] as number) - a, (this.#ends[y] as number) - b);
    for (let i = 0; i < length; i += 1) {
      const difference = (this.#bytes[a + i] as number) - (this.#bytes[b + i] as number);
      if (difference !== 0) return difference;
    }
    return (this.#ends[x] as number) - a - ((this.#ends[y] as number) - b);
  }

  #start(id: number): number {
    return id === 0 ? 0 : (this.#ends[id - 1] as number);
  }

  #isSame(start: number, bytes: Uint8Array, from: number, to: number): boolean {
    const own = this.#bytes;
    for (let at = from, of = start; at < to; at += 1, of += 1) {
      if (own[of] !== bytes[at]) return false;
    }
    return true;
  }

  /** @param slot a free one, which takes the three integers that follow */
  #add(
    bytes: Uint8Array,
    from: number,
    to: number,
    slot: number,
    first: number,
    second: number,
    third: number,
  ): number {
    const id = this.#size;
    const start = this.#start(id);
    const end = start + to - from;
    if (end > this.#bytes.length) this.#bytes = grown(this.#bytes, end);
    if (id === this.#ends.length) this.#ends = grown(this.#ends, id + 1);
    // Short texts are copied faster than they are handed over.
    const own = this.#bytes;
    for (let at = from, of = start; of < end; at += 1, of += 1) own[of] = bytes[at] as number;
    this.#ends[id] = end;
    this.#table[slot] = id + 1;
    this.#table[slot + 1] = first;
    this.#table[slot + 2] = second;
    this.#table[slot + 3] = third;
    this.#size += 1;
    if (this.#size * SLOT > this.#table.length * MOST_FULL) this.#rehash();
    return id;
  }

  #rehash(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2);
    const mask = table.length - SLOT;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from] === 0) continue;
      const [first, second] = [old[from + 1] as number, old[from + 2] as number];
      const isNumber = (old[from + 3] as number) >= NUMBER;
      let slot = ((isNumber ? hashOfNumber(first, second) : first) << 2) & mask;
      while (table[slot] !== 0) slot = (slot + SLOT) & mask;
      for (let i = 0; i < SLOT; i += 1) table[slot + i] = old[from + i] as number;
    }
    this.#table = table;
  }
}

/** Integers of a slot of the table; a hash times that is `hash << 2`. */
const SLOT = 4;
/** How much of the table is taken at most: a smaller one is nearer, which tells more than a longer way. */
const MOST_FULL = 0.75;
/** Numbers of more digits are texts like any other: two halves hold no more. */
const MOST_DIGITS = 18;
const HALF = 9;
const ZERO = 48;
/** So many numbers are read before they are looked up. */
const AT_ONCE = 1 << 8;
/** No half of a number. */
const NO_NUMBER = -1;
/** Added to the length of a number. */
const NUMBER = 1 << 30;

function hashOfNumber(low: number, high: number): number {
  const hash = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

/** A value of a cell. */
export type CellValue = string | number | boolean;
/** Texts that were met last are kept in so many places. */
const RECENT = 1 << 10;
/** So many values tell whether a column's texts are met again. */
const TRIED = 1 << 9;

/** Where a text is kept for a while, by its length and three of its letters. */
function recentSlot(text: string): number {
  const { length } = text;
  const letters =
    text.charCodeAt(length - 1) * 7 +
    text.charCodeAt(length >> 1) * 31 +
    text.charCodeAt(length >> 2);
  return (letters + length * 131) & (RECENT - 1);
}

const textOf = (value: CellValue): string => (typeof value === 'string' ? value : String(value));

const FIRST_HASH = 0x811c9dc5 | 0;

function hashed(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

/** A copy with room for so many, at least twice as long as before. */
export function grown<T extends Uint8Array | Uint32Array | Int32Array>(array: T, least: number): T {
  const Type = array.constructor as new (length: number) => T;
  const longer = new Type(Math.max(least, array.length * 2));
  longer.set(array);
  return longer;
}
