import {
  compare,
  score,
  type Readings,
  type ScoreInput,
  type ScoreResult,
  type Unit,
  type UnitResult,
} from '../../rules';
import { boardOf, type RunOutcome } from '../../workbook';

/** What a run was scored from, out of its outcome: a unit whose rows disagree has none to speak for it. */
export function inputOfOutcome({ result, decisions, individuals }: RunOutcome): ScoreInput {
  const units = Object.values(result.levels).flatMap((level) => level.units);
  return {
    rows: units.flatMap(({ row }) => (row && Object.keys(row.counts).length > 0 ? [row] : [])),
    ...boardOf(decisions),
    individuals,
  };
}

/** What would be different. */
export interface Changes {
  readonly points: number;
  readonly ranks: readonly {
    readonly unit: Unit;
    readonly from: number | null;
    readonly to: number | null;
  }[];
  /** Prizes that another unit would have, or none. */
  readonly prizes: readonly {
    readonly prize: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  /** Units that would gain or lose a place among equal awards. */
  readonly gain: readonly Unit[];
  readonly lose: readonly Unit[];
  readonly undecided: { readonly from: number; readonly to: number };
  /** How many warnings there would be; those about tables stay as they are. */
  readonly warnings: { readonly from: number; readonly to: number };
}

/** Scores again under other readings, without touching anything, and says what would change. */
export function changesUnder(outcome: RunOutcome, readings: Readings): Changes {
  const input = inputOfOutcome(outcome);
  const before = score(outcome.result.plan, input, outcome.result.readings);
  return differences(before, score(outcome.result.plan, input, readings));
}

export function differences(before: ScoreResult, after: ScoreResult): Changes {
  const units = unitsOf(before);
  const others = new Map(unitsOf(after).map((each) => [each.unit.code, each]));
  const pairs = units.flatMap((unit) => {
    const other = others.get(unit.unit.code);
    return other ? [{ unit, other }] : [];
  });
  const placesBefore = placed(before);
  const placesAfter = placed(after);
  return {
    points: pairs.filter(({ unit, other }) => !sameTotal(unit, other)).length,
    ranks: pairs
      .filter(({ unit, other }) => unit.rank !== other.rank)
      .map(({ unit, other }) => ({ unit: unit.unit, from: unit.rank, to: other.rank })),
    prizes: before.plan.prizes.flatMap((award) =>
      award.prizes
        .map(({ name }) => ({ prize: name, from: holder(before, name), to: holder(after, name) }))
        .filter(({ from, to }) => from !== to),
    ),
    gain: [...placesAfter.values()].filter(({ code }) => !placesBefore.has(code)),
    lose: [...placesBefore.values()].filter(({ code }) => !placesAfter.has(code)),
    undecided: { from: before.awards.undecided.length, to: after.awards.undecided.length },
    warnings: { from: warningsOf(before), to: warningsOf(after) },
  };
}

export function isNoChange({ points, undecided, warnings, ...lists }: Changes): boolean {
  return (
    points === 0 &&
    Object.values(lists).every(({ length }) => length === 0) &&
    [undecided, warnings].every(({ from, to }) => from === to)
  );
}

function warningsOf({ problems }: ScoreResult): number {
  return problems.filter(({ severity }) => severity === 'warning').length;
}

function unitsOf({ levels }: ScoreResult): UnitResult[] {
  return Object.values(levels).flatMap(({ units }) => units);
}

function sameTotal({ total: x }: UnitResult, { total: y }: UnitResult): boolean {
  return x.known && y.known ? compare(x, y) === 0 : x.known === y.known;
}

function holder({ awards }: ScoreResult, prize: string): string | null {
  return awards.prizes.find((each) => each.prize.name === prize)?.unit.unit.code ?? null;
}

function placed({ awards }: ScoreResult): Map<string, Unit> {
  return new Map(awards.places.map(({ unit: { unit } }) => [unit.code, unit]));
}
