/** Writes the rows of a sheet: untouched ones are the text that they were read from. */
import { columnName } from './address';
import {
  CONTENT,
  FORMULA_TEXT,
  RESULT,
  STYLE,
  valueOf,
  type Cells,
  type OwnCell,
  type OwnRow,
} from './cells';
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

function stored(cell: OwnCell, strings: StringIndex): Stored {
  const value = valueOf(cell);
  if (value === null) return { type: null, text: null };
  if (typeof value === 'number') return { type: null, text: String(value) };
  if (typeof value === 'boolean') return { type: 'b', text: value ? '1' : '0' };
  if (typeof value === 'object') return { type: 'e', text: escapeText(value.error) };
  if (cell._formulaType !== undefined) return { type: 'str', text: encodeStored(value) };
  return { type: 's', text: String(strings.indexOf(value)) };
}

/** A cell that is not in the file. This is the hot path of a save: plain strings, nothing else. */
function newCell(cell: OwnCell, name: string, prefix: string, strings: StringIndex): string {
  const style = cell._styleId;
  const value = cell._value;
  const head = style ? `<${prefix}c r="${name}" s="${style}` : `<${prefix}c r="${name}`;
  if (cell._formulaType === undefined) {
    if (value === undefined) return style ? `${head}"/>` : '';
    if (typeof value === 'number') return `${head}"><${prefix}v>${value}</${prefix}v></${prefix}c>`;
    if (typeof value === 'string') {
      return `${head}" t="s"><${prefix}v>${strings.indexOf(value)}</${prefix}v></${prefix}c>`;
    }
  }
  const { type, text } = stored(cell, strings);
  const formula =
    cell._formula === undefined ? '' : `<${prefix}f>${escapeText(cell._formula)}</${prefix}f>`;
  const kind = type === null ? '' : `" t="${type}`;
  const result = text === null ? '' : `<${prefix}v>${text}</${prefix}v>`;
  return `${head}${kind}">${formula}${result}</${prefix}c>`;
}

function setValue(root: XmlElement, at: Stored): void {
  setAttribute(root, 't', at.type);
  if (at.text === null) return;
  const value = insert(root, create(root, 'v'), child(root, 'extLst'));
  value.children.push(at.text);
}

/** A cell of the file with what was changed, everything else of it kept. */
function changedCell(cell: OwnCell, raw: string, name: string, strings: StringIndex): string {
  const document = parseXml(raw);
  const { root } = document;
  const touched = cell.touched ?? 0;
  setAttribute(root, 'r', name);
  if (touched & STYLE) setAttribute(root, 's', cell._styleId ? String(cell._styleId) : null);
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
    if (touched & CONTENT && cell._formula !== undefined) {
      setText(insert(root, create(root, 'f'), child(root, 'extLst')), cell._formula);
    }
    setValue(root, stored(cell, strings));
  }
  const formula = child(root, 'f');
  if (touched & FORMULA_TEXT && formula) setText(formula, cell._formula ?? '');
  return serialize(root);
}

function restyled(cell: OwnCell, raw: string): string {
  const tag = readTag(raw, 0);
  if (cell._styleId) tag.attributes.set('s', String(cell._styleId));
  else tag.attributes.delete('s');
  return startTag(tag.name, tag.attributes, tag.selfClosing) + raw.slice(tag.to);
}

/** The cells that a row spans, which may be more now; in a tag that has no other quotes. */
const SPANS = /\s+spans="[^"]*"/;

const SIZES = ['ht', 'customHeight', 'hidden'] as const;

function sizes(own: OwnRow['_node']['attributes']): string {
  return SIZES.map((key) => {
    const value = own[key];
    return value === undefined || value === null ? '' : ` ${key}="${value}"`;
  }).join('');
}

function rowTag(row: OwnRow, index: number, text: string, prefix: string): string {
  const source = row.place;
  if (source && !row.resized) {
    const tag = text.slice(source.from, source.tagTo);
    if (!tag.includes("'") && !tag.endsWith('/>')) return tag.replace(SPANS, '');
  }
  const own = row._node.attributes;
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
    const source = row.place;
    if (source && !row.touched) {
      out.push(text.slice(source.from, source.to));
      return;
    }
    if (!row.touched) return;
    let inner = '';
    const number = String(index + 1);
    for (let c = 1; c < row._cells.length; c++) {
      const cell = row._cells[c];
      if (!cell) continue;
      if (cell.from === undefined) {
        inner += newCell(cell, columnName(c - 1) + number, prefix, strings);
        continue;
      }
      const raw = text.slice(cell.from, cell.to);
      if (!cell.touched) inner += raw;
      else if (cell.touched === STYLE) inner += restyled(cell, raw);
      else inner += changedCell(cell, raw, columnName(c - 1) + number, strings);
    }
    const markup = `${rowTag(row, index, text, prefix)}${inner}${row.place?.extra ?? ''}</${prefix}row>`;
    // Looking at a character makes the engine join the pieces of the row while they are young.
    markup.charCodeAt(0);
    out.push(markup);
  });
  return `<${prefix}sheetData>${out.join('')}</${prefix}sheetData>`;
}
