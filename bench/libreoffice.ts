import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function hasLibreOffice(): boolean {
  return spawnSync('soffice', ['--version']).error === undefined;
}

/** Every sheet as CSV with cells as they are stored; ";" between them. */
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1';

export interface Opened {
  readonly seconds: number;
  /** The rows of a sheet. */
  rows(sheet: string): string[][];
}

/** Has LibreOffice open a workbook in `folder` and write its sheets, and times it as a whole. */
export function openInLibreOffice(folder: string, name: string): Opened {
  const start = performance.now();
  execFileSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--convert-to',
      ALL_SHEETS,
      '--outdir',
      folder,
      join(folder, `${name}.xlsx`),
    ],
    { stdio: 'ignore' },
  );
  const seconds = (performance.now() - start) / 1000;
  return {
    seconds,
    rows: (sheet) =>
      readFileSync(join(folder, `${name}-${sheet}.csv`), 'utf8')
        .split('\n')
        .map((line) => line.replaceAll('"', '').split(';')),
  };
}
