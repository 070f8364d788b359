/** A dossier log on a sheet of the workbook, read through Office.js. */
import { newWorkbookFile, WorkbookHost, type WorkbookFile } from '../../src/host';
import { readLog } from '../../src/files';
import { Cancelled, type Progress } from '../../src/workbook';
import { sourceOf } from '../files/log/build';
import { COMPLETE, planOf, put, scoreIn, sheetNamed, told, workbookOf, type Cell } from './build';

const plan = planOf('Thành phố Vị Thanh', 'Xã Vị Tân', 'Xã Hỏa Lựu', 'Xã Tân Tiến');
const UNITS = ['Xã Vị Tân', 'Xã Hỏa Lựu', 'Xã Tân Tiến'];
const HEAD = ['Mã hồ sơ', 'Huyện, thị xã', 'Đơn vị', 'Tài khoản nộp', 'Tên thủ tục', 'Ngày nộp'];
const TABLE = [
  ['Đơn vị', 'Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh', 'TK ĐDĐT kích hoạt', 'Người có CCCD'],
  ...UNITS.map((unit) => [unit, 90, 100, 80, 100]),
];

/** A log as numbers and texts: accounts of digits only are numbers, days serials of 2023-11. */
function dossiers(rows: number): Cell[][] {
  return Array.from({ length: rows }, (_, i) => [
    `H30-${i}`,
    'TP Vị Thanh',
    UNITS[i % 3] as string,
    i % 7 === 0 ? 93_000_000_000 + (i % 40) : `nguoi-dan-${i % 900}@hau-giang.vn`,
    `Thủ tục chứng thực bản sao từ bản chính giấy tờ số ${i % 5}`,
    45_231 + (i % 40),
  ]);
}

async function withLog(rows: readonly (readonly Cell[])[], others = {}): Promise<WorkbookFile> {
  return workbookOf({ Xã: TABLE, 'Nhật ký': rows, ...others });
}

/** What each round trip brought, by its step. */
async function trips(file: WorkbookFile, limits = {}) {
  const host = new WorkbookHost(file, { limits });
  const seen: (Progress & { readonly before: number })[] = [];
  const outcome = await scoreIn(file, {
    host,
    plan,
    checkOnly: true,
    onProgress: (progress) => seen.push({ ...progress, before: host.traffic.bytesOut }),
  });
  const brought = seen.map(
    ({ before }, i) => (seen[i + 1]?.before ?? host.traffic.bytesOut) - before,
  );
  const chunks = brought.filter((bytes, i) => seen[i]?.step === 'readingLog' && bytes > 0);
  return { outcome, chunks, seen };
}

