import { finderOf, type ColumnRole, type Place, type Plan, type TableProblem } from '../../rules';
import { words } from '../../words';
import type { WorkbookRead } from '../read/workbook';
import type { Settings } from '../settings';
import { isOnSheet } from './column-choice';
import { departmentProblems, withDepartments } from './departments';
import { cellAddress, placeIn, type Grid } from './grid';
import { roleKey } from './headings';
import type { NumberHabit } from './numbers';
import { withoutAreas, type OtherBook } from './other-book';
import { ofPeriod } from './periods';
import { readRows, type TableRow } from './rows';
import { findTables, type FoundTable } from './tables';

/** Every unit row of a workbook, and what is wrong with the tables it stands in. */
export interface Found {
  readonly tables: readonly FoundTable[];
  readonly rows: readonly TableRow[];
  readonly problems: readonly TableProblem[];
  readonly scopeNamed: boolean;
  /** Departments that are listed apart, whether or not they are added. */
  readonly departments: readonly string[];
  /** Periods that can be chosen; empty where there is nothing to choose. */
  readonly periods: readonly string[];
}

/** Every table on the user's visible sheets, and in the other files. */
export function tablesIn(
  read: WorkbookRead,
  others: readonly OtherBook[],
  { columns, period }: Settings,
): FoundTable[] {
  const own = read.sheets
    .filter((sheet) => sheet.visible && sheet.ours === null && sheet.grid !== null)
    .map(({ grid, ourColumns }) =>
      withoutAreas(
        grid as Grid,
        ourColumns.map(({ area }) => area),
      ),
    );
  const theirs = others.flatMap(({ grids }) => grids);
  return [...own, ...theirs].flatMap((grid) => findTables(grid, columns, period));
}

/** Every unit row of some tables. */
export function findRows(tables: readonly FoundTable[], plan: Plan, settings: Settings): Found {
  const finder = finderOf(plan);
  const each = tables.map((table) => ({
    table,
    ...readRows(table, plan, finder, settings.names),
  }));
  const read = each.filter(
    ({ rows, departments, problems }) => rows.length + departments.length + problems.length > 0,
  );
  const { kept: used, candidates, problems: ofPeriods } = ofPeriod(read, settings.period);
  const departments = used.flatMap((one) => one.departments);
  const own = used.flatMap((one) => one.rows);
  const rows = settings.departments === 'add' ? withDepartments(own, departments) : own;
  const problems = [...ofPeriods, ...used.flatMap((one) => one.problems)];
  problems.push(...departmentProblems(departments, settings.departments));
  if (read.every((one) => one.rows.length + one.departments.length === 0)) {
    problems.unshift({ code: 'noTable', severity: 'error', places: [] });
  }
  const kept = used.map(({ table }) => table);
  problems.push(...columnProblems(plan, used));
  return {
    tables: kept,
    rows,
    problems,
    scopeNamed: kept.some(({ scopeNamed }) => scopeNamed),
    departments: departments.map(({ shown }) => shown),
    periods: candidates.map((period) => words.periodName(period)),
  };
}

/** Columns that a level's tables lack, or have twice; percentages that aren't used. */
function columnProblems(
  plan: Plan,
  tables: readonly { readonly table: FoundTable; readonly rows: readonly TableRow[] }[],
): TableProblem[] {
  const problems: TableProblem[] = [];
  for (const { table } of tables) {
    const { sheet } = table.grid;
    for (const { role, headings } of table.doubtful) {
      problems.push({
        code: 'doubtfulColumn',
        severity: 'error',
        places: headPlace(table),
        sheet,
        column: role,
        headings,
      });
    }
    for (const { index, heading } of table.percents) {
      const places = [placeIn(table.grid, table.head.last, index)];
      problems.push({ code: 'percentColumn', severity: 'info', places, heading });
    }
  }
  for (const level of plan.levels) {
    const theirs = tables.filter(({ rows }) => rows.some(({ unit }) => unit.level === level.id));
    for (const { id } of level.criteria) {
      const complete = theirs.some(({ table }) => lacking(table, id).length === 0);
      if (complete) continue;
      for (const { table } of theirs) {
        const started = lacking(table, id).length < 2 || theirs.length === 1;
        if (!started) continue;
        problems.push(...lacking(table, id).map((column) => missingColumn(table, column)));
      }
    }
  }
  return problems;
}

