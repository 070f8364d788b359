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
  readonly #rows = new Map<string, UnitRow>();
  /** Nearly every unit has one row: lists are kept only for those with more. */
  readonly #several = new Map<string, UnitRow[]>();

  constructor(
    private readonly plan: Plan,
    rows: readonly UnitRow[],
  ) {
    for (let i = 0; i < rows.length; i += 1) this.#add(rows[i] as UnitRow);
    this.#tables = new Map(
      plan.levels.map(({ id }) => [id, new LevelTable(levelOf(plan, id))] as const),
    );
    let found = 0;
    for (let i = 0; i < plan.units.length; i += 1) {
      const unit = plan.units[i] as Unit;
      const table = this.#tables.get(unit.level);
      if (!table) continue;
      const row = this.#rows.get(unit.code) ?? null;
      const isOnly = row !== null && !(this.#several.size > 0 && this.#several.has(unit.code));
      if (row) found += 1;
      table.units.push(unit);
      table.onlyRows.push(isOnly ? row : null);
    }
    this.rowsOfNoUnit = found === this.#rows.size ? [] : this.#withoutUnit(rows);
  }

  has(level: string): boolean {
    return this.#tables.has(level);
  }

  /** @throws RangeError where the plan has no such level. */
  at(level: string): LevelTable {
    const table = this.#tables.get(level);
    if (!table) throw new RangeError(`Plan ${this.plan.id} has no level ${level}`);
    return table;
  }

  rowsOf(unit: string): readonly UnitRow[] {
    const row = this.#rows.get(unit);
    return this.#several.get(unit) ?? (row ? [row] : []);
  }

  #add(row: UnitRow): void {
    const first = this.#rows.get(row.unit);
    if (!first) {
      this.#rows.set(row.unit, row);
      return;
    }
    const several = this.#several.get(row.unit);
    if (several) several.push(row);
    else this.#several.set(row.unit, [first, row]);
  }

  #withoutUnit(rows: readonly UnitRow[]): UnitRow[] {
    const codes = new Set(
      [...this.#tables.values()].flatMap(({ units }) => units.map(({ code }) => code)),
    );
    return rows.filter(({ unit }) => !codes.has(unit));
  }
}
