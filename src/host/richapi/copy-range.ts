import type { CellContent, StyleId } from '../model';
import { intersect, isOnSheet } from './addresses';
import { word } from './arguments';
import { API, raiseChanged } from './cell-writes';
import { invalidArgument } from './fault';
import { isEmptyCell, type RangeRef, shownValue } from './range-ref';
import type { HostSession } from './session';
import { shiftFormula } from './shift-formula';
import { boundedPart, guardCells, guardSheet } from './styles';

interface CopyOptions {
  readonly type: unknown;
  readonly skipBlanks: unknown;
  readonly transpose: unknown;
}

interface Copied {
  readonly cell: CellContent;
  readonly style: StyleId;
}

/**
 * Copies values, formulas, formats or all of them. A target that is a multiple of the source is
 * filled with copies; any other target takes the source's size, as in Excel.
 */
export function copyRange(
  source: RangeRef,
  target: RangeRef,
  options: CopyOptions,
  host: HostSession,
): void {
  const type = word(options.type ?? 'All', ['All', 'Formulas', 'Values', 'Formats']);
  const transpose = options.transpose === true;
  const part = boundedPart(source.sheet, source.rect);
  if (!part) return;
  const rows = transpose ? part.columns : part.rows;
  const columns = transpose ? part.rows : part.columns;
  const fits = target.rect.rows % rows === 0 && target.rect.columns % columns === 0;
  const rect = fits ? target.rect : { ...target.rect, rows, columns };
  if (!isOnSheet(rect)) throw invalidArgument();
  const { sheet } = target;
  guardCells({ sheet, rects: [rect] }, host);
  if (type === 'All' || type === 'Formats') guardSheet(sheet);
  const copied = readSource({ sheet: source.sheet, rect: part });
  const merges = source.sheet.merges.filter((merge) => intersect(merge, part) !== null);
  if (type === 'All' || type === 'Formats') sheet.unmerge(rect);
  for (let r = 0; r < rect.rows; r += 1) {
    for (let c = 0; c < rect.columns; c += 1) {
      const fromRow = (transpose ? c : r) % part.rows;
      const fromColumn = (transpose ? r : c) % part.columns;
      const { cell, style } = copied[fromRow]![fromColumn]!;
      if (options.skipBlanks === true && isEmptyCell(cell)) continue;
      const at = { row: rect.row + r, column: rect.column + c };
      if (type === 'All' || type === 'Formats') sheet.setStyle(at.row, at.column, style);
      if (type === 'Formats') continue;
      if (cell.formula !== null && type !== 'Values') {
        const down = at.row - (part.row + fromRow);
        const right = at.column - (part.column + fromColumn);
        sheet.writeFormula(at.row, at.column, shiftFormula(cell.formula, down, right));
      } else {
        sheet.writeValue(at.row, at.column, shownValue(cell));
      }
    }
  }
  if (!transpose && (type === 'All' || type === 'Formats')) {
    for (const merge of merges) {
      const row = rect.row + merge.row - part.row;
      const column = rect.column + merge.column - part.column;
      sheet.merge({ ...merge, row, column });
    }
  }
  raiseChanged({ sheet, rect }, host, null, API);
}

/** Read whole before anything is written: source and target may overlap. */
function readSource({ sheet, rect }: RangeRef): Copied[][] {
  return Array.from({ length: rect.rows }, (_, r) =>
    Array.from({ length: rect.columns }, (__, c) => ({
      cell: sheet.read(rect.row + r, rect.column + c),
      style: sheet.styleAt(rect.row + r, rect.column + c),
    })),
  );
}
