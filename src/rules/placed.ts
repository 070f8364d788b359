import type { LevelGlance } from './glance';
import type { UnitRow } from './input';
import type { Unit } from './plan';
import type { LevelResult, Note, Status, UnitResult, UnitScore } from './result';

export const NO_NOTES: readonly Note[] = [];

/**
 * A unit as the rules hold it, and its place once it is ranked. What is asked of every unit stands in
 * fields; the figures of a unit that a first look settled are worked out when they are asked for.
 */
export class ScoredUnit implements UnitResult {
  // Declared, not defined: a defined field is written twice, and there may be many units.
  declare readonly unit: Unit;
  declare readonly row: UnitRow | null;
  declare readonly status: Status;
  declare rank: number | null;
  declare tied: boolean;
  /** Notes of the ranking. */
  declare more: readonly Note[];
  /** The total's double; NaN where the total is missing. */
  declare readonly rough: number;
  /** Where the unit was settled by a first look, and its index there; null and -1 elsewhere. */
  declare readonly glance: LevelGlance | null;
  declare readonly index: number;
  declare private score: UnitScore | null;

  private constructor(
    unit: Unit,
    row: UnitRow | null,
    status: Status,
    rough: number,
    glance: LevelGlance | null,
    index: number,
    score: UnitScore | null,
  ) {
    this.unit = unit;
    this.row = row;
    this.status = status;
    this.rank = null;
    this.tied = false;
    this.more = NO_NOTES;
    this.rough = rough;
    this.glance = glance;
    this.index = index;
    this.score = score;
  }

  /** A unit that was scored in full. */
  static full(score: UnitScore): ScoredUnit {
    const { unit, row, status, total } = score;
    return new ScoredUnit(unit, row, status, total.known ? total.approx : NaN, null, -1, score);
  }

  /** A unit that a first look settled. */
  static glanced(glance: LevelGlance, index: number): ScoredUnit {
    const unit = glance.units[index] as Unit;
    const row = glance.rows[index] as UnitRow;
    const status = glance.isGated(index) ? 'gated' : 'ranked';
    return new ScoredUnit(unit, row, status, glance.totals[index] as number, glance, index, null);
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
    return (this.score ??= (this.glance as LevelGlance).inFull(this.index));
  }
}

/** Whom a problem is about, and where it stands. */
export function aboutUnit({ unit, row }: UnitResult) {
  return { unit: unit.code, places: row ? [row.place] : [] };
}

/** False where nothing about the unit can be for a person to judge. */
export function mayBeTold({ glance, index }: ScoredUnit): boolean {
  return glance === null || glance.mayBeTold(index);
}

/** True only where both have full points in every criterion, so that their totals are equal. */
export function bothFull(x: ScoredUnit, y: ScoredUnit): boolean {
  return !!x.glance?.isFull(x.index) && !!y.glance?.isFull(y.index);
}

/** A level's result as the rules hold it. */
export interface RankedLevel extends LevelResult {
  readonly units: readonly ScoredUnit[];
}

/** A criterion and its index in its level. */
export interface CriterionAt {
  readonly id: string;
  readonly at: number;
}

/** The double of a count, without working the unit out in full; null where it is missing. */
export function roughCount(
  unit: ScoredUnit,
  { id, at }: CriterionAt,
  which: 'a' | 'b',
): number | null {
  if (unit.glance && at >= 0) return unit.glance.count(unit.index, at, which);
  const count = unit.criteria[id]?.[which];
  return count?.known ? count.approx : null;
}

/** Likewise the ratio whose points jump: where points are averaged, it is the unit's own. */
export function roughRatio(unit: ScoredUnit, { id, at }: CriterionAt): number | null {
  if (unit.glance) return unit.glance.jumpingRatio(unit.index, at);
  const ratio = jumpingRatio(unit, id);
  return ratio?.known ? ratio.approx : null;
}

/** That ratio with its trace. */
export function jumpingRatio(unit: UnitScore, criterion: string) {
  const of = unit.criteria[criterion];
  return of?.ratio === null ? of.own : of?.ratio;
}
