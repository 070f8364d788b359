/** Merged cells. */
import type { Rect } from '../model';
import { formatRect, intersects, parseRect } from './address';
import { ensureChild, sheetChild, type SheetPart } from './sheet-part';
import { create, elements, insert, remove, setAttribute } from './xml-edit';

export function readMerges(sheet: SheetPart): Rect[] {
  return elements(sheetChild(sheet, 'mergeCells'), 'mergeCell').flatMap((element) => {
    const rect = parseRect(element.attributes.get('ref') ?? '');
    return rect ? [rect] : [];
  });
}

/**
 * Merges a rectangle; one cell alone stays as it is. Throws a RangeError over another merge.
 * @param known the merges that are there; answers them with the new one
 */
export function addMerge(sheet: SheetPart, rect: Rect, known: readonly Rect[]): readonly Rect[] {
  if (rect.rows * rect.columns < 2) return known;
  const ref = formatRect(rect);
  const there = known.filter((other) => intersects(other, rect));
  if (there.length === 1 && there[0] && formatRect(there[0]) === ref) return known;
  if (there.length > 0) throw new RangeError(`${ref} overlaps merged cells`);
  const list = ensureChild(sheet, 'mergeCells');
  insert(list, create(list, 'mergeCell', { ref }));
  setAttribute(list, 'count', String(elements(list).length));
  return [...known, rect];
}

export function removeMerges(sheet: SheetPart, rect: Rect): void {
  const list = sheetChild(sheet, 'mergeCells');
  if (!list) return;
  for (const element of elements(list, 'mergeCell')) {
    const merged = parseRect(element.attributes.get('ref') ?? '');
    if (merged && intersects(merged, rect)) remove(sheet.document, element);
  }
  const left = elements(list).length;
  if (left === 0) remove(sheet.document, list);
  else if (list.changed) setAttribute(list, 'count', String(left));
}
