import {
  nameKey,
  PLAN_TABLE_NAMES,
  PLAN_TABLES,
  type PlanCell,
  type PlanColumn,
  type PlanRow,
  type PlanTableName,
} from '../../rules';
import { words } from '../../words';
import { isoDate } from '../decisions';
import { dayOf } from '../find/cells';
import { columnsOf, textAt, valueAt, type Grid } from '../find/grid';

/** Where "Dùng khi chấm điểm" is answered. */
export const IN_USE_COLUMN = 1;

/** A cell of a grid, by its index there. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** A table as it stands on a sheet: its rows, and where a cell of them is. */
export interface FoundPlanTable {
  readonly grid: Grid;
  /** Where its title stands. */
  readonly head: CellAt;
  readonly rows: readonly PlanRow[];
  /** Null where the column has no label. */
  readonly at: (column: string, row: number) => CellAt | null;
}

/** A table of the plan on the sheet where it belongs; null where it isn't there. */
export function findPlanTable(grid: Grid, table: PlanTableName): FoundPlanTable | null {
  return table === 'units' ? findUnits(grid) : findTable(grid, table);
}

/** Labels down the first column, a record in each column beside them. */
function findTable(grid: Grid, table: PlanTableName): FoundPlanTable | null {
  const titles = new Set(PLAN_TABLE_NAMES.map((name) => nameKey(words.PLAN_TABLE_TITLES[name])));
  const keyAt = (row: number) => nameKey(textAt(grid, row, 0));
  const title = grid.values.findIndex(
    (_, row) => keyAt(row) === nameKey(words.PLAN_TABLE_TITLES[table]),
  );
  if (title < 0) return null;
  const below = grid.values.findIndex((_, row) => row > title && titles.has(keyAt(row)));
  const end = below < 0 ? grid.values.length : below;
  const lines = new Map<string, number>();
  for (let row = title + 1; row < end; row += 1) lines.set(labelKey(textAt(grid, row, 0)), row);
  const lineOf = (key: string) => lines.get(labelKey(words.planLabel(table, key)));
  const rows = Array.from({ length: Math.max(0, columnsOf(grid) - 1) }, (_, i) =>
    rowOf(PLAN_TABLES[table], grid, (key) => {
      const row = lineOf(key);
      return row === undefined ? null : { row, column: i + 1 };
    }),
  );
  return {
    grid,
    head: { row: title, column: 0 },
    rows,
    at: (key, i) => {
      const row = lineOf(key);
      return row === undefined ? null : { row, column: i + 1 };
    },
  };
}

/** Headings in a row, a unit in each row below. */
function findUnits(grid: Grid): FoundPlanTable | null {
  const columns = PLAN_TABLES.units;
  const columnIn = (row: number, key: string) =>
    (grid.values[row] ?? []).findIndex(
      (_, column) =>
        labelKey(textAt(grid, row, column)) === labelKey(words.planLabel('units', key)),
    );
  const head = grid.values.findIndex(
    (_, row) => columns.filter(({ key }) => columnIn(row, key) >= 0).length >= 2,
  );
  if (head < 0) return null;
  const at = (key: string, i: number) => {
    const column = columnIn(head, key);
    return column < 0 ? null : { row: head + 1 + i, column };
  };
  const rows = grid.values.slice(head + 1).map((_, i) => rowOf(columns, grid, (key) => at(key, i)));
  return { grid, head: { row: head, column: 0 }, rows, at };
}

function rowOf(
  columns: readonly PlanColumn[],
  grid: Grid,
  at: (key: string) => CellAt | null,
): PlanRow {
  return Object.fromEntries(
    columns.map((column) => {
      const place = at(column.key);
      return [column.key, place ? cellAt(column, grid, place) : null];
    }),
  );
}

/** A cell as the rules take it: dates, choices and codes are told from how people write them. */
function cellAt({ kind }: PlanColumn, grid: Grid, { row, column }: CellAt): PlanCell {
  const value = valueAt(grid, row, column);
  const text = textAt(grid, row, column);
  if (text === '') return null;
  switch (kind) {
    case 'yesNo':
      return typeof value === 'boolean' ? value : (yesNo(text) ?? text);
    case 'severity': {
      const { error, warning } = words.PLAN_SHEET.severities;
      if (nameKey(text) === nameKey(error)) return 'error';
      return nameKey(text) === nameKey(warning) ? 'warning' : text;
    }
    case 'date':
      return isoDate(typeof value === 'number' ? dayOf(value) : text) ?? text;
    case 'code':
      return words.codeOfText(text);
    default:
      return value;
  }
}

/** "Có" or "Không", whatever the case; null for anything else. */
export function yesNo(text: string): boolean | null {
  const key = nameKey(text);
  if (key === nameKey(words.PLAN_SHEET.yes)) return true;
  return key === nameKey(words.PLAN_SHEET.no) ? false : null;
}

function labelKey(text: string): string {
  return nameKey(text.replace(/\(.*$/, ''));
}
