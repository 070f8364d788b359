import type { Plan, Unit } from '../plan';
import { finderOf, type UnitFinder } from '../unit-names';
import type { Interner } from './interner';
import type { TextRows } from './row-sink';

/** Rows whose unit is none of the plan's. */
export const NO_UNIT = -1;
const PLACES = 1 << 10;
/** No text's id. */
const NOTHING_YET = -2;

/** Finds the unit of each row, once for each text (and group) that stands there. */
export class UnitMatcher {
  readonly #finder: UnitFinder;
  readonly #codes: ReadonlyMap<string, number>;
  readonly #lower: string | null;
  /** By the text of the group, then by that of the unit. */
  readonly #known = new Map<number, Map<number, number>>();
  /** Of some places each the group and the unit that were asked last, and the answer. */
  readonly #recent = new Int32Array(PLACES * 3).fill(NOTHING_YET);
  readonly #groups = new Map<number, Unit | null>();

  constructor(
    plan: Plan,
    private readonly rows: TextRows,
    private readonly interner: Interner,
  ) {
    this.#finder = finderOf(plan);
    this.#codes = new Map(plan.units.map(({ code }, index) => [code, index]));
    this.#lower = plan.units.find(({ parent }) => parent !== null)?.level ?? null;
  }

  /** The index in the plan's list; NO_UNIT where what is written leaves no single one. */
  unitOf(row: number): number {
    const unit = this.rows.unit[row] as number;
    const group = this.rows.group[row] as number;
    // A log's units are few: nearly each is found where it was put last.
    const place = ((Math.imul(group, 31) + unit) & (PLACES - 1)) * 3;
    const recent = this.#recent;
    if (recent[place] !== group || recent[place + 1] !== unit) {
      recent[place + 2] = this.#knownOf(unit, group);
      recent[place] = group;
      recent[place + 1] = unit;
    }
    return recent[place + 2] as number;
  }

  #knownOf(unit: number, group: number): number {
    let theirs = this.#known.get(group);
    if (!theirs) this.#known.set(group, (theirs = new Map()));
    let known = theirs.get(unit);
    if (known === undefined) theirs.set(unit, (known = this.#find(unit, group)));
    return known;
  }

  /** What a row says of its unit. */
  shown(row: number): string {
    const ids = [this.rows.unit[row] as number, this.rows.group[row] as number];
    return ids
      .filter((id) => id >= 0)
      .map((id) => this.interner.text(id))
      .join(', ');
  }

  #find(unit: number, group: number): number {
    if (unit < 0) return NO_UNIT;
    const parent = this.#group(group);
    if (parent === null && group >= 0) return NO_UNIT;
    const level = this.rows.hasGroup ? this.#lower : null;
    const match = this.#finder.find(this.interner.text(unit), { parent, level });
    return 'found' in match ? (this.#codes.get(match.found.code) ?? NO_UNIT) : NO_UNIT;
  }

  #group(id: number): Unit | null {
    if (id < 0) return null;
    const known = this.#groups.get(id);
    if (known !== undefined) return known;
    const match = this.#finder.find(this.interner.text(id), { parent: null, level: null });
    const found = 'found' in match ? [match.found] : 'candidates' in match ? match.candidates : [];
    const groups = found.filter(({ parent }) => parent === null);
    const [only] = groups;
    const group = only && groups.length === 1 ? only : null;
    this.#groups.set(id, group);
    return group;
  }
}
