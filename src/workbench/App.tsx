import { type DragEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { download, openFile, openFirst, openSample, type Opened } from './files';
import { FormulaBar } from './FormulaBar';
import { Grid } from './Grid';
import { Notice } from './Notice';
import { PaneFrame } from './PaneFrame';
import { Ribbon } from './Ribbon';
import type { Session } from './session';
import { SheetTabs } from './SheetTabs';
import { useRegions } from './useRegions';
import { words } from './words';

const nothing = () => () => {};
const zero = () => 0;

/** The workbench: a workbook, the ribbon's commands and the pane, without Excel. */
export function App() {
  const [session, setSession] = useState<Session | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ readonly open: () => Promise<Opened> } | null>(null);
  const [isDropping, setDropping] = useState(false);
  const leaveCell = useRef<() => boolean>(() => true);
  useSyncExternalStore(session?.subscribe ?? nothing, session?.getVersion ?? zero);
  useRegions();

  const replace = async (open: () => Promise<Opened>) => {
    setAsked(null);
    const opened = await open();
    setProblem(opened.problem);
    if (!opened.session) return;
    // The frame of the pane looks for it as soon as it is drawn.
    window.hgWorkbench = opened.session;
    setSession(opened.session);
  };
  const open = (how: () => Promise<Opened>) => {
    if (!leaveCell.current()) return;
    if (session?.host.isDirty) setAsked({ open: how });
    else void replace(how);
  };

  useEffect(() => {
    void replace(openFirst);
  }, []);

  useEffect(() => {
    const keep = (event: BeforeUnloadEvent) => {
      if (session?.host.isDirty) event.preventDefault();
    };
    window.addEventListener('beforeunload', keep);
    return () => window.removeEventListener('beforeunload', keep);
  }, [session]);

  const drag = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (event.relatedTarget === null) setDropping(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setDropping(false);
      const file = event.dataTransfer.files[0];
      if (file) open(() => openFile(file));
    },
  };

  const sheet = session?.model.activeSheet;
  return (
    <div className="workbench" {...drag}>
      <Ribbon
        session={session}
        onFile={(file) => open(() => openFile(file))}
        onSample={() => open(openSample)}
        onDownload={() => session && leaveCell.current() && void download(session)}
        onLeaveCell={() => leaveCell.current()}
      />
      <Notice
        problem={problem}
        notice={session?.notice ?? null}
        question={asked && session ? words.replace(session.fileName) : null}
        onYes={() => asked && void replace(asked.open)}
        onClose={() => {
          setAsked(null);
          setProblem(null);
          session?.say(null);
        }}
      />
      <div className="halves">
        <main className="workbook" aria-label={words.workbook}>
          {session && sheet ? (
            <>
              <FormulaBar session={session} />
              <div id="sheet" role="tabpanel" aria-label={sheet.name} className="sheet">
                <Grid
                  key={`${session.id},${sheet.id}`}
                  session={session}
                  version={session.content}
                  sheet={sheet}
                  onEditorChange={(commit) => {
                    leaveCell.current = commit;
                  }}
                />
              </div>
              <SheetTabs session={session} />
            </>
          ) : (
            <p className="opening">{problem ? '' : words.opening}</p>
          )}
        </main>
        {session && <PaneFrame key={session.id} session={session} />}
      </div>
      {isDropping && <div className="dropping">{words.drop}</div>}
    </div>
  );
}
