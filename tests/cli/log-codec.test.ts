/** Node's inflater, which checks what it inflates as gzip. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { JS_CODEC } from '../../src/files';
import { NODE_CODEC } from '../../src/cli/log-file';

async function* one(bytes: Uint8Array) {
  yield await Promise.resolve(bytes);
}

async function contentBy(
  codec: typeof NODE_CODEC,
  packed: Uint8Array,
  expected: { readonly crc: number; readonly size: number },
): Promise<Uint8Array | 'damaged'> {
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of codec.inflate(one(packed), expected)) pieces.push(piece);
    return new Uint8Array(Buffer.concat(pieces));
  } catch {
    return 'damaged';
  }
}

test('content comes out whole; another checksum ends in an error, as with our own inflater', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (content) => {
      const packed = new Uint8Array(deflateRawSync(content));
      const expected = { crc: JS_CODEC.crc32(content, 0), size: content.length };
      const other = { ...expected, crc: (expected.crc ^ 1) >>> 0 };
      for (const codec of [NODE_CODEC, JS_CODEC]) {
        expect(await contentBy(codec, packed, expected)).toEqual(content);
        expect(await contentBy(codec, packed, other)).toBe('damaged');
      }
      expect(await contentBy(NODE_CODEC, packed.subarray(0, -1), expected)).toBe('damaged');
    }),
  );
});
