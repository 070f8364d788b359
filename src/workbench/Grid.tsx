import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { columnLetters, type SheetModel } from '../host';
import { Looks } from './cell-look';
import { Charts } from './Charts';
import { cellId } from './GridCell';
import { GridRow, HEADER_WIDTH } from './GridRow';
import type { Session } from './session';
import { HEADER_HEIGHT, useGridPointer } from './useGridPointer';
import { useEditor } from './useEditor';
import { useGridKeys } from './useGridKeys';
import { type Drawn, drawn, type Port, scrolledTo, viewOf } from './view';
import { words } from './words';

interface Props {
  readonly session: Session;
  readonly version: number;
  readonly sheet: SheetModel;
  readonly onEditorChange: (commit: () => boolean) => void;
}

/** A sheet of the workbook: what is in sight of it is drawn. */
export function Grid({ session, version, sheet, onEditorChange }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const looks = useMemo(() => new Looks(session.model), [session]);
  const cursor = session.cursor(sheet);
  const { active, head } = cursor;
  const reachRow = head.row < 1_000_000 ? Math.max(head.row, active.row) : active.row;
  const reachColumn = head.column < 16_000 ? Math.max(head.column, active.column) : active.column;
  const view = useMemo(
    () => viewOf(sheet, looks, { row: reachRow, column: reachColumn }),
    // The model changes in place: its version stands for it.
    [sheet, looks, reachRow, reachColumn, version],
  );
  const [port, setPort] = useState<Port>({ top: 0, left: 0, width: 1200, height: 800 });
  const shown = useStable(drawn(view, port, active));
  const extent = {
    rows: view.rows.count,
    columns: view.columns.count,
    page: Math.max(1, Math.floor((port.height - view.rows.start(sheet.frozen.rows)) / 24)),
  };
  const editor = useEditor(session, sheet, grid, extent);
  const keys = useGridKeys(session, sheet, editor, extent);
  const pointer = useGridPointer(session, view, editor, grid);
  useEffect(() => onEditorChange(() => editor.commit()));

  const look = () => {
    const element = grid.current;
    if (!element) return;
    setPort({
      top: element.scrollTop,
      left: element.scrollLeft,
      width: element.clientWidth - HEADER_WIDTH,
      height: element.clientHeight - HEADER_HEIGHT,
    });
  };

  useEffect(() => {
    const watcher = new ResizeObserver(look);
    if (grid.current) watcher.observe(grid.current);
    return () => watcher.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = grid.current;
    if (!element) return;
    const { frozen } = sheet;
    const isWholeRow = head.column - active.column > 16_000;
    const isWholeColumn = head.row - active.row > 1_000_000;
    if (!isWholeColumn) {
      const height = element.clientHeight - HEADER_HEIGHT;
      element.scrollTop = scrolledTo(view.rows, frozen.rows, head.row, element.scrollTop, height);
    }
    if (!isWholeRow) {
      const width = element.clientWidth - HEADER_WIDTH;
      const { columns } = view;
      element.scrollLeft = scrolledTo(
        columns,
        frozen.columns,
        head.column,
        element.scrollLeft,
        width,
      );
    }
    look();
  }, [sheet, active.row, active.column, head.row, head.column]);

  const frozenHeight = view.rows.start(sheet.frozen.rows);
  const width = HEADER_WIDTH + view.columns.total;
  const seen = shown.inSight;
  // Rows that come into sight take over the elements of those that go. The active row keeps its
  // own: its editor must not be lost by scrolling.
  const rowKey = (index: number) =>
    index === active.row
      ? 'active'
      : index >= seen.from && index <= seen.to
        ? `seen${index % seen.pool}`
        : `other${index}`;
  const row = (index: number, top: number) => (
    <GridRow
      key={rowKey(index)}
      view={view}
      version={version}
      row={index}
      top={top}
      shown={shown.columns}
      frozen={sheet.frozen.columns}
      cursor={cursor}
      editing={editor.editing?.row === index ? editor.editing.column : null}
      editor={editor.editing?.row === index ? editor.element : null}
    />
  );
  const frozenRows = Array.from({ length: sheet.frozen.rows }, (_, index) => index);
  return (
    <>
      <div
        ref={grid}
        role="grid"
        tabIndex={0}
        className={sheet.showGridlines ? 'grid' : 'grid plain'}
        aria-label={words.sheet(sheet.name)}
        aria-description={words.gridHelp}
        aria-rowcount={view.rows.count + 1}
        aria-colcount={view.columns.count + 1}
        aria-multiselectable
        aria-activedescendant={editor.editing ? undefined : cellId(active.row, active.column)}
        data-region
        onScroll={look}
        {...keys}
        {...pointer}
      >
        <div role="rowgroup" className="heads" style={{ width, height: HEADER_HEIGHT }}>
          <div role="row" aria-rowindex={1} className="row" style={{ height: HEADER_HEIGHT }}>
            <div
              role="columnheader"
              aria-colindex={1}
              aria-label={words.corner}
              className="rowHead corner"
              style={{ width: HEADER_WIDTH }}
            >
              ◢
            </div>
            {heads(shown, view, cursor.rect, sheet.frozen.columns)}
          </div>
        </div>
        {sheet.frozen.rows > 0 && (
          <div
            role="rowgroup"
            className="frozen"
            style={{ width, height: frozenHeight, top: HEADER_HEIGHT }}
          >
            {frozenRows.map(
              (index) => view.rows.size(index) > 0 && row(index, view.rows.start(index)),
            )}
          </div>
        )}
        <div
          role="rowgroup"
          className="body"
          style={{ width, height: view.rows.total - frozenHeight }}
        >
          {shown.rows.map((index) => row(index, view.rows.start(index) - frozenHeight))}
        </div>
      </div>
      {sheet.charts.length > 0 && <Charts model={session.model} view={view} port={port} />}
    </>
  );
}

function heads(
  shown: Drawn,
  view: ReturnType<typeof viewOf>,
  selected: { readonly column: number; readonly columns: number },
  frozen: number,
) {
  let at = 0;
  return shown.columns.map((column) => {
    const start = view.columns.start(column);
    const size = view.columns.size(column);
    if (size === 0) return null;
    const gap = start - at;
    at = start + size;
    const letters = columnLetters(column);
    const isTouched = column >= selected.column && column < selected.column + selected.columns;
    const names = ['columnHead', isTouched && 'touched', column < frozen && 'stuck'];
    return (
      <div
        key={column}
        role="columnheader"
        aria-colindex={column + 2}
        aria-label={words.column(letters)}
        className={names.filter(Boolean).join(' ')}
        style={{
          width: size,
          marginLeft: gap,
          ...(column < frozen ? { left: HEADER_WIDTH + start } : {}),
        }}
      >
        {letters}
      </div>
    );
  });
}

/** The same lists for as long as what is in them is the same, so that rows aren't drawn for nothing. */
function useStable(next: Drawn): Drawn {
  const kept = useRef(next);
  const { rows, columns } = kept.current;
  const isSame = (a: readonly number[], b: readonly number[]) =>
    a.length === b.length && a.every((value, index) => value === b[index]);
  const stable = {
    inSight: next.inSight,
    rows: isSame(rows, next.rows) ? rows : next.rows,
    columns: isSame(columns, next.columns) ? columns : next.columns,
  };
  useLayoutEffect(() => {
    kept.current = stable;
  });
  return stable;
}
