/** 100,000 rows: our way from the .xlsx to the figures beside other libraries doing the same. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fullName, HAU_GIANG_2023 } from '../src/rules';
import { median, type Cold } from './log-runs';

export const COMPARED_ROWS = 100_000;
const TIMES = 5;
const LIBRARIES = ['exceljs', 'hucre', 'xlsx'] as const;
/** SheetJS is what npm calls `xlsx`. */
const NAMES: Readonly<Record<string, string>> = { xlsx: 'SheetJS' };
const BOUNDS = { timesFaster: 4, timesFasterThanPandas: 10, memoryOfExceljs: 0.5 } as const;

/**
 * Alternates ours with each library that is installed; all must give the same figures.
 * @param ours a cold run of ours on the file
 * @returns bounds that are broken, in words
 */
export function compareLibraries(file: string, ours: () => Cold): string[] {
  const runs = new Map<string, Cold[]>();
  const add = (name: string, run: Cold) => runs.set(name, [...(runs.get(name) ?? []), run]);
  for (let i = 0; i < TIMES; i += 1) {
    const own = ours();
    add('ours', own);
    const expected = JSON.stringify(byName(own.figures as [string, ...number[]][]));
    for (const library of [...LIBRARIES, 'pandas']) {
      if (i > 0 && !runs.has(library)) continue;
      const run = other(library, file);
      if (run === null) {
        console.log(`${NAMES[library] ?? library} is missing: it is not compared`);
        continue;
      }
      const figures = [...(run.figures as [string, ...number[]][])].sort(byFirst);
      if (JSON.stringify(figures) !== expected) throw new Error(`${library}: other figures`);
      add(library, run);
    }
  }
  return report(runs);
}

function report(runs: ReadonlyMap<string, readonly Cold[]>): string[] {
  const seconds = (name: string) => median((runs.get(name) ?? []).map((run) => run.seconds));
  const megabytes = (name: string) => median((runs.get(name) ?? []).map((run) => run.megabytes));
  const own = seconds('ours');
  const broken: string[] = [];
  console.log(`${COMPARED_ROWS.toLocaleString('en')} rows, figures equal:`);
  for (const name of runs.keys()) {
    const times = (seconds(name) / own).toFixed(1);
    const beside = name === 'ours' ? '' : `, ${times} times ours`;
    const shown = `${seconds(name).toFixed(2)} s${beside}, peak ${megabytes(name).toFixed(0)} MB`;
    console.log(`  ${(NAMES[name] ?? name).padEnd(8)} ${shown}`);
  }
  const best = Math.min(...LIBRARIES.filter((each) => runs.has(each)).map(seconds));
  if (best / own < BOUNDS.timesFaster) broken.push(`less than ${BOUNDS.timesFaster} times faster`);
  if (runs.has('pandas') && seconds('pandas') / own < BOUNDS.timesFasterThanPandas) {
    broken.push(`less than ${BOUNDS.timesFasterThanPandas} times faster than pandas`);
  }
  if (runs.has('exceljs') && megabytes('ours') > BOUNDS.memoryOfExceljs * megabytes('exceljs')) {
    broken.push('more than half of the memory of exceljs');
  }
  return broken;
}

function other(library: string, file: string): Cold | null {
  const [program, ...args] =
    library === 'pandas'
      ? ['python3', join(__dirname, 'log-pandas.py'), file]
      : [process.execPath, join(__dirname, 'log-others.mjs'), library, file];
  try {
    const out = execFileSync(program as string, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
    return JSON.parse(out) as Cold | null;
  } catch (error) {
    // No Python at all.
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw error;
  }
}

/** Figures by code as figures by names, sorted. */
function byName(figures: readonly [string, ...number[]][]): [string, ...number[]][] {
  const named = figures.map(([code, ...rest]): [string, ...number[]] => {
    const unit = HAU_GIANG_2023.units.find((each) => each.code === code);
    const group = HAU_GIANG_2023.units.find((each) => each.code === unit?.parent);
    if (!unit || !group) throw new Error(`no unit ${code}`);
    return [`${fullName(group)}|${fullName(unit)}`, ...rest];
  });
  return named.sort(byFirst);
}

function byFirst([x]: readonly [string, ...unknown[]], [y]: readonly [string, ...unknown[]]) {
  return x < y ? -1 : 1;
}
