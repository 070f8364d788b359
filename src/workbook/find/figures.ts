import type { Counts, Place, Reported, TableProblem } from '../../rules';
import { readCount, readPercent } from './cells';
import { placeIn, valueAt, type Grid } from './grid';
import { habitOf, NUMBER_HABITS, numberIn, type NumberHabit } from './numbers';
import { isNumbersRow, isTotal } from './row-kinds';
import type { FoundColumn, FoundTable } from './tables';

/** What the cells of a row say of one criterion; null where the table has no such column. */
interface RawFigures {
  readonly a: Reported | null;
  readonly b: Reported | null;
  readonly direct: Reported | null;
  readonly post: Reported | null;
  readonly percent: Reported | null;
}

/** A criterion's figures by its id. */
export type RawRow = Readonly<Record<string, RawFigures>>;

const CRITERIA = ['dvc', 'eid'];
const COUNTED = ['a', 'b', 'direct', 'post'] as const;
const NO_COLUMN: Reported = { unusable: 'noColumn', shown: '', place: null };

/** How each column of a table writes its numbers: found once a table, by all its rows. */
export interface ColumnHabits {
  readonly habits: ReadonlyMap<number, NumberHabit | null>;
  /** Columns whose texts can be read both ways. */
  readonly unclear: ReadonlySet<number>;
  /** Columns of percentages that hold numbers like 0.855. */
  readonly fractions: ReadonlyMap<number, boolean>;
  readonly problems: readonly TableProblem[];
}

export function columnHabits(table: FoundTable): ColumnHabits {
  const habits = new Map<number, NumberHabit | null>();
  const unclear = new Set<number>();
  const problems: TableProblem[] = [];
  const rows = rowsOfUnits(table);
  const valuesIn = (column: number) => rows.map((row) => valueAt(table.grid, row, column));
  for (const [role, column] of table.columns) {
    if (role === 'unit' || role === 'group') continue;
    const own = habitOf(valuesIn(column.index).filter((value) => typeof value === 'string'));
    habits.set(column.index, column.numbers ?? own.habit);
    if (column.numbers !== null || own.unclear === null) continue;
    unclear.add(column.index);
    problems.push(unclearNumbers(table, column, own.unclear));
  }
  const fractions = new Map<number, boolean>();
  for (const { index } of table.percents) {
    const numbers = valuesIn(index).filter((value) => typeof value === 'number');
    // A ratio of more than 200 % isn't known to anybody: such numbers are percentages.
    fractions.set(
      index,
      numbers.every((value) => value <= 2) && numbers.some((value) => value > 0),
    );
  }
  return { habits, unclear, fractions, problems };
}

function unclearNumbers({ grid, head }: FoundTable, column: FoundColumn, shown: string) {
  const candidates = NUMBER_HABITS.map((habit) => numberIn(shown, habit) ?? 0);
  return {
    code: 'unclearNumbers',
    severity: 'error',
    places: [placeIn(grid, head.last, column.index)],
    sheet: grid.sheet,
    column: column.role,
    heading: column.heading,
    shown,
    candidates,
  } as const;
}

/** The rows below the headings, but for totals and the row that numbers the columns. */
function rowsOfUnits({ grid, start, end, columns }: FoundTable): number[] {
  const unit = columns.get('unit')?.index ?? 0;
  return Array.from({ length: end - start }, (_, i) => start + i).filter(
    (row) => !isNumbersRow(grid, row) && !isTotal(grid, row, unit),
  );
}

/** Reads the cells of a row, by criterion; criteria that the table has no column of are left out. */
export function rawRow(table: FoundTable, row: number, known: ColumnHabits): RawRow {
  const raw: Record<string, RawFigures> = {};
  for (const criterion of CRITERIA) {
    const read = (figure: string): Reported | null => {
      const column = table.columns.get(`${criterion}.${figure}`);
      return column ? countAt(table.grid, row, column.index, known) : null;
    };
    const percentColumn = table.percents.find(({ role }) => role.criterion === criterion);
    const percent = percentColumn
      ? readPercent(table.grid, row, percentColumn.index, known.fractions.get(percentColumn.index))
      : null;
    const own = { a: read('a'), b: read('b'), direct: read('direct'), post: read('post'), percent };
    if (own.a || own.b || own.direct || percent) raw[criterion] = own;
  }
  return raw;
}

/** A cell as a count by its column's habit; where that isn't known, the column is as good as none. */
export function countAt(
  grid: Grid,
  row: number,
  column: number,
  { habits, unclear }: ColumnHabits,
): Reported {
  const count = readCount(grid, row, column, habits.get(column) ?? null);
  const isNumber = 'unusable' in count && count.unusable === 'text' && mayBeNumber(count.shown);
  // What stands there is kept: the row isn't a blank one.
  return unclear.has(column) && isNumber ? { ...NO_COLUMN, shown: count.shown } : count;
}

