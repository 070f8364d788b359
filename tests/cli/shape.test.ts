/** RESULT.json field by field, where figures are missing and places undecided. */
import { HAU_GIANG_2023 } from '../../src/rules';
import { sampleRows, sampleSheets } from '../../scripts/sample';
import { NOW, workbookOf, COMPLETE } from '../workbook/build';
import { COMMUNE_HEADINGS, DISTRICT_HEADINGS } from '../../scripts/sample';
import { Folder, run, type Json } from './run';

const folder = new Folder();
afterAll(() => folder.remove());

const { districts, communes } = sampleSheets(sampleRows());

async function jsonOf(change: (d: (string | number)[][], c: (string | number)[][]) => void) {
  const [upper, lower] = [districts.map((row) => [...row]), communes.map((row) => [...row])];
  change(upper, lower);
  const file = await workbookOf(
    { Huyện: [DISTRICT_HEADINGS, ...upper], Xã: [COMMUNE_HEADINGS, ...lower] },
    COMPLETE,
  );
  const input = folder.write('vao.xlsx', await file.save(NOW));
  await run(input, '--check', '--json', folder.at('ra.json'));
  return folder.json('ra.json');
}

const NUMBER_OR_NULL = (value: unknown) => value === null || Number.isFinite(value);
const keys = (value: object) => Object.keys(value).sort();

function expectShape(json: Json) {
  const fields = ['awards', 'communes', 'districts', 'plan', 'planSheet', 'problems', 'seal'];
  expect(keys(json)).toEqual(fields);
  const units = [
    ...json.districts.map((unit) => ({ unit, district: true })),
    ...json.communes.map((unit) => ({ unit, district: false })),
  ];
  for (const { unit, district } of units) {
    const { name, rank, tied, total, status, criteria, notes } = unit;
    expect(HAU_GIANG_2023.units.map((each) => `${each.type} ${each.name}`)).toContain(name);
    expect(rank === null || Number.isInteger(rank)).toBe(true);
    expect(typeof tied).toBe('boolean');
    expect(['ranked', 'gated', 'incomplete', 'invalid']).toContain(status);
    expect(NUMBER_OR_NULL(total)).toBe(true);
    expect(notes.every((note) => typeof note === 'string')).toBe(true);
    expect(keys(criteria)).toEqual(['dvc', 'eid']);
    expect(keys(criteria['dvc'] ?? {})).toEqual(
      district ? ['communeMean', 'ownRatio', 'points', 'ratio'] : ['points', 'ratio'],
    );
    expect(keys(criteria['eid'] ?? {})).toEqual(['points', 'ratio']);
    const figures = Object.values(criteria).flatMap((each) => Object.values(each));
    expect(figures.every(NUMBER_OR_NULL)).toBe(true);
    if (status === 'incomplete' || status === 'invalid') expect(total).toBeNull();
  }
  expect(keys(json.awards)).toEqual(
    expect.arrayContaining(['communes', 'districts', 'individuals', 'passedOver', 'undecided']),
  );
  for (const unit of json.awards.communes) {
    expect(keys(unit)).toEqual(expect.arrayContaining(['district', 'name', 'rank']));
  }
  for (const unit of json.awards.passedOver) {
    expect(keys(unit)).toEqual(expect.arrayContaining(['district', 'name', 'rank', 'reason']));
  }
  for (const { award, units: of, reason } of json.awards.undecided) {
    expect([typeof award, typeof reason]).toEqual(['string', 'string']);
    expect(of.map(keys)).toEqual(of.map(() => ['district', 'name']));
  }
}

test('nothing wrong', async () => {
  expectShape(await jsonOf(() => undefined));
});

test('a unit without a row is there, incomplete, with null where there is none', async () => {
  const json = await jsonOf((upper, lower) => {
    lower.shift();
    upper.shift();
  });
  expectShape(json);
  expect(json.communes.find(({ name }) => name === 'Phường I')).toMatchObject({
    rank: null,
    tied: false,
    total: null,
    status: 'incomplete',
    criteria: { dvc: { ratio: null, points: null }, eid: { ratio: null, points: null } },
    dossiersPerAccount: null,
    busiestShare: null,
  });
  expect(json.districts.find(({ name }) => name === 'Thành phố Vị Thanh')).toMatchObject({
    rank: null,
    total: null,
    status: 'incomplete',
    criteria: { dvc: { ratio: null, points: null, ownRatio: null } },
  });
});

test('no commune at all: a district stands on its own ratio, its communes’ mean is null', async () => {
  const json = await jsonOf((_, lower) => lower.splice(0));
  expectShape(json);
  expect(json.districts[0]?.criteria['dvc']).toMatchObject({ communeMean: null });
});

test('undecided places: the units, the reason, and the rest of the list still stands', async () => {
  const json = await jsonOf((_, lower) => {
    // Ten communes of five districts with 100 points, eight of them within their district's two.
    for (const row of lower) row.splice(3, 4, 80, 100, 500, 1000);
    const tenth = lower.filter((__, i) => i % 8 === 0);
    for (const row of tenth) {
      row.splice(3, 4, 100, 100, 950, 1000);
      row[7] = 50;
    }
  });
  expectShape(json);
  expect(json.awards.undecided.length).toBeGreaterThan(0);
  const decided = json.awards.communes.length;
  const open = json.awards.undecided
    .filter(({ award }) => award === 'commune')
    .reduce((sum, each) => sum + each.places, 0);
  expect(decided + open).toBe(7);
});

test('--map: what the user says a column is', async () => {
  const headings = COMMUNE_HEADINGS.map((heading) =>
    heading === 'Số hồ sơ nộp trực tuyến' ? 'Cột lạ' : heading,
  );
  const file = await workbookOf({
    Huyện: [DISTRICT_HEADINGS, ...districts],
    Xã: [headings, ...communes],
  });
  const input = folder.write('map.xlsx', await file.save(NOW));
  const map = folder.write(
    'map.json',
    JSON.stringify([{ sheet: 'Xã', role: 'dvc.a', heading: 'Cột lạ' }]),
  );
  await run(input, '--check', '--json', folder.at('khong.json'));
  expect(folder.json('khong.json').communes[0]?.total).toBeNull();
  await run(input, '--check', '--map', map, '--json', folder.at('co.json'));
  expect(folder.json('co.json').communes[0]).toMatchObject({ name: 'Phường I', status: 'ranked' });
});

test.each([
  ['--map', '{}'],
  ['--map', '"x"'],
  ['--map', '[1]'],
  ['--settings', '[]'],
  ['--settings', 'null'],
  ['--settings', '{"columns": 5}'],
])('%s with the JSON %s, which is none of ours: wrong use', async (option, content) => {
  const file = await workbookOf({ Huyện: [DISTRICT_HEADINGS, ...districts] });
  const input = folder.write('vao.xlsx', await file.save(NOW));
  const given = folder.write('la.json', content);
  const ended = await run(input, '--check', option, given);
  expect(ended.status).toBe(2);
  expect(ended.problems).toContain(given);
});
