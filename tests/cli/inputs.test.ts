/** Several inputs, questions with their candidates, and the answers that --map and --period give. */
import { readFileSync } from 'node:fs';
import { openWorkbookFile } from '../../src/host';
import { at, NOW, sheetNamed, workbookOf, type Rows } from '../workbook/build';
import { Folder, run, type Json } from './run';

const folder = new Folder();
afterAll(() => folder.remove());

const DVC = ['Đơn vị', 'Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh'];
const EID = ['Đơn vị', 'Tài khoản ĐDĐT đã kích hoạt', 'Người có CCCD'];
const PORTAL: Rows = [DVC, ['Xã Vị Thắng', 90, 100], ['Xã Vị Đông', 80, 100]];
const POLICE: Rows = [EID, ['Xã Vị Đông', 700, 1000], ['Xã Vị Thắng', 900, 1000]];

const file = async (name: string, sheets: Readonly<Record<string, Rows>>) =>
  folder.write(name, await (await workbookOf(sheets, null)).save(NOW));
const json = async (...argv: string[]): Promise<Json> => {
  await run(...argv, '--json', folder.at('kq.json'));
  return folder.json('kq.json');
};
const unit = ({ communes }: Json, name: string) => communes.find((each) => each.name === name);
const problems = (result: Json, code: string) =>
  result.problems.filter((problem) => problem.code === code);

describe('several inputs', () => {
  test('the first is scored and copied, the others are read and left alone', async () => {
    const [portal, police] = [
      await file('cong.xlsx', { Cổng: PORTAL }),
      await file('cong-an.xlsx', { 'Công an': POLICE }),
    ];
    const before = readFileSync(police);
    const out = folder.at('gop.xlsx');
    const ended = await run(portal, police, '--out', out, '--json', folder.at('gop.json'));
    expect(ended.status).toBe(0);
    expect(unit(folder.json('gop.json'), 'Xã Vị Thắng')).toMatchObject({
      rank: 1,
      status: 'ranked',
    });
    expect(readFileSync(police).equals(before)).toBe(true);
    const written = await openWorkbookFile(readFileSync(out));
    expect(written.model.sheets.map(({ name }) => name)).toContain('Kết quả cấp xã');
    expect(written.model.sheets.map(({ name }) => name)).not.toContain('Công an');
    expect(sheetNamed(written.model, 'Cổng').read(...at('E1')).value).toBe('Tỷ lệ DVCTT (%)');
  });

  test('figures of one unit in two files are a duplicate, told with both places', async () => {
    const result = await json(
      await file('mot.xlsx', { Xã: PORTAL }),
      await file('hai.xlsx', { Xã: [DVC, ['Xã Vị Thắng', 91, 100]] }),
      '--check',
    );
    const [duplicate] = problems(result, 'duplicateUnit');
    expect(duplicate?.message).toContain(
      "dòng 2 trang 'Xã' và dòng 2 trang 'Xã' của tệp 'hai.xlsx'",
    );
    expect(unit(result, 'Xã Vị Thắng')?.total).toBeNull();
  });

  test('a problem in another file names that file', async () => {
    const first = await file('ba.xlsx', { Xã: PORTAL });
    const second = await file('bon.xlsx', { Xã: [EID, ['Xã Vị Thắng', 'chưa có', 1000]] });
    const ended = await run(first, second, '--check', '--json', folder.at('kq.json'));
    const [problem] = problems(folder.json('kq.json'), 'unusableFigure').filter(({ file }) => file);
    expect(problem).toMatchObject({ file: 'bon.xlsx', sheet: 'Xã', address: 'B2' });
    expect(ended.problems).toContain(`${second}: 'Xã'!B2`);
  });

  test('what we wrote into another file, and its hidden sheets, are no input', async () => {
    const first = await file('nam.xlsx', { Cổng: PORTAL });
    const police = await workbookOf({ 'Công an': POLICE, Ẩn: POLICE }, null);
    sheetNamed(police.model, 'Ẩn').visibility = 'hidden';
    const scored = folder.write('sau-goc.xlsx', await police.save(NOW));
    await run(scored, first, '--out', folder.at('sau.xlsx'));
    const result = await json(first, folder.at('sau.xlsx'), '--check');
    expect(
      problems(result, 'duplicateUnit').concat(problems(result, 'duplicateIdentical')),
    ).toEqual([]);
    expect(unit(result, 'Xã Vị Thắng')?.status).toBe('ranked');
  });

  test.each([
    ['a web page', '<html><table><tr><td>1</td></tr></table></html>', 'Excel Workbook (.xlsx)'],
    ['an old .xls', '\xd0\xcf\x11\xe0', 'Excel Workbook (.xlsx)'],
    ['UTF-16', '\ufeffĐơn vị;a;b', 'CSV UTF-8'],
    ['nothing', '', 'Tệp trống'],
    ['a letter', 'Kính gửi: Sở Thông tin và Truyền thông', 'không phải là bảng'],
  ])('%s as another file: told how to mend it', async (_, content, told) => {
    const first = await file('bay.xlsx', { Cổng: PORTAL });
    const encoding = content.startsWith('\ufeff')
      ? 'utf16le'
      : content.startsWith('\xd0')
        ? 'latin1'
        : 'utf8';
    const bytes = Buffer.from(content, encoding);
    const ended = await run(first, folder.write('la.xls', bytes), '--check');
    expect(ended).toMatchObject({ status: 3, problems: expect.stringContaining(told) as string });
    expect(ended.problems).toContain(folder.at('la.xls'));
  });

  test('one file given twice, or --out over one of them, is wrong use', async () => {
    const first = await file('tam.xlsx', { Cổng: PORTAL });
    const second = await file('chin.xlsx', { 'Công an': POLICE });
    expect((await run(first, first)).status).toBe(2);
    expect((await run(first, second, '--out', second)).status).toBe(2);
  });
});

