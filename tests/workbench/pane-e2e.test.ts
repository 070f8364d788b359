/** The one click and all that follows, as a user does it: the real pane, on the workbench, in Chromium. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { bookOf } from './books';
import { benchForTests, BenchPage } from './browser';
import {
  openPane,
  type PaneOnBench,
  paneOf,
  sampleWith,
  tieAtTheLastPlace,
  wrongFigure,
} from './pane-on-bench';

const RESULTS = 'Kết quả cấp xã';
const AWARDS = 'DS đề nghị khen thưởng';
const SCORED = /^Đã chấm 83 đơn vị/;

jest.setTimeout(240_000);

let pane: PaneOnBench;
const bench = benchForTests(() => pane.bench);

test('one click on the ribbon scores the sample; the results stand in the sheets', async () => {
  pane = await openPane(bench);
  await pane.hears(SCORED, () => pane.bench.command('Chấm điểm'));
  expect(await pane.bench.sheetNames()).toEqual([
    'Huyện',
    'Xã',
    'Cá nhân',
    'Kết quả cấp huyện',
    RESULTS,
    AWARDS,
    'Đơn vị không đề nghị',
    'Điểm cộng thi đua KT-XH',
    'Các kỳ',
    'Cần rà soát',
    'Kiểm chứng',
  ]);
  // 995/1000 of dossiers: 99,5 % × 60; e-ID above its threshold: 40.
  expect(await pane.row('Xã', 'B', 'Phường I', 'JKLMN')).toEqual([
    '99,50%',
    '59,70',
    '94,50%',
    '40,00',
    '99,70',
  ]);
  expect(await pane.row(RESULTS, 'B', 'Phường I', 'LM')).toEqual(['99,70', '1']);
  expect(await pane.row('Kết quả cấp huyện', 'B', 'Huyện Châu Thành A', 'MN')).toEqual([
    '100,00',
    '1',
  ]);
  const panel = await pane.show('Kết quả');
  await pane.click('Cấp xã', panel);
  const ranking = panel.getByRole('list', { name: 'Xếp hạng cấp xã' }).getByRole('listitem');
  // Of the 75 communes only those in sight are on the page.
  expect(await ranking.first().getAttribute('aria-setsize')).toBe('75');
  expect(await ranking.count()).toBeLessThan(50);
  await panel.getByLabel('Huyện, thị xã, thành phố').selectOption('Huyện Vị Thủy');
  await panel.getByText('10 đơn vị').waitFor();
  await panel.getByRole('button', { name: 'Bỏ tìm và lọc' }).click();
  await panel.getByLabel('Tìm đơn vị').fill('vi thuy');
  await panel.getByRole('button', { name: /Xã Vị Thủy/ }).click();
  await panel.getByRole('heading', { name: 'Xã Vị Thủy' }).waitFor();
  expect(await panel.innerText()).toMatch(/Tổng điểm.*87,00/);
});

test('a row that is selected in the sheet shows its unit; a problem leads to its cell', async () => {
  pane = await openPane(bench);
  await pane.press('Chấm điểm', SCORED);
  await pane.bench.showSheet('Xã');
  await pane.bench.select('B56');
  await pane.frame.getByRole('heading', { name: 'Xã Vị Thủy' }).waitFor();
  const panel = await pane.show('Số liệu');
  await panel.locator('summary', { hasText: 'Đồng hạng' }).click();
  await panel.getByRole('button', { name: 'Chuyển đến ô B60 trang Xã' }).click();
  await pane.bench.hasSelected('B60');
});

test('a wrong column match is corrected, and kept in the workbook', async () => {
  const bytes = await sampleWith((model) => {
    model.sheets.find(({ name }) => name === 'Xã')?.writeValue(4, 4, 'Số liệu quý IV');
  });
  pane = await openPane(bench, { bytes });
  await pane.press('Kiểm tra', /^Chưa đơn vị nào|^Đã kiểm tra/);
  const panel = await pane.show('Số liệu');
  const missing = panel.locator('summary', { hasText: 'Thiếu cột' });
  await missing.waitFor();
  const columns = panel.getByRole('group', { name: /^Trang Xã/ });
  const match = columns.getByLabel('Tổng hồ sơ');
  const heading = match.locator('option', { hasText: /^E: .*Số liệu quý IV$/ });
  const chosen = await heading.getAttribute('value');
  await pane.hears(/^Đã lưu trong sổ tính/, () => match.selectOption(chosen));
  expect(await missing.count()).toBe(0);
  await pane.press('Chấm điểm', SCORED);
  expect(await pane.row(RESULTS, 'B', 'Phường I', 'ELM')).toEqual(['1.000', '99,70', '1']);
  const copy = await pane.bench.download();
  const before = pane.bench;
  pane = await openPane(bench, { bytes: copy.bytes });
  await before.close();
  await pane.press('Kiểm tra', /^Đã kiểm tra: chấm được 83 đơn vị/);
});

test('a tie at the last place waits for the board, and its decision is carried out', async () => {
  pane = await openPane(bench, { bytes: await sampleWith(tieAtTheLastPlace) });
  await pane.press('Chấm điểm', /\(DỰ THẢO\)/);
  const winner = 'Ủy ban nhân dân thị trấn Vĩnh Viễn';
  expect(await pane.row(AWARDS, 'B', winner, 'E')).toBeNull();
  expect(await pane.row(RESULTS, 'B', 'Thị trấn Vĩnh Viễn', 'LM')).toEqual(['92,29', '11']);
  const panel = await pane.show('Khen thưởng');
  await panel.getByText('01 suất cho 02 đơn vị bằng điểm (92,29)').waitFor();
  await pane.click('Nhập quyết định', panel);
  await pane.click('Ghi quyết định', panel);
  expect(await panel.getByText('Cần nhập mục này.').count()).toBe(3);
  await pane.click('Đưa thị trấn Vĩnh Viễn lên', panel);
  await panel.getByLabel('Ngày quyết định').fill('15/01/2024');
  await panel.getByLabel('Lý do').fill('Tỷ lệ tăng cao hơn');
  await panel.getByLabel(/^Căn cứ/).fill('Biên bản số 3');
  await pane.hears(/^Đã ghi quyết định/, () => pane.click('Ghi quyết định', panel));
  expect(await pane.bench.sheetNames()).toContain('Quyết định của Hội đồng');
  await pane.press('Chấm điểm', SCORED);
  expect(await pane.row(AWARDS, 'B', winner, 'ADE')).toEqual(['7', '92,29', '11']);
  expect(await pane.row(AWARDS, 'B', 'Ủy ban nhân dân xã Vị Thắng', 'E')).toBeNull();
});

test('a reading is tried without writing, then switched, and stands in the sheets', async () => {
  pane = await openPane(bench);
  await pane.press('Chấm điểm', SCORED);
  const panel = await pane.show('Tiêu chí');
  await panel.getByLabel(/^Số tập thể cấp xã được khen/).selectOption('8');
  await panel.getByText('Thêm vào danh sách khen: Xã Phụng Hiệp').waitFor();
  expect(await pane.row(AWARDS, 'B', 'Ủy ban nhân dân xã Phụng Hiệp', 'E')).toBeNull();
  await pane.hears(/^Đã đổi cách hiểu/, () => pane.click('Áp dụng', panel));
  await pane.press('Chấm điểm', SCORED);
  expect(await pane.row(AWARDS, 'B', 'Ủy ban nhân dân xã Phụng Hiệp', 'AE')).toEqual(['8', '12']);
});

test('undo brings back the workbook; where a result was changed it says which', async () => {
  pane = await openPane(bench);
  const before = await pane.workbook();
  await pane.press('Chấm điểm', SCORED);
  await pane.bench.showSheet('Xã');
  await pane.bench.type('N6', '1');
  await pane.press('Hoàn tác lần chấm vừa rồi', /^Chưa hoàn tác: 01 ô/);
  await pane.frame.getByRole('button', { name: 'Chuyển đến ô N6 trang Xã' }).waitFor();
  expect(await pane.bench.sheetNames()).toContain(RESULTS);
  await pane.bench.type('N6', '99,7');
  await pane.press('Hoàn tác lần chấm vừa rồi', /^Đã hoàn tác/);
  expect({ ...(await pane.workbook()), active: before.active }).toEqual(before);
});

test('a run that is stopped while it writes leaves the workbook as it was', async () => {
  pane = await openPane(bench);
  const before = await pane.workbook();
  // Faster than a hand, so that the writing has begun and hasn't ended.
  await pane.frame.evaluate(() => {
    const watch = new MutationObserver(() => {
      if (!document.body.textContent?.includes('Đang ghi kết quả')) return;
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Dừng')?.click();
      watch.disconnect();
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await pane.press('Chấm điểm', 'Đã dừng. Sổ tính được giữ như cũ.');
  expect(await pane.workbook()).toEqual(before);
  await pane.press('Chấm điểm', SCORED);
});

test('a workbook without a table is told so, and nothing is written', async () => {
  const bytes = await bookOf((sheet) => sheet.writeValue(0, 0, 'Ghi chú'));
  pane = await openPane(bench, { bytes });
  const before = await pane.workbook();
  await pane.press('Chấm điểm', /^Chưa đơn vị nào chấm được nên chưa ghi gì/);
  const panel = await pane.show('Số liệu');
  await panel.locator('summary', { hasText: 'Không tìm thấy bảng số liệu' }).waitFor();
  await panel.getByRole('button', { name: 'Tạo biểu mẫu nhập' }).waitFor();
  expect(await pane.workbook()).toEqual(before);
});

test('templates can be made where there is no table', async () => {
  pane = await openPane(bench, { bytes: await bookOf(() => undefined) });
  const panel = await pane.show('Số liệu');
  await pane.hears(/^Đã tạo biểu mẫu/, () => pane.click('Tạo biểu mẫu nhập', panel));
  expect(await pane.bench.sheetNames()).toContain('Biểu nhập cấp xã');
});

test('the sample opens beside one’s own workbook, which stays as it was', async () => {
  pane = await openPane(bench, {
    bytes: await bookOf((sheet) => sheet.writeValue(0, 0, 'Ghi chú')),
  });
  const before = await pane.workbook();
  const panel = await pane.show('Số liệu');
  const [tab] = await Promise.all([
    pane.bench.page.waitForEvent('popup'),
    pane.hears(/^Đã mở sổ mẫu thành sổ tính mới/, () => pane.click('Thử với số liệu mẫu', panel)),
  ]);
  const beside = await paneOf(new BenchPage(tab, bench.address));
  expect(await beside.bench.sheetNames()).toEqual(['Huyện', 'Xã', 'Cá nhân']);
  await beside.press('Chấm điểm', SCORED);
  expect(await pane.workbook()).toEqual(before);
});

test('the copy to send on opens beside one’s own workbook, without settings', async () => {
  pane = await openPane(bench);
  await pane.press('Chấm điểm', SCORED);
  const before = await pane.workbook();
  await pane.click('Hướng dẫn');
  const [tab] = await Promise.all([
    pane.bench.page.waitForEvent('popup'),
    pane.hears(/^Đã mở bản gửi đi thành sổ tính mới/, () => pane.click('Lưu bản gửi đi')),
  ]);
  const beside = await paneOf(new BenchPage(tab, bench.address));
  const { sheets, settings } = await beside.workbook();
  expect(sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
  expect(settings).toEqual({});
  expect(await pane.workbook()).toEqual(before);
});

test('a sample that cannot be had is told, and nothing happens', async () => {
  pane = await openPane(bench);
  await pane.bench.page.route('**/pane/samples/*', (route) =>
    route.fulfill({ status: 404, body: '' }),
  );
  const panel = await pane.show('Số liệu');
  await pane.hears(/^Chưa mở được sổ mẫu/, () => pane.click('Thử với số liệu mẫu', panel));
  expect(pane.bench.errors.splice(0)).toEqual([expect.stringContaining('404')]);
});

test('an input error is told with its cell, mended there and scored again', async () => {
  pane = await openPane(bench, { bytes: await sampleWith(wrongFigure) });
  await pane.press('Chấm điểm', /^Đã chấm 82 đơn vị.*\(DỰ THẢO\).*01 lỗi/);
  expect(await pane.row(RESULTS, 'B', 'Phường I', 'LM')).not.toContain('1');
  const panel = await pane.show('Số liệu');
  await panel.locator('summary', { hasText: 'Hồ sơ trực tuyến nhiều hơn tổng hồ sơ' }).waitFor();
  await panel.getByRole('button', { name: 'Chuyển đến ô D6 trang Xã' }).click();
  await pane.bench.hasSelected('D6');
  await pane.bench.type('D6', '995');
  await pane.press('Chấm điểm', SCORED);
  expect(await pane.row(RESULTS, 'B', 'Phường I', 'LM')).toEqual(['99,70', '1']);
  expect(await pane.frame.getByText('DỰ THẢO').count()).toBe(0);
});

test('the award papers are saved as one file of Word files', async () => {
  pane = await openPane(bench);
  await pane.press('Chấm điểm', SCORED);
  const before = await pane.workbook();
  const panel = await pane.show('Khen thưởng');
  const coming = pane.bench.page.waitForEvent('download');
  await pane.hears(/^Đã tải về .* - hồ sơ khen thưởng\.zip \(31 văn bản Word\)/, () =>
    pane.click('Lưu hồ sơ khen thưởng', panel),
  );
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/ - hồ sơ khen thưởng\.zip$/);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const names = Object.keys(files);
  // Two proposals, minutes, decision, summary; 10 units and 16 people.
  expect(names).toHaveLength(31);
  expect(names).toContain('02-to-trinh-ban-thi-dua.docx');
  const minutes = unzipSync(files['03-bien-ban-hop-xet.docx'] as Uint8Array);
  expect(strFromU8(minutes['word/document.xml'] as Uint8Array)).toContain('BIÊN BẢN');
  expect(await pane.workbook()).toEqual(before);
});

test('another year’s plan: out on a sheet, changed there, tried, used, and left again', async () => {
  pane = await openPane(bench);
  await pane.press('Chấm điểm', SCORED);
  const panel = await pane.show('Tiêu chí');
  await pane.hears(/^Đã ghi tiêu chí ra: Tiêu chí; Danh sách đơn vị/, () =>
    pane.click('Xuất tiêu chí ra trang tính', panel),
  );
  const line = await pane.bench.page.evaluate(() => {
    const text = (row: number) => window.hgWorkbench?.textAt('Tiêu chí', `A${row}`) ?? '';
    return Array.from({ length: 90 }, (_, row) => row).findIndex((row) =>
      text(row).startsWith('Số tập thể'),
    );
  });
  expect(await pane.bench.cellText('Tiêu chí', `B${line}`)).toBe('7');
  await pane.bench.showSheet('Tiêu chí');

  await pane.bench.type(`B${line}`, 'bảy');
  await pane.click('Dùng tiêu chí trong trang tính', panel);
  await panel.getByText("'Số tập thể': 'bảy' không phải là số nguyên").waitFor();
  await pane.click(`Chuyển đến ô B${line} trang Tiêu chí`, panel);
  await pane.bench.hasSelected(`B${line}`);
  expect(await panel.getByRole('button', { name: 'Dùng', exact: true }).count()).toBe(0);

  await pane.bench.type(`B${line}`, '9');
  await pane.click('Dùng tiêu chí trong trang tính', panel);
  await panel.getByText('Số tập thể (xã): 7 → 9').waitFor();
  await panel.getByText(/^Thêm vào danh sách khen: /).waitFor();
  await pane.bench.screenshot('tieu-chi-thu');
  await pane.hears(/^Từ nay mọi lần chấm trong sổ tính này dùng tiêu chí ở trang Tiêu chí/, () =>
    pane.click('Dùng', panel),
  );
  await pane.bench.screenshot('tieu-chi');
  expect(await pane.faults()).toEqual([]);
  await pane.hears(SCORED, () => pane.bench.command('Chấm điểm'));
  expect(await pane.row(AWARDS, 'A', 'B. Cấp xã (09)', 'A')).not.toBeNull();
  await pane.show('Tiêu chí');
  await pane.hears(/^Đã trở lại tiêu chí có sẵn/, () =>
    pane.click('Thôi dùng, trở lại tiêu chí có sẵn', panel),
  );
  await pane.press('Chấm điểm', SCORED);
  expect(await pane.row(AWARDS, 'A', 'B. Cấp xã (09)', 'A')).toBeNull();
  expect(await pane.row(AWARDS, 'A', 'B. Cấp xã (07)', 'A')).not.toBeNull();
});
