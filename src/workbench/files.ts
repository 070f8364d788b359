/** Workbooks in and out of the page; nothing of them leaves the machine. */
import { OpenError, openWorkbookFile, PartLostError } from '../host';
import { workbookOfThisTab } from './new-tab';
import { Session } from './session';
import { words } from './words';

export interface Opened {
  readonly session: Session | null;
  /** Why it couldn't be opened, in the user's words. */
  readonly problem: string | null;
}

/** A sheet of so many bytes has half a million cells, as a log of 60,000 rows: the grid holds none of it. */
const LARGEST_SHEET = 1 << 24;

const leaveUnread = ({ bytes }: { readonly bytes: number }) => bytes > LARGEST_SHEET;

export async function openBytes(name: string, bytes: Uint8Array): Promise<Opened> {
  try {
    const file = await openWorkbookFile(bytes, { leaveUnread });
    return { session: new Session(file, name), problem: null };
  } catch (error) {
    if (!(error instanceof OpenError)) throw error;
    return { session: null, problem: words.cannotOpen(name, words.reasons[error.reason]) };
  }
}

export async function openFile(file: File): Promise<Opened> {
  return openBytes(file.name, new Uint8Array(await file.arrayBuffer()));
}

/** What a tab begins with: the workbook that it was opened for, else the sample. */
export async function openFirst(): Promise<Opened> {
  const given = workbookOfThisTab();
  return given ? openBytes(words.newBook, given) : openSample();
}

/** The sample workbook, from the server of this page on this machine. */
export async function openSample(): Promise<Opened> {
  const answer = await fetch(`/samples/${words.sample}`).catch(() => null);
  if (!answer?.ok) return { session: null, problem: words.sampleMissing };
  return openBytes(words.sample, new Uint8Array(await answer.arrayBuffer()));
}

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
};

/** Hands the workbook to the browser's downloads, and says what became of it. */
export async function download(session: Session): Promise<void> {
  try {
    const bytes = await session.host.save(new Date());
    const type = TYPES[session.host.file.kind];
    const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = session.fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    const said = words.downloaded(session.fileName);
    const sheets = [...new Set(session.host.unsaved.map(({ sheet }) => sheet))];
    session.say(sheets.length > 0 ? `${said} ${words.lacksCharts(sheets)}` : said);
  } catch (error) {
    const why = error instanceof PartLostError ? words.saveFailed(error.parts) : null;
    session.say(why ?? words.saveBroken(error instanceof Error ? error.message : ''), true);
  }
}
