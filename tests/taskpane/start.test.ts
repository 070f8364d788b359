/** How the pane's page starts, and what it says where it can't: the built page in a real Chromium. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser';
import { faultsIn } from '../axe';
import { serveFolder, type StaticServer } from './static-server';

const ADDIN_URL = 'https://thi-dua.example.gov.vn/cham-diem';
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** An Office.js that answers at once, as in an Excel of today. */
const READY = officeJs(`callback({ host: 'Excel', platform: 'PC' })`);
const NEVER_READY = officeJs('window.answer = () => callback({ host: "Excel" })');
const OUTSIDE = officeJs('callback({ host: null, platform: null })');
const EXCEL_2016 = officeJs(`callback({ host: 'Excel', platform: 'PC' })`, '1.1');

function officeJs(whenAsked: string, excelApi = '1.17'): string {
  return `window.Office = {
    onReady(callback) { ${whenAsked}; return new Promise(() => {}); },
    actions: { associate(id) { (window.associated ??= []).push(id); } },
    context: { requirements: { isSetSupported: (name, version) =>
      name === 'ExcelApi' && Number(version.split('.')[1]) <= ${excelApi.split('.')[1]} } },
  };`;
}

let folder: string;
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  execFileSync(process.execPath, ['tests/taskpane/build-page.cjs', folder], {
    env: { ...process.env, ADDIN_URL: `${ADDIN_URL}/`, OFFICE_JS_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  server = await serveFolder(folder);
  browser = await chromium.launch(findBrowser());
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** Addresses asked for outside the own server. */
  readonly elsewhere: string[];
  /** What the Content-Security-Policy refused. */
  readonly refused: string[];
}

type Prepare = (page: Page) => Promise<unknown>;

/** Opens the page where Office.js is as given: its text, or not to be had, or never answering. */
async function open(
  office: string | 'blocked' | 'silent',
  { search = '', prepare }: { search?: string; prepare?: Prepare } = {},
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.clock.install();
  const elsewhere: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) elsewhere.push(request.url());
  });
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  await page.route(OFFICE_JS, async (route) => {
    if (office === 'blocked') await route.abort();
    else if (office !== 'silent') {
      await route.fulfill({ contentType: 'text/javascript', body: office });
    }
  });
  await prepare?.(page);
  await page.goto(`${server.url}/taskpane.html${search}`, {
    waitUntil: office === 'silent' ? 'commit' : 'load',
  });
  return { page, elsewhere, refused };
}

/** The one thing that the page shows: the pane, or a notice. */
async function shown(page: Page): Promise<string[]> {
  return page
    .locator('#root, .hg-notice')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.id));
}

const text = (page: Page, id: string) => page.locator(`#${id}`).innerText();

test('the pane starts, within the policy, asking nobody but its server and Office.js', async () => {
  const { page, elsewhere, refused } = await open(READY);
  await page.clock.runFor(12_000);
  expect(await shown(page)).toEqual(['root']);
  expect(await text(page, 'root')).toBe('The pane');
  expect(await page.evaluate('window.associated')).toEqual(['chamDiem', 'taoBieuMau']);
  expect(elsewhere).toEqual([OFFICE_JS]);
  expect(refused).toEqual([]);
  await page.close();
});

test('where Office.js is blocked the page says so at once', async () => {
  const { page, refused } = await open('blocked');
  expect(await shown(page)).toEqual(['hg-no-office']);
  expect(await text(page, 'hg-no-office')).toContain('appsforoffice.microsoft.com');
  expect(refused).toEqual([]);
  await page.close();
});

test('where Office.js never comes the page says so after ten seconds', async () => {
  const { page } = await open('silent');
  await page.locator('#hg-opening').waitFor();
  await page.clock.runFor(9_000);
  expect(await shown(page)).toEqual(['root']);
  await page.clock.runFor(2_000);
  expect(await shown(page)).toEqual(['hg-no-office']);
  await page.close();
});

test('where Excel does not answer the page says so, and starts when it does', async () => {
  const { page } = await open(NEVER_READY);
  expect(await shown(page)).toEqual(['root']);
  await page.clock.runFor(11_000);
  expect(await shown(page)).toEqual(['hg-no-answer']);
  await page.evaluate(`
    document.getElementById('root').textContent = 'The pane, late';
    window.answer();
  `);
  await page.clock.runFor(1_000);
  expect(await shown(page)).toEqual(['root']);
  await page.close();
});

test('where a file of ours is missing the page names it', async () => {
  const { page } = await open(READY, {
    prepare: (to) => to.route(/\/taskpane\.[0-9a-f]+\.js$/, (route) => route.abort()),
  });
  expect(await shown(page)).toEqual(['hg-no-files']);
  expect(await text(page, 'hg-file')).toMatch(/^taskpane\.[0-9a-f]+\.js$/);
  await page.close();
});

