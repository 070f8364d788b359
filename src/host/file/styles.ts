/** The style sheet: formats by number, equal ones under one number, new ones only appended. */
import type { LibraryNode, LibraryStyleSheet } from 'xlsx-populate';
import type { CellFormat, FormatPatch, StyleId } from '../model';
import { readPalette, type Palette } from './colors';
import { readFormat, part, type ReadFormat } from './format-read';
import { applyPatch, patched } from './format-write';
import { libraryStyleSheet, toLibrary } from './library';
import type { Package } from './package';
import { escapeAttribute, parseXml, XmlError, type XmlDocument, type XmlElement } from './xml';
import { child, create, insert, serializeDocument, setAttribute } from './xml-edit';

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
/** The style sheet of a workbook that has none. */
export const BLANK_STYLES =
  `<styleSheet xmlns="${SPREADSHEET}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/>` +
  '<family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/>' +
  '<right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" ' +
  'fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" ' +
  'fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** The lists that only ever grow. */
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'];

function count(root: LibraryNode, list: string): number {
  return part(root, list)?.children.length ?? 0;
}

function markup(node: LibraryNode, prefix: string): string {
  const attributes = Object.entries(node.attributes)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');
  const inner = (node.children ?? [])
    .map((c) => (typeof c === 'object' ? markup(c, prefix) : ''))
    .join('');
  const name = prefix + node.name;
  return inner ? `<${name}${attributes}>${inner}</${name}>` : `<${name}${attributes}/>`;
}

export class Styles {
  private readonly sheet: LibraryStyleSheet;
  private readonly root: LibraryNode;
  readonly palette: Palette;
  private readonly counts: ReadonlyMap<string, number>;
  private readonly read: ReadFormat[] = [];
  private readonly canonicalOf: number[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly restyled = new Map<string, number>();
  private part: string | null;
  private readonly document: XmlDocument;
  /** True once a cell has a format that the file didn't have. */
  private grown = false;

  constructor(
    private readonly pack: Package,
    private readonly workbookPart: string,
  ) {
    const named = pack.related(workbookPart, 'styles')[0]?.target;
    this.part = named !== undefined && pack.has(named) ? named : null;
    this.document = this.part === null ? parseXml(BLANK_STYLES) : pack.xml(this.part);
    const theme = pack.related(workbookPart, 'theme')[0]?.target;
    const themeRoot = theme !== undefined && pack.has(theme) ? pack.xml(theme).root : undefined;
    const own = this.document.root;
    this.palette = readPalette(themeRoot, own);
    for (const list of ['fonts', 'fills', 'borders', 'cellXfs']) {
      if (!child(own, list)) throw new XmlError(`the style sheet has no ${list}`);
    }
    this.root = toLibrary(own);
    this.counts = new Map(LISTS.map((list) => [list, count(this.root, list)]));
    this.sheet = libraryStyleSheet(this.root);
    // The library drops the font, fill and border of a format that doesn't say that it applies them.
    for (const xf of this.xfs()) {
      Object.assign(xf.attributes, { applyFont: 1, applyFill: 1, applyBorder: 1 });
    }
    this.xfs().forEach((_, i) => this.intern(i));
  }

  private xfs(): LibraryNode[] {
    return (part(this.root, 'cellXfs')?.children ?? []) as LibraryNode[];
  }

  private at(list: string, index: unknown): LibraryNode | undefined {
    return part(this.root, list)?.children[Number(index ?? 0)] as LibraryNode | undefined;
  }

  private intern(index: number): number {
    const xf = this.xfs()[index];
    if (!xf) throw new RangeError(`no format ${index}`);
    const { numFmtId, fontId, fillId, borderId } = xf.attributes;
    const code = this.sheet.getNumberFormatCode(Number(numFmtId ?? 0));
    const read = readFormat(
      {
        xf,
        font: this.at('fonts', fontId),
        fill: this.at('fills', fillId),
        border: this.at('borders', borderId),
        numberFormat: code === undefined ? undefined : String(code),
      },
      this.palette,
    );
    const key = JSON.stringify(read.format) + read.rest;
    const first = this.byKey.get(key) ?? index;
    this.byKey.set(key, first);
    this.read[index] = read;
    this.canonicalOf[index] = first;
    return first;
  }

  /** The id of the format that stands under a number in the file. */
  canonical(format: number): StyleId {
    return this.canonicalOf[format] ?? 0;
  }

  /** Notes that a cell now has this format. */
  use(style: StyleId): void {
    if (style >= (this.counts.get('cellXfs') ?? 0)) this.grown = true;
  }

  formatOf(style: StyleId): CellFormat {
    const read = this.read[style];
    if (!read) throw new RangeError(`no format ${style}`);
    return read.format;
  }

  restyle(style: StyleId, patch: FormatPatch): StyleId {
    const request = `${style} ${JSON.stringify(patch)}`;
    const known = this.restyled.get(request);
    if (known !== undefined) return known;
    const id = this.find(style, patch);
    this.restyled.set(request, id);
    return id;
  }

  private find(style: StyleId, patch: FormatPatch): StyleId {
    const format = this.formatOf(style);
    const target = JSON.stringify(patched(format, patch));
    if (target === JSON.stringify(format)) return style;
    const same = this.byKey.get(target + (this.read[style]?.rest ?? ''));
    if (same !== undefined) return same;
    const made = this.sheet.createStyle(style);
    applyPatch(made, patch);
    return this.intern(made.id());
  }

  /** The part's new text; null where the file has every format that is used. */
  generate(): { name: string; text: string } | null {
    if (!this.grown) return null;
    const document = parseXml(serializeDocument(this.document));
    const { root } = document;
    const prefix = root.name.slice(0, root.name.length - root.local.length);
    for (const list of LISTS) {
      const nodes = (part(this.root, list)?.children ?? []) as LibraryNode[];
      const added = nodes.slice(this.counts.get(list) ?? 0);
      if (added.length === 0) continue;
      const element: XmlElement =
        child(root, list) ?? insert(root, create(root, list), child(root, 'fonts'));
      element.children.push(...added.map((node) => markup(node, prefix)));
      setAttribute(element, 'count', String(nodes.length));
    }
    return { name: this.part ?? this.createPart(), text: serializeDocument(document) };
  }

  private createPart(): string {
    const taken = this.pack.has('xl/styles.xml');
    this.part = taken ? this.pack.freeName('xl/styles', '.xml') : 'xl/styles.xml';
    this.pack.add(this.part, BLANK_STYLES, CONTENT_TYPE);
    this.pack.relate(this.workbookPart, RELATIONSHIP, this.part);
    return this.part;
  }
}
