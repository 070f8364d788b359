import type { Interner } from './interner';
import { RowSink } from './row-sink';
import { SharedStrings } from './shared-strings';
import { SheetCells } from './sheet-cells';
import { LogError, type ByteSource, type LogCodec } from './source';
import { WorkbookParts } from './workbook-parts';

/** Reads a log from the first sheet of a workbook that is one. @throws LogError */
export async function readXlsx(
  source: ByteSource,
  interner: Interner,
  codec: LogCodec,
): Promise<RowSink> {
  const parts = await WorkbookParts.open(source, codec);
  const strings = new SharedStrings(interner);
  await parts.scanStrings(strings);
  for (const { visible, part } of parts.sheets()) {
    if (!visible || part === null) continue;
    const sink = new RowSink(interner);
    await parts.scan(part, new SheetCells(sink, strings), () => sink.isHopeless);
    if (sink.isHeaded) return sink;
  }
  throw new LogError('notALog');
}
