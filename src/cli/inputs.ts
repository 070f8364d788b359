import { basename } from 'node:path';
import {
  readLogSheets,
  readTables,
  TableFileError,
  type ByteSource,
  type FileSheet,
} from '../files';
import { newWorkbookFile, OpenError, openWorkbookFile, type WorkbookFile } from '../host';
import { words } from '../words';
import { LogError, type SheetsLog } from '../rules';
import { isOurs, otherBook, type OtherBook } from '../workbook';
import { NODE_CODEC } from './log-file';

/** An input can't be read: the message says which, why, and what to do. */
export class UnreadableInput extends Error {}

/** The workbook that is scored, and the dossier log on its sheets. */
export interface Input {
  readonly file: WorkbookFile;
  readonly log: SheetsLog | null;
}

/**
 * Opens the workbook that is scored; a .csv becomes one. The sheets of a dossier log are read off the
 * bytes: the host holds no cell of them.
 * @throws UnreadableInput
 */
export async function openInput(path: string, bytes: Uint8Array): Promise<Input> {
  const log = await logIn(bytes);
  const leaveUnread = ({ name }: { readonly name: string }) => !!log?.sheets.includes(name);
  return { file: await openFile(path, bytes, leaveUnread), log };
}

/** Smaller sheets the host holds as well, and the add-in finds a log on them itself; in bytes. */
const LARGE = 1 << 22;

async function logIn(bytes: Uint8Array): Promise<SheetsLog | null> {
  try {
    return await readLogSheets(sourceOf(bytes), { isLeftOut: isOurs, least: LARGE }, NODE_CODEC);
  } catch (error) {
    // What isn't readable as a log the host reads, or says what is wrong with it.
    if (error instanceof LogError) return null;
    throw error;
  }
}

async function openFile(
  path: string,
  bytes: Uint8Array,
  leaveUnread: (sheet: { readonly name: string }) => boolean,
): Promise<WorkbookFile> {
  try {
    return await openWorkbookFile(bytes, { leaveUnread });
  } catch (error) {
    if (!(error instanceof OpenError)) throw error;
    const sheet = error.reason === 'notAWorkbook' ? await textTable(path, bytes) : null;
    if (sheet) return workbookOf(sheet);
    throw new UnreadableInput(`${path}: ${words.CLI.open[error.reason]}`);
  }
}

const WORKBOOK_NAME = /\.xls[xm]$/i;

/** Text under a workbook's name is none: Excel refuses it too. */
async function textTable(path: string, bytes: Uint8Array): Promise<FileSheet | null> {
  try {
    const [sheet] = await readTables(sourceOf(bytes), basename(path));
    return WORKBOOK_NAME.test(path) ? null : (sheet ?? null);
  } catch (error) {
    if (!(error instanceof TableFileError)) throw error;
    const isText = error.fault === 'notUtf8' && !WORKBOOK_NAME.test(path);
    if (!isText && error.fault !== 'html') return null;
    throw new UnreadableInput(`${path}: ${words.TABLE_FILE_FAULTS[error.fault]}`);
  }
}

const NO_SHEET_NAME = /[[\]:*?/\\]/g;
const LONGEST_SHEET_NAME = 31;

/** A .csv as a workbook of one sheet, its numbers as Excel would open them. */
async function workbookOf({ name, row, column, values }: FileSheet): Promise<WorkbookFile> {
  const sheetName = name.replace(NO_SHEET_NAME, ' ').replace(/^'|'$/g, ' ').trim();
  const file = await newWorkbookFile([
    sheetName.slice(0, LONGEST_SHEET_NAME) || words.CLI.csvSheet,
  ]);
  const [sheet] = file.model.sheets;
  values.forEach((cells, i) =>
    cells.forEach((value, j) => {
      if (value !== '') sheet?.writeValue(row + i, column + j, value);
    }),
  );
  return file;
}

/** Reads a file whose tables are taken with the workbook's. @throws UnreadableInput */
export async function readOther(path: string, name: string, bytes: Uint8Array): Promise<OtherBook> {
  try {
    return otherBook(name, await readTables(sourceOf(bytes), basename(path), NODE_CODEC));
  } catch (error) {
    if (!(error instanceof TableFileError)) throw error;
    throw new UnreadableInput(`${path}: ${words.TABLE_FILE_FAULTS[error.fault]}`);
  }
}

/** What messages call each file: its name, or its path where two have the same. */
export function namesOf(paths: readonly string[]): string[] {
  const names = paths.map((path) => basename(path));
  return names.map((name, i) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : (paths[i] as string),
  );
}

function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
  };
}
