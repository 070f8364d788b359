import type { KeyboardEvent } from 'react';
import type { Session } from './session';
import { words } from './words';

/** The tabs of the sheets that are shown. */
export function SheetTabs({ session }: { readonly session: Session }) {
  const { model } = session;
  const sheets = model.sheets.filter((sheet) => sheet.visibility === 'visible');
  const at = sheets.indexOf(model.activeSheet);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = by !== 0 && sheets[(at + by + sheets.length) % sheets.length];
    if (!next) return;
    event.preventDefault();
    session.activate(next);
    const tabs = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]');
    tabs[sheets.indexOf(next)]?.focus();
  };
  return (
    <div role="tablist" aria-label={words.sheets} className="tabs" onKeyDown={onKeyDown}>
      {sheets.map((sheet) => (
        <button
          key={sheet.id}
          type="button"
          role="tab"
          aria-selected={sheet === model.activeSheet}
          aria-controls="sheet"
          tabIndex={sheet === model.activeSheet ? 0 : -1}
          data-region={sheet === model.activeSheet || undefined}
          style={sheet.tabColor ? { borderBottomColor: sheet.tabColor } : undefined}
          onClick={() => session.activate(sheet)}
        >
          {sheet.name}
        </button>
      ))}
    </div>
  );
}
