/** What a user does to a sheet in Excel: names follow what they refer to. */
import type { SheetModel, StyleId, WorkbookFile } from '../../src/host';
import { columnLetters } from '../../src/workbook/find/grid';
import { sheetNamed } from './build';

type Cell = { readonly value: ReturnType<SheetModel['read']>['value']; readonly style: StyleId };
/** Where a cell goes, by where it was; null where it is deleted. */
type Move = (row: number, column: number) => readonly [row: number, column: number] | null;

const ROWS = 40;
const COLUMNS = 40;

/** Moves every cell of a sheet, and the corners of its own names with them. */
function rearrange({ model }: WorkbookFile, name: string, move: Move): void {
  const sheet = sheetNamed(model, name);
  const cells: { readonly to: readonly [number, number]; readonly cell: Cell }[] = [];
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const to = move(row, column);
      const cell = { value: sheet.read(row, column).value, style: sheet.styleAt(row, column) };
      if (to) cells.push({ to, cell });
      sheet.writeValue(row, column, null);
      sheet.setStyle(row, column, model.defaultStyle);
    }
  }
  for (const { to, cell } of cells) {
    sheet.writeValue(...to, cell.value);
    sheet.setStyle(...to, cell.style);
  }
  for (const own of model.names) {
    const parts = /^(.*)!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)$/.exec(own.formula);
    if (own.scope !== sheet || !parts) continue;
    const [, on = '', left = '', top = '', right = '', bottom = ''] = parts;
    const corner = (letters: string, digits: string) => move(Number(digits) - 1, indexOf(letters));
    const [from, to] = [corner(left, top), corner(right, bottom)];
    const address = ([row, column]: readonly [number, number]) =>
      `$${columnLetters(column)}$${row + 1}`;
    own.formula = from && to ? `${on}!${address(from)}:${address(to)}` : '#REF!';
  }
}

function indexOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** @param at counted from 0 */
export function insertColumn(file: WorkbookFile, sheet: string, at: number): void {
  rearrange(file, sheet, (row, column) => [row, column < at ? column : column + 1]);
}

export function insertRow(file: WorkbookFile, sheet: string, at: number): void {
  rearrange(file, sheet, (row, column) => [row < at ? row : row + 1, column]);
}

export function deleteColumns(file: WorkbookFile, sheet: string, at: number, count: number): void {
  rearrange(file, sheet, (row, column) => {
    if (column >= at && column < at + count) return null;
    return [row, column < at ? column : column - count];
  });
}

/** Cuts the columns from `at` on and pastes them so many columns and rows away. */
export function cutAndPaste(
  file: WorkbookFile,
  sheet: string,
  at: number,
  [down, right]: readonly [down: number, right: number],
): void {
  rearrange(file, sheet, (row, column) =>
    column < at ? [row, column] : [row + down, column + right],
  );
}

/** Cuts the columns from `at` on and pastes them on another sheet, in its first column. */
export function cutToSheet(file: WorkbookFile, sheet: string, at: number, other: string): void {
  const { model } = file;
  const [from, to] = [sheetNamed(model, sheet), sheetNamed(model, other)];
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = at; column < COLUMNS; column += 1) {
      to.writeValue(row, column - at, from.read(row, column).value);
      from.writeValue(row, column, null);
      from.setStyle(row, column, model.defaultStyle);
    }
  }
  for (const own of model.names) {
    if (own.scope === from && own.name.startsWith('_HG_COT')) {
      own.formula = own.formula
        .replace(/^.*!/, `'${other}'!`)
        .replace(/\$([A-Z]+)/g, (_, letters: string) => `$${columnLetters(indexOf(letters) - at)}`);
    }
  }
}
