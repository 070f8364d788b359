import { compare, divide, exact, ZERO, type Exact } from './exact';
import {
  constant,
  missing,
  planNumber,
  reasonsOf,
  summed,
  type Figure,
  type Reason,
} from './figure';
import { noFigures, ownFigures, type OwnFigures } from './counts';
import type { Accounts, UnitRow } from './input';
import { combineWithMembers, pointsOf, sumOfMembers, type Member } from './members';
import type { Criterion, Level, Unit } from './plan';
import type { RuleProblem } from './problem';
import type { Readings, TieMeasure } from './readings';
import type { CriterionResult, Note, Status, UnitScore } from './result';

/** A unit with its checked rows: what scoring starts from. */
export interface CheckedUnit {
  readonly unit: Unit;
  readonly row: UnitRow | null;
  /** By criterion id. */
  readonly own: Readonly<Record<string, OwnFigures>>;
}

/**
 * Checks the rows of a unit (row 12 of docs/plan.md; duplicates by "What hangs on them"): no row is
 * an error, several rows are one unless their figures are identical.
 */
export function checkUnit(
  level: Level,
  unit: Unit,
  rows: readonly UnitRow[],
  readings: Readings,
  problems: RuleProblem[],
): CheckedUnit {
  const [row, ...others] = rows.length > 1 ? [...rows].sort(byPlace) : rows;
  if (!row) return { unit, row: null, own: allMissing(level, 'noRow') };
  const places = [row, ...others].map((each) => each.place);
  if (others.some((other) => !sameFigures(row, other))) {
    problems.push({ code: 'duplicateUnit', severity: 'error', unit: unit.code, places });
    // None of the rows speaks for the unit: its place is all that is kept.
    const bare = { unit: unit.code, place: row.place, counts: {}, accounts: null };
    return { unit, row: bare, own: allMissing(level, 'duplicateRows') };
  }
  if (others.length > 0) {
    problems.push({ code: 'duplicateIdentical', severity: 'warning', unit: unit.code, places });
  }
  const own: Record<string, OwnFigures> = {};
  for (const criterion of level.criteria) {
    if (criterion.memberSum !== null && readings.memberSum === 'sumOfMembers') continue;
    own[criterion.id] = ownFigures(criterion, row, readings, problems);
  }
  return { unit, row, own };
}

/** So that the order in which rows were read changes nothing. */
function byPlace({ place: x }: UnitRow, { place: y }: UnitRow): number {
  return (
    x.sheet.localeCompare(y.sheet, 'vi') ||
    x.address.localeCompare(y.address, 'en', { numeric: true })
  );
}

function allMissing(level: Level, why: 'noRow' | 'duplicateRows'): Record<string, OwnFigures> {
  return Object.fromEntries(level.criteria.map(({ id }) => [id, noFigures(why)]));
}

function sameFigures(x: UnitRow, y: UnitRow): boolean {
  return x === y || figuresText(x) === figuresText(y);
}

/** The figures as text, whatever order the criteria came in; where they stand doesn't matter. */
function figuresText({ counts, accounts }: UnitRow): string {
  const sorted = Object.entries(counts).sort(([x], [y]) => (x < y ? -1 : 1));
  return JSON.stringify([sorted, accounts], (key, value: unknown) =>
    key === 'place' || key === 'parts' ? undefined : value,
  );
}

/**
 * Scores one unit.
 * @param membersOf the unit's members at a level, with the figures of that level's like criterion
 * @param problems what is to be told of members is added here
 */
export function scoreUnit(
  level: Level,
  checked: CheckedUnit,
  membersOf: (criterion: Criterion, level: string) => readonly Member[],
  readings: Readings,
  problems: RuleProblem[],
): UnitScore {
  const { unit, row } = checked;
  const notes: Note[] = [];
  const criteria: Record<string, CriterionResult> = {};
  const points: Figure[] = [];
  for (const criterion of level.criteria) {
    const result = scoreCriterion(criterion, checked, membersOf, readings, problems, notes);
    criteria[criterion.id] = result;
    points.push(result.points);
  }

  const below = belowGate(level, criteria);
  const gated = below !== null && readings.gate === 'wholeUnit';
  if (below !== null && !gated) {
    const at = level.criteria.findIndex(({ id }) => id === below.criterion);
    const of = criteria[below.criterion] as CriterionResult;
    const zero = constant({ what: 'points', clause: below.clause, unit: unit.code }, ZERO);
    criteria[below.criterion] = { ...of, points: zero };
    points[at] = zero;
  }
  if (below !== null) {
    const { ratio, from, clause } = below;
    notes.push({ code: gated ? 'gated' : 'gateZero', ratio, from, clause });
  }

  const total = totalOf(unit.code, level, points);
  if (!total.known) notes.push({ code: 'unscored', because: total.because });
  const status: Status = gated ? 'gated' : total.known ? 'ranked' : statusOf(total.because);
  const measures = level.tieBreak
    ? measuresOf(row, criteria[level.tieBreak.criterion]?.a ?? null)
    : NO_MEASURES;
  return {
    unit,
    status,
    row,
    criteria,
    total,
    measures,
    notes: notes.length > 0 ? notes : NO_NOTES,
  };
}

const NO_NOTES: readonly Note[] = [];
const NO_MEASURES: Readonly<Record<TieMeasure, Exact | null>> = {
  dossiersPerAccount: null,
  busiestShare: null,
};

