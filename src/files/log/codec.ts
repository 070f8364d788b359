import { Inflate } from 'fflate';
import type { LogCodec } from './source';

/** Works everywhere. */
export const JS_CODEC: LogCodec = { inflate, crc32 };

/** The webview's own inflater where it has one, several times faster than ours. */
export function pageCodec(): LogCodec {
  try {
    new DecompressionStream('deflate-raw');
    return { inflate: inflateNatively, crc32 };
  } catch {
    // Webviews before Chrome 103 and Safari 16.4 know no raw streams, or none at all.
    return JS_CODEC;
  }
}

async function* inflateNatively(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // What fails here fails the reader too: it is told there.
  const written = pump(packed, writer).catch((error: unknown) => writer.abort(error));
  const reader = stream.readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    await written;
  } finally {
    // The rest of a part may be left unread.
    await reader.cancel().catch(() => undefined);
  }
}

async function pump(
  packed: AsyncIterable<Uint8Array>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  for await (const chunk of packed) await writer.write(chunk as Uint8Array<ArrayBuffer>);
  await writer.close();
}

async function* inflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const stream = new Inflate((chunk) => ready.push(chunk));
  for await (const chunk of packed) {
    // What is pushed may still be needed by the next one: sources may give their own buffers.
    stream.push(chunk.slice(), false);
    yield* ready.splice(0);
  }
  stream.push(new Uint8Array(), true);
  yield* ready.splice(0);
}

let table: Int32Array | null = null;

function crc32(bytes: Uint8Array, before: number): number {
  const own = (table ??= makeTable());
  let crc = ~before;
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (own[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

function makeTable(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    return value;
  });
}
