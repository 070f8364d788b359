import type { CellContent, CellFormat } from '../model';
import { formatNumber, formatText, type Separators } from './number-format';
import { shownValue, wireValue } from './range-ref';

/**
 * What a cell shows under its format, as `range.text` gives it.
 * @param separators of another culture than the invariant one
 */
export function cellText(
  cell: CellContent,
  format: Pick<CellFormat, 'numberFormat'>,
  separators?: Separators,
): string {
  const value = wireValue(shownValue(cell));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value === '') return '';
  return typeof value === 'number'
    ? formatNumber(value, format.numberFormat, separators)
    : formatText(value, format.numberFormat);
}
