/** Finds, reads and writes tables in the active workbook, through the Excel JavaScript API only. */
export { runScoring, type RunOptions, type RunOutcome } from './run';
export { jobs } from './excel-run';
export { RUN_EVENT, type CommandId, type RunState } from './run-state';
export {
  changeDecisions,
  goTo,
  readSettings,
  removeResults,
  saveSettings,
  unitAt,
} from './actions';
export { boardOf, type Decision } from './decisions';
export type { Extras } from './extras';
export { readBoard, type BoardRead } from './read/board';
export { makeTemplates } from './templates';
export { WriteFailed } from './write/apply';
export { ChangedMeanwhile, type Change } from './write/unchanged';
export { failureOf, type Failure } from './failure';
export { changedSince, undoWrite, type Undo } from './write/undo';
export { Cancelled, type PaceOptions, type Progress, type Step } from './pace';
export type { FoundTableInfo } from './find/unit-rows';
export { otherBook, type OtherBook } from './find/other-book';
export type { NameChoice } from './find/names';
export type { NumberHabit } from './find/numbers';
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
export { isOurs, SETTINGS_KEY, SHEET_MARK, type OurSheet } from './ours';