describe('CSV', () => {
  const csv = (mark: string) =>
    [
      DVC,
      ['Xã Vị Thắng', '90', '100'],
      ['Xã Vị Đông', '"1.080"', '"1.180"'],
      ['Xã Vị Bình', '1.200.000', '2.345.678'],
    ]
      .map((row) => row.join(mark))
      .join('\r\n');

  test.each([
    ['";", with the mark of UTF-8', `\ufeff${csv(';')}`],
    ['","', csv(',')],
  ])('%s as the first input becomes a workbook', async (_, content) => {
    const input = folder.write('so-lieu.csv', content);
    const ended = await run(input, '--out', folder.at('csv.xlsx'), '--json', folder.at('csv.json'));
    const result = folder.json('csv.json');
    expect(unit(result, 'Xã Vị Đông')?.criteria).toMatchObject({ dvc: { ratio: 1080 / 1180 } });
    // Without e-ID nobody has a rank, but who is below the gate is known.
    expect(ended.status).toBe(0);
    const written = await openWorkbookFile(readFileSync(folder.at('csv.xlsx')));
    expect(sheetNamed(written.model, 'so-lieu').read(1, 1).value).toBe(90);
  });

  test('and as another file', async () => {
    const first = await file('muoi.xlsx', { 'Công an': POLICE });
    const result = await json(first, folder.write('cong.csv', csv(';')), '--check');
    expect(unit(result, 'Xã Vị Thắng')?.status).toBe('ranked');
  });
});

