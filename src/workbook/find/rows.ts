import type {
  Accounts,
  Counts,
  Plan,
  Place,
  TableProblem,
  Unit,
  UnitFinder,
  UnitRow,
} from '../../rules';
import { chosenUnit, type NameChoice } from './names';
import { ReadTable } from './read-table';
import type { FoundTable } from './tables';

/** A unit's row in a table, with where it stands: what is written beside it goes by this. */
export interface TableRow {
  readonly table: FoundTable;
  /** Index in the table's grid. */
  readonly row: number;
  readonly unit: Unit;
  readonly counts: Readonly<Record<string, Counts>>;
  readonly accounts: Accounts | null;
  readonly place: Place;
}

/** A department or branch of a district that has a row of its own. */
export interface DepartmentRow {
  readonly table: FoundTable;
  readonly row: number;
  readonly shown: string;
  readonly district: Unit;
  readonly counts: Readonly<Record<string, Counts>>;
  readonly place: Place;
}

export interface RowsRead {
  readonly rows: readonly TableRow[];
  readonly departments: readonly DepartmentRow[];
  readonly problems: readonly TableProblem[];
}

/** Reads the unit rows of a table: totals, column numbers, group heads and blank rows are no units. */
export function readRows(
  table: FoundTable,
  plan: Plan,
  finder: UnitFinder,
  names: readonly NameChoice[] = [],
): RowsRead {
  const unitColumn = table.columns.get('unit');
  if (!unitColumn) return { rows: [], departments: [], problems: [] };
  const level = levelId(plan, table.level ?? (table.columns.has('group') ? 'lower' : null));
  const chosen = (shown: string, group: Unit | null) => chosenUnit(names, plan, shown, group);
  return new ReadTable(table, unitColumn.index, level, finder, chosen).read();
}

/** The rows of all tables, one a unit: figures that different tables give of different criteria join. */
export function joinRows(rows: readonly TableRow[]): UnitRow[] {
  const byUnit = new Map<string, UnitRow[]>();
  for (const { unit, counts, accounts, place } of rows) {
    const mine: UnitRow = { unit: unit.code, place, counts, accounts };
    const others = byUnit.get(unit.code) ?? [];
    const partner = others.findIndex((other) => isDisjoint(other, mine));
    if (partner >= 0) others[partner] = merged(others[partner] as UnitRow, mine);
    else others.push(mine);
    byUnit.set(unit.code, others);
  }
  return [...byUnit.values()].flat();
}

function isDisjoint(x: UnitRow, y: UnitRow): boolean {
  return Object.keys(x.counts).every((criterion) => !(criterion in y.counts));
}

function merged(x: UnitRow, y: UnitRow): UnitRow {
  return { ...x, counts: { ...x.counts, ...y.counts }, accounts: x.accounts ?? y.accounts };
}

/** The plan's level that has members is the upper one, the level of the members the lower. */
export function levelId(plan: Plan, which: 'upper' | 'lower' | null): string | null {
  if (which === null) return null;
  const member = plan.units.find(({ parent }) => parent !== null);
  if (which === 'lower') return member?.level ?? null;
  return plan.units.find(({ code }) => code === member?.parent)?.level ?? null;
}
