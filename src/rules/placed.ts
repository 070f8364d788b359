import type { LevelGlance } from './glance';
import { criterionAt } from './glance';
import type { UnitRow } from './input';
import type { Unit } from './plan';
import type { Note, Status, UnitResult, UnitScore } from './result';

/** A unit that a first look settled: its figures are worked out when they are asked for. */
export class GlancedScore implements UnitScore {
  #full: UnitScore | null = null;

  constructor(
    readonly unit: Unit,
    readonly row: UnitRow,
    readonly glance: LevelGlance,
    readonly index: number,
  ) {}

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
    return this.full.notes;
  }

  private get full(): UnitScore {
    return (this.#full ??= this.glance.inFull(this.index));
  }
}

/** A unit in its place: what is known of it, and its rank. */
export class Placed implements UnitResult {
  constructor(
    readonly score: UnitScore,
    readonly rank: number | null,
    readonly tied: boolean,
    private readonly more: readonly Note[],
  ) {}

  get unit(): Unit {
    return this.score.unit;
  }

  get status(): Status {
    return this.score.status;
  }

  get row(): UnitRow | null {
    return this.score.row;
  }

  get criteria(): UnitScore['criteria'] {
    return this.score.criteria;
  }

  get total(): UnitScore['total'] {
    return this.score.total;
  }

  get measures(): UnitScore['measures'] {
    return this.score.measures;
  }

  get notes(): readonly Note[] {
    return this.more.length > 0 ? [...this.score.notes, ...this.more] : this.score.notes;
  }

  toJSON(): UnitResult {
    const { unit, status, row, criteria, total, measures, notes, rank, tied } = this;
    return { unit, status, row, criteria, total, measures, notes, rank, tied };
  }
}

/** What a first look settled of a unit; null where it was scored in full at once. */
function glanced(unit: UnitScore): GlancedScore | null {
  const score = unit instanceof Placed ? unit.score : unit;
  return score instanceof GlancedScore ? score : null;
}

/** The double of a total, without working the unit out in full; null where it is missing. */
export function roughTotal(unit: UnitScore): number | null {
  const seen = glanced(unit);
  if (seen) return seen.glance.total(seen.index);
  return unit.total.known ? unit.total.value.approx : null;
}

/** Likewise a count of a criterion. */
export function roughCount(unit: UnitScore, criterion: string, which: 'a' | 'b'): number | null {
  const seen = glanced(unit);
  if (seen) return seen.glance.count(seen.index, criterionAt(seen.glance.level, criterion), which);
  const count = unit.criteria[criterion]?.[which];
  return count?.known ? count.value.approx : null;
}

/** Likewise the ratio whose points jump: where points are averaged, it is the unit's own. */
export function roughRatio(unit: UnitScore, criterion: string): number | null {
  const seen = glanced(unit);
  if (seen) return seen.glance.jumpingRatio(seen.index, criterionAt(seen.glance.level, criterion));
  const ratio = jumpingRatio(unit, criterion);
  return ratio?.known ? ratio.value.approx : null;
}

/** That ratio with its trace. */
export function jumpingRatio(unit: UnitScore, criterion: string) {
  const of = unit.criteria[criterion];
  return of?.ratio === null ? of.own : of?.ratio;
}
