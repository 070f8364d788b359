/** A new workbook opens in a tab of its own, as Excel opens a window of its own; ours stays open. */

/** What the address of such a tab names its workbook by. */
const NUMBER = 'so-moi';

declare global {
  interface Window {
    /** Workbooks that this page has given to other tabs, by number. */
    hgNewWorkbooks?: Map<string, Uint8Array>;
  }
}

/** @returns false where the browser doesn't let a tab be opened */
export function openInNewTab(bytes: Uint8Array): boolean {
  const made = (window.hgNewWorkbooks ??= new Map());
  const number = String(made.size + 1);
  made.set(number, bytes);
  return window.open(`?${NUMBER}=${number}`) !== null;
}

/** The workbook that this tab was opened for; null where it is a tab like any other. */
export function workbookOfThisTab(): Uint8Array | null {
  const number = new URLSearchParams(window.location.search).get(NUMBER);
  const opener = window.opener as Window | null;
  return (number !== null && opener?.hgNewWorkbooks?.get(number)) || null;
}
