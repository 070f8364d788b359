import { zipSync, type Zippable } from 'fflate';
import type { Paper } from './given';
import { ZIP_TIME } from './page';

/** The papers as one file; they are compressed already. The same papers give the same bytes. */
export function archiveOf(papers: readonly Paper[]): Uint8Array {
  const files: Zippable = Object.fromEntries(papers.map(({ file, bytes }) => [file, bytes]));
  return zipSync(files, { level: 0, mtime: ZIP_TIME });
}