function scoreCriterion(
  criterion: Criterion,
  { unit, row, own: all }: CheckedUnit,
  membersOf: (criterion: Criterion, level: string) => readonly Member[],
  readings: Readings,
  problems: RuleProblem[],
  notes: Note[],
): CriterionResult {
  let own = all[criterion.id] ?? noFigures('noRow');
  if (criterion.memberSum !== null && readings.memberSum === 'sumOfMembers' && row) {
    const summedUp = sumOfMembers(unit.code, criterion, membersOf(criterion, criterion.memberSum));
    own = summedUp.own;
    if (own.ratio.known && own.ratio.value.approx > 1) {
      const { value: ratio } = own.ratio;
      const at = { severity: 'warning', unit: unit.code, places: [row.place] } as const;
      problems.push({ ...at, code: 'aboveOne', criterion: criterion.id, ratio });
    }
    for (const { unit: member, own: theirs } of summedUp.lacking) {
      const because = reasonsOf([theirs.ratio]);
      problems.push({
        code: 'memberMissing',
        severity: 'error',
        unit: unit.code,
        places: [row.place],
        member: member.code,
        criterion: criterion.id,
        because,
      });
    }
  }
  if (own.ratio.known && own.fromPercent)
    notes.push({ code: 'fromPercent', criterion: criterion.id });
  if (own.ratio.known && own.ratio.value.approx > 1)
    notes.push({ code: 'aboveOne', criterion: criterion.id });
  const { a, b, ratio: ownRatio } = own;
  if (!criterion.combine) {
    const points = pointsOf(unit.code, criterion, ownRatio);
    return { a, b, own: ownRatio, memberMean: null, ratio: ownRatio, points };
  }

  const members = membersOf(criterion, criterion.combine.level);
  const combined = combineWithMembers(
    unit.code,
    criterion,
    own,
    members,
    readings.combinedRatio,
    readings,
  );
  if (row) {
    const places = [row.place];
    if (combined.alone) {
      const severity = readings.noMembers === 'notScored' ? 'error' : 'warning';
      problems.push({ code: 'noMembers', severity, unit: unit.code, places });
      if (readings.noMembers === 'ownRatioAlone') notes.push({ code: 'alone' });
    }
    const left =
      combined.alone && members.every((member) => !member.hasRow) ? [] : combined.leftOut;
    for (const { unit: member, because } of left) {
      problems.push({
        code: 'memberMissing',
        severity: 'warning',
        unit: unit.code,
        places,
        member: member.code,
        criterion: criterion.id,
        because,
      });
    }
    if (combined.asZero.length > 0) {
      notes.push({ code: 'membersAsZero', members: combined.asZero.map(({ code }) => code) });
    }
    if (left.length > 0) {
      notes.push({ code: 'membersLeftOut', members: left.map((each) => each.unit.code) });
    }
  }
  const { memberMean, ratio, points } = combined;
  return { a, b, own: ownRatio, memberMean, ratio, points };
}

function totalOf(unit: string, level: Level, points: readonly Figure[]): Figure {
  return points.every((each) => each.known)
    ? summed({ what: 'total', clause: level.clause, unit }, points)
    : missing(...reasonsOf(points));
}

function belowGate({ gate }: Level, criteria: Readonly<Record<string, CriterionResult>>) {
  const ratio = gate ? criteria[gate.criterion]?.ratio : null;
  if (!gate || !ratio?.known || compare(ratio, planNumber(gate.from)) >= 0) return null;
  return { ...gate, ratio };
}

const LACKING: ReadonlySet<Reason['why']> = new Set<Reason['why']>([
  'empty',
  'noColumn',
  'notCalculated',
  'nothingCounted',
  'noRow',
  'noMembers',
  'memberMissing',
]);

/** A wrong figure weighs more than a missing one. */
function statusOf(because: readonly Reason[]): Status {
  return because.every(({ why }) => LACKING.has(why)) ? 'incomplete' : 'invalid';
}

/**
 * The figures that tell tied units apart (row 6). A log that disagrees with the reported count, or
 * more accounts than dossiers, gives none until a person confirms.
 */
function measuresOf(row: UnitRow | null, online: Figure | null): Record<TieMeasure, Exact | null> {
  const accounts = row?.accounts ?? null;
  const reported = online?.known ? online.value.approx : null;
  if (!accounts || accountsTrouble(accounts, reported)) return NO_MEASURES;
  const dossiers = dossiersOf(accounts, online);
  const { busiest, distinct } = accounts;
  return {
    dossiersPerAccount: dossiers && distinct > 0 ? divide(dossiers, exact(distinct)) : null,
    busiestShare:
      busiest && busiest.of > 0 ? divide(exact(busiest.dossiers), exact(busiest.of)) : null,
  };
}

function dossiersOf(accounts: Accounts, online: Figure | null): Exact | null {
  if (accounts.logged !== null) return exact(accounts.logged);
  return online?.known ? online.value : null;
}

/**
 * What keeps account figures from being used, if anything.
 * @param online dossiers reported as submitted online, where known
 */
export function accountsTrouble(
  accounts: Accounts,
  online: number | null,
): 'logDiffers' | 'implausible' | null {
  const { distinct, logged, confirmed } = accounts;
  if (logged !== null && online !== null && logged !== online && !confirmed) return 'logDiffers';
  const dossiers = logged ?? online ?? Infinity;
  const { busiest, onBusiest } = accounts;
  const sane =
    Number.isInteger(distinct) &&
    distinct >= 0 &&
    distinct <= dossiers &&
    !(distinct === 0 && dossiers > 0 && dossiers < Infinity) &&
    (onBusiest === null || onBusiest <= dossiers) &&
    (busiest === null || (busiest.dossiers <= busiest.of && busiest.dossiers <= dossiers));
  return sane ? null : 'implausible';
}
