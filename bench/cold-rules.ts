/** The rules alone, cold: a new process, the first call. Prints the milliseconds. */
import { inputOf, score } from '../src/rules';
import { benchRows, unitRows } from './figures';
import { BENCH_PLAN } from './units';

const loaded = performance.now();
const input = inputOf(unitRows(benchRows(BENCH_PLAN)));
const start = performance.now();
const { levels } = score(BENCH_PLAN, input);
const end = performance.now();
console.log(
  JSON.stringify({ load: loaded, score: end - start, units: levels['commune']?.units.length }),
);
