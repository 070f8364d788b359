import type { CellValue, Rect } from '../model';
import { parseRect, splitSheet } from '../richapi/addresses';

/** An argument of a call: a constant, cells (of the formula's own sheet where none is named), none. */
export type Argument =
  | { readonly constant: CellValue }
  | { readonly sheet: string | null; readonly rect: Rect }
  | { readonly omitted: true };

/** A formula that is one call. */
export interface Call {
  readonly namespace: string;
  readonly name: string;
  readonly args: readonly Argument[];
}

/** As people write it, and as Excel stores it in a file. */
const CALL = /^\s*(?:_xldudf_([A-Z0-9]+)_|([A-Z0-9]+)\.)([A-Z0-9_.]+)\(([^]*)\)\s*$/i;
/** Texts and quoted sheet names, inside which nothing is a separator. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;
const PIECES = /(?:"(?:[^"]|"")*"|'(?:[^']|'')*'|[^,"'])*/y;

/** Takes a formula (without `=`) apart; null where it isn't a single call on cells and constants. */
export function parseCall(formula: string): Call | null {
  const found = CALL.exec(formula);
  if (!found) return null;
  const [, stored, written, name = '', inside = ''] = found;
  if (/[(){}]/.test(inside.replace(QUOTED, ''))) return null;
  const args: Argument[] = [];
  for (const piece of pieces(inside)) {
    const arg = argumentOf(piece.trim());
    if (!arg) return null;
    args.push(arg);
  }
  return { namespace: (stored ?? written ?? '').toUpperCase(), name: name.toUpperCase(), args };
}

function pieces(text: string): string[] {
  const found: string[] = [];
  if (text.trim() === '') return found;
  for (let at = 0; at <= text.length;) {
    PIECES.lastIndex = at;
    const [piece = ''] = PIECES.exec(text) ?? [];
    found.push(piece);
    at += piece.length + 1;
  }
  return found;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(%?)$/i;
const ERROR = /^#[A-Z0-9/]+[!?]?$/i;

function argumentOf(text: string): Argument | null {
  if (text === '') return { omitted: true };
  if (/^"(?:[^"]|"")*"$/.test(text)) return { constant: text.slice(1, -1).replaceAll('""', '"') };
  if (/^(true|false)$/i.test(text)) return { constant: text.toUpperCase() === 'TRUE' };
  if (ERROR.test(text)) return { constant: { error: text.toUpperCase() } };
  const number = NUMBER.exec(text);
  if (number) return { constant: parseFloat(text) / (number[1] ? 100 : 1) };
  const { sheet, rest } = splitSheet(text);
  const rect = parseRect(rest);
  return rect && { sheet, rect };
}
