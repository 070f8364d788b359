import { words } from '../../words';
import { WriteFailed } from '../../workbook';

/** What the pane is doing, as far as a user can tell. */
export type Doing = keyof typeof words.PANE.doing;

/**
 * An error of Office.js in the user's words: what was being done, why it failed, what to do next, how
 * the workbook stands.
 */
export function failureText(error: unknown, doing: Doing): string {
  const cause = error instanceof WriteFailed ? error.cause : error;
  const lost = error instanceof WriteFailed ? error.lost : [];
  const code = fieldOf(cause, 'code');
  if (code === 'InvalidOperationInCellEditMode' && lost.length === 0) return words.COMMANDS.editing;
  if (code === 'ItemNotFound' && doing === 'goingTo') return words.PANE.placeGone;
  const what =
    code === 'AccessDenied'
      ? words.COMMANDS.protectedBook
      : words.PANE.failed(
          words.PANE.doing[doing],
          code ?? fieldOf(cause, 'message') ?? String(cause),
        );
  return lost.length > 0 ? `${what} ${words.COMMANDS.lost(lost)}` : what;
}

/** Errors may come from another realm: what they hold counts, not what made them. */
function fieldOf(error: unknown, field: 'code' | 'message'): string | null {
  const value =
    typeof error === 'object' && error !== null
      ? (error as Readonly<Record<string, unknown>>)[field]
      : null;
  return typeof value === 'string' ? value : null;
}
