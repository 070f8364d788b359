import {
  fullName,
  planNumber,
  type Criterion,
  type Figure,
  type Level,
  type Plan,
  type UnitResult,
} from '../../rules';
import { words } from '../../words';
import { FORMATS, percentFormat, type CellStyle, type DocValue } from './doc';

/** A column of a result table: its heading, its formula by column numbers, its cell. */
export interface ResultColumn {
  readonly heading: string;
  readonly width: number;
  readonly style: CellStyle;
  /** "(4)/(5)", made with the numbers of the other columns; null where the column is given. */
  readonly formula: ((number: (id: string) => string) => string) | null;
  readonly id: string;
  readonly value: (unit: UnitResult, order: number) => DocValue;
  /** A format of the cell's own, where the column's would mislead. */
  readonly cellFormat?: (unit: UnitResult) => string | null;
}

const CENTER: CellStyle = { horizontal: 'Center' };
const TEXT: CellStyle = { horizontal: 'Left', wrap: true };
const COUNT: CellStyle = { horizontal: 'Right', numberFormat: FORMATS.count };
const POINTS: CellStyle = { horizontal: 'Right', numberFormat: FORMATS.points };
const PERCENT: CellStyle = { horizontal: 'Right', numberFormat: FORMATS.percent };

/** The columns of a level's result sheet, as the board knows them. */
export function resultColumns(plan: Plan, level: Level): ResultColumn[] {
  const { COLUMNS } = words;
  const hasGroups = plan.units.some((unit) => unit.level === level.id && unit.parent !== null);
  return [
    {
      id: 'order',
      heading: COLUMNS.order,
      width: 5,
      style: CENTER,
      formula: null,
      value: (_, order) => order,
    },
    {
      id: 'unit',
      heading: COLUMNS.unit,
      width: 20,
      style: TEXT,
      formula: null,
      value: ({ unit }) => fullName(unit),
    },
    ...(hasGroups
      ? [
          {
            id: 'group',
            heading: words.groupHeading(plan),
            width: 19,
            style: TEXT,
            formula: null,
            value: ({ unit }: UnitResult) => words.parentName(plan, unit),
          },
        ]
      : []),
    ...level.criteria.flatMap((criterion) => criterionColumns(level, criterion)),
    {
      id: 'total',
      heading: COLUMNS.total,
      width: 9,
      style: { ...POINTS, bold: true },
      formula: (number) => level.criteria.map(({ id }) => number(`${id}.points`)).join('+'),
      value: ({ total }) => figureValue(total),
    },
    {
      id: 'rank',
      heading: COLUMNS.rank,
      width: 9,
      style: { ...CENTER, bold: true, wrap: true },
      formula: null,
      value: rankValue,
    },
    {
      id: 'note',
      heading: COLUMNS.note,
      width: 30,
      style: TEXT,
      formula: null,
      value: (unit) => words.unitNote(plan, unit) || null,
    },
  ];
}

function criterionColumns(level: Level, criterion: Criterion): ResultColumn[] {
  const { id, shortName, full } = criterion;
  const of = (unit: UnitResult) => unit.criteria[id];
  const [aHeading, bHeading] =
    id === 'eid'
      ? [words.COLUMNS.eidA, words.COLUMNS.eidB]
      : [words.COLUMNS.dvcA, words.COLUMNS.dvcB];
  const ratio = (
    part: string,
    heading: string,
    pick: (unit: UnitResult) => Figure | null | undefined,
    formula: ResultColumn['formula'],
  ): ResultColumn => ({
    id: `${id}.${part}`,
    heading,
    width: 10,
    style: PERCENT,
    formula,
    value: (unit) => figureValue(pick(unit) ?? null),
    cellFormat: (unit) => tellingFormat(level, criterion, pick(unit) ?? null),
  });
  const quotient: ResultColumn['formula'] = (number) => `${number(`${id}.a`)}/${number(`${id}.b`)}`;
  const ratios = criterion.combine
    ? [
        ratio('own', words.COLUMNS.ownRatio, (unit) => of(unit)?.own, quotient),
        ratio('mean', words.COLUMNS.memberMean, (unit) => of(unit)?.memberMean, null),
        ratio(
          'ratio',
          words.COLUMNS.combinedRatio,
          (unit) => of(unit)?.ratio,
          (number) => `[${number(`${id}.own`)}+${number(`${id}.mean`)}]/2`,
        ),
      ]
    : [ratio('ratio', words.COLUMNS.ratio, (unit) => of(unit)?.ratio, quotient)];
  return [
    {
      id: `${id}.a`,
      heading: aHeading,
      width: 10,
      style: COUNT,
      formula: null,
      value: (unit) => figureValue(of(unit)?.a ?? null),
    },
    {
      id: `${id}.b`,
      heading: bHeading,
      width: 10,
      style: COUNT,
      formula: null,
      value: (unit) => figureValue(of(unit)?.b ?? null),
    },
    ...ratios,
    {
      id: `${id}.points`,
      heading: words.pointsHeading(shortName),
      width: 9,
      style: POINTS,
      formula: (number) => `${number(`${id}.ratio`)}×${full}`,
      value: (unit) => figureValue(of(unit)?.points ?? null),
    },
  ];
}

export function figureValue(figure: Figure | null): number | null {
  return figure?.known ? figure.value.approx : null;
}

/** The rank, or in its place why there is none. */
export function rankValue(unit: UnitResult): DocValue {
  if (unit.rank !== null) return unit.rank;
  return unit.status === 'gated' ? words.PAPER.notConsidered : words.PAPER.notScored;
}

/** More decimals where two would show a ratio as the very threshold that it misses. */
export function tellingFormat(
  level: Level,
  criterion: Criterion,
  figure: Figure | null,
): string | null {
  if (!figure?.known) return null;
  const bounds = [
    criterion.threshold,
    ...(level.gate?.criterion === criterion.id ? [level.gate.from] : []),
  ];
  let most = 2;
  for (const bound of bounds) {
    if (Math.abs(figure.value.approx - planNumber(bound).approx) > 1e-4) continue;
    const text = words.percentBeside(figure.value, planNumber(bound));
    const decimals = text.endsWith('%') ? text.length - text.indexOf(',') - 2 : 6;
    most = Math.max(most, decimals);
  }
  return most > 2 ? percentFormat(most) : null;
}
