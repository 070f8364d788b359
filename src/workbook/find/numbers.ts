/** How numbers that are kept as text are written: 1.234,5 or 1,234.5. */
export type NumberHabit = 'vi' | 'en';

export const NUMBER_HABITS: readonly NumberHabit[] = ['vi', 'en'];

const GROUPED_BY_SPACE = /^-?\d{1,3}(?: \d{3})+(?=[.,]\d|$)/;
const SHAPES: Readonly<Record<NumberHabit, RegExp>> = {
  vi: /^-?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?$/,
  en: /^-?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?$/,
};

/** Spaces of every kind folded, those that group digits taken out: "1 234" is "1234". */
export function numberText(text: string): string {
  const folded = text.replace(/[\s\u00a0\u202f\u2007]+/gu, ' ').trim();
  return folded.replace(GROUPED_BY_SPACE, (digits) => digits.replace(/ /g, ''));
}

/** "1.234" is 1234 in Vietnamese habit and 1.234 in English; null where the habit has no such number. */
export function numberIn(text: string, habit: NumberHabit): number | null {
  const digits = numberText(text);
  if (!SHAPES[habit].test(digits)) return null;
  const [groups, point] = habit === 'vi' ? [/\./g, ','] : [/,/g, '.'];
  return Number(digits.replace(groups, '').replace(point, '.'));
}

/** What the texts of a column say of its habit. */
export interface ColumnHabit {
  /** Null where no text tells, or texts tell different things. */
  readonly habit: NumberHabit | null;
  /** A text that two habits read as two numbers, where the column doesn't settle which; else null. */
  readonly unclear: string | null;
}

/** Decides by the whole column: ["1.234", "1.234.567"] is Vietnamese, ["1.234"] can be either. */
export function habitOf(texts: readonly string[]): ColumnHabit {
  const telling = new Set<NumberHabit>();
  let unclear: string | null = null;
  for (const text of texts) {
    const [vi, en] = [numberIn(text, 'vi'), numberIn(text, 'en')];
    if (vi === en) continue;
    if (vi !== null && en !== null) unclear ??= text;
    else telling.add(vi === null ? 'en' : 'vi');
  }
  const [habit] = telling;
  if (telling.size === 1 && habit) return { habit, unclear: null };
  return { habit: null, unclear };
}
