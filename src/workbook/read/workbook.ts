import { HEADING_ROWS, type SheetsLog } from '../../rules';
import { areaFrom, areaOf, rangeAddress, type Area, type Grid, type GridValue } from '../find/grid';
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
import { CELLS_PER_READ, LONG_SHEET_CELLS } from '../limits';
import type { Pace } from '../pace';
import { LogSheets, type DoubtfulLog } from './log-sheets';

export type { Area };

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
  /** All values of the used range; null where the sheet is empty, a dossier log, or too large to read. */
  readonly grid: Grid | null;
}

export interface WorkbookRead {
  readonly sheets: readonly SheetRead[];
  readonly settings: Settings;
  /** What we wrote last time, as `written.ts` keeps it. */
  readonly written: unknown;
  /** The dossier log on the user's sheets; null where none is, or its rows weren't asked for. */
  readonly log: SheetsLog | null;
  /** Sheets that are a log, read or not. */
  readonly logSheets: readonly string[];
  /** Sheets that may be a log, but not which of their columns is what. */
  readonly doubtfulLogs: readonly DoubtfulLog[];
  /** Visible sheets that Excel doesn't give, not even a few rows of them. */
  readonly heldBack: readonly string[];
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
 * Takes three round trips, one more for each 200,000 cells beyond the first, and one for each chunk of
 * a dossier log.
 * @param mergedAreas can this Excel tell which cells are merged?
 * @param wantsLog whether the rows of a log are read too; it is no table in either case
 */
export async function readWorkbook(
  pace: Pace,
  { mergedAreas }: Partial<Pick<Abilities, 'mergedAreas'>> = {},
  wantsLog = false,
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
  const kinds = loaded.map(({ names }) => {
    const mark = names.items.find(({ name }) => name === SHEET_MARK);
    return mark ? kindOf(String(mark.formula)) : null;
  });
  const isUsers = (i: number) => loaded[i]?.sheet.visibility === 'Visible' && kinds[i] === null;
  const spans = loaded.map(({ used }, i): Span => {
    const rows = used.isNullObject ? 0 : used.rowCount;
    const isLong = rows > 0 && rows * used.columnCount > LONG_SHEET_CELLS;
    return { from: 0, to: isLong && isUsers(i) ? Math.min(rows, HEADING_ROWS) : rows };
  });
  const values = await readValues(pace, loaded, spans);
  const logs = new LogSheets();
  loaded.forEach(({ sheet, used }, i) => {
    const first = values[i];
    if (first && isUsers(i)) logs.offer(sheet, used, first);
  });
  const left = loaded.map(({ sheet, used }, i): Span => {
    const isRead = used.isNullObject || values[i] === null || logs.has(sheet.name);
    return { from: spans[i]?.to ?? 0, to: isRead ? 0 : used.rowCount };
  });
  const isLeft = left.some(({ from, to }) => from < to);
  const rest = isLeft ? await readValues(pace, loaded, left) : [];
  const log = wantsLog ? await logs.read(pace) : null;
  const sheets = loaded.map(({ sheet, names, used, formatted }, i): SheetRead => {
    const first = values[i] ?? null;
    const isTable = !used.isNullObject && first !== null && !logs.has(sheet.name);
    return {
      id: sheet.id,
      name: sheet.name,
      visible: sheet.visibility === 'Visible',
      isProtected: sheet.protection.protected,
      // Null stands for some rows hidden, some not.
      hasHiddenRows: !used.isNullObject && used.rowHidden !== false,
      ours: kinds[i] ?? null,
      ourColumns: names.items.flatMap(({ name, formula }) => {
        const area = name.startsWith(COLUMNS_MARK) ? areaOf(String(formula)) : null;
        return area ? [{ name, area }] : [];
      }),
      formattedUpTo: formatted.isNullObject ? 0 : formatted.columnIndex + formatted.columnCount,
      grid: isTable
        ? {
            sheet: sheet.name,
            row: used.rowIndex,
            column: used.columnIndex,
            values: [...first, ...(rest[i] ?? [])],
            merges: mergesOf(merged[i] ?? null),
          }
        : null,
    };
  });
  const settingsValue = stored.isNullObject ? null : (stored.value as DeepPartial<Settings>);
  return {
    sheets,
    settings: completeSettings(settingsValue),
    written: written.isNullObject ? null : written.value,
    log,
    logSheets: logs.names,
    doubtfulLogs: logs.doubtful,
    heldBack: loaded.flatMap(({ sheet }, i) =>
      values[i] === null && isUsers(i) ? [sheet.name] : [],
    ),
  };
}

/** Rows of a used range: from one up to, not including, another. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Cells of a sheet that are to be read. */
interface Wanted {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
}

/**
 * The values of areas, read in blocks of rows; a round trip carries a bounded number. What was queued
 * before goes with the first. Where Excel answers null for what is too large, so does this.
 * @param wanted null stands for nothing to read: an empty block comes back in its place
 */
export async function readAreasOrNull(
  pace: Pace,
  wanted: readonly (Wanted | null)[],
): Promise<(GridValue[][] | null)[]> {
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
  const values: (GridValue[][] | null)[] = wanted.map(() => []);
  for (const { of, range } of blocks) {
    const read = range.values as GridValue[][] | null;
    if (read === null) values[of] = null;
    else values[of]?.push(...read);
  }
  return values;
}

/** The same of areas that were read before: none of them is too large. */
export async function readAreas(
  pace: Pace,
  wanted: readonly (Wanted | null)[],
): Promise<GridValue[][][]> {
  return (await readAreasOrNull(pace, wanted)).map((values) => values ?? []);
}

/** The values of some rows of each used range. */
function readValues(
  pace: Pace,
  loaded: readonly Loaded[],
  spans: readonly Span[],
): Promise<(GridValue[][] | null)[]> {
  return readAreasOrNull(
    pace,
    loaded.map(({ sheet, used }, i) => {
      const { from, to } = spans[i] ?? { from: 0, to: 0 };
      if (from >= to) return null;
      const { rowIndex, columnIndex: column, columnCount: columns } = used;
      return { sheet, area: { row: rowIndex + from, column, rows: to - from, columns } };
    }),
  );
}

/** The areas of merged cells; null where this Excel doesn't tell. */
function mergesOf(areas: Excel.RangeAreas | null): Area[] | null {
  if (!areas) return null;
  if (areas.isNullObject) return [];
  // A sheet's name may hold commas, but no "!" without quotes around it.
  const each = areas.address.matchAll(/!\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)(?=,|$)/g);
  return [...each].map((parts) => areaFrom(parts));
}
