import {
  planNumber,
  stepsBehind,
  type Exact,
  type Figure,
  type Known,
  type Missing,
  type Place,
  type Plan,
  type UnitResult,
} from '../rules';
import { words } from '../words';

/** A step of how a figure came about, in the words of the plan. */
export interface Step {
  readonly text: string;
  /** The plan's clause; null where none is cited. */
  readonly clause: string | null;
  /** The reported figures that it starts from. */
  readonly places: readonly Place[];
  /** What it was done on, where that is too long for the line: a line a member. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly unit: string;
  readonly text: string;
  readonly places: readonly Place[];
}

export interface CriterionExplained {
  readonly id: string;
  readonly name: string;
  readonly points: Figure;
  readonly full: string;
  readonly steps: readonly Step[];
  readonly missing: Missing | null;
}

/** Draws a unit's criteria from their traces, operands before what was made of them. */
export function explain(plan: Plan, unit: UnitResult): CriterionExplained[] {
  const level = plan.levels.find(({ id }) => id === unit.unit.level);
  return (level?.criteria ?? []).flatMap((criterion) => {
    const result = unit.criteria[criterion.id];
    if (!result) return [];
    const { points } = result;
    const { id, name, full } = criterion;
    // Without points, what is known of the ratio is shown all the same.
    const roots = [points, result.ratio, result.own].filter((each) => each?.known);
    const gate = level?.gate?.criterion === id ? [planNumber(level.gate.from)] : [];
    const bounds = [planNumber(criterion.threshold), ...gate];
    const [root] = roots;
    const own = unit.unit.code;
    const behind = root?.known ? stepsBehind(root, (operand) => operand.unit === own) : [];
    const steps = behind.map((step) => stepOf(step, own, bounds));
    return [{ id, name, points, full, steps, missing: points.known ? null : points }];
  });
}

function stepOf(step: Known, unit: string, bounds: readonly Exact[]): Step {
  return {
    text: words.stepText(step, bounds),
    clause: step.clause,
    places: placesOf(step, unit),
    members: step.of.flatMap((each) =>
      each.unit === unit
        ? []
        : [{ unit: each.unit, text: words.memberText(each), places: placesOf(each, each.unit) }],
    ),
  };
}

/** Where the unit's own reported figures of a step stand. */
function placesOf(figure: Known, unit: string): Place[] {
  return figure.of.flatMap(({ place, unit: theirs }) => (place && theirs === unit ? [place] : []));
}
