import {
  COMPARED_DECIMALS,
  type Criterion,
  type Readings,
  type UnitResult,
  type UnitRow,
} from '../../rules';
import { words } from '../../words';
import type { Block } from './block';
import type { Source, Sources } from './source';

/** Addresses of the cells that hold the plan's numbers. */
export interface Parameters {
  full(level: string, criterion: string): string;
  threshold(level: string, criterion: string): string;
  gate(level: string): string;
  readonly tolerance: string;
}

/** What the formulas of a row need to know beside its unit. */
export interface CheckContext {
  readonly readings: Readings;
  readonly sources: Sources;
  readonly parameters: Parameters;
  readonly block: Block;
  /** The table of another level. */
  readonly other: (level: string) => Block | null;
}

/** A unit's row. */
export interface RowCells {
  /** By column id: formulas without "=", or numbers that had to be copied. */
  readonly cells: ReadonlyMap<string, string | number>;
  /** A formula: are its points other than ours? */
  readonly apart: string;
  /** A figure of it was copied. */
  readonly copied: boolean;
}

/** A ratio that can be held to a bound: doubles are noise beyond ten decimals. */
function compared(cell: string): string {
  return `ROUND(${cell},${COMPARED_DECIMALS})`;
}

/** The cells of every criterion of a unit, its total, its rank. @param row counted from 0 */
export function rowCells(context: CheckContext, unit: UnitResult, row: number): RowCells {
  const cells = new Map<string, string | number>();
  let copied = false;
  const put = (id: string, source: Source) => {
    if (source.from === 'cells') cells.set(id, source.formula);
    if (source.from === 'copy') cells.set(id, source.value);
    copied ||= source.from === 'copy';
  };
  const { level } = context.block;
  for (const criterion of level.criteria) {
    const at = { context, unit, row, criterion };
    ownCells(at, put);
    combinedCells(at, cells);
  }
  rankCells(context, row, cells);
  if (level.tieBreak) measureCells(context, unit, row, put);
  return { cells, apart: apartFrom(context, row), copied };
}

interface At {
  readonly context: CheckContext;
  readonly unit: UnitResult;
  readonly row: number;
  readonly criterion: Criterion;
}

type Put = (id: string, source: Source) => void;

const formula = (text: string): Source => ({ from: 'cells', formula: text });

/** A unit's own figures and their ratio (rows 1, 3, 10 to 12, 14 and 15 of docs/plan.md). */
function ownCells({ context, unit, row, criterion }: At, put: Put): void {
  const { block, readings, sources } = context;
  const { id, memberSum } = criterion;
  const cell = (part: string) => block.cell(`${id}.${part}`, row);
  const whole = block.has(`${id}.whole`) ? 'whole' : 'b';
  if (memberSum !== null && readings.memberSum === 'sumOfMembers') {
    const members = unit.row ? membersAt(context, criterion, memberSum, unit) : null;
    if (!members) return;
    const { own, a, whole: b } = members;
    const all = `COUNT(${own})=ROWS(${own}),COUNT(${a})=ROWS(${a})`;
    put(`${id}.a`, formula(`IF(AND(${all}),SUM(${a}),"")`));
    put(`${id}.b`, formula(`IF(AND(${all}),SUM(${b}),"")`));
    put(`${id}.own`, formula(ratioOf(cell('a'), cell('b'), null, criterion, cell('b'))));
    return;
  }
  const counts = unit.row?.counts[id];
  if (!counts || hasSeveralRows(unit)) return;
  if (readings.percentOnly !== null && criterion.percentAllowed && isFromPercent(counts)) {
    put(`${id}.own`, sources.ratio(counts.percent));
    return;
  }
  put(`${id}.a`, sources.count(counts.a));
  put(`${id}.b`, sources.count(counts.b));
  const post = whole === 'whole' && counts.post ? cell('post') : null;
  if (post) put(`${id}.post`, sources.count(counts.post));
  if (whole === 'whole') {
    const parts = post ? [cell('b'), post] : [cell('b')];
    const list = parts.join(',');
    put(`${id}.whole`, formula(`IF(COUNT(${list})=${parts.length},SUM(${list}),"")`));
  }
  put(`${id}.own`, formula(ratioOf(cell('a'), cell('b'), post, criterion, cell(whole))));
}

/** What the row says is a percentage only, as the rules tell it. */
function isFromPercent({ a, b, percent }: UnitRow['counts'][string]): boolean {
  const isAbsent = (figure: typeof a) =>
    'unusable' in figure && (figure.unusable === 'noColumn' || figure.unusable === 'empty');
  return percent !== undefined && isAbsent(a) && isAbsent(b);
}

/** Rows that contradict each other: none speaks for the unit. */
export function hasSeveralRows({ criteria }: UnitResult): boolean {
  return Object.values(criteria).some(
    ({ own }) => !own.known && own.because.some(({ why }) => why === 'duplicateRows'),
  );
}

