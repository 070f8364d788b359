import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium without a window comes first: it does the same on three quarters of the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome.exe',
  'msedge.exe',
];

/** Where installers put Chrome and Edge without putting them on the path. */
const WINDOWS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
const MAC = ['Google Chrome', 'Microsoft Edge', 'Chromium'];

/** Its package is an ES module, which jest can't load: a Node of its own asks it. */
const ASK_PACKAGE = `
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  process.stdout.write(JSON.stringify({ executablePath, args: chromium.args }));`;

/** What Playwright needs to start a browser. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: string[];
}

/**
 * The browser for tests and pictures: the one that the variable CHROMIUM names, else this machine's
 * Chromium, Chrome or Edge, else the one that comes as a package.
 */
export function findBrowser(): FoundBrowser {
  const found = candidates().find((path) => existsSync(path));
  if (found !== undefined) return { executablePath: found, args: [] };
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', ASK_PACKAGE], {
    cwd: join(__dirname, '..'),
  });
  return JSON.parse(said.toString()) as FoundBrowser;
}

function candidates(): string[] {
  const { env } = process;
  const folders = (env.PATH ?? '').split(delimiter);
  const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  return [
    ...(env.CHROMIUM ? [env.CHROMIUM] : []),
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...programs.flatMap((folder) => (folder ? WINDOWS.map((path) => join(folder, path)) : [])),
    ...MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  ];
}
