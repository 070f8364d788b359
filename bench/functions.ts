/**
 * `npx tsx bench/functions.ts`: what a spilling worksheet function costs over a whole column. HG.XEPHANG
 * on 10,000 rows is one call and one pass; beside it, the rules alone on the same rows, and a tenth of
 * the rows, which shows whether it grows in proportion. Prints medians; more than the bound, as a multiple
 * of what the rules alone take on the same machine, fails.
 */
import { followRuleSet } from '../src/functions';
import { XEPHANG } from '../src/functions/functions';
import { DEFAULT_READINGS, fullName, inputOf, score } from '../src/rules';
import { benchRows, unitRows, type BenchRow } from './figures';
import { BENCH_PLAN } from './units';

const ROWS = 10_000;
const BOUND_TIMES = 8;
const TIMES = 7;

async function main(): Promise<void> {
  followRuleSet({
    plan: BENCH_PLAN,
    readings: DEFAULT_READINGS,
    tieDecisions: [],
    declined: [],
  });
  const communes = benchRows(BENCH_PLAN).filter(({ unit }) => unit.level === 'commune');
  const rows = communes.slice(0, ROWS);
  const input = unitRows(rows);
  const rules = await median(async () => score(BENCH_PLAN, inputOf(input)));
  const call = await median(() => ranks(rows));
  const tenth = await median(() => ranks(rows.slice(0, ROWS / 10)));
  const ranked = (await ranks(rows)).filter(([rank]) => rank !== '').length;
  console.log(`HG.XEPHANG, ${ROWS.toLocaleString('en')} rows, ${ranked} ranked`);
  console.log(
    `  one call              ${call.toFixed(0)} ms, ${(call / rules).toFixed(1)} times the rules (bound ${BOUND_TIMES})`,
  );
  console.log(`  the rules alone       ${rules.toFixed(0)} ms`);
  console.log(`  a tenth of the rows   ${tenth.toFixed(0)} ms`);
  if (call > BOUND_TIMES * rules) process.exitCode = 1;
}

function ranks(rows: readonly BenchRow[]): Promise<unknown[][]> {
  const groups = new Map(BENCH_PLAN.units.map((unit) => [unit.code, fullName(unit)]));
  const column = (of: (row: BenchRow) => unknown) => rows.map((row) => [of(row)]);
  return XEPHANG(
    'xã',
    column(({ unit }) => fullName(unit)),
    column(({ unit }) => groups.get(unit.parent ?? '')),
    column(({ online }) => online),
    column(({ dossiers }) => dossiers),
    column(({ activated }) => activated),
    column(({ people }) => people),
    column(({ accounts }) => accounts),
  );
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((x, y) => x - y)[Math.floor(TIMES / 2)] ?? 0;
}

void main();