function ratioOf(
  a: string,
  b: string,
  post: string | null,
  { aboveOne }: Criterion,
  whole: string,
): string {
  const counts = [a, b, ...(post ? [post] : [])];
  const wrong = [
    ...counts.flatMap((cell) => [`${cell}<0`, `${cell}<>INT(${cell})`]),
    `${whole}<=0`,
    // Row 10: more online than all, whatever channel the reading adds.
    ...(aboveOne === 'error' ? [`${a}>${b}`] : []),
  ];
  return `IF(COUNT(${counts.join(',')})<${counts.length},"",IF(OR(${wrong.join(',')}),"",${a}/${whole}))`;
}

/** The members' cells of the like criterion at their level; null where the unit has none. */
function membersAt(
  { other }: CheckContext,
  { id }: Criterion,
  level: string,
  { unit }: UnitResult,
) {
  const block = other(level);
  const whole = block?.has(`${id}.whole`) ? 'whole' : 'b';
  const range = (part: string) =>
    block?.has(`${id}.${part}`) ? block.members(`${id}.${part}`, unit.code) : null;
  const [own, a, all, points] = [range('own'), range('a'), range(whole), range('points')];
  if (!block || !own || !a || !all || !points) return null;
  const anyRows = block.membersOf(unit.code).some((member) => member.row !== null);
  return { own, a, whole: all, points, anyRows };
}

/** The combined ratio under each reading (rows 2, 4 and 5), and the points. */
function combinedCells(at: At, cells: Map<string, string | number>): void {
  const { context, unit, row, criterion } = at;
  const { block, readings, parameters } = context;
  const { id, combine } = criterion;
  const { id: level } = block.level;
  const cell = (part: string) => block.cell(`${id}.${part}`, row);
  const full = parameters.full(level, id);
  const pointsOf = (ratio: string) =>
    `IF(${compared(ratio)}>=${parameters.threshold(level, id)},${full},${ratio}*${full})`;
  const own = cell('own');
  if (!combine) {
    cells.set(`${id}.points`, `IF(${own}="","",${pointsOf(own)})`);
  } else {
    const members = membersAt(context, criterion, combine.level, unit);
    const all = cell(block.has(`${id}.whole`) ? 'whole' : 'b');
    const { alone, mean, ratio, points } = combination(members, readings, cell, all, pointsOf);
    if (mean) cells.set(`${id}.mean`, mean);
    if (readings.combinedRatio === 'meanOfPoints') {
      cells.set(`${id}.points`, `IF(${own}="","",${points ?? alone(pointsOf(own))})`);
    } else {
      cells.set(`${id}.ratio`, `IF(${own}="","",${ratio ?? alone(own)})`);
      cells.set(`${id}.points`, `IF(${cell('ratio')}="","",${pointsOf(cell('ratio'))})`);
    }
  }
  if (block.has(`${id}.counted`)) {
    const held = compared(cell(combine ? 'ratio' : 'own'));
    const points = cell('points');
    const gate = parameters.gate(level);
    cells.set(`${id}.counted`, `IF(${points}="","",IF(${held}<${gate},0,${points}))`);
  }
}

/**
 * The mean of the members and what is made of it; ratio and points are null where the unit stands
 * alone whatever its figures are.
 */
function combination(
  members: ReturnType<typeof membersAt>,
  { combinedRatio, unusableMember, noMembers }: Readings,
  cell: (part: string) => string,
  allB: string,
  pointsOf: (ratio: string) => string,
) {
  const alone = (value: string) => (noMembers === 'notScored' ? '""' : value);
  if (!members?.anyRows) return { alone, mean: null, ratio: null, points: null };
  const { own: theirs, a, whole, points: theirPoints } = members;
  const own = cell('own');
  const byCounts = combinedRatio === 'meanCounts' || combinedRatio === 'pooledCounts';
  const zeros = !byCounts && unusableMember === 'countsAsZero';
  const average = (range: string) => (zeros ? `SUM(${range})/ROWS(${range})` : `AVERAGE(${range})`);
  const usable = byCounts ? `COUNTIFS(${theirs},">=0",${a},">=0")` : `COUNT(${theirs})`;
  const orAlone = (value: string, instead: string) =>
    zeros ? value : `IF(${usable}=0,${alone(instead)},${value})`;
  const meanOf = byCounts ? `AVERAGEIFS(${theirs},${a},">=0")` : average(theirs);
  const mean = zeros ? meanOf : `IF(${usable}=0,"",${meanOf})`;
  const pooled = (own: string, range: string) =>
    combinedRatio === 'pooledCounts'
      ? `(${own}+SUMIF(${theirs},">=0",${range}))`
      : `(${own}+AVERAGEIF(${theirs},">=0",${range}))`;
  const ratio = byCounts
    ? `IF(${usable}=0,${alone(own)},IF(COUNT(${cell('a')},${allB})<2,"",${pooled(cell('a'), a)}/${pooled(allB, whole)}))`
    : orAlone(`(${own}+${cell('mean')})/2`, own);
  const points = orAlone(`(${pointsOf(own)}+${average(theirPoints)})/2`, pointsOf(own));
  return { alone, mean, ratio, points };
}

