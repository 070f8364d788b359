/** In the bench's page: reads the log in the pane's worker, and inflates its sheet as a stream. */
import { daysBetween, HAU_GIANG_2023, isoDay, onBusiest } from '../src/rules';
import { readLogFile, type LogWorker } from '../src/taskpane/model/log-reader';

const startWorker = () => new Worker('worker.js') as unknown as LogWorker;
const bytesOf = async (name: string) => (await fetch(name)).blob();

/** @returns seconds, the longest that the page was kept from its work (ms), and the figures by unit */
async function readLog() {
  const file = await bytesOf('log.xlsx');
  const days = daysBetween(isoDay('2023-11-01'), isoDay('2023-11-30'));
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  const start = performance.now();
  const log = await readLogFile(startWorker, file, 'log.xlsx', {});
  const { units } = await log.digest(HAU_GIANG_2023, days);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  log.release();
  const figures = [...units].map(([code, { dossiers, spread }]) => [
    ...[code, dossiers, spread.length],
    ...[1, 3, 5].map((k) => onBusiest(spread, k)),
  ]);
  return { seconds, longest, figures };
}

/** @returns seconds */
async function inflate(): Promise<number> {
  const packed = await bytesOf('sheet.deflated');
  const start = performance.now();
  const stream = packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  while (!(await reader.read()).done);
  return (performance.now() - start) / 1000;
}

Object.assign(globalThis, { readLog, inflate });
