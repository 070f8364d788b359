import { memo, type ReactNode } from 'react';
import { contains, type Cursor } from './cursor';
import { GridCell, type SheetView } from './GridCell';
import { words } from './words';

export const HEADER_WIDTH = 46;

interface Props {
  readonly view: SheetView;
  /** What is drawn of an older version is drawn again. */
  readonly version: number;
  readonly row: number;
  readonly top: number;
  /** The columns to draw, in their order; those before `frozen` stay at the left edge. */
  readonly shown: readonly number[];
  readonly frozen: number;
  readonly cursor: Cursor;
  /** The column whose cell is being edited, and its editor. */
  readonly editing: number | null;
  readonly editor: ReactNode;
}

/** A row of the sheet: its number and the cells that are in sight. */
function Row({ view, row, top, shown, frozen, cursor, editing, editor }: Props) {
  const cells: ReactNode[] = [];
  let at = 0;
  for (const column of shown) {
    const start = view.columns.start(column);
    if (view.columns.size(column) === 0 || start < at) continue;
    if (view.covered.has(`${row},${column}`)) continue;
    if (start > at) cells.push(<div key={`gap${column}`} style={{ width: start - at }} />);
    const cell = { row, column };
    cells.push(
      <GridCell
        key={column}
        view={view}
        row={row}
        column={column}
        isActive={cursor.active.row === row && cursor.active.column === column}
        isSelected={contains(cursor.rect, cell)}
        stuckAt={column < frozen ? HEADER_WIDTH + start : null}
        editor={editing === column ? editor : null}
      />,
    );
    at = start + view.columns.size(column, view.merges.get(`${row},${column}`)?.columns ?? 1);
  }
  const isTouched = row >= cursor.rect.row && row < cursor.rect.row + cursor.rect.rows;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className="row"
      style={{ top, height: view.rows.size(row) }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        aria-label={words.row(row + 1)}
        className={isTouched ? 'rowHead touched' : 'rowHead'}
        style={{ width: HEADER_WIDTH }}
      >
        {row + 1}
      </div>
      {cells}
    </div>
  );
}

/** Rows that the selection neither touches nor touched are left as they are. */
export const GridRow = memo(Row, (a, b) => {
  if (a.version !== b.version || a.view !== b.view || a.top !== b.top) return false;
  if (a.shown !== b.shown || a.editing !== b.editing || a.editor !== b.editor) return false;
  if (a.cursor === b.cursor) return true;
  const touches = ({ cursor: { rect } }: Props, row: number) =>
    row >= rect.row && row < rect.row + rect.rows;
  return !touches(a, a.row) && !touches(b, b.row);
});
