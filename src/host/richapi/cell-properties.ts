/** `setCellProperties`: links, an entry for each cell. */
import { asRecord } from './arguments';
import { matrixFor } from './cell-writes';
import { apiNotFound, invalidArgument } from './fault';
import { writeHyperlink } from './hyperlinks';
import type { RangeRef } from './range-ref';
import type { HostSession } from './session';
import { guardCells } from './styles';

export function setCellProperties(ref: RangeRef, input: unknown, host: HostSession): void {
  if (!Array.isArray(input)) throw invalidArgument();
  guardCells({ sheet: ref.sheet, rects: [ref.rect] }, host);
  for (const [r, row] of matrixFor(ref, input).entries()) {
    for (const [c, cell] of row.entries()) {
      const { hyperlink, ...others } = asRecord(cell);
      // What the host doesn't cover is told, never left out.
      const [other] = Object.keys(others);
      if (other !== undefined) throw apiNotFound(`Range.setCellProperties.${other}`);
      if (hyperlink === undefined) continue;
      const at = { row: ref.rect.row + r, column: ref.rect.column + c, rows: 1, columns: 1 };
      writeHyperlink({ sheet: ref.sheet, rect: at }, hyperlink, host);
    }
  }
}
