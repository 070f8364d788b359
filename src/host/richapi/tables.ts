import type { SheetModel, TableModel } from '../model';
import { intersect } from './addresses';
import { integer, key } from './arguments';
import { invalidArgument, itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { orNotFound } from './names';
import { rangeArgument } from './resolve-range';
import type { HostSession } from './session';
import { guardSheet } from './styles';
import { tableClass, tableId } from './table';

type Scope = SheetModel | null;

const tablesOf = (scope: Scope, host: HostSession): TableModel[] =>
  host.model.tables.filter((table) => scope === null || table.sheet === scope);

function findIn(tables: readonly TableModel[], wanted: string): HostObject | null {
  const found = tables.find(
    (table) => table.name.toLowerCase() === wanted.toLowerCase() || tableId(table) === wanted,
  );
  return found ? tableClass.of(found) : null;
}

function add(scope: Scope, args: readonly unknown[], host: HostSession): HostObject {
  const { sheet, rect } = rangeArgument(args[0], scope ?? host.model.activeSheet, host);
  if (scope && sheet !== scope) throw invalidArgument();
  guardSheet(sheet);
  const overlaps = host.model.tables.some(
    (table) => table.sheet === sheet && intersect(table.rect, rect) !== null,
  );
  if (overlaps) throw invalidArgument();
  host.isDirty = true;
  return tableClass.of(host.model.addTable(sheet, rect, args[1] === true));
}

function itemAt(tables: readonly TableModel[], index: number): HostObject {
  const found = tables[index];
  if (!found) throw itemNotFound();
  return tableClass.of(found);
}

/** The tables of the workbook (null) or of a sheet. */
export const tableCollectionClass = new HostClass<Scope>(() => ({
  name: 'TableCollection',
  scalars: { count: { get: (scope, host) => tablesOf(scope, host).length } },
  items: (scope, host) => tablesOf(scope, host).map((table) => tableClass.of(table)),
  methods: {
    add,
    getCount: (scope, _args, host) => tablesOf(scope, host).length,
    getItem: (scope, args, host) => orNotFound(findIn(tablesOf(scope, host), key(args, 0))),
    getItemAt: (scope, args, host) => itemAt(tablesOf(scope, host), integer(args, 0)),
    getItemOrNullObject: (scope, args, host) => findIn(tablesOf(scope, host), key(args, 0)),
  },
}));

/** The tables that a range touches. */
export const tableScopedCollectionClass = new HostClass<readonly TableModel[]>(() => ({
  name: 'TableScopedCollection',
  items: (tables) => tables.map((table) => tableClass.of(table)),
  methods: {
    getCount: (tables) => tables.length,
    getFirst: (tables) => itemAt(tables, 0),
    getItem: (tables, args) => orNotFound(findIn(tables, key(args, 0))),
    getItemOrNullObject: (tables, args) => findIn(tables, key(args, 0)),
  },
}));
