import { LogError } from '../../rules';
import type { Expected, LogCodec } from './source';

/** Passes chunks on, and ends in an error where they aren't those of a checksum. @throws LogError */
export async function* checked(
  chunks: AsyncIterable<Uint8Array>,
  { crc }: Expected,
  codec: Pick<LogCodec, 'crc32'>,
): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const chunk of chunks) {
    sum = codec.crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== crc) throw new LogError('damaged');
}

/**
 * Makes a zip's deflated part a file of gzip, which is the same stream between a header and its
 * checksum: native inflaters check that as they go, where code of ours would take as long again.
 */
export async function* asGzip(
  packed: AsyncIterable<Uint8Array>,
  { crc, size }: Expected,
): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
  yield* packed;
  const end = new DataView(new ArrayBuffer(8));
  end.setUint32(0, crc, true);
  // Of what is longer the lower half.
  end.setUint32(4, size % 2 ** 32, true);
  yield new Uint8Array(end.buffer);
}

/** Eight tables of 256 one after the other: the n-th is for a byte that n others follow. */
let table: Int32Array | null = null;
const AT_ONCE = 8;

/** Eight bytes at a time: a page's webview has no checksum of its own. */
export function crc32(bytes: Uint8Array, before: number): number {
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
