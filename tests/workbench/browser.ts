/**
 * The workbench in a real browser, for end-to-end tests.
 * @example
 * const bench = await startBench();
 * const page = await bench.open({ bytes });
 * await page.command('Chấm điểm');
 * expect(await page.cellText('Xã', 'A1')).toBe('…');
 * await bench.close();
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser';

const ROOT = resolve(__dirname, '../..');
/** The pane of our own that only says what it hears. */
export const TEST_PANE = join(ROOT, 'tests/workbench/pane');
const SCREENSHOTS = join(ROOT, 'build/screenshots');
const SAMPLE = '*/samples/*.xlsx';
const BUILD_TIMEOUT = 240_000;

export interface BenchOptions {
  /** A built add-in, to be served instead of the one that is built from src. */
  readonly addIn?: string;
}

export interface OpenOptions {
  /** A workbook that is open in the sample's place. */
  readonly bytes?: Uint8Array;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

export interface Bench {
  readonly address: string;
  open(options?: OpenOptions): Promise<BenchPage>;
  close(): Promise<void>;
}

/**
 * One bench for the tests of a file. No test may leave an error of a script behind, nor a request to
 * anywhere but the own server.
 * @param page the page of the test that has just ended
 */
export function benchForTests(
  page: () => BenchPage,
  options: BenchOptions = {},
): Omit<Bench, 'close'> {
  let bench: Bench | undefined;
  beforeAll(async () => {
    bench = await startBench(options);
  }, 300_000);
  afterAll(() => bench?.close());
  afterEach(async () => {
    expect(page().strangers).toEqual([]);
    expect(page().errors).toEqual([]);
    await page().close();
  });
  const started = () => {
    if (!bench) throw new Error('The workbench has not started.');
    return bench;
  };
  return {
    get address() {
      return started().address;
    },
    open: (given) => started().open(given),
  };
}

/** Builds and serves the workbench and starts a browser. Give `beforeAll` five minutes for it. */
export async function startBench({ addIn }: BenchOptions = {}): Promise<Bench> {
  const server = spawn(
    process.execPath,
    ['scripts/workbench.mjs', '--no-open', '--port', '0', ...(addIn ? ['--add-in', addIn] : [])],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const address = await addressOf(server);
  const { executablePath, args } = findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, '--disable-background-networking', '--disable-component-update'],
  });
  // One context for all pages: its cache keeps the scripts, compiled.
  const context = await browser.newContext({ acceptDownloads: true, locale: 'vi-VN' });
  return {
    address,
    open: (options = {}) => openPage(context, address, options),
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const timer = setTimeout(() => {
      server.kill();
      failed(new Error(`The workbench didn't start:\n${said}`));
    }, BUILD_TIMEOUT);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/localhost:\d+\//.exec(said)?.[0];
      if (!address) return;
      clearTimeout(timer);
      found(address);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.on('exit', (code) => {
      clearTimeout(timer);
      failed(new Error(`The workbench ended with ${code}:\n${said}`));
    });
  });
}

async function openPage(
  context: BrowserContext,
  address: string,
  { bytes, colorScheme = 'light', width = 1400, height = 850 }: OpenOptions,
): Promise<BenchPage> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  const bench = new BenchPage(page, address);
  // One workbook and one pane are loaded, not the sample's before them.
  if (bytes) await putInTheSamplesPlace(page, bytes);
  await page.goto(address);
  await page.getByRole('grid').waitFor();
  return bench;
}

/** Once. By the browser's own means: a route of Playwright's turns the cache off. */
async function putInTheSamplesPlace(page: Page, bytes: Uint8Array): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  devtools.once('Fetch.requestPaused', ({ requestId }) => {
    const body = Buffer.from(bytes).toString('base64');
    void devtools
      .send('Fetch.fulfillRequest', { requestId, responseCode: 200, body })
      .then(() => devtools.send('Fetch.disable'));
  });
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: SAMPLE }] });
}

export class BenchPage {
  /** Requests to anywhere but the own server; there must be none. */
  readonly strangers: string[] = [];
  /** Errors of scripts, on the page or in the pane. */
  readonly errors: string[] = [];

  constructor(
    readonly page: Page,
    address: string,
  ) {
    const isOwn = (url: string) => url.startsWith(address) || /^(blob|data|about):/.test(url);
    page.on('request', (request) => {
      if (!isOwn(request.url())) this.strangers.push(request.url());
    });
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  /** Picks a file as a user does, and waits until it is open or refused. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    const before = await this.page.evaluate(() => {
      document.querySelector('.pane iframe')?.setAttribute('data-old', '');
      return document.querySelector('.notice')?.textContent ?? null;
    });
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await this.page.waitForFunction((said) => {
      const notice = document.querySelector('.notice')?.textContent ?? null;
      const isOpen = document.querySelector('.pane iframe:not([data-old])') !== null;
      return isOpen || (notice !== null && notice !== said);
    }, before);
  }

  /** Clicks a button of the page by its name, such as `Chấm điểm`. */
  async command(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** What the page tells above the workbook. */
  async notice(): Promise<string> {
    return (await this.page.locator('.notice p').first().textContent()) ?? '';
  }

  /** The pane's frame, once its page is loaded. */
  async pane(): Promise<Frame> {
    const element = await this.page.locator('.pane iframe').elementHandle();
    const frame = await element?.contentFrame();
    if (!frame) throw new Error('The pane has no frame.');
    // Not the empty page that a new frame begins with.
    await frame.waitForURL(/taskpane\.html/);
    return frame;
  }

  /** What a cell shows, by the workbook's model, on whatever sheet. */
  cellText(sheet: string, address: string): Promise<string> {
    return this.page.evaluate(
      ([name, at]) => window.hgWorkbench?.textAt(name!, at!) ?? '',
      [sheet, address],
    );
  }

  sheetNames(): Promise<string[]> {
    return this.page.getByRole('tab').allTextContents();
  }

  async showSheet(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  /** Selects by typing the address into the name box, as in Excel. */
  async select(address: string): Promise<void> {
    const box = this.page.locator('.formulaBar input');
    await box.fill(address);
    await box.press('Enter');
    await this.page.getByRole('grid').focus();
  }

  selection(): Promise<string> {
    return this.page.locator('.formulaBar input').inputValue();
  }

  /** Waits until this is selected. */
  async hasSelected(address: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>('.formulaBar input')?.value === wanted,
      address,
    );
  }

  /** Types into a cell and presses Enter. */
  async type(address: string, text: string): Promise<void> {
    await this.select(address);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** The cell as it is drawn; it must be in sight. */
  cell(row: number, column: number) {
    return this.page.locator(`#o-${row - 1}-${column - 1}`);
  }

  /** The workbook's bytes, by the button that downloads it. */
  async download(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const coming = this.page.waitForEvent('download');
    await this.command('Tải về');
    const download = await coming;
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(Buffer.concat(chunks)) };
  }

  /** What axe finds wrong, on the page and in the pane: a line each. */
  async violations(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page })
      .options({ resultTypes: ['violations'] })
      .analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
