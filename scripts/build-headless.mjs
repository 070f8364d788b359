/** Builds the headless run with webpack where it is missing or older than a source of it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = `${root}build/cham-diem.cjs`;

/** How Node is started for it: with room for young objects, which are nearly all that it makes. */
export const flags = JSON.parse(readFileSync(`${root}scripts/node-flags.json`, 'utf8'));

/** The built program; it is built first where need be. */
export async function headless() {
  if (!isCurrent()) await build();
  return built;
}

function isCurrent() {
  if (!existsSync(built)) return false;
  const at = statSync(built).mtimeMs;
  return newest(`${root}src`) <= at && statSync(`${root}webpack.config.js`).mtimeMs <= at;
}

function newest(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((at, entry) => Math.max(at, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs), 0);
}

function build() {
  const require = createRequire(import.meta.url);
  const webpack = require('webpack');
  const configs = require(`${root}webpack.config.js`);
  const config = configs.find(({ name }) => name === 'cham-diem');
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else resolve();
    });
  });
}
