/** Excel tables: one part each, named by their sheet. */
import type { Rect, SheetModel, TableModel } from '../model';
import { formatRect, parseRect } from './address';
import { ensureChild, type SheetPart } from './sheet-part';
import { decodeStored } from './strings';
import { escapeAttribute, type XmlDocument } from './xml';
import { child, create, elements, insert, prefixFor, setAttribute } from './xml-edit';

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

/** True where a filter has criteria and a row below its first is hidden. */
export function hidesRows(
  filter: { readonly hasCriteria: boolean; readonly rect: Rect },
  isHidden: (row: number) => boolean,
): boolean {
  if (!filter.hasCriteria) return false;
  for (let i = 1; i < filter.rect.rows; i++) if (isHidden(filter.rect.row + i)) return true;
  return false;
}

/** A table over its part. */
export class Table implements TableModel {
  constructor(
    private readonly document: XmlDocument,
    readonly sheet: SheetModel,
  ) {}

  get id(): number {
    return Number(this.document.root.attributes.get('id') ?? 0);
  }

  get name(): string {
    const { attributes } = this.document.root;
    return attributes.get('displayName') ?? attributes.get('name') ?? '';
  }

  set name(name: string) {
    setAttribute(this.document.root, 'name', name);
    setAttribute(this.document.root, 'displayName', name);
  }

  get rect(): Rect {
    const { attributes } = this.document.root;
    return parseRect(attributes.get('ref') ?? '') ?? { row: 0, column: 0, rows: 1, columns: 1 };
  }

  get hasHeaders(): boolean {
    return this.document.root.attributes.get('headerRowCount') !== '0';
  }

  get hasTotals(): boolean {
    return Number(this.document.root.attributes.get('totalsRowCount') ?? 0) > 0;
  }

  get columns(): string[] {
    const list = child(this.document.root, 'tableColumns');
    return elements(list, 'tableColumn').map((column) =>
      decodeStored(column.attributes.get('name') ?? ''),
    );
  }

  /** Takes over headers that were written into the sheet: Excel repairs a table that differs. */
  followHeaders(): void {
    if (!this.hasHeaders) return;
    const { row, column } = this.rect;
    const list = elements(child(this.document.root, 'tableColumns'), 'tableColumn');
    const names = this.columns;
    list.forEach((element, i) => {
      const { value } = this.sheet.read(row, column + i);
      if (value === null || typeof value === 'object' || String(value) === names[i]) return;
      const name = unique(String(value) || `Column${i + 1}`, names);
      names[i] = name;
      setAttribute(element, 'name', name.replace(/\n/g, '_x000a_'));
      if (name !== value) this.sheet.writeValue(row, column + i, name);
    });
  }

  get styleName(): string | null {
    return child(this.document.root, 'tableStyleInfo')?.attributes.get('name') ?? null;
  }

  get filtered(): boolean {
    const filter = child(this.document.root, 'autoFilter');
    const hasCriteria = elements(filter, 'filterColumn').length > 0;
    return hidesRows({ hasCriteria, rect: this.rect }, (row) => this.sheet.isRowHidden(row));
  }
}

export function readTables(part: SheetPart, sheet: SheetModel): Table[] {
  return part.pack
    .related(part.name, 'table')
    .map((relation) => new Table(part.pack.xml(relation.target), sheet));
}

/** The name, with a number after it where another one is the same. */
function unique(base: string, others: readonly string[]): string {
  const taken = new Set(others.map((other) => other.toLowerCase()));
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = base + n;
  return name;
}

/** The texts of the header cells, made unique; missing ones are written into the sheet. */
function headers(sheet: SheetModel, rect: Rect, inSheet: boolean): string[] {
  const names: string[] = [];
  for (let i = 0; i < rect.columns; i++) {
    const { value } = inSheet ? sheet.read(rect.row, rect.column + i) : { value: null };
    const text = value === null || typeof value === 'object' ? '' : String(value);
    const name = unique(text || `Column${i + 1}`, names);
    names.push(name);
    if (inSheet && name !== value) sheet.writeValue(rect.row, rect.column + i, name);
  }
  return names;
}

/** Makes a table; its name is `Table` with the first free number. */
export function createTable(
  part: SheetPart,
  sheet: SheetModel,
  rect: Rect,
  hasHeaders: boolean,
  others: readonly TableModel[],
): Table {
  const id = others.reduce((max, table) => Math.max(max, table.id), 0) + 1;
  const taken = new Set(others.map((table) => table.name.toLowerCase()));
  let n = id;
  while (taken.has(`table${n}`)) n++;
  const ref = formatRect(rect);
  const columns = headers(sheet, rect, hasHeaders)
    .map(
      (name, i) =>
        `<tableColumn id="${i + 1}" name="${escapeAttribute(name.replace(/\n/g, '_x000a_'))}"/>`,
    )
    .join('');
  const headless = hasHeaders ? '' : ' headerRowCount="0"';
  const name = part.pack.freeName('xl/tables/table', '.xml');
  const document = part.pack.add(
    name,
    `<table xmlns="${SPREADSHEET}" id="${id}" name="Table${n}" displayName="Table${n}" ref="${ref}"${headless} totalsRowShown="0">` +
      (hasHeaders ? `<autoFilter ref="${ref}"/>` : '') +
      `<tableColumns count="${rect.columns}">${columns}</tableColumns>` +
      '<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>',
    CONTENT_TYPE,
  );
  const relation = part.pack.relate(part.name, `${OFFICE_RELATIONSHIPS}/table`, name);
  const list = ensureChild(part, 'tableParts');
  const prefix = prefixFor(part.document, OFFICE_RELATIONSHIPS, 'r');
  insert(list, create(list, 'tablePart', { [`${prefix}:id`]: relation }));
  setAttribute(list, 'count', String(elements(list, 'tablePart').length));
  return new Table(document, sheet);
}
