/**
 * Makes the pictures of the README: `npm run screenshots`. The sample is scored on the workbench; each
 * place of the pane, one unit's explanation and the whole page are pictured, one place in dark too.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBench } from '../tests/workbench/browser';
import { openPane, type PaneOnBench } from '../tests/workbench/pane-on-bench';

const PICTURES = join(__dirname, '../docs/pictures');
/** Places by the names of their pictures. */
const PLACES = {
  'so-lieu': 'Số liệu',
  'ket-qua': 'Kết quả',
  'khen-thuong': 'Khen thưởng',
  'tieu-chi': 'Tiêu chí',
} as const;
const UNIT = /Xã Vị Tân/;
const WIDTH = 360;

async function makePictures(): Promise<void> {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const bench = await startBench();
  try {
    const pane = await openPane(bench, { width: 1400, height: 800 });
    await pane.widen(WIDTH);
    await pane.press('Chấm điểm', /^Đã chấm/);
    for (const [name, place] of Object.entries(PLACES)) {
      await pane.show(place);
      await pictureOf(pane, name);
    }
    await pane.bench.page.emulateMedia({ colorScheme: 'dark' });
    await pictureOf(pane, 'tieu-chi-toi');
    await pane.bench.page.emulateMedia({ colorScheme: 'light' });
    await pane.click('Cấp xã', await pane.show('Kết quả'));
    await pane.bench.showSheet('Kết quả cấp xã');
    await pane.bench.page.screenshot({ path: join(PICTURES, 'ban-thu.png') });
    await pane.frame.getByRole('button', { name: UNIT }).click();
    await pane.frame.getByRole('heading', { name: UNIT }).waitFor();
    await pictureOf(pane, 'mot-don-vi');
  } finally {
    await bench.close();
  }
}

async function pictureOf(pane: PaneOnBench, name: string): Promise<void> {
  const frame = pane.bench.page.locator('.pane iframe');
  await frame.screenshot({ path: join(PICTURES, `${name}.png`) });
}

void makePictures();
