/** LibreOffice, as tests have it open, recalculate and write out workbooks. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const missing = spawnSync('soffice', ['--version']).error !== undefined;
const skipped = missing && !process.env.CI;
if (skipped) process.stderr.write('soffice is missing: the LibreOffice checks are skipped\n');

/** `describe`, skipped on a machine without LibreOffice. */
export const withLibreOffice = skipped ? describe.skip : describe;

/** Every sheet as CSV, cells as they are stored rather than as they are shown. */
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1';

/** The rows of each sheet of each workbook, by the workbook's name and the sheet's. */
export function recalculated(
  books: ReadonlyMap<string, Uint8Array>,
): Map<string, Map<string, string[][]>> {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    const files = [...books].map(([name, bytes]) => {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'csv');
    const how = ['--headless', profile, '--convert-to', ALL_SHEETS, '--outdir', out];
    execFileSync('soffice', [...how, ...files], { stdio: 'ignore' });
    const read = new Map([...books.keys()].map((name) => [name, new Map<string, string[][]>()]));
    for (const file of readdirSync(out)) {
      const [, book = '', sheet = ''] = /^(.*?)-(.*)\.csv$/.exec(file) ?? [];
      const rows = rowsOf(readFileSync(join(out, file), 'utf8'));
      read.get(book)?.set(sheet.normalize('NFC'), rows);
    }
    return read;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A number as the CSV has it: "85,5", "85.5", "85,5%". */
export function number(text = ''): number {
  const value = Number(text.replace('%', '').replace(',', '.'));
  return text.endsWith('%') ? value / 100 : value;
}

/** The CSV that LibreOffice writes: ";" between cells, quotes where a cell needs them. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^;\r\n]*)(;|\r?\n|$)/gy;
  for (let match = cell.exec(csv); match && cell.lastIndex <= csv.length; match = cell.exec(csv)) {
    const [, raw = '', end] = match;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '') break;
    if (end !== ';') rows.push([]);
  }
  return rows;
}
