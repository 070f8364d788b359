/**
 * Copies Office.js into a folder of an intranet's web server: `node scripts/mirror-office-js.mjs
 * FOLDER`. For an operator whose machines don't reach Microsoft's; docs/deployment.md says what
 * else that takes. Only what Excel loads is copied, with the files of two languages.
 */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: node scripts/mirror-office-js.mjs FOLDER');
  process.exit(2);
}

const LANGUAGES = ['vi-vn', 'en-us'];
const isForExcel = (name) =>
  /^(office\.js|excel|custom-functions-runtime|o15apptofilemappingtable|telemetry|ariatelemetry|.*strings)/.test(
    name,
  ) && !/\.debug\.js$|\.d\.ts$|\.map$/.test(name);

const require = createRequire(import.meta.url);
const source = dirname(require.resolve('@microsoft/office-js/dist/office.js'));
mkdirSync(folder, { recursive: true });
const names = readdirSync(source).filter((name) => isForExcel(name) || LANGUAGES.includes(name));
for (const name of names) cpSync(join(source, name), join(folder, name), { recursive: true });
cpSync(join(source, '..', 'LICENSE.md'), join(folder, 'LICENSE.md'));
console.log(`${names.length} files and folders of Office.js are in ${folder}.`);
