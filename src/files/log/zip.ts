import { LogError } from '../../rules';
import { checked } from './checksum';
import { chunksOf, exactly, type ByteSource, type LogCodec } from './source';

/** A part of a package, as the zip's directory has it. */
export interface Part {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly header: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** ZIP64: a record and its locator before the end, and an extra field of entries, hold what is longer. */
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const LOCATOR64_LENGTH = 20;
const END64_LENGTH = 56;
const EXTRA64 = 1;
const [IS_IN_64, SHORT_IS_IN_64] = [0xffffffff, 0xffff];

/** Reads the directory, without the parts. @throws LogError */
export async function readDirectory(source: ByteSource): Promise<Map<string, Part>> {
  const tailFrom = Math.max(0, source.size - END_LENGTH - LONGEST_COMMENT - LOCATOR64_LENGTH);
  const tail = await viewOf(source, tailFrom, source.size - tailFrom);
  const { count, length, from } = await whereDirectoryIs(source, tail, tailFrom);
  if (from + length > source.size) throw new LogError('damaged');
  const directory = await viewOf(source, from, length);
  const parts = new Map<string, Part>();
  for (let i = 0, at = 0; i < count; i += 1) {
    if (at + 46 > length || directory.getUint32(at, true) !== ENTRY) throw new LogError('damaged');
    const nameLength = directory.getUint16(at + 28, true);
    const next =
      at +
      46 +
      nameLength +
      directory.getUint16(at + 30, true) +
      directory.getUint16(at + 32, true);
    if (next > length) throw new LogError('damaged');
    const part = partAt(directory, at, nameLength, next);
    parts.set(part.name.toLowerCase(), part);
    at = next;
  }
  return parts;
}

/** A part's content, inflated as it is read; its length and checksum are held against the directory. */
export async function* contentOf(
  source: ByteSource,
  part: Part,
  codec: LogCodec,
): AsyncGenerator<Uint8Array> {
  const local = await viewOf(source, part.header, 30);
  if (local.getUint32(0, true) !== LOCAL) throw new LogError('damaged');
  const from = part.header + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  if (from + part.packed > source.size) throw new LogError('damaged');
  const packed = chunksOf(source, from, part.packed);
  const content = part.method === 0 ? checked(packed, part, codec) : codec.inflate(packed, part);
  let size = 0;
  try {
    for await (const chunk of content) {
      size += chunk.length;
      if (size > part.size) throw new LogError('damaged');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof LogError ? error : new LogError('damaged');
  }
  if (size !== part.size) throw new LogError('damaged');
}

async function viewOf(source: ByteSource, from: number, length: number): Promise<DataView> {
  const bytes = await exactly(source, from, length);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

interface Directory {
  readonly count: number;
  readonly length: number;
  readonly from: number;
}

async function whereDirectoryIs(
  source: ByteSource,
  tail: DataView,
  tailFrom: number,
): Promise<Directory> {
  const end = endRecord(tail);
  const short = {
    count: tail.getUint16(end + 10, true),
    length: tail.getUint32(end + 12, true),
    from: tail.getUint32(end + 16, true),
  };
  const locator = end - LOCATOR64_LENGTH;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR64) {
    const isLong = short.count === SHORT_IS_IN_64 && short.from === IS_IN_64;
    if (isLong) throw new LogError('damaged');
    return short;
  }
  const at = long(tail, locator + 8);
  if (at + END64_LENGTH > tailFrom + locator) throw new LogError('damaged');
  const record = await viewOf(source, at, END64_LENGTH);
  if (record.getUint32(0, true) !== END64) throw new LogError('damaged');
  return {
    count: short.count === SHORT_IS_IN_64 ? long(record, 32) : short.count,
    length: short.length === IS_IN_64 ? long(record, 40) : short.length,
    from: short.from === IS_IN_64 ? long(record, 48) : short.from,
  };
}

/** A number of eight bytes; what is beyond a double's whole numbers is no file's. */
function long(view: DataView, at: number): number {
  const value = view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
  if (!Number.isSafeInteger(value)) throw new LogError('damaged');
  return value;
}

function endRecord(tail: DataView): number {
  for (let at = tail.byteLength - END_LENGTH; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === END) return at;
  }
  throw new LogError('damaged');
}

/** @param next where the entry ends */
function partAt(directory: DataView, at: number, nameLength: number, next: number): Part {
  const name = new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength);
  const [size, packed, header] = longer(
    directory,
    [at + 24, at + 20, at + 42].map((each) => directory.getUint32(each, true)),
    at + 46 + nameLength,
    Math.min(next, at + 46 + nameLength + directory.getUint16(at + 30, true)),
  ) as [number, number, number];
  const part = {
    name: new TextDecoder().decode(name),
    method: directory.getUint16(at + 10, true),
    crc: directory.getUint32(at + 16, true),
    packed,
    size,
    header,
  };
  const isEncrypted = (directory.getUint16(at + 8, true) & 1) === 1;
  if (isEncrypted) throw new LogError('oldOrProtected');
  if (part.method !== 0 && part.method !== 8) throw new LogError('damaged');
  return part;
}

/** The numbers of an entry, those that don't fit from its extra fields between two places. */
function longer(view: DataView, short: readonly number[], from: number, to: number): number[] {
  if (!short.includes(IS_IN_64)) return [...short];
  for (let at = from; at + 4 <= to;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === EXTRA64) {
      let next = at + 4;
      return short.map((value) => {
        if (value !== IS_IN_64) return value;
        if (next + 8 > Math.min(to, at + 4 + length)) throw new LogError('damaged');
        next += 8;
        return long(view, next - 8);
      });
    }
    at += 4 + length;
  }
  throw new LogError('damaged');
}
