import {
  inOfficialOrder,
  type Criterion,
  type Level,
  type LevelResult,
  type Readings,
  type TieMeasure,
  type UnitResult,
} from '../../rules';
import { words } from '../../words';
import { cellAddress, rangeAddress } from '../find/grid';
import { FORMATS, type CellStyle } from '../sheets/doc';

/** A column of the table of a level, by its id. */
export interface CheckColumn {
  readonly id: string;
  readonly heading: string;
  readonly width: number;
  readonly style: CellStyle;
}

/** The table of one level on the check sheet: its columns, and where its units stand. */
export class Block {
  readonly units: readonly UnitResult[];
  readonly columns: readonly CheckColumn[];
  /** The measures that tell ties apart, in their order; none where no unit has any. */
  readonly measures: readonly TieMeasure[];
  readonly #at = new Map<string, number>();
  readonly #members = new Map<string, { first: number; rows: number }>();

  /** @param first the row of the first unit, counted from 0 */
  constructor(
    readonly result: LevelResult,
    readings: Readings,
    finer: ReadonlySet<string>,
    readonly first: number,
  ) {
    // Members of a group stand together: its mean is that of neighbouring cells.
    this.units = [...result.units].sort(
      ({ unit: x }, { unit: y }) => compareTexts(x.parent, y.parent) || inOfficialOrder(x, y),
    );
    this.units.forEach(({ unit: { parent } }, i) => {
      if (parent === null) return;
      const group = this.#members.get(parent);
      if (group) group.rows += 1;
      else this.#members.set(parent, { first: first + i, rows: 1 });
    });
    this.measures = result.level.tieBreak
      ? [...new Set(readings.tieMeasures)].filter((measure) =>
          this.units.some(({ measures }) => measures[measure] !== null),
        )
      : [];
    this.columns = columnsOf(this, readings, finer);
  }

