import Fraction from 'fraction.js';
import { ownFigures } from './counts';
import { accountsOfSpread } from './dossier-log';
import { divide, exact, type Exact } from './exact';
import { constant, type Figure } from './figure';
import type { Accounts, Counts, Reported, UnitRow } from './input';
import type { Member } from './members';
import type { Criterion, Level, Plan, Unit } from './plan';
import { levelOf } from './plan';
import type { Readings } from './readings';
import type { UnitScore } from './result';
import { checkUnit, scoreUnit } from './score-unit';

/** What stands for a unit's members where it is scored by itself. */
export type MembersGiven =
  /** The mean of their ratios, 0–1. */
  | { readonly mean: Exact }
  /** The counts of each, of the criterion that is combined. */
  | { readonly counts: readonly Counts[] };

const NOWHERE = { sheet: '', address: '' };

/**
 * Scores a unit that is known by its figures only, apart from all others, as `score` does with a
 * unit of the plan: nothing is ranked. Figures of a group are taken as its own.
 * @param counts by criterion id
 * @throws RangeError where the plan has no such level
 */
export function scoreAlone(
  plan: Plan,
  level: string,
  counts: Readonly<Record<string, Counts>>,
  members: MembersGiven | null,
  readings: Readings,
): UnitScore {
  const own = { ...readings, memberSum: 'ownRow' } as const;
  const at = levelOf(plan, level);
  const unit = anonymous(at, '');
  const checked = checkUnit(at, unit, [rowOf(unit, counts)], own, []);
  const membersOf = (criterion: Criterion, below: string) =>
    members ? membersGiven(criterion, levelOf(plan, below), members, own) : [];
  return scoreUnit(at, checked, membersOf, own, []);
}

/** A ratio by itself, whatever criterion it is for: a may exceed b, nothing out of nothing is wrong. */
export function ratioAlone(plan: Plan, a: Reported, b: Reported, readings: Readings): Figure {
  const [level] = plan.levels;
  const [criterion] = level?.criteria ?? [];
  if (!level || !criterion) throw new RangeError(`Plan ${plan.id} has no criterion`);
  const free: Criterion = { ...criterion, aboveOne: 'warning', nothingCounted: 'error' };
  const row = rowOf(anonymous(level, ''), { [criterion.id]: { a, b } });
  return ownFigures(free, row, readings, []).ratio;
}

function anonymous({ id }: Level, code: string): Unit {
  return { code, level: id, type: '', name: '', parent: null };
}

function rowOf({ code }: Unit, counts: Readonly<Record<string, Counts>>): UnitRow {
  return { unit: code, place: NOWHERE, counts, accounts: null };
}

function membersGiven(
  criterion: Criterion,
  level: Level,
  given: MembersGiven,
  readings: Readings,
): Member[] {
  const theirs = level.criteria.find(({ id }) => id === criterion.id);
  if (!theirs) return [];
  if ('mean' in given) {
    const unit = anonymous(level, 'mean');
    const told = { what: 'ratio', clause: theirs.clause, unit: unit.code } as const;
    const ratio = constant(told, given.mean);
    const none = { known: false, because: [] } as const;
    const own = { a: none, b: none, ratio, fromPercent: false };
    return [{ unit, hasRow: true, own, criterion: theirs }];
  }
  return given.counts.map((counts, i) => {
    const unit = anonymous(level, `member ${i}`);
    const own = ownFigures(theirs, rowOf(unit, { [theirs.id]: counts }), readings, []);
    return { unit, hasRow: true, own, criterion: theirs };
  });
}

/**
 * The simplest fraction that a double stands for: what a mean was before a cell kept it as a double.
 * 0.9428571428571428 is 33/35. A fraction with a denominator below 2^25 comes back as it was.
 */
export function simplest(value: number): Exact {
  const { n, d } = new Fraction(value).simplify(Number.EPSILON * Math.max(value, Number.EPSILON));
  return divide(exact(Number(n)), exact(Number(d)));
}

/** The figures of a log of dossiers by the account that each came in over. */
export function accountsOfLog(ids: readonly string[], busiestAccounts: number): Accounts {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return accountsOfSpread(Uint32Array.from(counts.values()).sort().reverse(), busiestAccounts);
}
