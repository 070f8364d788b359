import { grown, LogError } from '../../rules';

/** What a scanner tells of. Bytes are only good within the call. */
export interface XmlHandler {
  /** @param name see `nameCode`; attributes stand between `from` and `to` */
  open(name: number, bytes: Uint8Array, from: number, to: number): void;
  close(name: number): void;
  /** A piece of text, entities still in it unless it is verbatim. */
  text(bytes: Uint8Array, from: number, to: number, verbatim: boolean): void;
  /**
   * Takes elements of the shape that nearly all have by their very bytes, many at once: several
   * times faster than tag by tag. Only so many that the same elements are open afterwards.
   * @param within the name of the innermost open element
   * @param at where a tag begins
   * @returns where it stopped, at a tag or at the end; `at` where it took nothing
   */
  skim?(within: number, bytes: Uint8Array, at: number): number;
}

/** What reads an XML part chunk by chunk. */
export interface XmlReader {
  /** @throws LogError */
  push(chunk: Uint8Array): void;
  /** @throws LogError where the part was cut off */
  end(): void;
}

export type XmlReaderClass = new (handler: XmlHandler) => XmlReader;

/** The scanner doesn't know what to make of a part; a full reader may. */
export class NotUnderstood extends LogError {
  constructor() {
    super('damaged');
  }
}

/** A tag, or a text between two tags, is never longer in a workbook. */
const LONGEST_TOKEN = 1 << 22;
/** An XML declaration is no longer. */
const HEAD = 200;
const LT = 60;
const GT = 62;
const SLASH = 47;
const COLON = 58;
/** "!--" and "![CDATA[". */
const COMMENT = [33, 45, 45];
const CDATA = [33, 91, 67, 68, 65, 84, 65, 91];

/** A local name as a number: names are compared by it. */
export function nameCode(name: string): number {
  let code = 0;
  for (let i = 0; i < name.length; i += 1) code = Math.imul(code, 31) + name.charCodeAt(i);
  return code | 0;
}

/**
 * Scans the bytes of an XML part chunk by chunk, whatever prefixes its names have. It isn't a
 * validating reader, but every element must be closed in its order, and the root at the end.
 */
export class XmlScanner implements XmlReader {
  #held = new Uint8Array(1 << 16);
  #length = 0;
  readonly #open: number[] = [];
  #hasRoot = false;
  #isBegun = false;

  constructor(private readonly handler: XmlHandler) {}

