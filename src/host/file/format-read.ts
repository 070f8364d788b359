/** Reads a cell format out of the style sheet's nodes. */
import type { LibraryNode } from 'xlsx-populate';
import type { BorderLine, CellFormat } from '../model';
import { resolveColor, type Palette } from './colors';

export interface StyleNodes {
  readonly xf: LibraryNode;
  readonly font: LibraryNode | undefined;
  readonly fill: LibraryNode | undefined;
  readonly border: LibraryNode | undefined;
  readonly numberFormat: string | undefined;
}

export interface ReadFormat {
  readonly format: CellFormat;
  /** What a CellFormat can't say; formats are equal only if this is too. */
  readonly rest: string;
}

export function part(node: LibraryNode | undefined, name: string): LibraryNode | undefined {
  for (const child of node?.children ?? []) {
    if (typeof child === 'object' && child.name === name) return child;
  }
  return undefined;
}

function isOn(node: LibraryNode | undefined): boolean {
  return node !== undefined && node.attributes.val !== 0;
}

function text(node: LibraryNode | undefined, key: string, otherwise: string): string {
  const value = node?.attributes[key];
  return value === undefined || value === null ? otherwise : String(value);
}

function flag(node: LibraryNode | undefined, key: string): boolean {
  return node?.attributes[key] === 1;
}

function line(border: LibraryNode | undefined, side: string, palette: Palette): BorderLine {
  const node = part(border, side);
  const style = text(node, 'style', 'none');
  if (style === 'none') return { style: null, color: null };
  return { style, color: resolveColor(part(node, 'color'), palette) };
}

function borders(border: LibraryNode | undefined, palette: Palette): CellFormat['borders'] {
  const none = { style: null, color: null };
  const diagonal = line(border, 'diagonal', palette);
  return {
    top: line(border, 'top', palette),
    bottom: line(border, 'bottom', palette),
    left: line(border, part(border, 'left') ? 'left' : 'start', palette),
    right: line(border, part(border, 'right') ? 'right' : 'end', palette),
    diagonalUp: flag(border, 'diagonalUp') ? diagonal : none,
    diagonalDown: flag(border, 'diagonalDown') ? diagonal : none,
  };
}

function fillColor(fill: LibraryNode | undefined, palette: Palette): string | null {
  const pattern = part(fill, 'patternFill');
  const type = text(pattern, 'patternType', 'none');
  if (type === 'none') return null;
  return resolveColor(part(pattern, type === 'solid' ? 'fgColor' : 'bgColor'), palette);
}

/** Attributes that are set, without those that the format tells or that only switch parts on. */
function others(node: LibraryNode | undefined, told: readonly string[]): [string, unknown][] {
  return Object.entries(node?.attributes ?? {}).filter(
    ([key, value]) => !told.includes(key) && !key.startsWith('apply') && value !== 0,
  );
}

function rest(nodes: StyleNodes): string {
  const pattern = part(nodes.fill, 'patternFill');
  const plainFill = ['none', 'solid'].includes(text(pattern, 'patternType', 'none'));
  const told = ['b', 'i', 'u', 'strike', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];
  const found = [
    others(nodes.xf, ['numFmtId', 'fontId', 'fillId', 'borderId', 'xfId']),
    others(part(nodes.xf, 'alignment'), [
      ...['horizontal', 'vertical', 'wrapText', 'shrinkToFit', 'indent', 'textRotation'],
    ]),
    others(part(nodes.xf, 'protection'), ['locked']),
    (nodes.font?.children ?? []).filter((c) => typeof c === 'object' && !told.includes(c.name)),
    /Accounting$/.test(text(part(nodes.font, 'u'), 'val', '')),
    plainFill && !part(nodes.fill, 'gradientFill') ? null : nodes.fill,
    nodes.numberFormat === undefined ? nodes.xf.attributes.numFmtId : null,
  ];
  return JSON.stringify(found);
}

function underline(font: LibraryNode | undefined): CellFormat['underline'] {
  const node = part(font, 'u');
  if (!node) return 'none';
  const kind = text(node, 'val', 'single');
  if (kind === 'none') return 'none';
  return kind.startsWith('double') ? 'double' : 'single';
}

export function readFormat(nodes: StyleNodes, palette: Palette): ReadFormat {
  const { xf, font } = nodes;
  const alignment = part(xf, 'alignment');
  const protection = part(xf, 'protection');
  const format: CellFormat = {
    numberFormat: nodes.numberFormat ?? 'General',
    bold: isOn(part(font, 'b')),
    italic: isOn(part(font, 'i')),
    underline: underline(font),
    strikethrough: isOn(part(font, 'strike')),
    fontName: text(part(font, 'name'), 'val', 'Calibri'),
    fontSize: Number(text(part(font, 'sz'), 'val', '11')),
    fontColor: resolveColor(part(font, 'color'), palette),
    fillColor: fillColor(nodes.fill, palette),
    horizontal: text(alignment, 'horizontal', 'general'),
    vertical: text(alignment, 'vertical', 'bottom'),
    wrapText: flag(alignment, 'wrapText'),
    shrinkToFit: flag(alignment, 'shrinkToFit'),
    indent: Number(text(alignment, 'indent', '0')),
    textRotation: Number(text(alignment, 'textRotation', '0')),
    locked: protection?.attributes.locked !== 0,
    borders: borders(nodes.border, palette),
  };
  return { format, rest: rest(nodes) };
}
