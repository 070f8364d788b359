import { Interner, LogError, LogRowsRead, type SheetsLog } from '../../rules';
import { JS_CODEC } from './codec';
import { readCsv } from './csv';
import { exactly, type ByteSource, type LogCodec } from './source';
import { readXlsx, type Asked } from './xlsx';

/**
 * Reads a dossier log, a row a dossier, from an .xlsx (all of its sheets that are one) or a .csv. The
 * file is streamed; account names don't leave but masked.
 * @throws LogError where it can't be read as a log
 */
export async function readLog(
  source: ByteSource,
  name: string,
  codec: LogCodec = JS_CODEC,
): Promise<LogRowsRead> {
  if (source.size === 0) throw new LogError('empty');
  const head = await exactly(source, 0, Math.min(4, source.size));
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new LogError('oldOrProtected');
  const interner = new Interner();
  if (!starts(0x50, 0x4b)) {
    return new LogRowsRead(name, [await readCsv(source, interner)], interner);
  }
  const sheets = await readXlsx(source, interner, codec);
  if (sheets.length === 0) throw new LogError('notALog');
  return new LogRowsRead(
    name,
    sheets.map(({ sink }) => sink),
    interner,
  );
}

/**
 * Reads the log on the sheets of a workbook that are one; null where none is.
 * @throws LogError
 */
export async function readLogSheets(
  source: ByteSource,
  asked: Asked,
  codec: LogCodec = JS_CODEC,
): Promise<SheetsLog | null> {
  const interner = new Interner();
  const found = await readXlsx(source, interner, codec, asked);
  if (found.length === 0) return null;
  const sheets = found.map(({ name }) => name);
  const sinks = found.map(({ sink }) => sink);
  return { sheets, log: new LogRowsRead(sheets.join(', '), sinks, interner) };
}
