/** Bad input: a clear message with sheet and cell, every other unit still scored, nothing overwritten. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newWorkbookFile, type CellValue, type WorkbookFile } from '../../src/host';
import {
  COMMUNE_HEADINGS,
  DISTRICT_HEADINGS,
  sampleRows,
  sampleSheets,
} from '../../scripts/sample';
import { NOW } from '../workbook/build';
import { Folder, run, sampleBytes, type Json } from './run';

const folder = new Folder();
afterAll(() => folder.remove());

type Row = CellValue[];
const COLUMN = { unit: 1, district: 2, online: 3, total: 4, activated: 5, people: 6 } as const;

/** The sample's figures on two bare sheets, headings in row 1; the first commune is in row 2. */
async function workbook(
  change: (communes: Row[], file: WorkbookFile) => void,
): Promise<Uint8Array> {
  const file = await newWorkbookFile(['Huyện', 'Xã']);
  const { districts, communes } = sampleSheets(sampleRows());
  const rows = communes.map((row) => [...row] as Row);
  change(rows, file);
  const fill = (index: number, all: readonly (readonly CellValue[])[]) =>
    all.forEach((row, r) =>
      row.forEach((value, c) => {
        const sheet = file.model.sheets[index];
        if (sheet && value !== null && sheet.read(r, c).formula === null)
          sheet.writeValue(r, c, value);
      }),
    );
  fill(0, [[...DISTRICT_HEADINGS], ...districts]);
  fill(1, [[...COMMUNE_HEADINGS], ...rows]);
  return file.save(NOW);
}

async function score(change: (communes: Row[], file: WorkbookFile) => void) {
  const bytes = await workbook(change);
  const input = folder.write('vao.xlsx', bytes);
  const ended = await run(input, '--out', folder.at('ra.xlsx'), '--json', folder.at('ra.json'));
  expect(Buffer.from(bytes).equals(readFileSync(input))).toBe(true);
  return { ended, json: folder.json('ra.json') };
}

const set = (index: number, column: keyof typeof COLUMN, value: CellValue) => (communes: Row[]) => {
  (communes[index] as Row)[COLUMN[column]] = value;
};

/** The first commune, Phường I, stands in row 2: 995 of 1,000 dossiers. */
test.each<[string, (communes: Row[], file: WorkbookFile) => void, string, string, string]>([
  [
    'a > b',
    set(0, 'online', 1200),
    'invalid',
    'D2',
    'hồ sơ trực tuyến (1.200) lớn hơn tổng hồ sơ (1.000), ô D2, E2',
  ],
  [
    'b = 0',
    set(0, 'people', 0),
    'invalid',
    'G2',
    'người có CCCD bằng 0 (ô G2) nên không tính được tỷ lệ. Chưa chấm; không tính là 0 điểm',
  ],
  ['an empty cell', set(0, 'total', null), 'incomplete', 'E2', 'tổng hồ sơ để trống, ô E2'],
  [
    'text',
    set(0, 'total', 'chưa có'),
    'invalid',
    'E2',
    "tổng hồ sơ không phải là số ('chưa có'), ô E2",
  ],
  [
    'a negative number',
    set(0, 'online', -5),
    'invalid',
    'D2',
    "hồ sơ trực tuyến là số âm ('-5'), ô D2",
  ],
  [
    'a part of a dossier',
    set(0, 'online', 12.5),
    'invalid',
    'D2',
    "hồ sơ trực tuyến không phải là số nguyên ('12,5'), ô D2",
  ],
  [
    '#REF!',
    set(0, 'activated', { error: '#REF!' }),
    'invalid',
    'F2',
    "tài khoản ĐDĐT đã kích hoạt là giá trị lỗi ('#REF!'), ô F2",
  ],
  [
    'a formula that was saved without its value',
    (_, file) => file.model.sheets[1]?.writeFormula(1, COLUMN.total, 'SUM(J1:J9)'),
    'incomplete',
    'E2',
    'tổng hồ sơ là công thức chưa có kết quả',
  ],
])('%s: the unit isn’t scored, all others are', async (_, change, status, address, message) => {
  const { ended, json } = await score(change);
  expect(ended.status).toBe(0);
  const unit = json.communes.find(({ name }) => name === 'Phường I');
  expect(unit).toMatchObject({ status, total: null, rank: null });
  const problem = json.problems.find(
    (each) => each.severity === 'error' && each.address === address,
  );
  expect(problem?.sheet).toBe('Xã');
  expect(problem?.message).toContain('Phường I, thành phố Vị Thanh');
  expect(problem?.message).toContain(message);
  expect(ended.problems).toContain(`'Xã'!${address} [Lỗi]`);
  expectOthersScored(json, ['Phường I']);
});

function expectOthersScored(json: Json, but: readonly string[]): void {
  const unscored = json.communes
    .filter(({ status }) => status === 'incomplete' || status === 'invalid')
    .map(({ name }) => name);
  expect(unscored).toEqual(but);
  expect(json.awards.communes).toHaveLength(7);
}

test('a = b = 0: no dossiers in the period: a warning, unscored', async () => {
  const { json } = await score((communes) => {
    set(0, 'online', 0)(communes);
    set(0, 'total', 0)(communes);
  });
  expect(json.problems).toContainEqual(
    expect.objectContaining({
      code: 'nothingCounted',
      severity: 'warning',
      sheet: 'Xã',
      address: 'E2',
    }),
  );
  expectOthersScored(json, ['Phường I']);
});

