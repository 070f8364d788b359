import { applicationClass, runtimeClass } from './application';
import { asBoolean, text } from './arguments';
import { constant, HostClass, type HostObject } from './host-class';
import { namedItemCollectionClass } from './names';
import { workbookProtectionClass } from './protection';
import { rangeClass } from './range';
import { rangeAreasClass } from './range-areas';
import type { RangeRef } from './range-ref';
import type { HostSession } from './session';
import { settingCollectionClass } from './settings';
import { tableCollectionClass } from './tables';
import { worksheetCollectionClass } from './worksheets';

function selected(host: HostSession): RangeRef {
  const sheet = host.model.activeSheet;
  return { sheet, rect: host.model.selection(sheet) };
}

/** The range an event was about, while the client keeps it. */
const kept = (args: readonly unknown[], host: HostSession): HostObject | null =>
  host.references.get(text(args, 0)) ?? null;

/** The properties of the document: the model has none, so they read empty and can't be set. */
export const documentPropertiesClass = new HostClass<null>(() => ({
  name: 'DocumentProperties',
  scalars: Object.fromEntries(
    ['author', 'category', 'comments', 'company', 'keywords', 'manager', 'subject', 'title'].map(
      (name) => [name, constant('')],
    ),
  ),
}));

/** The workbook: the root of all paths. */
export const workbookClass = new HostClass<null>(() => ({
  name: 'Workbook',
  scalars: {
    name: { get: (_self, host) => host.options.name },
    readOnly: { get: (_self, host) => host.readOnly },
    isDirty: {
      get: (_self, host) => host.isDirty,
      set: (_self, value, host) => {
        host.isDirty = asBoolean(value);
      },
    },
    autoSave: constant(false),
    previouslySaved: constant(true),
    usePrecisionAsDisplayed: constant(false),
    calculationEngineVersion: constant(191_029),
  },
  navs: {
    _Runtime: () => runtimeClass.of(null),
    application: () => applicationClass.of(null),
    names: () => namedItemCollectionClass.of(null),
    properties: () => documentPropertiesClass.of(null),
    protection: () => workbookProtectionClass.of(null),
    settings: () => settingCollectionClass.of(null),
    tables: () => tableCollectionClass.of(null),
    worksheets: () => worksheetCollectionClass.of(null),
  },
  methods: {
    _RemoveReference: (_self, args, host) => host.release(text(args, 0)),
    _GetRangeForEventByReferenceId: (_self, args, host) => kept(args, host),
    _GetRangeOrNullObjectForEventByReferenceId: (_self, args, host) => kept(args, host),
    getActiveCell: (_self, _args, host) => {
      const { sheet, rect } = selected(host);
      return rangeClass.of({ sheet, rect: { ...rect, rows: 1, columns: 1 } });
    },
    getSelectedRange: (_self, _args, host) => rangeClass.of(selected(host)),
    getSelectedRanges: (_self, _args, host) => {
      const { sheet, rect } = selected(host);
      return rangeAreasClass.of({ sheet, rects: [rect] });
    },
  },
}));
