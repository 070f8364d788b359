import { combined, IN_DOUBLES } from './formulas';
import type { Counts, UnitRow } from './input';
import { MemberSums, SumsOfMembers } from './member-sums';
import type { Level, Unit } from './plan';
import type { Readings } from './readings';
import type { UnitScore } from './result';
import {
  arePlain,
  isNearJump,
  MOST_COUNTED,
  pointsFor,
  reaches,
  ruleOf,
  type Rule,
} from './rough-rule';

/** What a first look is given of a level. */
export interface Looked {
  readonly level: Level;
  readonly units: readonly Unit[];
  /** Each unit's row where it has exactly one, and nothing else is to be said of the unit. */
  readonly rows: readonly (UnitRow | null)[];
  readonly readings: Readings;
  /** The first look at another level; null where it can't serve. */
  readonly at: (level: string) => LevelGlance | null;
  /** Works a unit's figures out in full. */
  readonly inFull: (index: number) => UnitScore;
}

/**
 * A first look at a level, in doubles. Most rows are plain: whole numbers, nothing to be told, no
 * ratio so near a threshold that a double can't say on which side it lies. A plain unit's status and
 * the double of each of its figures are settled here, in one array of numbers for the whole level;
 * its figures with their traces are worked out (by scoreUnit, as every other unit's) when somebody
 * asks for them. Thousands of units make millions of objects otherwise, and few are ever looked at.
 */
export class LevelGlance {
  readonly level: Level;
  readonly units: readonly Unit[];
  readonly rows: readonly (UnitRow | null)[];
  readonly inFull: (index: number) => UnitScore;
  /** NaN where the first look didn't settle the unit. */
  readonly totals: Float64Array;
  /** a and b of each unit and criterion: whole, so that a plain array holds them as they are. */
  readonly #counts: number[];
  /** Ratios and points of each unit and criterion. */
  readonly #numbers: Float64Array;
  /** What is so of each unit: GATED, TOLD, FULL. */
  readonly #marks: Uint8Array;
  readonly #rules: readonly Rule[];
  readonly #readings: Readings;
  /** The criterion whose a the accounts filed. */
  readonly #online: number;
  readonly #sums = new Map<string, MemberSums>();

  constructor({ level, units, rows, readings, at, inFull }: Looked) {
    this.level = level;
    this.units = units;
    this.rows = rows;
    this.inFull = inFull;
    this.totals = new Float64Array(units.length).fill(NaN);
    const figures = units.length * level.criteria.length;
    this.#counts = new Array<number>(figures * COUNTS).fill(0);
    this.#numbers = new Float64Array(figures * NUMBERS);
    this.#marks = new Uint8Array(units.length);
    this.#readings = readings;
    this.#online = Math.max(0, criterionAt(level, level.tieBreak?.criterion ?? ''));
    this.#rules = level.criteria.map((criterion) => ruleOf(level, criterion, readings));
    const theirs = level.criteria.map(({ id, combine }) =>
      combine ? (at(combine.level)?.sumsOf(id) ?? null) : null,
    );
    for (let index = 0; index < units.length; index += 1) {
      const row = rows[index];
      if (row) this.#look(index, row, theirs);
    }
  }

  isSettled(index: number): boolean {
    return !Number.isNaN(this.totals[index]);
  }

  isGated(index: number): boolean {
    return this.#has(index, GATED);
  }

  /** False where nothing about a settled unit can be for a person to judge. */
  mayBeTold(index: number): boolean {
    return this.#has(index, TOLD);
  }

  /** Full points in every criterion. */
  isFull(index: number): boolean {
    return this.#has(index, FULL);
  }

  count(index: number, at: number, which: 'a' | 'b'): number {
    return this.#counts[this.#slot(index, at) * COUNTS + (which === 'a' ? A : B)] as number;
  }

  /** The ratio whose points jump at the threshold; where points are averaged, the unit's own. */
  jumpingRatio(index: number, at: number): number {
    return this.#numbers[this.#slot(index, at) * NUMBERS + JUMPS] as number;
  }

  /** Points by the unit's own counts. */
  ownPoints(index: number, at: number): number {
    return this.#numbers[this.#slot(index, at) * NUMBERS + POINTS] as number;
  }

  /** All that the unit's members have of b. */
  countOfMembers(index: number, at: number): number {
    return this.#counts[this.#slot(index, at) * COUNTS + THEIRS] as number;
  }

