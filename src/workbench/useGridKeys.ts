import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { SheetModel } from '../host';
import { cellsOf, filledPart, pasteRect, textOf } from './clipboard';
import { wholeColumn, wholeRow, wholeSheet } from './cursor';
import { followLink } from './follow-link';
import { destination, type Extent, step } from './navigation';
import type { Session } from './session';
import type { Editor } from './useEditor';

/** The keys of Excel, on the grid. */
export function useGridKeys(session: Session, sheet: SheetModel, editor: Editor, extent: Extent) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (handle(event)) event.preventDefault();
  };

  const handle = (event: KeyboardEvent): boolean => {
    const { key, shiftKey } = event;
    const isControl = event.ctrlKey || event.metaKey;
    const cursor = session.cursor(sheet);
    const from = shiftKey ? cursor.head : cursor.active;
    const to = destination(sheet, from, key, isControl, extent);
    if (to) {
      if (shiftKey) session.select(sheet, cursor.active, to);
      else session.select(sheet, to);
      return true;
    }
    if (key === ' ' && (isControl || shiftKey)) {
      const { row, column } = cursor.active;
      const both = isControl && shiftKey;
      session.selectRect(sheet, both ? wholeSheet : shiftKey ? wholeRow(row) : wholeColumn(column));
    } else if (key === 'Tab') {
      session.select(sheet, step(sheet, cursor.active, 0, shiftKey ? -1 : 1, extent));
    } else if (key === 'Enter' && isControl) {
      followLink(session, sheet, cursor.active);
    } else if (key === 'Enter') {
      session.select(sheet, step(sheet, cursor.active, shiftKey ? -1 : 1, 0, extent));
    } else if (key === 'F2') {
      editor.begin(false);
    } else if (key === 'Delete' || key === 'Backspace') {
      clear();
    } else if (isControl && key.toLowerCase() === 'a') {
      session.selectRect(sheet, sheet.used(true) ?? wholeSheet);
    } else {
      const isTyped = [...key].length === 1 && !isControl && !event.altKey;
      // The key goes on into the editor, so that Vietnamese typing starts there.
      if (isTyped || key === 'Process') editor.begin(true);
      return false;
    }
    return true;
  };

  const clear = () => {
    const part = filledPart(sheet, session.cursor(sheet).rect);
    const row = new Array<string>(part.columns).fill('');
    session.edit(sheet, part, new Array<string[]>(part.rows).fill(row));
  };

  const onCopy = (event: ClipboardEvent) => {
    if (editor.editing) return;
    event.clipboardData.setData(
      'text/plain',
      textOf(session.model, sheet, session.cursor(sheet).rect),
    );
    event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent) => {
    if (editor.editing) return;
    event.preventDefault();
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    const rect = pasteRect(session.cursor(sheet).rect, cells);
    if (rect && session.edit(sheet, rect, cells)) session.selectRect(sheet, rect);
  };

  return { onKeyDown, onCopy, onPaste };
}
