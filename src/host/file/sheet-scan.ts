/** Reads the rows and cells of a sheet into the library's nodes, with their places in the text. */
import type { LibraryNode } from 'xlsx-populate';
import { cellName, columnIndex } from './address';
import { libraryNode } from './library';
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
  readonly from: number;
  readonly to: number;
}

export interface ScannedRow {
  readonly row: number;
  readonly node: LibraryNode;
  readonly from: number;
  readonly to: number;
  readonly cells: readonly ScannedCell[];
  /** Markup in the row that is no cell. */
  readonly extra: string;
}

/** 1 January 1970 as a serial number. */
const UNIX_EPOCH = 25569;

function storedValue(type: string, text: string): string | number | null {
  if (type === 'str') return decodeStored(text);
  if (text === '') return null;
  if (type === 'e') return text;
  if (type === 'b') return text === '1' || text === 'true' ? 1 : 0;
  const number =
    type === 'd' ? Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`) : Number(text);
  if (Number.isNaN(number)) throw new XmlError(`${text.slice(0, 20)} is no number`);
  return type === 'd' ? number / 86400000 + UNIX_EPOCH : number;
}

function formulaNode(scan: Scan, from: number, tag: LightTag): LibraryNode {
  const attributes: LibraryNode['attributes'] = {};
  for (const [key, value] of readTag(scan.text, from).attributes) {
    attributes[key] = key === 'si' ? Number(value) : value;
  }
  const text = content(scan, tag.name, tag.selfClosing);
  return libraryNode('f', attributes, text === '' ? [] : [text]);
}

/** Reads what a cell holds; `tag` is the cell's and serves for what is in it too. */
function readCell(scan: Scan, tag: LightTag, address: string): LibraryNode {
  const attributes: LibraryNode['attributes'] = { r: address };
  if (tag.s !== undefined) attributes.s = Number(tag.s);
  const node = libraryNode('c', attributes);
  const { name } = tag;
  const start = tag.t ?? 'n';
  let type = start;
  let value: string | number | null = null;
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
    if (tag.local === 'f') node.children.push(formulaNode(scan, from, tag));
    else if (tag.local === 'v') {
      value = storedValue(start, content(scan, tag.name, tag.selfClosing));
    } else {
      const inline = tag.local === 'is';
      skip(scan, tag.name, tag.selfClosing);
      if (inline) {
        value = plainText(parseXml(scan.text.slice(from, scan.at)).root);
        type = 'str';
      }
    }
  }
  if (value !== null) {
    attributes.t = type === 'd' ? 'n' : type;
    node.children.push(libraryNode('v', {}, [value]));
  }
  return node;
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

function readRow(scan: Scan, tag: Tag, from: number, row: number): ScannedRow {
  const node = libraryNode('row', rowAttributes(tag, row));
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
    node.children.push(readCell(scan, light, light.r ?? cellName(row, column)));
    cells.push({ column, from: start, to: scan.at });
  }
  return { row, node, from, to: scan.at, cells, extra };
}

/**
 * Reads what stands between the tags of `sheetData`.
 * @throws XmlError where it isn't well-formed, or rows or cells stand twice or out of order.
 */
export function scanRows(text: string, position: number): { rows: ScannedRow[]; end: number } {
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
    rows.push(readRow(scan, tag, from, row));
  }
}
