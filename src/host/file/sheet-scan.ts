/** Reads the rows and cells of a sheet, with their places in its text. */
import type { LibraryNode } from 'xlsx-populate';
import type { CellValue } from '../model';
import { columnIndex } from './address';
import { decodeStored, plainText } from './strings';
import { localName, parseXml, readTag, XmlError, type Tag } from './xml';
import {
  close,
  closes,
  content,
  lightTag,
  nextTag,
  openTag,
  skip,
  type LightTag,
  type Scan,
} from './scan';

export interface ScannedCell {
  readonly column: number;
  from: number;
  to: number;
  /** The number of its format; undefined for the first. */
  readonly style: number | undefined;
  value: CellValue;
  formula: ScannedFormula | null;
}

export interface ScannedFormula {
  /** "normal", "shared", "array" or "dataTable". */
  readonly type: string;
  /** Undefined where a shared formula stands elsewhere. */
  readonly text: string | undefined;
  readonly ref: string | undefined;
  readonly sharedId: number | undefined;
}

/** Where a row stands in the text. */
export interface RowPlace {
  readonly from: number;
  readonly to: number;
  /** Where its start tag ends. */
  readonly tagTo: number;
  /** Markup in the row that is no cell. */
  readonly extra: string;
}

export interface ScannedRow {
  readonly row: number;
  readonly attributes: LibraryNode['attributes'];
  readonly place: RowPlace;
  readonly cells: readonly ScannedCell[];
}

/** 1 January 1970 as a serial number. */
const UNIX_EPOCH = 25569;

function storedValue(type: string, text: string, strings: readonly string[]): CellValue {
  if (type === 'str') return decodeStored(text);
  if (text === '') return null;
  if (type === 's') return strings[Number(text)] ?? null;
  if (type === 'e') return { error: text };
  if (type === 'b') return text === '1' || text === 'true';
  const number =
    type === 'd' ? Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`) : Number(text);
  if (Number.isNaN(number)) throw new XmlError(`${text.slice(0, 20)} is no number`);
  return type === 'd' ? number / 86400000 + UNIX_EPOCH : number;
}

function readFormula(scan: Scan, from: number, tag: LightTag): ScannedFormula {
  const { attributes } = readTag(scan.text, from);
  const shared = attributes.get('si');
  const text = content(scan, tag.name, tag.selfClosing);
  return {
    type: attributes.get('t') ?? 'normal',
    text: text === '' ? undefined : text,
    ref: attributes.get('ref'),
    sharedId: shared === undefined ? undefined : Number(shared),
  };
}

/** Reads what a cell holds; `tag` is the cell's and serves for what is in it too. */
function readCell(
  scan: Scan,
  tag: LightTag,
  column: number,
  start: number,
  strings: readonly string[],
): ScannedCell {
  const { name } = tag;
  const type = tag.t ?? 'n';
  const style = tag.s === undefined ? undefined : Number(tag.s);
  const cell: ScannedCell = { column, from: start, to: 0, style, value: null, formula: null };
  let done = tag.selfClosing;
  while (!done) {
    nextTag(scan);
    done = closes(scan);
    if (done) {
      close(scan, name);
      break;
    }
    const from = scan.at;
    openTag(scan, tag);
    if (tag.local === 'f') cell.formula = readFormula(scan, from, tag);
    else if (tag.local === 'v') {
      cell.value = storedValue(type, content(scan, tag.name, tag.selfClosing), strings);
    } else {
      const inline = tag.local === 'is';
      skip(scan, tag.name, tag.selfClosing);
      if (inline) cell.value = plainText(parseXml(scan.text.slice(from, scan.at)).root);
    }
  }
  cell.to = scan.at;
  return cell;
}

function columnOf(address: string | undefined, row: number, next: number): number {
  if (address === undefined) return next;
  const match = /^([A-Z]{1,3})(\d+)$/.exec(address);
  if (!match || Number(match[2]) !== row + 1) {
    throw new XmlError(`${address} stands in row ${row + 1}`);
  }
  return columnIndex(match[1] ?? '');
}

function rowAttributes(tag: Tag, row: number): LibraryNode['attributes'] {
  const attributes: LibraryNode['attributes'] = { r: row + 1 };
  for (const key of ['ht', 'customHeight', 'hidden']) {
    const value = tag.attributes.get(key);
    if (value !== undefined) attributes[key] = value === 'true' ? 1 : Number(value) || 0;
  }
  const style = tag.attributes.get('s');
  const custom = tag.attributes.get('customFormat');
  if (style !== undefined && (custom === '1' || custom === 'true')) attributes.s = Number(style);
  return attributes;
}

function readRow(
  scan: Scan,
  tag: Tag,
  from: number,
  row: number,
  strings: readonly string[],
): ScannedRow {
  const cells: ScannedCell[] = [];
  const light = lightTag();
  let extra = '';
  let next = 0;
  while (!tag.selfClosing) {
    nextTag(scan);
    if (closes(scan)) {
      close(scan, tag.name);
      break;
    }
    const start = scan.at;
    openTag(scan, light);
    if (light.local !== 'c') {
      skip(scan, light.name, light.selfClosing);
      extra += scan.text.slice(start, scan.at);
      continue;
    }
    const column = columnOf(light.r, row, next);
    if (column < next) throw new XmlError(`row ${row + 1} is out of order`);
    next = column + 1;
    cells.push(readCell(scan, light, column, start, strings));
  }
  const place = { from, to: scan.at, tagTo: tag.to, extra };
  return { row, attributes: rowAttributes(tag, row), place, cells };
}

/**
 * Reads what stands between the tags of `sheetData`.
 * @param strings the workbook's shared strings, by their numbers
 * @throws XmlError where it isn't well-formed, or rows or cells stand twice or out of order.
 */
export function scanRows(
  text: string,
  position: number,
  strings: readonly string[],
): { rows: ScannedRow[]; end: number } {
  const scan: Scan = { text, at: position };
  const rows: ScannedRow[] = [];
  let next = 0;
  for (;;) {
    nextTag(scan);
    if (closes(scan)) return { rows, end: scan.at };
    const from = scan.at;
    const tag = readTag(text, from);
    scan.at = tag.to;
    if (localName(tag.name) !== 'row') {
      skip(scan, tag.name, tag.selfClosing);
      continue;
    }
    const row = tag.attributes.has('r') ? Number(tag.attributes.get('r')) - 1 : next;
    if (!(row >= next)) throw new XmlError(`row ${row + 1} is out of order`);
    next = row + 1;
    rows.push(readRow(scan, tag, from, row, strings));
  }
}
