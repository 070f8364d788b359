import type { UnitResult } from '../../rules';
import { words } from '../../words';
import { compared, formula, type CheckContext, type Put } from './context';

/** The cells of the points that the total is made of. */
function countedPoints({ block }: CheckContext, row: number): string[] {
  return block.level.criteria.map(({ id }) =>
    block.cell(block.has(`${id}.counted`) ? `${id}.counted` : `${id}.points`, row),
  );
}

/** Are points or the total other than ours by more than the noise of doubles, or there alone? */
export function apartFrom(context: CheckContext, row: number): string {
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
export function rankCells(
  context: CheckContext,
  row: number,
  cells: Map<string, string | number>,
): void {
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
export function measureCells(context: CheckContext, unit: UnitResult, row: number, put: Put): void {
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
