import { pageCodec, readLog, readLogSheets, type ByteSource, type LogCodec } from '../../files';
import { LogError, type ReadLog } from '../../rules';
import type { FromLogWorker, ToLogWorker } from './log-messages';

/**
 * What the worker does: reads one log, keeps its rows and digests them for each period that is asked.
 * @param answer sends to the pane
 */
export function createLogService(
  answer: (message: FromLogWorker) => void,
  codec: LogCodec = pageCodec(),
) {
  let rows: ReadLog | null = null;

  async function serve(message: ToLogWorker): Promise<FromLogWorker> {
    if (message.kind === 'digest') {
      if (!rows) throw new Error('nothing was read');
      return { kind: 'digested', log: await rows.digest(message.plan, message.days) };
    }
    const { file, name, leftOut } = message;
    const source = sourceOf(file, (done) => answer({ kind: 'progress', done, of: file.size }));
    if (name !== null) {
      rows = await readLog(source, name, codec);
      return { kind: 'read', log: { name, sheets: [] } };
    }
    const found = await readLogSheets(
      source,
      { isLeftOut: (names) => names.some((own) => own.name === leftOut) },
      codec,
    );
    rows = found?.log ?? null;
    return { kind: 'read', log: found && { name: found.log.name, sheets: found.sheets } };
  }

  return (message: ToLogWorker): void => {
    void serve(message).then(answer, (error: unknown) => {
      if (error instanceof LogError) {
        answer({ kind: 'fault', fault: error.fault, shown: error.shown });
      } else {
        answer({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
      }
    });
  };
}

/** A file's bytes, and word of how far they were read. */
function sourceOf(file: Blob, told: (done: number) => void): ByteSource {
  return {
    size: file.size,
    async read(from, length) {
      const bytes = new Uint8Array(await file.slice(from, from + length).arrayBuffer());
      told(from + bytes.length);
      return bytes;
    },
  };
}
