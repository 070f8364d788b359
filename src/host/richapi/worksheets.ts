import { key, optionalText } from './arguments';
import { itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { eventMethods } from './registrations';
import { type HostSession, sheetId } from './session';
import { addSheet } from './sheet-actions';
import { worksheetClass } from './worksheet';

function found(_self: null, args: readonly unknown[], host: HostSession): HostObject | null {
  const wanted = key(args, 0);
  const sheet = host.model.sheets.find(
    (each) => sheetId(each) === wanted || each.name.toLowerCase() === wanted.toLowerCase(),
  );
  return sheet ? worksheetClass.of(sheet) : null;
}

/** The first or last sheet, among the visible ones where asked. */
const atEnd =
  (index: 0 | -1) =>
  (_self: null, args: readonly unknown[], host: HostSession): HostObject => {
    const sheet = host.model.sheets
      .filter((each) => args[0] !== true || each.visibility === 'visible')
      .at(index);
    if (!sheet) throw itemNotFound();
    return worksheetClass.of(sheet);
  };

export const worksheetCollectionClass = new HostClass<null>(() => ({
  name: 'WorksheetCollection',
  items: (_self, host) => host.model.sheets.map((sheet) => worksheetClass.of(sheet)),
  methods: {
    add: (_self, args, host) => worksheetClass.of(addSheet(optionalText(args, 0), host)),
    getActiveWorksheet: (_self, _args, host) => worksheetClass.of(host.model.activeSheet),
    getCount: (_self, args, host) =>
      host.model.sheets.filter((sheet) => args[0] !== true || sheet.visibility === 'visible')
        .length,
    getFirst: atEnd(0),
    getLast: atEnd(-1),
    getItem: (self, args, host) => {
      const sheet = found(self, args, host);
      if (!sheet) throw itemNotFound();
      return sheet;
    },
    getItemOrNullObject: found,
    ...eventMethods<null>(
      ['changed', 'activated', 'deactivated', 'added', 'deleted', 'selectionChanged'],
      () => null,
    ),
  },
}));
