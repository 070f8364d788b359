/** Files that the user picks in the pane: told by their content, read, or refused with the way to mend it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOW, workbookOf, type Rows } from '../workbook/build';
import { paneOn, type PaneOnHost } from './on-host';

const DVC = ['Đơn vị', 'Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh'];
const EID = ['Đơn vị', 'Tài khoản ĐDĐT đã kích hoạt', 'Người có CCCD'];
const POLICE: Rows = [EID, ['Xã Vị Thắng', 900, 1000]];
const csv = (mark: string) =>
  [DVC, ['Xã Vị Thắng', '90', '100']].map((row) => row.join(mark)).join('\r\n');
const fixture = (name: string) => readFileSync(join(__dirname, '../fixtures', name));
const picked = (name: string, content: string | Uint8Array) =>
  new File([content as BlobPart], name);

let pane: PaneOnHost;
beforeEach(async () => {
  pane = await paneOn(await workbookOf({ 'Công an': POLICE }));
});
afterEach(() => pane.dispose());
const state = () => pane.store.get();

/** [a, b, a, b] of Xã Vị Thắng, as the last check read them. */
function figures(): unknown[] {
  const units = state().outcome?.result.levels['commune']?.units ?? [];
  const own = units.find(({ unit }) => unit.name === 'Vị Thắng');
  return ['dvc', 'eid'].flatMap((id) =>
    [own?.criteria[id]?.a, own?.criteria[id]?.b].map((each) =>
      each?.known ? each.value.approx : null,
    ),
  );
}

test.each([
  ['.csv by ";"', 'cong.csv', csv(';')],
  ['.csv by ","', 'cong.csv', csv(',')],
  ['.csv with the mark of UTF-8', 'cong.csv', `\ufeff${csv(';')}`],
  ['.csv by tabs under another name', 'cong.txt', csv('\t')],
])('%s is read with the workbook', async (_, name, content) => {
  await pane.actions.addFiles([picked(name, content)]);
  expect(state().others.map((other) => other.name)).toEqual([name]);
  expect(figures()).toEqual([90, 100, 900, 1000]);
});

test('.xlsx, whatever its name says', async () => {
  const file = await workbookOf({ Cổng: [DVC, ['Xã Vị Thắng', 90, 100]] });
  await pane.actions.addFiles([picked('cong.xls', await file.save(NOW))]);
  expect(figures()).toEqual([90, 100, 900, 1000]);
});

const SAVE_AS = 'Mở bằng Excel';
test.each<[string, string, string | Uint8Array, string[]]>([
  ['an old .xls', 'cong.xls', fixture('old.xls'), ['(.xls)', SAVE_AS, 'Excel Workbook (.xlsx)']],
  ['an old .xls named .xlsx', 'cong.xlsx', fixture('old.xls'), ['(.xls)', SAVE_AS]],
  [
    'a web page, as portals save it',
    'cong.xls',
    '<html><table><tr><td>1</td></tr></table></html>',
    ['trang web', SAVE_AS, 'Excel Workbook (.xlsx)'],
  ],
  ['one with a password', 'cong.xlsx', fixture('password.xlsx'), ['có mật khẩu']],
  ['UTF-16', 'cong.csv', new Uint8Array(Buffer.from('\ufeffĐơn vị;a', 'utf16le')), ['CSV UTF-8']],
  ['nothing', 'cong.csv', '', ['Tệp trống']],
])('%s is refused with the way to mend it', async (_, name, content, told) => {
  await pane.actions.addFiles([picked(name, content)]);
  expect(state().others).toEqual([]);
  expect(state().notice?.tone).toBe('error');
  for (const text of [name, ...told]) expect(state().notice?.text).toContain(text);
});
