import {
  HAU_GIANG_2023,
  nameKey,
  PLAN_TABLE_NAMES,
  PLAN_TABLES,
  readPlan,
  type Plan,
  type PlanCell,
  type PlanColumn,
  type PlanFault,
  type PlanRow,
  type PlanTableName,
  type PlanTables,
  type TableProblem,
} from '../../rules';
import { words } from '../../words';
import { isoDate } from '../decisions';
import { dayOf } from '../find/cells';
import { columnsOf, placeIn, textAt, valueAt, type Grid } from '../find/grid';
import type { OurSheet } from '../ours';
import { IN_USE_COLUMN } from './sheet';

/** What the program can read the figures of. */
const READABLE: ReadonlySet<string> = new Set(['dvc', 'eid']);

/** The plan that a workbook brings along. */
export interface PlanOnSheet {
  /** The sheet's name. */
  readonly sheet: string;
  /** The sheet says that it is scored by. */
  readonly isUsed: boolean;
  /** Null where something is wrong. */
  readonly plan: Plan | null;
  readonly problems: readonly TableProblem[];
}

/** Which plan a workbook is scored by. */
export interface PlanInForce {
  /** Null where the workbook's own is to be used and is wrong. */
  readonly plan: Plan | null;
  /** The sheet that it comes from; null for the plan that the program brings. */
  readonly sheet: string | null;
  /** The workbook's own, used or not; null where it has none. */
  readonly own: PlanOnSheet | null;
}

/** The plan that the program brings, in a workbook without one of its own. */
export const BUILT_IN_PLAN: PlanInForce = { plan: HAU_GIANG_2023, sheet: null, own: null };

interface MarkedSheet {
  readonly ours: OurSheet | null;
  readonly grid: Grid | null;
}

/**
 * The plan in force: the workbook's own where its sheet "Tiêu chí" says so, never another in its
 * place.
 * @param builtIn what is scored by else
 * @param isTried takes the workbook's own for used, whatever its sheet says
 */
export function planInForce(
  sheets: readonly MarkedSheet[],
  builtIn: Plan,
  isTried = false,
): PlanInForce {
  const own = planOnSheet(sheets);
  if (!own || !(own.isUsed || isTried)) return { plan: builtIn, sheet: null, own };
  return { plan: own.plan, sheet: own.sheet, own };
}

function planOnSheet(sheets: readonly MarkedSheet[]): PlanOnSheet | null {
  const gridsOf = (kind: OurSheet) =>
    sheets.flatMap(({ ours, grid }) => (ours === kind && grid ? [grid] : []));
  const [grid, otherGrid] = gridsOf('plan');
  if (!grid) return null;
  const [units, otherUnits] = gridsOf('planUnits');
  const problems: TableProblem[] = [];
  const tell = (of: Grid, at: CellAt | null, fault: Told) => {
    const places = at ? [placeIn(of, at.row, at.column)] : [placeIn(of, 0, 0)];
    problems.push({
      code: 'planCell',
      severity: 'error',
      places,
      item: null,
      shown: '',
      ...fault,
    });
  };
  if (otherGrid) tell(otherGrid, null, { table: 'plan', what: 'twoSheets' });
  if (otherUnits) tell(otherUnits, null, { table: 'units', what: 'twoSheets' });
  const isUsed = readInUse(grid, (at, shown) =>
    tell(grid, at, { table: 'plan', what: 'inUse', shown }),
  );
  const found = new Map<PlanTableName, FoundPlanTable>();
  for (const table of PLAN_TABLE_NAMES) {
    const of = table === 'units' ? units : grid;
    const one = of && (table === 'units' ? findUnits(of) : findTable(of, table));
    if (one) found.set(table, one);
    else tell(of ?? grid, null, { table, what: 'noTable' });
    for (const { key } of one ? PLAN_TABLES[table] : []) {
      if (one && !one.at(key, 0)) tell(one.grid, one.head, { table, what: 'noColumn', item: key });
    }
  }
  if (problems.some(({ code }) => code === 'planCell') && found.size < PLAN_TABLE_NAMES.length) {
    return { sheet: grid.sheet, isUsed, plan: null, problems };
  }
  const tables = Object.fromEntries(
    [...found].map(([table, { rows }]) => [table, rows]),
  ) as unknown as PlanTables;
  const { plan, faults } = readPlan(tables, READABLE);
  const told = [...faults].sort((x, y) => orderOf(x) - orderOf(y));
  problems.push(...told.map((fault) => problemOf(fault, found.get(fault.table))));
  const isWrong = problems.some(({ severity }) => severity === 'error');
  return { sheet: grid.sheet, isUsed, plan: isWrong ? null : plan, problems };
}

type Told = {
  readonly table: PlanTableName;
  readonly what: Extract<TableProblem, { code: 'planCell' }>['what'];
  readonly item?: string;
  readonly shown?: string;
};

interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** A table as it stands on a sheet: its rows, and where a cell of them is. */
interface FoundPlanTable {
  readonly grid: Grid;
  /** Where its title stands. */
  readonly head: CellAt;
  readonly rows: readonly PlanRow[];
  /** Null where the column has no label. */
  readonly at: (column: string, row: number) => CellAt | null;
}

function problemOf(
  { severity, table, row, column, what, shown }: PlanFault,
  found: FoundPlanTable | undefined,
): TableProblem {
  const first = PLAN_TABLES[table][0].key;
  const at = row === null ? found?.head : found?.at(column ?? first, row);
  const places = found && at ? [placeIn(found.grid, at.row, at.column)] : [];
  return { code: 'planCell', severity, places, table, item: column, what, shown };
}

function orderOf({ table, row }: PlanFault): number {
  return PLAN_TABLE_NAMES.indexOf(table) * 1_000_000 + (row ?? -1);
}

/** "Dùng khi chấm điểm": yes or no; anything else is told, and the plan counts as to be used. */
function readInUse(grid: Grid, tell: (at: CellAt | null, shown: string) => void): boolean {
  const at = inUseAt(grid);
  const shown = at ? textAt(grid, at.row, at.column) : '';
  const said = yesNo(shown);
  if (said === null) tell(at, shown);
  return said ?? true;
}

function inUseAt(grid: Grid): CellAt | null {
  const key = nameKey(words.PLAN_SHEET.inUse);
  const row = grid.values.findIndex((_, at) => nameKey(textAt(grid, at, 0)) === key);
  return row < 0 ? null : { row, column: IN_USE_COLUMN };
}

/** The address of the cell that answers "Dùng khi chấm điểm"; null where the sheet has none. */
export function inUseCell(grid: Grid): string | null {
  const at = inUseAt(grid);
  return at && placeIn(grid, at.row, at.column).address;
}

function yesNo(text: string): boolean | null {
  const key = nameKey(text);
  if (key === nameKey(words.PLAN_SHEET.yes)) return true;
  return key === nameKey(words.PLAN_SHEET.no) ? false : null;
}

function labelKey(text: string): string {
  return nameKey(text.replace(/\(.*$/, ''));
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
