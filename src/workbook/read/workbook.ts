import { areaFrom, areaOf, rangeAddress, type Area, type Grid, type GridValue } from '../find/grid';

export type { Area };
import {
  COLUMNS_MARK,
  contentOf,
  kindOf,
  loadContent,
  SETTINGS_KEY,
  SHEET_MARK,
  WRITTEN_KEY,
  type Content,
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
  readonly ourColumns: readonly { readonly name: string; readonly area: Area }[];
  /** The first column right of everything that has content or a format. */
  readonly formattedUpTo: number;
  /** All values of the used range; null where the sheet is empty. */
  readonly grid: Grid | null;
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
    loaded.map(({ sheet, names, used }) => {
      if (used.isNullObject) return null;
      const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = used;
      const area = { row, column, rows, columns };
      return { sheet, area, content: contentOf(oursIn(names)) };
    }),
  );
  const sheets = loaded.map(({ sheet, names, used, formatted }, i): SheetRead => {
    return {
      id: sheet.id,
      name: sheet.name,
      visible: sheet.visibility === 'Visible',
      isProtected: sheet.protection.protected,
      // Null stands for some rows hidden, some not.
      hasHiddenRows: !used.isNullObject && used.rowHidden !== false,
      ours: oursIn(names),
      ourColumns: names.items.flatMap(({ name, formula }) => {
        const area = name.startsWith(COLUMNS_MARK) ? areaOf(String(formula)) : null;
        return area ? [{ name, area }] : [];
      }),
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
  readonly content: Content;
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
  const blocks: { of: number; range: Excel.Range; content: Content }[] = [];
  let inTrip = 0;
  for (const [i, each] of wanted.entries()) {
    if (!each) continue;
    const { sheet, area, content } = each;
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
      loadContent(range, content);
      blocks.push({ of: i, range, content });
      inTrip += rows * area.columns;
    }
  }
  pace.next();
  await context.sync();
  const values: GridValue[][][] = wanted.map(() => []);
  for (const { of, range, content } of blocks) {
    values[of]?.push(...(range[content] as GridValue[][]));
  }
  return values;
}

/** Which sheet of ours it is by its mark; null where it isn't ours. */
function oursIn({ items }: Excel.NamedItemCollection): OurSheet | null {
  const mark = items.find(({ name }) => name === SHEET_MARK);
  return mark ? kindOf(String(mark.formula)) : null;
}

/** The areas of merged cells; null where this Excel doesn't tell. */
function mergesOf(areas: Excel.RangeAreas | null): Area[] | null {
  if (!areas) return null;
  if (areas.isNullObject) return [];
  // A sheet's name may hold commas, but no "!" without quotes around it.
  const each = areas.address.matchAll(/!\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)(?=,|$)/g);
  return [...each].map((parts) => areaFrom(parts));
}