describe('questions and answers', () => {
  /** Answers the first question of a code by its candidate. */
  const answered = async (input: string, code: string, candidate: number) => {
    const [problem] = problems(await json(input, '--check'), code);
    const map = folder.write('map.json', JSON.stringify(problem?.candidates[candidate]?.map));
    return { problem, result: await json(input, '--check', '--map', map) };
  };

  test('a number that can be read two ways', async () => {
    const rows: Rows = [DVC, ['Xã Vị Thắng', '1.234', 2000]];
    const { problem, result } = await answered(
      await file('q1.xlsx', { Xã: rows }),
      'unclearNumbers',
      0,
    );
    expect(problem?.candidates.map(({ answer }) => answer)).toEqual([1234, 1.234]);
    expect(unit(result, 'Xã Vị Thắng')?.criteria).toMatchObject({ dvc: { ratio: 0.617 } });
    expect(problems(result, 'unclearNumbers')).toEqual([]);
  });

  test('departments that are listed apart', async () => {
    const rows: Rows = [DVC, ['Huyện Vị Thủy', 90, 100], ['Phòng Tư pháp huyện Vị Thủy', 0, 100]];
    const input = await file('q2.xlsx', { Huyện: rows });
    const { problem, result } = await answered(input, 'departments', 0);
    expect(problem?.candidates.map(({ answer }) => answer)).toEqual(['add', 'leaveOut']);
    const own = result.districts.find(({ name }) => name === 'Huyện Vị Thủy');
    expect(own?.criteria).toMatchObject({ dvc: { ownRatio: 0.45 } });
  });

  test('the period, also by --period', async () => {
    const month = (a: number): Rows => [DVC, ['Xã Vị Thắng', a, 100]];
    const input = await file('q3.xlsx', { 'Tháng 10': month(80), 'Tháng 11': month(90) });
    const { problem, result } = await answered(input, 'severalPeriods', 1);
    expect(problem?.candidates.map(({ answer }) => answer)).toEqual(['Tháng 10', 'Tháng 11']);
    expect(unit(result, 'Xã Vị Thắng')?.criteria).toMatchObject({ dvc: { ratio: 0.9 } });
    const other = await json(input, '--check', '--period', 'tháng 10');
    expect(unit(other, 'Xã Vị Thắng')?.criteria).toMatchObject({ dvc: { ratio: 0.8 } });
    const none = await json(input, '--check', '--period', 'Quý I');
    expect(problems(none, 'severalPeriods')[0]?.message).toContain("Không có kỳ 'Quý I'");
  });

  test('a name that is near another', async () => {
    const rows: Rows = [DVC, ['Xã Vị Thắngg', 90, 100]];
    const { problem, result } = await answered(
      await file('q4.xlsx', { Xã: rows }),
      'unknownUnit',
      0,
    );
    expect(problem?.candidates[0]?.answer).toBe('Xã Vị Thắng, Huyện Vị Thủy');
    expect(unit(result, 'Xã Vị Thắng')?.criteria).toMatchObject({ dvc: { ratio: 0.9 } });
  });

  test('a column that no heading names, and one that two do', async () => {
    const rows: Rows = [
      ['Đơn vị', 'Cột lạ', 'Tổng hồ sơ phát sinh', ...EID.slice(1)],
      ['Xã Vị Thắng', 90, 100, 900, 1000],
    ];
    const { problem, result } = await answered(
      await file('q5.xlsx', { Xã: rows }),
      'missingColumn',
      1,
    );
    expect(problem?.candidates[1]?.answer).toBe('Cột lạ');
    expect(unit(result, 'Xã Vị Thắng')?.status).toBe('ranked');
    const twice: Rows = [
      ['Đơn vị', 'Trực tuyến lần 1', 'Trực tuyến lần 2', 'Tổng hồ sơ phát sinh'],
      ['Xã Vị Thắng', 80, 90, 100],
    ];
    const doubtful = await answered(await file('q6.xlsx', { Xã: twice }), 'doubtfulColumn', 1);
    expect(unit(doubtful.result, 'Xã Vị Thắng')?.criteria).toMatchObject({ dvc: { ratio: 0.9 } });
  });

  test('what the total covers; and all answers in one file', async () => {
    const input = await file('q7.xlsx', { Cổng: PORTAL });
    const { problem, result } = await answered(input, 'totalScope', 0);
    expect(problem?.candidates.map(({ answer }) => answer)).toEqual([true, false]);
    expect(problems(result, 'totalScope')).toEqual([]);
    const all = folder.write(
      'tat-ca.json',
      JSON.stringify({
        columns: [],
        departments: 'add',
        period: null,
        totalScope: true,
        names: [],
      }),
    );
    expect((await run(input, '--check', '--map', all)).status).not.toBe(2);
    const misspelt = folder.write('sai.json', JSON.stringify({ department: 'add' }));
    expect((await run(input, '--check', '--map', misspelt)).status).toBe(2);
  });
});