  /** The units' figures of a criterion added up by the group they belong to. */
  sumsOf(criterion: string): MemberSums | null {
    const at = criterionAt(this.level, criterion);
    if (at < 0) return null;
    let sums = this.#sums.get(criterion);
    if (!sums) this.#sums.set(criterion, (sums = new MemberSums(this, at)));
    return sums;
  }

  #has(index: number, mark: number): boolean {
    return ((this.#marks[index] as number) & mark) !== 0;
  }

  #slot(index: number, at: number): number {
    return index * this.#rules.length + at;
  }

  /** Settles a unit if everything about it is plain. */
  #look(index: number, row: UnitRow, theirs: readonly (MemberSums | null)[]): void {
    const rules = this.#rules;
    const countsOfAll = this.#counts;
    const numbers = this.#numbers;
    const averagesPoints = this.#readings.combinedRatio === 'meanOfPoints';
    let total = 0;
    let marks = FULL;
    for (let at = 0; at < rules.length; at += 1) {
      const rule = rules[at] as Rule;
      const { criterion, gate } = rule;
      const counts = row.counts[criterion.id];
      if (!counts || (rule.countsPost && counts.post)) return;
      const a = countOf(counts.a);
      const b = countOf(counts.b);
      if (!(a <= b && b > 0 && b <= MOST_COUNTED)) return;
      const slot = index * rules.length + at;
      const ownPoints = pointsFor(rule, a, b);
      countsOfAll[slot * COUNTS + A] = a;
      countsOfAll[slot * COUNTS + B] = b;
      numbers[slot * NUMBERS + JUMPS] = a / b;
      numbers[slot * NUMBERS + POINTS] = ownPoints;
      let points = ownPoints;
      if (criterion.combine) {
        points = this.#combine(index, at, theirs[at] ?? null);
        marks |= TOLD;
      }
      total += points;
      // A mean of points may come to full points by the rounding of doubles.
      if (points !== rule.full || (criterion.combine && averagesPoints)) marks &= ~FULL;
      if (gate && !reaches(a, b, gate)) marks |= GATED;
      if (isNearJump(rule, numbers[slot * NUMBERS + JUMPS] as number)) marks |= TOLD;
    }
    const { accounts } = row;
    if (row.isMissingInLog) marks |= TOLD;
    if (accounts && !arePlain(accounts, this.count(index, this.#online, 'a'))) marks |= TOLD;
    if (marks & GATED && this.#readings.gate !== 'wholeUnit') return;
    this.#marks[index] = marks;
    this.totals[index] = total;
  }

  /** Points from a unit's ratio and its members'; NaN where a member isn't settled, or there is none. */
  #combine(index: number, at: number, sums: MemberSums | null): number {
    const unit = (this.units[index] as Unit).code;
    const members = sums?.of(unit);
    if (!sums || members === undefined) return NaN;
    const ratio = this.jumpingRatio(index, at);
    const own = { ratio, count: (which: 'a' | 'b') => this.count(index, at, which) };
    const { criterion } = this.#rules[at] as Rule;
    const side = new SumsOfMembers(sums, members);
    const reading = this.#readings.combinedRatio;
    const figure = combined(IN_DOUBLES, unit, criterion, reading, own, side);
    const slot = this.#slot(index, at);
    this.#counts[slot * COUNTS + THEIRS] = sums.b[members] as number;
    if (figure.ratio !== null) this.#numbers[slot * NUMBERS + JUMPS] = figure.ratio;
    return figure.points;
  }
}

/** What is kept of each unit and criterion, in whole numbers… */
const A = 0;
const B = 1;
const THEIRS = 2;
const COUNTS = 3;
/** … and in others. */
const JUMPS = 0;
const POINTS = 1;
const NUMBERS = 2;

/** What is so of a unit. */
const GATED = 1;
const TOLD = 2;
const FULL = 4;

export function criterionAt({ criteria }: Level, id: string): number {
  return criteria.findIndex((criterion) => criterion.id === id);
}

/** A count of which nothing is to be told: whole and not below 0; NaN for any other. */
function countOf(figure: Counts['a']): number {
  const { value } = figure as { readonly value?: number };
  return value !== undefined && value >= 0 && Number.isInteger(value) ? value : NaN;
}
