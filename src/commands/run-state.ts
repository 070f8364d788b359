import { RUN_EVENT, type RunState } from '../workbook';

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