function mayBeNumber(text: string): boolean {
  return NUMBER_HABITS.some((habit) => numberIn(text, habit) !== null);
}

/** Rows that are parts of one unit's figures, added up; a part that can't be read spoils the sum. */
export function addedUp(rows: readonly RawRow[]): RawRow {
  const [first] = rows;
  if (!first || rows.length === 1) return first ?? {};
  return Object.fromEntries(
    Object.entries(first).map(([criterion, own]) => {
      const all = rows.flatMap((row) => row[criterion] ?? []);
      const sums = Object.fromEntries(
        COUNTED.map((figure) => [figure, sumOf(all.flatMap((each) => each[figure] ?? []))]),
      );
      // The percentage is that of the whole: it is merged over the rows, or stands in the first.
      return [criterion, { ...own, ...sums } as RawFigures];
    }),
  );
}

/** The sum of figures, at the place of the first; one that can't be read spoils it. */
export function sumOf(parts: readonly Reported[]): Reported | null {
  const [first] = parts;
  if (!first) return null;
  let value = 0;
  const cells: (Place | null)[] = [];
  for (const part of parts) {
    if ('unusable' in part) return part;
    value += part.value;
    cells.push(...cellsOf(part));
  }
  return { value, place: first.place, ...(cells.length > 1 ? { parts: cells } : {}) };
}

/** The cells that a figure comes from. */
function cellsOf({ place, parts }: Pick<Usable, 'place' | 'parts'>): readonly (Place | null)[] {
  return parts ?? [place];
}

type Usable = Extract<Reported, { readonly value: number }>;

/** A row that gives a total beside its parts: the figures that are not what the parts add up to. */
export function checkedAgainst(total: RawRow, parts: RawRow): RawRow {
  return Object.fromEntries(
    Object.entries(total).map(([criterion, own]) => {
      const sums = parts[criterion];
      const checked = COUNTED.map((figure) => [figure, agreeing(own[figure], sums?.[figure])]);
      return [criterion, { ...own, ...Object.fromEntries(checked) } as RawFigures];
    }),
  );
}

function agreeing(total: Reported | null, sum: Reported | null | undefined): Reported | null {
  if (!total || !sum || 'unusable' in sum) return sum ?? total;
  if ('unusable' in total) return total.unusable === 'empty' ? sum : total;
  if (total.value === sum.value) return total;
  return { unusable: 'disagrees', shown: `${total.value} ≠ ${sum.value}`, place: total.place };
}

/** The counts as the rules take them. */
export function countsOf(raw: RawRow): Record<string, Counts> {
  const counts: Record<string, Counts> = {};
  for (const [criterion, { a, b: total, direct, post, percent }] of Object.entries(raw)) {
    const b = denominator(a, total, direct, post);
    if (!a && !b && !percent) continue;
    counts[criterion] = {
      a: a ?? NO_COLUMN,
      b: b ?? NO_COLUMN,
      ...(post ? { post } : {}),
      ...(percent ? { percent } : {}),
    };
  }
  return counts;
}

/**
 * b is online + direct (row 3 of docs/plan.md). A total beside its parts must be what they add up
 * to, with or without those by public post, which are not in b.
 */
function denominator(
  a: Reported | null,
  total: Reported | null,
  direct: Reported | null,
  post: Reported | null,
): Reported | null {
  if (!direct || !a) return total;
  const byPost = post && 'value' in post ? post.value : 0;
  if ('unusable' in a || 'unusable' in direct) {
    // Without its parts a total can't be checked, nor be told from one that holds the post.
    return total && (!post || ('value' in post && byPost === 0))
      ? total
      : 'unusable' in direct
        ? direct
        : a;
  }
  const value = a.value + direct.value;
  const parts = [...cellsOf(a), ...cellsOf(direct)];
  if (!total) return { value, place: direct.place, parts };
  if ('unusable' in total || total.value === value) return total;
  if (total.value === value + byPost) return { value, place: total.place, parts };
  const sum = [a.value, direct.value, ...(byPost > 0 ? [byPost] : [])].join(' + ');
  return { unusable: 'disagrees', shown: `${total.value} ≠ ${sum}`, place: total.place };
}

export function hasNumbers(raw: RawRow): boolean {
  return figuresOf(raw).some((figure) => 'value' in figure);
}

export function isBlank(raw: RawRow): boolean {
  return figuresOf(raw).every(
    (figure) =>
      'unusable' in figure &&
      (figure.unusable === 'empty' || (figure.unusable === 'noColumn' && figure.shown === '')),
  );
}

export function figuresOf(raw: RawRow): Reported[] {
  const figures: Reported[] = [];
  for (const criterion in raw) {
    const { a, b, direct, post, percent } = raw[criterion] as RawFigures;
    if (a) figures.push(a);
    if (b) figures.push(b);
    if (direct) figures.push(direct);
    if (post) figures.push(post);
    if (percent) figures.push(percent);
  }
  return figures;
}
