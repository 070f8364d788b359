import type { UnitRow } from './input';
import type { ScoredUnit } from './placed';
import { levelOf, type Level, type Plan, type Unit } from './plan';
import type { CheckedUnit } from './score-unit';

const NOBODY: readonly number[] = [];

/** One level of a run: its units in the plan's order, and what is known of each by its index. */
export class LevelTable {
  readonly units: Unit[] = [];
  /** Each unit's row where it has exactly one. */
  readonly onlyRows: (UnitRow | null)[] = [];
  readonly checked: (CheckedUnit | undefined)[] = [];
  scores: readonly ScoredUnit[] = [];
  /** The rows have been checked, and what is wrong with them told. */
  isChecked = false;
  #members: Map<string, number[]> | null = null;

  constructor(readonly level: Level) {}

  /** The units of this level that belong to a unit or group, as indexes. */
  membersOf(parent: string): readonly number[] {
    this.#members ??= this.#byParent();
    return this.#members.get(parent) ?? NOBODY;
  }

  #byParent(): Map<string, number[]> {
    const members = new Map<string, number[]>();
    this.units.forEach(({ parent }, index) => {
      if (parent === null) return;
      const list = members.get(parent);
      if (list) list.push(index);
      else members.set(parent, [index]);
    });
    return members;
  }
}

/** The rows and the units that a plan scores, brought together. */
export class Tables {
  /** Rows whose unit is none that the plan scores. */
  readonly rowsOfNoUnit: readonly UnitRow[];
  readonly #tables: ReadonlyMap<string, LevelTable>;
  #byUnit: RowsByUnit | null = null;

  constructor(
    private readonly plan: Plan,
    private readonly rows: readonly UnitRow[],
  ) {
    this.#tables = new Map(
      plan.levels.map(({ id }) => [id, new LevelTable(levelOf(plan, id))] as const),
    );
    const inOrder = rowsInOrder(plan, rows);
    const byUnit = inOrder ? null : this.#rowsByUnit();
    for (let i = 0; i < plan.units.length; i += 1) {
      const unit = plan.units[i] as Unit;
      const table = this.#tables.get(unit.level);
      if (!table) continue;
      table.units.push(unit);
      table.onlyRows.push(byUnit ? byUnit.only(unit.code) : (inOrder?.[i] ?? null));
    }
    this.rowsOfNoUnit = this.#withoutUnit();
  }

  /** @throws RangeError where the plan has no such level. */
  at(level: string): LevelTable {
    const table = this.#tables.get(level);
    if (!table) throw new RangeError(`Plan ${this.plan.id} has no level ${level}`);
    return table;
  }

  rowsOf(unit: string): readonly UnitRow[] {
    return this.#rowsByUnit().of(unit);
  }

  #rowsByUnit(): RowsByUnit {
    return (this.#byUnit ??= new RowsByUnit(this.rows));
  }

  #withoutUnit(): UnitRow[] {
    let found = 0;
    for (const { onlyRows } of this.#tables.values()) {
      for (let i = 0; i < onlyRows.length; i += 1) if (onlyRows[i]) found += 1;
    }
    // Each row is its unit's only one.
    if (found === this.rows.length) return [];
    const codes = new Set(
      [...this.#tables.values()].flatMap(({ units }) => units.map(({ code }) => code)),
    );
    return this.rows.filter(({ unit }) => !codes.has(unit));
  }
}

/** Each unit's row, by the unit's index, where rows come in the plan's order; null where they don't. */
function rowsInOrder({ units }: Plan, rows: readonly UnitRow[]): (UnitRow | undefined)[] | null {
  const found: (UnitRow | undefined)[] = [];
  let next = 0;
  for (let i = 0; i < units.length; i += 1) {
    const row = rows[next];
    if (row?.unit === (units[i] as Unit).code) {
      found.push(row);
      next += 1;
    } else found.push(undefined);
  }
  // No unit is listed twice, so that rows that all found theirs are one a unit.
  return next === rows.length ? found : null;
}

class RowsByUnit {
  readonly #first = new Map<string, UnitRow>();
  /** Nearly every unit has one row: lists are kept only for those with more. */
  readonly #several = new Map<string, UnitRow[]>();

  constructor(rows: readonly UnitRow[]) {
    for (let i = 0; i < rows.length; i += 1) this.#add(rows[i] as UnitRow);
  }

  of(unit: string): readonly UnitRow[] {
    const row = this.#first.get(unit);
    return this.#several.get(unit) ?? (row ? [row] : []);
  }

  /** The unit's row where it has exactly one. */
  only(unit: string): UnitRow | null {
    return this.#several.size > 0 && this.#several.has(unit)
      ? null
      : (this.#first.get(unit) ?? null);
  }

  #add(row: UnitRow): void {
    const first = this.#first.get(row.unit);
    if (!first) {
      this.#first.set(row.unit, row);
      return;
    }
    const several = this.#several.get(row.unit);
    if (several) several.push(row);
    else this.#several.set(row.unit, [first, row]);
  }
}
