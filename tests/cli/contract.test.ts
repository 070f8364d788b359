import { existsSync, readdirSync } from 'node:fs';
import { HAU_GIANG_2023 } from '../../src/rules';
import { openWorkbookFile } from '../../src/host';
import { Folder, run, sampleBytes, type Json } from './run';

const folder = new Folder();
let json: Json;

beforeAll(async () => {
  folder.write('mau.xlsx', await sampleBytes());
  const ended = await run(
    folder.at('mau.xlsx'),
    '--out',
    folder.at('ra.xlsx'),
    '--json',
    folder.at('ra.json'),
  );
  expect(ended.status).toBe(0);
  json = folder.json('ra.json');
});
afterAll(() => folder.remove());

describe('RESULT.json', () => {
  test('names the plan, and every official unit once', () => {
    expect(json.plan).toBe('hau-giang-2023');
    expect(json.districts).toHaveLength(8);
    expect(json.communes).toHaveLength(75);
    expect(new Set(json.communes.map(({ name, district }) => `${name}/${district}`)).size).toBe(75);
  });

  test('a district has its own ratio and its communes’ mean beside the combined one', () => {
    for (const { criteria } of json.districts) {
      const { dvc, eid } = criteria as Record<string, Record<string, number>>;
      expect(Object.keys(dvc!).sort()).toEqual(['communeMean', 'ownRatio', 'points', 'ratio']);
      expect(Object.keys(eid!).sort()).toEqual(['points', 'ratio']);
      expect(dvc!.ratio).toBeCloseTo((dvc!.ownRatio! + dvc!.communeMean!) / 2, 12);
    }
  });

  test('a commune has ratio and points of each criterion, and the tie-break figures', () => {
    const first = json.communes[0]!;
    expect(first).toMatchObject({
      name: 'Phường I',
      district: 'Thành phố Vị Thanh',
      rank: 1,
      tied: false,
      status: 'ranked',
      // 995 of 1,000 is 59.7 points; 9,450 of 10,000 is above 90 %: 40 points.
      criteria: { dvc: { ratio: 0.995, points: 59.7 }, eid: { ratio: 0.945, points: 40 } },
      busiestShare: null,
      notes: [],
    });
    expect(first.total).toBeCloseTo(99.7, 12);
    expect(first.dossiersPerAccount).toBeCloseTo(995 / 700, 12);
  });

  test('arrays go by rank, then by official code; a rank is null unless ranked', () => {
    const codes = new Map(
      HAU_GIANG_2023.units.map((unit) => [`${unit.type} ${unit.name}/${unit.parent}`, unit.code]),
    );
    const districts = new Map(
      HAU_GIANG_2023.units.map((unit) => [`${unit.type} ${unit.name}`, unit.code]),
    );
    const keys = json.communes.map(({ rank, name, district }) => {
      const code = codes.get(`${name}/${districts.get(district ?? '')}`) ?? '';
      return [rank ?? Infinity, code] as const;
    });
    const sorted = [...keys].sort((x, y) => x[0] - y[0] || (x[1] < y[1] ? -1 : 1));
    expect(keys).toEqual(sorted);
    for (const { rank, status } of [...json.communes, ...json.districts]) {
      expect(rank === null).toBe(status !== 'ranked');
    }
  });

  test('gated: points but no rank (III.2.b)', () => {
    const gated = json.communes.filter(({ status }) => status === 'gated');
    expect(gated.map(({ name, rank }) => [name, rank])).toContainEqual(['Xã Hòa Mỹ', null]);
    // 17,499 of 25,000 is 69.996 %.
    const [unit] = gated.filter(({ name }) => name === 'Xã Hòa Mỹ');
    expect(unit!.total).toBeCloseTo(0.69996 * 60 + (7010 / 9000) * 40, 10);
    expect(unit!.notes.join()).toContain('69,996%, dưới 70%');
  });

  test('exactly 70 % is considered', () => {
    const unit = json.communes.find(({ name }) => name === 'Xã Long Thạnh')!;
    expect(unit.status).toBe('ranked');
  });

  test('a tie that is left: the same rank twice, both tied', () => {
    const tied = json.communes.filter(({ tied: each }) => each);
    expect(tied.map(({ name }) => name).sort()).toEqual(['Xã Lương Nghĩa', 'Xã Vĩnh Tường']);
    expect(new Set(tied.map(({ rank }) => rank)).size).toBe(1);
  });

  test('awards: prizes with money and bonus (IV.2.a, IV.4), seven communes, at most two of a district', () => {
    expect(json.awards.districts.map(({ prize, money, bonus }) => [prize, money, bonus])).toEqual([
      ['Nhất', 20_000_000, 3],
      ['Nhì', 15_000_000, 2],
      ['Ba', 10_000_000, 1],
    ]);
    expect(json.awards.communes).toHaveLength(7);
    const perDistrict = new Map<string, number>();
    for (const { district } of json.awards.communes) {
      perDistrict.set(district ?? '', (perDistrict.get(district ?? '') ?? 0) + 1);
    }
    expect(Math.max(...perDistrict.values())).toBe(2);
    expect(json.awards.passedOver.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Xã Hỏa Lựu', 'Xã Tân Tiến']),
    );
    expect(json.awards.undecided).toEqual([]);
    // The sample's sheet "Cá nhân": two a district, but three for Phụng Hiệp and one for Ngã Bảy.
    expect(json.awards.individuals).toHaveLength(16);
    expect(json.awards.individuals[0]).toEqual({
      name: 'Nguyễn Văn Mẫu Một',
      post: 'Công chức Tư pháp - Hộ tịch',
      unit: 'Ủy ban nhân dân phường I',
      district: 'Thành phố Vị Thanh',
    });
  });

  test('problems: severity, code, sheet, address, message', () => {
    for (const problem of json.problems) {
      expect(['error', 'warning', 'info']).toContain(problem.severity);
      expect(problem.message).not.toBe('');
      expect(problem.sheet === null).toBe(problem.address === null);
    }
    expect(json.problems).toContainEqual(
      expect.objectContaining({ code: 'tie', severity: 'warning', sheet: 'Xã' }),
    );
  });
});

