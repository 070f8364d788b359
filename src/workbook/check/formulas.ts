import type { Criterion, Readings, UnitResult, UnitRow } from '../../rules';
import { compared, formula, type CheckContext, type Put } from './context';
import { apartFrom, measureCells, rankCells } from './ranking';
import type { Source } from './source';

/** A unit's row. */
export interface RowCells {
  /** By column id: formulas without "=", or numbers that had to be copied. */
  readonly cells: ReadonlyMap<string, string | number>;
  /** A formula: are its points other than ours? */
  readonly apart: string;
  /** A figure of it was copied. */
  readonly copied: boolean;
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
