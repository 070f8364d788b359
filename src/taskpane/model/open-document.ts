/** The open document as a file, by the part of Office.js that is older than `Excel.run`. */

/** The most that Office hands over at a time. */
const SLICE = 4 * 1024 * 1024;

/** The whole workbook as .xlsx bytes, as it stands now (saved or not). */
export async function documentBytes(): Promise<Uint8Array> {
  const file = await answer<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done),
  );
  try {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for (let index = 0; index < file.sliceCount; index += 1) {
      const slice = await answer<Office.Slice>((done) => file.getSliceAsync(index, done));
      bytes.set(slice.data as ArrayLike<number>, at);
      at += slice.size;
    }
    return bytes;
  } finally {
    // Office holds at most two files open: one that isn't closed blocks the next save.
    file.closeAsync();
  }
}

function answer<T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(Object.assign(new Error(error.message), { code: error.name }));
    });
  });
}

/** The sample workbook that is served beside the pane; null where it can't be had. */
export async function sampleBytes(name: string): Promise<Uint8Array | null> {
  const answer = await fetch(`samples/${name}`).catch(() => null);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

/** How a file reached the user. */
export type HandedOver = 'opened' | 'downloaded';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Opens the bytes as a new workbook that the user saves where they like; where this Excel can't
 * (before ExcelApi 1.8), downloads them.
 */
export async function handOver(bytes: Uint8Array, name: string): Promise<HandedOver> {
  if (Office.context.requirements.isSetSupported('ExcelApi', '1.8')) {
    try {
      await Excel.createWorkbook(base64(bytes));
      return 'opened';
    } catch {
      // Not every Excel that claims the set opens a workbook; the browser's download is left.
    }
  }
  download(bytes, name, XLSX);
  return 'downloaded';
}

/** Hands a file over as the browser's download: Office.js can't save files. */
export function download(bytes: Uint8Array, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** In pieces: a call can't take millions of arguments. */
function base64(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}
