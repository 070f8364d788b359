import type { Rect, TableModel } from '../model';
import { asText } from './arguments';
import { invalidArgument } from './fault';
import { HostClass, type HostObject } from './host-class';
import { checkName } from './names';
import { rangeClass } from './range';
import { bodyOf, findName } from './resolve-range';
import type { HostSession } from './session';
import { tableAutoFilterClass, tableColumnsClass, tableRowsClass } from './table-parts';
import { worksheetClass } from './worksheet';

export const tableId = (table: TableModel): string => String(table.id);

function rename(table: TableModel, value: unknown, host: HostSession): void {
  const name = checkName(asText(value));
  const taken = host.model.tables.some(
    (each) => each !== table && each.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken || findName(host, name, null)) throw invalidArgument();
  host.isDirty = true;
  table.name = name;
}

const rangeOn = (table: TableModel, rect: Rect): HostObject =>
  rangeClass.of({ sheet: table.sheet, rect });

/** The first row of a table; an error where it shows none. */
export function headerRect(table: TableModel): Rect {
  if (!table.hasHeaders) throw invalidArgument();
  return { ...table.rect, rows: 1 };
}

export function totalRect(table: TableModel): Rect {
  if (!table.hasTotals) throw invalidArgument();
  return { ...table.rect, row: table.rect.row + table.rect.rows - 1, rows: 1 };
}

/** A table. */
export const tableClass = new HostClass<TableModel>(() => ({
  name: 'Table',
  identity: (table) => ({ Id: tableId(table) }),
  scalars: {
    id: { get: tableId },
    legacyId: { get: tableId },
    name: { get: (table) => table.name, set: rename },
    style: { get: (table) => table.styleName ?? '' },
    showHeaders: { get: (table) => table.hasHeaders },
    showTotals: { get: (table) => table.hasTotals },
  },
  navs: {
    autoFilter: (table) => tableAutoFilterClass.of(table),
    columns: (table) => tableColumnsClass.of(table),
    rows: (table) => tableRowsClass.of(table),
    worksheet: (table) => worksheetClass.of(table.sheet),
  },
  methods: {
    getRange: (table) => rangeOn(table, table.rect),
    getHeaderRowRange: (table) => rangeOn(table, headerRect(table)),
    getDataBodyRange: (table) => rangeOn(table, bodyOf(table.rect, table)),
    getTotalRowRange: (table) => rangeOn(table, totalRect(table)),
  },
}));
