/** A sheet's part: its XML around the cells, and the cells. */
import { formatRect } from './address';
import { Cells } from './cells';
import type { Package } from './package';
import type { Row } from './row';
import { scanRows } from './sheet-scan';
import type { SharedStrings, StringIndex } from './strings';
import { writeSheetData } from './sheet-data';
import { parseXml, XmlError, type OpaqueReader, type XmlDocument, type XmlElement } from './xml';
import { child, elements, ensure, markChanged, serializeDocument, setAttribute } from './xml-edit';

/** The order in which the schema wants a worksheet's children. */
const ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

export interface SheetPart {
  readonly pack: Package;
  readonly name: string;
  readonly document: XmlDocument;
  readonly cells: Cells;
  /** The part stays as it is: neither its cells nor what is around them was read. */
  readonly isUnread: boolean;
}

/** Opens the sheet of a part; `add` makes the part when it is new. */
export function openSheetPart(
  pack: Package,
  name: string,
  strings: SharedStrings,
  add?: (opaque: OpaqueReader) => XmlDocument,
): SheetPart {
  let rows: Row[] = [];
  const opaque: OpaqueReader = {
    local: 'sheetData',
    read: (text, position) => {
      const scanned = scanRows(text, position, strings.texts);
      rows = scanned.rows;
      return scanned.end;
    },
  };
  const document = add ? add(opaque) : pack.xml(name, opaque);
  const { root } = document;
  if (root.local !== 'worksheet' || elements(root, 'sheetData').length !== 1) {
    throw new XmlError(`${name} is no worksheet`);
  }
  const columns = elements(child(root, 'cols'), 'col')
    .filter((col) => col.attributes.has('style'))
    .map((col) => ({
      min: Number(col.attributes.get('min')),
      max: Number(col.attributes.get('max')),
      style: Number(col.attributes.get('style')),
    }));
  return {
    pack,
    name,
    document,
    cells: new Cells(rows, columns),
    isUnread: false,
  };
}

/** A sheet whose part isn't read: as good as empty, and never written. */
export function unreadSheetPart(pack: Package, name: string): SheetPart {
  const document = parseXml('<worksheet><sheetData/></worksheet>');
  return { pack, name, document, cells: new Cells([], []), isUnread: true };
}

/** A child of the worksheet, made where it is missing. */
export function ensureChild(sheet: SheetPart, local: string): XmlElement {
  return ensure(sheet.document.root, local, ORDER);
}

export function sheetChild(sheet: SheetPart, local: string): XmlElement | undefined {
  return child(sheet.document.root, local);
}

/** The sheet's new text; null where no call touched it. */
export function generateSheet(sheet: SheetPart, strings: StringIndex): string | null {
  const { document, cells } = sheet;
  if (!cells.touched) return document.root.changed ? serializeDocument(document) : null;
  const data = ensureChild(sheet, 'sheetData');
  const { root } = document;
  const prefix = root.name.slice(0, root.name.length - root.local.length);
  const markup = writeSheetData(cells, root.source?.text ?? '', prefix, strings);
  markChanged(data);
  const dimension = child(root, 'dimension');
  const used = cells.used(false);
  if (dimension && used) setAttribute(dimension, 'ref', formatRect(used));
  return serializeDocument(document, new Map([[data, markup]]));
}
