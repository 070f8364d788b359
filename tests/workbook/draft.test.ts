import {
  COMPLETE,
  scoreIn,
  sheetNamed,
  textsOf,
  told,
  valueAt,
  workbookOf,
  type Cell,
} from './build';
import {
  COMMUNE_HEAD,
  COMMUNES,
  communesWith,
  DISTRICT_HEAD,
  DISTRICTS,
  SMALL_PLAN,
  smallSheets,
  smallWorkbook,
} from './small';
import type { Papers } from '../../src/rules';
import type { Settings } from '../../src/workbook';
import type { WorkbookFile } from '../../src/host';

const plan = SMALL_PLAN;
const SHEETS = [
  'Kết quả cấp huyện',
  'Kết quả cấp xã',
  'DS đề nghị khen thưởng',
  'Đơn vị không đề nghị',
  'Điểm cộng thi đua KT-XH',
  'Các kỳ',
  'Cần rà soát',
];

/** Which of our sheets are headed DỰ THẢO, all or none. */
async function draftOf(file: WorkbookFile): Promise<{ draft: boolean; why: string[] }> {
  const outcome = await scoreIn(file, { plan });
  const marked = SHEETS.filter((name) => valueAt(sheetNamed(file.model, name), 'A3') === 'DỰ THẢO');
  expect(marked).toEqual(outcome.draft ? SHEETS : []);
  return { draft: outcome.draft, why: told(outcome) };
}

const without = (key: keyof Papers): Settings => ({
  ...COMPLETE,
  papers: { ...COMPLETE.papers, [key]: null },
});

test('off where nothing is open', async () => {
  expect(await draftOf(await smallWorkbook())).toMatchObject({ draft: false });
});

describe('DỰ THẢO is on every sheet while something is open', () => {
  test.each<[keyof Papers, string]>([
    ['planNumber', 'số, ký hiệu của Kế hoạch'],
    ['planDate', 'ngày ban hành Kế hoạch'],
    ['periodStart', 'ngày bắt đầu kỳ thi đua'],
    ['round', 'kỳ xét'],
    ['dataAsOf', 'ngày chốt số liệu'],
    ['dossierSource', 'nguồn số liệu hồ sơ'],
    ['identitySource', 'nguồn số liệu định danh điện tử'],
  ])('the setting %s is missing, a visible blank', async (key, named) => {
    const file = await smallWorkbook(COMMUNES, without(key));
    const { draft, why } = await draftOf(file);
    expect(draft).toBe(true);
    expect(why.filter((text) => text.startsWith('settingMissing'))).toEqual([
      expect.stringContaining(named),
    ]);
    expect(textsOf(sheetNamed(file.model, 'Kết quả cấp xã')).join('\n')).toContain('…');
  });

  test.each<[string, Cell[][]]>([
    ['a wrong figure', communesWith('Xã Vị Bình', 120, 100, 700, 1000)],
    ['a missing figure', communesWith('Xã Vị Bình', null, 100, 700, 1000)],
    ['a unit without a row', COMMUNES.slice(0, 5)],
    ['an unknown unit', [...COMMUNES, ['Xã Không Có', 1, 2, 3, 4]]],
    ['a duplicate', [...COMMUNES, ['Xã Vị Bình', 1, 2, 3, 4]]],
  ])('%s', async (_, communes) => {
    expect(await draftOf(await smallWorkbook(communes))).toMatchObject({ draft: true });
  });

  test('an undecided place: two districts with equal points', async () => {
    const equal = DISTRICTS.map(([name], i) => [
      name ?? null,
      i < 2 ? 1000 : 100,
      1000,
      9000,
      10000,
    ]);
    const communes = COMMUNES.map(([name]) => [name ?? null, 95, 100, 900, 1000]);
    const file = await workbookOf(smallSheets(communes, equal));
    const { draft, why } = await draftOf(file);
    expect(draft).toBe(true);
    expect(why.some((text) => text.startsWith('undecided'))).toBe(true);
  });

  test('a column that could be two', async () => {
    const file = await workbookOf({
      Huyện: [DISTRICT_HEAD, ...DISTRICTS],
      Xã: [[...COMMUNE_HEAD, 'Hồ sơ nộp trực tuyến'], ...COMMUNES.map((row) => [...row, 50])],
    });
    expect(await draftOf(file)).toMatchObject({ draft: true });
  });

  test('a sheet that couldn’t be written because rows are hidden: an error is left', async () => {
    const file = await smallWorkbook();
    sheetNamed(file.model, 'Xã').setRowHidden(3, true);
    const outcome = await scoreIn(file, { plan });
    expect(told(outcome).some((text) => text.startsWith('hiddenRows'))).toBe(true);
    expect(outcome.draft).toBe(true);
  });
});

describe('does the total cover published services only?', () => {
  const asked = 'đề nghị xác nhận';
  test('unanswered: a warning, and a line on both result sheets', async () => {
    const file = await smallWorkbook(COMMUNES, { ...COMPLETE, totalScope: null });
    const { why } = await draftOf(file);
    expect(why.filter((text) => text.startsWith('totalScope'))).toHaveLength(1);
    for (const name of SHEETS.slice(0, 2)) {
      expect(textsOf(sheetNamed(file.model, name)).join('\n')).toContain(asked);
    }
  });

  test('the heading says so: not asked', async () => {
    const named = COMMUNE_HEAD.map((heading) =>
      heading.startsWith('Tổng') ? 'Tổng hồ sơ phát sinh của các DVCTT đã công bố' : heading,
    );
    const districtNamed = [DISTRICT_HEAD[0] as string, ...named.slice(1)];
    const file = await workbookOf(
      { Huyện: [districtNamed, ...DISTRICTS], Xã: [named, ...COMMUNES] },
      { ...COMPLETE, totalScope: null },
    );
    const { why } = await draftOf(file);
    expect(why.filter((text) => text.startsWith('totalScope'))).toEqual([]);
  });
});
