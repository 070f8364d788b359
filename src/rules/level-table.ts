import type { UnitRow } from './input';
import { levelOf, type Level, type Plan, type Unit } from './plan';
import type { UnitScore } from './result';
import type { CheckedUnit } from './score-unit';

const NOBODY: readonly number[] = [];

/** One level of a run: its units in the plan's order, and what is known of each by its index. */
export class LevelTable {
  readonly units: Unit[] = [];
  readonly checked: (CheckedUnit | undefined)[] = [];
  scores: readonly UnitScore[] = [];
  /** The rows have been checked, and what is wrong with them told. */
  isChecked = false;
  readonly #members = new Map<string, number[]>();

  constructor(readonly level: Level) {}

  add(unit: Unit): void {
    if (unit.parent !== null) append(this.#members, unit.parent, this.units.length);
    this.units.push(unit);
  }

  /** The units of this level that belong to a unit or group, as indexes. */
  membersOf(parent: string): readonly number[] {
    return this.#members.get(parent) ?? NOBODY;
  }
}

export function levelTables(plan: Plan): Map<string, LevelTable> {
  const tables = new Map(plan.levels.map(({ id }) => [id, new LevelTable(levelOf(plan, id))]));
  for (const unit of plan.units) tables.get(unit.level)?.add(unit);
  return tables;
}

/** Rows by unit; nearly every unit has one, so lists are kept only for those with more. */
export class RowsByUnit {
  readonly #first = new Map<string, UnitRow>();
  readonly #several = new Map<string, UnitRow[]>();

  constructor(rows: readonly UnitRow[]) {
    for (const row of rows) {
      const first = this.#first.get(row.unit);
      if (!first) {
        this.#first.set(row.unit, row);
        continue;
      }
      const several = this.#several.get(row.unit);
      if (several) several.push(row);
      else this.#several.set(row.unit, [first, row]);
    }
  }

  /** The unit's row where it has exactly one. */
  only(unit: string): UnitRow | null {
    return this.#several.size > 0 && this.#several.has(unit)
      ? null
      : (this.#first.get(unit) ?? null);
  }

  of(unit: string): readonly UnitRow[] {
    const first = this.#first.get(unit);
    return this.#several.get(unit) ?? (first ? [first] : []);
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
