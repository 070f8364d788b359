import { Fault, toExcel } from './fault';
import { ruleSet, type RuleSet } from './rule-set';

/** Answers a call by the workbook's rule set; a fault becomes Excel's error. */
export async function answer<T>(work: (rules: RuleSet) => T): Promise<T> {
  const rules = await ruleSet();
  try {
    return work(rules);
  } catch (error) {
    throw error instanceof Fault ? toExcel(error) : error;
  }
}
