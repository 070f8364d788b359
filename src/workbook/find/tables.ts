import type { ColumnRole, Period } from '../../rules';
import { columnsOf, textAt, type Area, type Grid } from './grid';
import { namesPublishedServices, readHeadings, roleKey, type Heading } from './headings';
import type { NumberHabit } from './numbers';
import { isSamePeriod, periodIn, periodOfTable } from './periods';
import { isColumnNumber } from './row-kinds';

/** A column of a found table. */
export interface FoundColumn {
  readonly role: ColumnRole;
  /** Index in the grid. */
  readonly index: number;
  /** As it stands on the sheet, upper headings first. */
  readonly heading: string;
  /** False where the heading could mean something else. */
  readonly sure: boolean;
  /** How its numbers are written, where the user said so. */
  readonly numbers: NumberHabit | null;
}

/** A table of unit rows, found by its headings. Row and column indexes count within the grid. */
export interface FoundTable {
  readonly grid: Grid;
  /** First and last heading row. */
  readonly head: { readonly first: number; readonly last: number };
  /** Data rows: from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** By role key ("unit", "dvc.a"). */
  readonly columns: ReadonlyMap<string, FoundColumn>;
  /** Columns that hold a percentage: read only where counts are missing. */
  readonly percents: readonly FoundColumn[];
  /** More than one column fits a role, none better than the others. */
  readonly doubtful: readonly { readonly role: ColumnRole; readonly headings: readonly string[] }[];
  /** The period that the sheet's name or the lines above say. */
  readonly period: Period | null;
  /** Periods that the headings of several columns for one role say: which is wanted isn't known. */
  readonly columnPeriods: readonly Period[];
  /** Every column's heading, "" where it has none. */
  readonly headings: readonly string[];
  /** The level that the unit column's heading names. */
  readonly level: 'upper' | 'lower' | null;
  /** The headings or the lines above say that the total covers published services only. */
  readonly scopeNamed: boolean;
  /** The outermost columns that carry a heading. */
  readonly left: number;
  readonly right: number;
}

/** The user's own word on what a column is; it wins over any guess. */
export interface ColumnChoice {
  readonly sheet: string;
  /** "unit", "group", "dvc.a", "dvc.b", … */
  readonly role: string;
  /** The heading's text as it stands on the sheet. */
  readonly heading: string;
  /** How numbers kept as text are written there: "vi" for 1.234,5 and "en" for 1,234.5. */
  readonly numbers?: NumberHabit;
  /** The other file that the sheet is of; left out for the workbook that is scored. */
  readonly file?: string;
}

const MOST_HEAD_ROWS = 3;
const FIGURES = new Set([
  'dvc.a',
  'dvc.b',
  'dvc.direct',
  'eid.a',
  'eid.b',
  'dvc.percent',
  'eid.percent',
]);

/** Finds every table of unit rows on a sheet, from the top down. */
export function findTables(
  grid: Grid,
  choices: readonly ColumnChoice[],
  period: string | null = null,
): FoundTable[] {
  const ours = choices.filter((choice) => isOnSheet(choice, grid));
  const heads: Head[] = [];
  for (let row = 0; row < grid.values.length; row += 1) {
    const head = bestHead(grid, row, ours);
    if (!head || isBeatenBelow(grid, head, ours)) continue;
    heads.push(head);
    row = head.last;
  }
  const wanted = period === null ? null : periodIn(period);
  return heads.map((head, i) => {
    const end = heads[i + 1]?.first ?? grid.values.length;
    const notAbove = (heads[i - 1]?.last ?? -1) + 1;
    return tableUnder(grid, head, end, periodOfTable(grid, head.first, notAbove), wanted);
  });
}

/** Is what the user chose about this sheet? */
export function isOnSheet({ sheet, file }: ColumnChoice, grid: Grid): boolean {
  return sheet === grid.sheet && file === grid.file;
}

/** A title or a letterhead right above the headings makes a block too, but a poorer one. */
function isBeatenBelow(grid: Grid, head: Head, choices: readonly ColumnChoice[]): boolean {
  for (let row = head.first + 1; row < head.first + MOST_HEAD_ROWS; row += 1) {
    const other = bestHead(grid, row, choices);
    if (!other) continue;
    if (other.roles > head.roles) return true;
    // What the upper row adds tells columns apart: it is kept where they are twice without it.
    if (other.roles === head.roles && other.last === head.last && !other.hasTwice) return true;
  }
  return false;
}

interface Head {
  readonly first: number;
  readonly last: number;
  readonly headings: readonly string[];
  /** Columns whose upper heading was taken from the left without a merge that says so. */
  readonly guessed: readonly boolean[];
  readonly read: readonly (Heading | null)[];
  readonly roles: number;
  /** Two columns were taken for the same. */
  readonly hasTwice: boolean;
}

