/** Writes a shape as a real .xlsx, opens that, and reads the figures as a run does. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readTables } from '../../src/files';
import { newWorkbookFile, openWorkbookFile, WorkbookHost, type SheetModel } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { fullName, HAU_GIANG_2023, inputOf, score } from '../../src/rules';
import { words, type Problem } from '../../src/words';
import { joinRows } from '../../src/workbook/find/rows';
import { findRows, tablesIn } from '../../src/workbook/find/unit-rows';
import { Pace } from '../../src/workbook/pace';
import { withDates } from '../../src/workbook/read/dates';
import { readWorkbook } from '../../src/workbook/read/workbook';
import { otherBook, type Settings } from '../../src/workbook';
import { ABILITIES, NOW } from '../workbook/build';
import type { OtherFile, Shaped } from './kit';
import type { SheetMaker } from './sheet-maker';

const plan = HAU_GIANG_2023;
const NAMES = new Map(plan.units.map((unit) => [unit.code, fullName(unit)]));

export interface ReadBack {
  /** [a, b, a, b] by the unit's full name; null where nothing usable was read. */
  readonly figures: ReadonlyMap<string, readonly (number | null)[]>;
  /** Errors and warnings of the tables, in words. */
  readonly told: readonly string[];
  /** Those and the rules' own, as data. */
  readonly problems: readonly Problem[];
}

/** What a shape comes as: the workbook that is scored, and other files. */
export interface Files {
  readonly bytes: Uint8Array;
  readonly others: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export async function filesOf({ sheets, others = [] }: Shaped): Promise<Files> {
  return {
    bytes: await workbookBytes(sheets),
    others: await Promise.all(
      others.map(async (other) => ({ name: other.name, bytes: await bytesOf(other) })),
    ),
  };
}

async function bytesOf({ name, sheets }: OtherFile): Promise<Uint8Array> {
  const [first] = sheets;
  if (!name.endsWith('.csv') || !first) return workbookBytes(sheets);
  return new TextEncoder().encode(first.csv());
}

async function workbookBytes(sheets: readonly SheetMaker[]): Promise<Uint8Array> {
  const file = await newWorkbookFile(sheets.map(({ name }) => name));
  sheets.forEach((maker, i) => maker.putOn(file.model.sheets[i] as SheetModel, file.model));
  const bytes = await file.save(NOW);
  const filters = sheets.map((maker) => maker.filter);
  return filters.every((filter) => filter === null) ? bytes : withFilters(bytes, filters);
}

/** The host makes no filters: they are put into the parts. */
function withFilters(bytes: Uint8Array, filters: readonly (string | null)[]): Uint8Array {
  const parts = unzipSync(bytes);
  filters.forEach((filter, i) => {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    const text = strFromU8(parts[name] as Uint8Array);
    const element = filter === null ? '' : `<autoFilter ref="${filter}"/>`;
    parts[name] = strToU8(text.replace('</sheetData>', `</sheetData>${element}`));
  });
  return zipSync(parts);
}

async function otherBooks(others: Files['others']) {
  return Promise.all(
    others.map(async ({ name, bytes }) => {
      const source = {
        size: bytes.length,
        read: (from: number, length: number) =>
          Promise.resolve(bytes.subarray(from, from + length)),
      };
      return otherBook(name, await readTables(source, name));
    }),
  );
}

export async function readBack(
  { bytes, others }: Files,
  given: Partial<Settings> = {},
): Promise<ReadBack> {
  const books = await otherBooks(others);
  const file = await openWorkbookFile(bytes);
  const excel = await startExcel(new WorkbookHost(file));
  try {
    const found = await excel.run(async (context) => {
      const pace = new Pace(context, {});
      const read = await readWorkbook(pace, ABILITIES);
      const settings = { ...read.settings, ...given };
      return findRows(await withDates(pace, tablesIn(read, books, settings)), plan, settings);
    });
    const figures = new Map<string, readonly (number | null)[]>();
    const joined = joinRows(found.rows);
    for (const { unit, counts } of joined) {
      const own = ['dvc', 'eid'].flatMap((id) =>
        [counts[id]?.a, counts[id]?.b].map((each) => (each && 'value' in each ? each.value : null)),
      );
      const name = NAMES.get(unit) ?? unit;
      if (figures.has(name)) throw new Error(`${name} was read twice`);
      figures.set(name, own);
    }
    const told = found.problems
      .filter(({ severity }) => severity !== 'info')
      .map((problem) => `${problem.code}: ${words.problemText(plan, problem)}`);
    const problems = [...found.problems, ...score(plan, inputOf(joined)).problems];
    return { figures, told, problems };
  } finally {
    excel.dispose();
  }
}
