/**
 * The worksheet functions over a whole column: HG.XEPHANG on 10,000 rows, which is one call that spills,
 * beside 10,000 calls of HG.DIEM, a row each, and HG.XEPHANG on a tenth of the rows. Prints processor
 * milliseconds, medians, what came before collected (`--expose-gc`). The totals must be equal first.
 */
import { followRuleSet } from '../src/functions';
import { DIEM, XEPHANG } from '../src/functions/functions';
import { DEFAULT_READINGS, fullName, type Plan } from '../src/rules';
import { benchRows, type BenchRow } from './figures';
import { BENCH_PLAN, benchUnits } from './units';

/** Processor milliseconds. */
export interface FunctionTimes {
  readonly oneCall: number;
  readonly tenth: number;
  readonly singleCalls: number;
}

const ROWS = 10_000;
const TIMES = 9;
/** Rows and districts in the same proportion. */
const WHOLE = planOf(benchUnits(705, ROWS));
const TENTH = planOf(benchUnits(70, ROWS / 10));

async function main(): Promise<void> {
  const whole = communesOf(WHOLE);
  const tenth = communesOf(TENTH);
  follow(WHOLE);
  await assertEqual(whole);
  const oneCall = await median(() => ranks(WHOLE, whole));
  const singleCalls = await median(() => totals(whole));
  follow(TENTH);
  const times: FunctionTimes = {
    oneCall,
    singleCalls,
    tenth: await median(() => ranks(TENTH, tenth)),
  };
  console.log(JSON.stringify(times));
}

function planOf(units: Plan['units']): Plan {
  return { ...BENCH_PLAN, id: `bench ${units.length}`, units };
}

function follow(plan: Plan): void {
  followRuleSet({ plan, readings: DEFAULT_READINGS, tieDecisions: [], declined: [] });
}

function communesOf(plan: Plan): BenchRow[] {
  return benchRows(plan).filter(({ unit }) => unit.level === 'commune');
}

function ranks(plan: Plan, rows: readonly BenchRow[]): Promise<unknown[][]> {
  const groups = new Map(plan.units.map((unit) => [unit.code, fullName(unit)]));
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

function totals(rows: readonly BenchRow[]): Promise<number[]> {
  return Promise.all(
    rows.map(({ online, dossiers, activated, people }) =>
      DIEM('xã', online, dossiers, activated, people),
    ),
  );
}

async function assertEqual(rows: readonly BenchRow[]): Promise<void> {
  const spilled = await ranks(WHOLE, rows);
  const single = await totals(rows);
  const same = single.every((total, i) => Math.abs(Number(spilled[i]?.[1]) - total) <= 1e-9);
  if (!same || single.length !== ROWS) throw new Error('HG.XEPHANG and HG.DIEM differ');
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    globalThis.gc?.();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((x, y) => x - y)[Math.floor(TIMES / 2)] ?? NaN;
}

void main();
