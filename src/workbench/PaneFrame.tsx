import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { Session } from './session';
import { words } from './words';

const LEAST = 320;
const MOST = 450;
const STEP = 10;

/** The pane in a frame of its own, at a width that Excel gives it too. */
export function PaneFrame({ session }: { readonly session: Session }) {
  const [width, setWidth] = useState(LEAST + STEP * 3);
  const resize = (to: number) => setWidth(Math.round(Math.max(LEAST, Math.min(MOST, to))));
  const onKeyDown = (event: KeyboardEvent) => {
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: LEAST,
      End: MOST,
    };
    const wanted = to[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.buttons === 1) resize(document.documentElement.clientWidth - event.clientX);
  };
  return (
    // A hidden pane goes on running, as in Excel's shared runtime.
    <aside
      className={session.isPaneShown ? 'pane' : 'pane away'}
      aria-label={words.pane}
      style={{ width }}
    >
      <div
        role="separator"
        tabIndex={0}
        aria-label={words.paneWidth}
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        className="divider"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      />
      <div className="paneHead">
        <h2>{words.pane}</h2>
        <button
          type="button"
          aria-label={words.closePane}
          title={words.closePane}
          onClick={() => session.showPane(false)}
        >
          ×
        </button>
      </div>
      <iframe title={words.pane} src="/pane/taskpane.html" data-region />
    </aside>
  );
}
