/** The log in a browser's worker, as the pane reads it, beside the streamed inflation of its sheet. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/find-browser';
import { median } from './log-runs';

const TIMES = 5;
const BOUNDS = { inflations: 4, gapMilliseconds: 100 } as const;

/** What the page's own functions give. */
interface PageRead {
  readonly seconds: number;
  readonly longest: number;
  readonly figures: unknown;
}

/**
 * @param expected the figures, as JSON
 * @returns bounds that are broken, in words
 */
export async function timeInBrowser(
  xlsx: Uint8Array,
  sheetPacked: Uint8Array,
  expected: string,
): Promise<string[]> {
  const files = new Map<string, [type: string, content: string | Uint8Array]>([
    ['/', ['text/html', '<!doctype html><script src="page.js"></script>']],
    ['/page.js', ['text/javascript', bundled(join(__dirname, 'log-page.ts'))]],
    [
      '/worker.js',
      ['text/javascript', bundled(join(__dirname, '../src/taskpane/model/log-worker.ts'))],
    ],
    ['/log.xlsx', ['application/octet-stream', xlsx]],
    ['/sheet.deflated', ['application/octet-stream', sheetPacked]],
  ]);
  const server = createServer((request, response) => {
    const [type, content] = files.get(request.url ?? '') ?? ['text/plain', ''];
    response.writeHead(200, { 'Content-Type': type }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { executablePath, args } = findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    const reads: PageRead[] = [];
    const inflations: number[] = [];
    for (let i = 0; i < TIMES; i += 1) {
      const read = await page.evaluate<PageRead>('readLog()');
      if (JSON.stringify(read.figures) !== expected) throw new Error('browser: other figures');
      reads.push(read);
      inflations.push(await page.evaluate<number>('inflate()'));
    }
    return report(reads, median(inflations));
  } finally {
    await browser.close();
    server.close();
  }
}

function report(reads: readonly PageRead[], inflation: number): string[] {
  const seconds = median(reads.map((read) => read.seconds));
  const longest = median(reads.map((read) => read.longest));
  const times = seconds / inflation;
  console.log(
    `in a browser’s worker: ${seconds.toFixed(2)} s, ${times.toFixed(2)} times the streamed inflation (${inflation.toFixed(2)} s); the page waits at most ${longest.toFixed(0)} ms`,
  );
  return [
    ...(times > BOUNDS.inflations ? [`more than ${BOUNDS.inflations} inflations in a worker`] : []),
    ...(longest > BOUNDS.gapMilliseconds ? ['the page waits'] : []),
  ];
}

function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