test('a duplicate unit with other figures: none of its rows counts', async () => {
  const { json } = await score((communes) => {
    communes.push([76, 'P. I', 'TP. Vị Thanh', 1, 2, 3, 4, 1]);
  });
  const problem = json.problems.find(({ code }) => code === 'duplicateUnit');
  expect(problem?.message).toBe(
    'Phường I, thành phố Vị Thanh có ở 2 dòng (2 và 77). Chưa chấm đơn vị này; giữ lại một dòng rồi chấm lại.',
  );
  expectOthersScored(json, ['Phường I']);
});

test('a duplicate unit with the same figures: counted once, a warning', async () => {
  const { json } = await score((communes) => {
    communes.push([76, ...(communes[0] as Row).slice(1)]);
  });
  expect(json.problems).toContainEqual(expect.objectContaining({ code: 'duplicateIdentical' }));
  expectOthersScored(json, []);
});

test('a unit that isn’t in the list: likely ones are suggested, nothing is guessed', async () => {
  const { json } = await score(set(0, 'unit', 'Phường XIV'));
  expect(json.problems).toContainEqual(
    expect.objectContaining({ code: 'unknownUnit', severity: 'error', sheet: 'Xã', address: 'B2' }),
  );
  expectOthersScored(json, ['Phường I']);
});

test('a near miss is asked about, never taken', async () => {
  const { json } = await score((communes) => {
    const row = communes.find((each) => each[COLUMN.unit] === 'Xã Vị Thắng') as Row;
    row[COLUMN.unit] = 'Xã Vị Thằng';
  });
  const problem = json.problems.find(({ code }) => code === 'unknownUnit');
  expect(problem?.message).toMatch(
    /^Không có trong danh mục: 'Xã Vị Thằng' \(ô B\d+\)\. Có phải: xã Vị Thắng, huyện Vị Thủy/,
  );
  expectOthersScored(json, ['Xã Vị Thắng']);
});

test('a district that the plan doesn’t have', async () => {
  const { json } = await score(set(0, 'district', 'Huyện Châu Thành B'));
  const problem = json.problems.find(({ code }) => code === 'unknownUnit');
  expect(problem).toMatchObject({ sheet: 'Xã', address: 'C2' });
  expect(problem?.message).toContain("'Huyện Châu Thành B'");
  expectOthersScored(json, ['Phường I']);
});

test('a missing column is named; nobody gets 0 points for it', async () => {
  const { ended, json } = await score((communes, file) => {
    for (const row of communes) row[COLUMN.people] = null;
    // A heading that says nothing of use stands where "Số người dân có CCCD" stood.
    file.model.sheets[1]?.writeFormula(0, COLUMN.people, '"x"');
    file.model.sheets[1]?.storeResult(0, COLUMN.people, 'Cột khác');
  });
  expect(ended.status).toBe(0);
  expect(json.problems.map(({ message }) => message)).toContain(
    "Trang tính 'Xã': không tìm thấy cột 'Người có CCCD'. Chọn cột ở mục Số liệu.",
  );
  // Below the gate a commune is gated even without e-ID; everyone else lacks a figure.
  expect(new Set(json.communes.map(({ status }) => status))).toEqual(
    new Set(['incomplete', 'gated']),
  );
  expect(json.communes.every(({ total }) => total === null)).toBe(true);
});

test('no table at all: 1, the JSON is written, the workbook isn’t', async () => {
  const file = await newWorkbookFile(['Ghi chú']);
  file.model.sheets[0]?.writeValue(0, 0, 'Họp lúc 8 giờ');
  const input = folder.write('khong-bang.xlsx', await file.save(NOW));
  const ended = await run(
    input,
    '--out',
    folder.at('khong.xlsx'),
    '--json',
    folder.at('khong.json'),
  );
  expect(ended.status).toBe(1);
  expect(ended.problems).toContain('Không tìm thấy bảng số liệu nào trong tệp');
  expect(existsSync(folder.at('khong.xlsx'))).toBe(false);
  expect(folder.json('khong.json').communes.every(({ status }) => status === 'incomplete')).toBe(
    true,
  );
});

describe('a file that can’t be read as a workbook ends with 3 and says how to mend it', () => {
  const fixture = (name: string) => readFileSync(join(__dirname, '../fixtures', name));
  test.each<[string, () => Promise<Uint8Array | string>, string]>([
    ['text', () => Promise.resolve('a;b;c'), 'không phải là sổ tính Excel'],
    ['empty', () => Promise.resolve(''), 'Tệp trống'],
    ['old .xls', () => Promise.resolve(fixture('old.xls')), 'định dạng cũ (.xls)'],
    [
      'a web page',
      () => Promise.resolve('<html><table><tr><td>1</td></tr></table></html>'),
      'trang web được đặt đuôi Excel',
    ],
    ['with a password', () => Promise.resolve(fixture('password.xlsx')), 'có mật khẩu'],
    ['cut short', async () => (await sampleBytes()).slice(0, 6000), 'bị hỏng'],
  ])('%s', async (_, bytes, message) => {
    const input = folder.write('la.xlsx', await bytes());
    const ended = await run(input, '--out', folder.at('la-ra.xlsx'));
    expect(ended.status).toBe(3);
    expect(ended.problems).toContain(input);
    expect(ended.problems).toContain(message);
    expect(existsSync(folder.at('la-ra.xlsx'))).toBe(false);
  });

  test('not there', async () => {
    const ended = await run(folder.at('khong-co.xlsx'));
    expect(ended.status).toBe(3);
    expect(ended.problems).toContain('Không mở được tệp');
  });
});
