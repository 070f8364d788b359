import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatRect, type SheetModel } from '../host';
import { CellEditor, type Editing, type Onward } from './CellEditor';
import { editText } from './cell-text';
import { step } from './navigation';
import type { Session } from './session';

export interface Editor {
  readonly editing: Editing | null;
  readonly element: React.ReactNode;
  begin(byTyping: boolean): void;
  /** Ends an edit that is under way, and keeps it. False where Excel doesn't take it. */
  commit(onward?: Onward): boolean;
}

/** Editing of the active cell: Excel is in cell-edit mode for as long as it lasts. */
export function useEditor(
  session: Session,
  sheet: SheetModel,
  grid: RefObject<HTMLElement | null>,
  extent: { readonly rows: number; readonly columns: number },
): Editor {
  const [editing, setEditing] = useState<Editing | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const current = useRef<Editing | null>(null);

  const set = (next: Editing | null) => {
    if ((current.current === null) !== (next === null)) {
      if (next) session.startEdit();
      else session.endEdit();
    }
    current.current = next;
    flushSync(() => setEditing(next));
    if (!next) grid.current?.focus({ preventScroll: true });
  };

  const begin = (byTyping: boolean) => {
    const { row, column } = session.cursor(sheet).active;
    const format = session.model.formatOf(sheet.styleAt(row, column));
    const text = byTyping ? '' : editText(sheet.read(row, column), format);
    set({ row, column, text, byTyping });
  };

  const commit = (onward: Onward = null): boolean => {
    const was = current.current;
    if (!was) return true;
    const text = field.current?.value ?? was.text;
    const { row, column } = was;
    const isChanged = was.byTyping || text !== was.text;
    const rect = { row, column, rows: 1, columns: 1 };
    if (isChanged && !session.edit(sheet, rect, [[text]])) {
      field.current?.focus();
      return false;
    }
    set(null);
    if (onward) {
      const page = 1;
      session.select(sheet, step(sheet, was, onward.down, onward.right, { ...extent, page }));
    }
    return true;
  };

  const element = editing && (
    <CellEditor
      key={`${sheet.id},${editing.row},${editing.column}`}
      address={formatRect({ row: editing.row, column: editing.column, rows: 1, columns: 1 })}
      editing={editing}
      field={field}
      onCommit={commit}
      onCancel={() => set(null)}
    />
  );
  return { editing, element, begin, commit };
}
