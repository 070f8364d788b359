import type { RowSink } from '../../rules';
import type { SharedStrings } from './shared-strings';

export const LAST_COLUMN = 16_384;
/** A cell, or the step from row to row, is shorter; what is longer, or near a chunk's end, is left. */
const LONGEST = 256;
/** Numbers within either end before this, so that what follows them is still there. */
const LONGEST_NUMBERS = 200;
const [SPACE, QUOTE, AMPERSAND, APOSTROPHE, SLASH, LT, GT] = [32, 34, 38, 39, 47, 60, 62] as const;
const [ZERO, NINE] = [48, 57] as const;

/** Four letters as one number: they are compared at once. */
const four = (letters: string) =>
  [...letters].reduceRight((code, letter) => code * 256 + letter.charCodeAt(0), 0);
const CELL = four('<c r');
const STYLE = four(' s="');
const TYPE = four(' t="');
const SHARED = four('s"><');
const VALUE = four('><v>');
const [VALUE_END, CELL_END] = [four('</v>'), four('</c>')];
const NEXT_ROW = [four('</ro'), four('w><r')] as const;
/** `="`, `v>` and `ow`, two letters each. */
const [IS, OPENED, ROW_REST] = [0x223d, 0x3e76, 0x776f] as const;

/**
 * Reads a sheet's cells by their bytes, in the shape in which Excel and most others write them:
 * `<c r="B7" s="1" t="s"><v>12</v></c>`, and `</row><row …>` between two rows. At the first byte that
 * is another it stops before the cell: the scanner, which knows all of XML, goes on from there. A
 * million rows are read so in a tenth of the scanner's time.
 */
export class CellSkimmer {
  /** That of the last cell which was taken; -1 where a row begins. */
  column = -1;
  #bytes: Uint8Array = new Uint8Array();
  #view: DataView = new DataView(this.#bytes.buffer);

  constructor(
    private readonly sink: RowSink,
    private readonly strings: SharedStrings,
  ) {}

  /**
   * @param start where a tag begins within a row
   * @param before the column of the cell before; -1 where there is none
   * @returns where it stopped
   */
  skim(bytes: Uint8Array, start: number, before: number): number {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    const { sink, strings } = this;
    const view = this.#view;
    const last = bytes.length - LONGEST;
    let column = before;
    let done = start;
    while (done <= last) {
      const most = done + LONGEST_NUMBERS;
      if (view.getUint32(done, true) !== CELL) {
        const next = toNextRow(bytes, view, done);
        if (next < 0) break;
        sink.endRow();
        column = -1;
        done = next;
        continue;
      }
      if (view.getUint16(done + 4, true) !== IS) break;
      let at = done + 6;
      let own = 0;
      let byte = bytes[at] as number;
      while (byte > 64 && byte < 91 && own <= LAST_COLUMN) {
        own = own * 26 + byte - 64;
        at += 1;
        byte = bytes[at] as number;
      }
      if (own === 0 || own > LAST_COLUMN) break;
      at = behindDigits(bytes, view, at, most);
      if (bytes[at] !== QUOTE) break;
      at += 1;
      if (view.getUint32(at, true) === STYLE) {
        at = behindDigits(bytes, view, at + 4, most);
        if (bytes[at] !== QUOTE) break;
        at += 1;
      }
      const isShared = view.getUint32(at, true) === TYPE;
      if (isShared) {
        if (view.getUint32(at + 4, true) !== SHARED || view.getUint16(at + 8, true) !== OPENED)
          break;
        at += 10;
      } else {
        if (view.getUint32(at, true) !== VALUE) break;
        at += 4;
      }
      const from = at;
      let value = 0;
      byte = bytes[at] as number;
      if (isShared) {
        while (byte >= ZERO && byte <= NINE && at < most) {
          value = value * 10 + byte - ZERO;
          at += 1;
          byte = bytes[at] as number;
        }
      } else {
        while (byte !== LT && byte !== AMPERSAND && at < most) {
          at += 1;
          byte = bytes[at] as number;
        }
      }
      if (
        at === from ||
        view.getUint32(at, true) !== VALUE_END ||
        view.getUint32(at + 4, true) !== CELL_END
      )
        break;
      column = own - 1;
      done = at + 8;
      if (!sink.wants(column)) continue;
      if (!sink.isDay(column)) {
        sink.cell(column, isShared ? strings.id(value) : sink.interner.intern(bytes, from, at));
      } else if (isShared) strings.dayCell(value, sink);
      else sink.dayCell(bytes, from, at);
    }
    this.column = column;
    return done;
  }
}

/** Four at a time: the numbers of rows are long. */
function behindDigits(bytes: Uint8Array, view: DataView, from: number, most: number): number {
  let at = from;
  while (at < most && areDigits(view.getUint32(at, true))) at += 4;
  while (at < most && (bytes[at] as number) >= ZERO && (bytes[at] as number) <= NINE) at += 1;
  return at;
}

/** Digits are 0x30 to 0x39: six more keeps the upper half of each. */
function areDigits(letters: number): boolean {
  return (
    (letters & 0xf0f0f0f0) === 0x30303030 && ((letters + 0x06060606) & 0xf0f0f0f0) === 0x30303030
  );
}

/** Behind `</row><row …>`; -1 where something else stands, or no row with cells follows. */
function toNextRow(bytes: Uint8Array, view: DataView, start: number): number {
  if (
    view.getUint32(start, true) !== NEXT_ROW[0] ||
    view.getUint32(start + 4, true) !== NEXT_ROW[1] ||
    view.getUint16(start + 8, true) !== ROW_REST
  )
    return -1;
  let at = start + 10;
  if (bytes[at] !== SPACE && bytes[at] !== GT) return -1;
  const end = start + LONGEST;
  for (let isQuoted = false; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (byte === GT) return bytes[at - 1] === SLASH ? -1 : at + 1;
    else if (byte === LT || byte === APOSTROPHE) return -1;
  }
  return -1;
}
