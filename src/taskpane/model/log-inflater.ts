import { pageCodec, type Expected, type LogCodec } from '../../files';

/** What the worker that scans sends to the one that inflates. */
export type ToInflater =
  | { readonly kind: 'inflate'; readonly expected: Expected }
  /** The next packed bytes; null at their end. */
  | { readonly kind: 'packed'; readonly bytes: Uint8Array | null }
  /** A piece was scanned: another may be sent. */
  | { readonly kind: 'scanned' };

/** What it hears. */
export type FromInflater =
  /** The next packed bytes are wanted. */
  | { readonly kind: 'more' }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly why: string };

/** What is used of a `Worker`. */
export interface Inflater {
  postMessage(message: ToInflater): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromInflater }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

/** The same of the scope within one. */
export interface InflaterScope {
  postMessage(message: FromInflater, transfer?: Transferable[]): void;
  onmessage: ((event: { readonly data: ToInflater }) => void) | null;
}

/** Parts below this aren't worth a worker's start. */
const LEAST = 4 << 20;
/** How many bytes a piece has, and how many pieces may wait to be scanned. */
const [PIECE, AHEAD] = [1 << 19, 8];
/** How many packed chunks are on their way, and how many bytes of one are inflated at once. */
const [ASKED, BITE] = [3, 1 << 17];

/** Inflates large parts in a worker of their own, so that one core inflates while another scans. */
export function codecWith(start: () => Inflater): LogCodec {
  const here = pageCodec();
  return {
    crc32: here.crc32,
    async *inflate(packed, expected) {
      const inflater = expected.size < LEAST ? null : await started(start, expected);
      yield* inflater ? piecesOf(inflater, packed) : here.inflate(packed, expected);
    },
  };
}

/** One that runs, the first that it said, and what it says after. */
interface Started {
  readonly inflater: Inflater;
  readonly first: FromInflater;
  readonly heard: Mailbox<FromInflater>;
}

/** Null where it can't be: webviews before Safari 15.5 have no workers within workers. */
async function started(start: () => Inflater, expected: Expected): Promise<Started | null> {
  let inflater: Inflater;
  try {
    inflater = start();
  } catch {
    return null;
  }
  const heard = mailbox<FromInflater>();
  inflater.onmessage = ({ data }) => heard.put(data);
  inflater.onerror = ({ message }) => heard.put({ kind: 'failed', why: message ?? 'inflater' });
  inflater.postMessage({ kind: 'inflate', expected });
  const first = await heard.take();
  if (first.kind === 'failed') {
    inflater.terminate();
    return null;
  }
  return { inflater, first, heard };
}

async function* piecesOf(
  { inflater, first, heard }: Started,
  packed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const chunks = packed[Symbol.asyncIterator]();
  try {
    for (let message = first; message.kind !== 'end'; message = await heard.take()) {
      if (message.kind === 'failed') throw new Error(message.why);
      if (message.kind === 'more') {
        const next = await chunks.next();
        inflater.postMessage({ kind: 'packed', bytes: next.done ? null : next.value });
      } else {
        yield message.bytes;
        inflater.postMessage({ kind: 'scanned' });
      }
    }
  } finally {
    inflater.terminate();
    await chunks.return?.();
  }
}

/** The inflater's side: inflates one part. */
export function serveInflation(scope: InflaterScope): void {
  const packed = mailbox<Uint8Array | null>();
  const scanned = mailbox<void>();
  for (let i = 0; i < AHEAD; i += 1) scanned.put();
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const ask = () => scope.postMessage({ kind: 'more' });
    for (let i = 0; i < ASKED; i += 1) ask();
    for (let bytes = await packed.take(); bytes; bytes = await packed.take()) {
      for (let at = 0; at < bytes.length; at += BITE) yield bytes.subarray(at, at + BITE);
      ask();
    }
  }
  async function inflate(expected: Expected): Promise<void> {
    for await (const bytes of inPieces(pageCodec().inflate(chunks(), expected))) {
      await scanned.take();
      scope.postMessage({ kind: 'piece', bytes }, [bytes.buffer]);
    }
  }
  scope.onmessage = ({ data }) => {
    if (data.kind === 'packed') packed.put(data.bytes);
    else if (data.kind === 'scanned') scanned.put();
    else {
      inflate(data.expected).then(
        () => scope.postMessage({ kind: 'end' }),
        (error: unknown) => scope.postMessage({ kind: 'failed', why: String(error) }),
      );
    }
  };
}

/** Gathers small chunks: each message costs its own. */
async function* inPieces(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(PIECE);
  let length = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length;) {
      const part = chunk.subarray(from, from + PIECE - length);
      piece.set(part, length);
      length += part.length;
      from += part.length;
      if (length < PIECE) continue;
      yield piece;
      piece = new Uint8Array(PIECE);
      length = 0;
    }
  }
  if (length > 0) yield piece.slice(0, length);
}

/** What comes is kept until it is taken, in its order, by one who waits at a time. */
interface Mailbox<T> {
  put(value: T): void;
  take(): Promise<T>;
}

function mailbox<T>(): Mailbox<T> {
  const kept: T[] = [];
  let waiting: ((value: T) => void) | null = null;
  return {
    put(value) {
      if (!waiting) {
        kept.push(value);
        return;
      }
      waiting(value);
      waiting = null;
    },
    take() {
      if (kept.length > 0) return Promise.resolve(kept.shift() as T);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
  };
}
