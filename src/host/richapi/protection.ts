import type { SheetModel } from '../model';
import { HostClass } from './host-class';

/** A sheet's protection: the host tells of it and heeds it, but doesn't change it. */
export const worksheetProtectionClass = new HostClass<SheetModel>(() => ({
  name: 'WorksheetProtection',
  scalars: { protected: { get: (sheet) => sheet.isProtected } },
}));

/** The workbook's structure: not protected here. */
export const workbookProtectionClass = new HostClass<null>(() => ({
  name: 'WorkbookProtection',
  scalars: { protected: { get: () => false } },
}));
