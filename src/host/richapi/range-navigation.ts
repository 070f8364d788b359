import type { Rect } from '../model';
import { bounding, intersect, MAX_COLUMNS, MAX_ROWS } from './addresses';
import { integer } from './arguments';
import { invalidArgument, itemNotFound } from './fault';
import type { ClassSpec, HostObject } from './host-class';
import { rangeClass } from './range';
import { rangeAreasClass } from './range-areas';
import { rangeAt, type RangeRef } from './range-ref';
import { rangeViewClass } from './range-view';
import { rangeArgument } from './resolve-range';
import type { HostSession } from './session';
import { tableScopedCollectionClass } from './tables';
import { regionAround, usedWithin } from './used-range';

type Methods = NonNullable<ClassSpec<RangeRef>['methods']>;
type Args = readonly unknown[];

const moved = (ref: RangeRef, change: Partial<Rect>): HostObject =>
  rangeClass.of(rangeAt(ref.sheet, { ...ref.rect, ...change }));

const orNotFound = (found: HostObject | null): HostObject => {
  if (!found) throw itemNotFound();
  return found;
};

/** An index inside the range's size, as `getRow` and `getColumn` want it. */
function within(value: number, size: number): number {
  if (value < 0 || value >= size) throw invalidArgument();
  return value;
}

function intersection(ref: RangeRef, args: Args, host: HostSession): HostObject | null {
  const other = rangeArgument(args[0], ref.sheet, host);
  const shared = other.sheet === ref.sheet ? intersect(ref.rect, other.rect) : null;
  return shared && rangeClass.of({ sheet: ref.sheet, rect: shared });
}

function used(ref: RangeRef, args: Args, host: HostSession): HostObject | null {
  const rect = usedWithin(ref, args[0] === true, host);
  return rect && rangeClass.of({ sheet: ref.sheet, rect });
}

function mergedAreas(ref: RangeRef): HostObject | null {
  const rects = ref.sheet.merges.filter((merge) => intersect(merge, ref.rect) !== null);
  return rects.length > 0 ? rangeAreasClass.of({ sheet: ref.sheet, rects }) : null;
}

/** Rows or columns beside the range: a negative count lies on the other side. */
function beside(ref: RangeRef, count: number, side: 'before' | 'after', axis: 'row' | 'column') {
  if (count === 0) throw invalidArgument();
  const size = axis === 'row' ? 'rows' : 'columns';
  const after = (side === 'after') === count > 0;
  const start = after ? ref.rect[axis] + ref.rect[size] : ref.rect[axis] - Math.abs(count);
  return moved(ref, { [axis]: start, [size]: Math.abs(count) });
}

function resized(ref: RangeRef, rows: number, columns: number): HostObject {
  return moved(ref, { rows, columns });
}

/** The methods of a Range that answer another range. */
export const rangeNavigation: Methods = {
  getCell: (ref, args) =>
    moved(ref, {
      row: ref.rect.row + integer(args, 0),
      column: ref.rect.column + integer(args, 1),
      rows: 1,
      columns: 1,
    }),
  getRow: (ref, args) =>
    moved(ref, { row: ref.rect.row + within(integer(args, 0), ref.rect.rows), rows: 1 }),
  getColumn: (ref, args) =>
    moved(ref, {
      column: ref.rect.column + within(integer(args, 0), ref.rect.columns),
      columns: 1,
    }),
  getOffsetRange: (ref, args) =>
    moved(ref, {
      row: ref.rect.row + integer(args, 0, 0),
      column: ref.rect.column + integer(args, 1, 0),
    }),
  getResizedRange: (ref, args) =>
    resized(ref, ref.rect.rows + integer(args, 0, 0), ref.rect.columns + integer(args, 1, 0)),
  getAbsoluteResizedRange: (ref, args) => resized(ref, integer(args, 0), integer(args, 1)),
  getEntireRow: (ref) => moved(ref, { column: 0, columns: MAX_COLUMNS }),
  getEntireColumn: (ref) => moved(ref, { row: 0, rows: MAX_ROWS }),
  getLastRow: (ref) => moved(ref, { row: ref.rect.row + ref.rect.rows - 1, rows: 1 }),
  getLastColumn: (ref) =>
    moved(ref, { column: ref.rect.column + ref.rect.columns - 1, columns: 1 }),
  getLastCell: (ref) =>
    moved(ref, {
      row: ref.rect.row + ref.rect.rows - 1,
      column: ref.rect.column + ref.rect.columns - 1,
      rows: 1,
      columns: 1,
    }),
  getRowsAbove: (ref, args) => beside(ref, integer(args, 0, 1), 'before', 'row'),
  getRowsBelow: (ref, args) => beside(ref, integer(args, 0, 1), 'after', 'row'),
  getColumnsBefore: (ref, args) => beside(ref, integer(args, 0, 1), 'before', 'column'),
  getColumnsAfter: (ref, args) => beside(ref, integer(args, 0, 1), 'after', 'column'),
  getIntersection: (ref, args, host) => orNotFound(intersection(ref, args, host)),
  getIntersectionOrNullObject: intersection,
  getBoundingRect: (ref, args, host) => {
    const other = rangeArgument(args[0], ref.sheet, host);
    if (other.sheet !== ref.sheet) throw invalidArgument();
    return rangeClass.of({ sheet: ref.sheet, rect: bounding(ref.rect, other.rect) });
  },
  getUsedRange: (ref, args, host) => used(ref, args, host) ?? moved(ref, { rows: 1, columns: 1 }),
  getUsedRangeOrNullObject: used,
  getSurroundingRegion: (ref) =>
    rangeClass.of({ sheet: ref.sheet, rect: regionAround(ref.sheet, ref.rect) }),
  getMergedAreasOrNullObject: mergedAreas,
  getVisibleView: (ref) => rangeViewClass.of(ref),
  getTables: (ref, _args, host) => tablesTouching(ref, host),
};

function tablesTouching(ref: RangeRef, host: HostSession): HostObject {
  const tables = host.model.tables.filter(
    (table) => table.sheet === ref.sheet && intersect(table.rect, ref.rect) !== null,
  );
  return tableScopedCollectionClass.of(tables);
}
