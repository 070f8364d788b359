/** How a sheet is printed. Read once into a plain object; what differs is written back at saving. */
import type { PageSetup } from '../model';
import { ensureChild, sheetChild, type SheetPart } from './sheet-part';
import type { XmlElement } from './xml';
import {
  child,
  create,
  elements,
  insert,
  isTrue,
  remove,
  setAttribute,
  setText,
  textOf,
} from './xml-edit';

const POINTS_PER_INCH = 72;
const MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
const SIDES = Object.keys(MARGINS) as (keyof typeof MARGINS)[];

type Sections = PageSetup['header'];

/** Splits Excel's code at `&L`, `&C` and `&R`; text before the first of them is the centre's. */
export function parseSections(code: string): Sections {
  const sections = { left: '', center: '', right: '' };
  let at: keyof Sections = 'center';
  for (let i = 0; i < code.length; i++) {
    const mark = code[i] === '&' ? (code[i + 1] ?? '') : '';
    if (mark === 'L') at = 'left';
    else if (mark === 'C') at = 'center';
    else if (mark === 'R') at = 'right';
    // A quoted font name or a doubled ampersand may hold what looks like a mark.
    else if (mark === '"') {
      const end = code.indexOf('"', i + 2);
      const stop = end < 0 ? code.length : end + 1;
      sections[at] += code.slice(i, stop);
      i = stop - 1;
      continue;
    } else {
      sections[at] += code.slice(i, i + (mark ? 2 : 1));
      if (mark) i++;
      continue;
    }
    i++;
  }
  return sections;
}

function formatSections(sections: Sections): string {
  const { left, center, right } = sections;
  return (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
}

function number(element: XmlElement | undefined, name: string, otherwise: number): number {
  const value = Number(element?.attributes.get(name) ?? otherwise);
  return Number.isFinite(value) ? value : otherwise;
}

function fitsToPage(sheet: SheetPart): boolean {
  const properties = child(sheetChild(sheet, 'sheetPr'), 'pageSetUpPr');
  return isTrue(properties?.attributes.get('fitToPage'));
}

export function readPageSetup(sheet: SheetPart): PageSetup {
  const setup = sheetChild(sheet, 'pageSetup');
  const margins = sheetChild(sheet, 'pageMargins');
  const options = sheetChild(sheet, 'printOptions');
  const headerFooter = sheetChild(sheet, 'headerFooter');
  const fits = fitsToPage(sheet);
  const fit = (name: string): number | null => (fits ? number(setup, name, 1) || null : null);
  const margin = (side: (typeof SIDES)[number]): number =>
    Math.round(number(margins, side, MARGINS[side]) * POINTS_PER_INCH * 1e6) / 1e6;
  const option = (name: string): boolean => isTrue(options?.attributes.get(name));
  return {
    orientation: setup?.attributes.get('orientation') === 'landscape' ? 'landscape' : 'portrait',
    paperSize: setup?.attributes.has('paperSize') ? number(setup, 'paperSize', 1) : null,
    fitToWidth: fit('fitToWidth'),
    fitToHeight: fit('fitToHeight'),
    scale: number(setup, 'scale', 100),
    margins: {
      top: margin('top'),
      bottom: margin('bottom'),
      left: margin('left'),
      right: margin('right'),
      header: margin('header'),
      footer: margin('footer'),
    },
    centerHorizontally: option('horizontalCentered'),
    centerVertically: option('verticalCentered'),
    printGridlines: option('gridLines'),
    printHeadings: option('headings'),
    header: parseSections(textOf(child(headerFooter, 'oddHeader'))),
    footer: parseSections(textOf(child(headerFooter, 'oddFooter'))),
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function writeFit(sheet: SheetPart, page: PageSetup): void {
  const fits = page.fitToWidth !== null || page.fitToHeight !== null;
  const properties = child(sheetChild(sheet, 'sheetPr'), 'pageSetUpPr');
  if (properties) setAttribute(properties, 'fitToPage', fits ? '1' : null);
  else if (fits) {
    const owner = ensureChild(sheet, 'sheetPr');
    insert(owner, create(owner, 'pageSetUpPr', { fitToPage: '1' }));
  }
  if (!fits) return;
  const setup = ensureChild(sheet, 'pageSetup');
  setAttribute(setup, 'fitToWidth', String(page.fitToWidth ?? 0));
  setAttribute(setup, 'fitToHeight', String(page.fitToHeight ?? 0));
}

function writeHeaderFooter(sheet: SheetPart, local: string, sections: Sections): void {
  const code = formatSections(sections);
  const owner = ensureChild(sheet, 'headerFooter');
  const old = child(owner, local);
  if (code === '') {
    if (old) remove(sheet.document, old);
    if (elements(owner).length === 0) remove(sheet.document, owner);
    return;
  }
  const before = elements(owner).find((e) => local === 'oddHeader' || e.local !== 'oddHeader');
  setText(old ?? insert(owner, create(owner, local), before), code);
}

/** Writes what of `page` differs from what the part says. */
export function writePageSetup(sheet: SheetPart, page: PageSetup): void {
  const now = readPageSetup(sheet);
  if (same(now, page)) return;
  const setup = (name: string, value: string | null): void =>
    setAttribute(ensureChild(sheet, 'pageSetup'), name, value);
  if (now.orientation !== page.orientation) setup('orientation', page.orientation);
  if (now.paperSize !== page.paperSize) {
    setup('paperSize', page.paperSize === null ? null : String(page.paperSize));
  }
  if (now.scale !== page.scale) setup('scale', String(page.scale));
  if (now.fitToWidth !== page.fitToWidth || now.fitToHeight !== page.fitToHeight) {
    writeFit(sheet, page);
  }
  if (!same(now.margins, page.margins)) {
    const margins = ensureChild(sheet, 'pageMargins');
    for (const side of SIDES) {
      setAttribute(margins, side, String(page.margins[side] / POINTS_PER_INCH));
    }
  }
  const option = (name: string, before: boolean, on: boolean): void => {
    if (before !== on) setAttribute(ensureChild(sheet, 'printOptions'), name, on ? '1' : null);
  };
  option('horizontalCentered', now.centerHorizontally, page.centerHorizontally);
  option('verticalCentered', now.centerVertically, page.centerVertically);
  option('gridLines', now.printGridlines, page.printGridlines);
  option('headings', now.printHeadings, page.printHeadings);
  if (!same(now.header, page.header)) writeHeaderFooter(sheet, 'oddHeader', page.header);
  if (!same(now.footer, page.footer)) writeHeaderFooter(sheet, 'oddFooter', page.footer);
}
