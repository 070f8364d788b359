import type { Period } from '../period';

/** Days in a row, both ends included, each as Excel numbers it (1 January 1900 is 1). */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** What a cell without a day gives. */
export const NO_DAY = -1;

/** 1 January 1970 in Excel's numbers. */
const EPOCH = 25_569;
/** Numbers that can be days of this century, or of the one before: others are something else. */
const [FIRST_DAY, LAST_DAY] = [20_000, 80_000];
const DAY_MS = 86_400_000;

/** A day's number; NO_DAY where the calendar has no such day. @param month from 1 */
export function dayNumber(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return NO_DAY;
  const number = Date.UTC(year, month - 1, day) / DAY_MS + EPOCH;
  return isDay(number) ? number : NO_DAY;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** "2023-12-31" as a number. */
export function isoDay(iso: string): number {
  const [year = NaN, month = NaN, day = NaN] = iso.slice(0, 10).split('-').map(Number);
  return dayNumber(year, month, day);
}

/** A day's number as "2023-12-31". */
export function dayIso(day: number): string {
  return new Date((day - EPOCH) * DAY_MS).toISOString().slice(0, 10);
}

/** The day that a number is, whatever its hours; NO_DAY where it can't be one. */
export function dayOfNumber(value: number): number {
  return isDay(value) ? Math.floor(value) : NO_DAY;
}

function isDay(value: number): boolean {
  return value >= FIRST_DAY && value < LAST_DAY;
}

/**
 * The days of a period.
 * @param year that of periods which don't say theirs
 * @returns null where they can't be told, as for a week (there are several ways to number them)
 */
export function daysOfPeriod({ kind, number, year: own }: Period, year: number): Days | null {
  const of = own === null ? year : Number(own);
  const whole = Number(number);
  switch (kind) {
    case 'month':
      return ofMonths(of, whole, whole);
    case 'quarter':
      return ofMonths(of, whole * 3 - 2, whole * 3);
    case 'year':
      return ofMonths(whole, 1, 12);
    case 'months': {
      const [count = '', half] = number.split(' ');
      const months = Number(count);
      return half === 'cuoi' ? ofMonths(of, 13 - months, 12) : ofMonths(of, 1, months);
    }
    case 'range': {
      const [from = NO_DAY, to = NO_DAY] = number.split('-').map((text) => {
        const [day = NaN, month = NaN, year = NaN] = text.split('/').map(Number);
        return dayNumber(year, month, day);
      });
      return daysBetween(from, to);
    }
    case 'week':
      return null;
  }
}

/** Null where an end is missing, or they stand the wrong way round. */
export function daysBetween(from: number, to: number): Days | null {
  return from !== NO_DAY && to !== NO_DAY && from <= to ? { from, to } : null;
}

function ofMonths(year: number, first: number, last: number): Days | null {
  return daysBetween(
    dayNumber(year, first, 1),
    last >= 1 && last <= 12 ? dayNumber(year, last, daysIn(year, last)) : NO_DAY,
  );
}

const [ZERO, NINE, COLON, DOT, DASH, SLASH] = [48, 57, 58, 46, 45, 47];

/**
 * The day that a text's bytes say: 05/11/2023, 5-11-2023, 2023-11-05, 20231105, each with or without
 * a time of day before or after it, or a number as Excel keeps days. The day comes before the month.
 * @returns its number; NO_DAY where it says none for certain
 */
export function dayInBytes(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && !isDigit(bytes[at] as number)) {
    // An apostrophe, a quote or spaces may stand before it; letters make it another text.
    if ((bytes[at] as number) > NINE) return NO_DAY;
    at += 1;
  }
  const groups = [0, 0, 0];
  const widths = [0, 0, 0];
  let count = 0;
  let mark = 0;
  for (;;) {
    const from = at;
    let value = 0;
    while (at < end && isDigit(bytes[at] as number) && at - from < 9) {
      value = value * 10 + (bytes[at] as number) - ZERO;
      at += 1;
    }
    if (at === from) return NO_DAY;
    groups[count] = value;
    widths[count] = at - from;
    count += 1;
    const next = at < end ? (bytes[at] as number) : 0;
    if (count === 1 && next === COLON) return afterTime(bytes, at, end);
    if (count === 3 || (next !== SLASH && next !== DASH && next !== DOT)) break;
    if (count > 1 && next !== mark) break;
    mark = next;
    at += 1;
  }
  const [a, b, c] = groups as [number, number, number];
  const [wide, , last] = widths as [number, number, number];
  if (count === 3) {
    if (wide === 4) return dayNumber(a, b, c);
    return last === 4 && wide <= 2 ? dayNumber(c, b, a) : NO_DAY;
  }
  if (count === 2) return mark === DOT && wide === 5 ? dayOfNumber(a) : NO_DAY;
  if (wide === 8) {
    return dayNumber(Math.floor(a / 10_000), Math.floor(a / 100) % 100, a % 100);
  }
  return wide === 5 ? dayOfNumber(a) : NO_DAY;
}

/** "14:30:05 05/11/2023": what follows the time. */
function afterTime(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (bytes[at] as number) > 32) at += 1;
  while (at < end && (bytes[at] as number) <= 32) at += 1;
  // A second time of day isn't followed: each step is nearer to the end.
  return at < end ? dayInBytes(bytes, at, end) : NO_DAY;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
