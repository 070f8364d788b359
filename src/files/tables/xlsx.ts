import { Interner, LogError } from '../../rules';
import { SharedStrings } from '../log/shared-strings';
import type { ByteSource, LogCodec } from '../log/source';
import { WorkbookParts } from '../log/workbook-parts';
import { SheetValues } from './sheet-values';
import { cellFormats } from './styles';
import type { FileSheet } from './table-file';

/** What is longer holds more cells than are read: it is refused before it is inflated. */
const LONGEST_SHEET = 1 << 26;

/** Reads every sheet of a workbook, in their order. @throws LogError, TableFileError */
export async function readXlsxSheets(source: ByteSource, codec: LogCodec): Promise<FileSheet[]> {
  const parts = await WorkbookParts.open(source, codec);
  const interner = new Interner();
  const strings = new SharedStrings(interner);
  await parts.scanStrings(strings);
  const stylesPart = parts.related('/styles');
  const formats = stylesPart ? cellFormats(await parts.textOf(stylesPart)) : [];
  const sheets: FileSheet[] = [];
  for (const { name, visible, part, names } of parts.sheets()) {
    if (part === null) continue;
    if (parts.sizeOf(part) > LONGEST_SHEET) throw new LogError('tooLarge');
    const values = new SheetValues({
      text: (index) => {
        if (!Number.isInteger(index) || index < 0) throw new LogError('damaged');
        const id = strings.id(index);
        return id < 0 ? '' : interner.text(id);
      },
      format: (style) => formats[style] ?? null,
    });
    await parts.scan(part, values);
    sheets.push({ name, visible, ...values.sheet(), names });
  }
  return sheets;
}
