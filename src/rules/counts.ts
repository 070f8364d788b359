import { compare, exact, ONE } from './exact';
import {
  constant,
  divided,
  missing,
  reported,
  summed,
  type Figure,
  type Missing,
  type Reason,
} from './figure';
import type { Counts, Reported, Unusable, UnitRow } from './input';
import type { Criterion } from './plan';
import type { RuleProblem } from './problem';
import type { Readings } from './readings';

/** A unit's own figures of one criterion, checked: each is known or missing with its reasons. */
export interface OwnFigures {
  readonly a: Figure;
  readonly b: Figure;
  /** a/b, 0–1 (above 1 only where the criterion allows it). */
  readonly ratio: Figure;
  /** True where the ratio comes from a reported percentage, not from counts. */
  readonly fromPercent: boolean;
}

type Which = 'a' | 'b' | 'post' | 'percent';

/** The figures of a unit that has no row, or several. */
export function noFigures(why: 'noRow' | 'duplicateRows'): OwnFigures {
  const none = missing({ why });
  return { a: none, b: none, ratio: none, fromPercent: false };
}

/**
 * Checks the counts of a criterion and forms the ratio (rows 1, 3, 10–12 and 14 of docs/plan.md).
 * @param problems what is found wrong is added here
 */
export function ownFigures(
  criterion: Criterion,
  row: UnitRow,
  readings: Readings,
  problems: RuleProblem[],
): OwnFigures {
  const given = row.counts[criterion.id];
  if (!given) {
    const { unit, place } = row;
    const at = { severity: 'error', unit, places: [place] } as const;
    problems.push({ ...at, code: 'noCounts', criterion: criterion.id });
  }
  const counts = given ?? NO_COUNTS;
  const check = new Check(criterion, row, problems);

  const mayPercent = readings.percentOnly !== null && criterion.percentAllowed;
  if (mayPercent && isAbsent(counts.a) && isAbsent(counts.b) && counts.percent) {
    return fromPercent(check, counts.percent);
  }
  const a = check.count('a', counts.a);
  const own = check.count('b', counts.b);
  const post =
    readings.post === 'inDenominator' && criterion.postChannel && counts.post
      ? check.count('post', counts.post)
      : null;
  const b =
    post === null
      ? own
      : own.known && post.known
        ? summed({ what: 'b', clause: criterion.clause, unit: row.unit }, [own, post])
        : missing(...becauseOf(own), ...becauseOf(post));
  if (!a.known || !b.known) {
    return { a, b, ratio: missing(...becauseOf(a), ...becauseOf(b)), fromPercent: false };
  }

  const zero = b.value.approx === 0;
  if (zero && a.value.approx === 0)
    return { a, b, ratio: check.nothingCounted(), fromPercent: false };
  // Row 10 holds whatever channel the reading adds to b.
  const exceeds = own.known && compare(a.value, own.value) > 0;
  if (exceeds && criterion.aboveOne === 'error') {
    problems.push({
      ...check.problem('error', 'a', 'b'),
      code: 'aExceedsB',
      criterion: criterion.id,
      a: a.value,
      b: own.value,
    });
    return { a, b, ratio: missing(check.reason('aExceedsB', 'a')), fromPercent: false };
  }
  if (zero) {
    problems.push({
      ...check.problem('error', 'b'),
      code: 'zeroDenominator',
      criterion: criterion.id,
      a: a.value,
    });
    return { a, b, ratio: missing(check.reason('zeroDenominator', 'b')), fromPercent: false };
  }
  const ratio = divided({ what: 'ratio', clause: criterion.clause, unit: row.unit }, a, b);
  if (exceeds) {
    problems.push({
      ...check.problem('warning', 'a', 'b'),
      code: 'aboveOne',
      criterion: criterion.id,
      ratio: ratio.value,
    });
  }
  return { a, b, ratio, fromPercent: false };
}

const NO_FIGURE: Reported = { unusable: 'noColumn', shown: '', place: null };
const NO_COUNTS: Counts = { a: NO_FIGURE, b: NO_FIGURE };

