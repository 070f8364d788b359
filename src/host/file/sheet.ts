/** A worksheet: one face over its cells, its part, its names and the workbook's list of sheets. */
import type {
  CellContent,
  CellValue,
  ChartModel,
  FrozenPanes,
  Hyperlink,
  PageSetup,
  Rect,
  SheetModel,
  StyleId,
  ValidatedArea,
  Validation,
} from '../model';
import { intersects, parseRect } from './address';
import * as columns from './columns';
import { Hyperlinks } from './hyperlinks';
import { addMerge, readMerges, removeMerges } from './merges';
import type { Names, Span } from './names';
import { readBreaks, setBreaks } from './page-breaks';
import { readPageSetup, writePageSetup } from './page-setup';
import { sheetChild, type SheetPart } from './sheet-part';
import type { Styles } from './styles';
import { hidesRows } from './tables';
import { readValidations, setValidation } from './validations';
import * as view from './view';
import type { XmlElement } from './xml';
import { elements, isTrue, setAttribute } from './xml-edit';

/** What a sheet asks of its workbook. */
export interface SheetOwner {
  readonly styles: Styles;
  readonly definedNames: Names;
  renameSheet(sheet: Sheet, name: string): void;
}

/** Where the content of an unread sheet ends isn't known. */
const UNKNOWN: Rect = { row: 0, column: 0, rows: 1_048_576, columns: 1 };

export class Sheet implements SheetModel {
  readonly charts: ChartModel[] = [];
  private readonly links: Hyperlinks;
  private loadedPage: PageSetup | null = null;
  private knownMerges: readonly Rect[] | null = null;

  /** @param entry the sheet's element in the workbook's list. */
  constructor(
    private readonly owner: SheetOwner,
    readonly part: SheetPart,
    readonly entry: XmlElement,
  ) {
    this.links = new Hyperlinks(part);
  }

  get id(): number {
    return Number(this.entry.attributes.get('sheetId'));
  }

  get name(): string {
    return this.entry.attributes.get('name') ?? '';
  }

  set name(name: string) {
    this.owner.renameSheet(this, name);
  }

  get visibility(): SheetModel['visibility'] {
    const state = this.entry.attributes.get('state');
    return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
  }

  set visibility(visibility: SheetModel['visibility']) {
    if (visibility === this.visibility) return;
    setAttribute(this.entry, 'state', visibility === 'visible' ? null : visibility);
  }

  get tabColor(): string | null {
    return view.readTabColor(this.part, this.owner.styles.palette);
  }

  set tabColor(color: string | null) {
    if (color !== this.tabColor) view.setTabColor(this.part, color);
  }

  get showGridlines(): boolean {
    return view.showsGridlines(this.part);
  }

  set showGridlines(shown: boolean) {
    view.setShowsGridlines(this.part, shown);
  }

  get isUnread(): boolean {
    return this.part.isUnread;
  }

  get isProtected(): boolean {
    return isTrue(sheetChild(this.part, 'sheetProtection')?.attributes.get('sheet'));
  }

  get autoFilter(): SheetModel['autoFilter'] {
    const filter = sheetChild(this.part, 'autoFilter');
    const rect = parseRect(filter?.attributes.get('ref') ?? '');
    if (!rect) return null;
    const hasCriteria = elements(filter, 'filterColumn').length > 0;
    return {
      rect,
      filtered: hidesRows({ hasCriteria, rect }, (row) => this.isRowHidden(row)),
    };
  }

  get frozen(): FrozenPanes {
    return view.readFrozen(this.part);
  }

  set frozen(frozen: FrozenPanes) {
    view.setFrozen(this.part, frozen);
  }

  get page(): PageSetup {
    this.loadedPage ??= readPageSetup(this.part);
    return this.loadedPage;
  }

  /** Brings the page set-up into the part. */
  flush(): void {
    if (this.loadedPage) writePageSetup(this.part, this.loadedPage);
  }

  get defaultRowHeight(): number {
    return columns.defaultRowHeight(this.part);
  }

  get defaultColumnWidth(): number {
    return columns.defaultColumnWidth(this.part);
  }

  used(valuesOnly: boolean): Rect | null {
    if (this.isUnread) return UNKNOWN;
    return this.part.cells.used(valuesOnly);
  }

