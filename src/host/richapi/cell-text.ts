import type { CellContent, CellFormat } from '../model';
import { formatNumber, formatText } from './number-format';
import { shownValue, wireValue } from './range-ref';

/** What a cell shows under its format, as `range.text` gives it. */
export function cellText(cell: CellContent, format: Pick<CellFormat, 'numberFormat'>): string {
  const value = wireValue(shownValue(cell));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value === '') return '';
  return typeof value === 'number'
    ? formatNumber(value, format.numberFormat)
    : formatText(value, format.numberFormat);
}
