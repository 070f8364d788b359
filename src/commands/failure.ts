import { words } from '../words';
import { WriteFailed, type Step } from '../workbook';

/**
 * A failure of Office.js in the user's words: what was being done, why it failed, what to do next,
 * and how the workbook stands.
 */
export function failureText(error: unknown, step: Step | 'templates'): string {
  const cause = error instanceof WriteFailed ? error.cause : error;
  const lost = error instanceof WriteFailed ? error.lost : [];
  const after = lost.length > 0 ? words.COMMANDS.lost(lost) : words.COMMANDS.untouched;
  const code = codeOf(cause);
  if (code === 'InvalidOperationInCellEditMode' && lost.length === 0) return words.COMMANDS.editing;
  const what =
    code === 'AccessDenied'
      ? words.COMMANDS.protectedBook
      : words.COMMANDS.failed(words.COMMANDS.doing[step], code ?? messageOf(cause));
  return `${what} ${after}`;
}

/** The code of an error of Office.js; null for other errors. */
function codeOf(error: unknown): string | null {
  const code = error instanceof Object && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

function messageOf(error: unknown): string {
  return error instanceof Object && 'message' in error ? String(error.message) : String(error);
}
