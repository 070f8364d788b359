/** Lays a patch over one of the library's styles. */
import type { LibraryNode, LibraryStyle } from 'xlsx-populate';
import type { BorderLine, BorderSide, CellFormat, FormatPatch } from '../model';
import { part } from './format-read';
import { libraryNode } from './library';

const FONT_ORDER =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
    ' ',
  );

function rgb(color: string): { rgb: string } {
  return { rgb: `FF${color.slice(1).toUpperCase()}` };
}

function applyFont(style: LibraryStyle, patch: FormatPatch): void {
  const toggle = (name: string, on: boolean | undefined): void => {
    if (on === undefined) return;
    style.style(name, false);
    if (on) style.style(name, true);
  };
  toggle('bold', patch.bold);
  toggle('italic', patch.italic);
  toggle('strikethrough', patch.strikethrough);
  if (patch.underline !== undefined) {
    style.style('underline', false);
    if (patch.underline !== 'none') {
      style.style('underline', patch.underline === 'double' ? 'double' : true);
    }
  }
  if (patch.fontSize !== undefined) style.style('fontSize', patch.fontSize);
  if (patch.fontName !== undefined) {
    style.style('fontFamily', patch.fontName);
    // A font that belongs to the theme would win over its own name.
    style.style('fontScheme', null);
  }
  if (patch.fontColor !== undefined) {
    style.style('fontColor', patch.fontColor === null ? null : rgb(patch.fontColor));
  }
  style._fontNode.children.sort((a, b) => rank(FONT_ORDER, a) - rank(FONT_ORDER, b));
}

function rank(order: readonly string[], node: LibraryNode | string | number): number {
  return typeof node === 'object' ? order.indexOf(node.name) : -1;
}

function applyFill(style: LibraryStyle, color: string | null): void {
  if (color !== null) style.style('fill', { type: 'solid', color: rgb(color) });
  else style._fillNode.children = [libraryNode('patternFill', { patternType: 'none' })];
}

function setLine(border: LibraryNode, side: string, line: BorderLine): void {
  let node = part(border, side);
  if (!node) {
    node = libraryNode(side);
    border.children.push(node);
  }
  node.attributes = line.style === null ? {} : { style: line.style };
  const color = line.color === null ? { auto: 1 } : rgb(line.color);
  node.children = line.style === null ? [] : [libraryNode('color', color)];
}

function applyBorders(style: LibraryStyle, sides: NonNullable<FormatPatch['borders']>): void {
  const border = style._borderNode;
  for (const [side, line] of Object.entries(sides) as [BorderSide, BorderLine][]) {
    if (side !== 'diagonalUp' && side !== 'diagonalDown') setLine(border, side, line);
    else border.attributes[side] = line.style === null ? null : 1;
  }
  const up = sides.diagonalUp;
  const down = sides.diagonalDown;
  // Both diagonals of a cell share one line: the one that is drawn, up before down.
  const drawn = [up, down].find((line) => line && line.style !== null);
  if (drawn) setLine(border, 'diagonal', drawn);
  else if ((up ?? down) && !border.attributes.diagonalUp && !border.attributes.diagonalDown) {
    setLine(border, 'diagonal', { style: null, color: null });
  }
}

function applyXf(style: LibraryStyle, patch: FormatPatch): void {
  const xf = style._xfNode;
  if (patch.numberFormat !== undefined) {
    style.style('numberFormat', patch.numberFormat);
    xf.attributes.applyNumberFormat = 1;
  }
  const set = (name: string, key: keyof FormatPatch, usual: unknown): void => {
    const value = patch[key];
    if (value === undefined) return;
    style.style(name, value === usual ? null : value);
    xf.attributes.applyAlignment = 1;
  };
  set('horizontalAlignment', 'horizontal', 'general');
  set('verticalAlignment', 'vertical', 'bottom');
  set('wrapText', 'wrapText', false);
  set('shrinkToFit', 'shrinkToFit', false);
  set('indent', 'indent', 0);
  if (patch.textRotation !== undefined) {
    let alignment = part(xf, 'alignment');
    if (!alignment) xf.children.push((alignment = libraryNode('alignment')));
    alignment.attributes.textRotation = patch.textRotation || null;
    xf.attributes.applyAlignment = 1;
  }
  if (patch.locked !== undefined) {
    let protection = part(xf, 'protection');
    if (!protection) xf.children.push((protection = libraryNode('protection')));
    protection.attributes.locked = patch.locked ? null : 0;
    xf.attributes.applyProtection = 1;
  }
  const order = ['alignment', 'protection', 'extLst'];
  xf.children.sort((a, b) => rank(order, a) - rank(order, b));
}

/** Changes the style's nodes so that they say the patch. */
export function applyPatch(style: LibraryStyle, patch: FormatPatch): void {
  applyFont(style, patch);
  if (patch.fillColor !== undefined) applyFill(style, patch.fillColor);
  if (patch.borders) applyBorders(style, patch.borders);
  applyXf(style, patch);
}

/** The format with the patch laid over it. */
export function patched(format: CellFormat, patch: FormatPatch): CellFormat {
  return { ...format, ...patch, borders: { ...format.borders, ...patch.borders } };
}
