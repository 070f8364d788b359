/** The workbook: its sheets, tables, names, settings and formats over one package. */
import type {
  CellFormat,
  FormatPatch,
  NameModel,
  Rect,
  SheetModel,
  StyleId,
  TableModel,
  WorkbookModel,
} from '../model';
import { Names, WORKBOOK_ORDER } from './names';
import type { Package } from './package';
import { renameReferences } from './rename-sheet';
import { readSettings } from './settings';
import { Sheet, type SheetOwner } from './sheet';
import { openSheetPart, unreadSheetPart } from './sheet-part';
import { SharedStrings } from './strings';
import { Styles } from './styles';
import { createTable, readTables, type Table } from './tables';
import { readSelection, select, setSelectedTab } from './view';
import { XmlError, type XmlDocument, type XmlElement } from './xml';
import {
  attribute,
  child,
  create,
  elements,
  ensure,
  insert,
  prefixFor,
  remove,
  setAttribute,
} from './xml-edit';

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_CONTENT_TYPE =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const MAX_NAME = 31;

/** @param bytes of the sheet's part once it is inflated */
export type LeaveUnread = (sheet: { readonly name: string; readonly bytes: number }) => boolean;

export interface BookOptions {
  readonly addInId: string;
  readonly leaveUnread: LeaveUnread;
}

function checkName(name: string, taken: readonly SheetModel[]): void {
  const bad = name === '' || name.length > MAX_NAME || /[\\/?*[\]:]|^'|'$/.test(name);
  if (bad) throw new RangeError(`a sheet can't be called ${name}`);
  if (taken.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
    throw new RangeError(`the sheet ${name} is there already`);
  }
}

export class Workbook implements WorkbookModel, SheetOwner {
  readonly document: XmlDocument;
  readonly styles: Styles;
  readonly strings: SharedStrings;
  readonly definedNames: Names;
  readonly settings: Map<string, string>;
  private readonly byEntry = new Map<XmlElement, Sheet>();
  private readonly tableList = new Map<SheetModel, Table[]>();
  /** The active sheet, where the file's can't be changed. */
  private shown: Sheet | null = null;
  /** True once a sheet was added, taken away or moved. */
  sheetsChanged = false;

  constructor(
    readonly pack: Package,
    readonly part: string,
    { addInId, leaveUnread }: BookOptions,
  ) {
    this.document = pack.xml(part);
    if (this.document.root.local !== 'workbook') throw new XmlError(`${part} is no workbook`);
    this.strings = new SharedStrings(pack, part);
    this.styles = new Styles(pack, part);
    const relations = new Map(pack.related(part, 'worksheet').map((r) => [r.id, r.target]));
    for (const entry of this.entries()) {
      const target = relations.get(attribute(entry, 'id') ?? '');
      if (target === undefined) continue;
      const given = { name: attribute(entry, 'name') ?? '', bytes: pack.sizeOf(target) };
      const sheetPart = leaveUnread(given)
        ? unreadSheetPart(pack, target)
        : openSheetPart(pack, target, this.strings);
      this.byEntry.set(entry, new Sheet(this, sheetPart, entry));
    }
    if (this.byEntry.size === 0) throw new XmlError('the workbook has no worksheet');
    this.definedNames = new Names(this.document, this.tabs());
    this.settings = readSettings(pack, addInId);
    for (const sheet of this.sheets) this.tableList.set(sheet, readTables(sheet.part, sheet));
  }

  private list(): XmlElement {
    return ensure(this.document.root, 'sheets', WORKBOOK_ORDER);
  }

  private entries(): XmlElement[] {
    return elements(child(this.document.root, 'sheets'), 'sheet');
  }

  /** The sheets by tab; null for a tab that is no worksheet. */
  tabs(): (Sheet | null)[] {
    return this.entries().map((entry) => this.byEntry.get(entry) ?? null);
  }

  get sheets(): readonly Sheet[] {
    return this.tabs().filter((sheet) => sheet !== null);
  }

  /** Names of the parts whose cells aren't held. */
  get unreadParts(): string[] {
    return this.sheets.flatMap(({ part }) => (part.isUnread ? [part.name] : []));
  }

  private own(sheet: SheetModel): Sheet {
    const found = this.sheets.find((other) => other === sheet);
    if (!found) throw new RangeError('the sheet is not in this workbook');
    return found;
  }

  private view(): XmlElement | undefined {
    return child(child(this.document.root, 'bookViews'), 'workbookView');
  }

  get activeSheet(): SheetModel {
    if (this.shown) return this.shown;
    const tab = Number(this.view()?.attributes.get('activeTab') ?? 0);
    const sheet = this.tabs()[tab] ?? this.sheets[0];
    if (!sheet) throw new RangeError('the workbook has no worksheet');
    return sheet;
  }

