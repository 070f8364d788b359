import { words } from '../../words';

/**
 * A day as it is typed: "31/12/2023", "1-5-2023".
 * @returns the ISO date, null where nothing is typed, undefined where it is no day
 */
export function parseDay(text: string): string | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  if (!parts) return undefined;
  const [, day = '', month = '', year = ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // 31/2 would be read as a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

export function shownDay(iso: string | null): string {
  return iso === null ? '' : words.date(iso);
}
