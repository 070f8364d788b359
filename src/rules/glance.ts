import { combined, IN_DOUBLES, type MembersSide } from './formulas';
import { planNumber } from './figure';
import type { Counts, UnitRow } from './input';
import type { Criterion, Level } from './plan';
import type { Readings } from './readings';
import type { UnitScore } from './result';

/**
 * A first look at a level, in doubles. Most rows are plain: whole numbers, nothing to be told, no
 * ratio so near a threshold that a double can't say on which side it lies. A plain unit's status and
 * the double of each of its figures are settled here, in one array of numbers for the whole level;
 * its figures with their traces are worked out (by scoreUnit, as every other unit's) when somebody
 * asks for them. Thousands of units make millions of objects otherwise, and few are ever looked at.
 */
export class LevelGlance {
  readonly #numbers: Float64Array;
  readonly #totals: Float64Array;
  readonly #gated: Uint8Array;
  readonly #rules: readonly CriterionRule[];
  readonly #gate: { readonly at: number; readonly from: Edge; readonly wholeUnit: boolean } | null;

  constructor(
    readonly level: Level,
    units: number,
    private readonly readings: Readings,
    /** Works a unit's figures out in full. */
    readonly inFull: (index: number) => UnitScore,
  ) {
    const width = level.criteria.length;
    this.#numbers = new Float64Array(units * width * SLOTS);
    this.#totals = new Float64Array(units).fill(NaN);
    this.#gated = new Uint8Array(units);
    this.#rules = level.criteria.map((criterion) => ruleOf(criterion, readings));
    const { gate } = level;
    this.#gate = gate && {
      at: level.criteria.findIndex(({ id }) => id === gate.criterion),
      from: edgeOf(gate.from),
      wholeUnit: readings.gate === 'wholeUnit',
    };
  }

  /** Looks at a unit; what isn't settled now is scored in full. */
  look(index: number, unit: string, row: UnitRow, membersOf: (level: string) => MembersGlance) {
    let total = 0;
    for (let at = 0; at < this.#rules.length; at += 1) {
      const rule = this.#rules[at] as CriterionRule;
      const counts = row.counts[rule.criterion.id];
      if (!counts || !isPlain(counts, rule)) return;
      const a = valueOf(counts.a);
      const b = valueOf(counts.b);
      this.#put(index, at, A, a);
      this.#put(index, at, B, b);
      const own = a / b;
      const { combine } = rule.criterion;
      if (combine) {
        total += this.#combine(index, at, unit, own, membersOf(combine.level));
      } else {
        this.#put(index, at, JUMPS, own);
        total += ownPoints(rule, a, b);
      }
    }
    const gate = this.#gate;
    if (gate && !reaches(this.#get(index, gate.at, A), this.#get(index, gate.at, B), gate.from)) {
      if (!gate.wholeUnit) return;
      this.#gated[index] = 1;
    }
    this.#totals[index] = total;
  }

  isSettled(index: number): boolean {
    return !Number.isNaN(this.total(index));
  }

  isGated(index: number): boolean {
    return this.#gated[index] === 1;
  }

  /** NaN where the first look didn't settle it. */
  total(index: number): number {
    return this.#totals[index] as number;
  }

  count(index: number, at: number, which: 'a' | 'b'): number {
    return this.#get(index, at, which === 'a' ? A : B);
  }

  /** The ratio whose points jump at the threshold; where points are averaged, the unit's own. */
  jumpingRatio(index: number, at: number): number {
    return this.#get(index, at, JUMPS);
  }

  /** Points from a unit's own counts. */
  ownPoints(index: number, at: number): number {
    return ownPoints(
      this.#rules[at] as CriterionRule,
      this.#get(index, at, A),
      this.#get(index, at, B),
    );
  }

  #combine(index: number, at: number, unit: string, own: number, members: MembersGlance): number {
    const { criterion } = this.#rules[at] as CriterionRule;
    const ratios = members.ratios(criterion.id);
    if (!ratios) return NaN;
    const mean = IN_DOUBLES.averaged({ what: 'memberMean', clause: '', unit }, ratios);
    const side = { ratio: own, count: (which: 'a' | 'b') => this.count(index, at, which) };
    const theirs = members.side(criterion.id);
    const reading = this.readings.combinedRatio;
    const { ratio, points } = combined(IN_DOUBLES, unit, criterion, reading, side, mean, theirs);
    this.#put(index, at, JUMPS, ratio ?? own);
    return points;
  }

  #put(index: number, at: number, slot: number, value: number): void {
    this.#numbers[(index * this.#rules.length + at) * SLOTS + slot] = value;
  }

  #get(index: number, at: number, slot: number): number {
    return this.#numbers[(index * this.#rules.length + at) * SLOTS + slot] as number;
  }
}