describe('files', () => {
  test('the input stays as it is; the output holds the result sheets', async () => {
    expect(Buffer.from(await sampleBytes()).equals(folder.read('mau.xlsx'))).toBe(true);
    const { model } = await openWorkbookFile(folder.read('ra.xlsx'));
    expect(model.sheets.map(({ name }) => name)).toEqual([
      'Huyện',
      'Xã',
      'Cá nhân',
      'Kết quả cấp huyện',
      'Kết quả cấp xã',
      'DS đề nghị khen thưởng',
      'Đơn vị không đề nghị',
      'Điểm cộng thi đua KT-XH',
      'Các kỳ',
      'Cần rà soát',
      'Kiểm chứng',
      'Bản đối chiếu',
    ]);
  });

  test('without --out: beside the input, numbered where that exists', async () => {
    const input = folder.write('so-lieu.xlsx', await sampleBytes());
    const first = await run(input);
    const second = await run(input);
    expect([first.status, second.status]).toEqual([0, 0]);
    const made = readdirSync(folder.path).filter((name) => name.startsWith('so-lieu.da-cham'));
    expect(made.sort()).toEqual(['so-lieu.da-cham (2).xlsx', 'so-lieu.da-cham.xlsx']);
    expect(second.out).toContain(folder.at('so-lieu.da-cham (2).xlsx'));
  });

  test('--check writes no workbook, but the JSON', async () => {
    const input = folder.write('chi-kiem-tra.xlsx', await sampleBytes());
    const ended = await run(input, '--check', '--json', folder.at('kiem-tra.json'));
    expect(ended.status).toBe(0);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('chi-kiem-tra'))).toEqual([
      'chi-kiem-tra.xlsx',
    ]);
    expect(folder.json('kiem-tra.json')).toEqual(json);
  });

  test('results on stdout, problems on stderr', async () => {
    const ended = await run(folder.at('mau.xlsx'), '--check');
    expect(ended.out).toContain('Nhất: ');
    expect(ended.out).not.toContain('[Cảnh báo]');
    expect(ended.problems).toContain(`${folder.at('mau.xlsx')}: 'Xã'!`);
    expect(ended.problems).toContain('[Cảnh báo]');
  });

  test('--settings is taken instead of what the workbook keeps', async () => {
    const settings = folder.write(
      'thiet-lap.json',
      JSON.stringify({ readings: { combinedRatio: 'pooledCounts' } }),
    );
    await run(
      folder.at('mau.xlsx'),
      '--check',
      '--settings',
      settings,
      '--json',
      folder.at('s.json'),
    );
    const given = folder.json('s.json');
    expect(given.problems.map(({ code }) => code)).toContain('settingMissing');
    expect(given.districts.map(({ total }) => total)).not.toEqual(
      json.districts.map(({ total }) => total),
    );
    expect(given.communes.map(({ total }) => total)).toEqual(
      json.communes.map(({ total }) => total),
    );
  });
});

describe('wrong use ends with 2 and says how', () => {
  test.each([
    ['no input', () => []],
    ['an unknown option', () => [folder.at('mau.xlsx'), '--la']],
    ['two inputs', () => [folder.at('mau.xlsx'), folder.at('mau.xlsx')]],
    ['--out equal to the input', () => [folder.at('mau.xlsx'), '--out', folder.at('./mau.xlsx')]],
  ])('%s', async (_, argv) => {
    const ended = await run(...argv());
    expect(ended.status).toBe(2);
    expect(ended.problems).toContain('Cách dùng');
    expect(ended.out).toBe('');
  });

  test('settings that are no JSON', async () => {
    const settings = folder.write('hong.json', '{');
    const ended = await run(folder.at('mau.xlsx'), '--settings', settings);
    expect(ended.status).toBe(2);
    expect(ended.problems).toContain('không phải là JSON');
  });

  test('an output folder that isn’t there', async () => {
    const ended = await run(folder.at('mau.xlsx'), '--out', folder.at('khong-co/ra.xlsx'));
    expect(ended.status).toBe(2);
    expect(ended.problems).toContain('Không ghi được tệp');
    expect(existsSync(folder.at('khong-co'))).toBe(false);
  });
});
