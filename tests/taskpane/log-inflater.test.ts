/** Large parts of a log are inflated beside the worker that scans: over real ports, which copy and move. */
import { MessageChannel } from 'node:worker_threads';
import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/files/log/checksum';
import {
  codecWith,
  serveInflation,
  type Inflater,
  type InflaterScope,
} from '../../src/taskpane/model/log-inflater';

const SIZE = 9_000_000;
const CONTENT = Uint8Array.from({ length: SIZE }, (_, i) => (i * i) >> 9);
const PACKED = deflateRawSync(CONTENT, { level: 1 });
const EXPECTED = { crc: crc32(CONTENT, 0), size: SIZE };

/** How many were started, and how many of them still run. */
let [started, running] = [0, 0];
beforeEach(() => {
  [started, running] = [0, 0];
});

function start(): Inflater {
  const { port1, port2 } = new MessageChannel();
  serveInflation(port2 as unknown as InflaterScope);
  [started, running] = [started + 1, running + 1];
  const terminate = () => {
    port1.close();
    running -= 1;
  };
  return Object.assign(port1, { terminate }) as unknown as Inflater;
}

async function* chunksOf(bytes: Uint8Array, length = 1 << 20): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function all(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('what comes out is what was packed', async () => {
  const content = await all(codecWith(start).inflate(chunksOf(PACKED), EXPECTED));
  expect(content.equals(CONTENT)).toBe(true);
  expect([started, running]).toEqual([1, 0]);
});

test('a small part is inflated where it is scanned', async () => {
  const small = CONTENT.subarray(0, 1000);
  const expected = { crc: crc32(small, 0), size: small.length };
  const content = await all(codecWith(start).inflate(chunksOf(deflateRawSync(small)), expected));
  expect(content.equals(small)).toBe(true);
  expect(started).toBe(0);
});

test.each<[string, () => Inflater]>([
  [
    'none can be started in a worker',
    () => {
      throw new ReferenceError('Worker is not defined');
    },
  ],
  [
    'the one that was started fails before it asks for anything',
    () => {
      const inflater: Inflater = {
        postMessage: () => queueMicrotask(() => inflater.onerror?.({ message: 'blocked' })),
        terminate: () => undefined,
        onmessage: null,
        onerror: null,
      };
      return inflater;
    },
  ],
])('it is inflated all the same where %s', async (_, broken) => {
  const content = await all(codecWith(broken).inflate(chunksOf(PACKED), EXPECTED));
  expect(content.equals(CONTENT)).toBe(true);
});

test.each<[string, Uint8Array, typeof EXPECTED]>([
  ['damaged', PACKED.map((byte, i) => (i === 100_000 ? byte ^ 255 : byte)), EXPECTED],
  ['cut short', PACKED.subarray(0, 500_000), EXPECTED],
  ['of another checksum', PACKED, { ...EXPECTED, crc: 1 }],
])('a part that is %s ends in an error', async (_, packed, expected) => {
  await expect(all(codecWith(start).inflate(chunksOf(packed), expected))).rejects.toThrow();
  expect(running).toBe(0);
});

test('a part whose rest nobody wants is let go of, and no more of it is read', async () => {
  let read = 0;
  async function* counted() {
    for await (const chunk of chunksOf(PACKED, 1 << 16)) {
      read += chunk.length;
      yield chunk;
    }
  }
  for await (const piece of codecWith(start).inflate(counted(), EXPECTED)) {
    expect(piece.length).toBeGreaterThan(0);
    break;
  }
  expect(running).toBe(0);
  expect(read).toBeLessThan(PACKED.length);
});