  /** Says where the columns stand on the sheet. @param ids those of all tables, from the left */
  layOut(ids: readonly string[]): void {
    const own = new Set(this.columns.map(({ id }) => id));
    ids.forEach((id, i) => own.has(id) && this.#at.set(id, i));
  }

  get level(): Level {
    return this.result.level;
  }

  has(id: string): boolean {
    return this.columns.some((column) => column.id === id);
  }

  /** Where a column stands on the sheet, from the left. */
  columnOf(id: string): number {
    const at = this.#at.get(id);
    if (at === undefined) throw new RangeError(`No column ${id} on the check sheet`);
    return at;
  }

  /** "F41": a cell of a unit's row. @param row counted from 0 */
  cell(id: string, row: number): string {
    return cellAddress(row, this.columnOf(id));
  }

  /** "$F$41:$F$115": a column from the first unit to the last. */
  range(id: string): string {
    return absolute(rangeAddress(this.first, this.columnOf(id), this.units.length, 1));
  }

  /** "F41:F49": a column's cells of a group's members; null where it has none. */
  members(id: string, group: string): string | null {
    const at = this.#members.get(group);
    return at ? rangeAddress(at.first, this.columnOf(id), at.rows, 1) : null;
  }

  membersOf(group: string): readonly UnitResult[] {
    return this.units.filter(({ unit }) => unit.parent === group);
  }
}

/** The columns of all tables, so that like ones stand below each other; each as wide as its widest. */
export function sharedColumns(blocks: readonly Block[]): CheckColumn[] {
  const shared: CheckColumn[] = [];
  for (const { columns } of blocks) {
    let next = 0;
    for (const column of columns) {
      const at = shared.findIndex(({ id }) => id === column.id);
      if (at < 0) shared.splice(next, 0, column);
      next = (at < 0 ? next : at) + 1;
    }
  }
  return shared;
}

function compareTexts(x: string | null, y: string | null): number {
  const [a, b] = [x ?? '', y ?? ''];
  return a < b ? -1 : a > b ? 1 : 0;
}

function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

const CENTER: CellStyle = { horizontal: 'Center' };
const LEFT: CellStyle = { horizontal: 'Left', wrap: true };
const RIGHT = { horizontal: 'Right' } as const;
const COUNT: CellStyle = { ...RIGHT, numberFormat: FORMATS.count };
const PERCENT: CellStyle = { ...RIGHT, numberFormat: '[$-42A]0.0000%' };
const POINTS: CellStyle = { ...RIGHT, numberFormat: '[$-42A]0.0000' };
const TEN: CellStyle = { ...RIGHT, numberFormat: '[$-42A]0.0000000000' };
/** Empty where it isn't used, which is nearly everywhere. */
const USED: CellStyle = { ...RIGHT, numberFormat: '[$-42A]0.0000;;' };
const OURS: CellStyle = { ...POINTS, fill: '#F2F2F2' };
/** A 0 says that nothing was decided. */
const DECIDED: CellStyle = { ...CENTER, numberFormat: '0;-0;' };

function columnsOf(block: Block, readings: Readings, finer: ReadonlySet<string>): CheckColumn[] {
  const { level, units, measures } = block;
  const { columns: heading } = words.CHECK;
  const { criteria } = level;
  const column = (id: string, text: string, width: number, style: CellStyle): CheckColumn => ({
    id,
    heading: text,
    width,
    style,
  });
  const hasGroups = units.some(({ unit }) => unit.parent !== null);
  const hasAccounts = units.some(({ row }) => row?.accounts?.logged === null);
  const decided = units.some(({ notes }) => notes.some(({ code }) => code === 'byDecision'));
  return [
    column('order', heading.order, 3.5, CENTER),
    column('unit', heading.unit, 14, LEFT),
    ...(hasGroups ? [column('group', heading.group, 14, LEFT)] : []),
    ...criteria.flatMap((criterion) => criterionColumns(block, criterion, readings, column)),
    column('total', heading.total, 7, { ...POINTS, bold: true }),
    column('compared', heading.compared, 10.5, TEN),
    ...(measures.length > 0 && hasAccounts ? [column('accounts', heading.accounts, 6, COUNT)] : []),
    ...measures.flatMap((measure) => [
      column(measure, heading.measures[measure], 6.5, POINTS),
      column(`${measure}.used`, heading.used(heading.measures[measure]), 6.5, USED),
    ]),
    ...(decided ? [column('decision', heading.decision, 6, DECIDED)] : []),
    column('rank', heading.rank, 6.5, { ...CENTER, bold: true, wrap: true }),
    ...criteria.map(({ id, shortName }) =>
      column(`${id}.ours`, heading.ours(words.pointsHeading(shortName)), 6.5, OURS),
    ),
    column('total.ours', heading.ours(heading.total), 7, OURS),
    column('rank.ours', heading.ours(heading.rank), 7.5, {
      ...CENTER,
      wrap: true,
      fill: '#F2F2F2',
    }),
    ...(units.some(({ unit }) => finer.has(unit.code))
      ? [column('finer', heading.finer, 7, CENTER)]
      : []),
    column('verdict', heading.verdict, 9, { ...CENTER, bold: true, wrap: true }),
    column('source', heading.source, 16, LEFT),
  ];
}

function criterionColumns(
  { level, units }: Block,
  { id, shortName, combine, postChannel }: Criterion,
  readings: Readings,
  column: (id: string, text: string, width: number, style: CellStyle) => CheckColumn,
): CheckColumn[] {
  const { columns: heading } = words.CHECK;
  const withPost =
    readings.post === 'inDenominator' &&
    postChannel &&
    units.some(({ row }) => row?.counts[id]?.post !== undefined);
  const zeroed = level.gate?.criterion === id && readings.gate === 'criterionOnly';
  return [
    column(`${id}.a`, heading.a(shortName), 6.5, COUNT),
    column(`${id}.b`, heading.b(shortName), 6.5, COUNT),
    ...(withPost
      ? [
          column(`${id}.post`, heading.post(shortName), 6.5, COUNT),
          column(`${id}.whole`, heading.whole(shortName), 6.5, COUNT),
        ]
      : []),
    column(`${id}.own`, heading.own(shortName), 7.5, PERCENT),
    ...(combine ? [column(`${id}.mean`, heading.mean(shortName), 7.5, PERCENT)] : []),
    ...(combine && readings.combinedRatio !== 'meanOfPoints'
      ? [column(`${id}.ratio`, heading.ratio(shortName), 7.5, PERCENT)]
      : []),
    column(`${id}.points`, heading.points(shortName), 6.5, POINTS),
    ...(zeroed ? [column(`${id}.counted`, heading.counted(shortName), 6.5, POINTS)] : []),
  ];
}
