/** Finds, reads and writes tables in the active workbook, through the Excel JavaScript API only. */
export type { RunOptions, RunOutcome } from './run';
export {
  changeDecisions,
  changedSince,
  exportPlan,
  makeTemplates,
  removeResults,
  runScoring,
  setPlanUsed,
  undoWrite,
} from './on-demand';
export { jobs } from './excel-run';
export { RUN_EVENT, type CommandId, type RunState } from './run-state';
export { goTo, readSettings, saveSettings, unitAt } from './actions';
export { boardOf, type Decision } from './decisions';
export { explain, type CriterionExplained, type Step as ExplainedStep } from './explain';
export type { Extras } from './extras';
export { readRules, type RulesRead } from './read/rules';
export { BUILT_IN_PLAN, type PlanInForce, type PlanOnSheet } from './plan/read';
export { levelId } from './find/rows';
export { WriteFailed } from './write/write-failed';
export { ChangedMeanwhile, type Change } from './write/changed-meanwhile';
export { failureOf, type Failure } from './failure';
export type { Undo } from './write/undo';
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
export type { ColumnChoice } from './find/column-choice';
export { changesToShow, isUnchanged, type Seal, type ShownChange, type Verification } from './seal';
export { isOurs, SETTINGS_KEY, SHEET_MARK, type OurSheet } from './ours';
