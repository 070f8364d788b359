import { type FormEvent, useState } from 'react';
import { formatRect, parseRect } from '../host';
import { editText } from './cell-text';
import type { Session } from './session';
import { words } from './words';

/** The address of what is selected, to be typed into as well, and the content of the active cell. */
export function FormulaBar({ session }: { readonly session: Session }) {
  const sheet = session.model.activeSheet;
  const { active, rect } = session.cursor(sheet);
  const [typed, setTyped] = useState<string | null>(null);
  const cell = sheet.read(active.row, active.column);
  const format = session.model.formatOf(sheet.styleAt(active.row, active.column));
  const goTo = (event: FormEvent) => {
    event.preventDefault();
    const wanted = typed === null ? null : parseRect(typed.trim());
    if (wanted) session.selectRect(sheet, wanted);
    else if (typed !== null) session.say(words.badAddress(typed), true);
    setTyped(null);
  };
  return (
    <div className="formulaBar">
      <form onSubmit={goTo}>
        <input
          type="text"
          aria-label={words.nameBox}
          value={typed ?? formatRect(rect)}
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={() => setTyped(null)}
        />
      </form>
      <output
        aria-label={words.content}
        title={cell.formula !== null && !cell.calculated ? words.notCalculated : undefined}
      >
        {editText(cell, format)}
      </output>
    </div>
  );
}
