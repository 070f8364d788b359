/** From bytes to an open workbook; whatever is wrong with them ends in an OpenError. */
import { OpenError, type WorkbookFile } from '../model';
import { Package } from './package';
import { saveWorkbook } from './save';
import { DEFAULT_ADD_IN_ID } from './settings';
import { openFailureOf } from './sniff';
import { Workbook, type LeaveUnread } from './book';

export interface OpenOptions {
  /** The add-in whose settings are served; its web extension is found by this id. */
  readonly addInId?: string;
  /** Sheets whose cells aren't held: their parts stay as they are, and reads of them answer null. */
  readonly leaveUnread?: LeaveUnread;
}

/** Whatever goes wrong over bytes from outside is said as damage: no caller can know more. */
function damaged(error: unknown): OpenError {
  if (error instanceof OpenError) return error;
  return new OpenError('damaged', error instanceof Error ? error.message : '');
}

function workbookPart(pack: Package): string {
  const part = pack.related('', 'officeDocument')[0]?.target;
  if (part === undefined || !pack.has(part)) throw new OpenError('notAWorkbook');
  const type = pack.contentType(part);
  if (!/(sheet|template)\.(macroEnabled\.)?main\+xml$/i.test(type)) {
    throw new OpenError('notAWorkbook', type);
  }
  return part;
}

/** An opened workbook with its insides: for this folder and its tests. */
export async function openInside(
  bytes: Uint8Array,
  options: OpenOptions = {},
): Promise<{ workbook: Workbook; file: WorkbookFile }> {
  const failure = openFailureOf(bytes);
  if (failure) throw new OpenError(failure);
  const addInId = options.addInId ?? DEFAULT_ADD_IN_ID;
  try {
    const pack = new Package(bytes);
    if (!pack.has('[Content_Types].xml')) throw new OpenError('notAWorkbook');
    const part = workbookPart(pack);
    // Read now, so that a save doesn't stumble over it: the properties get the time.
    for (const { target } of pack.related('', 'core-properties')) {
      if (pack.has(target)) pack.xml(target);
    }
    const leaveUnread = options.leaveUnread ?? (() => false);
    const workbook = new Workbook(pack, part, { addInId, leaveUnread });
    pack.checkUnread(new Set(workbook.unreadParts));
    const macros = /macroEnabled/i.test(pack.contentType(part));
    const file: WorkbookFile = {
      model: workbook,
      kind: macros ? 'xlsm' : 'xlsx',
      save: (at) => saveWorkbook(workbook, addInId, at),
    };
    return { workbook, file };
  } catch (error) {
    throw damaged(error);
  }
}

/**
 * Opens a workbook.
 * @param bytes an .xlsx or .xlsm file.
 * @throws OpenError saying why the bytes can't be read; nothing else.
 */
export async function openWorkbookFile(
  bytes: Uint8Array,
  options: OpenOptions = {},
): Promise<WorkbookFile> {
  return (await openInside(bytes, options)).file;
}
