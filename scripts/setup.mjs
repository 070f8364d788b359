/** Set-up for a fresh clone: installs the pinned packages where they are missing or out of date. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [least] = process.versions.node.split('.').map(Number);
if (least < 20) {
  console.error(
    `Cần Node.js 20 trở lên (đang dùng ${process.versions.node}). Tải tại https://nodejs.org.`,
  );
  process.exit(1);
}

const installed = `${root}node_modules/.package-lock.json`;
const wanted = `${root}package-lock.json`;
const isCurrent = existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;
if (!isCurrent) {
  console.log('Đang cài các thư viện cần thiết (một lần)…');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
