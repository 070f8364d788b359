import type { ByteSource } from '../../files';
import { words } from '../../words';
import { otherBook, type OtherBook } from '../../workbook';

/** A file that the user picked: what is used of the browser's `File`. */
export type PickedFile = Pick<File, 'name' | 'size' | 'slice'>;

/** Reads a picked file's tables; a message where it can't be. Nothing leaves the page. */
export async function readPicked(file: PickedFile): Promise<OtherBook | string> {
  // Loaded only when a file is picked: the first screen reads none.
  const { readTables, TableFileError } = await import('../../files');
  try {
    return otherBook(file.name, await readTables(sourceOf(file), file.name));
  } catch (error) {
    if (!(error instanceof TableFileError)) throw error;
    return words.PANE_DATA.fileFault(file.name, words.TABLE_FILE_FAULTS[error.fault]);
  }
}

function sourceOf(file: PickedFile): ByteSource {
  return {
    size: file.size,
    read: async (from, length) =>
      new Uint8Array(await file.slice(from, from + length).arrayBuffer()),
  };
}
