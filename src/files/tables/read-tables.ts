import { JS_CODEC } from '../log/codec';
import { LogError } from '../../rules';
import { chunksOf, type ByteSource, type LogCodec } from '../log/source';
import { readCsvText } from './csv';
import { TableFileError, type FileSheet, type TableFileFault } from './table-file';
import { readXlsxSheets } from './xlsx';

const HEAD = 4096;
/** A text of so many bytes is no report of units. */
const LONGEST_TEXT = 1 << 26;

/**
 * Reads the sheets of a file, told by its content whatever its name says: .xlsx (and .xlsm), or text
 * with ";", "," or tabs. The old .xls and web pages that are named .xls are refused: only Excel knows
 * what their numbers mean, and it saves them as .xlsx.
 * @throws TableFileError
 */
export async function readTables(
  source: ByteSource,
  name: string,
  codec: LogCodec = JS_CODEC,
): Promise<FileSheet[]> {
  try {
    return await read(source, name, codec);
  } catch (error) {
    throw error instanceof LogError ? new TableFileError(FAULTS[error.fault] ?? 'damaged') : error;
  }
}

const FAULTS: Readonly<Partial<Record<LogError['fault'], TableFileFault>>> = {
  tooLarge: 'tooLarge',
  oldOrProtected: 'passwordProtected',
};

async function read(source: ByteSource, name: string, codec: LogCodec): Promise<FileSheet[]> {
  if (source.size === 0) throw new TableFileError('empty');
  const head = await bytesOf(source, Math.min(HEAD, source.size));
  const kind = kindOf(head);
  if (kind === 'zip') return readXlsxSheets(source, codec);
  if (kind !== 'text') throw new TableFileError(kind);
  if (source.size > LONGEST_TEXT) throw new TableFileError('tooLarge');
  const bytes = source.size <= HEAD ? head : await bytesOf(source, source.size);
  return [readCsvText(decoded(bytes), name.replace(/\.[^.]*$/, ''))];
}

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
/** Old workbooks without a container: BIFF 2 to 4. */
const BARE_BIFF = /^\x09[\x00\x02\x04]/;
const WEB_PAGE =
  /^(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div|workbook)\b/i;

/** What the first bytes are. */
export function kindOf(head: Uint8Array): 'zip' | 'text' | 'oldBinary' | 'html' | 'notUtf8' {
  const starts = (mark: readonly number[]) => mark.every((byte, i) => head[i] === byte);
  if (starts(ZIP)) return 'zip';
  if (starts(COMPOUND_FILE)) return 'oldBinary';
  const isUtf16 = starts([0xff, 0xfe]) || starts([0xfe, 0xff]);
  const label = isUtf16 ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  const text = new TextDecoder(label).decode(head);
  if (BARE_BIFF.test(text)) return 'oldBinary';
  if (WEB_PAGE.test(text.trimStart())) return 'html';
  return isUtf16 || text.includes('\0') ? 'notUtf8' : 'text';
}

/** UTF-8, with or without its mark; Windows-1258 and others can't be told apart, only refused. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TableFileError('notUtf8');
  }
}

async function bytesOf(source: ByteSource, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const chunk of chunksOf(source, 0, length)) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