  /** @throws LogError; NotUnderstood */
  push(chunk: Uint8Array): void {
    // Node's buffers are another class: the loops are faster over one alone.
    let bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
    if (this.#length > 0) {
      const length = this.#length + chunk.length;
      if (length > this.#held.length) this.#held = grown(this.#held, length);
      this.#held.set(chunk, this.#length);
      bytes = this.#held.subarray(0, length);
    }
    if (!this.#isBegun) this.#begun(bytes);
    const done = this.#scan(bytes);
    const rest = bytes.length - done;
    if (rest > LONGEST_TOKEN) throw new NotUnderstood();
    if (rest > this.#held.length) this.#held = grown(this.#held, rest);
    if (bytes.buffer === this.#held.buffer) this.#held.copyWithin(0, done, bytes.length);
    else this.#held.set(bytes.subarray(done), 0);
    this.#length = rest;
  }

  /** @throws LogError where the part was cut off */
  end(): void {
    const rest = this.#held.subarray(0, this.#length);
    if (!this.#hasRoot || this.#open.length > 0 || rest.some((byte) => byte > 32)) {
      throw new LogError('damaged');
    }
  }

  /** The declaration may say another encoding than UTF-8: its letters aren't what they seem. */
  #begun(bytes: Uint8Array): void {
    this.#isBegun = true;
    const [first = LT, second] = bytes;
    if (first === 0xff || first === 0xfe || first === 0 || second === 0) throw new NotUnderstood();
    const head = String.fromCharCode(...bytes.subarray(0, HEAD));
    const said = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(head);
    if (said && !/^(utf-?8|us-ascii)$/i.test(said[1] ?? '')) throw new NotUnderstood();
  }

  /** Answers how many bytes are done with: whole texts and whole tags only. */
  #scan(bytes: Uint8Array): number {
    const { length } = bytes;
    let done = 0;
    while (done < length) {
      let at = done;
      while (at < length && bytes[at] !== LT) at += 1;
      if (at === length) return done;
      if (at > done && this.#open.length > 0) this.handler.text(bytes, done, at, false);
      // The text is done with, whether or not its tag is whole.
      done = at;
      const next = bytes[at + 1];
      if (next === undefined) return done;
      const skimmed = this.#skim(bytes, at);
      if (skimmed > at) {
        done = skimmed;
        continue;
      }
      const end = next === 33 || next === 63 ? this.#special(bytes, at) : this.#tag(bytes, at);
      if (end < 0) return done;
      done = end;
    }
    return done;
  }

  #skim(bytes: Uint8Array, at: number): number {
    const within = this.#open[this.#open.length - 1];
    return within === undefined ? at : (this.handler.skim?.(within, bytes, at) ?? at);
  }

  /** A tag; answers where it ends, or -1 where it isn't whole. */
  #tag(bytes: Uint8Array, start: number): number {
    const { length } = bytes;
    const isClosing = bytes[start + 1] === SLASH;
    let at = start + (isClosing ? 2 : 1);
    let name = 0;
    for (; at < length; at += 1) {
      const byte = bytes[at] as number;
      if (byte === COLON) name = 0;
      else if (byte <= 32 || byte === GT || byte === SLASH) break;
      else name = (Math.imul(name, 31) + byte) | 0;
    }
    const from = at;
    let quote = 0;
    for (; at < length; at += 1) {
      const byte = bytes[at] as number;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === 34 || byte === 39) {
        quote = byte;
      } else if (byte === GT) {
        break;
      } else if (byte === LT) {
        throw new LogError('damaged');
      }
    }
    if (at >= length) return -1;
    if (isClosing) {
      if (this.#open.pop() !== name) throw new LogError('damaged');
      this.handler.close(name);
    } else {
      this.#begin(name, bytes, from, at);
    }
    return at + 1;
  }

  #begin(name: number, bytes: Uint8Array, from: number, to: number): void {
    if (this.#open.length === 0) {
      if (this.#hasRoot) throw new LogError('damaged');
      this.#hasRoot = true;
    }
    const isEmpty = bytes[to - 1] === SLASH;
    this.handler.open(name, bytes, from, isEmpty ? to - 1 : to);
    if (isEmpty) this.handler.close(name);
    else this.#open.push(name);
  }

  /** A comment, CDATA or an instruction; a document type is nothing that a workbook has. */
  #special(bytes: Uint8Array, start: number): number {
    if (bytes[start + 1] === 63) return after(bytes, start + 2, [63, GT]);
    const within = start + 1;
    if (begins(bytes, within, COMMENT)) return after(bytes, within + COMMENT.length, [45, 45, GT]);
    if (begins(bytes, within, CDATA)) {
      const from = within + CDATA.length;
      const end = after(bytes, from, [93, 93, GT]);
      if (end >= 0) this.handler.text(bytes, from, end - 3, true);
      return end;
    }
    // A document type, or what is none of XML's.
    if (bytes.length - within >= CDATA.length) throw new NotUnderstood();
    return -1;
  }
}

function begins(bytes: Uint8Array, at: number, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[at + i] === byte);
}

/** Just behind the next mark; -1 where there is none. */
function after(bytes: Uint8Array, from: number, mark: readonly number[]): number {
  for (let at = bytes.indexOf(mark[0] as number, from); at >= 0;) {
    if (begins(bytes, at, mark)) return at + mark.length;
    at = bytes.indexOf(mark[0] as number, at + 1);
  }
  return -1;
}
