/**
 * Serves the workbench on this machine only: its page, the add-in's own pages as they are built, and
 * Office.js from the npm package. Every answer forbids the page to ask anybody else.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const officeJs = resolve(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const OWN_SERVER_ONLY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'";

/**
 * @param {{ page: string, addIn: string, port: number }} options folders of the workbench and the
 *   add-in; port 0 takes any free one, another is taken or the next free one
 * @returns the address, and `close`
 */
export async function serveWorkbench({ page, addIn, port }) {
  const folders = [
    ['/pane/assets/', resolve(root, 'assets')],
    ['/pane/', resolve(addIn)],
    ['/office-js/', officeJs],
    ['/samples/', resolve(root, 'samples')],
    ['/', resolve(page)],
  ];
  const server = createServer((request, response) => {
    const file = fileOf(folders, request.url ?? '/');
    if (file === null || !['GET', 'HEAD'].includes(request.method ?? '')) {
      response.writeHead(404).end();
      return;
    }
    // Asked for each time, but neither sent nor compiled again where it is as it was. The pane's pages
    // hang on this script too.
    const isPane = request.url?.startsWith('/pane/') && file.endsWith('.html');
    const tag = isPane ? null : tagOf(file);
    const isKnown = tag !== null && request.headers['if-none-match'] === tag;
    response.writeHead(isKnown ? 304 : 200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': OWN_SERVER_ONLY,
      'Cache-Control': 'no-cache',
      ...(tag === null ? {} : { ETag: tag }),
      'X-Content-Type-Options': 'nosniff',
    });
    if (isKnown || request.method === 'HEAD') response.end();
    else if (isPane) response.end(asPane(file));
    else createReadStream(file).pipe(response);
  });
  const taken = await listen(server, port);
  return { address: `http://localhost:${taken}/`, close: () => server.close() };
}

function tagOf(file) {
  const { mtimeMs, size } = statSync(file);
  return `"${size}-${mtimeMs}"`;
}

function fileOf(folders, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  const [prefix, folder] = folders.find(([start]) => path.startsWith(start));
  const file = resolve(folder, `./${path.slice(prefix.length) || 'index.html'}`);
  if (!file.startsWith(folder + sep)) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/** The add-in's page as it is built, but with Excel before it and Office.js from this machine. */
function asPane(file) {
  return readFileSync(file, 'utf8')
    .replace(/<head[^>]*>/i, '$&<script src="/pane-host.js"></script>')
    .replace(/(<script[^>]*\ssrc=")[^"]*\/office(?:\.debug)?\.js(")/gi, '$1/office-js/office.js$2');
}

/** Takes the port, or the next one that is free. */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE' || port === 0 || port > 65_000) reject(error);
      else resolve(listen(server, port + 1));
    });
    server.listen(port, 'localhost', () => resolve(server.address().port));
  });
}
