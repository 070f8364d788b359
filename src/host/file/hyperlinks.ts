/** Hyperlinks of cells. */
import type { Hyperlink, Rect } from '../model';
import { cellName, intersects, parseRect } from './address';
import { ensureChild, sheetChild, type SheetPart } from './sheet-part';
import type { XmlElement } from './xml';
import { attribute, create, elements, insert, prefixFor, remove } from './xml-edit';

const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = `${OFFICE_RELATIONSHIPS}/hyperlink`;

interface Found {
  readonly rect: Rect;
  readonly element: XmlElement;
}

/** The hyperlinks of a sheet, found by cell. */
export class Hyperlinks {
  private cells: Map<string, Found> | null = null;
  private ranges: Found[] = [];

  constructor(private readonly sheet: SheetPart) {}

  private find(row: number, column: number): Found | undefined {
    if (!this.cells) {
      this.cells = new Map();
      this.ranges = [];
      for (const element of elements(sheetChild(this.sheet, 'hyperlinks'), 'hyperlink')) {
        const rect = parseRect(element.attributes.get('ref') ?? '');
        if (!rect) continue;
        if (rect.rows * rect.columns > 1) this.ranges.push({ rect, element });
        else this.cells.set(cellName(rect.row, rect.column), { rect, element });
      }
    }
    const cell = { row, column, rows: 1, columns: 1 };
    return (
      this.cells.get(cellName(row, column)) ??
      this.ranges.find((range) => intersects(range.rect, cell))
    );
  }

  at(row: number, column: number): Hyperlink | null {
    const element = this.find(row, column)?.element;
    if (!element) return null;
    const id = attribute(element, 'id');
    const relation = this.sheet.pack
      .relationships(this.sheet.name)
      .find((r) => r.id === id && r.external);
    const location = element.attributes.get('location') ?? null;
    return {
      address: relation?.target ?? null,
      documentReference: location,
      screenTip: element.attributes.get('tooltip') ?? null,
    };
  }

  /** Sets the link of one cell; a link over a range that holds the cell goes as a whole. */
  set(row: number, column: number, link: Hyperlink | null): void {
    const { pack, name, document } = this.sheet;
    const old = this.find(row, column);
    if (!old && !link) return;
    if (old) this.drop(old);
    if (!link) {
      const list = sheetChild(this.sheet, 'hyperlinks');
      if (list && elements(list).length === 0) remove(document, list);
      return;
    }
    const owner = ensureChild(this.sheet, 'hyperlinks');
    const attributes: Record<string, string> = { ref: cellName(row, column) };
    if (link.address !== null) {
      const prefix = prefixFor(document, OFFICE_RELATIONSHIPS, 'r');
      attributes[`${prefix}:id`] = pack.relate(name, TYPE, link.address, true);
    }
    if (link.documentReference !== null) attributes.location = link.documentReference;
    if (link.screenTip !== null) attributes.tooltip = link.screenTip;
    const element = create(owner, 'hyperlink', attributes);
    insert(owner, element);
    const rect = { row, column, rows: 1, columns: 1 };
    this.cells?.set(cellName(row, column), { rect, element });
  }

  private drop({ element, rect }: Found): void {
    const { pack, name, document } = this.sheet;
    const id = attribute(element, 'id');
    remove(document, element);
    if (rect.rows * rect.columns > 1) this.cells = null;
    else this.cells?.delete(cellName(rect.row, rect.column));
    if (id === undefined) return;
    const shared = elements(sheetChild(this.sheet, 'hyperlinks')).some(
      (other) => attribute(other, 'id') === id,
    );
    const relation = pack.relationships(name).find((r) => r.id === id);
    if (relation && !shared) pack.unrelate(name, relation);
  }
}
