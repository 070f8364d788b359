import { areaFrom, areaOn, rangeAddress, type Area, type Grid, type GridValue } from '../find/grid';

export type { Area };
import {
  COLUMNS_MARK,
  kindOf,
  SETTINGS_KEY,
  SHEET_MARK,
  WRITTEN_KEY,
  type OurSheet,
} from '../ours';
import { completeSettings, type DeepPartial, type Settings } from '../settings';
import type { Abilities } from '../abilities';
import { CELLS_PER_READ } from '../limits';
import type { Pace } from '../pace';

/** A sheet as it was read. */
export interface SheetRead {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly isProtected: boolean;
  /** A filter or a hand hides rows: values written across them would land in the wrong rows. */
  readonly hasHiddenRows: boolean;
  /** Null where the sheet isn't ours. */
  readonly ours: OurSheet | null;
  /** Columns of ours beside the user's rows. */
  readonly ourColumns: readonly OurColumns[];
  /** Marks of columns of ours that the user deleted or moved to another sheet. */
  readonly lostMarks: readonly string[];
  /** The first column right of everything that has content or a format. */
  readonly formattedUpTo: number;
  /** All values of the used range; null where the sheet is empty. */
  readonly grid: Grid | null;
}

/** Columns of ours, by the hidden name that marks them. */
export interface OurColumns {
  readonly name: string;
  readonly area: Area;
}

export interface WorkbookRead {
  readonly sheets: readonly SheetRead[];
  readonly settings: Settings;
  /** What we wrote last time, as `written.ts` keeps it. */
  readonly written: unknown;
}

const FIXED_TRIPS = 3;

interface Loaded {
  readonly sheet: Excel.Worksheet;
  readonly names: Excel.NamedItemCollection;
  readonly used: Excel.Range;
  readonly formatted: Excel.Range;
}

/**
 * Reads every sheet of the active workbook, the settings it keeps and the marks of what is ours.
 * Takes three round trips, and one more for each 200,000 cells beyond the first.
 * @param mergedAreas can this Excel tell which cells are merged?
 */
export async function readWorkbook(
  pace: Pace,
  { mergedAreas }: Partial<Pick<Abilities, 'mergedAreas'>> = {},
): Promise<WorkbookRead> {
  const { context } = pace;
  const { worksheets, settings } = context.workbook;
  pace.begin('reading', FIXED_TRIPS);
  worksheets.load('items/name,items/id,items/visibility');
  const stored = settings.getItemOrNullObject(SETTINGS_KEY);
  stored.load('value');
  const written = settings.getItemOrNullObject(WRITTEN_KEY);
  written.load('value');
  pace.next();
  await context.sync();

  const loaded = worksheets.items.map((sheet): Loaded => {
    const { names } = sheet;
    names.load('items/name,items/formula');
    sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden');
    const formatted = sheet.getUsedRangeOrNullObject(false);
    formatted.load('columnIndex,columnCount');
    return { sheet, names, used, formatted };
  });
  pace.next();
  await context.sync();

  const merged = loaded.map(({ used }) => {
    if (!mergedAreas || used.isNullObject) return null;
    const areas = used.getMergedAreasOrNullObject();
    areas.load('address');
    return areas;
  });
  const values = await readAreas(
    pace,
    loaded.map(({ sheet, used }) => {
      if (used.isNullObject) return null;
      const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = used;
      return { sheet, area: { row, column, rows, columns } };
    }),
  );
  const sheets = loaded.map(({ sheet, names, used, formatted }, i): SheetRead => {
    const mark = names.items.find(({ name }) => name === SHEET_MARK);
    const marks = names.items
      .filter(({ name }) => name.startsWith(COLUMNS_MARK))
      .map(({ name, formula }) => ({ name, area: areaOn(sheet.name, String(formula)) }));
    return {
      id: sheet.id,
      name: sheet.name,
      visible: sheet.visibility === 'Visible',
      isProtected: sheet.protection.protected,
      // Null stands for some rows hidden, some not.
      hasHiddenRows: !used.isNullObject && used.rowHidden !== false,
      ours: mark ? kindOf(String(mark.formula)) : null,
      ourColumns: marks.flatMap(({ name, area }) => (area ? [{ name, area }] : [])),
      lostMarks: marks.filter(({ area }) => area === null).map(({ name }) => name),
      formattedUpTo: formatted.isNullObject ? 0 : formatted.columnIndex + formatted.columnCount,
      grid: used.isNullObject
        ? null
        : {
            sheet: sheet.name,
            row: used.rowIndex,
            column: used.columnIndex,
            values: values[i] ?? [],
            merges: mergesOf(merged[i] ?? null),
          },
    };
  });
  const settingsValue = stored.isNullObject ? null : (stored.value as DeepPartial<Settings>);
  return {
    sheets,
    settings: completeSettings(settingsValue),
    written: written.isNullObject ? null : written.value,
  };
}

/** Cells of a sheet that are to be read. */
interface Wanted {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
}

/**
 * The values of areas, read in blocks of rows; a round trip carries a bounded number. What was queued
 * before goes with the first.
 * @param wanted null stands for nothing to read: an empty block comes back in its place
 */
export async function readAreas(
  pace: Pace,
  wanted: readonly (Wanted | null)[],
): Promise<GridValue[][][]> {
  const { context } = pace;
  const blocks: { readonly of: number; readonly range: Excel.Range }[] = [];
  let inTrip = 0;
  for (const [i, each] of wanted.entries()) {
    if (!each) continue;
    const { sheet, area } = each;
    const rowsPerBlock = Math.max(1, Math.floor(CELLS_PER_READ / area.columns));
    for (let row = 0; row < area.rows; row += rowsPerBlock) {
      const rows = Math.min(rowsPerBlock, area.rows - row);
      if (inTrip > 0 && inTrip + rows * area.columns > CELLS_PER_READ) {
        // A round trip a chunk: what one answer may carry is bounded.
        pace.next();
        // eslint-disable-next-line office-addins/no-context-sync-in-loop
        await context.sync();
        inTrip = 0;
      }
      const address = rangeAddress(area.row + row, area.column, rows, area.columns);
      const range = sheet.getRange(address);
      range.load('values');
      blocks.push({ of: i, range });
      inTrip += rows * area.columns;
    }
  }
  pace.next();
  await context.sync();
  const values: GridValue[][][] = wanted.map(() => []);
  for (const { of, range } of blocks) values[of]?.push(...(range.values as GridValue[][]));
  return values;
}

/** The areas of merged cells; null where this Excel doesn't tell. */
function mergesOf(areas: Excel.RangeAreas | null): Area[] | null {
  if (!areas) return null;
  if (areas.isNullObject) return [];
  // A sheet's name may hold commas, but no "!" without quotes around it.
  const each = areas.address.matchAll(/!\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)(?=,|$)/g);
  return [...each].map((parts) => areaFrom(parts));
}
