/** Numbers and dates as an Excel in Vietnamese shows them, and takes them when they are typed. */
import { type CellContent, type CellFormat, cellText } from '../host';

const SEPARATORS = { decimal: ',', group: '.' };
/** The format of dates that follows the system, as files and Office.js write it. */
const SYSTEM_DATE = /^(m\/d\/yyyy|mm-dd-yy)$/i;
const VIETNAMESE_DATE = 'dd/mm/yyyy';

/** What a cell shows. @example 3648 under `#,##0` shows 3.648 */
export function shownText(
  cell: CellContent,
  { numberFormat }: Pick<CellFormat, 'numberFormat'>,
): string {
  const format = SYSTEM_DATE.test(numberFormat) ? VIETNAMESE_DATE : numberFormat;
  return cellText(cell, { numberFormat: format }, SEPARATORS);
}

/** A number as one types it. @example 99.5 is typed 99,5 */
export const typedNumber = (value: number): string => String(value).replace('.', ',');

const NUMBER = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d*)(?:,(\d*))?(e[+-]?\d+)?(\s?%?)$/i;
const DATE = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?$/;
/** What the host, which is set to en-US, would take for a number. */
const EN_US = /^[+-]?[\d.,]*\d[\d.,]*(e[+-]?\d+)?\s?%?$/i;

/** What was typed in Vietnamese habit, as the host reads it: a number of another habit is text. */
export function asHostReads(typed: unknown): unknown {
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  const number = NUMBER.exec(text);
  if (number && /\d/.test(text)) {
    const [, sign = '', whole = '', fraction, exponent = '', percent = ''] = number;
    const decimals = fraction === undefined ? '' : `.${fraction}`;
    return `${sign}${whole.replaceAll('.', ',')}${decimals}${exponent}${percent}`;
  }
  const date = DATE.exec(text);
  if (date) {
    const [, day = '', month = '', year] = date;
    return year === undefined ? `${month}/${day}` : `${year}-${month}-${day}`;
  }
  return EN_US.test(text) ? `'${text}` : typed;
}
