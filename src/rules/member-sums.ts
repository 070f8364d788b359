import type { MembersSide } from './formulas';
import type { LevelGlance } from './glance';
import type { Unit } from './plan';

/** A criterion's figures of a level's units, added up by the group they belong to, in doubles. */
export class MemberSums {
  readonly a: number[] = [];
  readonly b: number[] = [];
  readonly ratio: number[] = [];
  readonly points: number[] = [];
  readonly count: number[] = [];
  /** By the group's code; only groups whose units are all settled. */
  readonly #slots = new Map<string, number>();

  constructor(glance: LevelGlance, at: number) {
    const { units } = glance;
    const unsettled = new Set<string>();
    let last: string | null = null;
    let slot = 0;
    for (let index = 0; index < units.length; index += 1) {
      const { parent } = units[index] as Unit;
      if (parent === null) continue;
      // Units of a group mostly follow each other in the official list.
      if (parent !== last) slot = this.#slotOf(parent);
      last = parent;
      if (glance.isSettled(index)) this.#add(slot, glance, index, at);
      else unsettled.add(parent);
    }
    for (const parent of unsettled) this.#slots.delete(parent);
  }

  #add(slot: number, glance: LevelGlance, index: number, at: number): void {
    const { a, b, ratio, points, count } = this;
    const online = glance.count(index, at, 'a');
    const all = glance.count(index, at, 'b');
    a[slot] = (a[slot] as number) + online;
    b[slot] = (b[slot] as number) + all;
    ratio[slot] = (ratio[slot] as number) + online / all;
    points[slot] = (points[slot] as number) + glance.ownPoints(index, at);
    count[slot] = (count[slot] as number) + 1;
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
    for (const sums of [this.a, this.b, this.ratio, this.points, this.count]) sums.push(0);
    return slot;
  }
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

  #mean(of: readonly number[]): number {
    return (of[this.slot] as number) / (this.sums.count[this.slot] as number);
  }
}
