import type { FrozenPanes, Rect, SheetModel } from '../model';
import { MAX_COLUMNS, MAX_ROWS } from './addresses';
import { integer } from './arguments';
import { invalidArgument, itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { rangeClass } from './range';
import { rangeArgument } from './resolve-range';
import type { HostSession } from './session';

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

function freeze(sheet: SheetModel, frozen: FrozenPanes, host: HostSession): void {
  if (frozen.rows < 0 || frozen.columns < 0) throw invalidArgument();
  host.isDirty = true;
  sheet.frozen = frozen;
}

/** The rows and columns that stay in view. */
export const freezePanesClass = new HostClass<SheetModel>(() => ({
  name: 'WorksheetFreezePanes',
  methods: {
    freezeRows: (sheet, args, host) =>
      freeze(sheet, { rows: integer(args, 0, 1), columns: 0 }, host),
    freezeColumns: (sheet, args, host) =>
      freeze(sheet, { rows: 0, columns: integer(args, 0, 1) }, host),
    freezeAt: (sheet, args, host) => {
      const { rect } = rangeArgument(args[0], sheet, host);
      freeze(sheet, { rows: rect.row + rect.rows, columns: rect.column + rect.columns }, host);
    },
    unfreeze: (sheet, _args, host) => freeze(sheet, { rows: 0, columns: 0 }, host),
    getLocation: (sheet) => {
      const found = location(sheet);
      if (!found) throw itemNotFound();
      return found;
    },
    getLocationOrNullObject: location,
  },
}));
