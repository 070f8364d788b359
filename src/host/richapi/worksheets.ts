import type { SheetModel } from '../model';
import { key, optionalText } from './arguments';
import { itemNotFound } from './fault';
import { HostClass } from './host-class';
import { eventMethods } from './registrations';
import { findSheet } from './resolve-range';
import { type HostSession, sheetId } from './session';
import { addSheet } from './sheet-actions';
import { worksheetClass } from './worksheet';

/** The collection has no state of its own. */
export type None = null;

function visibleOnly(args: readonly unknown[], host: HostSession): SheetModel[] {
  return host.model.sheets.filter((sheet) => args[0] !== true || sheet.visibility === 'visible');
}

const find = (wanted: string, host: HostSession): SheetModel | undefined =>
  findSheet(host, wanted) ?? host.model.sheets.find((sheet) => sheetId(sheet) === wanted);

/** The sheets, in the order of the tabs. */
export const worksheetCollectionClass = new HostClass<None>(() => ({
  name: 'WorksheetCollection',
  items: (_self, host) => host.model.sheets.map((sheet) => worksheetClass.of(sheet)),
  methods: {
    add: (_self, args, host) => worksheetClass.of(addSheet(optionalText(args, 0), host)),
    getItem: (_self, args, host) => {
      const sheet = find(key(args, 0), host);
      if (!sheet) throw itemNotFound();
      return worksheetClass.of(sheet);
    },
    getItemOrNullObject: (_self, args, host) => {
      const sheet = find(key(args, 0), host);
      return sheet ? worksheetClass.of(sheet) : null;
    },
    getActiveWorksheet: (_self, _args, host) => worksheetClass.of(host.model.activeSheet),
    getCount: (_self, args, host) => visibleOnly(args, host).length,
    getFirst: (_self, args, host) => worksheetClass.of(visibleOnly(args, host)[0]!),
    getLast: (_self, args, host) => worksheetClass.of(visibleOnly(args, host).at(-1)!),
    ...eventMethods<None>(
      ['changed', 'activated', 'deactivated', 'selectionChanged', 'added', 'deleted'],
      () => null,
    ),
  },
}));
