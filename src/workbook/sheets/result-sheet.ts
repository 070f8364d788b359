import type { LevelResult } from '../../rules';
import { words } from '../../words';
import type { OurSheet } from '../ours';
import { DocBuilder, type DocChart, type SheetDoc } from './doc';
import { letterhead, sealLine, signatures, sourceLinesOf, type Report } from './letterhead';
import { resultColumns } from './result-columns';

const HEAD: { bold: true; horizontal: 'Center'; wrap: true; border: true; size: number } = {
  bold: true,
  horizontal: 'Center',
  wrap: true,
  border: true,
  size: 11,
};

/** Rows that the chart lies over, below all else; how wide it may be, in characters. */
const CHART_ROWS = 18;
const CHART_WIDTH = 110;

/**
 * "Kết quả cấp …": every unit of a level by rank, with each step from its counts to its points.
 * @param withChart adds a chart of the points
 */
export function resultSheet(
  kind: OurSheet,
  name: string,
  report: Report,
  level: LevelResult,
  withChart = false,
): SheetDoc {
  const { plan, readings } = report.result;
  const columns = resultColumns(plan, level.level);
  const doc = new DocBuilder(columns.map(({ width }) => width));
  const provisional = level.unscored > 0 ? words.PAPER.provisional(level.unscored) : '';
  letterhead(
    doc,
    report,
    [words.PAPER.resultTitle(level.level.name), words.PAPER.movement(plan.movement, plan.year)],
    [...sourceLinesOf(report), provisional],
  );

  const head = doc.row(
    columns.map(({ heading }) => heading),
    HEAD,
  );
  const number = (id: string) => `(${columns.findIndex((column) => column.id === id) + 1})`;
  const numbers = doc.row(
    columns.map(({ formula }, i) => (formula ? `(${i + 1})=${formula(number)}` : `(${i + 1})`)),
    { italic: true, horizontal: 'Center', border: true, size: 9, wrap: true },
  );

  const first = doc.next;
  const exceptions: { at: number; column: number; format: string }[] = [];
  level.units.forEach((unit, i) => {
    const at = doc.row(columns.map((column) => column.value(unit, i + 1)));
    columns.forEach(({ cellFormat }, column) => {
      const format = cellFormat?.(unit) ?? null;
      if (format !== null) exceptions.push({ at, column, format });
    });
  });
  const rows = doc.next - first;
  doc.style(first, 0, rows, columns.length, { border: true, size: 11, vertical: 'Center' });
  columns.forEach(({ style }, column) => doc.style(first, column, rows, 1, style));
  for (const { at, column, format } of exceptions)
    doc.style(at, column, 1, 1, { numberFormat: format });

  const notes = [
    ...words.scoringLines(level.level),
    ...words.readingLines(readings),
    ...(report.scopeSettled ? [] : [words.PAPER.scopeUnanswered]),
  ];
  for (const line of notes) doc.text(line, { italic: true, size: 11, horizontal: 'Left' });
  sealLine(doc, report);
  signatures(doc, report);
  const done = doc.done(kind, name, { landscape: true, titleRows: { first: head, last: numbers } });
  if (!withChart) return done;
  const columnOf = (id: string) => columns.findIndex((column) => column.id === id);
  const total = columnOf('total');
  const values = done.values.slice(first, first + rows).map((row) => row[total]);
  const blank = values.findIndex((value) => typeof value !== 'number');
  const bars = blank < 0 ? rows : blank;
  if (bars === 0) return done;
  const wide = doc.widths.filter(
    (_, i) => doc.widths.slice(0, i + 1).reduce((sum, width) => sum + width, 0) <= CHART_WIDTH,
  ).length;
  const block = { row: first, rows: bars, columns: 1 };
  const chart: DocChart = {
    title: words.CHART.title(level.level.name),
    series: words.COLUMNS.total,
    labels: { ...block, column: columnOf('unit') },
    values: { ...block, column: total },
    over: { row: doc.next + 1, column: 0, rows: CHART_ROWS, columns: wide },
  };
  return { ...done, chart };
}
