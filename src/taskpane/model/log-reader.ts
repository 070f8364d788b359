import { LogError, type ReadLog, type SheetsLog } from '../../rules';
import { Cancelled, SHEET_MARK, type PaceOptions } from '../../workbook';
import type { FromLogWorker, ToLogWorker } from './log-messages';

/** What is used of a `Worker`. */
export interface LogWorker {
  postMessage(message: ToLogWorker): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromLogWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

/** A log whose rows a worker keeps, until it is let go. */
export interface WorkerLog extends ReadLog {
  release(): void;
}

/**
 * Reads a dossier log in a worker of its own.
 * @param name the file's name
 * @throws LogError where it can't be read as a log; Cancelled where the user stopped it
 */
export async function readLogFile(
  start: () => LogWorker,
  file: Blob,
  name: string,
  options: PaceOptions,
): Promise<WorkerLog> {
  const found = await read(start, file, name, options);
  if (!found) throw new LogError('notALog');
  return found.log;
}

/** The same of the log on a workbook's own sheets; null where none of them is one. */
export function readLogSheets(
  start: () => LogWorker,
  file: Blob,
  options: PaceOptions,
): Promise<SheetsLog | null> {
  return read(start, file, null, options);
}

async function read(
  start: () => LogWorker,
  file: Blob,
  name: string | null,
  options: PaceOptions,
): Promise<{ readonly sheets: readonly string[]; readonly log: WorkerLog } | null> {
  const worker = start();
  const ask = (message: ToLogWorker) => answerOf(worker, message, options);
  try {
    const answer = await ask({ kind: 'read', file, name, leftOut: SHEET_MARK });
    if (answer.kind === 'read' && answer.log) {
      return { sheets: answer.log.sheets, log: kept(worker, answer.log.name) };
    }
    worker.terminate();
    return null;
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

/** Digests go one after the other, as runs do. */
function kept(worker: LogWorker, name: string): WorkerLog {
  return {
    name,
    async digest(plan, days) {
      const answer = await answerOf(worker, { kind: 'digest', plan, days }, {});
      if (answer.kind !== 'digested') throw new Error('no digest');
      return answer.log;
    },
    release: () => worker.terminate(),
  };
}

/** Asks one thing and waits for its answer; what goes wrong there is thrown here. */
function answerOf(
  worker: LogWorker,
  message: ToLogWorker,
  { signal, onProgress }: PaceOptions,
): Promise<FromLogWorker> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new Cancelled());
      return;
    }
    signal?.addEventListener('abort', () => reject(new Cancelled()), { once: true });
    worker.onerror = ({ message: why }) => reject(new Error(why ?? 'worker'));
    worker.onmessage = ({ data }) => {
      if (data.kind === 'progress') {
        onProgress?.({ step: 'readingLog', done: data.done, of: data.of });
      } else if (data.kind === 'fault') reject(new LogError(data.fault, data.shown));
      else if (data.kind === 'failed') reject(new Error(data.why));
      else resolve(data);
    };
    worker.postMessage(message);
  });
}
