/**
 * The embedded workbook host: the Excel side of Office.js over an .xlsx file. A bench for the add-in,
 * not a part of it. What only Node can load is in `host/node`.
 */
export * from './model';
export { DEFAULT_ADD_IN_ID, newWorkbookFile, openWorkbookFile } from './file';
export {
  WorkbookHost,
  type NativeBridge,
  type Traffic,
  type WorkbookHostOptions,
} from './workbook-host';
export type { BlankArguments, CustomFunction, CustomFunctions, Invocation } from './functions';
export type { HostLimits } from './richapi/session';
export { DEFAULT_SETS, isSetSupported, type RequirementSets } from './richapi/sets';
export {
  bounding,
  columnLetters,
  formatRect,
  MAX_COLUMNS,
  MAX_ROWS,
  parseRect,
  splitSheet,
} from './richapi/addresses';
export { cellText } from './richapi/cell-text';
export type { AppRuntime, RuntimeState } from './richapi/app-runtime';
