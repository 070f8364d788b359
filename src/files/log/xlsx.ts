import { RowSink, type Interner } from '../../rules';
import { SharedStrings } from './shared-strings';
import { SheetCells } from './sheet-cells';
import type { ByteSource, LogCodec } from './source';
import { WorkbookParts, type SheetName } from './workbook-parts';

/** A sheet that is a log, or a part of one. */
export interface LogSheet {
  readonly name: string;
  readonly sink: RowSink;
}

/**
 * Reads every visible sheet of a workbook that is a log; of others the first rows.
 * @param isLeftOut tells sheets that are none, by their own names
 * @throws LogError
 */
export async function readXlsx(
  source: ByteSource,
  interner: Interner,
  codec: LogCodec,
  isLeftOut: (names: readonly SheetName[]) => boolean = () => false,
): Promise<LogSheet[]> {
  const parts = await WorkbookParts.open(source, codec);
  const strings = new SharedStrings(interner);
  await parts.scanStrings(strings);
  const found: LogSheet[] = [];
  for (const { name, visible, part, names } of parts.sheets()) {
    if (!visible || part === null || isLeftOut(names)) continue;
    const sink = new RowSink(interner);
    await parts.scan(part, new SheetCells(sink, strings), () => sink.isHopeless);
    if (sink.isHeaded) found.push({ name, sink });
  }
  return found;
}
