import { words } from '../words';
import { failureOf, type Step } from '../workbook';

/**
 * A failure of Office.js in the user's words: what was being done, why it failed, what to do next,
 * and how the workbook stands.
 */
export function failureText(error: unknown, step: Step | 'templates'): string {
  const { code, why, lost, known } = failureOf(error);
  if (code === 'InvalidOperationInCellEditMode' && lost.length === 0) return known ?? why;
  const what = known ?? words.COMMANDS.failed(words.COMMANDS.doing[step], why);
  return `${what} ${howItStands(lost)}`;
}

function howItStands(lost: readonly string[]): string {
  return lost.length > 0 ? words.COMMANDS.lost(lost) : words.COMMANDS.untouched;
}
