/** What most cells hold: composed letters and signs, with single spaces between them. */
const TIDY = /^(?:[!-~\u00c0-\u01b0\u1ea0-\u1ef9]+(?: [!-~\u00c0-\u01b0\u1ea0-\u1ef9]+)*)?$/;

/** A text as NFC, its spaces folded, none at its ends. */
export function tidyText(text: string): string {
  // A look first: whole sheets go through here, and composing and folding take five times as long.
  return TIDY.test(text) ? text : text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
