import {
  levelOf,
  type Plan,
  type ScoreResult,
  type TableProblem,
  type UnitResult,
} from '../../rules';
import { words } from '../../words';
import { columnLetters, valueAt, type Grid } from '../find/grid';
import type { TableRow } from '../find/rows';
import { COLUMNS_MARK } from '../ours';
import type { FoundTable } from '../find/tables';
import type { Area, SheetRead } from '../read/workbook';
import { FORMATS, type CellStyle, type DocValue, type StyledArea } from '../sheets/doc';
import { figureValue, rankValue, tellingFormat } from '../sheets/result-columns';

/** The columns that we write beside a table of the user's. */
export interface BesideDoc {
  readonly sheet: string;
  /** The heading row and every row down to the last unit. */
  readonly area: Area;
  readonly values: readonly (readonly DocValue[])[];
  readonly styles: readonly StyledArea[];
  /** In characters. */
  readonly widths: readonly number[];
  /** The hidden name that marks them. */
  readonly mark: string;
  /** Where our columns stood before; null where there were none. */
  readonly before: Area | null;
  readonly problems: readonly TableProblem[];
}

interface BesideColumn {
  readonly heading: string;
  readonly width: number;
  readonly style: CellStyle;
  readonly value: (unit: UnitResult) => DocValue;
  readonly cellFormat?: (unit: UnitResult) => string | null;
}

const HEAD: CellStyle = {
  bold: true,
  horizontal: 'Center',
  wrap: true,
  border: true,
  fill: '#E2EFDA',
};

/** Ratio and points of each criterion, total, rank and note, for the rows of one table. */
export function besideTable(
  result: ScoreResult,
  table: FoundTable,
  rows: readonly TableRow[],
  read: SheetRead,
): BesideDoc | null {
  const [first] = rows;
  if (!first) return null;
  const columns = besideColumns(result.plan, first.unit.level);
  const byCode = unitResults(result);
  const { grid } = table;
  const top = table.head.last;
  const bottom = Math.max(...rows.map(({ row }) => row));
  const { column, problems, before, mark } = placeBeside(
    table,
    read,
    { top, bottom },
    columns.length,
  );
  const area = { row: grid.row + top, column, rows: bottom - top + 1, columns: columns.length };

  const values: DocValue[][] = Array.from({ length: area.rows }, () => columns.map(() => null));
  values[0] = columns.map(({ heading }) => heading);
  const styles: StyledArea[] = [{ area: { ...area, rows: 1 }, style: HEAD }];
  columns.forEach(({ style }, i) => {
    if (area.rows < 2) return;
    const body = { row: area.row + 1, column: column + i, rows: area.rows - 1, columns: 1 };
    styles.push({ area: body, style: { ...style, border: true } });
  });
  for (const { row, unit } of rows) {
    const scored = byCode.get(unit.code);
    if (!scored) continue;
    values[row - top] = columns.map((each) => each.value(scored));
    columns.forEach(({ cellFormat }, i) => {
      const numberFormat = cellFormat?.(scored);
      if (!numberFormat) return;
      const cell = { row: grid.row + row, column: column + i, rows: 1, columns: 1 };
      styles.push({ area: cell, style: { numberFormat } });
    });
  }
  return {
    sheet: grid.sheet,
    area,
    values,
    styles,
    widths: columns.map(({ width }) => width),
    mark,
    before,
    problems,
  };
}

const indexes = new WeakMap<ScoreResult, Map<string, UnitResult>>();

function unitResults(result: ScoreResult): Map<string, UnitResult> {
  let index = indexes.get(result);
  if (!index) {
    const all = Object.values(result.levels).flatMap(({ units }) => units);
    indexes.set(result, (index = new Map(all.map((unit) => [unit.unit.code, unit]))));
  }
  return index;
}

