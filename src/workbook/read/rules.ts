import { HAU_GIANG_2023, type Plan } from '../../rules';
import { readDecisions, type Decision } from '../decisions';
import type { GridValue } from '../find/grid';
import { kindOf, SHEET_MARK, type OurSheet } from '../ours';
import { planInForce, type PlanInForce } from '../plan/read';

/** What a workbook is scored by, beside its settings. */
export interface RulesRead {
  /** Ids of the sheets that keep it. */
  readonly sheets: readonly string[];
  readonly plan: PlanInForce;
  /** The board's decisions; none where there is no plan that they could be read by. */
  readonly decisions: readonly Decision[];
}

const KINDS: ReadonlySet<OurSheet | null> = new Set<OurSheet | null>([
  'decisions',
  'plan',
  'planUnits',
]);

/**
 * Reads the workbook's own plan and the board's decisions and nothing else: three round trips,
 * whatever the workbook holds.
 */
export async function readRules(
  context: Excel.RequestContext,
  builtIn: Plan = HAU_GIANG_2023,
): Promise<RulesRead> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/id');
  await context.sync();
  const marked = worksheets.items.map((sheet) => {
    const mark = sheet.names.getItemOrNullObject(SHEET_MARK);
    mark.load('formula');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex');
    return { sheet, mark, used };
  });
  await context.sync();
  const kept = marked
    .map((each) => ({
      ...each,
      ours: each.mark.isNullObject ? null : kindOf(String(each.mark.formula)),
    }))
    .filter(({ ours }) => KINDS.has(ours));
  const filled = kept.filter(({ used }) => !used.isNullObject);
  for (const { used } of filled) used.load('values');
  if (filled.length > 0) await context.sync();
  const read = filled.map(({ sheet, used, ours }) => {
    const { rowIndex: row, columnIndex: column } = used;
    const grid = { sheet: sheet.name, row, column, values: used.values as GridValue[][] };
    return { ours, grid };
  });
  const plan = planInForce(read, builtIn);
  const board = read.find(({ ours }) => ours === 'decisions')?.grid ?? null;
  return {
    sheets: kept.map(({ sheet }) => sheet.id),
    plan,
    decisions: plan.plan ? readDecisions(board, plan.plan).decisions : [],
  };
}
