import { HAU_GIANG_2023, type Plan } from '../../rules';
import { readDecisions, type Decision } from '../decisions';
import type { GridValue } from '../find/grid';
import { kindOf, SHEET_MARK } from '../ours';

/** The board's decisions, and the id of the sheet that keeps them; null where there is none. */
export interface BoardRead {
  readonly sheet: string | null;
  readonly decisions: readonly Decision[];
}

/** Reads the board's decisions and nothing else: three round trips, whatever the workbook holds. */
export async function readBoard(
  context: Excel.RequestContext,
  plan: Plan = HAU_GIANG_2023,
): Promise<BoardRead> {
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
  const board = marked.find(
    ({ mark }) => !mark.isNullObject && kindOf(String(mark.formula)) === 'decisions',
  );
  if (!board) return { sheet: null, decisions: [] };
  const { id, name } = board.sheet;
  if (board.used.isNullObject) return { sheet: id, decisions: [] };
  board.used.load('values');
  await context.sync();
  const { rowIndex: row, columnIndex: column, values } = board.used;
  const grid = { sheet: name, row, column, values: values as GridValue[][] };
  return { sheet: id, decisions: readDecisions(grid, plan).decisions };
}
