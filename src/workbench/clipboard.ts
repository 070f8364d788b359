/** Cells as text, tab by tab and line by line, as Excel puts them on the clipboard. */
import { MAX_COLUMNS, MAX_ROWS, type Rect, type SheetModel, type WorkbookModel } from '../host';
import { shownOf } from './cell-text';

/** The part of a selection that has content. */
export function filledPart(sheet: SheetModel, rect: Rect): Rect {
  const used = sheet.used(true);
  const rows = Math.min(rect.rows, (used ? used.row + used.rows : 0) - rect.row);
  const columns = Math.min(rect.columns, (used ? used.column + used.columns : 0) - rect.column);
  return { ...rect, rows: Math.max(1, rows), columns: Math.max(1, columns) };
}

export function textOf(model: WorkbookModel, sheet: SheetModel, rect: Rect): string {
  const part = filledPart(sheet, rect);
  const lines: string[] = [];
  for (let row = part.row; row < part.row + part.rows; row += 1) {
    const texts: string[] = [];
    for (let column = part.column; column < part.column + part.columns; column += 1) {
      const format = model.formatOf(sheet.styleAt(row, column));
      const { text } = shownOf(sheet.read(row, column), format);
      texts.push(/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    }
    lines.push(texts.join('\t'));
  }
  return lines.join('\n');
}

/** The cells of a text from the clipboard, each row as long as the longest. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /"((?:[^"]|"")*)"(\t|\r?\n|$)|([^\t\r\n]*)(\t|\r?\n|$)/g;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const end = match[2] ?? match[4] ?? '';
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[3] ?? '');
    if (end === '' || field.lastIndex >= text.length) break;
    if (end !== '\t') rows.push([]);
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
}

/** Where pasted cells go: from the first cell of the selection, as far as the sheet reaches. */
export function pasteRect(at: Rect, cells: readonly (readonly string[])[]): Rect | null {
  const rect = { ...at, rows: cells.length, columns: cells[0]?.length ?? 0 };
  const fits = rect.row + rect.rows <= MAX_ROWS && rect.column + rect.columns <= MAX_COLUMNS;
  return fits && rect.columns > 0 ? rect : null;
}
