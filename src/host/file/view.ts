/** How a sheet is looked at: frozen panes, gridlines, selection, the colour of its tab. */
import type { FrozenPanes, Rect } from '../model';
import { cellName, formatRect, parseRect } from './address';
import { resolveColor, type Palette } from './colors';
import { toLibrary } from './library';
import { ensureChild, sheetChild, type SheetPart } from './sheet-part';
import type { XmlElement } from './xml';
import { child, create, elements, insert, isTrue, remove, setAttribute } from './xml-edit';

function view(sheet: SheetPart): XmlElement | undefined {
  return child(sheetChild(sheet, 'sheetViews'), 'sheetView');
}

function ensureView(sheet: SheetPart): XmlElement {
  const views = ensureChild(sheet, 'sheetViews');
  return (
    child(views, 'sheetView') ?? insert(views, create(views, 'sheetView', { workbookViewId: '0' }))
  );
}

export function showsGridlines(sheet: SheetPart): boolean {
  return isTrue(view(sheet)?.attributes.get('showGridLines') ?? '1');
}

export function setShowsGridlines(sheet: SheetPart, shown: boolean): void {
  if (showsGridlines(sheet) === shown) return;
  setAttribute(ensureView(sheet), 'showGridLines', shown ? null : '0');
}

export function isSelectedTab(sheet: SheetPart): boolean {
  return isTrue(view(sheet)?.attributes.get('tabSelected'));
}

export function setSelectedTab(sheet: SheetPart, selected: boolean): void {
  if (isSelectedTab(sheet) === selected) return;
  setAttribute(ensureView(sheet), 'tabSelected', selected ? '1' : null);
}

export function readFrozen(sheet: SheetPart): FrozenPanes {
  const pane = child(view(sheet), 'pane');
  const state = pane?.attributes.get('state');
  if (!pane || (state !== 'frozen' && state !== 'frozenSplit')) return { rows: 0, columns: 0 };
  return {
    rows: Number(pane.attributes.get('ySplit') ?? 0),
    columns: Number(pane.attributes.get('xSplit') ?? 0),
  };
}

export function setFrozen(sheet: SheetPart, frozen: FrozenPanes): void {
  const now = readFrozen(sheet);
  if (now.rows === frozen.rows && now.columns === frozen.columns) return;
  const selected = readSelection(sheet);
  const owner = ensureView(sheet);
  for (const old of [...elements(owner, 'pane'), ...elements(owner, 'selection')]) {
    remove(sheet.document, old);
  }
  const first = elements(owner)[0];
  if (frozen.rows > 0 || frozen.columns > 0) {
    const active =
      frozen.rows === 0 ? 'topRight' : frozen.columns === 0 ? 'bottomLeft' : 'bottomRight';
    const attributes: Record<string, string> = {};
    if (frozen.columns > 0) attributes.xSplit = String(frozen.columns);
    if (frozen.rows > 0) attributes.ySplit = String(frozen.rows);
    attributes.topLeftCell = cellName(frozen.rows, frozen.columns);
    attributes.activePane = active;
    attributes.state = 'frozen';
    insert(owner, create(owner, 'pane', attributes), first);
    insert(owner, create(owner, 'selection', { pane: active }), first);
  }
  select(sheet, selected);
}

/** The selection that belongs to the active pane. */
function selection(sheet: SheetPart): XmlElement | undefined {
  const owner = view(sheet);
  const pane = child(owner, 'pane')?.attributes.get('activePane') ?? 'topLeft';
  return elements(owner, 'selection').find(
    (element) => (element.attributes.get('pane') ?? 'topLeft') === pane,
  );
}

export function readSelection(sheet: SheetPart): Rect {
  const element = selection(sheet);
  const areas = (element?.attributes.get('sqref') ?? 'A1').split(/\s+/);
  return parseRect(areas[0] ?? '') ?? { row: 0, column: 0, rows: 1, columns: 1 };
}

export function select(sheet: SheetPart, rect: Rect): void {
  const now = readSelection(sheet);
  if (formatRect(now) === formatRect(rect)) return;
  const owner = ensureView(sheet);
  const element =
    selection(sheet) ??
    insert(
      owner,
      create(owner, 'selection'),
      child(owner, 'pivotSelection') ?? child(owner, 'extLst'),
    );
  setAttribute(element, 'activeCell', cellName(rect.row, rect.column));
  setAttribute(element, 'activeCellId', null);
  setAttribute(element, 'sqref', formatRect(rect));
}

export function readTabColor(sheet: SheetPart, palette: Palette): string | null {
  const color = child(sheetChild(sheet, 'sheetPr'), 'tabColor');
  return color ? resolveColor(toLibrary(color), palette) : null;
}

export function setTabColor(sheet: SheetPart, color: string | null): void {
  const old = child(sheetChild(sheet, 'sheetPr'), 'tabColor');
  if (color === null) {
    if (old) remove(sheet.document, old);
    return;
  }
  const owner = ensureChild(sheet, 'sheetPr');
  const element = old ?? insert(owner, create(owner, 'tabColor'), elements(owner)[0]);
  for (const name of [...element.attributes.keys()]) setAttribute(element, name, null);
  setAttribute(element, 'rgb', `FF${color.slice(1).toUpperCase()}`);
}
