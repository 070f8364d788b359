import type { Plan, Readings, ScoreInput } from '../rules';

/** What the functions score by: the plan, how it is read in this workbook, what the board decided. */
export interface RuleSet extends Pick<ScoreInput, 'tieDecisions' | 'declined'> {
  readonly plan: Plan;
  readonly readings: Readings;
}

let tell: (rules: RuleSet | null) => void = () => undefined;
let current = new Promise<RuleSet | null>((resolve) => (tell = resolve));
let print: string | null = null;

/**
 * The rule set of the workbook; null where its own plan is wrong. Until it has been read, a call waits:
 * none answers by another.
 */
export function ruleSet(): Promise<RuleSet | null> {
  return current;
}

/**
 * Takes over the workbook's rule set.
 * @returns whether answers given before may be others now, and the workbook must calculate again
 */
export function followRuleSet(rules: RuleSet | null): boolean {
  const before = print;
  print = JSON.stringify(rules);
  if (before === null) tell(rules);
  else current = Promise.resolve(rules);
  return before !== null && before !== print;
}
