import { fullName, finerThanSheets, planNumber, type Level, type UnitResult } from '../../rules';
import { words } from '../../words';
import { cellAddress, type Grid } from '../find/grid';
import {
  DocBuilder,
  FORMATS,
  type CellStyle,
  type DocValue,
  type Formula,
  type SheetDoc,
} from '../sheets/doc';
import { letterhead, sealLine, type Report } from '../sheets/letterhead';
import { figureValue, rankValue } from '../sheets/result-columns';
import { Block, sharedColumns } from './block';
import type { CheckContext, Parameters } from './context';
import { rowCells } from './formulas';
import { Sources } from './source';
import { decidedOrder, sourceNotes, verdictFormula } from './verdict';

const SIZE = 9;
const HEAD: CellStyle = { bold: true, horizontal: 'Center', wrap: true, border: true, size: SIZE };
const TITLE: CellStyle = { bold: true, horizontal: 'Left' };
const NOTE: CellStyle = { italic: true, horizontal: 'Left', size: 11 };
const SUMMARY: CellStyle = { horizontal: 'Left', size: 11 };
/** Columns from the left that a parameter's name takes, so that its number stands behind. */
const NAME_COLUMNS = 6;
const TOLERANCE = 1e-9;
/** Rows of a level's table above its units: an empty one, its title, its headings. */
const ABOVE = 3;

const written = (formula: string): Formula => ({ formula: `=${formula}` });

/**
 * "Kiểm chứng": every point and rank again, by plain formulas from the user's own cells, beside ours.
 * @param grids the sheets that the figures were read from
 */
export function checkSheet(report: Report, grids: readonly Grid[]): SheetDoc {
  const { plan, readings, levels } = report.result;
  const finer = finerThanSheets(report.result);
  const parameters = parametersOf(plan.levels);
  const head = headRows(report);
  // Where everything stands is settled before a formula is made.
  let next = head + VERDICTS.length + 1 + parameters.length + 1;
  const blocks = new Map<string, Block>();
  for (const level of Object.values(levels)) {
    const block = new Block(level, readings, finer, next + ABOVE);
    blocks.set(level.level.id, block);
    next = block.first + block.units.length;
  }
  const all = [...blocks.values()];
  const shared = sharedColumns(all);
  for (const block of all) block.layOut(shared.map(({ id }) => id));
  const doc = new DocBuilder(shared.map(({ width }) => width));
  headOf(doc, report);
  summary(doc, all);
  const first = doc.next + 1;
  parameterRows(doc, parameters);
  const context = {
    readings,
    sources: new Sources(grids),
    parameters: addresses(parameters, first),
    other: (level: string) => blocks.get(level) ?? null,
  };
  const copied = new Set<string>();
  // Members before their groups, which take their copied figures over.
  const rows = new Map<Block, DocValue[][]>();
  for (const block of membersFirst(all)) {
    rows.set(block, blockRows(report, { ...context, block }, finer, copied));
  }
  for (const block of all) drawBlock(doc, block, rows.get(block) ?? []);
  return doc.done('check', words.SHEETS.check, { landscape: true, titleRows: null });
}

function headOf(doc: DocBuilder, report: Report): void {
  const { plan, readings } = report.result;
  letterhead(doc, report, [words.CHECK.title], [words.PAPER.movement(plan.movement, plan.year)]);
  const notes = [...words.CHECK.help, ...words.readingLines(readings)];
  for (const line of notes) doc.text(line, NOTE);
  sealLine(doc, report);
  if (report.seal) doc.text(words.VERIFY.wholeCode(report.seal.code), { ...NOTE, size: 10 });
}

/** How many rows the head takes: the same whatever its columns. */
function headRows(report: Report): number {
  const doc = new DocBuilder([60, 60]);
  headOf(doc, report);
  return doc.next;
}

const VERDICTS = ['agrees', 'differs', 'finer', 'copied', 'notScored'] as const;

/** How many rows say what. */
function summary(doc: DocBuilder, blocks: readonly Block[]): void {
  doc.text(words.CHECK.summary, TITLE);
  for (const verdict of VERDICTS) {
    const text = words.CHECK[verdict];
    const counts = blocks.map((block) => `COUNTIF(${block.range('verdict')},"${text}")`);
    const at = doc.row([]);
    doc.put(at, text, { ...SUMMARY, bold: verdict === 'differs' }, 0, NAME_COLUMNS);
    doc.set(at, NAME_COLUMNS, written(counts.join('+')), { ...SUMMARY, bold: true });
  }
}

interface Parameter {
  readonly key: string;
  readonly text: string;
  readonly value: number;
  readonly numberFormat: string;
}

