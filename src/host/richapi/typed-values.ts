import type { CellValue } from '../model';
import { serialOfDay } from './date-serial';
import { invalidArgument } from './fault';

/** What a cell gets when something is typed, or written through `values` or `formulas`. */
export type Typed =
  | { readonly kind: 'skip' }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'value'; readonly value: CellValue; readonly format?: string };

const ERRORS = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
]);
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

/**
 * Reads a written value as Excel reads it in the invariant culture: text that looks like a number,
 * a percentage, a date or a truth value becomes one, unless the cell is formatted as text.
 */
export function readTyped(input: unknown, cellFormat: string, now: () => Date): Typed {
  if (input === null || input === undefined) return { kind: 'skip' };
  const isText = cellFormat === '@';
  if (typeof input === 'number') {
    if (!Number.isFinite(input)) throw invalidArgument();
    return { kind: 'value', value: isText ? String(input) : input };
  }
  if (typeof input === 'boolean') {
    return { kind: 'value', value: isText ? String(input).toUpperCase() : input };
  }
  if (typeof input !== 'string' || input.length > LONGEST_TEXT) throw invalidArgument();
  if (input === '') return { kind: 'value', value: null };
  if (input.startsWith("'")) return { kind: 'value', value: input.slice(1) };
  if (isText) return { kind: 'value', value: input };
  if (input.startsWith('=') && input.length > 1) {
    return { kind: 'formula', formula: checkedFormula(input.slice(1)) };
  }
  return { kind: 'value', ...readText(input, now) };
}

/** Truth values and errors begin so; any other text without a digit is just that. */
const SPECIAL = /^\s*[tf#]/i;
const DIGIT = /\d/;

function readText(input: string, now: () => Date): { value: CellValue; format?: string } {
  if (!DIGIT.test(input) && !SPECIAL.test(input)) return { value: input };
  const text = input.trim();
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  if (ERRORS.has(upper)) return { value: { error: upper } };
  if (!DIGIT.test(text)) return { value: input };
  return readNumber(text) ?? readDate(text, now) ?? { value: input };
}

const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(\.\d*)?(e[+-]?\d+)?\s?(%?)$/i;

function readNumber(text: string): { value: number; format?: string } | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '', percent = ''] = match;
  if (whole === '' && !/\d/.test(fraction)) return null;
  const digits = Number(`${sign}${whole.replaceAll(',', '') || '0'}${fraction || ''}${exponent}`);
  if (!Number.isFinite(digits)) return null;
  const value = Number((percent ? digits / 100 : digits).toPrecision(15));
  const decimals = fraction.length > 1;
  if (percent) return { value, format: decimals ? '0.00%' : '0%' };
  if (exponent) return { value, format: '0.00E+00' };
  return whole.includes(',') ? { value, format: decimals ? '#,##0.00' : '#,##0' } : { value };
}

function readDate(text: string, now: () => Date): { value: number; format: string } | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), 'm/d/yyyy');
  const full = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text);
  if (full) return dated(fullYear(full[3]!), Number(full[1]), Number(full[2]), 'm/d/yyyy');
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (!short) return readTime(text);
  return dated(now().getFullYear(), Number(short[1]), Number(short[2]), 'd-mmm');
}

function dated(year: number, month: number, day: number, format: string) {
  const value = serialOfDay(year, month, day);
  return value === null ? null : { value, format };
}

const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 30 ? 2000 : 1900);

function readTime(text: string): { value: number; format: string } | null {
  const match = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return null;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  return { value: seconds / 86_400, format: match[3] === undefined ? 'h:mm' : 'h:mm:ss' };
}

/** Refuses what no Excel takes for a formula: open quotes or brackets, an end without its operand. */
function checkedFormula(formula: string): string {
  if (formula.length > LONGEST_FORMULA) throw invalidArgument();
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'/g, 'x');
  const quotes = (bare.match(/"/g) ?? []).length;
  let depth = 0;
  for (const character of bare) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) break;
  }
  if (depth !== 0 || quotes % 2 !== 0 || /[-+*/^&=<>,]\s*$/.test(bare)) throw invalidArgument();
  return formula;
}
