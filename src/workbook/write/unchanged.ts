import type { Place } from '../../rules';
import { cellAddress, valueAt, type Area, type Grid, type GridValue } from '../find/grid';
import { contentOf } from '../ours';
import type { Pace } from '../pace';
import { ChangedMeanwhile, type Change } from './changed-meanwhile';
import { readAreas, type SheetRead, type WorkbookRead } from '../read/workbook';

/** What of the workbook a write stands on. */
export interface Footing {
  /** The sheets, by the names that they had, whose every cell must be as it was read. */
  readonly sheets: ReadonlySet<string>;
  /** The names of sheets that will be added. */
  readonly added: readonly string[];
}

const PLACES_TOLD = 3;

/**
 * Reads again what a write stands on and holds it against what was read before. Takes one round trip,
 * and one more for each 200,000 cells beyond the first.
 * @throws ChangedMeanwhile at the first thing that differs
 */
export async function ensureUnchanged(
  pace: Pace,
  read: WorkbookRead,
  { sheets: names, added }: Footing,
): Promise<void> {
  const { worksheets } = pace.context.workbook;
  const before = read.sheets.filter(({ name }) => names.has(name));
  worksheets.load('items/id,items/name');
  const now = before.map(({ id }) => {
    const sheet = worksheets.getItem(id);
    sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden');
    return { sheet, used };
  });
  const asked = before.map(({ grid, ours }, i) => {
    const sheet = now[i]?.sheet;
    return grid && sheet ? { sheet, area: areaOfGrid(grid), content: contentOf(ours) } : null;
  });
  let values: readonly (GridValue[][] | null)[];
  try {
    values = await readAreas(pace, asked);
  } catch (error) {
    throw (await sheetChange(pace, before)) ?? error;
  }
  const there = worksheets.items;
  const change = sheetsDiffer(before, there) ?? nameTaken(added, there);
  if (change) throw new ChangedMeanwhile(change);
  for (const [i, { name, ours, isProtected, hasHiddenRows, grid }] of before.entries()) {
    const { sheet, used } = now[i] as (typeof now)[number];
    const current = areaNow(used);
    if (!isSame(grid ? areaOfGrid(grid) : null, current)) {
      const [all] = await readAreas(pace, [
        current ? { sheet, area: current, content: contentOf(ours) } : null,
      ]);
      compare(name, grid, current && { ...current, values: all ?? [] });
    }
    compare(name, grid, grid && { row: grid.row, column: grid.column, values: values[i] ?? [] });
    if (!isProtected && sheet.protection.protected) {
      throw new ChangedMeanwhile({ kind: 'protected', sheet: name });
    }
    if (!hasHiddenRows && !used.isNullObject && used.rowHidden !== false) {
      throw new ChangedMeanwhile({ kind: 'rowsHidden', sheet: name });
    }
  }
}

type Sheets = readonly { readonly id: string; readonly name: string }[];

/** A request that met no such sheet says no more than that: which one is gone is asked for apart. */
async function sheetChange(pace: Pace, before: readonly SheetRead[]) {
  const { worksheets } = pace.context.workbook;
  worksheets.load('items/id,items/name');
  await pace.context.sync();
  const change = sheetsDiffer(before, worksheets.items);
  return change && new ChangedMeanwhile(change);
}

function sheetsDiffer(before: readonly SheetRead[], now: Sheets): Change | null {
  for (const { id, name } of before) {
    const same = now.find((sheet) => sheet.id === id);
    if (!same) return { kind: 'deleted', sheet: name };
    if (same.name !== name) return { kind: 'renamed', sheet: name, now: same.name };
  }
  return null;
}

function nameTaken(added: readonly string[], now: Sheets): Change | null {
  const taken = new Set(now.map(({ name }) => name.toLowerCase()));
  const sheet = added.find((name) => taken.has(name.toLowerCase()));
  return sheet === undefined ? null : { kind: 'nameTaken', sheet };
}

type Cells = Pick<Grid, 'row' | 'column' | 'values'>;

/** @throws ChangedMeanwhile naming the first cells that differ, row by row */
function compare(sheet: string, before: Cells | null, now: Cells | null): void {
  const places: Place[] = [];
  let count = 0;
  const [top, left, bottom, right] = reach([before, now]);
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      if (cellAt(before, row, column) === cellAt(now, row, column)) continue;
      count += 1;
      if (count <= PLACES_TOLD) places.push({ sheet, address: cellAddress(row, column) });
    }
  }
  if (count > 0) throw new ChangedMeanwhile({ kind: 'cells', places, count });
}

function reach(cells: readonly (Cells | null)[]): readonly [number, number, number, number] {
  const areas = cells.flatMap((each) => (each ? [areaOfGrid(each)] : []));
  return [
    Math.min(...areas.map(({ row }) => row)),
    Math.min(...areas.map(({ column }) => column)),
    Math.max(...areas.map(({ row, rows }) => row + rows)),
    Math.max(...areas.map(({ column, columns }) => column + columns)),
  ];
}

function cellAt(cells: Cells | null, row: number, column: number): GridValue {
  return cells ? valueAt(cells as Grid, row - cells.row, column - cells.column) : '';
}

function areaOfGrid({ row, column, values }: Cells): Area {
  return { row, column, rows: values.length, columns: values[0]?.length ?? 0 };
}

function areaNow(used: Excel.Range): Area | null {
  if (used.isNullObject) return null;
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = used;
  return { row, column, rows, columns };
}

function isSame(x: Area | null, y: Area | null): boolean {
  if (!x || !y) return x === y;
  return x.row === y.row && x.column === y.column && x.rows === y.rows && x.columns === y.columns;
}
