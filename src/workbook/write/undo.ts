import type { Place } from '../../rules';
import type { Abilities } from '../abilities';
import { cellAddress, rangeAddress, type GridValue } from '../find/grid';
import { contentOf, loadContent, WRITTEN_KEY } from '../ours';
import { Pace } from '../pace';
import type { Area, WorkbookRead } from '../read/workbook';
import type { DocValue, Frame, SheetDoc, StyledArea } from '../sheets/doc';
import { Batch } from './batch';
import {
  applyStyles,
  chartOn,
  drawSheet,
  markColumns,
  setBaseFormat,
  toRestore,
  wipe,
  writeValues,
} from './draw';
import { recordOf } from './record';
import {
  addressOf,
  extentOf,
  extentToWipe,
  isNew,
  type SheetTarget,
  type Targets,
} from './targets';
import { changedCells, type Written } from './written';

/** What a write changed and how it was before: what undoing it takes. Held in memory only. */
export interface Undo {
  /** Sheets that were added: undoing deletes them. */
  readonly added: readonly string[];
  readonly sheets: readonly SheetBefore[];
  readonly columns: readonly ColumnsBefore[];
  /** The record of what we wrote, as it was stored; null where there was none. */
  readonly written: unknown;
  /** What stands there now by our own hand: undoing is safe while it still does. */
  readonly now: Written;
}

interface SheetBefore {
  readonly name: string;
  readonly doc: SheetDoc | null;
  /** What has to be emptied before the old content is laid out again. */
  readonly extent: Area;
  /** Points: of the rows below the old content. */
  readonly rowHeight: number;
  /** Whether a chart of ours is to be looked for, and how it lay if there was one. */
  readonly mayHaveChart: boolean;
  readonly chart: ChartBefore | null;
}

interface ChartBefore {
  readonly at: Frame;
  /** Not where we laid it: the user moved it. False where this Excel can't tell. */
  readonly moved: boolean;
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
  /** Of the columns that were made wider or narrower: points, or the sheet's standard width. */
  readonly widths: readonly (number | 'standard')[] | null;
}

const RESTORING_TRIPS = 2;

/** Puts everything back as it was before a write. @throws what Office.js throws. */
export async function undoWrite(context: Excel.RequestContext, undo: Undo): Promise<void> {
  const pace = new Pace(context);
  pace.begin('restoring', RESTORING_TRIPS);
  const { worksheets, settings } = context.workbook;
  const added = undo.added.map((name) => worksheets.getItemOrNullObject(name));
  for (const sheet of added) sheet.load('name');
  const stored = settings.getItemOrNullObject(WRITTEN_KEY);
  stored.load('key');
  const marks = undo.columns.map(({ sheet, mark }) =>
    worksheets.getItem(sheet).names.getItemOrNullObject(mark),
  );
  for (const mark of marks) mark.load('name');
  const charts = undo.sheets.map(({ name, mayHaveChart }) =>
    mayHaveChart ? chartOn(worksheets.getItem(name)) : null,
  );
  for (const chart of charts) chart?.load('name');
  pace.next();
  await context.sync();

  const batch = new Batch(pace);
  for (const sheet of added) if (!sheet.isNullObject) sheet.delete();
  for (const [i, { name, doc, extent, rowHeight }] of undo.sheets.entries()) {
    const sheet = worksheets.getItem(name);
    const chart = charts[i];
    if (chart && !chart.isNullObject) chart.delete();
    wipe(sheet, extent);
    const rows = doc?.values.length ?? 0;
    if (rows < extent.rows) {
      const below = rangeAddress(rows, 0, extent.rows - rows, 1);
      sheet.getRange(below).format.rowHeight = rowHeight;
    }
    if (doc) await drawSheet(batch, sheet, doc, { written: 'restored' });
  }
  for (const [i, { sheet: name, mark, now, before, widths }] of undo.columns.entries()) {
    const sheet = worksheets.getItem(name);
    wipe(sheet, now);
    const current = marks[i];
    if (current && !current.isNullObject) current.delete();
    if (before) {
      await writeValues(batch, sheet, before.area, before.formulas, 'restored');
      setBaseFormat(sheet, before.area);
      await applyStyles(batch, sheet, before.styles);
      markColumns(sheet, mark, before.area);
    }
    widths?.forEach((width, column) => {
      const { format } = sheet.getRange(rangeAddress(0, now.column + column, 1, 1));
      if (width === 'standard') format.useStandardWidth = true;
      else format.columnWidth = width;
    });
  }
  if (undo.written !== null) settings.add(WRITTEN_KEY, undo.written);
  else if (!stored.isNullObject) stored.delete();
  await batch.send();
}

/** Cells of ours that somebody changed since the write: undoing would lose what stands there now. */
export async function changedSince(context: Excel.RequestContext, { now }: Undo): Promise<Place[]> {
  const { worksheets } = context.workbook;
  const written = [...now.sheets, ...now.columns];
  const sheets = written.map(({ sheet }) => worksheets.getItemOrNullObject(sheet));
  for (const sheet of sheets) sheet.load('name');
  await context.sync();
  const contents = written.map((record) => contentOf('kind' in record ? record.kind : null));
  const ranges = written.map(({ area }, i) => {
    const sheet = sheets[i];
    if (!sheet || sheet.isNullObject) return null;
    const range = sheet.getRange(addressOf(area));
    loadContent(range, contents[i] ?? 'values');
    return range;
  });
  await context.sync();
  return written.flatMap((record, i) => {
    const values = (ranges[i]?.[contents[i] ?? 'values'] ?? []) as GridValue[][];
    const { row, column } = record.area;
    return changedCells(record, values).map((cell) => ({
      sheet: record.sheet,
      address: cellAddress(row + cell.row, column + cell.column),
    }));
  });
}

