import { cellKey, rangeAddress, valueAt } from '../find/grid';
import type { FoundTable } from '../find/tables';
import { CELLS_PER_READ } from '../limits';
import type { Pace } from '../pace';

/** Days up to the year 9999: a larger number is never shown as a date. */
const LAST_DAY = 2_958_465;

/**
 * Marks the cells of count columns whose numbers are shown as dates: Excel makes 01/02/2034 of what
 * was typed as "1.2.34", and what is left is no count. Takes one round trip for all tables, and one
 * more for each 200,000 cells beyond the first. Other files bring their formats along.
 */
export async function withDates(
  pace: Pace,
  tables: readonly FoundTable[],
): Promise<readonly FoundTable[]> {
  const { context } = pace;
  const loaded: { readonly table: FoundTable; readonly column: number; range: Excel.Range }[] = [];
  let inTrip = 0;
  for (const table of tables) {
    const { grid, start, end } = table;
    if (grid.file !== undefined || end <= start) continue;
    for (const [role, { index }] of table.columns) {
      if (role === 'unit' || role === 'group' || !mayHoldDate(table, index)) continue;
      if (inTrip > 0 && inTrip + end - start > CELLS_PER_READ) {
        pace.next();
        // eslint-disable-next-line office-addins/no-context-sync-in-loop
        await context.sync();
        inTrip = 0;
      }
      const address = rangeAddress(grid.row + start, grid.column + index, end - start, 1);
      const range = context.workbook.worksheets.getItem(grid.sheet).getRange(address);
      range.load('numberFormat');
      loaded.push({ table, column: index, range });
      inTrip += end - start;
    }
  }
  if (inTrip > 0) {
    pace.next();
    await context.sync();
  }
  const dates = new Map<FoundTable, Set<number>>();
  const mark = (table: FoundTable, key: number) => {
    const own = dates.get(table) ?? new Set<number>();
    dates.set(table, own.add(key));
  };
  for (const table of tables) {
    for (const { row, column, format } of table.grid.formats ?? []) {
      if (isDateFormat(format)) mark(table, cellKey(row, column));
    }
  }
  for (const { table, column, range } of loaded) {
    (range.numberFormat as unknown[][]).forEach(([format], i) => {
      if (isDateFormat(String(format))) mark(table, cellKey(table.start + i, column));
    });
  }
  return tables.map((table) => {
    const own = dates.get(table);
    return own ? { ...table, grid: { ...table.grid, dates: own } } : table;
  });
}

function mayHoldDate({ grid, start, end }: FoundTable, column: number): boolean {
  for (let row = start; row < end; row += 1) {
    const value = valueAt(grid, row, column);
    if (typeof value === 'number' && value >= 1 && value <= LAST_DAY) return true;
  }
  return false;
}

/** Texts in quotes, colours and conditions in brackets, and marks behind a backslash say nothing. */
const NO_CODE = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/** Does a number format show days, months or years? */
export function isDateFormat(format: string): boolean {
  return format.toLowerCase() !== 'general' && /[dmy]/i.test(format.replace(NO_CODE, ''));
}
