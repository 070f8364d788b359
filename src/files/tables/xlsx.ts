import { Interner, LogError } from '../../rules';
import { SharedStrings } from '../log/shared-strings';
import type { ByteSource, LogCodec } from '../log/source';
import { elements, WorkbookParts } from '../log/workbook-parts';
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
  const names = sheetNames(parts.workbook);
  const sheets: FileSheet[] = [];
  for (const [i, { name, visible, part }] of parts.sheets().entries()) {
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
    sheets.push({ name, visible, ...values.sheet(), names: names.get(i) ?? [] });
  }
  return sheets;
}

/** Names that belong to single sheets, by the sheet's place in the workbook. */
function sheetNames(workbook: string): Map<number, { name: string; formula: string }[]> {
  const names = new Map<number, { name: string; formula: string }[]>();
  const each = workbook.matchAll(
    /<(?:[\w.-]+:)?definedName\s([^<>]*)>([^<]*)<\/(?:[\w.-]+:)?definedName>/g,
  );
  for (const [, own = '', formula = ''] of each) {
    const [attributes] = elements(`<n ${own}>`, 'n');
    const sheet = Number(attributes?.get('localSheetId') ?? NaN);
    if (Number.isNaN(sheet)) continue;
    const list = names.get(sheet) ?? [];
    const text = formula
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&');
    names.set(sheet, [...list, { name: attributes?.get('name') ?? '', formula: `=${text}` }]);
  }
  return names;
}
