/**
 * The same digest by another library, in a process of its own: how long from the .xlsx to the figures,
 * and the peak memory. Prints what bench/log-cold.ts prints, figures by the units' names; `null` where
 * the library isn't installed. Libraries are looked for here and in the folder BENCH_MODULES.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , library, file] = process.argv;
const GROUP = 1;
const UNIT = 2;
const ACCOUNT = 3;

function located(name) {
  for (const from of [import.meta.filename, join(process.env.BENCH_MODULES ?? '.', 'index.js')]) {
    try {
      return pathToFileURL(createRequire(pathToFileURL(from)).resolve(name)).href;
    } catch {
      // Looked for in the next place.
    }
  }
  return null;
}

/** Gives each row's texts, headings first, to `take`. */
const READERS = {
  exceljs: async ({ default: Excel }, take) => {
    const reader = new Excel.stream.xlsx.WorkbookReader(file, {
      worksheets: 'emit',
      sharedStrings: 'cache',
      hyperlinks: 'ignore',
      styles: 'ignore',
    });
    for await (const sheet of reader) for await (const row of sheet) take(row.values.slice(1));
  },
  hucre: async ({ readXlsx }, take) => {
    const { sheets } = await readXlsx(readFileSync(file));
    sheets[0].rows.forEach((row) => take(row));
  },
  xlsx: ({ default: { read, utils } }, take) => {
    const book = read(readFileSync(file), { dense: true });
    utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 }).forEach((row) => take(row));
  },
};

/** As bench/log-cold.ts: Node's own figure is never below that of the process that started this one. */
function peakMegabytes() {
  const status = '/proc/self/status';
  if (!existsSync(status)) return process.resourceUsage().maxRSS / 1024;
  const [, kilobytes] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(status, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

async function main() {
  const at = located(library);
  if (at === null) {
    console.log('null');
    return;
  }
  const module = await import(at);
  const start = performance.now();
  const units = new Map();
  let isHead = true;
  await READERS[library](module, (row) => {
    if (isHead) {
      isHead = false;
      return;
    }
    const key = `${row[GROUP]}|${row[UNIT]}`;
    let accounts = units.get(key);
    if (!accounts) units.set(key, (accounts = new Map()));
    accounts.set(row[ACCOUNT], (accounts.get(row[ACCOUNT]) ?? 0) + 1);
  });
  const sum = (counts) => counts.reduce((all, each) => all + each, 0);
  const figures = [...units].map(([key, accounts]) => {
    const spread = [...accounts.values()].sort((x, y) => y - x);
    const on = [1, 3, 5].map((k) => sum(spread.slice(0, k)));
    return [key, sum(spread), spread.length, ...on];
  });
  const seconds = (performance.now() - start) / 1000;
  const megabytes = peakMegabytes();
  console.log(JSON.stringify({ seconds, megabytes, figures }));
}

await main();
