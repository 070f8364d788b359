import type Fraction from 'fraction.js';
import {
  approxSum,
  compare,
  divide,
  exact,
  mean,
  multiply,
  parseExact,
  sum,
  ZERO,
  type Exact,
} from './exact';
import type { Unusable } from './input';
import type { Place } from './place';

/** What a value stands for: the words draw a step by it. */
export type Quantity =
  | 'a'
  | 'b'
  | 'post'
  | 'percent'
  | 'ratio'
  | 'ownRatio'
  | 'memberMean'
  | 'combinedRatio'
  | 'ownPoints'
  | 'memberPoints'
  | 'points'
  | 'total'
  | 'countsAsZero'
  | 'sum'
  | 'mean';

/** How a value came about. `reported` and `constant` are leaves; the others can be recomputed. */
export type Operation = 'reported' | 'constant' | 'divide' | 'sum' | 'mean' | 'points';

/** How points are given: ratio × full points, and full points from the threshold up. */
export interface Scale {
  readonly full: string;
  readonly threshold: string;
}

/**
 * A known value with its trace: the clause, the operation and what it was done on. The trace is
 * also what the exact value is computed from, so the two can't differ.
 */
export class Known implements Exact {
  private memo: Fraction | null = null;

  constructor(
    readonly what: Quantity,
    /** The plan's clause; null for a reported figure. */
    readonly clause: string | null,
    /** The unit whose figure it is. */
    readonly unit: string,
    readonly operation: Operation,
    readonly approx: number,
    readonly of: readonly Known[],
    private readonly detail: Place | Scale | Exact | null = null,
  ) {}

  get known(): true {
    return true;
  }

  get value(): Exact {
    return this;
  }

  get fraction(): Fraction {
    return (this.memo ??= this.compute().fraction);
  }

  /** Where a reported figure stands; null for others, or where its source has no cells. */
  get place(): Place | null {
    return this.operation === 'reported' ? (this.detail as Place | null) : null;
  }

  /** The scale of points; null for other operations. */
  get scale(): Scale | null {
    return this.operation === 'points' ? (this.detail as Scale) : null;
  }

  toString(): string {
    return this.fraction.toFraction();
  }

  private compute(): Exact {
    const [x = ZERO, y = ZERO] = this.of;
    switch (this.operation) {
      case 'reported':
        return exact(this.approx);
      case 'constant':
        return this.detail as Exact;
      case 'divide':
        return divide(x, y);
      case 'sum':
        return sum(this.of);
      case 'mean':
        return mean(this.of);
      case 'points':
        return pointsFor(x, this.detail as Scale);
    }
  }
}

/** A value that can't be had, because… */
export interface Missing {
  readonly known: false;
  readonly because: readonly Reason[];
}

export type Figure = Known | Missing;

export type Reason =
  | {
      readonly why: Unusable | 'aExceedsB' | 'zeroDenominator' | 'nothingCounted';
      readonly criterion: string;
      readonly which: 'a' | 'b' | 'post' | 'percent';
      readonly place: Place | null;
    }
  | { readonly why: 'noRow' | 'duplicateRows' | 'noMembers' | 'memberMissing' };

export function missing(...because: Reason[]): Missing {
  return { known: false, because };
}

/** The reasons of whatever is missing among the figures, each reason once. */
export function reasonsOf(figures: readonly Figure[]): Reason[] {
  const seen = new Map<string, Reason>();
  for (const figure of figures) {
    if (figure.known) continue;
    for (const reason of figure.because) seen.set(JSON.stringify(reason), reason);
  }
  return [...seen.values()];
}

const NOTHING: readonly Known[] = [];

/** What a step is told about itself. */
interface Told {
  readonly what: Quantity;
  readonly clause: string;
  readonly unit: string;
}

export function reported(what: Quantity, unit: string, value: number, place: Place | null): Known {
  return new Known(what, null, unit, 'reported', value, NOTHING, place);
}

export function constant({ what, clause, unit }: Told, value: Exact): Known {
  return new Known(what, clause, unit, 'constant', value.approx, NOTHING, value);
}

/** The denominator isn't 0: callers have checked. */
export function divided({ what, clause, unit }: Told, a: Known, b: Known): Known {
  return new Known(what, clause, unit, 'divide', a.approx / b.approx, [a, b]);
}

export function summed({ what, clause, unit }: Told, of: readonly Known[]): Known {
  return new Known(what, clause, unit, 'sum', approxSum(of), of);
}

/** Of one or more: callers have checked. */
export function averaged({ what, clause, unit }: Told, of: readonly Known[]): Known {
  return new Known(what, clause, unit, 'mean', approxSum(of) / of.length, of);
}

export function scored({ what, clause, unit }: Told, ratio: Known, scale: Scale): Known {
  const { approx } = pointsFor(ratio, scale);
  return new Known(what, clause, unit, 'points', approx, [ratio], scale);
}

const parsed = new Map<string, Exact>();

/** A number of the plan ("90%"), parsed once. */
export function planNumber(text: string): Exact {
  let value = parsed.get(text);
  if (!value) parsed.set(text, (value = parseExact(text)));
  return value;
}

/**
 * Points by the plan's rule: full points from the threshold up, else ratio × full points.
 * @param ratio 0–1 (above 1 is above any threshold)
 * @returns points, exact
 */
export function pointsFor(ratio: Exact, { full, threshold }: Scale): Exact {
  return compare(ratio, planNumber(threshold)) >= 0
    ? planNumber(full)
    : multiply(ratio, planNumber(full));
}

/** Does the whole computation again from the reported figures: equals the value of the step. */
export function recompute(step: Known): Exact {
  const of = step.of.map(recompute);
  const [x = ZERO, y = ZERO] = of;
  switch (step.operation) {
    case 'reported':
    case 'constant':
      return step.value;
    case 'divide':
      return divide(x, y);
    case 'sum':
      return sum(of);
    case 'mean':
      return mean(of);
    case 'points':
      return step.scale ? pointsFor(x, step.scale) : ZERO;
  }
}
