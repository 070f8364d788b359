/**
 * Prints, as JSON, the browser that tests use and the arguments it needs. A program of its own: the
 * package that brings a Chromium along is an ES module, which jest can't load.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
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

function candidates() {
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

/** The Chrome, Edge or Chromium of this machine (the variable CHROMIUM names one), else the package's. */
async function findBrowser() {
  // In containers its sandbox can't start.
  const isRoot = process.getuid?.() === 0;
  const found = candidates().find((path) => existsSync(path));
  if (found) return { executablePath: found, args: isRoot ? ['--no-sandbox'] : [] };
  const { default: chromium } = await import('@sparticuz/chromium');
  return { executablePath: await chromium.executablePath(), args: chromium.args };
}

process.stdout.write(JSON.stringify(await findBrowser()));
