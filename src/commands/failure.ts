import { words } from '../words';
import { WriteFailed, type Step } from '../workbook';

/**
 * A failure of Office.js in the user's words: what was being done, why it failed, what to do next,
 * and how the workbook stands.
 */
export function failureText(error: unknown, step: Step | 'templates'): string {
  const cause = error instanceof WriteFailed ? error.cause : error;
  const lost = error instanceof WriteFailed ? error.lost : [];
  const code = codeOf(cause);
  if (code === 'InvalidOperationInCellEditMode' && lost.length === 0) return words.COMMANDS.editing;
  const what =
    code === 'AccessDenied'
      ? words.COMMANDS.protectedBook
      : words.COMMANDS.failed(words.COMMANDS.doing[step], code ?? messageOf(cause));
  return `${what} ${howItStands(lost, step)}`;
}

function howItStands(lost: readonly string[], step: Step | 'templates'): string {
  if (lost.length > 0) return words.COMMANDS.lost(lost);
  return step === 'templates' ? words.COMMANDS.perhapsTemplates : words.COMMANDS.untouched;
}

/** The code of an error of Office.js; null for other errors. */
function codeOf(error: unknown): string | null {
  const code = isObject(error) ? error.code : null;
  return typeof code === 'string' ? code : null;
}

function messageOf(error: unknown): string {
  return isObject(error) && 'message' in error ? String(error.message) : String(error);
}

/** Errors of Office.js may come from another window, so `instanceof` doesn't know them. */
function isObject(error: unknown): error is Record<string, unknown> {
  return typeof error === 'object' && error !== null;
}
