import type { MembersSide } from './formulas';
import type { LevelGlance } from './glance';

/** A criterion's figures of a level's units, added up by the group they belong to, in doubles. */
export class MemberSums {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly ratio: Float64Array;
  readonly points: Float64Array;
  readonly count: Float64Array;
  /** By the group's code; only groups whose units are all settled. */
  readonly #slots = new Map<string, number>();

  constructor(glance: LevelGlance, at: number) {
    const { units } = glance;
    const size = units.length;
    this.a = new Float64Array(size);
    this.b = new Float64Array(size);
    this.ratio = new Float64Array(size);
    this.points = new Float64Array(size);
    this.count = new Float64Array(size);
    const unsettled = new Set<string>();
    let last: string | null = null;
    let slot = 0;
    for (let index = 0; index < size; index += 1) {
      const parent = units[index]?.parent ?? null;
      if (parent === null) continue;
      // Units of a group mostly follow each other in the official list.
      if (parent !== last) slot = this.#slotOf(parent);
      last = parent;
      if (!glance.isSettled(index)) {
        unsettled.add(parent);
        continue;
      }
      const a = glance.count(index, at, 'a');
      const b = glance.count(index, at, 'b');
      add(this.a, slot, a);
      add(this.b, slot, b);
      add(this.ratio, slot, a / b);
      add(this.points, slot, glance.ownPoints(index, at));
      add(this.count, slot, 1);
    }
    for (const parent of unsettled) this.#slots.delete(parent);
  }

  /** Where a group's sums stand; undefined where it has no units, or one isn't settled. */
  of(group: string): number | undefined {
    return this.#slots.get(group);
  }

  #slotOf(group: string): number {
    const known = this.#slots.get(group);
    if (known !== undefined) return known;
    const slot = this.#slots.size;
    this.#slots.set(group, slot);
    return slot;
  }
}

function add(sums: Float64Array, slot: number, value: number): void {
  sums[slot] = (sums[slot] ?? 0) + value;
}

/** The sums of one group, as the formulas ask for them. */
export class SumsOfMembers implements MembersSide<number> {
  constructor(
    private readonly sums: MemberSums,
    private readonly slot: number,
  ) {}

  ratioMean(): number {
    return this.#mean(this.sums.ratio);
  }

  countMean(which: 'a' | 'b'): number {
    return this.#mean(this.sums[which]);
  }

  pooled(which: 'a' | 'b', own: number): number {
    return own + (this.sums[which][this.slot] as number);
  }

  pointsMean(): number {
    return this.#mean(this.sums.points);
  }

  #mean(of: Float64Array): number {
    return (of[this.slot] as number) / (this.sums.count[this.slot] as number);
  }
}
