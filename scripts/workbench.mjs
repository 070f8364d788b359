/**
 * Builds and serves the workbench and opens it in the browser (the second half of `npm start`).
 * Options: `--no-open`; `--port N`; `--add-in FOLDER` serves another build of the add-in.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addIn, buildWorkbench, page } from './build-workbench.mjs';
import { serveWorkbench } from './workbench-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    'no-open': { type: 'boolean' },
    port: { type: 'string', default: '3100' },
    'add-in': { type: 'string' },
  },
});

const others = values['add-in'];
const hasPane = existsSync(`${root}src/taskpane/index.tsx`);
console.log('Đang dựng bàn thử (lần đầu mất khoảng nửa phút)…');
await buildWorkbench(others || !hasPane ? ['workbench'] : ['workbench', 'add-in']);
const { address } = await serveWorkbench({
  page,
  addIn: others ?? addIn,
  port: Number(values.port),
});
console.log(`
Bàn thử đang chạy tại ${address}

  Trang mở sẵn sổ mẫu. Bấm Chấm điểm để chấm; bấm Mở tệp hoặc thả tệp .xlsx vào trang để
  dùng sổ của mình; bấm Tải về để lấy kết quả. Số liệu không rời khỏi máy này.
  Nhấn Ctrl+C ở đây để tắt.`);
if (!values['no-open'] && !process.env.CI) openInBrowser(address);

/** The default browser of the system; where there is none, the address above is enough. */
function openInBrowser(url) {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '""', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  const browser = spawn(command, args, {
    detached: true,
    stdio: 'ignore',
    windowsVerbatimArguments: true,
  });
  browser.on('error', () => {});
  browser.unref();
}
