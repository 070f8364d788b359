import type { SheetModel } from '../model';
import { itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { rangeClass } from './range';

const rangeOf = (sheet: SheetModel): HostObject | null =>
  sheet.autoFilter && rangeClass.of({ sheet, rect: sheet.autoFilter.rect });

/** The sheet's own filter: read only. */
export const autoFilterClass = new HostClass<SheetModel>(() => ({
  name: 'AutoFilter',
  scalars: {
    enabled: { get: (sheet) => sheet.autoFilter !== null },
    isDataFiltered: { get: (sheet) => sheet.autoFilter?.filtered ?? false },
  },
  methods: {
    getRange: (sheet) => {
      const range = rangeOf(sheet);
      if (!range) throw itemNotFound();
      return range;
    },
    getRangeOrNullObject: rangeOf,
  },
}));
