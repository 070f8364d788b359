import type { LogWorker } from './log-reader';

/** Starts the worker that reads dossier logs: a script of its own, from the pane's own server. */
export function startLogWorker(): LogWorker {
  return new Worker(new URL('./log-worker.ts', import.meta.url)) as unknown as LogWorker;
}