  set activeSheet(sheet: SheetModel) {
    if (sheet === this.activeSheet) return;
    // The part of an unread sheet can't say that it is selected, or no longer: the file's tab stays.
    const isKept = this.own(this.activeSheet).isUnread || this.own(sheet).isUnread;
    if (this.shown || isKept) {
      this.shown = this.own(sheet);
      return;
    }
    const tab = this.tabs().indexOf(this.own(sheet));
    const views = ensure(this.document.root, 'bookViews', WORKBOOK_ORDER);
    const view = this.view() ?? insert(views, create(views, 'workbookView'));
    setAttribute(view, 'activeTab', tab === 0 ? null : String(tab));
    for (const other of this.sheets) {
      if (!other.isUnread) setSelectedTab(other.part, other === sheet);
    }
  }

  /** Keeps the active sheet while the tabs change. */
  private keepingActive(change: () => void): void {
    const active = this.activeSheet;
    change();
    this.sheetsChanged = true;
    const tab = Math.max(
      0,
      this.tabs().findIndex((sheet) => sheet === active),
    );
    const view = this.view();
    if (view) setAttribute(view, 'activeTab', tab === 0 ? null : String(tab));
    const now = this.tabs()[tab];
    if (now && now !== active) setSelectedTab(now.part, true);
  }

  selection(sheet: SheetModel): Rect {
    return readSelection(this.own(sheet).part);
  }

  select(sheet: SheetModel, rect: Rect): void {
    select(this.own(sheet).part, rect);
  }

  addSheet(name: string): SheetModel {
    checkName(name, this.sheets);
    const part = this.pack.freeName('xl/worksheets/sheet', '.xml');
    const markup = `<worksheet xmlns="${SPREADSHEET}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheetData/></worksheet>`;
    const sheetPart = openSheetPart(this.pack, part, this.strings, (opaque) =>
      this.pack.add(part, markup, SHEET_CONTENT_TYPE, opaque),
    );
    const relation = this.pack.relate(this.part, `${OFFICE_RELATIONSHIPS}/worksheet`, part);
    const id = Math.max(...this.entries().map((e) => Number(e.attributes.get('sheetId')))) + 1;
    const prefix = prefixFor(this.document, OFFICE_RELATIONSHIPS, 'r');
    const attributes = { name, sheetId: String(id), [`${prefix}:id`]: relation };
    const list = this.list();
    const entry = insert(list, create(list, 'sheet', attributes));
    const sheet = new Sheet(this, sheetPart, entry);
    this.byEntry.set(entry, sheet);
    this.tableList.set(sheet, []);
    this.sheetsChanged = true;
    return sheet;
  }

  removeSheet(sheet: SheetModel): void {
    const own = this.own(sheet);
    const others = this.sheets.filter((other) => other !== own);
    if (!others.some((other) => other.visibility === 'visible')) {
      throw new RangeError('a workbook needs a visible sheet');
    }
    this.keepingActive(() => {
      const relation = this.pack
        .related(this.part, 'worksheet')
        .find((r) => r.target === own.part.name);
      if (relation) this.pack.removeRelated(this.part, relation);
      remove(this.document, own.entry);
      this.byEntry.delete(own.entry);
      this.definedNames.removeScope(own);
      this.tableList.delete(own);
    });
  }

  moveSheet(sheet: SheetModel, position: number): void {
    const own = this.own(sheet);
    if (this.sheets.indexOf(own) === position) return;
    this.keepingActive(() => {
      const others = this.sheets.filter((other) => other !== own);
      const list = this.list();
      remove(this.document, own.entry);
      insert(list, own.entry, others[position]?.entry);
    });
  }

  renameSheet(sheet: Sheet, name: string): void {
    const from = sheet.name;
    if (from === name) return;
    checkName(
      name,
      this.sheets.filter((other) => other !== sheet),
    );
    setAttribute(sheet.entry, 'name', name);
    this.definedNames.renameSheet(from, name);
    for (const other of this.sheets.filter(({ isUnread }) => !isUnread))
      renameReferences(other.part, from, name);
  }

  get tables(): readonly Table[] {
    return this.sheets.flatMap((sheet) => this.tableList.get(sheet) ?? []);
  }

  addTable(sheet: SheetModel, rect: Rect, hasHeaders: boolean): TableModel {
    const own = this.own(sheet);
    const table = createTable(own.part, own, rect, hasHeaders, this.tables);
    this.tableList.get(own)?.push(table);
    return table;
  }

  get names(): readonly NameModel[] {
    return this.definedNames.listed;
  }

  addName(
    name: string,
    formula: string,
    scope: SheetModel | null,
    options: { visible?: boolean; comment?: string } = {},
  ): NameModel {
    const { visible = true, comment = '' } = options;
    return this.definedNames.add({ name, formula, scope, visible, comment });
  }

  removeName(name: NameModel): void {
    this.definedNames.remove(name);
  }

  get defaultStyle(): StyleId {
    return this.styles.canonical(0);
  }

  formatOf(style: StyleId): CellFormat {
    return this.styles.formatOf(style);
  }

  restyle(style: StyleId, patch: FormatPatch): StyleId {
    return this.styles.restyle(style, patch);
  }
}
