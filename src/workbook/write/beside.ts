import { levelOf, type Plan, type ScoreResult, type UnitResult } from '../../rules';
import { words } from '../../words';
import type { TableRow } from '../find/rows';
import type { Area } from '../read/workbook';
import { FORMATS, type CellStyle, type DocValue, type StyledArea } from '../sheets/doc';
import { figureValue, rankValue, tellingFormat } from '../sheets/result-columns';
import { placeBeside, type Beside, type BesidePlace } from './place-beside';

/** The columns that we write beside a table of the user's. */
export interface BesideDoc extends Omit<BesidePlace, 'column'> {
  readonly sheet: string;
  /** The heading row and every row down to the last unit. */
  readonly area: Area;
  readonly values: readonly (readonly DocValue[])[];
  readonly styles: readonly StyledArea[];
  /** In characters. */
  readonly widths: readonly number[];
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
  rows: readonly TableRow[],
  beside: Beside,
): BesideDoc | null {
  const [first] = rows;
  if (!first) return null;
  const columns = besideColumns(result.plan, first.unit.level);
  const byCode = unitResults(result);
  const { table } = beside;
  const { grid } = table;
  const top = table.head.last;
  const bottom = Math.max(...rows.map(({ row }) => row));
  const { column, problems, before, mark } = placeBeside(beside, { top, bottom }, columns.length);
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
