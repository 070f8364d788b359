/** Logs as bytes, and sources that give them in pieces. */
import { strToU8, zipSync } from 'fflate';
import { LogError, readLog, type ByteSource, type LogFault } from '../../../src/files';
import { fullName, HAU_GIANG_2023, type DossierLog } from '../../../src/rules';

/** A source that gives at most so many bytes at once. */
export function sourceOf(bytes: Uint8Array, most = Infinity): ByteSource {
  return {
    size: bytes.length,
    read: (from, length) => Promise.resolve(bytes.slice(from, from + Math.min(length, most))),
  };
}

export function read(content: string | Uint8Array, most?: number): Promise<DossierLog> {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return readLog(sourceOf(bytes, most), 'nhat-ky', HAU_GIANG_2023);
}

/** Why a content can't be read; null where it can. */
export async function faultOf(content: string | Uint8Array): Promise<LogFault | null> {
  try {
    await read(content);
    return null;
  } catch (error) {
    if (error instanceof LogError) return error.fault;
    throw error;
  }
}

/** "Xã Vị Thắng" → [dossiers, accounts, on the busiest, its procedure]. */
export function figuresOf({ units }: DossierLog): Record<string, unknown[]> {
  return Object.fromEntries(
    [...units].map(([code, { dossiers, spread, busiest }]) => {
      const unit = HAU_GIANG_2023.units.find((each) => each.code === code)!;
      return [fullName(unit), [dossiers, spread.length, spread[0], busiest[0]?.procedure ?? null]];
    }),
  );
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook from the XML of its sheets' rows and of its shared strings. */
export function workbook(sheets: readonly string[], strings = '', change = (xml: string) => xml) {
  const part = (xml: string) => strToU8(change(xml));
  const sheet = (rows: string) =>
    `<worksheet xmlns="${MAIN}"><cols><col min="1" max="2"/></cols><sheetData>${rows}</sheetData><pageMargins left="1"/></worksheet>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return zipSync(
    {
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
          .map((_, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
          .join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="${PACKAGE}">${sheets
          .map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
          .join('')}${relation('rId99', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      ),
      'xl/sharedStrings.xml': part(`<sst xmlns="${MAIN}">${strings}</sst>`),
      ...Object.fromEntries(
        sheets.map((rows, i) => [`xl/worksheets/sheet${i + 1}.xml`, part(sheet(rows))]),
      ),
    },
    { level: 6 },
  );
}

/** A row of inline strings. */
export function inline(...texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row>${cells.join('')}</row>`;
}
