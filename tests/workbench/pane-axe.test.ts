/** axe over the add-in's own pane, at its narrowest, with content. */
import type { WorkbookModel } from '../../src/host';
import type { Settings } from '../../src/workbook';
import { SETTINGS_KEY } from '../../src/workbook/ours';
import { benchForTests } from './browser';
import {
  openPane,
  type PaneOnBench,
  sampleWith,
  tieAtTheLastPlace,
  wrongFigure,
} from './pane-on-bench';

const PLACES = ['Số liệu', 'Kết quả', 'Khen thưởng', 'Tiêu chí'];

jest.setTimeout(240_000);

let pane: PaneOnBench;
const bench = benchForTests(() => pane.bench);

function inInterimRound(model: WorkbookModel): void {
  const settings = JSON.parse(model.settings.get(SETTINGS_KEY) ?? '{}') as Partial<Settings>;
  const papers = { ...settings.papers, round: 'interim' };
  model.settings.set(SETTINGS_KEY, JSON.stringify({ ...settings, papers }));
}

describe('axe finds nothing wrong at 320 px, in light and dark', () => {
  const look = async (what: string) => {
    expect([what, await pane.faults()]).toEqual([what, []]);
  };

  test('in any place before anything is scored, nor in the guide', async () => {
    pane = await openPane(bench);
    for (const place of PLACES) {
      await pane.show(place);
      await look(place);
    }
    await pane.click('Hướng dẫn');
    await pane.frame.getByRole('button', { name: 'Lưu bản gửi đi' }).waitFor();
    await look('guide');
  });

  /** The sample in an interim round, with an open tie and a wrong figure, scored. */
  const scored = async () => {
    const bytes = await sampleWith((model) => {
      tieAtTheLastPlace(model);
      wrongFigure(model);
      inInterimRound(model);
    });
    pane = await openPane(bench, { bytes });
    await pane.press('Chấm điểm', /^Đã chấm 82 đơn vị.*\(DỰ THẢO\)/);
  };

  test('in Số liệu with problems, nor in Khen thưởng with an open tie and its form', async () => {
    await scored();
    let panel = await pane.show('Số liệu');
    // What is folded is looked at too.
    await panel.locator('details').evaluateAll((all) => {
      for (const each of all) (each as HTMLDetailsElement).open = true;
    });
    await look('Số liệu');
    panel = await pane.show('Khen thưởng');
    await panel.getByRole('heading', { name: 'Chờ Hội đồng quyết định' }).waitFor();
    await pane.click('Nhập quyết định', panel);
    await pane.click('Ghi quyết định', panel);
    await panel.getByText('Cần nhập mục này.').first().waitFor();
    await look('Khen thưởng');
  });

  test('in Tiêu chí with a reading that is tried, nor in Kết quả of districts', async () => {
    await scored();
    let panel = await pane.show('Tiêu chí');
    await panel.getByLabel(/^Số tập thể cấp xã được khen/).selectOption('8');
    await panel.getByText('Nếu đổi').waitFor();
    await look('Tiêu chí');
    await pane.hears(/^Đã đổi cách hiểu/, () => pane.click('Áp dụng', panel));
    panel = await pane.show('Kết quả');
    await look('districts, and the sheets are behind');
    await panel.getByRole('button', { name: /Huyện Châu Thành A/ }).click();
    await panel.getByRole('heading', { name: 'Huyện Châu Thành A' }).waitFor();
    await look('a district');
  });

  test('in Kết quả of communes, nor in a commune with what it takes to rise', async () => {
    await scored();
    const panel = await pane.show('Kết quả');
    await pane.click('Cấp xã', panel);
    await panel.getByLabel('Tìm đơn vị').waitFor();
    await look('communes');
    await panel.getByLabel('Tìm đơn vị').fill('vi thuy');
    await panel.getByRole('button', { name: /Xã Vị Thủy/ }).click();
    await panel.getByRole('heading', { name: 'Cần gì để lên hạng' }).waitFor();
    await look('a commune');
  });
});
