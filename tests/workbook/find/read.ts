/** What is found and read on sheets, without Excel: a grid as Office.js would give it. */
import { HAU_GIANG_2023, fullName, finderOf } from '../../../src/rules';
import { words } from '../../../src/words';
import type { Grid, GridValue } from '../../../src/workbook/find/grid';
import { joinRows, readRows } from '../../../src/workbook/find/rows';
import type { ColumnChoice } from '../../../src/workbook/find/column-choice';
import { findTables } from '../../../src/workbook/find/tables';

export type Row = readonly (GridValue | null)[];

export function gridOf(rows: readonly Row[], sheet = 'Xã', row = 0, column = 0): Grid {
  const width = Math.max(...rows.map(({ length }) => length));
  const values = rows.map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? ''));
  return { sheet, row, column, values };
}

const finder = finderOf(HAU_GIANG_2023);

/** "Xã Vị Thắng: dvc 90/100, eid 80/100" for each unit row, and what is told. */
export function read(grids: readonly Grid[], choices: readonly ColumnChoice[] = []) {
  const tables = grids.flatMap((grid) => findTables(grid, choices));
  const found = tables.map((table) => readRows(table, HAU_GIANG_2023, finder));
  const names = new Map(HAU_GIANG_2023.units.map((unit) => [unit.code, fullName(unit)]));
  const rows = joinRows(found.flatMap((each) => each.rows)).map(({ unit, counts }) => {
    const figures = Object.entries(counts).map(([criterion, { a, b, post, percent }]) => {
      const more = [post ? ` +${shown(post)}` : '', percent ? ` (${shown(percent)}%)` : ''];
      return `${criterion} ${shown(a)}/${shown(b)}${more.join('')}`;
    });
    return `${names.get(unit)}: ${figures.join(', ')}`;
  });
  const problems = found
    .flatMap((each) => each.problems)
    .map((problem) => words.problemText(HAU_GIANG_2023, problem));
  return { tables, rows, problems };
}

function shown(figure: { value: number } | { unusable: string }): string {
  return 'value' in figure ? String(figure.value) : figure.unusable;
}