const csv = (rows: readonly (readonly Cell[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell as string}"`).join(';')).join('\n');

async function asFile(rows: readonly (readonly Cell[])[]) {
  const bytes = new TextEncoder().encode(csv(rows));
  return readLog(sourceOf(bytes), 'Nhật ký');
}

test('a short log among tables: no table, and its figures are those of the same rows as .csv', async () => {
  const rows = [['NHẬT KÝ HỒ SƠ'], [], HEAD, ...dossiers(270)];
  const { outcome, chunks, seen } = await trips(await withLog(rows));
  // Three round trips read the whole workbook, and one the formats of counts, as without a log.
  expect(seen.filter(({ step }) => step === 'reading').at(-1)).toMatchObject({ done: 4 });
  expect(chunks).toEqual([]);
  const file = await asFile(rows);
  expect(outcome.log).toEqual(file.digest(plan, outcome.log!.period.days));
  expect(outcome.log!.period.outside).toBe(0);
  expect(outcome.tables.map(({ sheet }) => sheet)).toEqual(['Xã']);
});

test('a long log: chunks of at most 2.5 MB, ceil(rows/chunk) + 3 round trips, the same figures', async () => {
  const rows = [HEAD, ...dossiers(60_000)];
  const { outcome, chunks, seen } = await trips(await withLog(rows));
  expect(Math.max(...chunks)).toBeLessThanOrEqual(2_500_000);
  // Not chunks of a few rows either: all but the last are more than half full.
  chunks.slice(0, -1).forEach((bytes) => expect(bytes).toBeGreaterThan(1_250_000));
  const first = seen.slice(
    0,
    seen.findIndex(({ step }) => step === 'readingLog'),
  );
  expect(first.at(-1)).toMatchObject({ step: 'reading', done: 3 });
  const of = seen.filter(({ step }) => step === 'readingLog').map(({ done, of }) => [done, of]);
  expect(of.at(-1)).toEqual([chunks.length, chunks.length]);
  const file = await asFile(rows);
  expect(outcome.log).toEqual(file.digest(plan, outcome.log!.period.days));
});

test('an answer that is too large is asked for in smaller pieces', async () => {
  const rows = [HEAD, ...dossiers(20_000)];
  const whole = await trips(await withLog(rows));
  const { outcome, chunks } = await trips(await withLog(rows), { responseBytes: 200_000 });
  expect(chunks.length).toBeGreaterThan(whole.chunks.length);
  expect(outcome.log).toEqual(whole.outcome.log);
});

test('rows that grow longer make chunks shorter', async () => {
  const rows = [HEAD, ...dossiers(30_000)].map((row, i) =>
    i < 500
      ? row
      : row.map((cell, j) => (j === 4 ? `${cell as string} ${'dài '.repeat(40)}` : cell)),
  );
  const { chunks } = await trips(await withLog(rows));
  // The first chunk can't know; what follows it does.
  expect(Math.max(...chunks.slice(1))).toBeLessThanOrEqual(2_500_000);
});

test('the run can be stopped between two chunks; nothing was written', async () => {
  const file = await withLog([HEAD, ...dossiers(60_000)]);
  const stopping = new AbortController();
  const run = scoreIn(file, {
    plan,
    signal: stopping.signal,
    onProgress: ({ step }) => step === 'readingLog' && stopping.abort(),
  });
  await expect(run).rejects.toThrow(Cancelled);
  expect(file.model.sheets.map(({ name }) => name)).toEqual(['Xã', 'Nhật ký']);
});

test('several sheets are one log; hidden ones are none; a log that was given goes before', async () => {
  const file = await withLog([HEAD, ...dossiers(150)], {
    'Nhật ký 2': [HEAD, ...dossiers(120)],
    'Nhật ký 3': [HEAD, ...dossiers(90)],
  });
  sheetNamed(file.model, 'Nhật ký 3').visibility = 'hidden';
  const { log } = (await trips(file)).outcome;
  expect(log).toMatchObject({ name: 'Nhật ký, Nhật ký 2' });
  expect([...log!.units.values()].map(({ dossiers: count }) => count)).toEqual([90, 90, 90]);
  const given = await scoreIn(file, { plan, log: await asFile([HEAD, ...dossiers(3)]) });
  expect(given.log).toMatchObject({ name: 'Nhật ký' });
  expect(told(given).join('\n')).toMatch(
    /logSheetUnused: .*không đọc nhật ký ở trang 'Nhật ký', 'Nhật ký 2'/,
  );
});

test('scored rows with their notes, and our own sheets, are no log on the next run', async () => {
  const file = await withLog([HEAD, ...dossiers(270)]);
  await scoreIn(file, { plan });
  const again = await scoreIn(file, { plan });
  expect(again.log!.name).toBe('Nhật ký');
  expect(again.problems.map(({ code }) => code)).not.toContain('logDoubtful');
});

test('two columns that may be the account are asked about, not guessed', async () => {
  const rows = [
    ['Đơn vị', 'Tài khoản 1', 'Tài khoản 2'],
    ['Xã Vị Tân', 'a', 'b'],
  ];
  const { outcome } = await trips(await withLog(rows));
  expect(outcome.log).toBeNull();
  expect(told(outcome).join('\n')).toMatch(
    /logDoubtful: Trang tính 'Nhật ký': .*'Tài khoản 1', 'Tài khoản 2'/,
  );
});

test('a long sheet that is no log is read to its end', async () => {
  const filler = Array.from({ length: 30_000 }, (_, i) => [`dòng ${i}`, i]);
  const file = await workbookOf({ 'Ghi chú': [...filler, ...TABLE] }, COMPLETE);
  const { outcome } = await trips(file);
  expect(outcome.scored).toBe(3);
});

test('a sheet that Excel holds back: its log is read off the file; else it is told', async () => {
  const file = await newWorkbookFile(['Xã', 'Nhật ký']);
  TABLE.forEach((row, r) => row.forEach((cell, c) => put(file.model.sheets[0]!, r, c, cell)));
  Object.defineProperty(file.model.sheets[1], 'isUnread', { value: true });
  Object.defineProperty(file.model.sheets[1], 'used', {
    value: () => ({ row: 0, column: 0, rows: 1_048_576, columns: 1 }),
  });
  const blind = await scoreIn(file, { plan, checkOnly: true });
  expect(told(blind).join('\n')).toMatch(/sheetHeldBack: Trang tính 'Nhật ký' quá lớn/);
  const log = await asFile([HEAD, ...dossiers(270)]);
  const logOffFile = () => Promise.resolve({ sheets: ['Nhật ký'], log });
  const read = await scoreIn(file, { plan, checkOnly: true, logOffFile });
  expect(read.log!.units.size).toBe(3);
  expect(read.problems.map(({ code }) => code)).not.toContain('sheetHeldBack');
});
