import type { CellFormat, Rect } from '../model';
import { intersect } from './addresses';
import { rangeCells } from './range-cells';
import type { AreaRef } from './range-ref';
import type { HostSession } from './session';
import { guardSheet } from './styles';

/** Of a font's size: the mean width of a character, the height of a line. */
const CHARACTER = 0.52;
const BOLD = 1.08;
const LINE = 1.36;
const PADDING = 6;
const WIDEST = 1789;
const TALLEST = 409.5;

/** Sets widths from the length of the text: an estimate, since nothing here measures fonts. */
export function autofitColumns({ sheet, rects }: AreaRef, host: HostSession): void {
  guardSheet(sheet);
  const widths = new Map<number, number>();
  eachText({ sheet, rects }, host, (_row, column, text, format) => {
    if (format.wrapText) return;
    widths.set(column, Math.max(widths.get(column) ?? 0, textWidth(text, format)));
  });
  for (const [column, width] of widths) {
    sheet.setColumnWidth(column, Math.min(WIDEST, Math.round((width + PADDING) * 4) / 4));
  }
}

/** Sets heights from the number of lines that wrapped text needs. */
export function autofitRows({ sheet, rects }: AreaRef, host: HostSession): void {
  guardSheet(sheet);
  const heights = new Map<number, number>();
  eachText({ sheet, rects }, host, (row, column, text, format) => {
    const width = sheet.columnWidth(column) ?? sheet.defaultColumnWidth;
    const lines = format.wrapText
      ? text
          .split('\n')
          .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, format) / width)), 0)
      : 1;
    const height = lines * format.fontSize * LINE;
    heights.set(row, Math.max(heights.get(row) ?? sheet.defaultRowHeight, height));
  });
  for (const [row, height] of heights) {
    sheet.setRowHeight(row, Math.min(TALLEST, Math.round(height * 4) / 4));
  }
}

function textWidth(text: string, format: CellFormat): number {
  const longest = Math.max(...text.split('\n').map((line) => line.length));
  return longest * format.fontSize * CHARACTER * (format.bold ? BOLD : 1);
}

function eachText(
  { sheet, rects }: AreaRef,
  host: HostSession,
  visit: (row: number, column: number, text: string, format: CellFormat) => void,
): void {
  const used = sheet.used(true);
  const parts = rects.map((rect) => used && intersect(rect, used));
  const bounded = parts.filter((part): part is Rect => part !== null);
  for (const rect of bounded) {
    const whole = { sheet, rect: { ...rect } };
    const texts = rangeCells['text']!.get(whole, host) as string[][] | null;
    texts?.forEach((line, r) =>
      line.forEach((text, c) => {
        if (text === '') return;
        const style = sheet.styleAt(rect.row + r, rect.column + c);
        visit(rect.row + r, rect.column + c, text, host.model.formatOf(style));
      }),
    );
  }
}
