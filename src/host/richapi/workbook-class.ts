import { applicationClass, runtimeClass } from './application';
import { key } from './arguments';
import { HostClass, type HostObject } from './host-class';
import { namedItemCollectionClass } from './names';
import { workbookProtectionClass } from './protection';
import { rangeClass } from './range';
import type { HostSession } from './session';
import { settingCollectionClass } from './settings';
import { tableCollectionClass } from './tables';
import { worksheetCollectionClass } from './worksheets';

function selected(host: HostSession, firstCellOnly: boolean): HostObject {
  const sheet = host.model.activeSheet;
  const rect = host.model.selection(sheet);
  return rangeClass.of({ sheet, rect: firstCellOnly ? { ...rect, rows: 1, columns: 1 } : rect });
}

const byReference = (_self: null, args: readonly unknown[], host: HostSession) =>
  host.references.get(key(args, 0)) ?? null;

/** The root of every object path. */
export const workbookClass = new HostClass<null>(() => ({
  name: 'Workbook',
  scalars: {
    name: { get: (_self, host) => host.options.name },
    readOnly: { get: (_self, host) => host.readOnly },
    isDirty: {
      get: (_self, host) => host.isDirty,
      set: (_self, value, host) => {
        host.isDirty = value === true;
      },
    },
  },
  navs: {
    application: () => applicationClass.of(null),
    names: () => namedItemCollectionClass.of(null),
    protection: () => workbookProtectionClass.of(null),
    settings: () => settingCollectionClass.of(null),
    tables: () => tableCollectionClass.of(null),
    worksheets: () => worksheetCollectionClass.of(null),
    _Runtime: () => runtimeClass.of(null),
  },
  methods: {
    getActiveCell: (_self, _args, host) => selected(host, true),
    getSelectedRange: (_self, _args, host) => selected(host, false),
    _RemoveReference: (_self, args, host) => host.release(key(args, 0)),
    _GetRangeForEventByReferenceId: byReference,
    _GetRangeOrNullObjectForEventByReferenceId: byReference,
  },
}));
