import { chunksOf, exactly, LogError, type ByteSource, type LogCodec } from './source';

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
const ZIP64 = 0xffffffff;

/** Reads the directory, without the parts. @throws LogError */
export async function readDirectory(source: ByteSource): Promise<Map<string, Part>> {
  const tailFrom = Math.max(0, source.size - END_LENGTH - LONGEST_COMMENT);
  const tail = await viewOf(source, tailFrom, source.size - tailFrom);
  const end = endRecord(tail);
  const count = tail.getUint16(end + 10, true);
  const length = tail.getUint32(end + 12, true);
  const from = tail.getUint32(end + 16, true);
  if (count === 0xffff || from === ZIP64 || length === ZIP64) throw new LogError('zip64');
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
    const part = partAt(directory, at, nameLength);
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
  let size = 0;
  let crc = 0;
  try {
    for await (const chunk of part.method === 0 ? packed : codec.inflate(packed)) {
      size += chunk.length;
      if (size > part.size) throw new LogError('damaged');
      crc = codec.crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof LogError ? error : new LogError('damaged');
  }
  if (size !== part.size || crc !== part.crc) throw new LogError('damaged');
}

async function viewOf(source: ByteSource, from: number, length: number): Promise<DataView> {
  const bytes = await exactly(source, from, length);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function endRecord(tail: DataView): number {
  for (let at = tail.byteLength - END_LENGTH; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === END) return at;
  }
  throw new LogError('damaged');
}

function partAt(directory: DataView, at: number, nameLength: number): Part {
  const name = new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength);
  const part = {
    name: new TextDecoder().decode(name),
    method: directory.getUint16(at + 10, true),
    crc: directory.getUint32(at + 16, true),
    packed: directory.getUint32(at + 20, true),
    size: directory.getUint32(at + 24, true),
    header: directory.getUint32(at + 42, true),
  };
  if ([part.packed, part.size, part.header].includes(ZIP64)) throw new LogError('zip64');
  const isEncrypted = (directory.getUint16(at + 8, true) & 1) === 1;
  if (isEncrypted) throw new LogError('oldOrProtected');
  if (part.method !== 0 && part.method !== 8) throw new LogError('damaged');
  return part;
}