function lacking(
  { columns, doubtful, columnPeriods }: FoundTable,
  criterion: string,
): ColumnRole[] {
  const has = (figure: string) => columns.has(`${criterion}.${figure}`);
  // Columns of several periods are there: which is wanted is asked.
  const open = (figure: string) =>
    columnPeriods.length > 0 ||
    doubtful.some(({ role }) => role.criterion === criterion && role.figure === figure);
  const lacks: ColumnRole[] = [];
  if (!has('a') && !open('a')) lacks.push({ criterion, figure: 'a' });
  if (!has('b') && !open('b') && !(has('a') && has('direct')))
    lacks.push({ criterion, figure: 'b' });
  return lacks;
}

function missingColumn(table: FoundTable, column: ColumnRole): TableProblem {
  const { sheet } = table.grid;
  return { code: 'missingColumn', severity: 'error', places: headPlace(table), sheet, column };
}

/** Where a table's headings begin. */
function headPlace({ grid, head, left }: FoundTable): Place[] {
  return [placeIn(grid, head.last, left)];
}

/** What a table's columns were taken for, to be shown and corrected. */
export interface FoundTableInfo {
  readonly sheet: string;
  /** The other file that it is in; null for the workbook that is scored. */
  readonly file: string | null;
  /** The plan's level of its units; null where it holds units of several. */
  readonly level: string | null;
  /** The address of its lowest heading row's first cell. */
  readonly head: string;
  readonly rows: number;
  readonly columns: readonly {
    /** "unit", "group", "dvc.a", … */
    readonly role: string;
    readonly heading: string;
    readonly address: string;
    /** False where the heading could mean something else. */
    readonly sure: boolean;
    /** The user said so. */
    readonly chosen: boolean;
    /** How the user said that its numbers are written; null where nobody was asked. */
    readonly numbers: NumberHabit | null;
    /** A number of it that can be read two ways, and what it is in either; null where it is clear. */
    readonly unclear: { readonly shown: string; readonly candidates: readonly number[] } | null;
  }[];
  /** Every heading of the table, to choose from. */
  readonly headings: readonly { readonly heading: string; readonly address: string }[];
  /** Roles that no column was found for. */
  readonly missing: readonly string[];
}

const ROLES = ['unit', 'group', 'dvc.a', 'dvc.b', 'eid.a', 'eid.b', 'accounts'];

/** Describes the tables that were found, for the pane. */
export function describeTables(found: Found, settings: Settings): FoundTableInfo[] {
  return found.tables.map((table) => {
    const { grid, head, columns } = table;
    const rows = found.rows.filter((row) => row.table === table);
    const levels = new Set(rows.map(({ unit }) => unit.level));
    const at = (index: number) => cellAddress(grid.row + head.last, grid.column + index);
    const chosen = settings.columns.filter((choice) => isOnSheet(choice, grid));
    return {
      sheet: grid.sheet,
      file: grid.file ?? null,
      level: levels.size === 1 ? ([...levels][0] ?? null) : null,
      head: at(table.left),
      rows: rows.length,
      columns: [...columns.values()].map(({ role, index, heading, sure, numbers }) => ({
        numbers,
        unclear: unclearIn(found, placeIn(grid, head.last, index)),
        role: roleKey(role),
        heading,
        address: at(index),
        sure,
        chosen: chosen.some(
          (choice) => choice.role === roleKey(role) && choice.heading === heading,
        ),
      })),
      headings: table.headings.flatMap((heading, index) =>
        heading === '' ? [] : [{ heading, address: at(index) }],
      ),
      missing: ROLES.filter(
        (role) => !columns.has(role) && !(role === 'dvc.b' && columns.has('dvc.direct')),
      ),
    };
  });
}

function unclearIn({ problems }: Found, { sheet, address, file }: Place) {
  for (const problem of problems) {
    const [place] = problem.places;
    const isHere = place?.sheet === sheet && place.address === address && place.file === file;
    if (problem.code === 'unclearNumbers' && isHere) {
      return { shown: problem.shown, candidates: problem.candidates };
    }
  }
  return null;
}

/** Where each unit's rows stand in the workbook that is scored, by unit code. */
export function placesOfUnits(rows: readonly TableRow[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const { unit, place } of rows) {
    if (place.file !== undefined) continue;
    const list = places.get(unit.code);
    if (list) list.push(place);
    else places.set(unit.code, [place]);
  }
  return places;
}
