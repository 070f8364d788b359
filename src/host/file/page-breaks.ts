/** Page breaks that were set by hand. */
import { ensureChild, sheetChild, type SheetPart } from './sheet-part';
import { create, elements, insert, isTrue, remove, setAttribute } from './xml-edit';

/** Across the sheet, above a row; or down it, left of a column. */
export type BreakKind = 'rowBreaks' | 'colBreaks';

/** The last index that a break runs to. */
const LAST = { rowBreaks: 16_383, colBreaks: 1_048_575 } as const;

/** The first row (or column) after each break, from 0, in order. */
export function readBreaks(sheet: SheetPart, kind: BreakKind): number[] {
  return elements(sheetChild(sheet, kind), 'brk')
    .filter((element) => isTrue(element.attributes.get('man')))
    .map((element) => Number(element.attributes.get('id')))
    .sort((x, y) => x - y);
}

/** Sets exactly these; breaks that Excel set by itself go too, for it sets them anew. */
export function setBreaks(sheet: SheetPart, kind: BreakKind, before: readonly number[]): void {
  const wanted = [...new Set(before)].sort((x, y) => x - y);
  if (JSON.stringify(wanted) === JSON.stringify(readBreaks(sheet, kind))) return;
  const old = sheetChild(sheet, kind);
  if (wanted.length === 0) {
    if (old) remove(sheet.document, old);
    return;
  }
  const list = ensureChild(sheet, kind);
  for (const element of elements(list)) remove(sheet.document, element);
  for (const index of wanted) {
    insert(list, create(list, 'brk', { id: String(index), max: String(LAST[kind]), man: '1' }));
  }
  setAttribute(list, 'count', String(wanted.length));
  setAttribute(list, 'manualBreakCount', String(wanted.length));
}
