import type { Abilities } from '../abilities';
import { rangeAddress } from '../find/grid';
import { contentOf, markFormula, SHEET_MARK, WRITTEN_KEY, type OurSheet } from '../ours';
import { Cancelled, type Pace } from '../pace';
import type { WorkbookRead } from '../read/workbook';
import type { Frame, SheetDoc } from '../sheets/doc';
import { Batch } from './batch';
import {
  applyStyles,
  chartOn,
  drawSheet,
  layOut,
  markColumns,
  POINTS_PER_CHARACTER,
  setBaseFormat,
  wipe,
  writeValues,
} from './draw';
import { extentOf, extentToWipe, isNew, valuesIn, type SheetTarget, type Targets } from './targets';
import { ensureUnchanged } from './unchanged';
import { noteBefore, takeBack, type Undo } from './undo';
import { WriteFailed } from './write-failed';

const WRITING_TRIPS = 3;

/**
 * Writes the targets. In Excel the actions before a failing one stay, so what is touched is noted
 * first and put back on any failure.
 * @param footing names of the sheets that what is written stands on
 * @throws ChangedMeanwhile where one of them isn't as it was read; WriteFailed; Cancelled where the
 * user stopped it
 */
export async function applyTargets(
  pace: Pace,
  read: WorkbookRead,
  targets: Targets,
  footing: ReadonlySet<string>,
  abilities: Abilities,
): Promise<Undo> {
  pace.begin('writing', WRITING_TRIPS);
  const look = (added: readonly string[]) =>
    ensureUnchanged(pace, read, { sheets: footing, added });
  const undo = await noteBefore(pace, read, targets, abilities).catch(async (cause: unknown) => {
    // Where a sheet is gone by now, noting fails with an error that doesn't say which.
    if (!(cause instanceof Cancelled)) await look([]);
    throw cause;
  });
  await look(undo.added);
  try {
    await writeTargets(pace, targets, undo, abilities);
    return undo;
  } catch (cause) {
    let lost = await takeBack(pace.context, undo);
    pace.begin('restoring', 1);
    if (lost.length > 0 && wasRefused(cause) && (await isDone(look(undo.added)))) lost = [];
    if (cause instanceof Cancelled && lost.length === 0) throw cause;
    throw new WriteFailed(cause, lost);
  }
}

/** A workbook that is open for reading only refuses every write, that which takes back too. */
function wasRefused(cause: unknown): boolean {
  return (cause as { readonly code?: unknown } | null)?.code === 'AccessDenied';
}

async function isDone(job: Promise<void>): Promise<boolean> {
  try {
    await job;
    return true;
  } catch {
    return false;
  }
}

async function writeTargets(
  pace: Pace,
  { sheets, columns }: Targets,
  { now: record, sheets: before }: Undo,
  abilities: Abilities,
): Promise<void> {
  const { worksheets, settings } = pace.context.workbook;
  const batch = new Batch(pace);
  for (const target of sheets) {
    const { doc, name, existing, keepAs } = target;
    if (existing && keepAs !== null) await keepCopy(batch, target, keepAs, abilities);
    const sheet = existing ? worksheets.getItem(name) : worksheets.add(name);
    const chart = before.find((each) => each.name === name)?.chart ?? null;
    if (existing) {
      if (chart) chartOn(sheet).delete();
      wipe(sheet, extentToWipe(target));
    } else {
      markSheet(sheet, doc.kind);
      await layOut(batch, sheet, doc, abilities);
    }
    await drawSheet(batch, sheet, chart?.moved ? withChartAt(doc, chart.at) : doc, abilities);
    if (!existing && doc.kind === 'seal') sheet.visibility = 'Hidden';
  }
  for (const { doc } of columns) {
    const sheet = worksheets.getItem(doc.sheet);
    if (doc.before) {
      wipe(sheet, doc.before);
      sheet.names.getItem(doc.mark).delete();
    }
    await writeValues(batch, sheet, doc.area, doc.values);
    setBaseFormat(sheet, doc.area);
    await applyStyles(batch, sheet, doc.styles);
    if (isNew(doc.before, doc.area)) {
      doc.widths.forEach((width, column) => {
        const range = sheet.getRange(rangeAddress(0, doc.area.column + column, 1, 1));
        range.format.columnWidth = width * POINTS_PER_CHARACTER;
      });
    }
    markColumns(sheet, doc.mark, doc.area);
  }
  await batch.carry(JSON.stringify(record).length);
  settings.add(WRITTEN_KEY, record);
  await batch.send();
}

/** The sheet with its chart where the user moved it. */
function withChartAt(doc: SheetDoc, at: Frame): SheetDoc {
  return doc.chart ? { ...doc, chart: { ...doc.chart, at } } : doc;
}

/** The sheet as the user left it, under another name, before ours is written anew. */
async function keepCopy(
  batch: Batch,
  { doc, existing }: SheetTarget,
  name: string,
  abilities: Abilities,
): Promise<void> {
  const grid = existing?.read.grid;
  if (!grid) return;
  const layout = existing.written?.layout ?? {
    ...doc,
    styles: [],
    merges: [],
    links: [],
    heights: [],
  };
  const extent = extentOf(grid);
  const values = valuesIn(grid, extent).map((row) =>
    row.map((value) => (typeof value === 'boolean' ? String(value) : value)),
  );
  const widths = Array.from({ length: extent.columns }, (_, i) => layout.widths[i] ?? 12);
  const copy: SheetDoc = { ...layout, kind: 'copy', name, values, widths, chart: null };
  const sheet = batch.context.workbook.worksheets.add(name);
  markSheet(sheet, 'copy');
  await layOut(batch, sheet, copy, abilities);
  await drawSheet(batch, sheet, copy, {
    ...abilities,
    written: contentOf(doc.kind) === 'formulas' ? 'restored' : 'new',
  });
  if (doc.kind === 'seal') sheet.visibility = 'Hidden';
}

function markSheet(sheet: Excel.Worksheet, kind: OurSheet): void {
  sheet.names.add(SHEET_MARK, markFormula(kind)).visible = false;
}
