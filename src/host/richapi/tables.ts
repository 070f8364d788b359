import type { Rect, SheetModel, TableModel } from '../model';
import { asText, integer, key } from './arguments';
import { invalidArgument, itemAlreadyExists, itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { intersect } from './addresses';
import { rangeClass } from './range';
import { bodyOf, rangeArgument } from './resolve-range';
import type { HostSession } from './session';
import { worksheetClass } from './worksheet';

const part = (table: TableModel, rect: Rect): HostObject => {
  if (rect.rows < 1) throw itemNotFound();
  return rangeClass.of({ sheet: table.sheet, rect });
};

const headerRect = ({ rect, hasHeaders }: TableModel): Rect => ({
  ...rect,
  rows: hasHeaders ? 1 : 0,
});

const totalRect = ({ rect, hasTotals }: TableModel): Rect => ({
  ...rect,
  row: rect.row + rect.rows - 1,
  rows: hasTotals ? 1 : 0,
});

/** An Excel table. */
export const tableClass = new HostClass<TableModel>(() => ({
  name: 'Table',
  identity: ({ id }) => ({ Id: String(id) }),
  scalars: {
    id: { get: ({ id }) => String(id) },
    name: {
      get: ({ name }) => name,
      set: (table, value, host) => {
        const name = asText(value);
        if (host.model.tables.some((each) => each !== table && sameName(each.name, name))) {
          throw invalidArgument();
        }
        table.name = name;
        host.isDirty = true;
      },
    },
    style: { get: ({ styleName }) => styleName ?? '' },
    showHeaders: { get: ({ hasHeaders }) => hasHeaders },
    showTotals: { get: ({ hasTotals }) => hasTotals },
  },
  navs: {
    worksheet: ({ sheet }) => worksheetClass.of(sheet),
    columns: (table) => tableColumnCollectionClass.of(table),
    rows: (table) => tableRowCollectionClass.of(table),
  },
  methods: {
    getRange: (table) => part(table, table.rect),
    getHeaderRowRange: (table) => part(table, headerRect(table)),
    getDataBodyRange: (table) => part(table, bodyOf(table.rect, table)),
    getTotalRowRange: (table) => part(table, totalRect(table)),
  },
}));

const sameName = (x: string, y: string): boolean => x.toLowerCase() === y.toLowerCase();

interface Column {
  readonly table: TableModel;
  readonly index: number;
}

const tableColumnClass = new HostClass<Column>(() => ({
  name: 'TableColumn',
  identity: ({ index }) => ({ Id: index + 1 }),
  scalars: {
    id: { get: ({ index }) => index + 1 },
    index: { get: ({ index }) => index },
    name: { get: ({ table, index }) => table.columns[index] },
  },
  methods: {
    getRange: ({ table, index }) => part(table, narrowed(table.rect, index)),
    getDataBodyRange: ({ table, index }) => part(table, narrowed(bodyOf(table.rect, table), index)),
    getHeaderRowRange: ({ table, index }) => part(table, narrowed(headerRect(table), index)),
  },
}));

const narrowed = (rect: Rect, index: number): Rect => ({
  ...rect,
  column: rect.column + index,
  columns: 1,
});

const columnsOf = (table: TableModel): HostObject[] =>
  table.columns.map((_, index) => tableColumnClass.of({ table, index }));

function columnNamed(table: TableModel, args: readonly unknown[]): HostObject | null {
  const wanted = key(args, 0);
  const index = table.columns.findIndex(
    (name, i) => sameName(name, wanted) || String(i + 1) === wanted,
  );
  return index < 0 ? null : tableColumnClass.of({ table, index });
}

const tableColumnCollectionClass = new HostClass<TableModel>(() => ({
  name: 'TableColumnCollection',
  scalars: { count: { get: ({ columns }) => columns.length } },
  items: columnsOf,
  methods: {
    getCount: ({ columns }) => columns.length,
    getItem: (table, args) => orNotFound(columnNamed(table, args)),
    getItemOrNullObject: columnNamed,
    getItemAt: (table, args) => orNotFound(columnsOf(table)[integer(args, 0)] ?? null),
  },
}));

const tableRowCollectionClass = new HostClass<TableModel>(() => ({
  name: 'TableRowCollection',
  scalars: { count: { get: (table) => bodyOf(table.rect, table).rows } },
  methods: { getCount: (table) => bodyOf(table.rect, table).rows },
}));

function orNotFound(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

const tablesOn = (sheet: SheetModel | null, host: HostSession): TableModel[] =>
  host.model.tables.filter((table) => sheet === null || table.sheet === sheet);

function tableNamed(
  sheet: SheetModel | null,
  args: readonly unknown[],
  host: HostSession,
): HostObject | null {
  const wanted = key(args, 0);
  const table = tablesOn(sheet, host).find(
    ({ id, name }) => String(id) === wanted || sameName(name, wanted),
  );
  return table ? tableClass.of(table) : null;
}

function addTable(
  sheet: SheetModel | null,
  args: readonly unknown[],
  host: HostSession,
): HostObject {
  const target = rangeArgument(args[0], sheet ?? host.model.activeSheet, host);
  const onSheet = tablesOn(target.sheet, host);
  if (onSheet.some(({ rect }) => intersect(rect, target.rect))) throw itemAlreadyExists();
  host.isDirty = true;
  return tableClass.of(host.model.addTable(target.sheet, target.rect, args[1] === true));
}

/** The tables of a sheet, or (null) of the workbook. */
export const tableCollectionClass = new HostClass<SheetModel | null>(() => ({
  name: 'TableCollection',
  scalars: { count: { get: (sheet, host) => tablesOn(sheet, host).length } },
  items: (sheet, host) => tablesOn(sheet, host).map((table) => tableClass.of(table)),
  methods: {
    add: addTable,
    getCount: (sheet, _args, host) => tablesOn(sheet, host).length,
    getItem: (sheet, args, host) => orNotFound(tableNamed(sheet, args, host)),
    getItemOrNullObject: tableNamed,
    getItemAt: (sheet, args, host) => {
      const table = tablesOn(sheet, host)[integer(args, 0)];
      return orNotFound(table ? tableClass.of(table) : null);
    },
  },
}));

/** The tables that a range touches. */
export const tableScopedCollectionClass = new HostClass<readonly TableModel[]>(() => ({
  name: 'TableScopedCollection',
  items: (tables) => tables.map((table) => tableClass.of(table)),
  methods: {
    getCount: (tables) => tables.length,
    getFirst: ([first]) => orNotFound(first ? tableClass.of(first) : null),
    getItem: (tables, args) => {
      const wanted = key(args, 0);
      const table = tables.find(({ id, name }) => String(id) === wanted || sameName(name, wanted));
      return orNotFound(table ? tableClass.of(table) : null);
    },
  },
}));
