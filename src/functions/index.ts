/** The worksheet functions HG.*; what Excel calls is in functions.ts, which start.ts loads. */
export { followRuleSet, type RuleSet } from './rule-set';