/** The cells of the points that the total is made of. */
function countedPoints({ block }: CheckContext, row: number): string[] {
  return block.level.criteria.map(({ id }) =>
    block.cell(block.has(`${id}.counted`) ? `${id}.counted` : `${id}.points`, row),
  );
}

/** Are points or the total other than ours by more than the noise of doubles, or there alone? */
function apartFrom(context: CheckContext, row: number): string {
  const { block, parameters } = context;
  const points = countedPoints(context, row);
  const pairs = block.level.criteria.map(({ id }, i) => [points[i], block.cell(`${id}.ours`, row)]);
  pairs.push([block.cell('total', row), block.cell('total.ours', row)]);
  const each = pairs.map(
    ([x, y]) => `IF(COUNT(${x},${y})=2,ABS(${x}-${y})>${parameters.tolerance},COUNT(${x},${y})=1)`,
  );
  return `OR(${each.join(',')})`;
}

/** The total, what ranks go by, the rank with what tells ties apart (III.2.b, rows 6, 7 and 13). */
function rankCells(context: CheckContext, row: number, cells: Map<string, string | number>): void {
  const { block, readings } = context;
  const { measures } = block;
  const cell = (id: string) => block.cell(id, row);
  const points = countedPoints(context, row);
  const [total, key] = [cell('total'), cell('compared')];
  cells.set('total', `IF(COUNT(${points.join(',')})<${points.length},"",${points.join('+')})`);
  const gated = gatedBy(context, row);
  const rounded =
    readings.rounding === null ? compared(total) : `ROUND(${compared(total)},${readings.rounding})`;
  const open = gated ? `IF(${gated},"",${rounded})` : rounded;
  cells.set('compared', `IF(${total}="","",${open})`);

  const totals = block.range('compared');
  const tied = [`${totals},${key}`];
  const before: string[] = [];
  const behind = (id: string) => {
    before.push(`COUNTIFS(${tied.join(',')},${block.range(id)},"<"&${cell(id)})`);
    tied.push(`${block.range(id)},${cell(id)}`);
  };
  for (const measure of measures) {
    const used = `${measure}.used`;
    const all = `COUNTIFS(${tied.join(',')})`;
    const having = `COUNTIFS(${tied.join(',')},${block.range(measure)},">=0")`;
    const value = compared(cell(measure));
    cells.set(used, `IF(${key}="","",IF(${all}=1,0,IF(${having}=${all},${value},0)))`);
    behind(used);
  }
  if (block.has('decision')) behind('decision');
  const rank = [`RANK(${key},${totals})`, ...before].join('+');
  const { notConsidered, notScored } = words.PAPER;
  const none = gated ? `IF(${gated},"${notConsidered}","${notScored}")` : `"${notScored}"`;
  cells.set('rank', `IF(${key}<>"",${rank},${none})`);
}

/** True where the unit is below the gate; null where the level has none, or the reading no effect. */
function gatedBy({ block, readings, parameters }: CheckContext, row: number): string | null {
  const { gate, id, criteria } = block.level;
  if (!gate || readings.gate !== 'wholeUnit') return null;
  const combines = criteria.find((each) => each.id === gate.criterion)?.combine;
  const part = `${gate.criterion}.${combines ? 'ratio' : 'own'}`;
  if (!block.has(part)) return null;
  const ratio = block.cell(part, row);
  return `IF(ISNUMBER(${ratio}),${compared(ratio)}<${parameters.gate(id)},FALSE)`;
}

/** The accounts and what they give (row 6). Those of a log aren't in the workbook: they are copied. */
function measureCells(context: CheckContext, unit: UnitResult, row: number, put: Put): void {
  const { block, sources } = context;
  const accounts = unit.row?.accounts;
  const criterion = block.level.tieBreak?.criterion ?? '';
  if (!accounts || block.measures.length === 0) return;
  const { logged, distinct, busiest, place } = accounts;
  if (logged === null) {
    if (!block.has('dossiersPerAccount')) return;
    put('accounts', sources.count({ value: distinct, place }));
    const [n, a] = [block.cell('accounts', row), block.cell(`${criterion}.a`, row)];
    const sane = `AND(${n}>0,${n}=INT(${n}),${n}<=${a})`;
    const ratio = `IF(COUNT(${n},${a})=2,IF(${sane},${a}/${n},""),"")`;
    put('dossiersPerAccount', formula(ratio));
    return;
  }
  for (const measure of block.measures) {
    if (unit.measures[measure] === null) continue;
    const isPerAccount = measure === 'dossiersPerAccount';
    const [part, of] = isPerAccount ? [logged, distinct] : [busiest?.dossiers, busiest?.of];
    put(measure, formula(`${part}/${of}`));
  }
}
