/** Writes a shape as a real .xlsx, opens that, and reads the figures as a run does. */
import { newWorkbookFile, openWorkbookFile, WorkbookHost, type SheetModel } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { fullName, HAU_GIANG_2023, inputOf, score } from '../../src/rules';
import { words, type Problem } from '../../src/words';
import { joinRows } from '../../src/workbook/find/rows';
import { findRows, tablesIn } from '../../src/workbook/find/unit-rows';
import { Pace } from '../../src/workbook/pace';
import { withDates } from '../../src/workbook/read/dates';
import { readWorkbook } from '../../src/workbook/read/workbook';
import type { Settings } from '../../src/workbook';
import { ABILITIES, NOW } from '../workbook/build';
import type { Shaped } from './shapes';

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

export async function bytesOf({ sheets }: Shaped): Promise<Uint8Array> {
  const file = await newWorkbookFile(sheets.map(({ name }) => name));
  sheets.forEach((maker, i) => maker.putOn(file.model.sheets[i] as SheetModel));
  return file.save(NOW);
}

export async function readBack(
  bytes: Uint8Array,
  given: Partial<Settings> = {},
): Promise<ReadBack> {
  const file = await openWorkbookFile(bytes);
  const excel = await startExcel(new WorkbookHost(file));
  try {
    const found = await excel.run(async (context) => {
      const pace = new Pace(context, {});
      const read = await readWorkbook(pace, ABILITIES);
      const settings = { ...read.settings, ...given };
      return findRows(await withDates(pace, tablesIn(read, [], settings)), plan, settings);
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
