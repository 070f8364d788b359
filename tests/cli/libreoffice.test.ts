/** The written workbook, opened and read back by LibreOffice: its cells equal the JSON. */
import { number, recalculated, withLibreOffice } from '../libreoffice';
import { Folder, run, sampleBytes, type Json } from './run';

withLibreOffice('LibreOffice reads the written workbook', () => {
  const folder = new Folder();
  let json: Json;
  let sheets: Map<string, string[][]>;

  beforeAll(async () => {
    const input = folder.write('mau.xlsx', await sampleBytes());
    await run(input, '--out', folder.at('ra.xlsx'), '--json', folder.at('ra.json'));
    json = folder.json('ra.json');
    sheets = recalculated(new Map([['ra', folder.read('ra.xlsx')]])).get('ra') ?? new Map();
  }, 120_000);
  afterAll(() => folder.remove());

  const table = (sheet: string) => {
    const rows = sheets.get(sheet) ?? [];
    const head = rows.findIndex((row) => row[0] === 'STT');
    return rows.slice(head + 2).filter((row) => /^\d+$/.test(row[0] ?? ''));
  };

  test('communes: name, district, points and rank of all 75, in the order of the JSON', () => {
    const rows = table('Kết quả cấp xã');
    expect(rows).toHaveLength(75);
    rows.forEach((row, i) => {
      const unit = json.communes[i]!;
      expect([row[1], row[2]]).toEqual([unit.name, unit.district]);
      expect(number(row[6])).toBeCloseTo(unit.criteria.dvc!.points!, 9);
      expect(number(row[10])).toBeCloseTo(unit.criteria.eid!.points!, 9);
      expect(number(row[11])).toBeCloseTo(unit.total!, 9);
      expect(row[12]).toBe(unit.rank === null ? 'Không xét' : String(unit.rank));
    });
  });

  test('districts: each ratio, points and rank of all 8', () => {
    const rows = table('Kết quả cấp huyện');
    expect(rows).toHaveLength(8);
    rows.forEach((row, i) => {
      const unit = json.districts[i]!;
      const dvc = unit.criteria.dvc as { ratio: number; ownRatio: number; communeMean: number };
      expect(row[1]).toBe(unit.name);
      expect(number(row[4])).toBeCloseTo(dvc.ownRatio, 9);
      expect(number(row[5])).toBeCloseTo(dvc.communeMean, 9);
      expect(number(row[6])).toBeCloseTo(dvc.ratio, 9);
      expect(number(row[12])).toBeCloseTo(unit.total!, 9);
      expect(row[13]).toBe(String(unit.rank));
    });
  });

  test('the list of awards: three prizes, seven communes, the people proposed', () => {
    const rows = sheets.get('DS đề nghị khen thưởng') ?? [];
    const placed = rows.filter((row) => /^\d+$/.test(row[0] ?? ''));
    const text = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
    const { districts, communes, individuals } = json.awards;
    expect(placed.map((row) => row[1])).toEqual([
      ...[...districts, ...communes].map(({ name }) => `Ủy ban nhân dân ${text(name)}`),
      ...individuals.map(({ name }) => name),
    ]);
    expect(placed.slice(0, 3).map((row) => [row[4], number(row[6])])).toEqual(
      json.awards.districts.map(({ prize, money }) => [prize, money]),
    );
  });

  test('beside the user’s rows: the same points and ranks', () => {
    const byName = new Map(json.communes.map((unit) => [`${unit.name}/${unit.district}`, unit]));
    const rows = (sheets.get('Xã') ?? []).filter((row) => /^\d+$/.test(row[0] ?? ''));
    expect(rows).toHaveLength(75);
    for (const row of rows) {
      const unit = byName.get(`${row[1]}/${row[2]}`)!;
      expect(number(row[13])).toBeCloseTo(unit.total!, 9);
      expect(row[14]).toBe(unit.rank === null ? 'Không xét' : String(unit.rank));
    }
  });
});
