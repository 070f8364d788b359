import type { TableProblem } from '../../rules';
import { words } from '../../words';
import { cellAddress, cellOf, rangeAddress, type Grid, type GridValue } from '../find/grid';
import type { OurSheet } from '../ours';
import type { Area, SheetRead, WorkbookRead } from '../read/workbook';
import type { DocValue, SheetDoc } from '../sheets/doc';
import type { BesideDoc } from './beside';
import { freeNames } from './free-names';
import {
  changedCells,
  changedInRows,
  movedTo,
  printOf,
  type ChangedCell,
  type Written,
  type WrittenColumns,
  type WrittenSheet,
} from './written';

/** A sheet of ours that is to be written, and what stands there now. */
export interface SheetTarget {
  readonly doc: SheetDoc;
  /** The name it will have, or has. */
  readonly name: string;
  /** Null where the sheet is new. */
  readonly existing: { readonly read: SheetRead; readonly written: WrittenSheet | null } | null;
  /** The user changed cells of it since: it is kept under this name. */
  readonly keepAs: string | null;
}

/** Columns of ours that are to be written beside a table. */
export interface ColumnsTarget {
  readonly doc: BesideDoc;
  readonly written: WrittenColumns | null;
}

export interface Targets {
  readonly sheets: readonly SheetTarget[];
  readonly columns: readonly ColumnsTarget[];
  readonly problems: readonly TableProblem[];
}

/** At most so many changed cells of a sheet are listed one by one; the kept copy holds them all. */
const MOST_CHANGES_TOLD = 20;

/** Settles where everything goes, and what of the user's would be touched, before anything is written. */
export function chooseTargets(
  read: WorkbookRead,
  written: Written,
  docs: readonly SheetDoc[],
  beside: readonly BesideDoc[],
  today: string,
): Targets {
  const problems: TableProblem[] = [];
  const freeName = freeNames(read.sheets.map(({ name }) => name));

  const sheets = docs.flatMap((doc): SheetTarget[] => {
    const own = ourSheet(read, doc);
    if (!own) {
      const name = freeName(doc.name);
      if (name !== doc.name) {
        problems.push({
          code: 'sheetNameTaken',
          severity: 'info',
          places: [],
          wanted: doc.name,
          given: name,
        });
      }
      return [{ doc, name, existing: null, keepAs: null }];
    }
    if (refusal(own)) return [];
    const record = recordOfSheet(written, doc, own);
    const changes = changesOnSheet(own, record, doc).filter((each) => !isCarried(doc, each));
    problems.push(...changes.slice(0, MOST_CHANGES_TOLD));
    const keepAs = changes.length > 0 ? freeName(words.keptCopyName(own.name, today)) : null;
    if (keepAs !== null) {
      problems.push({
        code: 'copyKept',
        severity: 'warning',
        places: [],
        sheet: own.name,
        copy: keepAs,
      });
    }
    return [{ doc, name: own.name, existing: { read: own, written: record }, keepAs }];
  });

  const columns = beside.flatMap((doc): ColumnsTarget[] => {
    const sheet = read.sheets.find(({ name }) => name === doc.sheet);
    if (!sheet || refusal(sheet)) return [];
    problems.push(...doc.problems);
    const { before } = doc;
    if (!before) return [{ doc, written: null }];
    const record = recordOfColumns(read, written, doc);
    // The columns may stand elsewhere by now; what we wrote there is known all the same.
    const moved = record && movedTo(record, doc.sheet, before);
    const changes = moved
      ? changesInRows(sheet.grid, moved, doc.values)
      : filledCells(sheet.grid, before);
    problems.push(...changes.slice(0, MOST_CHANGES_TOLD));
    return [{ doc, written: moved }];
  });
  return { sheets, columns, problems };
}

/** The values of an area of a sheet; "" outside the used range. */
export function valuesIn(grid: Grid | null, { row, column, rows, columns }: Area): GridValue[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => {
      const values = grid?.values[row + i - (grid?.row ?? 0)];
      return values?.[column + j - (grid?.column ?? 0)] ?? '';
    }),
  );
}

/** The rectangle from A1 that holds the used range. */
export function extentOf(grid: Grid | null): Area {
  return {
    row: 0,
    column: 0,
    rows: grid ? grid.row + grid.values.length : 0,
    columns: grid ? grid.column + (grid.values[0]?.length ?? 0) : 0,
  };
}

function ourSheet(read: WorkbookRead, doc: SheetDoc): SheetRead | null {
  const marked = read.sheets.filter(({ ours }) => ours === doc.kind);
  return marked.find(({ name }) => name === doc.name) ?? marked[0] ?? null;
}

/** What was written on a sheet of ours, which may have been renamed since. */
function recordOfSheet(written: Written, doc: SheetDoc, own: SheetRead): WrittenSheet | null {
  const ofKind = written.sheets.filter(({ kind }) => kind === doc.kind);
  return (
    ofKind.find(({ sheet }) => sheet === own.name) ??
    (ofKind.length === 1 ? (ofKind[0] ?? null) : null)
  );
}

/** What was written in columns of ours, whose sheet may have been renamed since. */
function recordOfColumns(
  read: WorkbookRead,
  written: Written,
  { mark, sheet, area }: BesideDoc,
): WrittenColumns | null {
  const sheets = new Set(read.sheets.map(({ name }) => name));
  const marked = written.columns.filter(
    (each) => each.mark === mark && each.area.columns === area.columns,
  );
  const gone = marked.filter((each) => !sheets.has(each.sheet));
  return (
    marked.find((each) => each.sheet === sheet) ?? (gone.length === 1 ? (gone[0] ?? null) : null)
  );
}

