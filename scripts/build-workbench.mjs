/** Builds the workbench, and the add-in for it, where they are missing or older than a source. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const out = `${root}build/workbench`;
const lock = `${root}build/workbench.lock`;

export const page = `${out}/page`;
export const addIn = `${out}/add-in`;

const PARTS = {
  workbench: {
    built: `${page}/index.html`,
    sources: ['src/workbench', 'src/host', 'webpack.workbench.js'],
    config: () => require(`${root}webpack.workbench.js`).workbench,
  },
  'add-in': {
    built: `${addIn}/taskpane.html`,
    sources: ['src', 'assets', 'samples', 'webpack.config.js', 'webpack.workbench.js'],
    config: () => require(`${root}webpack.workbench.js`).addIn(),
  },
};

/** Builds the parts that need it, one process at a time. */
export async function buildWorkbench(names) {
  const release = await takeLock();
  try {
    for (const name of names) {
      const part = PARTS[name];
      if (!isCurrent(part)) await build(part.config());
    }
  } finally {
    release();
  }
}

function isCurrent({ built, sources }) {
  if (!existsSync(built)) return false;
  const at = statSync(built).mtimeMs;
  return sources.every((source) => newest(`${root}${source}`) <= at);
}

function newest(path) {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((at, entry) => Math.max(at, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs), 0);
}

function build(config) {
  const webpack = require('webpack');
  return new Promise((resolve, reject) => {
    // A file that didn't change is written all the same: its time says when it was built.
    webpack(
      { ...config, output: { ...config.output, compareBeforeEmit: false } },
      (error, stats) => {
        if (error) reject(error);
        else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')));
        else resolve();
      },
    );
  });
}

/** Waits for another process that builds; a lock whose process is gone counts for nothing. */
async function takeLock() {
  mkdirSync(`${root}build`, { recursive: true });
  for (;;) {
    try {
      const file = openSync(lock, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned()) rmSync(lock, { force: true });
      else await sleep(200);
    }
  }
}

function isAbandoned() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (!pid) return Date.now() - statSync(lock).mtimeMs > 5000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
