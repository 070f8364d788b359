/**
 * What the ribbon's commands and the pane, in one page, tell each other of their runs: the workbook
 * has one writer.
 */
import type { Progress } from './pace';
import type { RunOutcome } from './run';

/** The ribbon's commands, by the ids that the manifest gives them. */
export type CommandId = 'chamDiem' | 'taoBieuMau';

/** What a command of the ribbon is doing, or how the last one ended; or that the pane is at work. */
export type RunState =
  | {
      readonly command: CommandId | 'pane';
      readonly state: 'running';
      readonly progress: Progress | null;
      /** Stops it; what it wrote is taken back. */
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
    hgRun?: RunState | undefined;
  }
}
