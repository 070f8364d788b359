import type { SheetModel } from '../model';
import { constant, HostClass } from './host-class';

/** Whether a sheet is protected: the host doesn't protect sheets or undo it. */
export const worksheetProtectionClass = new HostClass<SheetModel>(() => ({
  name: 'WorksheetProtection',
  scalars: { protected: { get: (sheet) => sheet.isProtected } },
}));

export const workbookProtectionClass = new HostClass<null>(() => ({
  name: 'WorkbookProtection',
  scalars: { protected: constant(false) },
}));
