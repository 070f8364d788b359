import { words } from '../words';
import { withBlanks, type Arguments } from './blanks';
import { Fault, toExcel } from './fault';
import { ruleSet, type RuleSet } from './rule-set';

/**
 * Answers a call by the workbook's rule set, its empty cells told from zeros; a fault becomes Excel's
 * error.
 * @param given the arguments by the names of their parameters, all of them in their order
 */
export async function answer<A extends Arguments, T>(
  invocation: CustomFunctions.Invocation | undefined,
  given: A,
  work: (rules: RuleSet, given: A) => T,
): Promise<T> {
  const rules = await ruleSet();
  try {
    if (!rules) throw new Fault('#N/A', words.PLAN_UNUSABLE);
    return work(rules, await withBlanks(given, invocation));
  } catch (error) {
    throw error instanceof Fault ? toExcel(error) : error;
  }
}
