/** "Lưu bản gửi đi": an .xlsx as it may leave the office, made from the bytes of the open workbook. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

export interface SendCopy {
  readonly bytes: Uint8Array;
  /** How many formulas of ours became values. */
  readonly formulas: number;
  /** Our sheets that got a print area. */
  readonly printAreas: readonly string[];
}

/** The bytes are no .xlsx that we can take apart. */
export class NotAPackage extends Error {}

type Parts = Map<string, Uint8Array>;

const WORKBOOK = 'xl/workbook.xml';
const WORKBOOK_RELS = 'xl/_rels/workbook.xml.rels';
const ROOT_RELS = '_rels/.rels';
const TYPES = '[Content_Types].xml';
/** The names that mark what is ours begin so. */
const OUR_NAMES = '_HG_';
const SHEET_MARK = '_HG_TRANG';
/** Excel stores `HG.DIEM(…)` as `_xldudf_HG_DIEM(…)`; other programs as it is typed. */
const OUR_FUNCTION = /(?:^|[^A-Za-z0-9_.])(?:_xldudf_HG_|HG\.)[A-Za-z]+\(/i;
/** Parts that Excel makes again by itself: the order of calculation names formulas that are gone. */
const CALCULATION = 'calcChain';
/** No clock in the output. */
const MODIFIED = new Date('1980-01-01T00:00:00');

/**
 * Makes the copy: HG formulas become the values that they show, no settings of add-ins, no marks of
 * ours, and a print area on each of our sheets. Everything else is as in the workbook.
 * @throws NotAPackage
 */
export function makeSendCopy(bytes: Uint8Array): SendCopy {
  const parts = open(bytes);
  dropSettings(parts);
  let formulas = 0;
  for (const [name, content] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const sheet = withoutOurFormulas(strFromU8(content));
    if (sheet.count === 0) continue;
    formulas += sheet.count;
    parts.set(name, strToU8(sheet.xml));
  }
  if (formulas > 0) dropRelated(parts, WORKBOOK_RELS, 'xl/', CALCULATION);
  const printAreas = settleNames(parts);
  const zip: Zippable = Object.fromEntries(parts);
  return { bytes: zipSync(zip, { level: 6, mtime: MODIFIED }), formulas, printAreas };
}

function open(bytes: Uint8Array): Parts {
  try {
    const parts = new Map(Object.entries(unzipSync(bytes)));
    if (parts.has(WORKBOOK) && parts.has(WORKBOOK_RELS) && parts.has(TYPES)) return parts;
  } catch (error) {
    throw new NotAPackage('not a zip', { cause: error });
  }
  throw new NotAPackage('no workbook in it');
}

/**
 * Takes formulas of ours out of a sheet's XML; their values stay. "<" never stands in a formula's
 * text (it is escaped there), so a cell's formula ends at its tag.
 */
function withoutOurFormulas(xml: string): { readonly xml: string; readonly count: number } {
  let count = 0;
  const changed = xml.replace(
    /(<c\b[^>]*>)\s*<f\b[^>/]*>([^<]*)<\/f>/g,
    (all, cell: string, formula: string) => {
      if (!isOurs(formula)) return all;
      count += 1;
      // The mark of a formula that spills.
      return cell.replace(/\scm="\d+"/, '');
    },
  );
  return { xml: changed, count };
}

/** Text within quotes calls nothing. */
function isOurs(formula: string): boolean {
  return OUR_FUNCTION.test(formula.replace(/&quot;/g, '"').replace(/"(?:[^"]|"")*"/g, '""'));
}

/** What add-ins keep in the file: their parts, and the way to them. */
function dropSettings(parts: Parts): void {
  dropRelated(parts, ROOT_RELS, '', 'webextensiontaskpanes');
  const left = [...parts.keys()].filter((name) => name.startsWith('xl/webextensions/'));
  if (left.length > 0) drop(parts, left);
}

/** Takes the relationships of a kind out, with the parts that they lead to. */
function dropRelated(parts: Parts, rels: string, folder: string, kind: string): void {
  const content = parts.get(rels);
  if (!content) return;
  const document = parse(content);
  const gone: string[] = [];
  for (const relationship of all(document, 'Relationship')) {
    if (!relationship.getAttribute('Type')?.endsWith(`/${kind}`)) continue;
    const target = relationship.getAttribute('Target') ?? '';
    gone.push(target.startsWith('/') ? target.slice(1) : folder + target);
    relationship.remove();
  }
  if (gone.length === 0) return;
  parts.set(rels, print(document));
  drop(parts, gone);
}

function drop(parts: Parts, gone: readonly string[]): void {
  for (const name of gone) parts.delete(name);
  const types = parse(parts.get(TYPES) as Uint8Array);
  for (const override of all(types, 'Override')) {
    if (gone.includes(override.getAttribute('PartName')?.slice(1) ?? '')) override.remove();
  }
  parts.set(TYPES, print(types));
}

/** Marks of ours go; the sheets that they marked get a print area. Gives these sheets' names. */
function settleNames(parts: Parts): string[] {
  const workbook = parse(parts.get(WORKBOOK) as Uint8Array);
  const sheets = all(workbook, 'sheet');
  const targets = new Map(
    all(parse(parts.get(WORKBOOK_RELS) as Uint8Array), 'Relationship').map((each) => [
      each.getAttribute('Id'),
      each.getAttribute('Target') ?? '',
    ]),
  );
  const names = all(workbook, 'definedName');
  const has = (name: string, scope: string) =>
    names.some((n) => n.getAttribute('name') === name && n.getAttribute('localSheetId') === scope);
  const added: string[] = [];
  for (const mark of names) {
    const scope = mark.getAttribute('localSheetId');
    if (mark.getAttribute('name') !== SHEET_MARK || scope === null) continue;
    const sheet = sheets[Number(scope)];
    const target = targets.get(relationshipOf(sheet)) ?? '';
    const content = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const area = content ? usedArea(strFromU8(content)) : null;
    const title = sheet?.getAttribute('name');
    if (!area || !title || has('_xlnm.Print_Area', scope)) continue;
    const name = workbook.createElementNS(mark.namespaceURI, mark.tagName);
    name.setAttribute('name', '_xlnm.Print_Area');
    name.setAttribute('localSheetId', scope);
    name.textContent = `'${title.replace(/'/g, "''")}'!${area}`;
    mark.before(name);
    added.push(title);
  }
  for (const name of names) {
    if (name.getAttribute('name')?.startsWith(OUR_NAMES)) name.remove();
  }
  // An empty list of names is not well-formed for Excel.
  for (const list of all(workbook, 'definedNames')) if (list.childElementCount === 0) list.remove();
  parts.set(WORKBOOK, print(workbook));
  return added;
}

function relationshipOf(sheet: Element | undefined): string | null {
  const attributes = sheet ? [...sheet.attributes] : [];
  return attributes.find(({ localName, prefix }) => localName === 'id' && prefix)?.value ?? null;
}

/** From A1 to the last cell that stands in the sheet's XML, such as `$A$1:$H$90`. */
function usedArea(xml: string): string | null {
  let rows = 0;
  let columns = '';
  for (const [, letters, row] of xml.matchAll(/<c\b[^>]*?\sr="([A-Z]+)(\d+)"/g)) {
    rows = Math.max(rows, Number(row));
    if (isFurther(letters ?? '', columns)) columns = letters ?? '';
  }
  return rows > 0 ? `$A$1:$${columns}$${rows}` : null;
}

function isFurther(x: string, y: string): boolean {
  return x.length === y.length ? x > y : x.length > y.length;
}

function parse(content: Uint8Array): Document {
  const document = new DOMParser().parseFromString(strFromU8(content), 'application/xml');
  if (document.querySelector('parsererror')) throw new NotAPackage('its XML is damaged');
  return document;
}

function print(document: Document): Uint8Array {
  const text = new XMLSerializer().serializeToString(document);
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return strToU8(text.startsWith('<?xml') ? text : head + text);
}

/** Elements by their local name, whatever prefix the writer used. */
function all(document: Document, name: string): Element[] {
  return [...document.getElementsByTagNameNS('*', name)];
}