function besideColumns(plan: Plan, levelId: string): BesideColumn[] {
  const level = levelOf(plan, levelId);
  const right = { horizontal: 'Right' } as const;
  return [
    ...level.criteria.flatMap((criterion): BesideColumn[] => [
      {
        heading: words.ratioHeading(criterion.shortName),
        width: 11,
        style: { ...right, numberFormat: FORMATS.percent },
        value: ({ criteria }) => figureValue(criteria[criterion.id]?.ratio ?? null),
        cellFormat: ({ criteria }) =>
          tellingFormat(level, criterion, criteria[criterion.id]?.ratio ?? null),
      },
      {
        heading: words.pointsHeading(criterion.shortName),
        width: 9,
        style: { ...right, numberFormat: FORMATS.points },
        value: ({ criteria }) => figureValue(criteria[criterion.id]?.points ?? null),
      },
    ]),
    {
      heading: words.COLUMNS.total,
      width: 9,
      style: { ...right, bold: true, numberFormat: FORMATS.points },
      value: ({ total }) => figureValue(total),
    },
    {
      heading: words.COLUMNS.rank,
      width: 10,
      style: { horizontal: 'Center', bold: true },
      value: rankValue,
    },
    {
      heading: words.COLUMNS.note,
      width: 40,
      // Not wrapped: the user's rows keep their heights.
      style: { horizontal: 'Left' },
      value: (unit) => words.unitNote(plan, unit) || null,
    },
  ];
}

/**
 * Where our columns go: where they stood, else right of the table with a gap, else (where the user
 * has something there, be it only a format) right of everything on the sheet.
 */
function placeBeside(
  table: FoundTable,
  read: SheetRead,
  rows: { top: number; bottom: number },
  width: number,
): Pick<BesideDoc, 'before' | 'mark' | 'problems'> & { column: number } {
  const { grid } = table;
  const top = grid.row + rows.top;
  const bottom = grid.row + rows.bottom;
  const marked = read.ourColumns.find(
    ({ area }) => area.row <= bottom && area.row + area.rows > top,
  );
  const before = marked?.area ?? null;
  const mark = marked?.name ?? freeMark(read, top);
  const isFree = (column: number) => {
    for (let row = top; row <= bottom; row += 1) {
      for (let at = column; at < column + width; at += 1) {
        if (before && isWithin(before, row, at)) continue;
        if (sheetValue(grid, row, at) !== '') return false;
      }
    }
    return true;
  };
  if (before && isFree(before.column)) return { column: before.column, before, mark, problems: [] };
  const wanted = grid.column + table.right + 2;
  const formattedByUser = wanted - 1 < read.formattedUpTo && read.formattedUpTo < FORMATS_END;
  if (!formattedByUser && isFree(wanted - 1) && isFree(wanted)) {
    return { column: wanted, before, mark, problems: [] };
  }
  const usedUpTo = grid.column + (grid.values[0]?.length ?? 0);
  const column = Math.max(usedUpTo, formattedByUser ? read.formattedUpTo : 0) + 1;
  const problem: TableProblem = {
    code: 'columnsMoved',
    severity: 'info',
    places: [],
    sheet: grid.sheet,
    to: columnLetters(column),
  };
  return { column, before, mark, problems: [problem] };
}

/** Formats beyond this column are those of whole rows: there is no place without any. */
const FORMATS_END = 1000;

/** Tables on a sheet differ by their heading row: so do their marks. */
function freeMark(read: SheetRead, top: number): string {
  const wanted = `${COLUMNS_MARK}_${top + 1}`;
  const taken = read.ourColumns.filter(({ name }) => name.startsWith(wanted)).length;
  return taken === 0 ? wanted : `${wanted}_${taken}`;
}

function isWithin({ row, column, rows, columns }: Area, atRow: number, atColumn: number): boolean {
  return atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;
}

/** A value by its place on the sheet; outside the used range there is none. */
function sheetValue(grid: Grid, row: number, column: number) {
  return valueAt(grid, row - grid.row, column - grid.column);
}
