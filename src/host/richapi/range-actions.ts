import type { Rect } from '../model';
import { intersect } from './addresses';
import { word } from './arguments';
import { setCellProperties } from './cell-properties';
import { API, assertSize, raiseChanged } from './cell-writes';
import { copyRange } from './copy-range';
import { invalidArgument } from './fault';
import type { ClassSpec } from './host-class';
import { addressOf, mapCells, type RangeRef } from './range-ref';
import { rangeArgument } from './resolve-range';
import { type HostSession, sheetId } from './session';
import { activateSheet } from './sheet-actions';
import { boundedPart, guardCells, guardSheet } from './styles';

type Methods = NonNullable<ClassSpec<RangeRef>['methods']>;

const CLEARABLE = ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'] as const;

/** Clears contents, formats or links; whole rows and columns as far as the sheet is used. */
export function clearRange(ref: RangeRef, applyTo: unknown, host: HostSession): void {
  const what = word(applyTo ?? 'All', CLEARABLE);
  guardCells({ sheet: ref.sheet, rects: [ref.rect] }, host);
  if (what !== 'Contents') guardSheet(ref.sheet);
  const rect = boundedPart(ref.sheet, ref.rect);
  if (!rect) return;
  const { sheet } = ref;
  if (what === 'All' || what === 'Formats') sheet.unmerge(rect);
  mapCells({ sheet, rect }, (row, column) => {
    if (what === 'All' || what === 'Contents') sheet.writeValue(row, column, null);
    if (what === 'All' || what === 'Formats') {
      sheet.setStyle(row, column, host.model.defaultStyle);
    }
    if (what !== 'Contents' && what !== 'Formats') sheet.setHyperlink(row, column, null);
  });
  raiseChanged(ref, host, null, API);
}

function merge(ref: RangeRef, across: boolean, host: HostSession): void {
  guardSheet(ref.sheet);
  const inTable = host.model.tables.some(
    (table) => table.sheet === ref.sheet && intersect(table.rect, ref.rect) !== null,
  );
  if (inTable) throw invalidArgument();
  const rects: Rect[] = across
    ? Array.from({ length: ref.rect.rows }, (_, i) => ({
        ...ref.rect,
        row: ref.rect.row + i,
        rows: 1,
      }))
    : [ref.rect];
  for (const rect of rects) mergeOne({ sheet: ref.sheet, rect });
  raiseChanged(ref, host, null, API);
}

/** Only the first cell keeps its content. */
function mergeOne({ sheet, rect }: RangeRef): void {
  if (rect.rows * rect.columns < 2) return;
  sheet.unmerge(rect);
  mapCells({ sheet, rect }, (row, column) => {
    if (row !== rect.row || column !== rect.column) sheet.writeValue(row, column, null);
  });
  sheet.merge(rect);
}

/** Selects a range and brings its sheet to the front, and tells the handlers. */
export function selectRange(ref: RangeRef, host: HostSession): void {
  activateSheet(ref.sheet, host);
  host.model.select(ref.sheet, ref.rect);
  const address = addressOf(ref).replace(/^.*!/, '');
  host.events.raise('selectionChanged', sheetId(ref.sheet), { address });
}

/** The methods of a Range that change something. */
export const rangeActions: Methods = {
  _ValidateArraySize: (ref, args) => assertSize(ref, args[0], args[1]),
  calculate: () => null,
  clear: (ref, args, host) => clearRange(ref, args[0], host),
  copyFrom: (ref, args, host) => {
    const source = rangeArgument(args[0], ref.sheet, host);
    copyRange(source, ref, { type: args[1], skipBlanks: args[2], transpose: args[3] }, host);
  },
  merge: (ref, args, host) => merge(ref, args[0] === true, host),
  setCellProperties: (ref, args, host) => setCellProperties(ref, args[0], host),
  unmerge: (ref, _args, host) => {
    guardSheet(ref.sheet);
    host.isDirty = true;
    ref.sheet.unmerge(ref.rect);
  },
  select: (ref, _args, host) => selectRange(ref, host),
};
