import type { Place } from '../../rules';
import type { Decision, OtherBook, Progress, RunOutcome, Settings, Undo } from '../../workbook';
import type { Doing } from './failure';
import type { WorkerLog } from './log-reader';

/** The pane's four places, and the guide. */
export const PLACES = ['data', 'results', 'awards', 'criteria'] as const;
export type PanePlace = (typeof PLACES)[number];

/** What is being done, and how to stop it where that can be. */
export interface Work {
  readonly doing: Doing;
  readonly progress: Progress | null;
  readonly stop: (() => void) | null;
}

/** What is said above the places: how the last action ended. */
export interface Notice {
  readonly tone: 'success' | 'info' | 'warning' | 'error';
  readonly text: string;
  /** Cells that it speaks of. */
  readonly places: readonly Place[];
}

export interface PaneState {
  readonly place: PanePlace;
  readonly guide: boolean;
  readonly work: Work | null;
  readonly notice: Notice | null;
  /** Of the last run or check; null before the first. */
  readonly outcome: RunOutcome | null;
  readonly settings: Settings;
  /** Other files whose tables are read with the workbook's, until the pane is closed. */
  readonly others: readonly OtherBook[];
  /** The dossier log that was picked, until the pane is closed. */
  readonly log: WorkerLog | null;
  /** What the board decided, as the workbook keeps it; null until it was read, with the settings. */
  readonly decisions: readonly Decision[] | null;
  /** How the result sheets stand to what the pane shows. */
  readonly sheets: 'none' | 'current' | 'stale';
  /** What taking the last run back takes, while that can be done. */
  readonly undo: Undo | null;
  /** The level whose ranking is shown; null for the plan's first. */
  readonly level: string | null;
  /** The unit whose explanation is shown. */
  readonly unit: string | null;
  /** The unit whose row is selected in the sheet. */
  readonly selected: string | null;
}
