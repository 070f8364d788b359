import { words } from '../../words';
import { failureOf } from '../../workbook';

/** What the pane is doing, as far as a user can tell. */
export type Doing = keyof typeof words.PANE.doing;

/**
 * An error of Office.js in the user's words: what was being done, why it failed, what to do next, how
 * the workbook stands.
 */
export function failureText(error: unknown, doing: Doing): string {
  const { code, why, lost, known } = failureOf(error);
  if (code === 'ItemNotFound' && doing === 'goingTo') return words.PANE.placeGone;
  const what = known ?? words.PANE.failed(words.PANE.doing[doing], why);
  return lost.length > 0 ? `${what} ${words.COMMANDS.lost(lost)}` : what;
}
