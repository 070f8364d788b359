/** `npm run bench:log`: a million-row dossier log from the file to the figures. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { HAU_GIANG_2023, onBusiest } from '../src/rules';
import { timeInBrowser } from './log-browser';
import { COMPARED_ROWS, compareLibraries } from './log-compared';
import { BenchLog } from './log-rows';
import { median, secondsOf, TIMES, type Cold, type Warm } from './log-runs';

const ROWS = 1_000_000;
/** Bounds that fail the bench. */
const BOUNDS = { digestNanoseconds: 50, stringNanoseconds: 1000, inflations: 3.5 } as const;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cham-diem-log-'));
  try {
    const log = new BenchLog(ROWS);
    const csv = log.csv();
    const xlsx = log.xlsx();
    writeFileSync(join(folder, 'log.csv'), csv);
    writeFileSync(join(folder, 'log.xlsx'), xlsx.bytes);
    console.log(`${ROWS.toLocaleString('en')} rows: .csv ${mb(csv)}, .xlsx ${mb(xlsx.bytes)}`);
    const program = bundled(folder, 'log-cold');
    const expected = JSON.stringify(figuresOf(log));
    const csvRuns: Cold[] = [];
    const xlsxRuns: Cold[] = [];
    const inflations: number[] = [];
    for (let i = 0; i < TIMES; i += 1) {
      csvRuns.push(cold(program, join(folder, 'log.csv'), expected));
      xlsxRuns.push(cold(program, join(folder, 'log.xlsx'), expected));
      inflations.push(
        secondsOf(() => inflateRawSync(xlsx.sheetPacked, { maxOutputLength: xlsx.sheetSize })),
      );
    }
    console.log('the figures of both files are those that the rows were made with');
    report('.csv', csvRuns);
    const seconds = report('.xlsx', xlsxRuns);
    const inflation = median(inflations);
    const times = seconds / inflation;
    console.log(
      `zlib inflates the sheet at once: ${inflation.toFixed(2)} s; .xlsx takes ${times.toFixed(2)} times that`,
    );
    const warm = JSON.parse(
      execFileSync(process.execPath, [bundled(folder, 'log-warm'), String(ROWS)], {
        encoding: 'utf8',
      }),
    ) as Warm;
    console.log(`digest alone: ${warm.ids.toFixed(1)} ns a row`);
    console.log(`digest from strings: ${warm.strings.toFixed(0)} ns a row`);
    await timeDuckDb(join(folder, 'log.csv'), expected);
    const few = join(folder, 'few.xlsx');
    writeFileSync(few, new BenchLog(COMPARED_ROWS).xlsx().bytes);
    const broken = compareLibraries(few, () => cold(program, few));
    broken.push(...(await timeInBrowser(xlsx.bytes, xlsx.sheetPacked, expected)));
    if (warm.ids > BOUNDS.digestNanoseconds) broken.push('the digest alone');
    if (warm.strings > BOUNDS.stringNanoseconds) broken.push('the digest from strings');
    if (times > BOUNDS.inflations) broken.push('.xlsx beside the inflation');
    if (broken.length > 0) {
      console.log(`over a bound (${JSON.stringify(BOUNDS)}): ${broken.join('; ')}`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By maps over the rows that were made, not by the digest that is timed. */
function figuresOf({ ids, communes }: BenchLog): unknown[] {
  const counts = communes.map(() => new Map<number, number>());
  for (let row = 0; row < ids.length; row += 1) {
    const own = counts[ids.units[row] as number] as Map<number, number>;
    const account = ids.accounts[row] as number;
    own.set(account, (own.get(account) ?? 0) + 1);
  }
  return communes.map(({ code }, unit) => {
    const spread = Uint32Array.from((counts[unit] as Map<number, number>).values())
      .sort()
      .reverse();
    const dossiers = spread.reduce((sum, each) => sum + each, 0);
    return [code, dossiers, spread.length, ...[1, 3, 5].map((k) => onBusiest(spread, k))];
  });
}

/** DuckDB on the same .csv, where it is installed: the figures are equal, its time is printed. */
async function timeDuckDb(file: string, expected: string): Promise<void> {
  try {
    const { digestFiles } = await import('../src/cli/digest/duckdb-digest');
    const times: number[] = [];
    for (let i = 0; i < TIMES; i += 1) {
      const start = performance.now();
      const { units } = await digestFiles([file], HAU_GIANG_2023, null);
      times.push((performance.now() - start) / 1000);
      const figures = units.map((unit) => [
        ...[unit.code, unit.dossiers, unit.accounts],
        ...[unit.onBusiest1, unit.onBusiest3, unit.onBusiest5],
      ]);
      if (JSON.stringify(figures) !== sorted(expected)) throw new Error('DuckDB: other figures');
    }
    console.log(`DuckDB, .csv to the figures: ${median(times).toFixed(2)} s (all cores)`);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    console.log('@duckdb/node-api is missing: it is not compared');
  }
}

function sorted(figures: string): string {
  const rows = JSON.parse(figures) as [string, ...number[]][];
  return JSON.stringify(rows.sort(([x], [y]) => (x < y ? -1 : 1)));
}

function bundled(folder: string, entry: string): string {
  const outfile = join(folder, `${entry}.cjs`);
  buildSync({
    entryPoints: [join(__dirname, `${entry}.ts`)],
    bundle: true,
    platform: 'node',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

/** @param expected figures; left out where they are held against others later */
function cold(program: string, file: string, expected: string | null = null): Cold {
  const run = JSON.parse(
    execFileSync(process.execPath, [program, file], { encoding: 'utf8' }),
  ) as Cold;
  if (expected !== null && JSON.stringify(run.figures) !== expected)
    throw new Error(`${file}: other figures`);
  return run;
}

function report(name: string, runs: readonly Cold[]): number {
  const seconds = median(runs.map((run) => run.seconds));
  const megabytes = median(runs.map((run) => run.megabytes));
  console.log(`${name} to the figures: ${seconds.toFixed(2)} s, peak ${megabytes.toFixed(0)} MB`);
  return seconds;
}

const mb = ({ length }: Uint8Array) => `${(length / 1e6).toFixed(1)} MB`;

void main();
