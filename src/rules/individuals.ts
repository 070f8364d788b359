import type { Individual } from './input';
import { inOfficialOrder, type Plan, type Unit } from './plan';
import type { RuleProblem } from './problem';
import type { Quota } from './result';
import { ownOf } from './own';
import { nameKey } from './unit-names';

/** How many individuals each group may propose (IV.2.c), and who was proposed: each person once. */
export function individualQuotas(plan: Plan, individuals: readonly Individual[]): Quota[] {
  const { individuals: award } = plan;
  if (!award) return [];
  const once = byPerson(individuals).map(([first]) => first as Individual);
  return groupsOf(plan).map((group) => ({
    group,
    quota: ownOf(award.exceptions, group.code) ?? award.perGroup,
    proposed: once.filter((each) => each.group === group.code),
  }));
}

/** The outermost units that have members, in the official order: quotas go by them. */
function groupsOf(plan: Plan): Unit[] {
  const parents = new Set<string>();
  const outermost: Unit[] = [];
  let last: string | null = null;
  for (const unit of plan.units) {
    if (unit.parent === null) outermost.push(unit);
    // Units of a group mostly follow each other.
    else if (unit.parent !== last) parents.add((last = unit.parent));
  }
  return outermost.filter(({ code }) => parents.has(code)).sort(inOfficialOrder);
}

/** The rows of each person: the same name, workplace and group. A row without a name is its own. */
function byPerson(individuals: readonly Individual[]): (readonly Individual[])[] {
  const people = new Map<string, Individual[]>();
  individuals.forEach((each, i) => {
    const key = each.name === '' ? String(i) : personKey(each);
    const rows = people.get(key);
    if (rows) rows.push(each);
    else people.set(key, [each]);
  });
  return [...people.values()];
}

function personKey({ name, workplace, group }: Individual): string {
  return JSON.stringify([nameKey(name), nameKey(workplace), group]);
}

/**
 * What is to be told of the people proposed. Over the quota is an error, under it a warning; nobody
 * is invented. With no candidates at all nothing is said yet.
 */
export function individualProblems(
  quotas: readonly Quota[],
  individuals: readonly Individual[],
): RuleProblem[] {
  if (individuals.length === 0) return [];
  return [
    ...individuals.flatMap(missingFields),
    ...unknownGroups(quotas, individuals),
    ...repeated(individuals),
    ...quotaProblems(quotas),
  ];
}

/** What the list must print is an error where it is missing; the rest is for a person to judge. */
const FIELDS = [
  ['name', 'error'],
  ['post', 'error'],
  ['workplace', 'error'],
  ['group', 'error'],
  ['achievements', 'warning'],
  ['proposedBy', 'warning'],
] as const;

function missingFields(person: Individual): RuleProblem[] {
  const missing = FIELDS.filter(([field]) => person[field] === '');
  if (missing.length === 0) return [];
  const severity = missing.some(([, each]) => each === 'error') ? 'error' : 'warning';
  const fields = missing.map(([field]) => field);
  return [{ code: 'individualIncomplete', severity, ...at(person), name: person.name, fields }];
}

function unknownGroups(
  quotas: readonly Quota[],
  individuals: readonly Individual[],
): RuleProblem[] {
  const known = new Set(quotas.map(({ group }) => group.code));
  return individuals
    .filter(({ group }) => group !== '' && !known.has(group))
    .map((person): RuleProblem => {
      const { name, group } = person;
      return { code: 'individualUnknown', severity: 'error', ...at(person), name, group };
    });
}

/** A person with two rows; two people of one name, who may be one. */
function repeated(individuals: readonly Individual[]): RuleProblem[] {
  const people = byPerson(individuals.filter(({ name }) => name !== ''));
  const twice = people.filter(({ length }) => length > 1);
  const names = new Map<string, Individual[]>();
  for (const [first] of people) {
    if (!first) continue;
    const key = nameKey(first.name);
    names.set(key, [...(names.get(key) ?? []), first]);
  }
  const namesakes = [...names.values()].filter(({ length }) => length > 1);
  const told = (rows: readonly Individual[], severity: 'error' | 'warning'): RuleProblem => ({
    code: severity === 'error' ? 'individualTwice' : 'individualNamesakes',
    severity,
    unit: null,
    places: rows.flatMap(({ place }) => (place ? [place] : [])),
    name: rows[0]?.name ?? '',
  });
  return [
    ...twice.map((rows) => told(rows, 'error')),
    ...namesakes.map((rows) => told(rows, 'warning')),
  ];
}

function quotaProblems(quotas: readonly Quota[]): RuleProblem[] {
  return quotas.flatMap(({ group, quota, proposed }): RuleProblem[] => {
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
}

function at({ place }: Individual) {
  return { unit: null, places: place ? [place] : [] };
}
