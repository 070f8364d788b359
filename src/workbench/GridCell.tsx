import type { CSSProperties, ReactNode } from 'react';
import type { SheetModel } from '../host';
import type { Axis } from './axis';
import { alignOf, borderBetween, type Looks } from './cell-look';
import { fitNumber, isShort, shownOf, textWidth, WIDEST_DIGIT, WIDEST_LETTER } from './cell-text';

export interface SheetView {
  readonly sheet: SheetModel;
  readonly looks: Looks;
  readonly rows: Axis;
  readonly columns: Axis;
  /** By `row,column` of its first cell: how many rows and columns a merged cell has. */
  readonly merges: ReadonlyMap<string, { readonly rows: number; readonly columns: number }>;
  /** `row,column` of the cells under a merged cell. */
  readonly covered: ReadonlySet<string>;
}

export const cellId = (row: number, column: number): string => `o-${row}-${column}`;

interface Props {
  readonly view: SheetView;
  readonly row: number;
  readonly column: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** Kept at the left edge while the sheet is scrolled; its distance from there. */
  readonly stuckAt: number | null;
  readonly editor: ReactNode;
}

/** Space at the sides of a cell's text, and the gridline. */
const PADDING = 7;

export function GridCell(props: Props) {
  const { view, row, column, isActive, isSelected, stuckAt, editor } = props;
  const { sheet, looks } = view;
  const merge = view.merges.get(`${row},${column}`);
  const { rows, columns } = merge ?? { rows: 1, columns: 1 };
  const width = view.columns.size(column, columns);
  const look = looks.of(sheet.styleAt(row, column));
  const shown = shownOf(sheet.read(row, column), look.format);
  const align = alignOf(look.format, shown.kind);
  const room = width - PADDING;
  const free = look.format.wrapText
    ? 0
    : freeRoom(props, shown.kind, align, columns, look.font, look.format.fontSize);
  const text =
    shown.kind === 'number' && !isShort(shown.text, room, look.format.fontSize, WIDEST_DIGIT)
      ? fitNumber(shown.text, room, look.font, look.format.numberFormat === 'General')
      : shown.text;
  const style: CSSProperties = {
    ...look.style,
    ...borders(view, row, column, rows, columns),
    width,
    height: merge ? view.rows.size(row, rows) : '100%',
    justifyContent:
      align === 'left' || align === 'justify'
        ? 'flex-start'
        : align === 'right'
          ? 'flex-end'
          : 'center',
    textAlign: align,
  };
  if (stuckAt !== null) style.left = stuckAt;
  const link = sheet.hyperlinkAt(row, column);
  const names = ['cell'];
  if (isActive) names.push('active');
  if (isSelected) names.push('selected');
  if (merge) names.push('merged');
  if (free > 0) names.push('spills');
  if (stuckAt !== null) names.push('stuck');
  if (link) names.push('link');
  if (column + columns === sheet.frozen.columns) names.push('edge');
  return (
    <div
      role="gridcell"
      id={cellId(row, column)}
      aria-colindex={column + 2}
      aria-colspan={columns > 1 ? columns : undefined}
      aria-rowspan={rows > 1 ? rows : undefined}
      aria-selected={isSelected}
      className={names.join(' ')}
      style={style}
      title={link?.screenTip ?? undefined}
    >
      {free > 0 ? <span style={{ maxWidth: room + free }}>{text}</span> : text}
      {editor}
    </div>
  );
}

/** How far a text may run over the empty cells on its right; 0 where it needn't. */
function freeRoom(
  { view, row, column }: Props,
  kind: string,
  align: string,
  columns: number,
  font: string,
  size: number,
): number {
  if (kind !== 'text' || align !== 'left' || columns > 1) return 0;
  const { sheet } = view;
  const cell = sheet.read(row, column);
  if (typeof cell.value !== 'string') return 0;
  if (isShort(cell.value, view.columns.size(column), size, WIDEST_LETTER)) return 0;
  const needed = textWidth(cell.value, font) - (view.columns.size(column) - PADDING);
  let room = 0;
  for (let next = column + 1; room < needed && next < view.columns.count; next += 1) {
    const { value, formula } = sheet.read(row, next);
    if (value !== null || formula !== null || isMerged(view, row, next)) break;
    room += view.columns.size(next);
  }
  return needed > 0 ? room : 0;
}

const isMerged = (view: SheetView, row: number, column: number): boolean =>
  view.covered.has(`${row},${column}`) || view.merges.has(`${row},${column}`);

/** Each line is drawn by the cell on its left or above it. */
function borders(view: SheetView, row: number, column: number, rows: number, columns: number) {
  const { sheet, looks } = view;
  const at = (r: number, c: number) => looks.of(sheet.styleAt(r, c)).format.borders;
  const bottom = row + rows - 1;
  const right = column + columns - 1;
  const style: CSSProperties = {};
  const below = borderBetween(at(bottom, column).bottom, at(bottom + 1, column).top);
  const after = borderBetween(at(row, right).right, at(row, right + 1).left);
  if (below) style.borderBottom = below;
  if (after) style.borderRight = after;
  const { top, left } = at(row, column);
  if (row === 0) style.borderTop = borderBetween(top, top);
  if (column === 0) style.borderLeft = borderBetween(left, left);
  const isFilled = looks.of(sheet.styleAt(row, column)).hasFill;
  if (!sheet.showGridlines || isFilled) {
    style.borderBottom ??= '1px solid transparent';
    style.borderRight ??= '1px solid transparent';
  }
  return style;
}
