import type { Abilities } from './abilities';
import { HAU_GIANG_2023, type Place, type Plan } from '../rules';
import { decisionsSheet, readDecisions, type Decision } from './decisions';
import { rangeAddress } from './find/grid';
import { KEPT_SHEETS, markFormula, SETTINGS_KEY, SHEET_MARK, WRITTEN_KEY } from './ours';
import { Pace } from './pace';
import { planInForce } from './plan/read';
import { PlanUnusable } from './plan/unusable';
import { readWorkbook } from './read/workbook';
import type { RunOutcome } from './run';
import { readPeriods } from './sheets/periods-sheet';
import { completeSettings, type DeepPartial, type Settings } from './settings';
import { Batch } from './write/batch';
import { drawSheet, layOut, wipe } from './write/draw';
import { extentOf } from './write/targets';
import { ensureUnchanged } from './write/unchanged';
import { isIntact, readWritten } from './write/written';

/** Keeps the settings in the workbook. */
export async function saveSettings(
  context: Excel.RequestContext,
  settings: Settings,
): Promise<void> {
  context.workbook.settings.add(SETTINGS_KEY, settings);
  await context.sync();
}

/** The settings that the workbook keeps, completed by the defaults. */
export async function readSettings(context: Excel.RequestContext): Promise<Settings> {
  const stored = context.workbook.settings.getItemOrNullObject(SETTINGS_KEY);
  stored.load('value');
  await context.sync();
  return completeSettings(stored.isNullObject ? null : (stored.value as DeepPartial<Settings>));
}

/** Brings a cell into sight and selects it. @throws ItemNotFound where its sheet is gone */
export async function goTo(
  context: Excel.RequestContext,
  { sheet, address }: Place,
): Promise<void> {
  const target = context.workbook.worksheets.getItem(sheet);
  target.activate();
  target.getRange(address).select();
  await context.sync();
}

/** The unit whose row holds a cell; null where no unit's does. @param row counted from 0 */
export function unitAt(
  outcome: Pick<RunOutcome, 'unitRows'>,
  sheet: string,
  row: number,
): string | null {
  for (const [unit, places] of outcome.unitRows) {
    const here = places.some(
      (place) => place.sheet === sheet && Number(/\d+$/.exec(place.address)?.[0]) === row + 1,
    );
    if (here) return unit;
  }
  return null;
}

/**
 * Writes the board's decisions on their sheet, "Quyết định của Hội đồng": a run reads them there.
 * @param change from the decisions that stand there to those that shall
 */
export async function changeDecisions(
  context: Excel.RequestContext,
  change: (decisions: readonly Decision[]) => readonly Decision[],
  abilities: Abilities,
  builtIn: Plan = HAU_GIANG_2023,
): Promise<void> {
  const pace = new Pace(context);
  const read = await readWorkbook(pace);
  const { plan } = planInForce(read.sheets, builtIn);
  if (!plan) throw new PlanUnusable();
  const sheet = read.sheets.find(({ ours }) => ours === 'decisions') ?? null;
  const kept = readDecisions(sheet?.grid ?? null, plan).decisions;
  const doc = decisionsSheet(plan, change(kept));
  const { worksheets } = context.workbook;
  const name = freeName(
    doc.name,
    read.sheets.map((each) => each.name),
  );
  // Somebody else's decision of this moment must not be written over.
  await ensureUnchanged(pace, read, {
    sheets: new Set(sheet ? [sheet.name] : []),
    added: sheet ? [] : [name],
  });
  const batch = new Batch(pace);
  if (sheet) {
    const target = worksheets.getItem(sheet.name);
    const extent = extentOf(sheet.grid);
    wipe(target, { ...extent, rows: Math.max(extent.rows, doc.values.length) });
    await drawSheet(batch, target, doc);
  } else {
    const target = worksheets.add(name);
    target.names.add(SHEET_MARK, markFormula('decisions')).visible = false;
    await layOut(batch, target, doc, abilities);
    await drawSheet(batch, target, doc);
  }
  await batch.send();
}

function freeName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted} (${n})`;
    if (!lower.has(name.toLowerCase())) return name;
  }
}

/**
 * "Xóa kết quả của phần mềm": takes our result sheets and columns away again. Settings, the board's
 * decisions, the plan's sheets, past runs and what was typed of corrections are the user's: they stay.
 * @returns the sheets that are gone, and the ranges that were emptied
 */
export async function removeResults(
  context: Excel.RequestContext,
  plan: Plan = HAU_GIANG_2023,
): Promise<string[]> {
  const pace = new Pace(context);
  const read = await readWorkbook(pace);
  const touched = read.sheets.filter(
    ({ ours, ourColumns }) => ours !== null || ourColumns.length > 0,
  );
  await ensureUnchanged(pace, read, {
    sheets: new Set(touched.map(({ name }) => name)),
    added: [],
  });
  const { worksheets, settings } = context.workbook;
  const removed: string[] = [];
  const written = readWritten(read.written);
  const inForce = planInForce(read.sheets, plan).plan ?? plan;
  // One period's only run is what a run makes of the figures again.
  const hasPast = read.sheets.some(
    ({ ours, grid }) =>
      ours === 'adjustments' || (ours === 'periods' && readPeriods(grid, inForce).length > 1),
  );
  for (const { name, ours, ourColumns, lostMarks } of read.sheets) {
    const sheet = worksheets.getItem(name);
    if (ours !== null && !KEPT_SHEETS.has(ours) && !(ours === 'periods' && hasPast)) {
      sheet.delete();
      removed.push(name);
    }
    for (const mark of lostMarks) sheet.names.getItem(mark).delete();
    for (const own of ourColumns) {
      sheet.names.getItem(own.name).delete();
      // Columns that the user inserted others between hold what isn't ours.
      if (!isIntact(written, name, own, own.area.columns)) continue;
      wipe(sheet, own.area);
      const { row, column, rows, columns } = own.area;
      removed.push(`${name}!${rangeAddress(row, column, rows, columns)}`);
    }
  }
  if (read.written !== null) settings.getItemOrNullObject(WRITTEN_KEY).delete();
  await context.sync();
  return removed;
}
