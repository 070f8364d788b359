/** Writes the rows of a sheet: untouched ones are the text that they were read from. */
import { columnName } from './address';
import type { Cells } from './cells';
import { CONTENT, FORMULA_TEXT, RESULT, STYLE, type Row, type RowAttributes } from './row';
import { encodeStored, type StringIndex } from './strings';
import { escapeText, parseXml, readTag, type XmlElement } from './xml';
import {
  child,
  create,
  insert,
  remove,
  serialize,
  setAttribute,
  setText,
  startTag,
} from './xml-edit';

interface Stored {
  readonly type: string | null;
  readonly text: string | null;
}

function stored(row: Row, column: number, strings: StringIndex): Stored {
  const value = row.values[column] ?? null;
  if (value === null) return { type: null, text: null };
  if (typeof value === 'number') return { type: null, text: String(value) };
  if (typeof value === 'boolean') return { type: 'b', text: value ? '1' : '0' };
  if (typeof value === 'object') return { type: 'e', text: escapeText(value.error) };
  if (row.formulas?.has(column)) return { type: 'str', text: encodeStored(value) };
  return { type: 's', text: String(strings.indexOf(value)) };
}

/** A cell that is not in the file. This is the hot path of a save: plain strings, nothing else. */
function newCell(
  row: Row,
  column: number,
  number: string,
  prefix: string,
  strings: StringIndex,
): string {
  const style = row.formats[column];
  const value = row.values[column] ?? null;
  const name = columnName(column) + number;
  const head = style ? `<${prefix}c r="${name}" s="${style}` : `<${prefix}c r="${name}`;
  const formula = row.formulas?.get(column);
  if (!formula) {
    if (value === null) return style ? `${head}"/>` : '';
    if (typeof value === 'number') return `${head}"><${prefix}v>${value}</${prefix}v></${prefix}c>`;
    if (typeof value === 'string') {
      return `${head}" t="s"><${prefix}v>${strings.indexOf(value)}</${prefix}v></${prefix}c>`;
    }
  }
  const { type, text } = stored(row, column, strings);
  const shown =
    formula?.text === undefined ? '' : `<${prefix}f>${escapeText(formula.text)}</${prefix}f>`;
  const kind = type === null ? '' : `" t="${type}`;
  const result = text === null ? '' : `<${prefix}v>${text}</${prefix}v>`;
  return `${head}${kind}">${shown}${result}</${prefix}c>`;
}

function setValue(root: XmlElement, at: Stored): void {
  setAttribute(root, 't', at.type);
  if (at.text === null) return;
  const value = insert(root, create(root, 'v'), child(root, 'extLst'));
  value.children.push(at.text);
}

/** A cell of the file with what was changed, everything else of it kept. */
function changedCell(
  row: Row,
  column: number,
  touched: number,
  name: string,
  raw: string,
  strings: StringIndex,
): string {
  const document = parseXml(raw);
  const { root } = document;
  setAttribute(root, 'r', name);
  const format = row.formats[column];
  const text = row.formulas?.get(column)?.text;
  if (touched & STYLE) setAttribute(root, 's', format ? String(format) : null);
  const drop = (local: string): void => {
    const found = child(root, local);
    if (found) remove(document, found);
  };
  if (touched & (CONTENT | RESULT)) {
    drop('v');
    drop('is');
    // Cell metadata (dynamic arrays, pictures in cells) describes the value that has gone.
    if (touched & CONTENT) {
      drop('f');
      for (const key of ['cm', 'vm', 'ph']) setAttribute(root, key, null);
    } else setAttribute(root, 'vm', null);
    if (touched & CONTENT && text !== undefined) {
      setText(insert(root, create(root, 'f'), child(root, 'extLst')), text);
    }
    setValue(root, stored(row, column, strings));
  }
  const formula = child(root, 'f');
  if (touched & FORMULA_TEXT && formula) setText(formula, text ?? '');
  return serialize(root);
}

function restyled(format: number | undefined, raw: string): string {
  const tag = readTag(raw, 0);
  if (format) tag.attributes.set('s', String(format));
  else tag.attributes.delete('s');
  return startTag(tag.name, tag.attributes, tag.selfClosing) + raw.slice(tag.to);
}

/** The cells that a row spans, which may be more now; in a tag that has no other quotes. */
const SPANS = /\s+spans="[^"]*"/;

const SIZES = ['ht', 'customHeight', 'hidden'] as const;

function sizes(own: RowAttributes): string {
  return SIZES.map((key) => {
    const value = own[key];
    return value === undefined || value === null ? '' : ` ${key}="${value}"`;
  }).join('');
}

function rowTag(row: Row, index: number, text: string, prefix: string): string {
  const { source, attributes: own } = row;
  if (source && !row.resized) {
    const tag = text.slice(source.from, source.tagTo);
    if (!tag.includes("'") && !tag.endsWith('/>')) return tag.replace(SPANS, '');
  }
  if (!source) {
    const head = `<${prefix}row r="${index + 1}"`;
    return row.resized ? `${head}${sizes(own)}>` : `${head}>`;
  }
  const { attributes } = readTag(text, source.from);
  attributes.delete('spans');
  for (const key of SIZES) {
    const value = own[key];
    if (value === undefined || value === null) attributes.delete(key);
    else attributes.set(key, String(value));
  }
  return startTag(`${prefix}row`, attributes, false);
}

/**
 * The element `sheetData` as markup.
 * @param text the sheet's text as it was read.
 * @param prefix the namespace prefix of its elements, with its colon.
 */
export function writeSheetData(
  cells: Cells,
  text: string,
  prefix: string,
  strings: StringIndex,
): string {
  const out: string[] = [];
  cells.eachRow((row, index) => {
    const { source } = row;
    if (source && !row.touched) {
      out.push(text.slice(source.from, source.to));
      return;
    }
    if (!row.touched) return;
    let inner = '';
    const number = String(index + 1);
    for (let column = 0; column < row.formats.length; column += 1) {
      if (row.formats[column] === undefined) continue;
      const from = source?.cellFrom[column];
      if (!source || from === undefined) {
        inner += newCell(row, column, number, prefix, strings);
        continue;
      }
      const raw = text.slice(from, source.cellTo[column]);
      const touched = source.touched[column] ?? 0;
      if (touched === 0) inner += raw;
      else if (touched === STYLE) inner += restyled(row.formats[column], raw);
      else inner += changedCell(row, column, touched, columnName(column) + number, raw, strings);
    }
    const markup = `${rowTag(row, index, text, prefix)}${inner}${source?.extra ?? ''}</${prefix}row>`;
    // Looking at a character makes the engine join the pieces of the row while they are young.
    markup.charCodeAt(0);
    out.push(markup);
  });
  return `<${prefix}sheetData>${out.join('')}</${prefix}sheetData>`;
}
