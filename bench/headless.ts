/** The headless run as a user runs it, with the bench's own unit list. */
import { chamDiem } from '../src/cli/cham-diem';
import { BENCH_PLAN } from './units';

void chamDiem(process.argv.slice(2), {
  print: () => undefined,
  printProblem: () => undefined,
  now: new Date('2024-01-05T00:00:00Z'),
  plan: BENCH_PLAN,
}).then((status) => {
  process.exitCode = status;
});
