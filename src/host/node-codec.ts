/** Node's own zlib: several times faster than any code in JavaScript that has just been loaded. */
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { JS_CODEC, type Codec } from './file/codec';

/** Since Node 20.15. */
const { crc32 } = zlib as { readonly crc32?: (bytes: Uint8Array) => number };

const deflateRaw = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.deflateRaw);

export const NODE_CODEC: Codec = {
  deflate: (bytes, level) => deflateRaw(bytes, { level }),
  inflate: (packed, size) => zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }),
  crc32: (bytes) => (crc32 ?? JS_CODEC.crc32)(bytes),
  utf8Length: (text) => Buffer.byteLength(text),
};
