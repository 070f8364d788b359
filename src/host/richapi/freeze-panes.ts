import type { FrozenPanes, Rect, SheetModel } from '../model';
import { MAX_COLUMNS, MAX_ROWS } from './addresses';
import { integer } from './arguments';
import { invalidArgument, itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { rangeClass } from './range';
import { rangeArgument } from './resolve-range';

function location(sheet: SheetModel): HostObject | null {
  const { rows, columns } = sheet.frozen;
  if (rows === 0 && columns === 0) return null;
  const rect: Rect = {
    row: 0,
    column: 0,
    rows: rows || MAX_ROWS,
    columns: columns || MAX_COLUMNS,
  };
  return rangeClass.of({ sheet, rect });
}

function freeze(sheet: SheetModel, frozen: FrozenPanes): void {
  if (frozen.rows < 0 || frozen.columns < 0) throw invalidArgument();
  sheet.frozen = frozen;
}

/** The rows and columns that stay in view. */
export const freezePanesClass = new HostClass<SheetModel>(() => ({
  name: 'WorksheetFreezePanes',
  methods: {
    freezeRows: (sheet, args) => freeze(sheet, { rows: integer(args, 0, 1), columns: 0 }),
    freezeColumns: (sheet, args) => freeze(sheet, { rows: 0, columns: integer(args, 0, 1) }),
    freezeAt: (sheet, args, host) => {
      const { rect } = rangeArgument(args[0], sheet, host);
      freeze(sheet, { rows: rect.row + rect.rows, columns: rect.column + rect.columns });
    },
    unfreeze: (sheet) => freeze(sheet, { rows: 0, columns: 0 }),
    getLocation: (sheet) => {
      const found = location(sheet);
      if (!found) throw itemNotFound();
      return found;
    },
    getLocationOrNullObject: location,
  },
}));
