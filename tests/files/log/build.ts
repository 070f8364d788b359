/** Logs as bytes, and sources that give them in pieces. */
import { strToU8, zipSync } from 'fflate';
import { readLog, type ByteSource } from '../../../src/files';
import {
  fullName,
  HAU_GIANG_2023,
  LogError,
  type Days,
  type DossierLog,
  type LogFault,
} from '../../../src/rules';

/** A source that gives at most so many bytes at once. */
export function sourceOf(bytes: Uint8Array, most = Infinity): ByteSource {
  return {
    size: bytes.length,
    read: (from, length) => Promise.resolve(bytes.slice(from, from + Math.min(length, most))),
  };
}

export async function read(
  content: string | Uint8Array,
  { most, days = null }: { readonly most?: number; readonly days?: Days | null } = {},
): Promise<DossierLog> {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return (await readLog(sourceOf(bytes, most), 'nhat-ky')).digest(HAU_GIANG_2023, days);
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

/** The same zip with every length and place in ZIP64's fields. */
export function zip64(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - 22;
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  const entries: Uint8Array[] = [];
  for (let i = 0, at = from; i < count; i += 1) {
    const named = 46 + view.getUint16(at + 28, true);
    const length = named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const entry = new Uint8Array(named + 28);
    entry.set(bytes.subarray(at, at + named));
    const own = new DataView(entry.buffer);
    own.setUint16(30, 28, true);
    own.setUint16(32, 0, true);
    own.setUint16(named, 1, true);
    own.setUint16(named + 2, 24, true);
    [24, 20, 42].forEach((field, j) => {
      own.setUint32(named + 4 + 8 * j, own.getUint32(field, true), true);
      own.setUint32(field, 0xffffffff, true);
    });
    entries.push(entry);
    at += length;
  }
  const length = entries.reduce((sum, entry) => sum + entry.length, 0);
  const tail = new DataView(new ArrayBuffer(56 + 20 + 22));
  tail.setUint32(0, 0x06064b50, true);
  tail.setUint32(4, 44, true);
  [24, 32].forEach((field) => tail.setUint32(field, count, true));
  tail.setUint32(40, length, true);
  tail.setUint32(48, from, true);
  tail.setUint32(56, 0x07064b50, true);
  tail.setUint32(64, from + length, true);
  tail.setUint32(72, 1, true);
  tail.setUint32(76, 0x06054b50, true);
  [84, 86].forEach((field) => tail.setUint16(field, 0xffff, true));
  [88, 92].forEach((field) => tail.setUint32(field, 0xffffffff, true));
  const pieces = [bytes.subarray(0, from), ...entries, new Uint8Array(tail.buffer)];
  const all = new Uint8Array(from + length + tail.byteLength);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
