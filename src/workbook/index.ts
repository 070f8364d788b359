/** Finds, reads and writes tables in the active workbook, through the Excel JavaScript API only. */
export { runScoring, type RunOptions, type RunOutcome } from './run';
export {
  changeDecisions,
  goTo,
  readSettings,
  removeResults,
  saveSettings,
  unitAt,
} from './actions';
export { boardOf, type Decision } from './decisions';
export { readBoard, type BoardRead } from './read/board';
export { makeTemplates } from './templates';
export { WriteFailed } from './write/apply';
export { failureOf, type Failure } from './failure';
export { changedSince, undoWrite, type Undo } from './write/undo';
export { Cancelled, type PaceOptions, type Progress, type Step } from './pace';
export type { FoundTableInfo, OtherBook } from './find/unit-rows';
export type { NameChoice } from './find/names';
export type { NumberHabit } from './find/numbers';
export type { Grid, GridValue } from './find/grid';
export { abilitiesOfExcel, type Abilities } from './abilities';
export {
  completeSettings,
  DEFAULT_SETTINGS,
  missingPaperSettings,
  readingsOf,
  REQUIRED_PAPERS,
  type Settings,
} from './settings';
export type { ColumnChoice } from './find/tables';
export { SETTINGS_KEY, type OurSheet } from './ours';
