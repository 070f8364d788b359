import {
  PLAN_TABLE_NAMES,
  PLAN_TABLES,
  writePlan,
  type Plan,
  type PlanRow,
  type PlanTableName,
} from '../../rules';
import { words } from '../../words';

/** Which cells tell a table's rows apart; units are only counted. */
const KEYS: Readonly<Record<Exclude<PlanTableName, 'units'>, readonly string[]>> = {
  plan: [],
  levels: ['code'],
  criteria: ['level', 'code'],
  prizes: ['code', 'name'],
  places: ['code'],
  people: [],
  exceptions: ['unit'],
};

/** Where two plans differ, a line each, in the order of the plan's sheet. */
export function planChanges(before: Plan, after: Plan): string[] {
  const [old, now] = [writePlan(before), writePlan(after)];
  return [
    ...PLAN_TABLE_NAMES.flatMap((table) =>
      table === 'units' ? [] : rowChanges(table, old[table], now[table]),
    ),
    ...unitChanges(before, after),
  ];
}

function rowChanges(
  table: Exclude<PlanTableName, 'units'>,
  old: readonly PlanRow[],
  now: readonly PlanRow[],
): string[] {
  const { PANE_PLAN, PLAN_TABLE_TITLES } = words;
  const codesOf = (row: PlanRow) => KEYS[table].map((key) => String(row[key] ?? ''));
  const keyOf = (row: PlanRow) => codesOf(row).join('\n');
  const named = (row: PlanRow) => words.planRow(PLAN_TABLE_TITLES[table], codesOf(row));
  const before = new Map(old.map((row) => [keyOf(row), row]));
  const after = new Set(now.map(keyOf));
  return [
    ...now.flatMap((row) => {
      const own = before.get(keyOf(row));
      if (!own) return [PANE_PLAN.added(named(row))];
      return PLAN_TABLES[table].flatMap(({ key, kind }) => {
        const [from, to] = [own[key] ?? null, row[key] ?? null];
        if (from === to) return [];
        const place = words.planPlace(table, key, codesOf(row));
        return [
          PANE_PLAN.change(place, words.planCellText(from, kind), words.planCellText(to, kind)),
        ];
      });
    }),
    ...old.filter((row) => !after.has(keyOf(row))).map((row) => PANE_PLAN.removed(named(row))),
  ];
}

function unitChanges(before: Plan, after: Plan): string[] {
  const [old, now] = [before, after].map(
    ({ units }) => new Map(units.map((unit) => [unit.code, JSON.stringify(unit)])),
  ) as [Map<string, string>, Map<string, string>];
  const missing = (from: Map<string, string>, of: Map<string, string>) =>
    [...from.keys()].filter((code) => !of.has(code)).length;
  const [added, removed] = [missing(now, old), missing(old, now)];
  const changed = [...now].filter(([code, unit]) => old.has(code) && old.get(code) !== unit).length;
  return added + removed + changed > 0 ? [words.PANE_PLAN.units(added, removed, changed)] : [];
}
