import type { ColumnRole, Period } from '../../rules';
import { isOnSheet, type ColumnChoice } from './column-choice';
import { columnsOf, textAt, type Grid } from './grid';
import { findHeads, type Head } from './head-block';
import { namesPublishedServices, roleKey, type Heading } from './headings';
import type { NumberHabit } from './numbers';
import { isSamePeriod, periodIn, periodOfTable } from './periods';

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
  /** The period that its columns, the sheet's name or the lines above say. */
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

/** Finds every table of unit rows on a sheet, from the top down. */
export function findTables(
  grid: Grid,
  choices: readonly ColumnChoice[],
  period: string | null = null,
): FoundTable[] {
  const ours = choices.filter((choice) => isOnSheet(choice, grid));
  const heads = findHeads(grid, ours);
  const wanted = period === null ? null : periodIn(period);
  return heads.map((head, i) => {
    const end = heads[i + 1]?.first ?? grid.values.length;
    const notAbove = (heads[i - 1]?.last ?? -1) + 1;
    return tableUnder(grid, head, end, periodOfTable(grid, head.first, notAbove), wanted);
  });
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
  let isOfWanted = false;
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
    isOfWanted ||= of !== null;
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
    // Whatever the lines above say: the columns that were taken are those of the wanted one.
    period: isOfWanted ? wanted : period,
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
