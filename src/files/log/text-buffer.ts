import { grown, LogError } from '../../rules';

const AMPERSAND = 38;
const SEMICOLON = 59;
/** More than any cell may hold. */
export const LONGEST_TEXT = 1 << 20;
/** The entities that XML knows by name. */
export const NAMED: ReadonlyMap<string, number> = new Map([
  ['amp', 38],
  ['lt', 60],
  ['gt', 62],
  ['quot', 34],
  ['apos', 39],
]);

/** Collects a text from its pieces, as UTF-8 bytes with entities resolved. */
export class TextBuffer {
  bytes = new Uint8Array(1 << 10);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(bytes: Uint8Array, from: number, to: number, verbatim: boolean): void {
    if (this.length + to - from > LONGEST_TEXT) throw new LogError('damaged');
    // No entity is longer resolved than written.
    const room = this.length + to - from;
    if (room > this.bytes.length) this.bytes = grown(this.bytes, room);
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number;
      if (byte === AMPERSAND && !verbatim) {
        at = this.#entity(bytes, at + 1, to);
      } else {
        this.bytes[this.length] = byte;
        this.length += 1;
      }
    }
  }

  /** Answers where the entity's ";" stands. */
  #entity(bytes: Uint8Array, from: number, to: number): number {
    let end = from;
    while (end < to && end - from < 10 && bytes[end] !== SEMICOLON) end += 1;
    if (end >= to || bytes[end] !== SEMICOLON) throw new LogError('damaged');
    const name = String.fromCharCode(...bytes.subarray(from, end));
    const code = codePoint(name);
    const encoded = new TextEncoder().encode(String.fromCodePoint(code));
    this.bytes.set(encoded, this.length);
    this.length += encoded.length;
    return end;
  }
}

function codePoint(name: string): number {
  const [, hex, decimal] = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(name) ?? [];
  const code = hex ? parseInt(hex, 16) : decimal ? parseInt(decimal, 10) : NAMED.get(name);
  if (code === undefined || code > 0x10ffff) throw new LogError('damaged');
  return code;
}
