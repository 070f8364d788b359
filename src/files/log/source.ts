import { LogError } from '../../rules';

/** Where a log's bytes come from: a file that Node opened, or one that the user picked in a page. */
export interface ByteSource {
  readonly size: number;
  /** At most `length` bytes from an offset; fewer only where the file ends. */
  read(from: number, length: number): Promise<Uint8Array>;
}

/** What a part's content must be, by the zip's directory. */
export interface Expected {
  readonly crc: number;
  readonly size: number;
}

/** How packed bytes are inflated and checked; native code is several times faster than ours. */
export interface LogCodec {
  /**
   * Inflates, and ends in an error where the content is not what it must be: inflaters that know a
   * checksum of their own take it with what they unpack. A piece may be gone once the next is asked for.
   */
  inflate(packed: AsyncIterable<Uint8Array>, expected: Expected): AsyncIterable<Uint8Array>;
  /** @param before the checksum of what came before; 0 at the start */
  crc32(bytes: Uint8Array, before: number): number;
}

const CHUNK = 1 << 19;

/** A stretch of the source in chunks. @throws LogError where the source ends before it */
export async function* chunksOf(
  source: ByteSource,
  from: number,
  length: number,
): AsyncGenerator<Uint8Array> {
  const to = from + length;
  const chunkAt = (at: number) => {
    const chunk = exactly(source, at, Math.min(CHUNK, to - at));
    // Told where it is waited for, if it ever is.
    chunk.catch(() => undefined);
    return chunk;
  };
  if (length === 0) return;
  // The next chunk is on its way while this one is worked on.
  let next = chunkAt(from);
  for (let at = from; at < to; at += CHUNK) {
    const chunk = await next;
    if (at + CHUNK < to) next = chunkAt(at + CHUNK);
    yield chunk;
  }
}

/** So many bytes, in however many pieces the source gives them. @throws LogError */
export async function exactly(
  source: ByteSource,
  from: number,
  length: number,
): Promise<Uint8Array> {
  const first = await source.read(from, length);
  if (first.length === length) return first;
  const bytes = new Uint8Array(length);
  bytes.set(first);
  for (let done = first.length; done < length;) {
    const more = await source.read(from + done, length - done);
    if (more.length === 0) throw new LogError('damaged');
    bytes.set(more, done);
    done += more.length;
  }
  return bytes;
}
