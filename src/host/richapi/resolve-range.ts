import type { NameModel, Rect, SheetModel } from '../model';
import { isOnSheet, parseRect, splitSheet } from './addresses';
import { invalidArgument } from './fault';
import { rangeClass } from './range';
import { rangeAreasClass } from './range-areas';
import type { AreaRef, RangeRef } from './range-ref';
import type { HostSession } from './session';

export const findSheet = (host: HostSession, name: string): SheetModel | undefined =>
  host.model.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

/** A name as seen from a sheet: the sheet's own before the workbook's. */
export function findName(
  host: HostSession,
  name: string,
  scope: SheetModel | null,
): NameModel | undefined {
  return host.model.names.find(
    (each) => each.scope === scope && each.name.toLowerCase() === name.toLowerCase(),
  );
}

/** The range a formula such as `Sheet1!$A$1:$B$9` stands for; null where it is no single range. */
export function rangeOfFormula(
  formula: string,
  host: HostSession,
  home: SheetModel | null = null,
): RangeRef | null {
  const { sheet: sheetName, rest } = splitSheet(formula.trim());
  const rect = parseRect(rest);
  const sheet = sheetName === null ? home : findSheet(host, sheetName);
  return sheet && rect ? { sheet, rect } : null;
}

/** An address or a name written by the caller; null where it is neither. */
export function rangeOfText(text: string, home: SheetModel, host: HostSession): RangeRef | null {
  const direct = rangeOfFormula(text.replace(/^=/, ''), host, home);
  if (direct) return direct;
  const name = findName(host, text, home) ?? findName(host, text, null);
  if (name) return rangeOfFormula(name.formula, host, home);
  const table = host.model.tables.find((each) => each.name.toLowerCase() === text.toLowerCase());
  return table ? { sheet: table.sheet, rect: bodyOf(table.rect, table) } : null;
}

/** The rows of a table between header and totals. */
export function bodyOf(rect: Rect, parts: { hasHeaders: boolean; hasTotals: boolean }): Rect {
  const head = parts.hasHeaders ? 1 : 0;
  const foot = parts.hasTotals ? 1 : 0;
  return { ...rect, row: rect.row + head, rows: rect.rows - head - foot };
}

/** An argument that is a Range, an address or a name. */
export function rangeArgument(value: unknown, home: SheetModel, host: HostSession): RangeRef {
  const found = typeof value === 'string' ? rangeOfText(value, home, host) : rangeClass.open(value);
  if (!found || !isOnSheet(found.rect)) throw invalidArgument();
  return found;
}

/** An argument that may also be RangeAreas or addresses with commas between them. */
export function areasArgument(value: unknown, home: SheetModel, host: HostSession): AreaRef {
  const areas = rangeAreasClass.open(value);
  if (areas) return areas;
  if (typeof value !== 'string') {
    const range = rangeArgument(value, home, host);
    return { sheet: range.sheet, rects: [range.rect] };
  }
  const ranges = value.split(',').map((part) => rangeArgument(part.trim(), home, host));
  return { sheet: ranges[0]!.sheet, rects: ranges.map((range) => range.rect) };
}