/** On a failed write: once more where the first try fails too; answers what may not be as it was. */
export async function takeBack(context: Excel.RequestContext, undo: Undo): Promise<string[]> {
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

/** Notes what a write will touch, as it is now. One round trip. */
export async function noteBefore(
  pace: Pace,
  read: WorkbookRead,
  { sheets, columns }: Targets,
  { rangePlaces }: Pick<Abilities, 'rangePlaces'>,
): Promise<Undo> {
  const { context } = pace;
  const { worksheets } = context.workbook;
  const existing = sheets.filter((target) => target.existing !== null);
  const contents = existing.map(({ name, existing: own }) => {
    const area = extentOf(own?.read.grid ?? null);
    if (area.rows === 0) return null;
    const range = worksheets.getItem(name).getRange(addressOf(area));
    range.load('formulas,values');
    return range;
  });
  const measured = existing.map(({ name }) => {
    const sheet = worksheets.getItem(name);
    sheet.load('standardHeight');
    return sheet;
  });
  const charts = existing.map((target) => {
    if (!mayHaveChart(target)) return null;
    const chart = chartOn(worksheets.getItem(target.name));
    chart.load('left,top,width,height');
    return chart;
  });
  const laidAt = existing.map(({ name, existing: own }) => {
    const over = own?.written?.layout.chart?.over;
    if (!over || !rangePlaces) return null;
    const range = worksheets.getItem(name).getRange(addressOf(over));
    range.load('left,top,width,height');
    return range;
  });
  const ourColumns = columns.map(({ doc }) => {
    if (!doc.before) return null;
    const range = worksheets.getItem(doc.sheet).getRange(addressOf(doc.before));
    range.load('formulas,values');
    return range;
  });
  const widths = columns.map(({ doc }) =>
    isNew(doc.before, doc.area)
      ? doc.widths.map((_, i) => {
          const { format } = worksheets
            .getItem(doc.sheet)
            .getRange(rangeAddress(0, doc.area.column + i, 1, 1));
          format.load('columnWidth,useStandardWidth');
          return format;
        })
      : null,
  );
  pace.next();
  await context.sync();

  return {
    added: [
      ...sheets.filter((target) => target.existing === null).map(({ name }) => name),
      ...sheets.flatMap(({ keepAs }) => (keepAs === null ? [] : [keepAs])),
    ],
    sheets: existing.map((target, i) => {
      const formulas = cellsToRestore(contents[i] ?? null);
      const chart = chartBefore(charts[i] ?? null, laidAt[i] ?? null);
      return {
        name: target.name,
        doc: docBefore(target, formulas, chart),
        mayHaveChart: mayHaveChart(target),
        chart,
        extent: extentToWipe(target),
        rowHeight: (measured[i] as Excel.Worksheet).standardHeight,
      };
    }),
    columns: columns.map(({ doc, written }, i) => ({
      sheet: doc.sheet,
      mark: doc.mark,
      now: doc.area,
      before: doc.before
        ? {
            area: doc.before,
            formulas: cellsToRestore(ourColumns[i] ?? null),
            styles: written?.styles ?? [],
          }
        : null,
      widths:
        widths[i]?.map(({ columnWidth, useStandardWidth }) =>
          useStandardWidth ? 'standard' : columnWidth,
        ) ?? null,
    })),
    written: read.written,
    now: recordOf(sheets, columns),
  };
}

function cellsToRestore(range: Excel.Range | null): DocValue[][] {
  const values = (range?.values ?? []) as unknown[][];
  return ((range?.formulas ?? []) as DocValue[][]).map((row, i) =>
    row.map((formula, j) => toRestore(formula, values[i]?.[j])),
  );
}

function mayHaveChart({ doc, existing }: SheetTarget): boolean {
  return Boolean(doc.chart ?? existing?.written?.layout.chart);
}

/** Places that differ by less are the same: Excel rounds to pixels. */
const SAME_PLACE = 1.5;

function chartBefore(chart: Excel.Chart | null, laidAt: Excel.Range | null): ChartBefore | null {
  if (!chart || chart.isNullObject) return null;
  const { left, top, width, height } = chart;
  const at: Frame = { left, top, width, height };
  const sides = ['left', 'top', 'width', 'height'] as const;
  const moved =
    laidAt !== null && sides.some((side) => Math.abs(at[side] - laidAt[side]) > SAME_PLACE);
  return { at, moved };
}

/** The sheet as it was, as a document: the old content in the layout that we gave it. */
function docBefore(
  { doc, existing }: SheetTarget,
  formulas: DocValue[][],
  chartThere: ChartBefore | null,
): SheetDoc | null {
  const layout = existing?.written?.layout;
  if (formulas.length === 0) return null;
  const widths = Array.from(
    { length: formulas[0]?.length ?? 0 },
    (_, i) => layout?.widths[i] ?? 12,
  );
  const plain = { ...doc, styles: [], merges: [], links: [], heights: [] };
  const laid = layout?.chart ?? null;
  const chart = laid && chartThere ? { ...laid, at: chartThere.at } : null;
  return { ...(layout ?? plain), kind: doc.kind, name: doc.name, values: formulas, widths, chart };
}
