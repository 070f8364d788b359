/** `--log FILE`: the figures of a dossier log in the result, the JSON and on its sheet. */
import { openWorkbookFile } from '../../src/host';
import { readZip } from '../../src/host/file/zip';
import { fullName, HAU_GIANG_2023 } from '../../src/rules';
import { inline, workbook } from '../files/log/build';
import { sheetNamed, textsOf, valuesOf } from '../workbook/build';
import { Folder, run, sampleBytes } from './run';

const folder = new Folder();
beforeAll(async () => folder.write('mau.xlsx', await sampleBytes()));
afterAll(() => folder.remove());

const HEAD = ['Huyện, thị xã, thành phố', 'Xã, phường, thị trấn', 'Tài khoản nộp', 'Tên thủ tục'];

/** 995 dossiers of Phường I over 199 accounts, as its row reports; 60 of xã Vị Tân over two. */
function dossiers(): string[][] {
  const city = 'Thành phố Vị Thanh';
  const procedure = (i: number) => `Thủ tục ${i % 3}`;
  return [
    ...Array.from({ length: 995 }, (_, i) => [
      city,
      'Phường I',
      `nguoi-dan-${i % 199}`,
      procedure(i),
    ]),
    ...Array.from({ length: 60 }, (_, i) => [
      city,
      'Xã Vị Tân',
      `can-bo-${i % 2}@vt.vn`,
      procedure(0),
    ]),
    [city, 'Xã Lạ', 'nguoi-dan-1', procedure(1)],
    [city, 'Phường I', '', procedure(1)],
  ];
}

const csv = () => [HEAD, ...dossiers()].map((row) => row.join(';')).join('\r\n');

function scored(log: string) {
  const out = ['--out', folder.at('ra.xlsx'), '--json', folder.at('ra.json')];
  return run(folder.at('mau.xlsx'), ...out, '--log', log);
}

test.each<[string, () => string | Uint8Array]>([
  ['nhat-ky.csv', csv],
  ['nhat-ky.xlsx', () => workbook([[HEAD, ...dossiers()].map((row) => inline(...row)).join('')])],
])('%s: the log goes before the column of accounts', async (name, content) => {
  const ended = await scored(folder.write(name, content()));
  expect(ended.status).toBe(0);
  const { communes, districts } = folder.json('ra.json');
  const unit = (wanted: string) => communes.find((each) => each.name === wanted)!;
  // Its row reports 700 accounts.
  expect(unit('Phường I').dossiersPerAccount).toBe(5);
  expect(unit('Phường I').busiestShare).toBeCloseTo(15 / 995, 12);
  expect(unit('Phường I').concentration).toEqual({
    dossiers: 995,
    accounts: 199,
    onBusiest1: 5,
    onBusiest3: 15,
    onBusiest5: 25,
    toBeLookedInto: false,
  });
  expect(unit('Xã Vị Tân').concentration).toMatchObject({ accounts: 2, toBeLookedInto: true });
  expect(unit('Xã Hòa Mỹ')).toMatchObject({ concentration: null, dossiersPerAccount: null });
  expect(districts.every(({ concentration }) => concentration === null)).toBe(true);

  expect(ended.problems).toContain(`Nhật ký '${name}': 1 dòng có đơn vị không khớp với danh mục`);
  expect(ended.problems).toContain(`'Xã Lạ, Thành phố Vị Thanh'`);
  expect(ended.problems).toContain(`Nhật ký '${name}': 1 dòng không có tài khoản nộp`);
  expect(ended.problems).toMatch(/Xã Vị Tân, thành phố Vị Thanh: nhật ký có 60 hồ sơ/);
  expect(ended.problems).not.toMatch(/Phường I, thành phố Vị Thanh: nhật ký có/);
});