function isAbsent(figure: Reported): boolean {
  return 'unusable' in figure && (figure.unusable === 'noColumn' || figure.unusable === 'empty');
}

function becauseOf(figure: Figure): readonly Reason[] {
  return figure.known ? [] : figure.because;
}

function fromPercent(check: Check, percent: Reported): OwnFigures {
  const value = check.percent(percent);
  const none = missing(check.reason('noColumn', 'a'));
  if (!value.known) return { a: none, b: none, ratio: value, fromPercent: true };
  const hundred = constant({ what: 'percent', ...check.told }, exact(100));
  const ratio = divided({ what: 'ratio', ...check.told }, value, hundred);
  if (compare(ratio.value, ONE) > 0) {
    if (check.criterion.aboveOne === 'error') {
      check.unusable('percent', 'text', percent);
      return {
        a: none,
        b: none,
        ratio: missing(check.reason('text', 'percent')),
        fromPercent: true,
      };
    }
    check.problems.push({
      ...check.problem('warning', 'percent'),
      code: 'aboveOne',
      criterion: check.criterion.id,
      ratio: ratio.value,
    });
  }
  return { a: none, b: none, ratio, fromPercent: true };
}

/** Looks at the cells of one criterion in one row and words nothing: problems and reasons are data. */
class Check {
  constructor(
    readonly criterion: Criterion,
    private readonly row: UnitRow,
    readonly problems: RuleProblem[],
  ) {}

  get told() {
    return { clause: this.criterion.clause, unit: this.row.unit };
  }

  count(which: Exclude<Which, 'percent'>, figure: Reported): Figure {
    const why = this.#whyNotACount(figure);
    if (why === null)
      return reported(which, this.row.unit, (figure as { value: number }).value, figure.place);
    return this.unusable(which, why, figure);
  }

  percent(figure: Reported): Figure {
    if ('unusable' in figure) return this.unusable('percent', figure.unusable, figure);
    if (!Number.isFinite(figure.value)) return this.unusable('percent', 'errorValue', figure);
    if (figure.value < 0) return this.unusable('percent', 'negative', figure);
    return reported('percent', this.row.unit, figure.value, figure.place);
  }

  unusable(which: Which, why: Unusable, figure: Reported): Missing {
    const shown = 'unusable' in figure ? figure.shown : String(figure.value);
    // A missing column is said once for the table, not once a unit.
    if (why !== 'noColumn') {
      this.problems.push({
        ...this.problem('error', which),
        code: 'unusableFigure',
        criterion: this.criterion.id,
        which,
        why,
        shown,
      });
    }
    return missing(this.reason(why, which));
  }

  nothingCounted(): Missing {
    const severity = this.criterion.nothingCounted;
    const at = this.problem(severity, 'b', 'a');
    if (severity === 'warning') {
      this.problems.push({ ...at, code: 'nothingCounted', criterion: this.criterion.id });
      return missing(this.reason('nothingCounted', 'b'));
    }
    this.problems.push({
      ...at,
      code: 'zeroDenominator',
      criterion: this.criterion.id,
      a: exact(0),
    });
    return missing(this.reason('zeroDenominator', 'b'));
  }

  reason(
    why: Exclude<Reason['why'], 'noRow' | 'duplicateRows' | 'noMembers' | 'memberMissing'>,
    which: Which,
  ): Reason {
    return { why, criterion: this.criterion.id, which, place: this.#placeOf(which) };
  }

  problem(severity: RuleProblem['severity'], ...which: Which[]) {
    const places = which.map((each) => this.#placeOf(each)).filter((place) => place !== null);
    return { severity, unit: this.row.unit, places: places.length ? places : [this.row.place] };
  }

  #placeOf(which: Which) {
    return this.row.counts[this.criterion.id]?.[which]?.place ?? null;
  }

  #whyNotACount(figure: Reported): Unusable | null {
    if ('unusable' in figure) return figure.unusable;
    if (!Number.isFinite(figure.value)) return 'errorValue';
    if (figure.value < 0) return 'negative';
    return Number.isInteger(figure.value) ? null : 'notWhole';
  }
}
