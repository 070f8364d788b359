import { planNumber } from './figure';
import type { Accounts } from './input';
import type { Criterion, Level } from './plan';
import type { Readings } from './readings';

/** A criterion's rule in doubles and small whole numbers: what a first look goes by. */
export interface Rule {
  readonly criterion: Criterion;
  readonly full: number;
  readonly threshold: Edge;
  /** Where the criterion keeps a unit out altogether. */
  readonly gate: Edge | null;
  readonly countsPost: boolean;
  /** Ratios that may be within the bound of a jump: from, to, from, to; a little wide. */
  readonly near: readonly number[];
}

/** A threshold as a fraction of small whole numbers. */
interface Edge {
  readonly numerator: number;
  readonly denominator: number;
}

export function ruleOf({ gate }: Level, criterion: Criterion, readings: Readings): Rule {
  const { threshold, postChannel } = criterion;
  const full = planNumber(criterion.full).approx;
  const from = gate?.criterion === criterion.id ? gate.from : null;
  const reach = planNumber(readings.nearJump).approx / full + 1e-6;
  const around = (edge: string) => {
    const { approx } = planNumber(edge);
    return [approx - reach, approx + reach];
  };
  return {
    criterion,
    full,
    threshold: edgeOf(threshold),
    gate: from === null ? null : edgeOf(from),
    countsPost: readings.post === 'inDenominator' && postChannel,
    near: [...around(threshold), ...(from === null ? [] : around(from))],
  };
}

function edgeOf(text: string): Edge {
  const { n, d } = planNumber(text).fraction;
  return { numerator: Number(n), denominator: Number(d) };
}

/** Products of a count and a threshold's part stay below 2^53, where doubles are exact. */
export const MOST_COUNTED = 2 ** 40;
const MOST_PART = 2 ** 12;

/** Can a first look serve at a level? Not under readings whose figures come from elsewhere. */
export function mayGlance({ criteria, gate }: Level, { memberSum }: Readings): boolean {
  return (
    criteria.every((each) => each.memberSum === null || memberSum === 'ownRow') &&
    [...criteria.map(({ threshold }) => threshold), ...(gate ? [gate.from] : [])].every(isSmall) &&
    (!gate || criteria.some(({ id, combine }) => id === gate.criterion && combine === null))
  );
}

function isSmall(threshold: string): boolean {
  const { numerator, denominator } = edgeOf(threshold);
  return numerator <= MOST_PART && denominator <= MOST_PART;
}

/** a/b ≥ the threshold: exactly so, since all four are whole and small. */
export function reaches(a: number, b: number, { numerator, denominator }: Edge): boolean {
  return a * denominator >= b * numerator;
}

/** Points from whole counts. */
export function pointsFor({ threshold, full }: Rule, a: number, b: number): number {
  return reaches(a, b, threshold) ? full : (a / b) * full;
}

export function isNearJump({ near }: Rule, ratio: number): boolean {
  for (let i = 0; i < near.length; i += 2) {
    if (ratio >= (near[i] as number) && ratio <= (near[i + 1] as number)) return true;
  }
  return false;
}

/** Accounts of which nothing can be to be told: some, not more than dossiers, and no more known. */
export function arePlain(accounts: Accounts, online: number): boolean {
  const { distinct } = accounts;
  return (
    distinct > 0 &&
    distinct <= online &&
    accounts.logged === null &&
    accounts.busiest === null &&
    accounts.onBusiest === null &&
    Number.isInteger(distinct)
  );
}