test('the sheet lists every commune, those to be looked into first; no account is written', async () => {
  await scored(folder.write('nhat-ky.csv', csv()));
  const file = await openWorkbookFile(folder.read('ra.xlsx'));
  const sheet = sheetNamed(file.model, 'Tập trung tài khoản');
  const texts = textsOf(sheet);
  const names = texts.filter((text) =>
    HAU_GIANG_2023.units.some((unit) => unit.level === 'commune' && fullName(unit) === text),
  );
  expect(names).toHaveLength(75);
  expect(names[0]).toBe('Xã Vị Tân');
  expect(texts).toContain('Cần xác minh; Khác báo cáo');
  expect(texts.join()).toMatch(/“Cần xác minh”: từ 30 hồ sơ trên một tài khoản, hoặc 03 tài khoản/);
  expect(texts).toContain('….vn: 30 hồ sơ (Thủ tục 0: 30); ….vn: 30 hồ sơ (Thủ tục 0: 30)');
  expect(texts.join()).not.toMatch(/nghi ngờ/i);
  const everything =
    file.model.sheets.flatMap(textsOf).join() + JSON.stringify([...file.model.settings]);
  expect(everything + JSON.stringify(folder.json('ra.json'))).not.toMatch(/nguoi-dan|can-bo/);
});

test('rows of other days than the period’s aren’t counted, and their number is said', async () => {
  // The sample's period is 01/10/2023 to 31/12/2023; the day comes before the month.
  const days = ['30/09/2023', '01/10/2023', '2023-12-31 23:59', '01/01/2024', 'chưa rõ', '45291'];
  const rows = days.map((day) => ['Thành phố Vị Thanh', 'Xã Vị Tân', 'a', 'x', day]);
  const withDays = (head: string, each: string[][]) =>
    [[...HEAD, head], ...each].map((row) => row.join(';')).join('\n');
  const ended = await scored(folder.write('nhat-ky.csv', withDays('Ngày nộp', rows)));
  const unit = folder.json('ra.json').communes.find(({ name }) => name === 'Xã Vị Tân')!;
  expect(unit.concentration).toMatchObject({ dossiers: 3, accounts: 1 });
  expect(ended.problems).toMatch(
    /2 dòng có ngày ngoài kỳ được chấm \(01\/10\/2023 đến 31\/12\/2023\)/,
  );
  expect(ended.problems).toMatch(/1 dòng không có ngày đọc được/);

  const blind = await scored(folder.write('nhat-ky.csv', withDays('Ngày trả kết quả', rows)));
  const all = folder.json('ra.json').communes.find(({ name }) => name === 'Xã Vị Tân')!;
  expect(all.concentration).toMatchObject({ dossiers: 6 });
  expect(blind.problems).toMatch(/không có cột ngày nộp đọc được: mọi dòng đều được tính/);
  expect(blind.problems).not.toMatch(/ngoài kỳ/);
});

test('a unit without a row in the log: said, never as none that filed', async () => {
  const ended = await scored(folder.write('nhat-ky.csv', csv()));
  expect(ended.problems).toMatch(/Xã Hòa Mỹ, huyện Phụng Hiệp: không có dòng nào trong nhật ký/);
  const { model } = await openWorkbookFile(folder.read('ra.xlsx'));
  const sheet = sheetNamed(model, 'Tập trung tài khoản');
  const rows = valuesOf(sheet, 'B8', 'L82').filter(([name]) => name === 'Xã Hòa Mỹ');
  expect(rows).toEqual([
    [
      ...['Xã Hòa Mỹ', 'Huyện Phụng Hiệp', null],
      expect.any(Number),
      ...[null, null, null, null, null, null, 'Không có dòng trong nhật ký'],
    ],
  ]);
});

test('without a log there is no sheet of it', async () => {
  await run(folder.at('mau.xlsx'), '--out', folder.at('khong.xlsx'));
  const { model } = await openWorkbookFile(folder.read('khong.xlsx'));
  expect(model.sheets.map(({ name }) => name)).not.toContain('Tập trung tài khoản');
});

