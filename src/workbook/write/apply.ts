import { rangeAddress } from '../find/grid';
import { markFormula, SHEET_MARK, WRITTEN_KEY, type OurSheet } from '../ours';
import type { Area, WorkbookRead } from '../read/workbook';
import type { DocValue, SheetDoc, StyledArea } from '../sheets/doc';
import { Batch } from './batch';
import { applyStyles, drawSheet, layOut, wipe, writeValues, type Abilities } from './draw';
import { extentOf, valuesIn, type ColumnsTarget, type SheetTarget, type Targets } from './targets';
import { printsOf, type Written, type WrittenColumns, type WrittenSheet } from './written';

/** What a write changed and how it was before: what undoing it takes. Held in memory only. */
export interface Undo {
  /** Sheets that were added: undoing deletes them. */
  readonly added: readonly string[];
  readonly sheets: readonly SheetBefore[];
  readonly columns: readonly ColumnsBefore[];
  /** The record of what we wrote, as it was stored; null where there was none. */
  readonly written: unknown;
}

interface SheetBefore {
  readonly name: string;
  readonly doc: SheetDoc | null;
  /** What has to be emptied before the old content is laid out again. */
  readonly extent: Area;
}

interface ColumnsBefore {
  readonly sheet: string;
  readonly mark: string;
  /** Where ours are written now; where they stood before, if they did. */
  readonly now: Area;
  readonly before: {
    readonly area: Area;
    readonly formulas: DocValue[][];
    readonly styles: readonly StyledArea[];
  } | null;
  /** Points; of the columns that were made wider or narrower. */
  readonly widths: readonly number[] | null;
}

/** A write failed. The workbook is as it was before, or `lost` says which areas may not be. */
export class WriteFailed extends Error {
  constructor(
    override readonly cause: unknown,
    readonly lost: readonly string[],
  ) {
    super(
      `Writing failed${lost.length > 0 ? ` and could not be taken back: ${lost.join(', ')}` : ''}`,
    );
    this.name = 'WriteFailed';
  }
}

const POINTS_PER_CHARACTER = 5.6;

/**
 * Writes the targets. In Excel the actions before a failing one stay, so what is touched is noted
 * first and put back on any failure.
 * @throws WriteFailed
 */
export async function applyTargets(
  context: Excel.RequestContext,
  read: WorkbookRead,
  targets: Targets,
  abilities: Abilities,
): Promise<Undo> {
  const undo = await noteBefore(context, read, targets);
  try {
    await writeTargets(context, targets, abilities);
    return undo;
  } catch (cause) {
    throw new WriteFailed(cause, await takeBack(context, undo));
  }
}

/** Puts everything back as it was before a write. @throws what Office.js throws. */
export async function undoWrite(context: Excel.RequestContext, undo: Undo): Promise<void> {
  const { worksheets, settings } = context.workbook;
  const added = undo.added.map((name) => worksheets.getItemOrNullObject(name));
  for (const sheet of added) sheet.load('name');
  const stored = settings.getItemOrNullObject(WRITTEN_KEY);
  stored.load('key');
  const marks = undo.columns.map(({ sheet, mark }) =>
    worksheets.getItem(sheet).names.getItemOrNullObject(mark),
  );
  for (const mark of marks) mark.load('name');
  await context.sync();

  const batch = new Batch(context);
  for (const sheet of added) if (!sheet.isNullObject) sheet.delete();
  for (const { name, doc, extent } of undo.sheets) {
    const sheet = worksheets.getItem(name);
    wipe(sheet, extent);
    if (doc) await drawSheet(batch, sheet, doc);
  }
  for (const [i, { sheet: name, mark, now, before, widths }] of undo.columns.entries()) {
    const sheet = worksheets.getItem(name);
    wipe(sheet, now);
    const current = marks[i];
    if (current && !current.isNullObject) current.delete();
    if (before) {
      await writeValues(batch, sheet, before.area, before.formulas);
      await applyStyles(batch, sheet, before.styles);
      markColumns(sheet, mark, before.area);
    }
    widths?.forEach((points, column) => {
      sheet.getRange(rangeAddress(0, now.column + column, 1, 1)).format.columnWidth = points;
    });
  }
  if (undo.written !== null) settings.add(WRITTEN_KEY, undo.written);
  else if (!stored.isNullObject) stored.delete();
  await batch.send();
}

/** On a failed write: once more where the first try fails too; answers what may not be as it was. */
async function takeBack(context: Excel.RequestContext, undo: Undo): Promise<string[]> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await undoWrite(context, undo);
      return [];
    } catch {
      continue;
    }
  }
  return [
    ...undo.added,
    ...undo.sheets.map(({ name }) => name),
    ...undo.columns.map(({ sheet, now }) => `${sheet}!${addressOf(now)}`),
  ];
}

