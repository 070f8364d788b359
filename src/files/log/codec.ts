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

/** Eight tables of 256 one after the other: the n-th is for a byte that n others follow. */
let table: Int32Array | null = null;
const AT_ONCE = 8;

/** Eight bytes at a time: a page's webview has no checksum of its own. */
function crc32(bytes: Uint8Array, before: number): number {
  const t = (table ??= makeTable());
  let crc = ~before;
  let at = 0;
  for (const end = bytes.length - AT_ONCE; at <= end; at += AT_ONCE) {
    crc ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    crc =
      (t[1792 + (crc & 0xff)] as number) ^
      (t[1536 + ((crc >>> 8) & 0xff)] as number) ^
      (t[1280 + ((crc >>> 16) & 0xff)] as number) ^
      (t[1024 + (crc >>> 24)] as number) ^
      (t[768 + (bytes[at + 4] as number)] as number) ^
      (t[512 + (bytes[at + 5] as number)] as number) ^
      (t[256 + (bytes[at + 6] as number)] as number) ^
      (t[bytes[at + 7] as number] as number);
  }
  for (; at < bytes.length; at += 1) {
    crc = (t[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

function makeTable(): Int32Array {
  const made = new Int32Array(AT_ONCE * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    made[byte] = value;
  }
  for (let at = 256; at < made.length; at += 1) {
    const one = made[at - 256] as number;
    made[at] = (one >>> 8) ^ (made[one & 0xff] as number);
  }
  return made;
}
