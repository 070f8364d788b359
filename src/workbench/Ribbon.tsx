import { type ReactNode, useRef } from 'react';
import type { Command, Session } from './session';
import { words } from './words';

interface Props {
  readonly session: Session | null;
  readonly onFile: (file: File) => void;
  readonly onSample: () => void;
  readonly onDownload: () => void;
  /** Ends an edit that is under way; false where it can't end. */
  readonly onLeaveCell: () => boolean;
}

/** The workbook's own buttons, and the tab of the add-in as Excel's ribbon shows it. */
export function Ribbon({ session, onFile, onSample, onDownload, onLeaveCell }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const command = (id: Command, icon: string) => (
    <RibbonButton
      icon={icon}
      isOff={!session || session.running.has(id)}
      onClick={() => onLeaveCell() && session?.invoke(id)}
    >
      {words.commands[id]}
    </RibbonButton>
  );
  return (
    <header className="ribbon">
      <div role="toolbar" aria-label={words.files} className="group">
        <button type="button" data-region onClick={() => picker.current?.click()}>
          {words.openFile}
        </button>
        <button type="button" onClick={onSample}>
          {words.openSample}
        </button>
        <button type="button" disabled={!session} onClick={onDownload}>
          {words.download}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".xlsx,.xlsm"
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file may be picked again.
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
      </div>
      <div role="toolbar" aria-label={words.ribbon} className="group commands">
        {command('chamDiem', 'icon')}
        <RibbonButton icon="pane" isOff={!session} onClick={() => session?.showPane(true)}>
          {words.commands.showPane}
        </RibbonButton>
        {command('taoBieuMau', 'template')}
      </div>
      <div className="titles">
        <h1>{words.title}</h1>
        <p>
          {session?.fileName ?? ''}
          {session?.host.isDirty ? ` – ${words.changed}` : ''}
        </p>
      </div>
      <p className="privacy">{words.privacy}</p>
    </header>
  );
}

interface ButtonProps {
  readonly icon: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Grey while its command is at work; the focus stays on it. */
function RibbonButton({ icon, isOff, onClick, children }: ButtonProps) {
  return (
    <button type="button" aria-disabled={isOff} onClick={() => !isOff && onClick()}>
      <img src={`/pane/assets/${icon}-32.png`} alt="" width="20" height="20" />
      {children}
    </button>
  );
}
