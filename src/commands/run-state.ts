import type { Progress, RunOutcome } from '../workbook';

/** The ribbon's commands, by the ids that the manifest gives them. */
export type CommandId = 'chamDiem' | 'taoBieuMau';

/** What a command of the ribbon is doing, or how the last one ended. */
export type RunState =
  | {
      readonly command: CommandId;
      readonly state: 'running';
      readonly progress: Progress | null;
      /** Stops the command; what it wrote is taken back. */
      readonly stop: () => void;
    }
  | { readonly command: 'chamDiem'; readonly state: 'done'; readonly outcome: RunOutcome }
  | { readonly command: 'taoBieuMau'; readonly state: 'done'; readonly sheets: readonly string[] }
  | { readonly command: CommandId; readonly state: 'stopped' }
  | {
      readonly command: CommandId;
      readonly state: 'failed';
      /** What was being done, what is wrong, what to do next; for the user. */
      readonly message: string;
    };

/** The event that tells the pane of each change; its detail is a `RunState`. */
export const RUN_EVENT = 'hg:run';

declare global {
  interface Window {
    /** The latest state, for a pane that is opened after it was told. */
    hgRun?: RunState;
  }
}

/**
 * Tells the pane, which is in the same page but knows nothing of this folder.
 * @example publish({ command: 'chamDiem', state: 'stopped' });
 */
export function publish(state: RunState): void {
  window.hgRun = state;
  window.dispatchEvent(new CustomEvent<RunState>(RUN_EVENT, { detail: state }));
}

/** Whether a command is at work: the workbook is written by one at a time. */
export function isRunning(): boolean {
  return window.hgRun?.state === 'running';
}
