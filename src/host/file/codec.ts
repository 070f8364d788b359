/** The packing of a zip's parts: fflate everywhere, until a face of the host brings something faster. */
import { deflateSync, inflateSync } from 'fflate';

/** Raw deflate, without a header. */
export interface Codec {
  deflate(bytes: Uint8Array, level: 3 | 6): Uint8Array;
  /** @throws where the bytes are damaged, or hold more than `size` bytes. */
  inflate(packed: Uint8Array, size: number): Uint8Array;
}

let codec: Codec = {
  deflate: (bytes, level) => deflateSync(bytes, { level }),
  inflate: (packed, size) => inflateSync(packed, { out: new Uint8Array(size) }),
};

export function codecInUse(): Codec {
  return codec;
}

export function useCodec(faster: Codec): void {
  codec = faster;
}
