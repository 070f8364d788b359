import { criterionAt, type LevelGlance } from './glance';
import type { UnitRow } from './input';
import type { Unit } from './plan';
import type { Note, Status, UnitResult, UnitScore } from './result';

export const NO_NOTES: readonly Note[] = [];

/**
 * A unit that a first look settled, and its place once it is ranked: its figures are worked out when
 * they are asked for. One small object a unit, since there may be many.
 */
export class GlancedUnit implements UnitResult {
  rank: number | null = null;
  tied = false;
  /** Notes of the ranking. */
  more = NO_NOTES;
  #full: UnitScore | null = null;

  constructor(
    readonly glance: LevelGlance,
    readonly index: number,
  ) {}

  get unit(): Unit {
    return this.glance.units[this.index] as Unit;
  }

  get row(): UnitRow {
    return this.glance.rows[this.index] as UnitRow;
  }

  get status(): Status {
    return this.glance.isGated(this.index) ? 'gated' : 'ranked';
  }

  get criteria(): UnitScore['criteria'] {
    return this.full.criteria;
  }

  get total(): UnitScore['total'] {
    return this.full.total;
  }

  get measures(): UnitScore['measures'] {
    return this.full.measures;
  }

  get notes(): readonly Note[] {
    const { notes } = this.full;
    return this.more.length > 0 ? [...notes, ...this.more] : notes;
  }

  /** All of it as plain data. */
  toJSON(): UnitResult {
    const { unit, status, row, criteria, total, measures, notes, rank, tied } = this;
    return { unit, status, row, criteria, total, measures, notes, rank, tied };
  }

  private get full(): UnitScore {
    return (this.#full ??= this.glance.inFull(this.index));
  }
}

/** The unit in its place. A glanced unit is of one ranking only, which gives it its place. */
export function placed(
  score: UnitScore,
  rank: number | null,
  tied: boolean,
  more: readonly Note[],
): UnitResult {
  if (score instanceof GlancedUnit) {
    score.rank = rank;
    score.tied = tied;
    score.more = more;
    return score;
  }
  const { unit, status, row, criteria, total, measures } = score;
  const notes = more.length > 0 ? [...score.notes, ...more] : score.notes;
  return { unit, status, row, criteria, total, measures, notes, rank, tied };
}

/** The double of a total, without working the unit out in full; NaN where it is missing. */
export function roughTotal(unit: UnitScore): number {
  if (unit instanceof GlancedUnit) return unit.glance.totals[unit.index] as number;
  return unit.total.known ? unit.total.value.approx : NaN;
}

/** A criterion and its index in its level. */
export interface CriterionAt {
  readonly id: string;
  readonly at: number;
}

/** Likewise a count of a criterion; null where it is missing. */
export function roughCount(
  unit: UnitScore,
  { id, at }: CriterionAt,
  which: 'a' | 'b',
): number | null {
  if (unit instanceof GlancedUnit) return unit.glance.count(unit.index, at, which);
  const count = unit.criteria[id]?.[which];
  return count?.known ? count.value.approx : null;
}

/** Likewise a count added up over units of one level; a missing one adds nothing. */
export function roughSum(units: readonly UnitScore[], id: string, which: 'a' | 'b'): number {
  let sum = 0;
  let at = -1;
  for (const unit of units) {
    if (unit instanceof GlancedUnit && at < 0) at = criterionAt(unit.glance.level, id);
    sum += roughCount(unit, { id, at }, which) ?? 0;
  }
  return sum;
}

/** Likewise the ratio whose points jump: where points are averaged, it is the unit's own. */
export function roughRatio(unit: UnitScore, { id, at }: CriterionAt): number | null {
  if (unit instanceof GlancedUnit) return unit.glance.jumpingRatio(unit.index, at);
  const ratio = jumpingRatio(unit, id);
  return ratio?.known ? ratio.value.approx : null;
}

/** That ratio with its trace. */
export function jumpingRatio(unit: UnitScore, criterion: string) {
  const of = unit.criteria[criterion];
  return of?.ratio === null ? of.own : of?.ratio;
}

/** Can a unit's ratio be near a jump at all? */
export function mayBeNearJump(unit: UnitScore): boolean {
  return !(unit instanceof GlancedUnit) || unit.glance.mayBeNearJump(unit.index);
}
