import type { Rect, TableModel } from '../model';
import { integer, key } from './arguments';
import { itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { orNotFound } from './names';
import { rangeClass } from './range';
import { mapCells, shownValue, wireValue } from './range-ref';
import { bodyOf } from './resolve-range';
import { headerRect, totalRect } from './table';

interface ColumnRef {
  readonly table: TableModel;
  readonly index: number;
}

const oneColumn = ({ table, index }: ColumnRef, rect: Rect): HostObject =>
  rangeClass.of({
    sheet: table.sheet,
    rect: { ...rect, column: table.rect.column + index, columns: 1 },
  });

/** Excel numbers the columns from 1; the file's own ids aren't kept. */
const columnId = ({ index }: ColumnRef): number => index + 1;

export const tableColumnClass = new HostClass<ColumnRef>(() => ({
  name: 'TableColumn',
  identity: (column) => ({ Id: columnId(column) }),
  scalars: {
    id: { get: columnId },
    index: { get: ({ index }) => index },
    name: { get: ({ table, index }) => table.columns[index] },
    values: {
      get: ({ table, index }) => {
        const rect = { ...table.rect, column: table.rect.column + index, columns: 1 };
        return mapCells({ sheet: table.sheet, rect }, (row, column) =>
          wireValue(shownValue(table.sheet.read(row, column))),
        );
      },
    },
  },
  methods: {
    getRange: (column) => oneColumn(column, column.table.rect),
    getHeaderRowRange: (column) => oneColumn(column, headerRect(column.table)),
    getDataBodyRange: (column) => oneColumn(column, bodyOf(column.table.rect, column.table)),
    getTotalRowRange: (column) => oneColumn(column, totalRect(column.table)),
  },
}));

const columnsOf = (table: TableModel): ColumnRef[] =>
  table.columns.map((_name, index) => ({ table, index }));

function findColumn(table: TableModel, wanted: string): HostObject | null {
  const found = columnsOf(table).find(
    (column) =>
      table.columns[column.index]!.toLowerCase() === wanted.toLowerCase() ||
      String(columnId(column)) === wanted,
  );
  return found ? tableColumnClass.of(found) : null;
}

export const tableColumnsClass = new HostClass<TableModel>(() => ({
  name: 'TableColumnCollection',
  scalars: { count: { get: (table) => table.columns.length } },
  items: (table) => columnsOf(table).map((column) => tableColumnClass.of(column)),
  methods: {
    getCount: (table) => table.columns.length,
    getItem: (table, args) => orNotFound(findColumn(table, key(args, 0))),
    getItemOrNullObject: (table, args) => findColumn(table, key(args, 0)),
    getItemAt: (table, args) => {
      const found = columnsOf(table)[integer(args, 0)];
      if (!found) throw itemNotFound();
      return tableColumnClass.of(found);
    },
  },
}));

const rowCount = (table: TableModel): number => bodyOf(table.rect, table).rows;

/** How many rows a table has: adding and deleting rows isn't covered. */
export const tableRowsClass = new HostClass<TableModel>(() => ({
  name: 'TableRowCollection',
  scalars: { count: { get: rowCount } },
  methods: { getCount: rowCount },
}));

/** The filter of a table: read only. */
export const tableAutoFilterClass = new HostClass<TableModel>(() => ({
  name: 'AutoFilter',
  scalars: { enabled: { get: () => true }, isDataFiltered: { get: (table) => table.filtered } },
  methods: {
    getRange: (table) => rangeClass.of({ sheet: table.sheet, rect: table.rect }),
    getRangeOrNullObject: (table) => rangeClass.of({ sheet: table.sheet, rect: table.rect }),
  },
}));
