/** One log in a process of its own: how long from the file to the figures, and the peak memory. */
import { existsSync, readFileSync } from 'node:fs';
import { readLogFile } from '../src/cli/log-file';
import { daysBetween, HAU_GIANG_2023, isoDay, onBusiest } from '../src/rules';

const start = performance.now();
const days = daysBetween(isoDay('2023-11-01'), isoDay('2023-11-30'));
void readLogFile(process.argv[2] ?? '').then((read) => {
  const { units } = read.digest(HAU_GIANG_2023, days);
  const seconds = (performance.now() - start) / 1000;
  const figures = [...units].map(([code, { dossiers, spread }]) => [
    code,
    dossiers,
    spread.length,
    ...[1, 3, 5].map((k) => onBusiest(spread, k)),
  ]);
  console.log(JSON.stringify({ seconds, megabytes: peakMegabytes(), figures }));
});

/** Node's own figure is never below that of the process that started this one. */
function peakMegabytes(): number {
  const status = '/proc/self/status';
  if (!existsSync(status)) return process.resourceUsage().maxRSS / 1024;
  const [, kilobytes] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(status, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
