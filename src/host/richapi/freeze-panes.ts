import type { SheetModel } from '../model';
import { MAX_COLUMNS, MAX_ROWS } from './addresses';
import { integer } from './arguments';
import { itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { rangeClass } from './range';
import { rangeArgument } from './resolve-range';

/** The frozen cells; whole rows or columns where only those are frozen. */
function frozenRange(sheet: SheetModel): HostObject | null {
  const { rows, columns } = sheet.frozen;
  if (rows === 0 && columns === 0) return null;
  const rect = { row: 0, column: 0, rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS };
  return rangeClass.of({ sheet, rect });
}

/** What stays in sight when the sheet scrolls. */
export const freezePanesClass = new HostClass<SheetModel>(() => ({
  name: 'WorksheetFreezePanes',
  methods: {
    freezeRows: (sheet, args) => {
      sheet.frozen = { rows: integer(args, 0, 0), columns: 0 };
    },
    freezeColumns: (sheet, args) => {
      sheet.frozen = { rows: 0, columns: integer(args, 0, 0) };
    },
    freezeAt: (sheet, args, host) => {
      const { rect } = rangeArgument(args[0], sheet, host);
      sheet.frozen = { rows: rect.row + rect.rows, columns: rect.column + rect.columns };
    },
    unfreeze: (sheet) => {
      sheet.frozen = { rows: 0, columns: 0 };
    },
    getLocation: (sheet) => {
      const range = frozenRange(sheet);
      if (!range) throw itemNotFound();
      return range;
    },
    getLocationOrNullObject: frozenRange,
  },
}));