test('where the pane breaks the page says with what', async () => {
  const { page } = await open(READY, { search: '?break' });
  await page.clock.runFor(11_000);
  expect(await shown(page)).toEqual(['hg-broken']);
  expect(await text(page, 'hg-error')).toContain('Pane broken on purpose');
  await page.close();
});

test('outside Excel the page says where it belongs', async () => {
  const { page } = await open(OUTSIDE);
  expect(await shown(page)).toEqual(['hg-outside']);
  await page.close();
});

test('an Excel below ExcelApi 1.7 is told which Excel is needed', async () => {
  const { page } = await open(EXCEL_2016);
  expect(await shown(page)).toEqual(['hg-old']);
  expect(await text(page, 'hg-old')).toContain('Excel 2021');
  await page.close();
});

test('an old webview is told which Excel is needed, with Office.js or without', async () => {
  const old: Prepare = (page) =>
    page.addInitScript(`delete Object.hasOwn; delete window.BigInt; delete window.AbortController`);
  for (const office of [READY, 'blocked'] as const) {
    const { page } = await open(office, { prepare: old });
    await page.clock.runFor(12_000);
    expect(await shown(page)).toEqual(['hg-old']);
    await page.close();
  }
});

describe('axe finds nothing wrong at 320 px, in light and dark', () => {
  const look = async (page: Page) => {
    // axe waits by timers.
    await page.clock.resume();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await faultsIn(page)]).toEqual([colorScheme, []]);
    }
  };

  test('in any notice', async () => {
    const { page } = await open(EXCEL_2016);
    const notices = await page.locator('.hg-notice').evaluateAll((all) => all.map(({ id }) => id));
    expect(notices).toHaveLength(6);
    for (const id of notices) {
      await page.locator('.hg-notice').evaluateAll((all, wanted) => {
        for (const each of all) (each as HTMLElement).hidden = each.id !== wanted;
      }, id);
      expect(await shown(page)).toEqual([id]);
      await look(page);
    }
    await page.close();
  });

  test('while the pane opens, nor in the page of help', async () => {
    const { page } = await open(NEVER_READY);
    await page.locator('#hg-opening').waitFor();
    await look(page);
    await page.goto(`${server.url}/support.html`);
    await look(page);
    await page.close();
  });
});

test('without scripts the page says that it needs them', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.route(OFFICE_JS, (route) => route.abort());
  await page.goto(`${server.url}/taskpane.html`);
  expect(await page.content()).toContain('Trình duyệt đang tắt JavaScript');
  await context.close();
});

test('boot.js is ES5, its page has no script inline', () => {
  const code = readFileSync('src/taskpane/boot.js', 'utf8');
  const faults = new Linter().verify(code, {
    languageOptions: { ecmaVersion: 5, sourceType: 'script' },
  });
  expect(faults).toEqual([]);
  const page = readFileSync(join(folder, 'taskpane.html'), 'utf8');
  expect(page.match(/<script(?![^>]* src=)|\son[a-z]+=/g)).toBeNull();
  expect(/script-src ([^;]*)/.exec(page)?.[1]).not.toMatch(/unsafe|\*/);
});

test('the built folder serves what its manifest names, and nothing of Office.js', async () => {
  const manifest = readFileSync(join(folder, 'manifest.xml'), 'utf8');
  const urls = [...manifest.matchAll(/(?:DefaultValue|Value)="(https?:[^"]*)"/g)].map(
    ([, url]) => url,
  );
  expect(urls.length).toBeGreaterThan(20);
  expect(manifest).not.toContain('localhost');
  for (const url of urls) {
    expect(url?.startsWith(`${ADDIN_URL}/`)).toBe(true);
    const { status } = await fetch(`${server.url}/${url?.slice(ADDIN_URL.length + 1)}`);
    expect([url, status]).toEqual([url, 200]);
  }
  const files = readdirSync(folder, { recursive: true }).map(String);
  expect(files.filter((file) => /office|excel-web|custom-functions/.test(file))).toEqual([]);
});

test('the built page associates every function that its metadata describes', () => {
  const { functions } = JSON.parse(readFileSync(join(folder, 'functions.json'), 'utf8')) as {
    functions: { id: string }[];
  };
  const built = readFileSync(join(folder, 'functions.js'), 'utf8');
  const associated = [...built.matchAll(/CustomFunctions\.associate\("(\w+)"/g)].map(
    ([, id]) => id,
  );
  expect(associated).toEqual(functions.map(({ id }) => id));
  expect(associated.length).toBe(10);
  const page = readFileSync(join(folder, 'taskpane.html'), 'utf8');
  expect(page).toMatch(/ src="functions\.js\?[0-9a-f]+"/);
});
