/** `setCellProperties` and `setRowProperties`: links and heights, an entry for each cell or row. */
import { asNumber, asRecord } from './arguments';
import { matrixFor } from './cell-writes';
import { apiNotFound, invalidArgument } from './fault';
import { writeHyperlink } from './hyperlinks';
import type { RangeRef } from './range-ref';
import type { HostSession } from './session';
import { setSize, TALLEST_ROW } from './sizes';
import { guardCells } from './styles';

/** What an entry says of what the host covers; what it doesn't cover is told, never left out. */
function entry(input: unknown, method: string, covered: readonly string[]) {
  const record = asRecord(input);
  const other = Object.keys(record).find((name) => !covered.includes(name));
  if (other !== undefined) throw apiNotFound(`${method}.${other}`);
  return record;
}

export function setCellProperties(ref: RangeRef, input: unknown, host: HostSession): void {
  if (!Array.isArray(input)) throw invalidArgument();
  guardCells({ sheet: ref.sheet, rects: [ref.rect] }, host);
  for (const [r, row] of matrixFor(ref, input).entries()) {
    for (const [c, cell] of row.entries()) {
      const { hyperlink } = entry(cell, 'Range.setCellProperties', ['hyperlink']);
      if (hyperlink === undefined) continue;
      const at = { row: ref.rect.row + r, column: ref.rect.column + c, rows: 1, columns: 1 };
      writeHyperlink({ sheet: ref.sheet, rect: at }, hyperlink, host);
    }
  }
}

export function setRowProperties({ sheet, rect }: RangeRef, input: unknown): void {
  if (!Array.isArray(input) || input.length !== rect.rows) throw invalidArgument();
  for (const [i, row] of input.entries()) {
    const { format } = entry(row, 'Range.setRowProperties', ['format']);
    if (format === undefined) continue;
    const { rowHeight } = entry(format, 'Range.setRowProperties.format', ['rowHeight']);
    if (rowHeight === undefined) continue;
    const own = { sheet, rects: [{ ...rect, row: rect.row + i, rows: 1 }] };
    setSize(own, 'rows', asNumber(rowHeight, 0, TALLEST_ROW));
  }
}
