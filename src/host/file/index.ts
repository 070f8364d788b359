/** The file layer: a workbook over the bytes of a real .xlsx or .xlsm file. */
export { openWorkbookFile, type OpenOptions } from './open';
export { newWorkbookFile } from './new-workbook';
export { DEFAULT_ADD_IN_ID } from './settings';
