import type { Reported } from '../../rules';
import { cellKey, placeIn, valueAt, type Grid } from './grid';
import { numberIn, numberText, type NumberHabit } from './numbers';

const NOT_CALCULATED = new Set(['#GETTING_DATA', '#BUSY!']);
const ERROR_VALUE = /^#([A-Z]+[A-Z0-9/_]*[!?]?|N\/A)$/;
const PLAIN_COUNT = /^\d+$/;
/** What people write for "none" says neither 0 nor that it wasn't counted: it is left open. */
const DASH = /^[-–—]+$/;

/** Reads a cell as a count, or says what stands there instead. */
export function readCount(
  grid: Grid,
  row: number,
  column: number,
  habit: NumberHabit | null = null,
): Reported {
  const place = placeIn(grid, row, column);
  const value = valueAt(grid, row, column);
  if (typeof value === 'number') {
    return grid.dates?.has(cellKey(row, column))
      ? { unusable: 'date', shown: dayOf(value), place }
      : { value, place };
  }
  const shown = String(value).trim();
  if (shown === '' || DASH.test(shown)) return { unusable: 'empty', shown, place };
  if (NOT_CALCULATED.has(shown)) return { unusable: 'notCalculated', shown, place };
  if (ERROR_VALUE.test(shown)) return { unusable: 'errorValue', shown, place };
  if (typeof value === 'boolean') return { unusable: 'text', shown, place };
  const digits = numberText(shown);
  if (PLAIN_COUNT.test(digits)) return { value: Number(digits), place };
  const number = habit === null ? null : numberIn(shown, habit);
  return number === null ? { unusable: 'text', shown, place } : { value: number, place };
}

/** Excel counts days from 1900, which it takes for a leap year. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** 45265 → "05/12/2023". */
export function dayOf(serial: number): string {
  const date = new Date(DAY_ZERO + Math.floor(serial) * DAY_MS);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

const PERCENT_TEXT = /^(\d+(?:[.,]\d+)?)\s*%?$/;

/**
 * Reads a cell as a percentage (85.5 for 85,5%).
 * @param asFractions a number is a fraction (0.855); by default one up to 1 is taken for that
 */
export function readPercent(
  grid: Grid,
  row: number,
  column: number,
  asFractions?: boolean,
): Reported {
  const place = placeIn(grid, row, column);
  const value = valueAt(grid, row, column);
  const text = typeof value === 'string' ? PERCENT_TEXT.exec(numberText(value)) : null;
  if (text?.[1] && /[.,%]/.test(text[0])) {
    return { value: Number(text[1].replace(',', '.')), place };
  }
  const count = readCount(grid, row, column);
  if ('unusable' in count) return count;
  const isFraction = asFractions ?? count.value <= 1;
  return { value: isFraction ? shiftedByTwo(count.value) : count.value, place };
}

/** × 100 without the noise of binary fractions: 0.855 is 85.5. */
function shiftedByTwo(value: number): number {
  return Number((value * 100).toPrecision(12));
}
