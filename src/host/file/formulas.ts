/** Formulas as text: moving relative references and renaming sheets, literals left alone. */
import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS, quoteSheet } from './address';

const STRING = /"(?:[^"]|"")*"/y;
const BRACKETS = /\[(?:[^[\]]|\[[^\]]*\])*\]/y;
const QUOTED_SHEET = /'((?:[^']|'')*)'!/y;
const PLAIN_SHEET = /([\p{L}\p{N}_.\\?]+(?::[\p{L}\p{N}_.\\?]+)?)!/uy;
const ERROR = /#[A-Z/0]+[!?A]?/y;
const WORD = /[\p{L}\p{N}_.\\?$]+/uy;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)(\d+)$/;

interface Handlers {
  /** A reference of one cell, or the two ends of whole columns or rows. */
  readonly reference: (text: string) => string;
  /** A sheet's prefix without its `!`, as it is written. */
  readonly sheet: (text: string, name: string, quoted: boolean) => string;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function rewrite(formula: string, handlers: Handlers): string {
  let out = '';
  let at = 0;
  while (at < formula.length) {
    const literal =
      match(STRING, formula, at) ?? match(BRACKETS, formula, at) ?? match(ERROR, formula, at);
    if (literal) {
      out += literal[0];
      at += literal[0].length;
      continue;
    }
    const quoted = match(QUOTED_SHEET, formula, at);
    const sheet = quoted ?? match(PLAIN_SHEET, formula, at);
    if (sheet) {
      const name = quoted ? (sheet[1] ?? '').replace(/''/g, "'") : (sheet[1] ?? '');
      out += `${handlers.sheet(sheet[0].slice(0, -1), name, quoted !== null)}!`;
      at += sheet[0].length;
      continue;
    }
    const word = match(WORD, formula, at)?.[0];
    if (word === undefined) {
      out += formula[at];
      at++;
      continue;
    }
    at += word.length;
    const second = formula[at] === ':' ? match(WORD, formula, at + 1)?.[0] : undefined;
    const whole =
      second !== undefined &&
      ((COLUMN.test(word) && COLUMN.test(second)) || (ROW.test(word) && ROW.test(second)));
    if (whole) {
      out += `${handlers.reference(word)}:${handlers.reference(second)}`;
      at += 1 + second.length;
    } else if (CELL.test(word) && formula[at] !== '(' && formula[at] !== '[') {
      out += handlers.reference(word);
    } else out += word;
  }
  return out;
}

function shifted(anchor: string, index: number, by: number, limit: number): number | null {
  const moved = anchor === '$' ? index : index + by;
  return moved >= 0 && moved < limit ? moved : null;
}

function shiftReference(text: string, rows: number, columns: number): string {
  const cell = CELL.exec(text) ?? COLUMN.exec(text);
  if (cell) {
    const [, columnAnchor = '', letters = '', rowAnchor = '', digits] = cell;
    const column = shifted(columnAnchor, columnIndex(letters.toUpperCase()), columns, MAX_COLUMNS);
    const row = digits === undefined ? 0 : shifted(rowAnchor, Number(digits) - 1, rows, MAX_ROWS);
    if (column === null || row === null) return '#REF!';
    return columnAnchor + columnName(column) + rowAnchor + (digits === undefined ? '' : row + 1);
  }
  const [, anchor = '', digits = ''] = ROW.exec(text) ?? [];
  const row = shifted(anchor, Number(digits) - 1, rows, MAX_ROWS);
  return row === null ? '#REF!' : `${anchor}${row + 1}`;
}

/** The formula as it reads so many rows down and columns right of where it stands. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return rewrite(formula, {
    reference: (text) => shiftReference(text, rows, columns),
    sheet: (text) => text,
  });
}

/** The formula after a sheet got a new name. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  const same = (name: string): boolean => name.toLowerCase() === from.toLowerCase();
  return rewrite(formula, {
    reference: (text) => text,
    sheet: (text, name) => {
      if (same(name)) return quoteSheet(to);
      const ends = name.split(':');
      if (ends.length !== 2 || !ends.some(same)) return text;
      return quoteSheet(ends.map((end) => (same(end) ? to : end)).join(':'));
    },
  });
}

/** Splits a list of references at the commas outside of quotes. */
export function splitReferences(formula: string): string[] {
  return formula.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

/** The address part of a reference such as `'Xã'!$A$1`. */
export function withoutSheet(reference: string): string {
  return reference.slice(reference.lastIndexOf('!') + 1);
}
