import { type KeyboardEvent, type Ref, useLayoutEffect, useRef } from 'react';
import { words } from './words';

export interface Editing {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Begun by typing: the arrow keys end it. Else they move the caret. */
  readonly byTyping: boolean;
}

/** Where the selection goes after an edit. */
export type Onward = { readonly down: number; readonly right: number } | null;

interface Props {
  readonly address: string;
  readonly editing: Editing;
  readonly field: Ref<HTMLTextAreaElement>;
  readonly onCommit: (onward: Onward) => void;
  readonly onCancel: () => void;
}

const ARROWS: Readonly<Record<string, Onward>> = {
  ArrowUp: { down: -1, right: 0 },
  ArrowDown: { down: 1, right: 0 },
  ArrowLeft: { down: 0, right: -1 },
  ArrowRight: { down: 0, right: 1 },
};

/** The field over a cell that is being edited. What is typed stays as it is typed until it's over. */
export function CellEditor({ address, editing, field, onCommit, onCancel }: Props) {
  const own = useRef<HTMLTextAreaElement | null>(null);
  useLayoutEffect(() => {
    const area = own.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey } = event;
    const onward: Onward | undefined =
      key === 'Enter' && !event.altKey
        ? { down: shiftKey ? -1 : 1, right: 0 }
        : key === 'Tab'
          ? { down: 0, right: shiftKey ? -1 : 1 }
          : editing.byTyping
            ? ARROWS[key]
            : undefined;
    if (key === 'Escape') onCancel();
    else if (key === 'Enter' && event.altKey) event.currentTarget.setRangeText('\n');
    else if (onward) onCommit(onward);
    else return;
    event.preventDefault();
  };
  const onBlur = () => {
    // A click into the pane leaves the cell being edited, as in Excel.
    window.setTimeout(() => {
      const stays = document.activeElement?.tagName === 'IFRAME' || !document.hasFocus();
      if (own.current && document.activeElement !== own.current && !stays) onCommit(null);
    });
  };
  return (
    <textarea
      ref={(element) => {
        own.current = element;
        if (typeof field === 'function') field(element);
        else if (field) field.current = element;
      }}
      className="editor"
      aria-label={words.edit(address)}
      rows={1}
      spellCheck={false}
      defaultValue={editing.text}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}
