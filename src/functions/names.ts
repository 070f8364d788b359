import { finderOf, type MatchContext, type Plan, type Unit, type UnitFinder } from '../rules';
import { words } from '../words';
import { isBlank } from './arguments';
import { Fault } from './fault';

/** The unit that a cell names, or why it names none. */
export function unitIn(finder: UnitFinder, value: unknown, context: MatchContext): Unit | Fault {
  const text = isBlank(value) ? '' : String(value);
  const match = finder.find(text, context);
  if ('found' in match) {
    const { found } = match;
    if (context.level === null || found.level === context.level) return found;
  }
  return 'candidates' in match
    ? new Fault('#N/A', words.FUNCTIONS.unitUnclear(text))
    : new Fault('#N/A', words.FUNCTIONS.unitUnknown(text));
}

/** Finds the group that a cell names, each text once; null for an empty cell. */
export function groupFinder(plan: Plan) {
  const finder = finderOf(plan);
  const groups = new Set(plan.units.map(({ parent }) => parent));
  const level = plan.units.find(({ code }) => groups.has(code))?.level ?? null;
  const known = new Map<string, Unit | Fault>();
  return (value: unknown): Unit | Fault | null => {
    if (isBlank(value)) return null;
    const text = String(value);
    let found = known.get(text);
    if (!found) known.set(text, (found = unitIn(finder, text, { parent: null, level })));
    return found;
  };
}
