import {
  HAU_GIANG_2023,
  nameKey,
  PLAN_TABLE_NAMES,
  PLAN_TABLES,
  readPlan,
  type Plan,
  type PlanFault,
  type PlanTableName,
  type PlanTables,
  type TableProblem,
} from '../../rules';
import { words } from '../../words';
import { placeIn, textAt, type Grid } from '../find/grid';
import type { OurSheet } from '../ours';
import { findPlanTable, IN_USE_COLUMN, yesNo, type CellAt, type FoundPlanTable } from './find';

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
    const one = of && findPlanTable(of, table);
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
