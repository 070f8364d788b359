import type { Plan, RuleProblem, TableProblem } from '../../rules';
import { ruleProblemText } from './problems';
import { tableProblemText } from './table-problems';

export * from './award-list';
export * from './checking';
export * from './clauses';
export * from './cards';
export * from './cli';
export * from './compare-readings';
export * from './commands';
export * from './digest';
export * from './dossier';
export * from './functions';
export * from './history';
export * from './individuals';
export * from './legal-bases';
export * from './log';
export * from './notes';
export * from './numbers';
export * from './pane';
export * from './pane-awards';
export * from './pane-criteria';
export * from './pane-data';
export * from './pane-log';
export * from './pane-results';
export * from './papers';
export * from './periods';
export * from './plan-sheet';
export * from './readings';
export * from './reasons';
export * from './sheets';
export * from './steps';
export * from './table-files';
export * from './table-problems';
export * from './templates';
export * from './units';

export type Problem = RuleProblem | TableProblem;

/** What is wrong, where, what to do: one or two plain sentences. */
export function problemText(plan: Plan, problem: Problem): string {
  return isTableProblem(problem) ? tableProblemText(plan, problem) : ruleProblemText(plan, problem);
}

/** Rule problems name the unit they concern (or null); table problems have no such field. */
function isTableProblem(problem: Problem): problem is TableProblem {
  return !('unit' in problem);
}
