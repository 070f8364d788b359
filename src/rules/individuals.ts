import type { Individual } from './input';
import { inOfficialOrder, type Plan, type Unit } from './plan';
import type { RuleProblem } from './problem';
import type { Quota } from './result';

/** How many individuals each group may propose (IV.2.c), and who was proposed. */
export function individualQuotas(plan: Plan, individuals: readonly Individual[]): Quota[] {
  const { individuals: award } = plan;
  if (!award) return [];
  const parents = new Set<string>();
  const outermost: Unit[] = [];
  let last: string | null = null;
  for (const unit of plan.units) {
    if (unit.parent === null) outermost.push(unit);
    // Units of a group mostly follow each other.
    else if (unit.parent !== last) parents.add((last = unit.parent));
  }
  return outermost
    .filter(({ code }) => parents.has(code))
    .sort(inOfficialOrder)
    .map((group) => ({
      group,
      quota: award.exceptions[group.code] ?? award.perGroup,
      proposed: individuals.filter((each) => each.group === group.code),
    }));
}

/**
 * Over the quota is an error, under it a warning; nobody is invented. With no candidates at all
 * nothing is said yet.
 */
export function quotaProblems(
  quotas: readonly Quota[],
  individuals: readonly Individual[],
): RuleProblem[] {
  if (individuals.length === 0) return [];
  const known = new Set(quotas.map(({ group }) => group.code));
  const unknown = individuals
    .filter(({ group }) => !known.has(group))
    .map(({ name, group, place }): RuleProblem => ({
      code: 'individualUnknown',
      severity: 'error',
      unit: null,
      places: place ? [place] : [],
      name,
      group,
    }));
  const problems = quotas.flatMap(({ group, quota, proposed }): RuleProblem[] => {
    if (proposed.length === quota) return [];
    const over = proposed.length > quota;
    return [
      {
        code: over ? 'overQuota' : 'underQuota',
        severity: over ? 'error' : 'warning',
        unit: group.code,
        places: proposed.flatMap(({ place }) => (place ? [place] : [])),
        group: group.code,
        proposed: proposed.length,
        quota,
      },
    ];
  });
  return [...unknown, ...problems];
}
