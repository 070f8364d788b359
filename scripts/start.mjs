/** `npm start`: scores the sample workbook, says what to open, then opens the workbench. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { flags, headless } from './build-headless.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = await headless();
const out = 'build/hau-giang-2023.da-cham.xlsx';
const args = ['samples/hau-giang-2023.xlsx', '--out', out, '--json', 'build/hau-giang-2023.json'];
const { status, stderr } = spawnSync(process.execPath, [...flags, program, ...args], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'pipe'],
});
if (status === 0) {
  console.log(`\nMở tệp ${out} bằng Excel hoặc LibreOffice để xem kết quả trên số liệu mẫu.\n`);
  await import('./workbench.mjs');
} else {
  process.stderr.write(stderr);
  process.exitCode = status ?? 3;
}
