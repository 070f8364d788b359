import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { asGzip, JS_CODEC, readLog, type ByteSource, type LogCodec } from '../files';
import { LogError, type LogRowsRead } from '../rules';
import { words } from '../words';

/** Since Node 20.15. */
const { crc32 } = zlib as { readonly crc32?: LogCodec['crc32'] };

/** Node's own zlib. A damaged stream ends the iteration with its error. */
export const NODE_CODEC: LogCodec = {
  inflate: (packed, expected) =>
    freed(pipeline(Readable.from(asGzip(packed, expected)), zlib.createGunzip(PIECES), () => {})),
  crc32: crc32 ?? JS_CODEC.crc32,
};
/** Larger pieces than Node’s own, and some ahead: they are inflated while others are scanned. */
const PIECES = { chunkSize: 1 << 17, readableHighWaterMark: 1 << 21 };

/**
 * Frees what was scanned at once: it lies outside V8's heap, which is in no hurry to collect the little
 * that it sees of it.
 */
async function* freed(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { port1: nowhere, port2 } = new MessageChannel();
  port2.close();
  for await (const piece of pieces) {
    yield piece;
    const { buffer, byteOffset, byteLength } = piece;
    // zlib fills a buffer from its start, in one piece or several: the last reaches to its end. What is
    // sent to where nobody listens is no more.
    if (byteOffset + byteLength === buffer.byteLength) nowhere.postMessage(null, [buffer]);
  }
}

/** The log can't be read: the message says why, and what to do. */
export class UnreadableLog extends Error {}

/** Reads a dossier log, streamed from the file. @throws UnreadableLog */
export async function readLogFile(path: string): Promise<LogRowsRead> {
  let handle: FileHandle;
  try {
    handle = await open(path);
  } catch {
    throw new UnreadableLog(words.CLI.notFound(path));
  }
  try {
    const source = await sourceOf(handle);
    return await readLog(source, basename(path), NODE_CODEC);
  } catch (error) {
    if (error instanceof LogError)
      throw new UnreadableLog(`${path}: ${words.logFaultText(error.fault, error.shown)}`);
    // A folder opens as a file does, but can't be read.
    throw isSystemError(error) ? new UnreadableLog(words.CLI.notFound(path)) : error;
  } finally {
    await handle.close();
  }
}

async function sourceOf(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    size,
    async read(from, length) {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    },
  };
}

function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}
