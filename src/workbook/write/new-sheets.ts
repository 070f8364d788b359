import type { Abilities } from '../abilities';
import { markFormula, SHEET_MARK, type OurSheet } from '../ours';
import { Pace } from '../pace';
import type { SheetContent } from '../sheets/doc';
import { WriteFailed } from './write-failed';
import { Batch } from './batch';
import { drawSheet, layOut } from './draw';

/** A sheet that isn't there yet. */
export interface NewSheet {
  readonly name: string;
  readonly doc: SheetContent;
  /** How it is marked as ours; left out where it is the user's from then on. */
  readonly kind?: OurSheet;
  /** What else is set up on it. */
  readonly finish?: (sheet: Excel.Worksheet) => void;
}

/**
 * Adds sheets and shows the first of them. On a failure they are taken away again.
 * @param active the sheet that is shown now
 * @throws WriteFailed
 */
export async function addSheets(
  context: Excel.RequestContext,
  sheets: readonly NewSheet[],
  active: string,
  abilities: Pick<Abilities, 'pageLayout'>,
): Promise<void> {
  try {
    await writeSheets(context, sheets, abilities);
  } catch (cause) {
    const names = sheets.map(({ name }) => name);
    throw new WriteFailed(cause, await takeAway(context, names, active));
  }
}

async function writeSheets(
  context: Excel.RequestContext,
  sheets: readonly NewSheet[],
  abilities: Pick<Abilities, 'pageLayout'>,
): Promise<void> {
  const { worksheets } = context.workbook;
  const batch = new Batch(new Pace(context));
  for (const { name, doc, kind, finish } of sheets) {
    const sheet = worksheets.add(name);
    if (kind) sheet.names.add(SHEET_MARK, markFormula(kind)).visible = false;
    await layOut(batch, sheet, doc, abilities);
    await drawSheet(batch, sheet, doc);
    finish?.(sheet);
  }
  const [first] = sheets;
  if (first !== undefined) worksheets.getItem(first.name).activate();
  await batch.send();
}

/** Takes half-made sheets away, once more where the first try fails; answers those that may be left. */
async function takeAway(
  context: Excel.RequestContext,
  names: readonly string[],
  active: string,
): Promise<readonly string[]> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await deleteSheets(context, names, active);
      return [];
    } catch {
      continue;
    }
  }
  return names;
}

/** Deletes those of the sheets that are there. @param active the sheet to show */
async function deleteSheets(
  context: Excel.RequestContext,
  names: readonly string[],
  active: string,
): Promise<void> {
  const { worksheets } = context.workbook;
  const added = names.map((name) => worksheets.getItemOrNullObject(name));
  for (const sheet of added) sheet.load('name');
  await context.sync();
  worksheets.getItem(active).activate();
  for (const sheet of added) if (!sheet.isNullObject) sheet.delete();
  await context.sync();
}
