import { RowSink, type Interner } from '../../rules';
import { SharedStrings } from './shared-strings';
import { SheetCells } from './sheet-cells';
import type { ByteSource, LogCodec } from './source';
import { WorkbookParts, type SheetName } from './workbook-parts';
import { NotUnderstood, XmlScanner, type XmlReaderClass } from './xml-scanner';

/** A sheet that is a log, or a part of one. */
export interface LogSheet {
  readonly name: string;
  readonly sink: RowSink;
}

/**
 * Reads every visible sheet of a workbook that is a log; of others the first rows. What the scanner
 * doesn't understand is read again, from the start, by a full reader.
 * @throws LogError
 */
export async function readXlsx(
  source: ByteSource,
  interner: Interner,
  codec: LogCodec,
  asked: Asked = {},
): Promise<LogSheet[]> {
  try {
    return await readWith(XmlScanner, source, interner, codec, asked);
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    const { FullXmlReader } = await import('./full-xml-reader');
    return readWith(FullXmlReader, source, interner, codec, asked);
  }
}

/** Which sheets are looked at. */
export interface Asked {
  /** Tells sheets that are none, by their own names. */
  readonly isLeftOut?: (names: readonly SheetName[]) => boolean;
  /** Where no sheet has so many bytes, none is looked at: who opens the workbook reads them as well. */
  readonly least?: number;
}

/** @param Reader reads the strings and the cells */
export async function readWith(
  Reader: XmlReaderClass,
  source: ByteSource,
  interner: Interner,
  codec: LogCodec,
  { isLeftOut = () => false, least = 0 }: Asked,
): Promise<LogSheet[]> {
  const parts = await WorkbookParts.open(source, codec, Reader);
  const sheets = parts.sheets().flatMap(({ name, visible, part, names }) => {
    return visible && part !== null && !isLeftOut(names) ? [{ name, part }] : [];
  });
  if (sheets.every(({ part }) => parts.sizeOf(part) < least)) return [];
  const strings = new SharedStrings(interner);
  await parts.scanStrings(strings);
  const found: LogSheet[] = [];
  for (const { name, part } of sheets) {
    const sink = new RowSink(interner);
    await parts.scan(part, new SheetCells(sink, strings), () => sink.isHopeless);
    if (sink.isHeaded) found.push({ name, sink });
  }
  return found;
}
