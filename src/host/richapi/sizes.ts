import type { Rect, SheetModel } from '../model';
import { asBoolean, asNumber } from './arguments';
import type { Scalar } from './host-class';
import type { AreaRef } from './range-ref';
import { boundedRows, guardSheet } from './styles';

type Axis = 'rows' | 'columns';

const TALLEST_ROW = 409.5;
const WIDEST_COLUMN = 1789;

function* indices({ sheet, rects }: AreaRef, axis: Axis): Generator<number> {
  for (const rect of rects) {
    const part: Rect | null = axis === 'rows' ? boundedRows(sheet, rect) : rect;
    if (!part) continue;
    const first = axis === 'rows' ? part.row : part.column;
    for (let index = first; index < first + part[axis]; index += 1) yield index;
  }
}

function sizeOf(sheet: SheetModel, axis: Axis, index: number): number {
  if (axis === 'rows') {
    return sheet.isRowHidden(index) ? 0 : (sheet.rowHeight(index) ?? sheet.defaultRowHeight);
  }
  const hidden = sheet.isColumnHidden(index);
  return hidden ? 0 : (sheet.columnWidth(index) ?? sheet.defaultColumnWidth);
}

function commonSize(area: AreaRef, axis: Axis): number | null {
  const sizes = new Set<number>();
  for (const index of indices(area, axis)) {
    sizes.add(sizeOf(area.sheet, axis, index));
    if (sizes.size > 1) return null;
  }
  const fallback = axis === 'rows' ? area.sheet.defaultRowHeight : area.sheet.defaultColumnWidth;
  return [...sizes][0] ?? fallback;
}

/** Sets heights or widths in points; null goes back to the sheet's own. */
export function setSize(area: AreaRef, axis: Axis, points: number | null): void {
  guardSheet(area.sheet);
  for (const index of indices(area, axis)) {
    if (axis === 'rows') area.sheet.setRowHeight(index, points);
    else area.sheet.setColumnWidth(index, points);
  }
}

export const columnWidth: Scalar<AreaRef> = {
  get: (area) => commonSize(area, 'columns'),
  set: (area, value) => setSize(area, 'columns', asNumber(value, 0, WIDEST_COLUMN)),
};

export const rowHeight: Scalar<AreaRef> = {
  get: (area) => commonSize(area, 'rows'),
  set: (area, value) => setSize(area, 'rows', asNumber(value, 0, TALLEST_ROW)),
};

/** True where every row or column has the sheet's own size; null where some have. */
export function useStandard(axis: Axis): Scalar<AreaRef> {
  return {
    get: (area) => {
      const standard = new Set<boolean>();
      for (const index of indices(area, axis)) {
        const own = axis === 'rows' ? area.sheet.rowHeight(index) : area.sheet.columnWidth(index);
        standard.add(own === null);
      }
      return standard.size > 1 ? null : ([...standard][0] ?? true);
    },
    set: (area, value) => {
      if (asBoolean(value)) setSize(area, axis, null);
    },
  };
}
