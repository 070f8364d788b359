import type { FigureChange, Kept, Move, Plan } from '../../rules';
import { words } from '../../words';
import { textAt, valueAt, type Grid } from '../find/grid';
import { DocBuilder, FORMATS, type CellStyle, type DocValue, type SheetDoc } from './doc';
import { letterhead, type Report } from './letterhead';

const WIDTHS = [16, 7, 20, 20, 34, 12, 12, 26, 18, 13];
const COLUMNS = WIDTHS.length;
const HEAD: CellStyle = { bold: true, horizontal: 'Center', wrap: true, border: true, size: 11 };
const BODY: CellStyle = { border: true, wrap: true, horizontal: 'Left', size: 11 };
const CENTER: CellStyle = { horizontal: 'Center' };
const DAY = 'dd/mm/yyyy';

type Row = readonly DocValue[];

/** What the sheet holds, as it stands there: corrections with what people typed beside them, and moves. */
export interface AdjustmentsRead {
  readonly figures: readonly Row[];
  readonly moves: readonly Row[];
  /** Rows of the sheet that are carried over cell by cell; counted from the sheet's first. */
  readonly carried: readonly { readonly row: number; readonly rows: number }[];
}

/** Reads "Điều chỉnh số liệu" back; null where it holds none of our headings. */
export function readAdjustments(grid: Grid | null): AdjustmentsRead | null {
  if (!grid) return null;
  const { columns, moveColumns, moves: title } = words.ADJUSTMENTS;
  const findRow = (column: number, text: string) =>
    grid.values.findIndex((_, row) => textAt(grid, row, column) === text);
  const head = findRow(4, columns.figure);
  const second = findRow(0, title);
  const moves = findRow(4, moveColumns.why);
  if (head < 0 || second < head || moves < second) return null;
  const figures = { row: head + 1, rows: second - head - 1 };
  const moved = { row: moves + 1, rows: grid.values.length - moves - 1 };
  const rowsOf = ({ row: from, rows }: typeof figures): Row[] =>
    Array.from({ length: rows }, (_, i) =>
      WIDTHS.map((__, column): DocValue => {
        const value = valueAt(grid, from + i, column);
        return value === '' ? null : typeof value === 'boolean' ? String(value) : value;
      }),
    ).filter((row) => row.some((value) => value !== null));
  return {
    figures: rowsOf(figures),
    moves: rowsOf(moved),
    carried: [figures, moved].map(({ row, rows }) => ({ row: grid.row + row, rows })),
  };
}

/** The sheet with what a run adds to it; what people typed stays as it is. */
export function adjustmentsSheet(
  report: Report,
  before: AdjustmentsRead | null,
  { run, changes, moves }: Kept,
): SheetDoc {
  const { plan } = report.result;
  const { ADJUSTMENTS, PAPER } = words;
  const doc = new DocBuilder(WIDTHS);
  letterhead(doc, report, [ADJUSTMENTS.title], [PAPER.movement(plan.movement, plan.year)]);
  doc.text(ADJUSTMENTS.help, { italic: true, size: 11, horizontal: 'Left' });
  doc.text(ADJUSTMENTS.figures, { bold: true, horizontal: 'Left' });
  const { columns, moveColumns } = ADJUSTMENTS;
  const head = doc.row(Object.values(columns), HEAD);
  const at = [run.period, ADJUSTMENTS.version(run.version)];
  const figures = doc.next;
  for (const row of before?.figures ?? []) doc.row(row, BODY);
  for (const each of changes) doc.row([...at, ...figureCells(plan, each)], BODY);
  const corrected = doc.next - figures;
  doc.style(figures, 1, corrected, 1, CENTER);
  doc.style(figures, 5, corrected, 2, { horizontal: 'Right', numberFormat: FORMATS.count });
  doc.style(figures, COLUMNS - 1, corrected, 1, { ...CENTER, numberFormat: DAY });
  doc.row();
  doc.text(ADJUSTMENTS.moves, { bold: true, horizontal: 'Left' });
  const { period, version, unit, group } = columns;
  const { why, from, to, rank, award } = moveColumns;
  doc.row([period, version, unit, group, why, from, to, rank, award], HEAD);
  const moved = doc.next;
  for (const row of before?.moves ?? []) doc.row(row, BODY);
  for (const each of moves) doc.row([...at, ...moveCells(plan, each)], BODY);
  const rows = doc.next - moved;
  doc.style(moved, 1, rows, 1, CENTER);
  doc.style(moved, 5, rows, 2, { horizontal: 'Right', numberFormat: FORMATS.points });
  const titleRows = { first: head, last: head };
  const done = doc.done('adjustments', words.SHEETS.adjustments, { landscape: true, titleRows });
  return before ? { ...done, carried: before.carried } : done;
}

function figureCells(plan: Plan, { unit, figure, from, to }: FigureChange): DocValue[] {
  return [...unitCells(plan, unit), words.keptFigureLabel(figure), from, to];
}

function moveCells(plan: Plan, { unit, from, to, cause }: Move): DocValue[] {
  const { PERIODS } = words;
  const ranks = words.courseRanks([from.rank, to.rank]);
  const awards = [from.award, to.award].map(words.awardHeldText);
  return [
    ...unitCells(plan, unit),
    words.causeText(plan, cause),
    from.points,
    to.points,
    from.rank === to.rank ? String(from.rank ?? PERIODS.none) : ranks,
    awards[0] === awards[1] ? (awards[0] ?? null) : awards.join(PERIODS.to),
  ];
}

function unitCells(plan: Plan, code: string): [string, string | null] {
  const unit = plan.units.find((each) => each.code === code);
  return [words.unitName(plan, code), (unit && words.parentName(plan, unit)) || null];
}
