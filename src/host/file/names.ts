/** Defined names, with print areas and print titles, which are stored as names. */
import type { NameModel, Rect, SheetModel } from '../model';
import { columnName, formatRect, MAX_COLUMNS, MAX_ROWS, parseRect, quoteSheet } from './address';
import { renameSheetIn, splitReferences, withoutSheet } from './formulas';
import type { XmlDocument, XmlElement } from './xml';
import {
  child,
  create,
  elements,
  ensure,
  insert,
  isTrue,
  remove,
  setAttribute,
  setText,
  textOf,
} from './xml-edit';

/** The order in which the schema wants a workbook's children. */
export const WORKBOOK_ORDER =
  'fileVersion fileSharing workbookPr AlternateContent revisionPtr absPath workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  );

const BUILT_IN = '_xlnm.';

export interface Span {
  readonly first: number;
  readonly last: number;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export class Names {
  private all: NameModel[] = [];
  private readonly stored = new Map<NameModel, XmlElement>();

  /** @param tabs the sheets in tab order; null for a tab that is no worksheet. */
  constructor(
    private readonly workbook: XmlDocument,
    tabs: readonly (SheetModel | null)[],
  ) {
    for (const element of elements(child(workbook.root, 'definedNames'), 'definedName')) {
      const local = element.attributes.get('localSheetId');
      const scope = local === undefined ? null : tabs[Number(local)];
      // A name of a chart sheet, or of no sheet at all, stays in the file as it is.
      if (scope === undefined || (local !== undefined && scope === null)) continue;
      const name: NameModel = {
        name: element.attributes.get('name') ?? '',
        scope,
        formula: textOf(element),
        visible: !isTrue(element.attributes.get('hidden')),
        comment: element.attributes.get('comment') ?? '',
      };
      this.all.push(name);
      this.stored.set(name, element);
    }
  }

  get listed(): NameModel[] {
    return this.all.filter((name) => !name.name.startsWith(BUILT_IN));
  }

  add(name: NameModel): NameModel {
    const taken = this.all.some((n) => same(n.name, name.name) && n.scope === name.scope);
    if (taken) throw new RangeError(`the name ${name.name} is taken`);
    this.all.push(name);
    return name;
  }

  remove(name: NameModel): void {
    this.all = this.all.filter((other) => other !== name);
  }

  removeScope(sheet: SheetModel): void {
    this.all = this.all.filter((name) => name.scope !== sheet);
  }

  renameSheet(from: string, to: string): void {
    for (const name of this.all) name.formula = renameSheetIn(name.formula, from, to);
  }

  private builtIn(name: string, sheet: SheetModel): NameModel | undefined {
    return this.all.find((n) => n.scope === sheet && same(n.name, BUILT_IN + name));
  }

  private setBuiltIn(name: string, sheet: SheetModel, references: readonly string[]): void {
    const there = this.builtIn(name, sheet);
    const formula = references.map((r) => `${quoteSheet(sheet.name)}!${r}`).join(',');
    if (formula === '') {
      if (there) this.remove(there);
    } else if (there) there.formula = formula;
    else this.add({ name: BUILT_IN + name, scope: sheet, formula, visible: true, comment: '' });
  }

  private references(name: string, sheet: SheetModel): string[] {
    return splitReferences(this.builtIn(name, sheet)?.formula ?? '').map(withoutSheet);
  }

  printArea(sheet: SheetModel): Rect[] {
    return this.references('Print_Area', sheet).flatMap((reference) => {
      const rect = parseRect(reference);
      return rect ? [rect] : [];
    });
  }

  setPrintArea(sheet: SheetModel, areas: readonly Rect[]): void {
    this.setBuiltIn(
      'Print_Area',
      sheet,
      areas.map((rect) => formatRect(rect, '$')),
    );
  }

  printTitles(sheet: SheetModel): { rows: Span | null; columns: Span | null } {
    let rows: Span | null = null;
    let columns: Span | null = null;
    for (const reference of this.references('Print_Titles', sheet)) {
      const rect = parseRect(reference);
      if (rect?.columns === MAX_COLUMNS) rows = { first: rect.row, last: rect.row + rect.rows - 1 };
      else if (rect?.rows === MAX_ROWS) {
        columns = { first: rect.column, last: rect.column + rect.columns - 1 };
      }
    }
    return { rows, columns };
  }

  setPrintTitles(sheet: SheetModel, rows: Span | null, columns: Span | null): void {
    const references: string[] = [];
    if (columns) references.push(`$${columnName(columns.first)}:$${columnName(columns.last)}`);
    if (rows) references.push(`$${rows.first + 1}:$${rows.last + 1}`);
    this.setBuiltIn('Print_Titles', sheet, references);
  }

  /** Writes what differs from the file into the workbook's part. */
  write(tabs: readonly (SheetModel | null)[]): void {
    for (const [name, element] of this.stored) {
      if (this.all.includes(name)) continue;
      remove(this.workbook, element);
      this.stored.delete(name);
    }
    for (const name of this.all) {
      let element = this.stored.get(name);
      if (!element) {
        const owner = ensure(this.workbook.root, 'definedNames', WORKBOOK_ORDER);
        element = insert(owner, create(owner, 'definedName', { name: name.name }));
        this.stored.set(name, element);
      }
      const local = name.scope ? String(tabs.indexOf(name.scope)) : null;
      setAttribute(element, 'localSheetId', local);
      if (isTrue(element.attributes.get('hidden')) === name.visible) {
        setAttribute(element, 'hidden', name.visible ? null : '1');
      }
      setAttribute(element, 'comment', name.comment || null);
      setText(element, name.formula);
    }
    const owner = child(this.workbook.root, 'definedNames');
    if (owner && elements(owner).length === 0) remove(this.workbook, owner);
  }
}
