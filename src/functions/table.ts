import {
  finderOf,
  inputOf,
  score,
  type Accounts,
  type Counts,
  type Level,
  type Plan,
  type ScoreResult,
  type Unit,
  type UnitRow,
} from '../rules';
import { words } from '../words';
import {
  cell,
  isBlank,
  levelNamed,
  optional,
  ratio,
  sameLength,
  column,
  type Column,
} from './arguments';
import { Fault } from './fault';
import { groupFinder, unitIn } from './names';
import type { RuleSet } from './rule-set';

/** A range as Excel hands it over. */
export type Range = readonly Column[];

/** The arguments of the functions that score a whole table. */
export interface TableArguments {
  readonly level: unknown;
  readonly units: Range;
  readonly groups: Range;
  readonly dvc: readonly [a: Range, b: Range];
  readonly eid: readonly [a: Range, b: Range];
  readonly accounts?: Range | null | undefined;
  readonly shares?: Range | null | undefined;
  readonly members?: Range | null | undefined;
}

export interface ScoredTable {
  readonly level: Level;
  readonly result: ScoreResult;
  /** What each row of the range holds; null for an empty one. */
  readonly rows: readonly (Unit | Fault | null)[];
}

/** Scores a table of units in one pass: each range is gone through once, and `score` called once. */
export function scoreTable(rules: RuleSet, given: TableArguments): ScoredTable {
  const { plan, readings, tieDecisions, declined } = rules;
  const level = levelNamed(plan, given.level);
  const names = column(given.units, 'đơn_vị');
  const table = columnsOf(level, given);
  const groups = optional(given.groups, 'huyện');
  const accounts = optional(given.accounts, 'số_tài_khoản_nộp');
  const shares = optional(given.shares, 'tỷ_trọng_3_tài_khoản');
  sameLength(names, groups, accounts, shares, ...table.columns);
  const find = unitFinder(plan, level);
  const read: UnitRow[] = [];
  const rows = names.map((name, i): Unit | Fault | null => {
    if (isBlank(name) && table.isEmpty(i)) return null;
    const unit = find(name, groups?.[i]);
    if (!(unit instanceof Fault)) {
      const { counts } = table.at(i);
      read.push({ unit: unit.code, place: placeOf(i), counts, accounts: accountsAt(i) });
    }
    return unit;
  });
  read.push(...membersIn(plan, level, given.members));
  const input = { ...inputOf(read), tieDecisions, declined };
  return { level, rows, result: score(plan, input, readings) };

  function accountsAt(i: number): Accounts | null {
    const distinct = cell(accounts?.[i]);
    if ('unusable' in distinct) return null;
    const share = ratio(shares?.[i], 'tỷ_trọng_3_tài_khoản');
    const busiest = share === null ? null : { dossiers: share, of: 1 };
    const none = { logged: null, onBusiest: null, confirmed: false, place: null };
    return { ...none, distinct: distinct.value, busiest };
  }
}

/** The two columns of each criterion, row by row. */
function columnsOf(level: Level, { dvc, eid }: Pick<TableArguments, 'dvc' | 'eid'>) {
  const of = [
    [level.criteria[0]?.id, column(dvc[0], 'hồ_sơ_trực_tuyến'), column(dvc[1], 'tổng_hồ_sơ')],
    [level.criteria[1]?.id, column(eid[0], 'tài_khoản'), column(eid[1], 'CCCD')],
  ] as const;
  const columns = of.flatMap(([, a, b]) => [a, b]);
  return {
    columns,
    isEmpty: (i: number) => columns.every((each) => isBlank(each[i])),
    at(i: number): { counts: Record<string, Counts> } {
      const counts: Record<string, Counts> = {};
      for (const [id, a, b] of of) if (id) counts[id] = { a: cell(a[i]), b: cell(b[i]) };
      return { counts };
    },
  };
}

function placeOf(i: number) {
  return { sheet: '', address: String(i + 1) };
}

/** Finds the units of a level by a cell with the name and a cell with the group. */
function unitFinder(plan: Plan, level: Level) {
  const finder = finderOf(plan);
  const groupOf = groupFinder(plan);
  const isGroup = plan.units.some((unit) => unit.level === level.id && unit.parent === null);
  return (name: unknown, group: unknown): Unit | Fault => {
    const parent = isGroup ? null : groupOf(group);
    if (parent instanceof Fault) return parent;
    return unitIn(finder, name, { parent, level: level.id });
  };
}

/**
 * The rows of the members' table: unit, group, a and b, and perhaps the second criterion's a and b.
 * @throws Fault where a unit isn't known: without it the mean would be another
 */
function membersIn(plan: Plan, level: Level, given: Range | null | undefined): UnitRow[] {
  const below = level.criteria.find(({ combine }) => combine)?.combine?.level;
  const theirs = plan.levels.find(({ id }) => id === below);
  if (!theirs || !Array.isArray(given)) return [];
  const range = given as Range;
  if (range.some(({ length }) => length !== 4 && length !== 6)) {
    throw new Fault('#VALUE!', words.FUNCTIONS.memberTable);
  }
  const [dvc, eid] = theirs.criteria;
  const find = unitFinder(plan, theirs);
  return range.flatMap((row, i) => {
    if (row.every(isBlank)) return [];
    const unit = find(row[0], row[1]);
    if (unit instanceof Fault) throw unit;
    const counts: Record<string, Counts> = {};
    if (dvc) counts[dvc.id] = { a: cell(row[2]), b: cell(row[3]) };
    if (eid && row.length === 6) counts[eid.id] = { a: cell(row[4]), b: cell(row[5]) };
    return [{ unit: unit.code, place: placeOf(i), counts, accounts: null }];
  });
}
