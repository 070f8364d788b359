import type { Abilities } from './abilities';
import { HAU_GIANG_2023, type Plan } from '../rules';
import { decisionsSheet, readDecisions, type Decision } from './decisions';
import { markFormula, SHEET_MARK } from './ours';
import { Pace } from './pace';
import { planInForce } from './plan/read';
import { PlanUnusable } from './plan/unusable';
import { readWorkbook } from './read/workbook';
import { Batch } from './write/batch';
import { drawSheet, layOut, wipe } from './write/draw';
import { freeNames } from './write/free-names';
import { extentOf } from './write/targets';
import { ensureUnchanged } from './write/unchanged';

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
  const name = freeNames(read.sheets.map((each) => each.name))(doc.name);
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
