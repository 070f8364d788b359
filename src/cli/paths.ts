import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';

/** Beside the input, `INPUT.da-cham.xlsx`, numbered where that exists: never over a file that is there. */
export function defaultOutput(input: string, kind: 'xlsx' | 'xlsm'): string {
  const stem = join(dirname(input), basename(input, extname(input)));
  for (let n = 1; ; n += 1) {
    const path = `${stem}.da-cham${n === 1 ? '' : ` (${n})`}.${kind}`;
    if (!existsSync(path)) return path;
  }
}

/** The folder itself, or numbered where it has one of the files: never over a paper that was worked on. */
export function freeFolder(folder: string, files: readonly string[]): string {
  for (let n = 1; ; n += 1) {
    const path = n === 1 ? folder : `${folder} (${n})`;
    if (!files.some((file) => existsSync(join(path, file)))) return path;
  }
}

/** The same file, whatever way it is written. */
export function isSameFile(x: string, y: string): boolean {
  return realPath(x) === realPath(y);
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}
