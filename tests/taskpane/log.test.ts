/** "Chọn nhật ký hồ sơ…": a log picked in the pane, over the real host. */
import { openWorkbookFile } from '../../src/host';
import { DEFAULT_READINGS, HAU_GIANG_2023, LogError } from '../../src/rules';
import { concentrationOf } from '../../src/taskpane/model/concentration';
import { readLogFile, readLogSheets } from '../../src/taskpane/model/log-reader';
import { Cancelled } from '../../src/workbook';
import { inline, workbook } from '../files/log/build';
import { code } from '../rules/build';
import { paneOn, sampleFile, startLogService, type PaneOnHost } from './on-host';

const HEAD = 'Huyện, thị xã, thành phố;Xã, phường, thị trấn;Tài khoản nộp;Ngày nộp';
const rowOf = (i: number) => `Thành phố Vị Thanh;Xã Vị Tân;tk-${i % 40};0${(i % 9) + 1}/11/2023`;
const CSV = [HEAD, ...Array.from({ length: 1000 }, (_, i) => rowOf(i))].join('\n');
const fileOf = (content: string | Uint8Array, name = 'nhat-ky.csv') =>
  new File([content as BlobPart], name);

let pane: PaneOnHost;
const state = () => pane.store.get();
beforeEach(async () => {
  pane = await paneOn(await sampleFile());
  await pane.actions.start();
});
afterEach(() => pane.dispose());

test('its figures are shown, and it is used until it is taken away', async () => {
  await pane.actions.chooseLog(fileOf(CSV));
  expect(state()).toMatchObject({ work: null, log: { name: 'nhat-ky.csv' } });
  expect(state().outcome?.log?.units.get(code('Xã Vị Tân'))).toMatchObject({ dossiers: 1000 });
  await pane.actions.score();
  expect(pane.file.model.sheets.map(({ name }) => name)).toContain('Tập trung tài khoản');
  await pane.actions.removeLog();
  expect(state()).toMatchObject({ log: null, outcome: { log: null } });
});

test('a file that is no log says so; the one before stays', async () => {
  await pane.actions.chooseLog(fileOf(CSV));
  await pane.actions.chooseLog(fileOf('a;b\n1;2', 'khac.csv'));
  expect(state()).toMatchObject({ log: { name: 'nhat-ky.csv' }, notice: { tone: 'error' } });
  expect(state().notice?.text).toMatch(/Tệp 'khac.csv': Không tìm thấy dòng tiêu đề của nhật ký/);
});

test('reading can be stopped: nothing is used, and it is said', async () => {
  const chosen = pane.actions.chooseLog(fileOf(CSV));
  expect(state().work).toMatchObject({ doing: 'readingLog' });
  pane.actions.stop();
  await chosen;
  expect(state()).toMatchObject({ log: null, work: null, outcome: null, notice: { tone: 'info' } });
});

test('progress is told in bytes, up to the whole file', async () => {
  const seen: number[][] = [];
  const onProgress = ({ done, of }: { done: number; of: number }) => seen.push([done, of]);
  const file = fileOf(CSV);
  const log = await readLogFile(startLogService, file, 'x', { onProgress });
  expect(seen.at(-1)).toEqual([file.size, file.size]);
  log.release();
});

test('the log on a workbook’s own sheets is read off its file; without one there is none', async () => {
  const rows = CSV.split('\n').map((line) => inline(...line.split(';')));
  const found = await readLogSheets(startLogService, new Blob([workbook([rows.join('')])]), {});
  expect(found?.sheets).toEqual(['S0']);
  const digest = await found!.log.digest(HAU_GIANG_2023, null);
  expect(digest.units.get(code('Xã Vị Tân'))).toMatchObject({ dossiers: 1000 });
  const sample = await (await sampleFile()).save(new Date(0));
  expect(await readLogSheets(startLogService, new Blob([sample as BlobPart]), {})).toBeNull();
});

test('faults of the worker reach who asked', async () => {
  const asked = readLogFile(startLogService, new Blob([]), 'x', {});
  await expect(asked).rejects.toThrow(LogError);
  const stopped = new AbortController();
  stopped.abort();
  const cancelled = readLogFile(startLogService, fileOf(CSV), 'x', { signal: stopped.signal });
  await expect(cancelled).rejects.toThrow(Cancelled);
});

test('the picture puts accounts together by what each filed; all dossiers are in it', async () => {
  await pane.actions.chooseLog(
    fileOf(`${CSV}\n${rowOf(1)}\n${'Thành phố Vị Thanh;Xã Vị Tân;một;05/11/2023'}`),
  );
  const picture = concentrationOf(state().outcome!.log!, code('Xã Vị Tân'), DEFAULT_READINGS)!;
  expect(picture).toMatchObject({ dossiers: 1002, accounts: 41, isConcentrated: false });
  expect(picture.classes).toEqual([
    { from: 1, to: 1, accounts: 1, dossiers: 1 },
    { from: 2, to: 4, accounts: 0, dossiers: 0 },
    { from: 5, to: 9, accounts: 0, dossiers: 0 },
    { from: 10, to: 19, accounts: 0, dossiers: 0 },
    { from: 20, to: 29, accounts: 40, dossiers: 1001 },
    { from: 30, to: null, accounts: 0, dossiers: 0 },
  ]);
  expect(concentrationOf(state().outcome!.log!, code('Xã Hòa Mỹ'), DEFAULT_READINGS)).toBeNull();
  expect(JSON.stringify([...state().outcome!.log!.units.values()])).not.toContain('tk-1');
});

test('sheets with a log beside the tables need no file', async () => {
  const file = await openWorkbookFile(await (await sampleFile()).save(new Date(0)));
  const sheet = file.model.addSheet('Nhật ký');
  CSV.split('\n').forEach((line, r) =>
    line.split(';').forEach((text, c) => sheet.writeValue(r, c, text)),
  );
  const other = await paneOn(file);
  await other.actions.check();
  expect(other.store.get().outcome?.log).toMatchObject({ name: 'Nhật ký' });
  other.dispose();
});
