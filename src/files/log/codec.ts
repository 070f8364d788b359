import { Inflate } from 'fflate';
import { asGzip, checked, crc32 } from './checksum';
import type { Expected, LogCodec } from './source';

/** Works everywhere. */
export const JS_CODEC: LogCodec = {
  inflate: (packed, expected) => checked(inflate(packed), expected, { crc32 }),
  crc32,
};

/** The webview's own inflater where it has one, several times faster than ours. */
export function pageCodec(): LogCodec {
  try {
    new DecompressionStream('gzip');
    return { inflate: inflateNatively, crc32 };
  } catch {
    // Webviews before Chrome 80 and Safari 16.4 know none.
    return JS_CODEC;
  }
}

async function* inflateNatively(
  packed: AsyncIterable<Uint8Array>,
  expected: Expected,
): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  // What fails here fails the reader too: it is told there.
  const written = pump(asGzip(packed, expected), writer).catch((error: unknown) =>
    writer.abort(error),
  );
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
