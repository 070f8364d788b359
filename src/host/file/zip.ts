/** The zip container: entries keep their compressed bytes, so that untouched parts are copied. */
import { codecInUse } from './codec';

/** A mistake in the container; `open.ts` turns it into an OpenError. */
export class ZipError extends Error {}

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** The most that the parts of a workbook may inflate to, in bytes. */
export const MAX_INFLATED = 1 << 30;

function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new ZipError('no directory');
}

/** Reads the container's directory. Throws a ZipError where it is not whole. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) throw new ZipError('too short');
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw new ZipError('zip64');
  const entries: ZipEntry[] = [];
  let total = 0;
  try {
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new ZipError('broken directory');
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      const entry = readEntry(view, bytes, at, name);
      total += entry.size;
      if (total > MAX_INFLATED) throw new ZipError('too large');
      if (!name.endsWith('/')) entries.push(entry);
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw error instanceof RangeError ? new ZipError('cut off') : error;
  }
  return entries;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, name: string): ZipEntry {
  if (view.getUint16(at + 8, true) & 1) throw new ZipError(`${name} is encrypted`);
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw new ZipError(`${name} has an unknown compression`);
  const packedSize = view.getUint32(at + 20, true);
  const header = view.getUint32(at + 42, true);
  if (view.getUint32(header, true) !== 0x04034b50) throw new ZipError(`${name} is not there`);
  const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (from + packedSize > bytes.length) throw new ZipError(`${name} is cut off`);
  return {
    name,
    method,
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    packed: bytes.slice(from, from + packedSize),
  };
}

/** The content of an entry; throws a ZipError where its size or checksum is wrong. */
export function inflate(entry: ZipEntry): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = entry.method === 0 ? entry.packed : codecInUse().inflate(entry.packed, entry.size);
  } catch {
    throw new ZipError(`${entry.name} can't be inflated`);
  }
  if (bytes.length !== entry.size || codecInUse().crc32(bytes) !== entry.crc) {
    throw new ZipError(`${entry.name} is damaged`);
  }
  return bytes;
}

/** A part of text, deflated. */
export async function deflateText(name: string, text: string): Promise<ZipEntry> {
  const bytes = new TextEncoder().encode(text);
  const packing = codecInUse().deflate(bytes, bytes.length > 1 << 20 ? 1 : 6);
  const crc = codecInUse().crc32(bytes);
  return { name, method: 8, crc, size: bytes.length, packed: await packing };
}

/** 1 January 1980, 00:00: no clock in the output. */
const DOS_DATE = 0x21;
/** Names are UTF-8. */
const FLAGS = 0x800;

/** Writes the entries in their order; equal entries give equal bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => new TextEncoder().encode(entry.name));
  const length = entries.reduce(
    (sum, entry, i) => sum + 76 + 2 * (names[i]?.length ?? 0) + entry.packed.length,
    22,
  );
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = entries.map((entry, i) => {
    const start = at;
    const name = names[i] ?? new Uint8Array();
    view.setUint32(at, 0x04034b50, true);
    common(view, at + 4, entry, name.length);
    bytes.set(name, at + 30);
    bytes.set(entry.packed, at + 30 + name.length);
    at += 30 + name.length + entry.packed.length;
    return start;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    const name = names[i] ?? new Uint8Array();
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    common(view, at + 6, entry, name.length);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    bytes.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** The fields that the local header and the directory share. */
function common(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, FLAGS, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}
