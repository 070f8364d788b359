/** Widths and visibility of columns. */
import { ensureChild, sheetChild, type SheetPart } from './sheet-part';
import type { XmlElement } from './xml';
import { create, elements, insert, isTrue, setAttribute } from './xml-edit';

/** Points per unit of width: 7 pixels at 96 dpi, as of the default font. */
const POINTS_PER_WIDTH = 5.25;
const DEFAULT_POINTS = 48;
const DEFAULT_ROW_POINTS = 15;

function bounds(col: XmlElement): [number, number] {
  return [Number(col.attributes.get('min')) - 1, Number(col.attributes.get('max')) - 1];
}

function find(sheet: SheetPart, column: number): XmlElement | undefined {
  return elements(sheetChild(sheet, 'cols'), 'col').find((col) => {
    const [min, max] = bounds(col);
    return min <= column && column <= max;
  });
}

/** The element of this one column, cut out of one that spans more. */
function own(sheet: SheetPart, column: number): XmlElement {
  const cols = ensureChild(sheet, 'cols');
  const found = find(sheet, column);
  if (!found) {
    const next = elements(cols, 'col').find((col) => bounds(col)[0] > column);
    const at = String(column + 1);
    return insert(cols, create(cols, 'col', { min: at, max: at }), next);
  }
  const [min, max] = bounds(found);
  const copy = (from: number, to: number): void => {
    const part = create(cols, 'col', Object.fromEntries(found.attributes));
    setAttribute(part, 'min', String(from + 1));
    setAttribute(part, 'max', String(to + 1));
    insert(cols, part, from > column ? after(cols, found) : found);
  };
  if (max > column) copy(column + 1, max);
  if (min < column) copy(min, column - 1);
  setAttribute(found, 'min', String(column + 1));
  setAttribute(found, 'max', String(column + 1));
  return found;
}

function after(cols: XmlElement, col: XmlElement): XmlElement | undefined {
  const all = elements(cols, 'col');
  return all[all.indexOf(col) + 1];
}

/** Points; null where the default holds. */
export function columnWidth(sheet: SheetPart, column: number): number | null {
  const width = find(sheet, column)?.attributes.get('width');
  return width === undefined ? null : Number(width) * POINTS_PER_WIDTH;
}

export function setColumnWidth(sheet: SheetPart, column: number, points: number | null): void {
  if (columnWidth(sheet, column) === points) return;
  const col = own(sheet, column);
  setAttribute(col, 'width', points === null ? null : String(points / POINTS_PER_WIDTH));
  setAttribute(col, 'customWidth', points === null ? null : '1');
}

export function isColumnHidden(sheet: SheetPart, column: number): boolean {
  return isTrue(find(sheet, column)?.attributes.get('hidden'));
}

export function setColumnHidden(sheet: SheetPart, column: number, hidden: boolean): void {
  if (isColumnHidden(sheet, column) === hidden) return;
  const col = own(sheet, column);
  setAttribute(col, 'hidden', hidden ? '1' : null);
  // A column without a width has none when it is shown again.
  if (!col.attributes.has('width')) {
    setAttribute(col, 'width', String(defaultColumnWidth(sheet) / POINTS_PER_WIDTH));
  }
}

export function defaultColumnWidth(sheet: SheetPart): number {
  const width = sheetChild(sheet, 'sheetFormatPr')?.attributes.get('defaultColWidth');
  return width === undefined ? DEFAULT_POINTS : Number(width) * POINTS_PER_WIDTH;
}

export function defaultRowHeight(sheet: SheetPart): number {
  const height = sheetChild(sheet, 'sheetFormatPr')?.attributes.get('defaultRowHeight');
  return height === undefined ? DEFAULT_ROW_POINTS : Number(height);
}
