/** Finds, reads and writes tables in the active workbook, through the Excel JavaScript API only. */
export { runScoring, type RunOptions, type RunOutcome } from './run';
export { undoWrite, WriteFailed, type Undo } from './write/apply';
export type { Abilities } from './write/draw';
export {
  completeSettings,
  DEFAULT_SETTINGS,
  missingPaperSettings,
  readingsOf,
  type Papers,
  type Settings,
} from './settings';
export type { ColumnChoice } from './find/tables';
export { SETTINGS_KEY, type OurSheet } from './ours';
