import type { Plan } from '../../rules';
import { words } from '../../words';
import type { Abilities } from '../abilities';
import { Pace } from '../pace';
import { readWorkbook } from '../read/workbook';
import { freeNames } from '../write/free-names';
import { addSheets } from '../write/new-sheets';
import { inUseCell } from './read';
import { offerChoices, planSheets } from './sheet';

/**
 * Writes a plan on two new sheets for people to change: "Tiêu chí" and "Danh sách đơn vị". Nothing is
 * scored by them until the first one says so. Where the workbook has them already they are shown and
 * left alone.
 * @returns the names of the new sheets; none where they were there
 * @throws WriteFailed where writing failed: the new sheets are taken away again
 */
export async function exportPlan(
  context: Excel.RequestContext,
  plan: Plan,
  abilities: Abilities,
): Promise<readonly string[]> {
  const { worksheets } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  active.load('name');
  const read = await readWorkbook(new Pace(context));
  const there = read.sheets.find(({ ours }) => ours === 'plan');
  if (there) {
    worksheets.getItem(there.name).activate();
    await context.sync();
    return [];
  }
  const freeName = freeNames(read.sheets.map(({ name }) => name));
  const sheets = planSheets(plan, false).map((made) => ({
    doc: made.doc,
    kind: made.doc.kind,
    name: freeName(made.doc.name),
    ...(abilities.dataValidation
      ? { finish: (sheet: Excel.Worksheet) => offerChoices(sheet, made) }
      : {}),
  }));
  await addSheets(context, sheets, active.name, abilities);
  return sheets.map(({ name }) => name);
}

/** Says on the sheet "Tiêu chí" whether the workbook is scored by it. @returns false without one */
export async function setPlanUsed(
  context: Excel.RequestContext,
  isUsed: boolean,
): Promise<boolean> {
  const read = await readWorkbook(new Pace(context));
  const sheet = read.sheets.find(({ ours }) => ours === 'plan');
  const address = sheet?.grid && inUseCell(sheet.grid);
  if (!sheet || !address) return false;
  const { yes, no } = words.PLAN_SHEET;
  context.workbook.worksheets.getItem(sheet.name).getRange(address).values = [[isUsed ? yes : no]];
  await context.sync();
  return true;
}
