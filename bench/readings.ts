/**
 * Every combination of the plan's readings, timed. `npm run bench` prints the 83 units' time;
 * `tsx bench/readings.ts` the whole country's too. No bound: it is done when it is asked for.
 */
import {
  compareReadings,
  DEFAULT_READINGS,
  HAU_GIANG_2023,
  inputOf,
  type Plan,
} from '../src/rules';
import { benchRows, unitRows } from './figures';
import { BENCH_PLAN } from './units';

export function readingTime(plan: Plan): string {
  const input = inputOf(unitRows(benchRows(plan)));
  const start = performance.now();
  const { combinations, results } = compareReadings(plan, input, DEFAULT_READINGS);
  const milliseconds = Math.round(performance.now() - start);
  return `All readings of ${plan.units.length} units: ${combinations} combinations, ${results} results, ${milliseconds} ms`;
}

if (require.main === module) {
  for (const plan of [HAU_GIANG_2023, BENCH_PLAN]) console.log(readingTime(plan));
}
