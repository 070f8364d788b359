/** Work on many bytes: in JavaScript everywhere, until a face of the host brings something faster. */
import { deflateSync, inflateSync } from 'fflate';

export interface Codec {
  /** Raw deflate, without a header; a codec may work on while the next part is made. */
  deflate(bytes: Uint8Array, level: 1 | 6): Promise<Uint8Array>;
  /** @throws where the bytes are damaged, or hold more than `size` bytes. */
  inflate(packed: Uint8Array, size: number): Uint8Array;
  /** The checksum of a zip. */
  crc32(bytes: Uint8Array): number;
  /** How many bytes a text has in UTF-8. */
  utf8Length(text: string): number;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) {
    crc = (CRC_TABLE[(crc ^ (bytes[i] as number)) & 255] as number) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const encoder = new TextEncoder();

export const JS_CODEC: Codec = {
  deflate: (bytes, level) => Promise.resolve(deflateSync(bytes, { level })),
  inflate: (packed, size) => inflateSync(packed, { out: new Uint8Array(size) }),
  crc32,
  utf8Length: (text) => encoder.encode(text).length,
};

let codec = JS_CODEC;

export function codecInUse(): Codec {
  return codec;
}

export function useCodec(faster: Codec): void {
  codec = faster;
}
