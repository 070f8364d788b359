import { type PointerEvent, type RefObject, useRef } from 'react';
import { type Cell, mergeAt, wholeColumn, wholeRow, wholeSheet } from './cursor';
import { followLink } from './follow-link';
import type { SheetView } from './GridCell';
import { HEADER_WIDTH } from './GridRow';
import type { Session } from './session';
import type { Editor } from './useEditor';

export const HEADER_HEIGHT = 24;

interface Spot extends Cell {
  readonly onRowHead: boolean;
  readonly onColumnHead: boolean;
}

/** Selection by mouse, pen and finger. */
export function useGridPointer(
  session: Session,
  view: SheetView,
  editor: Editor,
  grid: RefObject<HTMLElement | null>,
) {
  const { sheet } = view;
  const pressed = useRef<{ readonly at: Cell; dragged: boolean } | null>(null);

  /** What is under the pointer; null on the scroll bars. */
  const spotOf = (event: { readonly clientX: number; readonly clientY: number }): Spot | null => {
    const scroller = grid.current;
    if (!scroller) return null;
    const box = scroller.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    if (x >= scroller.clientWidth || y >= scroller.clientHeight) return null;
    const right = x - HEADER_WIDTH;
    const down = y - HEADER_HEIGHT;
    const isFrozenColumn = right < view.columns.start(sheet.frozen.columns);
    const isFrozenRow = down < view.rows.start(sheet.frozen.rows);
    return {
      row: view.rows.at(Math.max(0, isFrozenRow ? down : down + scroller.scrollTop)),
      column: view.columns.at(Math.max(0, isFrozenColumn ? right : right + scroller.scrollLeft)),
      onRowHead: right < 0,
      onColumnHead: down < 0,
    };
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.target instanceof HTMLTextAreaElement || event.button !== 0) return;
    const spot = spotOf(event);
    if (!spot || !editor.commit()) return;
    if (spot.onRowHead && spot.onColumnHead) session.selectRect(sheet, wholeSheet);
    else if (spot.onRowHead) session.selectRect(sheet, wholeRow(spot.row));
    else if (spot.onColumnHead) session.selectRect(sheet, wholeColumn(spot.column));
    else if (event.shiftKey) session.select(sheet, session.cursor(sheet).active, spot);
    else {
      const { row, column } = mergeAt(sheet, spot);
      pressed.current = { at: { row, column }, dragged: false };
      session.select(sheet, { row, column });
      // A finger scrolls; it doesn't drag a selection.
      if (event.pointerType === 'mouse') event.currentTarget.setPointerCapture(event.pointerId);
    }
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const spot = pressed.current && event.buttons === 1 ? spotOf(event) : null;
    if (!spot || !pressed.current) return;
    const { at } = pressed.current;
    const { head } = session.cursor(sheet);
    if (spot.row === head.row && spot.column === head.column) return;
    const merge = mergeAt(sheet, spot);
    if (!pressed.current.dragged && merge.row === at.row && merge.column === at.column) return;
    pressed.current.dragged = true;
    session.select(sheet, at, { row: spot.row, column: spot.column });
  };

  const onPointerUp = () => {
    const press = pressed.current;
    pressed.current = null;
    if (press && !press.dragged) followLink(session, sheet, press.at);
  };

  const onDoubleClick = (event: { clientX: number; clientY: number; target: EventTarget }) => {
    if (event.target instanceof HTMLTextAreaElement) return;
    const spot = spotOf(event);
    if (spot && !spot.onRowHead && !spot.onColumnHead) editor.begin(false);
  };

  return { onPointerDown, onPointerMove, onPointerUp, onDoubleClick };
}
