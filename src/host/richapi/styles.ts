import type { CellFormat, FormatPatch, Rect, SheetModel, StyleId } from '../model';
import { intersect, isEntireColumn, isUnbounded } from './addresses';
import { accessDenied } from './fault';
import type { AreaRef } from './range-ref';
import type { HostSession } from './session';

/**
 * Whole rows and columns are clipped to what the sheet uses: the model keeps a format with cells
 * only. Null where nothing of the rectangle is used.
 */
export function boundedPart(sheet: SheetModel, rect: Rect): Rect | null {
  if (!isUnbounded(rect)) return rect;
  const used = sheet.used(false);
  return used && intersect(rect, used);
}

/** As `boundedPart`, for what belongs to rows: only whole columns are clipped. */
export function boundedRows(sheet: SheetModel, rect: Rect): Rect | null {
  return isEntireColumn(rect) ? boundedPart(sheet, rect) : rect;
}

/** The rectangles of an area, whole rows and columns clipped. */
function partsOf({ sheet, rects }: AreaRef): Rect[] {
  return rects.flatMap((rect) => boundedPart(sheet, rect) ?? []);
}

/** The distinct formats of an area. */
export function stylesIn(area: AreaRef, host: HostSession): ReadonlySet<StyleId> {
  const found = new Set(partsOf(area).flatMap((rect) => [...area.sheet.stylesIn(rect)]));
  if (found.size === 0) found.add(host.model.defaultStyle);
  return found;
}

/** What every cell of the area has in common, or `mixed` where they differ. */
export function commonFormat<T, M>(
  area: AreaRef,
  host: HostSession,
  read: (format: CellFormat) => T,
  mixed: M,
): T | M {
  const values = new Set<T>();
  for (const style of stylesIn(area, host)) values.add(read(host.model.formatOf(style)));
  return values.size === 1 ? [...values][0]! : mixed;
}

/** Lays a patch over every cell of the area; one new format for each distinct one. */
export function restyleArea(area: AreaRef, patch: FormatPatch, host: HostSession): void {
  const { sheet } = area;
  guardSheet(sheet);
  host.isDirty = true;
  for (const rect of partsOf(area)) {
    sheet.mapStyles(rect, (style) => host.model.restyle(style, patch));
  }
}

/** A protected sheet refuses changes of format and size. */
export function guardSheet(sheet: SheetModel): void {
  if (sheet.isProtected) throw accessDenied();
}

/** A protected sheet refuses changes of locked cells. */
export function guardCells(area: AreaRef, host: HostSession): void {
  if (!area.sheet.isProtected) return;
  const locked = [...stylesIn(area, host)].some((style) => host.model.formatOf(style).locked);
  if (locked) throw accessDenied();
}
