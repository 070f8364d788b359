import { HAU_GIANG_2023, type Plan } from '../rules';
import { rangeAddress } from './find/grid';
import { KEPT_SHEETS, WRITTEN_KEY } from './ours';
import { Pace } from './pace';
import { planInForce } from './plan/read';
import { readWorkbook } from './read/workbook';
import { readPeriods } from './sheets/periods-sheet';
import { wipe } from './write/draw';
import { ensureUnchanged } from './write/unchanged';
import { isIntact, readWritten } from './write/written';

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
