import { fullName, nameKey, type Match, type Plan, type Unit } from '../../rules';

/** The user's word on which unit a name means that the official list doesn't have for certain. */
export interface NameChoice {
  /** The name as it stands on the sheet. */
  readonly shown: string;
  /** The unit's full name with its type, and its group's where it has one. */
  readonly unit: string;
  readonly district: string | null;
}

/** The unit that the user said a name means; null where nothing was said, or nothing that fits. */
export function chosenUnit(
  choices: readonly NameChoice[],
  plan: Plan,
  shown: string,
  group: Unit | null,
): Unit | null {
  const key = nameKey(shown);
  for (const choice of choices) {
    if (nameKey(choice.shown) !== key) continue;
    const unit = unitOf(plan, choice);
    // What was said of a name below one district says nothing of it below another.
    if (unit && (!group || unit.parent === null || unit.parent === group.code)) return unit;
  }
  return null;
}

function unitOf(plan: Plan, { unit, district }: NameChoice): Unit | null {
  const isNamed = (own: Unit, name: string) => nameKey(fullName(own)) === nameKey(name);
  const named = plan.units.filter((own) => {
    if (!isNamed(own, unit)) return false;
    const group = plan.units.find(({ code }) => code === own.parent);
    return district === null ? !group : group !== undefined && isNamed(group, district);
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** A match that the user made where the list leaves more than one, or none. */
export function settledBy(match: Match, chosen: Unit | null): Match {
  return chosen && !('found' in match) ? { found: chosen } : match;
}