/** The plan's numbers that the formulas take, each in a cell of its own. */
function parametersOf(levels: readonly Level[]): Parameter[] {
  const { full, threshold, gate, tolerance } = words.CHECK;
  const { percent } = FORMATS;
  return [
    ...levels.flatMap(({ id, name, criteria, gate: from }) => [
      ...criteria.flatMap((criterion) => [
        {
          key: `${id}/${criterion.id}/full`,
          text: full(name, criterion.shortName),
          value: planNumber(criterion.full).approx,
          numberFormat: 'General',
        },
        {
          key: `${id}/${criterion.id}/threshold`,
          text: threshold(name, criterion.shortName),
          value: planNumber(criterion.threshold).approx,
          numberFormat: percent,
        },
      ]),
      ...(from
        ? [
            {
              key: `${id}/gate`,
              text: gate(name),
              value: planNumber(from.from).approx,
              numberFormat: percent,
            },
          ]
        : []),
    ]),
    { key: 'tolerance', text: tolerance, value: TOLERANCE, numberFormat: '0E+00' },
  ];
}

function parameterRows(doc: DocBuilder, parameters: readonly Parameter[]): void {
  doc.text(words.CHECK.parameter, TITLE);
  for (const { text, value, numberFormat } of parameters) {
    const at = doc.row([]);
    doc.put(at, text, SUMMARY, 0, NAME_COLUMNS);
    doc.set(at, NAME_COLUMNS, value, { ...SUMMARY, numberFormat });
  }
}

function addresses(parameters: readonly Parameter[], first: number): Parameters {
  const index = new Map(parameters.map(({ key }, i) => [key, i]));
  const at = (key: string) =>
    cellAddress(first + (index.get(key) ?? 0), NAME_COLUMNS).replace(/^([A-Z]+)/, '$$$1$$');
  return {
    full: (level, criterion) => at(`${level}/${criterion}/full`),
    threshold: (level, criterion) => at(`${level}/${criterion}/threshold`),
    gate: (level) => at(`${level}/gate`),
    tolerance: at('tolerance'),
  };
}

/** A level that takes another's figures comes after it. */
function membersFirst(blocks: readonly Block[]): Block[] {
  const takes = ({ level }: Block) =>
    level.criteria.some(({ combine, memberSum }) => combine !== null || memberSum !== null);
  return [...blocks].sort((x, y) => Number(takes(x)) - Number(takes(y)));
}

/** @param copied codes of the units whose figures were copied, and of their groups: added to */
function blockRows(
  { result }: Report,
  context: CheckContext,
  finer: ReadonlySet<string>,
  copied: Set<string>,
): DocValue[][] {
  const { block } = context;
  return block.units.map((unit, i) => {
    const row = block.first + i;
    const { unit: who } = unit;
    const { cells, apart, copied: own } = rowCells(context, unit, row);
    const members = copied.has(who.code);
    if (own && who.parent !== null) copied.add(who.parent);
    const fixed: Readonly<Record<string, DocValue>> = {
      order: i + 1,
      unit: fullName(who),
      group: words.parentName(result.plan, who),
      decision: decidedOrder(unit),
      finer: finer.has(who.code) ? 'x' : null,
      'total.ours': figureValue(unit.total),
      'rank.ours': rankValue(unit),
      verdict: written(verdictFormula(block, unit, row, { apart, copied: own || members })),
      source: sourceNotes(unit, { own, members }) || null,
    };
    return block.columns.map(({ id }) => fixed[id] ?? cellOf(cells.get(id)) ?? oursOf(unit, id));
  });
}

function cellOf(cell: string | number | undefined): DocValue {
  return typeof cell === 'string' ? written(cell) : (cell ?? null);
}

/** Our points of a criterion; null for other columns. */
function oursOf(unit: UnitResult, id: string): DocValue {
  const criterion = /^(.+)\.ours$/.exec(id)?.[1];
  return figureValue(unit.criteria[criterion ?? '']?.points ?? null);
}

function drawBlock(doc: DocBuilder, block: Block, rows: readonly DocValue[][]): void {
  const { columns } = block;
  const width = doc.widths.length;
  /** A row's cells where their columns stand; between them, those of other tables stay empty. */
  const spread = (cells: readonly DocValue[]) => {
    const all = new Array<DocValue>(width).fill(null);
    columns.forEach(({ id }, i) => (all[block.columnOf(id)] = cells[i] ?? null));
    return all;
  };
  doc.row();
  doc.text(words.CHECK.table(block.level.name), TITLE);
  const head = doc.row(spread(columns.map(({ heading }) => heading)), undefined, SIZE);
  doc.style(head, 0, 1, width, HEAD);
  const first = doc.next;
  for (const row of rows) doc.row(spread(row), undefined, SIZE);
  doc.style(first, 0, rows.length, width, { border: true, size: SIZE, vertical: 'Center' });
  for (const { id, style } of columns) doc.style(first, block.columnOf(id), rows.length, 1, style);
}