/** The heading block that starts at a row: of one to three rows, the one that names most roles. */
function bestHead(grid: Grid, first: number, choices: readonly ColumnChoice[]): Head | null {
  if (looksLikeData(grid, first)) return null;
  let best: Head | null = null;
  for (let last = first; last < Math.min(first + MOST_HEAD_ROWS, grid.values.length); last += 1) {
    if (last > first && looksLikeData(grid, last)) break;
    const headings = headingsOf(grid, first, last);
    const read = headings.map(({ parts }) => readColumn(parts, choices));
    const roles = new Set(read.flatMap((each) => (each ? [roleKey(each)] : [])));
    const named = roles.has('unit') || roles.has('group');
    const figures = [...roles].filter((role) => FIGURES.has(role)).length;
    if (!named || figures < 2) continue;
    if (!best || roles.size > best.roles) {
      best = {
        first,
        last,
        headings: headings.map(({ parts }) => parts.join(' ')),
        guessed: headings.map(({ guessed }) => guessed),
        read,
        roles: roles.size,
        hasTwice: read.filter((each) => each && each.figure !== 'percent').length > roles.size,
      };
    }
  }
  return best;
}

const NUMBER_TEXT = /^\d{1,3}([.,\s]\d{3})+$|^\d+([.,]\d+)?\s*%$/;

/** A count, or a number kept as text; headings and column numbers have none. */
function looksLikeData(grid: Grid, row: number): boolean {
  const values = grid.values[row] ?? [];
  return values.some((value) =>
    typeof value === 'number' ? value > 20 : NUMBER_TEXT.test(String(value)),
  );
}

/**
 * A column's heading texts from the top down. A merged upper heading reaches over the columns that it
 * is merged over; where nothing tells of merges, to its right as far as the cells below it go on.
 */
function headingsOf(grid: Grid, first: number, last: number) {
  const textIn = (row: number, column: number) => {
    const text = textAt(grid, row, column);
    return isColumnNumber(text) ? '' : text;
  };
  const hasBetween = (from: number, to: number, column: number) => {
    for (let row = from; row <= to; row += 1) if (textIn(row, column) !== '') return true;
    return false;
  };
  /** The heading that reaches over a cell from the left: it has others below it, as the cell does. */
  const reachingOver = (row: number, column: number) => {
    if (!hasBetween(row + 1, last, column)) return '';
    for (let left = column; left >= 0; left -= 1) {
      const text = textIn(row, left);
      if (text !== '') {
        // What is merged reaches as far as its merge and no farther.
        if (mergeOver(grid, row, left)) return '';
        return hasBetween(row + 1, last, left) ? text : '';
      }
      if (hasBetween(first, row - 1, left)) return '';
    }
    return '';
  };
  return Array.from({ length: columnsOf(grid) }, (_, column) => {
    const parts: string[] = [];
    let guessed = false;
    for (let row = first; row <= last; row += 1) {
      let text = textIn(row, column);
      if (text === '') {
        const merge = mergeOver(grid, row, column);
        if (merge) {
          // Down a column the heading is there already: only what reaches from the left is new.
          const isBeside = merge.column !== grid.column + column;
          text = isBeside ? textIn(merge.row - grid.row, merge.column - grid.column) : '';
          if (merge.row !== grid.row + row) text = '';
        } else {
          text = reachingOver(row, column);
          guessed ||= text !== '';
        }
      }
      if (text !== '') parts.push(text);
    }
    return { parts, guessed };
  });
}

/** The merge that covers a cell; null where none is known to. */
function mergeOver(grid: Grid, row: number, column: number): Area | null {
  if (!grid.merges) return null;
  let byRow = mergesByRow.get(grid.merges);
  if (!byRow) mergesByRow.set(grid.merges, (byRow = indexed(grid.merges)));
  const at = grid.column + column;
  const over = byRow
    .get(grid.row + row)
    ?.find((area) => at >= area.column && at < area.column + area.columns);
  return over ?? null;
}

/** Sheets of thousands of merged cells are asked about row by row. */
const mergesByRow = new WeakMap<readonly Area[], Map<number, Area[]>>();

function indexed(merges: readonly Area[]): Map<number, Area[]> {
  const byRow = new Map<number, Area[]>();
  for (const area of merges) {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const list = byRow.get(row);
      if (list) list.push(area);
      else byRow.set(row, [area]);
    }
  }
  return byRow;
}

