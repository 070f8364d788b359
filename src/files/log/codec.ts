import { Inflate } from 'fflate';
import type { LogCodec } from './source';

/** Works everywhere; pages have nothing faster that all webviews know. */
export const JS_CODEC: LogCodec = { inflate, crc32 };

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