async function noteBefore(
  context: Excel.RequestContext,
  read: WorkbookRead,
  { sheets, columns }: Targets,
): Promise<Undo> {
  const { worksheets } = context.workbook;
  const existing = sheets.filter((target) => target.existing !== null);
  const contents = existing.map(({ name, existing: own }) => {
    const area = extentOf(own?.read.grid ?? null);
    if (area.rows === 0) return null;
    const range = worksheets.getItem(name).getRange(addressOf(area));
    range.load('formulas');
    return range;
  });
  const ourColumns = columns.map(({ doc }) => {
    if (!doc.before) return null;
    const range = worksheets.getItem(doc.sheet).getRange(addressOf(doc.before));
    range.load('formulas');
    return range;
  });
  const widths = columns.map(({ doc }) =>
    isNew(doc.before, doc.area)
      ? doc.widths.map((_, i) => {
          const { format } = worksheets
            .getItem(doc.sheet)
            .getRange(rangeAddress(0, doc.area.column + i, 1, 1));
          format.load('columnWidth');
          return format;
        })
      : null,
  );
  await context.sync();

  return {
    added: [
      ...sheets.filter((target) => target.existing === null).map(({ name }) => name),
      ...sheets.flatMap(({ keepAs }) => (keepAs === null ? [] : [keepAs])),
    ],
    sheets: existing.map((target, i) => {
      const formulas = (contents[i]?.formulas ?? []) as DocValue[][];
      return {
        name: target.name,
        doc: docBefore(target, formulas),
        extent: extentToWipe(target),
      };
    }),
    columns: columns.map(({ doc, written }, i) => ({
      sheet: doc.sheet,
      mark: doc.mark,
      now: doc.area,
      before: doc.before
        ? {
            area: doc.before,
            formulas: (ourColumns[i]?.formulas ?? []) as DocValue[][],
            styles: written?.styles ?? [],
          }
        : null,
      widths: widths[i]?.map(({ columnWidth }) => columnWidth) ?? null,
    })),
    written: read.written,
  };
}

async function writeTargets(
  context: Excel.RequestContext,
  { sheets, columns }: Targets,
  abilities: Abilities,
): Promise<void> {
  const { worksheets, settings } = context.workbook;
  const batch = new Batch(context);
  for (const target of sheets) {
    const { doc, name, existing, keepAs } = target;
    if (existing && keepAs !== null) await keepCopy(batch, target, keepAs, abilities);
    const sheet = existing ? worksheets.getItem(name) : worksheets.add(name);
    if (existing) {
      wipe(sheet, extentToWipe(target));
    } else {
      markSheet(sheet, doc.kind);
      await layOut(batch, sheet, doc, abilities);
    }
    await drawSheet(batch, sheet, doc);
  }
  for (const { doc } of columns) {
    const sheet = worksheets.getItem(doc.sheet);
    if (doc.before) {
      wipe(sheet, doc.before);
      sheet.names.getItem(doc.mark).delete();
    }
    await writeValues(batch, sheet, doc.area, doc.values);
    await applyStyles(batch, sheet, doc.styles);
    if (isNew(doc.before, doc.area)) {
      doc.widths.forEach((width, column) => {
        const range = sheet.getRange(rangeAddress(0, doc.area.column + column, 1, 1));
        range.format.columnWidth = width * POINTS_PER_CHARACTER;
      });
    }
    markColumns(sheet, doc.mark, doc.area);
  }
  const record = recordOf(sheets, columns);
  await batch.carry(JSON.stringify(record).length);
  settings.add(WRITTEN_KEY, record);
  await batch.send();
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
  const copy: SheetDoc = { ...layout, kind: 'copy', name, values, widths };
  const sheet = batch.context.workbook.worksheets.add(name);
  markSheet(sheet, 'copy');
  await layOut(batch, sheet, copy, abilities);
  await drawSheet(batch, sheet, copy);
}

/** The sheet as it was, as a document: the old content in the layout that we gave it. */
function docBefore({ doc, existing }: SheetTarget, formulas: DocValue[][]): SheetDoc | null {
  const layout = existing?.written?.layout;
  if (formulas.length === 0) return null;
  const widths = Array.from(
    { length: formulas[0]?.length ?? 0 },
    (_, i) => layout?.widths[i] ?? 12,
  );
  const plain = { ...doc, styles: [], merges: [], links: [], heights: [] };
  return { ...(layout ?? plain), kind: doc.kind, name: doc.name, values: formulas, widths };
}

function extentToWipe({ doc, existing }: SheetTarget): Area {
  const used = extentOf(existing?.read.grid ?? null);
  const before = existing?.written?.area;
  return {
    row: 0,
    column: 0,
    rows: Math.max(used.rows, before?.rows ?? 0, doc.values.length),
    columns: Math.max(used.columns, before?.columns ?? 0, doc.widths.length),
  };
}

function recordOf(sheets: readonly SheetTarget[], columns: readonly ColumnsTarget[]): Written {
  return {
    sheets: sheets.map(({ doc, name }): WrittenSheet => {
      const { kind, values, landscape, widths, styles, merges, links, heights, titleRows } = doc;
      return {
        sheet: name,
        kind,
        area: { row: 0, column: 0, rows: values.length, columns: widths.length },
        prints: printsOf(values),
        layout: { landscape, widths, styles, merges, links, heights, titleRows },
      };
    }),
    columns: columns.map(({ doc }): WrittenColumns => {
      const { sheet, area, values, styles } = doc;
      return { sheet, area, prints: printsOf(values), styles };
    }),
  };
}

function markSheet(sheet: Excel.Worksheet, kind: OurSheet): void {
  sheet.names.add(SHEET_MARK, markFormula(kind)).visible = false;
}

function markColumns(sheet: Excel.Worksheet, mark: string, area: Area): void {
  sheet.names.add(mark, sheet.getRange(addressOf(area))).visible = false;
}

function addressOf({ row, column, rows, columns }: Area): string {
  return rangeAddress(row, column, rows, columns);
}

function isNew(before: Area | null, area: Area): boolean {
  return before === null || before.column !== area.column;
}
