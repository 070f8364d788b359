/** Excel's serial dates (1900 system). */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** Excel counts a 29 February 1900 that never was: serials before March 1900 are one lower. */
const FIRST_SOUND_SERIAL = 61;

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 for Sunday. */
  readonly weekday: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** The parts of a serial date, rounded to the second; null where Excel shows no date. */
export function partsOfSerial(serial: number): DateParts | null {
  if (serial < 0 || serial >= 2_958_466) return null;
  const seconds = Math.round(serial * 86_400);
  const whole = Math.floor(seconds / 86_400);
  const date = new Date(EPOCH + (whole < FIRST_SOUND_SERIAL ? whole + 1 : whole) * DAY);
  const rest = seconds % 86_400;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hours: Math.floor(rest / 3600),
    minutes: Math.floor(rest / 60) % 60,
    seconds: rest % 60,
  };
}

/** The serial of a day; null where there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!real || year < 1900 || year > 9999) return null;
  const serial = Math.round((date.getTime() - EPOCH) / DAY);
  return serial < FIRST_SOUND_SERIAL ? serial - 1 : serial;
}