test('a log that can’t be read ends with 3 and its reason; nothing is written', async () => {
  const xlsx = workbook([inline(...HEAD) + inline('', 'Phường I', 'a', 'b')]);
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['trong.csv', '', /Tệp nhật ký trống/],
    ['khac.csv', 'a,b\n1,2', /Không tìm thấy dòng tiêu đề của nhật ký/],
    ['hai.csv', 'Đơn vị,Tài khoản 1,Tài khoản 2\n', /nhiều cột .*'Tài khoản 1', 'Tài khoản 2'/],
    ['hong.xlsx', xlsx.slice(0, xlsx.length - 40), /bị hỏng hoặc bị cắt ngắn/],
    ['cu.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /mật khẩu hoặc ở định dạng cũ/],
  ];
  for (const [name, content, message] of cases) {
    const ended = await scored(folder.write(name, content));
    expect(ended).toMatchObject({ status: 3, out: '' });
    expect(ended.problems).toMatch(message);
    expect(ended.problems).toContain(name);
  }
  for (const path of [folder.at('khong-co.csv'), folder.path]) {
    const ended = await scored(path);
    expect(ended).toMatchObject({ status: 3, problems: expect.stringContaining(path) });
  }
});

/** The sample with a log on a sheet of its own, so many times over; scored once. */
async function logOnSheet(times: number) {
  const excel = await openWorkbookFile(await sampleBytes());
  const sheet = excel.model.addSheet('Nhật ký');
  const rows = Array.from({ length: times }, dossiers).flat();
  [HEAD, ...rows].forEach((row, r) => {
    row.forEach((text, c) => sheet.writeValue(r, c, text));
    // What says nothing fills the sheet.
    sheet.writeValue(r, row.length, r === 0 ? 'Số phút xử lý' : r / 7);
  });
  const input = folder.write('co-nhat-ky.xlsx', await excel.save(new Date(0)));
  const out = ['--out', folder.at('ra.xlsx'), '--json', folder.at('ra.json')];
  const ended = await run(input, ...out);
  expect(ended.status).toBe(0);
  expect(ended.problems).not.toMatch(/quá lớn/);
  const unit = folder.json('ra.json').communes.find(({ name }) => name === 'Phường I')!;
  expect(unit.concentration).toMatchObject({ dossiers: 995 * times, accounts: 199 });
  // Its part comes out as it was.
  const sheetsIn = (path: string) =>
    readZip(folder.read(path)).filter(({ name }) => name.startsWith('xl/worksheets/sheet'));
  const before = new Set(sheetsIn('mau.xlsx').map(({ name }) => name));
  const [added, ...others] = sheetsIn('co-nhat-ky.xlsx').filter(({ name }) => !before.has(name));
  expect(others).toEqual([]);
  expect(sheetsIn('ra.xlsx')).toContainEqual(added);
  return { input, size: added?.size ?? 0 };
}

test('a log of 4 MB on a sheet of the input is read off the file', async () => {
  const { size } = await logOnSheet(26);
  expect(size).toBeGreaterThan(1 << 22);
});

test('a small log on a sheet of the input is found there, as in Excel', async () => {
  const { input, size } = await logOnSheet(1);
  expect(size).toBeLessThan(1 << 22);
  // What was scored once is scored again: its notes and sheets are no log.
  const again = await run(
    folder.at('ra.xlsx'),
    '--out',
    folder.at('lai.xlsx'),
    '--json',
    folder.at('lai.json'),
  );
  expect(again.status).toBe(0);
  expect(folder.json('lai.json').communes).toEqual(folder.json('ra.json').communes);
  // A log that is given goes before.
  const given = await run(input, '--check', '--log', folder.write('nhat-ky.csv', csv()));
  expect(given).toMatchObject({ status: 0 });
  expect(given.problems).not.toMatch(/quá lớn/);
});

test('the result is never written over the log', async () => {
  const log = folder.write('nhat-ky.csv', csv());
  const ended = await run(folder.at('mau.xlsx'), '--log', log, '--json', log);
  expect(ended.status).toBe(2);
  expect(folder.read('nhat-ky.csv').toString('utf8')).toBe(csv());
});
