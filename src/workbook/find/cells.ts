import type { Reported } from '../../rules';
import { placeIn, valueAt, type Grid } from './grid';

const NOT_CALCULATED = new Set(['#GETTING_DATA', '#BUSY!']);
const ERROR_VALUE = /^#([A-Z]+[A-Z0-9/_]*[!?]?|N\/A)$/;
const PLAIN_COUNT = /^\d+$/;

/** Reads a cell as a count, or says what stands there instead. */
export function readCount(grid: Grid, row: number, column: number): Reported {
  const place = placeIn(grid, row, column);
  const value = valueAt(grid, row, column);
  if (typeof value === 'number') return { value, place };
  const shown = String(value).trim();
  if (shown === '') return { unusable: 'empty', shown: '', place };
  if (NOT_CALCULATED.has(shown)) return { unusable: 'notCalculated', shown, place };
  if (ERROR_VALUE.test(shown)) return { unusable: 'errorValue', shown, place };
  if (typeof value === 'string' && PLAIN_COUNT.test(shown)) return { value: Number(shown), place };
  return { unusable: 'text', shown, place };
}

const PERCENT_TEXT = /^(\d+(?:[.,]\d+)?)\s*%$/;

/** Reads a cell as a percentage (85.5 for 85,5%): a fraction up to 1 is taken as one. */
export function readPercent(grid: Grid, row: number, column: number): Reported {
  const place = placeIn(grid, row, column);
  const value = valueAt(grid, row, column);
  const text = PERCENT_TEXT.exec(String(value).trim());
  if (text?.[1]) return { value: Number(text[1].replace(',', '.')), place };
  const count = readCount(grid, row, column);
  if ('unusable' in count) return count;
  return { value: count.value <= 1 ? shiftedByTwo(count.value) : count.value, place };
}

/** × 100 without the noise of binary fractions: 0.855 is 85.5. */
function shiftedByTwo(value: number): number {
  return Number((value * 100).toPrecision(12));
}
