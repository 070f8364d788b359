/**
 * The rules alone, cold: a new process, the first call. Prints milliseconds: of points, ranks and awards,
 * which LibreOffice's formulas work out too; of all that is to be told about them, which these don't; and
 * of the traces. The rows are there before the clock starts, and what making them left behind is
 * collected (`--expose-gc`): neither is the rules'.
 */
import { inputOf, score, type ScoreResult } from '../src/rules';
import { benchRows, unitRows } from './figures';
import { BENCH_PLAN } from './units';

const loaded = performance.now();
const input = inputOf(unitRows(benchRows(BENCH_PLAN)));
globalThis.gc?.();
const start = performance.now();
const result = score(BENCH_PLAN, input);
const scored = performance.now();
const told = result.problems.length;
const warned = performance.now();
const figures = countFigures(result);
const traced = performance.now();
console.log(
  JSON.stringify({
    load: loaded,
    score: scored - start,
    problems: warned - scored,
    traces: traced - warned,
    told,
    figures,
  }),
);

/** Looks at every figure of every unit, so that each is worked out with its trace. */
function countFigures({ levels }: ScoreResult): number {
  let known = 0;
  for (const { units } of Object.values(levels)) {
    for (const { criteria, total } of units) {
      if (total.known) known += 1;
      for (const { a, b, own, ratio, points } of Object.values(criteria)) {
        for (const figure of [a, b, own, ratio, points]) if (figure?.known) known += 1;
      }
    }
  }
  return known;
}