/**
 * Sheets that can't be written now: protected, or with rows hidden, across which values would land in
 * the wrong rows.
 * @param touched names of the user's sheets that our columns go to
 */
export function refusedSheets(read: WorkbookRead, touched: ReadonlySet<string>): TableProblem[] {
  return read.sheets
    .filter(({ name, ours }) => touched.has(name) || (ours !== null && WRITTEN_KINDS.has(ours)))
    .flatMap((sheet) => refusal(sheet) ?? []);
}

/** Kinds that a run writes anew; decisions and kept copies stay as they are. */
const WRITTEN_KINDS: ReadonlySet<OurSheet> = new Set<OurSheet>([
  'districtResult',
  'communeResult',
  'awards',
  'notProposed',
  'bonus',
  'accounts',
  'readings',
  'cards',
  'periods',
  'adjustments',
  'review',
  'check',
  'seal',
]);

function refusal({ name, isProtected, hasHiddenRows }: SheetRead): TableProblem | null {
  if (isProtected) return { code: 'protectedSheet', severity: 'error', places: [], sheet: name };
  if (hasHiddenRows) return { code: 'hiddenRows', severity: 'error', places: [], sheet: name };
  return null;
}

/** What people typed in rows that are carried over is still there afterwards. */
function isCarried({ carried = [], widths }: SheetDoc, { places: [place] }: TableProblem): boolean {
  const at = place ? cellOf(place.address) : null;
  return (
    at !== null &&
    at.column < widths.length &&
    carried.some(({ row, rows }) => at.row >= row && at.row < row + rows)
  );
}

/** Cells of a sheet of ours that aren't as we wrote them; without a record, every filled cell may be. */
function changesOnSheet(
  { grid }: SheetRead,
  record: WrittenSheet | null,
  { kind, values }: SheetDoc,
): TableProblem[] {
  if (!grid) return [];
  const extent = extentOf(grid);
  const area = record?.area ?? { ...extent, rows: 0, columns: 0 };
  const problems = record ? changesInArea(grid, record, values, kind) : [];
  for (let row = 0; row < extent.rows; row += 1) {
    for (let column = 0; column < extent.columns; column += 1) {
      if (row < area.rows && column < area.columns) continue;
      const value = grid.values[row - grid.row]?.[column - grid.column] ?? '';
      if (value !== '')
        problems.push(changed(grid, { row, column, value }, kind, record ? '' : null));
    }
  }
  return problems;
}

/** Without a record of what we wrote, every filled cell may be the user's. */
function filledCells(grid: Grid | null, area: Area): TableProblem[] {
  return valuesIn(grid, area).flatMap((row, i) =>
    row.flatMap((value, j) =>
      value === '' || !grid
        ? []
        : [changed(grid, { row: area.row + i, column: area.column + j, value }, null, null)],
    ),
  );
}

/** @param values what would be written there now: where it is what was written, that is known again */
function changesInArea(
  grid: Grid,
  record: WrittenSheet,
  values: readonly (readonly DocValue[])[],
  kind: OurSheet,
): TableProblem[] {
  const cells = changedCells(record, valuesIn(grid, record.area));
  return changesOf(cells, grid, record.area, values, kind);
}

function changesInRows(
  grid: Grid | null,
  record: WrittenColumns,
  values: readonly (readonly DocValue[])[],
): TableProblem[] {
  if (!grid) return [];
  const cells = changedInRows(record, valuesIn(grid, record.area));
  return changesOf(cells, grid, record.area, values, null);
}

function changesOf(
  cells: readonly ChangedCell[],
  grid: Grid,
  { row, column }: Area,
  values: readonly (readonly DocValue[])[],
  kind: OurSheet | null,
): TableProblem[] {
  return cells.map((cell) => {
    const again = values[cell.row]?.[cell.column] ?? null;
    const was = printOf(again) === cell.print ? shownAs(again) : null;
    const at = { row: row + cell.row, column: column + cell.column, value: cell.value };
    return changed(grid, at, kind, was);
  });
}

function shownAs(value: DocValue): string {
  return typeof value === 'object' ? (value?.formula ?? '') : String(value);
}

function changed(
  { sheet }: Grid,
  {
    row,
    column,
    value,
  }: { readonly row: number; readonly column: number; readonly value: GridValue },
  kind: OurSheet | null,
  was: string | null,
): TableProblem {
  const places = [{ sheet, address: cellAddress(row, column) }];
  const shown = String(value);
  return { code: 'changedByUser', severity: 'warning', places, sheet, kind, shown, was };
}

/** What has to be emptied before a sheet of ours is written anew. */
export function extentToWipe({ doc, existing }: SheetTarget): Area {
  const used = extentOf(existing?.read.grid ?? null);
  const before = existing?.written?.area;
  return {
    row: 0,
    column: 0,
    rows: Math.max(used.rows, before?.rows ?? 0, doc.values.length),
    columns: Math.max(used.columns, before?.columns ?? 0, doc.widths.length),
  };
}

export function addressOf({ row, column, rows, columns }: Area): string {
  return rangeAddress(row, column, rows, columns);
}

/** True where our columns weren't in these columns before. */
export function isNew(before: Area | null, area: Area): boolean {
  return before === null || before.column !== area.column;
}
