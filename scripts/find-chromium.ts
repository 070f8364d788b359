import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
];

/**
 * The Chromium of this machine: the one that CHROMIUM names, or the first on the path.
 * @throws Error where there is none
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
    existsSync(path),
  );
  if (found === undefined) throw new Error('No Chromium found. Name one in the variable CHROMIUM.');
  return found;
}