/** What is kept of each unit and criterion. */
const [A, B, JUMPS, SLOTS] = [0, 1, 2, 3];

/** Can a first look serve here? Not under readings whose figures come from elsewhere. */
export function mayGlance({ criteria, gate }: Level, { memberSum }: Readings): boolean {
  return (
    criteria.every((each) => each.memberSum === null || memberSum === 'ownRow') &&
    [...criteria.map(({ threshold }) => threshold), ...(gate ? [gate.from] : [])].every(isSmall) &&
    (!gate || criteria.some(({ id, combine }) => id === gate.criterion && combine === null))
  );
}

/** A unit's members, as the first look at their level saw them. */
export class MembersGlance {
  constructor(
    private readonly glance: LevelGlance | null,
    private readonly indexes: readonly number[],
  ) {}

  /** Their own ratios; null where there are none, or one isn't settled. */
  ratios(criterion: string): number[] | null {
    const { glance, indexes } = this;
    const at = glance ? criterionAt(glance.level, criterion) : -1;
    if (!glance || at < 0 || indexes.length === 0) return null;
    const ratios: number[] = [];
    for (const index of indexes) {
      if (!glance.isSettled(index)) return null;
      ratios.push(glance.count(index, at, 'a') / glance.count(index, at, 'b'));
    }
    return ratios;
  }

  side(criterion: string): MembersSide<number> {
    const glance = this.glance as LevelGlance;
    const at = criterionAt(glance.level, criterion);
    return {
      counts: (which) => this.indexes.map((index) => glance.count(index, at, which)),
      points: () => this.indexes.map((index) => glance.ownPoints(index, at)),
    };
  }
}

export function criterionAt({ criteria }: Level, id: string): number {
  return criteria.findIndex((criterion) => criterion.id === id);
}

/** A threshold as a fraction of small whole numbers. */
interface Edge {
  readonly numerator: number;
  readonly denominator: number;
}

interface CriterionRule {
  readonly criterion: Criterion;
  readonly full: number;
  readonly threshold: Edge;
  readonly countsPost: boolean;
}

function ruleOf(criterion: Criterion, { post }: Readings): CriterionRule {
  return {
    criterion,
    full: planNumber(criterion.full).approx,
    threshold: edgeOf(criterion.threshold),
    countsPost: post === 'inDenominator' && criterion.postChannel,
  };
}

function edgeOf(text: string): Edge {
  const { n, d } = planNumber(text).fraction;
  return { numerator: Number(n), denominator: Number(d) };
}

/** Products of a count and a threshold's parts stay below 2^53, where doubles are exact. */
const MOST = { count: 2 ** 40, part: 2 ** 12 };

function isSmall(threshold: string): boolean {
  const { numerator, denominator } = edgeOf(threshold);
  return numerator <= MOST.part && denominator <= MOST.part;
}

/** a/b ≥ the threshold: exactly so, since all four are whole and small. */
function reaches(a: number, b: number, { numerator, denominator }: Edge): boolean {
  return a * denominator >= b * numerator;
}

function ownPoints({ threshold, full }: CriterionRule, a: number, b: number): number {
  return reaches(a, b, threshold) ? full : (a / b) * full;
}

/** Counts of which nothing is to be told. */
function isPlain({ a, b, post }: Counts, { countsPost }: CriterionRule): boolean {
  if ('unusable' in a || 'unusable' in b || (countsPost && post)) return false;
  return (
    Number.isInteger(a.value) &&
    Number.isInteger(b.value) &&
    a.value >= 0 &&
    a.value <= b.value &&
    b.value > 0 &&
    b.value <= MOST.count
  );
}

function valueOf(figure: Counts['a']): number {
  return (figure as { readonly value: number }).value;
}
