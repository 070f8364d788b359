import type { Declined, TieDecision, UnitRow } from './input';
import type { Plan } from './plan';
import type { RuleProblem } from './problem';

/** Decisions on a level that the plan doesn't have. */
export function decisionsOfNoLevel(plan: Plan, decisions: readonly TieDecision[]): RuleProblem[] {
  const levels = new Set(plan.levels.map(({ id }) => id));
  return decisions
    .filter(({ level }) => !levels.has(level))
    .map(({ level, units }) => ({
      code: 'decisionVoid',
      severity: 'warning',
      unit: null,
      places: [],
      level,
      units,
    }));
}

/** Rows of units that the plan doesn't score. */
export function rowsOfNoUnit(rows: readonly UnitRow[]): RuleProblem[] {
  return rows.map(({ unit, place }) => ({
    code: 'rowUnknown',
    severity: 'error',
    unit: null,
    places: [place],
    named: unit,
  }));
}

/** Declined units that the plan doesn't have. */
export function unknownDeclined(plan: Plan, declined: readonly Declined[]): RuleProblem[] {
  if (declined.length === 0) return [];
  const codes = new Set(plan.units.map(({ code }) => code));
  return declined
    .filter(({ unit }) => !codes.has(unit))
    .map(({ unit }) => ({
      code: 'declinedUnknown',
      severity: 'error',
      unit: null,
      places: [],
      named: unit,
    }));
}
