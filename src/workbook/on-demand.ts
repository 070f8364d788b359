/**
 * What a page doesn't begin with is loaded when it is first asked for, so that the pane opens on less.
 * What can't be loaded fails before anything is read or written. Each function is told of in the file
 * that it is loaded from.
 */
import type { changeDecisions as ChangeDecisions } from './change-decisions';
import type { exportPlan as ExportPlan, setPlanUsed as SetPlanUsed } from './plan/actions';
import type { removeResults as RemoveResults } from './remove-results';
import type { runScoring as RunScoring } from './run';
import type { makeTemplates as MakeTemplates } from './templates';
import type { changedSince as ChangedSince, undoWrite as UndoWrite } from './write/undo';

export const changeDecisions: typeof ChangeDecisions = async (...given) =>
  (await import('./change-decisions')).changeDecisions(...given);

export const exportPlan: typeof ExportPlan = async (...given) =>
  (await import('./plan/actions')).exportPlan(...given);

export const setPlanUsed: typeof SetPlanUsed = async (...given) =>
  (await import('./plan/actions')).setPlanUsed(...given);

export const removeResults: typeof RemoveResults = async (...given) =>
  (await import('./remove-results')).removeResults(...given);

export const runScoring: typeof RunScoring = async (...given) =>
  (await import('./run')).runScoring(...given);

export const makeTemplates: typeof MakeTemplates = async (...given) =>
  (await import('./templates')).makeTemplates(...given);

export const changedSince: typeof ChangedSince = async (...given) =>
  (await import('./write/undo')).changedSince(...given);

export const undoWrite: typeof UndoWrite = async (...given) =>
  (await import('./write/undo')).undoWrite(...given);
