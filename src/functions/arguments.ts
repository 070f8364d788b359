import { nameKey, withoutMarks, type Level, type Plan, type Reported } from '../rules';
import { words } from '../words';
import { Fault } from './fault';

/** A column of cells as Excel hands a range over. */
export type Column = readonly unknown[];

/** An empty cell, or an argument that was left out. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || String(value).trim() === '';
}

const levels = new WeakMap<Plan, ReadonlyMap<string, Level>>();

/** A plan's levels by what people call them: its name, the types of its units. */
function levelsByName(plan: Plan): ReadonlyMap<string, Level> {
  const known = levels.get(plan);
  if (known) return known;
  const named = [
    ...new Map(plan.units.map(({ type, level }) => [type, level])),
    ...plan.levels.map(({ id, name }) => [name, id] as const),
  ];
  const found = new Map(
    named.flatMap(([name, id]) => {
      const level = plan.levels.find((each) => each.id === id);
      return level ? [[levelKey(name), level] as const] : [];
    }),
  );
  levels.set(plan, found);
  return found;
}

/**
 * The level that an argument names: "xã", "xa", "cấp xã", "phường", "thị trấn"; "huyện", …
 * @throws Fault where the plan has none of that name
 */
export function levelNamed(plan: Plan, value: unknown): Level {
  const found = levelsByName(plan).get(levelKey(String(value ?? '')));
  if (!found) throw new Fault('#VALUE!', words.FUNCTIONS.level(String(value ?? '')));
  return found;
}

function levelKey(text: string): string {
  return withoutMarks(nameKey(text)).replace(/^cap /, '');
}

const NUMBER = /^([+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)\s*(%?)$/i;

/** A number in a cell by itself: text that is one counts as one, TRUE as 1, as Excel's operators do. */
function numberIn(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  const [, digits, sign] = NUMBER.exec(String(value).trim()) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits.replace(',', '.'));
  return sign === '%' ? Number((number / 100).toPrecision(15)) : number;
}

const EMPTY: Reported = { unusable: 'empty', shown: '', place: null };

/** A count that is an argument by itself. Empty is missing, never 0. */
export function figure(value: unknown): Reported {
  if (isBlank(value)) return EMPTY;
  const number = numberIn(value);
  if (number === null) return { unusable: 'text', shown: String(value), place: null };
  return { value: number, place: null };
}

const PLAIN_COUNT = /^\d+$/;

/** A count in a range: read as the button reads a cell, where TRUE and "12,5" are no counts. */
export function cell(value: unknown): Reported {
  if (typeof value === 'number') return { value, place: null };
  if (isBlank(value)) return EMPTY;
  const shown = String(value).trim();
  if (typeof value === 'string' && PLAIN_COUNT.test(shown)) {
    return { value: Number(shown), place: null };
  }
  return { unusable: shown.startsWith('#') ? 'errorValue' : 'text', shown, place: null };
}

/** A ratio from 0 to 1; null where it is left out. @throws Fault on anything else */
export function ratio(value: unknown, name: string): number | null {
  if (isBlank(value)) return null;
  const number = numberIn(value);
  if (number === null) throw new Fault('#VALUE!', words.FUNCTIONS.ratio(name));
  if (!(number >= 0 && number <= 1)) throw new Fault('#NUM!');
  return number;
}

/** The cells of a range of one column or one row. @throws Fault where it is neither */
export function column(range: readonly Column[], name: string): Column {
  const [first] = range;
  if (range.length === 1 && first) return first;
  if (range.some((row) => row.length !== 1)) {
    throw new Fault('#VALUE!', words.FUNCTIONS.oneColumn(name));
  }
  return range.map((row) => row[0]);
}

/** An optional range; null where it is left out. */
export function optional(range: readonly Column[] | null | undefined, name: string): Column | null {
  if (!Array.isArray(range)) return null;
  const cells = column(range, name);
  return cells.every(isBlank) ? null : cells;
}

/** @throws Fault where columns of one table differ in length, as SUMIFS does */
export function sameLength(...columns: readonly (Column | null)[]): void {
  const lengths = columns.flatMap((each) => (each ? [each.length] : []));
  if (new Set(lengths).size > 1) throw new Fault('#VALUE!', words.FUNCTIONS.lengths);
}
