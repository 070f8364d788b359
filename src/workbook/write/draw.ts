import type { Abilities } from '../abilities';
import { rangeAddress } from '../find/grid';
import type { Area } from '../read/workbook';
import { CHART_NAME } from '../ours';
import type { CellStyle, DocChart, DocValue, SheetContent, StyledArea } from '../sheets/doc';
import type { Batch } from './batch';
import { drawHeights, drawLinks } from './many-cells';

const FONT = 'Times New Roman';
const FONT_SIZE = 12;
/** Width of a character of the sheet's font, in points. */
export const POINTS_PER_CHARACTER = 5.6;
/** What a formatting call takes on the wire, roughly. */
const BYTES_PER_CALL = 400;

/** Text that Excel would take for a formula, a number, a date or an error is written as text. */
export function asWritten(value: DocValue): string | number {
  if (value === null) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'object') return value.formula;
  return /^[=+\-@'#]|^[\s(]*[\d.,$€]|^(true|false)$/i.test(value) ? `'${value}` : value;
}

/**
 * What writing a cell back takes: a formula goes back as one, a text that only looks like one (it is
 * its own value) as text.
 */
export function toRestore(formula: DocValue, value: unknown): string | number {
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return isFormula ? formula : asWritten(formula);
}

/** Writes a block of values in as many round trips as its size asks for. */
export async function writeValues(
  batch: Batch,
  sheet: Excel.Worksheet,
  { row, column }: Pick<Area, 'row' | 'column'>,
  values: readonly (readonly DocValue[])[],
  written: 'new' | 'restored' = 'new',
): Promise<void> {
  const write = written === 'new' ? asWritten : (value: DocValue) => value ?? '';
  const columns = values[0]?.length ?? 0;
  if (columns === 0) return;
  const rowsAtOnce = 2000;
  for (let from = 0; from < values.length; from += rowsAtOnce) {
    const block = values.slice(from, from + rowsAtOnce).map((each) => each.map(write));
    await batch.carry(JSON.stringify(block).length);
    sheet.getRange(rangeAddress(row + from, column, block.length, columns)).values = block;
  }
}

export async function applyStyles(
  batch: Batch,
  sheet: Excel.Worksheet,
  styles: readonly StyledArea[],
): Promise<void> {
  for (const { area, style } of styles) {
    await batch.carry(BYTES_PER_CALL * 4);
    const { row, column, rows, columns } = area;
    applyStyle(sheet.getRange(rangeAddress(row, column, rows, columns)), area, style);
  }
}

function applyStyle(range: Excel.Range, { rows, columns }: Area, style: CellStyle): void {
  const { format } = range;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.size !== undefined) format.font.size = style.size;
  if (style.horizontal !== undefined) format.horizontalAlignment = style.horizontal;
  if (style.vertical !== undefined) format.verticalAlignment = style.vertical;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.numberFormat !== undefined) {
    // A single value is laid over the whole range.
    range.numberFormat = style.numberFormat as unknown as string[][];
  }
  if (style.border) {
    const edges: Excel.BorderIndex[] = [
      'EdgeTop',
      'EdgeBottom',
      'EdgeLeft',
      'EdgeRight',
    ] as Excel.BorderIndex[];
    if (rows > 1) edges.push('InsideHorizontal' as Excel.BorderIndex);
    if (columns > 1) edges.push('InsideVertical' as Excel.BorderIndex);
    for (const edge of edges) format.borders.getItem(edge).style = 'Continuous';
  }
}

/** The font of papers, and texts in the middle of their rows: what our styles are laid over. */
export function setBaseFormat(sheet: Excel.Worksheet, { row, column, rows, columns }: Area): void {
  const { format } = sheet.getRange(rangeAddress(row, column, rows, columns));
  format.font.name = FONT;
  format.font.size = FONT_SIZE;
  format.verticalAlignment = 'Center';
}

interface Drawing {
  readonly written?: 'new' | 'restored';
  /** As among the abilities; without it links and heights are set one by one. */
  readonly cellProperties?: boolean;
}

/** Writes the cells, formats, merges and links of a sheet that is empty. */
export async function drawSheet(
  batch: Batch,
  sheet: Excel.Worksheet,
  doc: SheetContent,
  { written = 'new', cellProperties = false }: Drawing = {},
): Promise<void> {
  const { length: rows } = doc.values;
  const { length: columns } = doc.widths;
  await batch.carry(BYTES_PER_CALL);
  setBaseFormat(sheet, { row: 0, column: 0, rows, columns });
  await writeValues(batch, sheet, { row: 0, column: 0 }, doc.values, written);
  await applyStyles(batch, sheet, doc.styles);
  for (const { row, column, rows: tall, columns: wide } of doc.merges) {
    await batch.carry(BYTES_PER_CALL);
    sheet.getRange(rangeAddress(row, column, tall, wide)).merge(false);
  }
  await drawHeights(batch, sheet, doc.heights, cellProperties);
  await drawLinks(batch, sheet, doc.links, cellProperties);
  if (doc.printColumns !== undefined) {
    await batch.carry(BYTES_PER_CALL);
    sheet.pageLayout.setPrintArea(rangeAddress(0, 0, rows, doc.printColumns));
  }
  if (doc.breaks) {
    const { horizontalPageBreaks } = sheet;
    horizontalPageBreaks.removePageBreaks();
    for (const row of doc.breaks) {
      await batch.carry(BYTES_PER_CALL);
      horizontalPageBreaks.add(rangeAddress(row, 0, 1, 1));
    }
  }
  if (doc.chart) {
    await batch.carry(BYTES_PER_CALL * 12);
    drawChart(sheet, doc.chart);
  }
}

/** Bars from 0, the first on top. */
function drawChart(
  sheet: Excel.Worksheet,
  { title, series, labels, values, over, at }: DocChart,
): void {
  const range = ({ row, column, rows, columns }: Area) =>
    sheet.getRange(rangeAddress(row, column, rows, columns));
  const chart = sheet.charts.add('BarClustered', range(values), 'Columns');
  chart.name = CHART_NAME;
  chart.title.text = title;
  chart.legend.visible = false;
  chart.axes.categoryAxis.reversePlotOrder = true;
  chart.axes.valueAxis.minimum = 0;
  const bars = chart.series.getItemAt(0);
  bars.name = series;
  bars.setXAxisValues(range(labels));
  bars.hasDataLabels = true;
  if (at) {
    Object.assign(chart, at);
    return;
  }
  const corner = { rows: 1, columns: 1 };
  chart.setPosition(
    range({ ...corner, row: over.row, column: over.column }),
    range({
      ...corner,
      row: over.row + over.rows - 1,
      column: over.column + over.columns - 1,
    }),
  );
}

/** Our chart of a sheet, which may have none. */
export function chartOn(sheet: Excel.Worksheet): Excel.Chart {
  return sheet.charts.getItemOrNullObject(CHART_NAME);
}

/** Widths, frozen headings and page set-up: done once, when the sheet is made; the user may change them. */
export async function layOut(
  batch: Batch,
  sheet: Excel.Worksheet,
  doc: SheetContent,
  abilities: Pick<Abilities, 'pageLayout'>,
): Promise<void> {
  await batch.carry(BYTES_PER_CALL * (doc.widths.length + 20));
  doc.widths.forEach((width, column) => {
    sheet.getRange(rangeAddress(0, column, 1, 1)).format.columnWidth = width * POINTS_PER_CHARACTER;
  });
  if (doc.titleRows) sheet.freezePanes.freezeRows(doc.titleRows.last + 1);
  if (!abilities.pageLayout) return;
  sheet.showGridlines = false;
  const { pageLayout: page } = sheet;
  page.orientation = doc.landscape ? 'Landscape' : 'Portrait';
  page.paperSize = 'A4' as Excel.PaperType;
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.topMargin = 57;
  page.bottomMargin = 57;
  page.leftMargin = 57;
  page.rightMargin = 43;
  page.headersFooters.defaultForAllPages.centerFooter = '&P/&N';
  if (doc.titleRows)
    page.setPrintTitleRows(`$${doc.titleRows.first + 1}:$${doc.titleRows.last + 1}`);
}

/** Empties an area of a sheet of ours: contents, formats, merges and links. */
export function wipe(sheet: Excel.Worksheet, { row, column, rows, columns }: Area): void {
  const range = sheet.getRange(rangeAddress(row, column, rows, columns));
  range.unmerge();
  range.clear();
}

/** Marks columns of ours by a hidden name that moves with them. */
export function markColumns(
  sheet: Excel.Worksheet,
  mark: string,
  { row, column, rows, columns }: Area,
): void {
  const range = sheet.getRange(rangeAddress(row, column, rows, columns));
  sheet.names.add(mark, range).visible = false;
}
