import { awardsHeld, type AwardHeld } from './award-held';
import type { UnitRow } from './input';
import type { Plan } from './plan';
import type { ScoreResult } from './result';

/** A unit as a run that is kept has it. */
export interface KeptUnit {
  /** As they were reported, by key ("dvc.a", "accounts"); what there was no count of isn't there. */
  readonly figures: Readonly<Record<string, number>>;
  /** Doubles: a workbook keeps no more. */
  readonly points: number | null;
  readonly rank: number | null;
  readonly award: AwardHeld;
}

/** The results of one period, as they were when its figures last changed. */
export interface KeptRun {
  /** "Tháng 10/2023". */
  readonly period: string;
  /** 1, and one more each time a figure of the period was corrected. */
  readonly version: number;
  /** ISO day of the version. */
  readonly on: string;
  /** By unit code. */
  readonly units: ReadonlyMap<string, KeptUnit>;
}

/** A figure that was corrected between two runs; null where there was, or is, none. */
export interface FigureChange {
  readonly unit: string;
  readonly figure: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** Why a unit stands elsewhere than before. */
export type Cause =
  | { readonly why: 'own'; readonly figures: readonly string[] }
  | { readonly why: 'members'; readonly units: readonly string[] }
  /** Its points are as they were; others' changed. */
  | { readonly why: 'others'; readonly units: readonly string[] }
  /** No figure explains it: readings, decisions, or the plan itself changed. */
  | { readonly why: 'rules' };

export interface Move {
  readonly unit: string;
  readonly from: KeptUnit;
  readonly to: KeptUnit;
  readonly cause: Cause;
}

/** Every unit of a result as a run keeps it. */
export function keptUnits({ levels, awards }: ScoreResult): ReadonlyMap<string, KeptUnit> {
  const held = awardsHeld(awards);
  return new Map(
    Object.values(levels).flatMap(({ units }) =>
      units.map(({ unit, row, total, rank }): [string, KeptUnit] => [
        unit.code,
        {
          figures: row ? reportedFigures(row) : {},
          points: total.known ? total.approx : null,
          rank,
          award: held.get(unit.code) ?? null,
        },
      ]),
    ),
  );
}

function reportedFigures({ counts, accounts }: UnitRow): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const criterion in counts) {
    for (const which of ['a', 'b', 'post'] as const) {
      const figure = counts[criterion]?.[which];
      if (figure && 'value' in figure) figures[`${criterion}.${which}`] = figure.value;
    }
  }
  if (accounts) figures['accounts'] = accounts.distinct;
  return figures;
}

/** What was corrected from one run to another, in the plan's order of units. */
export function figureChanges(
  plan: Plan,
  before: KeptRun['units'],
  after: KeptRun['units'],
): FigureChange[] {
  return plan.units.flatMap(({ code: unit }) => {
    const was = before.get(unit)?.figures ?? {};
    const is = after.get(unit)?.figures ?? {};
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return keys
      .filter((figure) => was[figure] !== is[figure])
      .map((figure) => ({ unit, figure, from: was[figure] ?? null, to: is[figure] ?? null }));
  });
}

const NOTHING: KeptUnit = { figures: {}, points: null, rank: null, award: null };
/** Points nearer than this are one number that was summed in another order. */
const SAME_POINTS = 1e-9;

/** Who moved in points, rank or award between two runs, and which corrected figures made it so. */
export function movesBetween(
  plan: Plan,
  before: KeptRun['units'],
  after: KeptRun['units'],
  changes: readonly FigureChange[],
): Move[] {
  const corrected = new Map<string, string[]>();
  for (const { unit, figure } of changes) {
    const own = corrected.get(unit);
    if (own) own.push(figure);
    else corrected.set(unit, [figure]);
  }
  const pairs = plan.units.map((unit) => {
    const from = before.get(unit.code) ?? NOTHING;
    const to = after.get(unit.code) ?? NOTHING;
    return { unit, from, to, isScoredAnew: !samePoints(from.points, to.points) };
  });
  const moved = pairs.filter(({ isScoredAnew }) => isScoredAnew);
  const causeOf = ({ unit, isScoredAnew }: (typeof pairs)[number]): Cause => {
    const figures = corrected.get(unit.code);
    if (isScoredAnew && figures) return { why: 'own', figures };
    const members = plan.units.filter(
      ({ parent, code }) => parent === unit.code && corrected.has(code),
    );
    if (isScoredAnew && members.length > 0) {
      return { why: 'members', units: members.map(({ code }) => code) };
    }
    const others = moved.filter((each) => each.unit.level === unit.level && each.unit !== unit);
    return isScoredAnew || others.length === 0
      ? { why: 'rules' }
      : { why: 'others', units: others.map((each) => each.unit.code) };
  };
  return pairs
    .filter(
      ({ from, to, isScoredAnew }) =>
        isScoredAnew ||
        from.rank !== to.rank ||
        JSON.stringify(from.award) !== JSON.stringify(to.award),
    )
    .map((pair) => ({
      unit: pair.unit.code,
      from: pair.from,
      to: pair.to,
      cause: causeOf(pair),
    }));
}

function samePoints(x: number | null, y: number | null): boolean {
  return x === null || y === null ? x === y : Math.abs(x - y) <= SAME_POINTS;
}

export interface Kept {
  /** All that is kept from now on, the new run among them. */
  readonly runs: readonly KeptRun[];
  readonly run: KeptRun;
  /** What was corrected since the period's run before; none at its first. */
  readonly changes: readonly FigureChange[];
  readonly moves: readonly Move[];
}

/**
 * Keeps a run under its period: the period's first, or its next version where figures were corrected, or
 * its last one with what follows from other readings and decisions.
 * @param isBefore whether a period comes before another, where that is known
 */
export function keepRun(
  plan: Plan,
  kept: readonly KeptRun[],
  { period, on, units }: Omit<KeptRun, 'version'>,
  isBefore: (period: string, other: string) => boolean,
): Kept {
  const before = kept.find((each) => each.period === period);
  if (!before) {
    const run = { period, version: 1, on, units };
    const later = kept.findIndex((each) => isBefore(period, each.period));
    const at = later < 0 ? kept.length : later;
    return { runs: [...kept.slice(0, at), run, ...kept.slice(at)], run, changes: [], moves: [] };
  }
  const changes = figureChanges(plan, before.units, units);
  const run =
    changes.length > 0 ? { period, version: before.version + 1, on, units } : { ...before, units };
  return {
    runs: kept.map((each) => (each === before ? run : each)),
    run,
    changes,
    moves: changes.length > 0 ? movesBetween(plan, before.units, units, changes) : [],
  };
}
