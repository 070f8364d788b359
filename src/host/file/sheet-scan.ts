/** Reads the rows and cells of a sheet, with their places in its text. */
import type { CellValue } from '../model';
import { columnIndex } from './address';
import { Row, RowSource, type Formula, type RowAttributes } from './row';
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

function readFormula(scan: Scan, from: number, tag: LightTag): Formula {
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

/** Reads what a cell holds into its row; `tag` is the cell's and serves for what is in it too. */
function readCell(
  scan: Scan,
  tag: LightTag,
  row: Row,
  column: number,
  strings: readonly string[],
): void {
  const { name } = tag;
  const type = tag.t ?? 'n';
  row.formats[column] = tag.s === undefined ? 0 : Number(tag.s);
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
    if (tag.local === 'f') row.setFormula(column, readFormula(scan, from, tag));
    else if (tag.local === 'v') {
      const value = storedValue(type, content(scan, tag.name, tag.selfClosing), strings);
      row.values[column] = value;
    } else {
      const inline = tag.local === 'is';
      skip(scan, tag.name, tag.selfClosing);
      if (inline) row.values[column] = plainText(parseXml(scan.text.slice(from, scan.at)).root);
    }
  }
}

function columnOf(address: string | undefined, row: number, next: number): number {
  if (address === undefined) return next;
  const match = /^([A-Z]{1,3})(\d+)$/.exec(address);
  if (!match || Number(match[2]) !== row + 1) {
    throw new XmlError(`${address} stands in row ${row + 1}`);
  }
  return columnIndex(match[1] ?? '');
}

function rowAttributes(tag: Tag): RowAttributes {
  const attributes: RowAttributes = {};
  for (const key of ['ht', 'customHeight', 'hidden'] as const) {
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
  index: number,
  strings: readonly string[],
): Row {
  const source = new RowSource(from, tag.to);
  const row = new Row(rowAttributes(tag), source);
  const light = lightTag();
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
      source.extra += scan.text.slice(start, scan.at);
      continue;
    }
    const column = columnOf(light.r, index, next);
    if (column < next) throw new XmlError(`row ${index + 1} is out of order`);
    next = column + 1;
    readCell(scan, light, row, column, strings);
    source.cellFrom[column] = start;
    source.cellTo[column] = scan.at;
  }
  source.to = scan.at;
  return row;
}

/**
 * Reads what stands between the tags of `sheetData`.
 * @param strings the workbook's shared strings, by their numbers
 * @returns the rows by their numbers, with holes
 * @throws XmlError where it isn't well-formed, or rows or cells stand twice or out of order.
 */
export function scanRows(
  text: string,
  position: number,
  strings: readonly string[],
): { rows: Row[]; end: number } {
  const scan: Scan = { text, at: position };
  const rows: Row[] = [];
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
    rows[row] = readRow(scan, tag, from, row, strings);
  }
}
