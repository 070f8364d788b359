import type { UnitResult } from '../../rules';
import { words } from '../../words';
import type { Block } from './block';
import { hasSeveralRows } from './formulas';

/** What a row says where its numbers are ours: that of copied figures is no agreement. */
function agreement({ total, status }: UnitResult, copied: boolean): string {
  const { agrees, notScored, copied: isCopied } = words.CHECK;
  if (!total.known && status !== 'gated') return notScored;
  return copied ? isCopied : agrees;
}

/**
 * The formula that holds a row against ours. Where a difference of some unit is finer than a
 * spreadsheet compares, ranks may be off by as many places as there are such units.
 * @param apart the formula that tells whether points differ
 */
export function verdictFormula(
  block: Block,
  unit: UnitResult,
  row: number,
  { apart, copied }: { readonly apart: string; readonly copied: boolean },
): string {
  const { differs, finer } = words.CHECK;
  const [rank, ours] = [block.cell('rank', row), block.cell('rank.ours', row)];
  const same = `"${agreement(unit, copied)}"`;
  const wrong = `"${differs}"`;
  if (!block.has('finer')) {
    return `IFERROR(IF(${apart},${wrong},IF(${rank}=${ours},${same},${wrong})),${wrong})`;
  }
  const own = `${block.cell('finer', row)}="x"`;
  const off = `ABS(${rank}-${ours})<=COUNTIF(${block.range('finer')},"x")`;
  const mayBe = `IF(${own},TRUE,IF(COUNT(${rank},${ours})=2,${off},FALSE))`;
  return (
    `IFERROR(IF(${apart},IF(${own},"${finer}",${wrong}),` +
    `IF(${rank}=${ours},${same},IF(${mayBe},"${finer}",${wrong}))),${wrong})`
  );
}

/** What is to be known of where a unit's figures come from; empty where all are the user's cells. */
export function sourceNotes(
  unit: UnitResult,
  copied: { readonly own: boolean; readonly members: boolean },
): string {
  const { CHECK } = words;
  const { row, notes } = unit;
  if (!row) return CHECK.noRow;
  const figures = Object.values(row.counts).flatMap(({ a, b, post, percent }) =>
    [a, b, post, percent].filter((figure) => figure !== undefined),
  );
  const files = figures.flatMap(({ place }) => (place?.file === undefined ? [] : [place.file]));
  const told = [
    ...(hasSeveralRows(unit) ? [CHECK.severalRows] : []),
    ...[...new Set(files)].map((file) => CHECK.fromFile(file)),
    ...(copied.own && files.length === 0 ? [CHECK.copiedFigures] : []),
    ...(copied.members ? [CHECK.copiedMembers] : []),
    ...(row.accounts && row.accounts.logged !== null ? [CHECK.byLog] : []),
    ...(notes.some(({ code }) => code === 'byDecision') ? [CHECK.byDecision] : []),
  ];
  return told.join('. ');
}

/** The place that decisions give a unit among those it was tied with; 0 where none does. */
export function decidedOrder({ unit, notes }: UnitResult): number {
  let ahead = 0;
  for (const note of notes) {
    if (note.code !== 'byDecision') continue;
    const at = note.decision.order.indexOf(unit.code);
    if (at >= 0) return ahead + at + 1;
    // Behind all that it names; another decision may order those that are left.
    ahead += note.decision.order.length;
  }
  return ahead === 0 ? 0 : ahead + 1;
}
