import { fullName, type Plan, type Unit } from '../../rules';
import { COLUMNS } from './sheets';

const indexes = new WeakMap<Plan, Map<string, Unit>>();

function unitsOf(plan: Plan): Map<string, Unit> {
  let index = indexes.get(plan);
  if (!index) indexes.set(plan, (index = new Map(plan.units.map((unit) => [unit.code, unit]))));
  return index;
}

/** The unit's full name; a code that the plan doesn't know is shown as it is. */
export function unitName(plan: Plan, code: string): string {
  const unit = unitsOf(plan).get(code);
  return unit ? fullName(unit) : code;
}

/** In running text: "xã Vị Thắng, huyện Vị Thủy". */
export function unitInText(plan: Plan, code: string): string {
  const unit = unitsOf(plan).get(code);
  if (!unit) return code;
  const own = lowerFirst(fullName(unit));
  return unit.parent === null ? own : `${own}, ${lowerFirst(unitName(plan, unit.parent))}`;
}

/** At the head of a sentence: "Xã Vị Thắng, huyện Vị Thủy". */
export function unitAtHead(plan: Plan, code: string): string {
  return upperFirst(unitInText(plan, code));
}

export function parentName(plan: Plan, unit: Unit): string {
  return unit.parent === null ? '' : unitName(plan, unit.parent);
}

const DISTRICT_TYPES: ReadonlySet<string> = new Set(['huyện', 'thị xã', 'thành phố', 'quận']);

/** The types of the plan's groups: those that the cap and the quotas go by. */
function groupTypes({ units }: Plan): string[] {
  const parents = new Set(units.map(({ parent }) => parent));
  const groups = units.filter(({ code, parent }) => parent === null && parents.has(code));
  return [...new Set(groups.map(({ type }) => lowerFirst(type)))];
}

/** What a group is called in running text: "huyện", or "cụm thi đua" where quotas go by clusters. */
export function groupWord(plan: Plan): string {
  const types = groupTypes(plan);
  return types.every((type) => DISTRICT_TYPES.has(type)) ? 'huyện' : types.join(', ');
}

/** Heads a column of groups: "Huyện, thị xã, thành phố", or "Cụm thi đua". */
export function groupHeading(plan: Plan): string {
  const word = groupWord(plan);
  return word === 'huyện' ? COLUMNS.group : upperFirst(word);
}

export function list(names: readonly string[]): string {
  return names.join('; ');
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