/** What the user chose; else what the headings say. */
function readColumn(parts: readonly string[], choices: readonly ColumnChoice[]): Heading | null {
  const whole = parts.join(' ');
  const chosen = choices.find(({ heading }) => heading === whole || heading === parts.at(-1));
  return chosen ? chosenHeading(chosen) : readHeadings(parts);
}

function chosenHeading({ role, numbers }: ColumnChoice): Heading {
  const [criterion, figure] = role.includes('.') ? role.split('.') : [null, role];
  return {
    criterion: criterion ?? null,
    figure: figure as ColumnRole['figure'],
    weak: false,
    chosen: true,
    ...(numbers ? { numbers } : {}),
    level: figure === 'group' ? 'upper' : null,
  };
}

function tableUnder(
  grid: Grid,
  head: Head,
  end: number,
  period: Period | null,
  wanted: Period | null,
): FoundTable {
  const byRole = new Map<string, { heading: Heading; column: FoundColumn }[]>();
  head.read.forEach((heading, index) => {
    if (!heading) return;
    const { figure } = heading;
    const isBare = figure === 'percent' && heading.weak;
    const criterion = isBare ? criterionBefore(head, index) : heading.criterion;
    const column = {
      role: { criterion, figure },
      index,
      heading: head.headings[index] ?? '',
      sure: !heading.weak && !(head.guessed[index] ?? false),
      numbers: heading.numbers ?? null,
    };
    const list = byRole.get(roleKey(column.role));
    if (list) list.push({ heading, column });
    else byRole.set(roleKey(column.role), [{ heading, column }]);
  });

  const columns = new Map<string, FoundColumn>();
  const doubtful: FoundTable['doubtful'][number][] = [];
  const percents: FoundColumn[] = [];
  const columnPeriods: Period[] = [];
  let level: FoundTable['level'] = null;
  for (const [role, found] of byRole) {
    if (role.endsWith('.percent')) {
      const own = ofOnePeriod(found, wanted);
      percents.push(...(own.of ?? found).map(({ column }) => column));
      continue;
    }
    const chosen = found.filter(({ heading }) => heading.chosen);
    const strong = found.filter(({ heading }) => !heading.weak);
    const fitting = [chosen, strong, found].find(({ length }) => length > 0) ?? [];
    const { of, periods } = ofOnePeriod(fitting, wanted);
    const fits = of ?? fitting;
    const [one] = fits;
    if (periods.length > 0 && !of) {
      columnPeriods.push(...periods);
    } else if (fits.length > 1 && one) {
      doubtful.push({ role: one.column.role, headings: fits.map(({ column }) => column.heading) });
    } else if (one) {
      columns.set(role, one.column);
      if (role === 'unit') level = one.heading.level;
    }
  }
  const group = columns.get('group');
  if (!columns.has('unit') && group) {
    columns.delete('group');
    columns.set('unit', { ...group, role: { criterion: null, figure: 'unit' } });
    level = 'upper';
  }

  const used = head.headings.flatMap((text, index) => (text === '' ? [] : [index]));
  const above = grid.values.slice(0, head.first).map((_, row) => rowText(grid, row));
  const scopeNamed = [...above, ...head.headings].some(namesPublishedServices);
  return {
    grid,
    head: { first: head.first, last: head.last },
    start: head.last + 1,
    end,
    columns,
    percents,
    doubtful,
    period,
    columnPeriods,
    headings: head.headings,
    level,
    scopeNamed,
    left: used[0] ?? 0,
    right: used.at(-1) ?? 0,
  };
}

/** Columns for one role whose headings each say another period: that of the wanted one, or what there is. */
function ofOnePeriod<T extends { readonly column: FoundColumn }>(
  found: readonly T[],
  wanted: Period | null,
): { readonly of: readonly T[] | null; readonly periods: readonly Period[] } {
  if (found.length < 2) return { of: null, periods: [] };
  const periods = found.map(({ column }) => periodIn(column.heading));
  const isToldApart = periods.every(
    (own, i) =>
      own !== null && periods.every((other, j) => i === j || !other || !isSamePeriod(own, other)),
  );
  if (!isToldApart) return { of: null, periods: [] };
  const at = wanted ? periods.findIndex((own) => own && isSamePeriod(own, wanted)) : -1;
  const one = found[at];
  return { of: one ? [one] : null, periods: periods.filter((own) => own !== null) };
}

/** A bare "Tỷ lệ" is that of the figures before it. */
function criterionBefore({ read }: Head, index: number): string | null {
  const criteria = read.slice(0, index + 1).flatMap((each) => each?.criterion ?? []);
  return criteria.at(-2) ?? criteria.at(-1) ?? null;
}

function rowText(grid: Grid, row: number): string {
  return Array.from({ length: columnsOf(grid) }, (_, column) => textAt(grid, row, column)).join(
    ' ',
  );
}