  read(row: number, column: number): CellContent {
    return this.part.cells.read(row, column);
  }

  writeValue(row: number, column: number, value: CellValue): void {
    this.part.cells.writeValue(row, column, value);
  }

  writeFormula(row: number, column: number, formula: string): void {
    this.part.cells.writeFormula(row, column, formula);
  }

  storeResult(row: number, column: number, value: CellValue): void {
    this.part.cells.storeResult(row, column, value);
  }

  styleAt(row: number, column: number): StyleId {
    return this.owner.styles.canonical(this.part.cells.format(row, column));
  }

  stylesIn(rect: Rect): ReadonlySet<StyleId> {
    const found = new Set<StyleId>();
    const { styles } = this.owner;
    this.part.cells.eachFormat(rect, (format) => found.add(styles.canonical(format)));
    return found;
  }

  mapStyles(rect: Rect, change: (style: StyleId) => StyleId): void {
    const { styles } = this.owner;
    this.part.cells.mapFormats(rect, (format) => {
      const old = styles.canonical(format);
      const next = change(old);
      if (next === old) return format;
      styles.use(next);
      return next;
    });
  }

  setStyle(row: number, column: number, style: StyleId): void {
    if (this.styleAt(row, column) === style) return;
    this.owner.styles.use(style);
    this.part.cells.setFormat(row, column, style);
  }

  columnWidth(column: number): number | null {
    return columns.columnWidth(this.part, column);
  }

  setColumnWidth(column: number, points: number | null): void {
    columns.setColumnWidth(this.part, column, points);
  }

  rowHeight(row: number): number | null {
    return this.part.cells.rowHeight(row);
  }

  setRowHeight(row: number, points: number | null): void {
    this.part.cells.setRowHeight(row, points);
  }

  isRowHidden(row: number): boolean {
    return this.part.cells.isRowHidden(row);
  }

  setRowHidden(row: number, hidden: boolean): void {
    this.part.cells.setRowHidden(row, hidden);
  }

  isColumnHidden(column: number): boolean {
    return columns.isColumnHidden(this.part, column);
  }

  setColumnHidden(column: number, hidden: boolean): void {
    columns.setColumnHidden(this.part, column, hidden);
  }

  get merges(): readonly Rect[] {
    this.knownMerges ??= readMerges(this.part);
    return this.knownMerges;
  }

  merge(rect: Rect): void {
    this.knownMerges = addMerge(this.part, rect, this.merges);
  }

  unmerge(rect: Rect): void {
    if (!this.merges.some((other) => intersects(other, rect))) return;
    removeMerges(this.part, rect);
    this.knownMerges = null;
  }

  hyperlinkAt(row: number, column: number): Hyperlink | null {
    return this.links.at(row, column);
  }

  setHyperlink(row: number, column: number, link: Hyperlink | null): void {
    this.links.set(row, column, link);
  }

  get validations(): readonly ValidatedArea[] {
    return readValidations(this.part);
  }

  setValidation(rect: Rect, validation: Validation | null): void {
    setValidation(this.part, rect, validation);
  }

  get printTitleRows(): Span | null {
    return this.owner.definedNames.printTitles(this).rows;
  }

  set printTitleRows(rows: Span | null) {
    this.owner.definedNames.setPrintTitles(this, rows, this.printTitleColumns);
  }

  get printTitleColumns(): Span | null {
    return this.owner.definedNames.printTitles(this).columns;
  }

  set printTitleColumns(columns: Span | null) {
    this.owner.definedNames.setPrintTitles(this, this.printTitleRows, columns);
  }

  get rowBreaks(): readonly number[] {
    return readBreaks(this.part, 'rowBreaks');
  }

  set rowBreaks(before: readonly number[]) {
    setBreaks(this.part, 'rowBreaks', before);
  }

  get columnBreaks(): readonly number[] {
    return readBreaks(this.part, 'colBreaks');
  }

  set columnBreaks(before: readonly number[]) {
    setBreaks(this.part, 'colBreaks', before);
  }

  get printArea(): readonly Rect[] {
    return this.owner.definedNames.printArea(this);
  }

  set printArea(areas: readonly Rect[]) {
    this.owner.definedNames.setPrintArea(this, areas);
  }
}
