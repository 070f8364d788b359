import type { Plan, Readings } from '../rules';

/** What the functions score by: the plan, and how it is read in this workbook. */
export interface RuleSet {
  readonly plan: Plan;
  readonly readings: Readings;
}

let tell: (rules: RuleSet) => void = () => undefined;
let current = new Promise<RuleSet>((resolve) => (tell = resolve));
let print: string | null = null;

/** The rule set of the workbook. Until it has been read, a call waits: none answers by another. */
export function ruleSet(): Promise<RuleSet> {
  return current;
}

/**
 * Takes over the workbook's rule set.
 * @returns whether answers given before may be others now, and the workbook must calculate again
 */
export function followRuleSet(rules: RuleSet): boolean {
  const before = print;
  print = JSON.stringify([rules.plan.id, rules.readings]);
  if (before === null) tell(rules);
  else current = Promise.resolve(rules);
  return before !== null && before !== print;
}
