/** A workbook's own plan: out on sheets, read from them, used by every run, wrong cells told. */
import fc from 'fast-check';
import type { WorkbookFile } from '../../../src/host';
import { WorkbookHost } from '../../../src/host';
import { startExcel } from '../../../src/host/node';
import { HAU_GIANG_2023, type Plan } from '../../../src/rules';
import { exportPlan, readRules, removeResults, setPlanUsed } from '../../../src/workbook';
import { randomPlan } from '../../rules/plan-tables/random-plan';
import { CLUSTERS_2026, GREEN_2025 } from '../../rules/plans/green-2025';
import {
  ABILITIES,
  at,
  reopened,
  scoreIn,
  sheetNamed,
  textsOf,
  told,
  valueAt,
  workbookOf,
  type Cell,
} from '../build';
import { COMMUNE_HEAD, COMMUNES, DISTRICT_HEAD, DISTRICTS, SMALL_PLAN } from '../small';

/** Three districts: two people each, but three for Phụng Hiệp. */
const SMALL: Plan = {
  ...SMALL_PLAN,
  individuals: { clause: 'IV.2.c', total: 7, perGroup: 2, exceptions: { '934': 3 } },
};
const PLAN = 'Tiêu chí';
const UNITS = 'Danh sách đơn vị';

async function excelOn<T>(
  file: WorkbookFile,
  task: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  const excel = await startExcel(new WorkbookHost(file));
  try {
    return await excel.run(task);
  } finally {
    excel.dispose();
  }
}

/** A small workbook with a plan on its sheets, as the pane writes it. */
async function withPlan(plan: Plan, isUsed = true): Promise<WorkbookFile> {
  const file = await workbookOf({
    Huyện: [DISTRICT_HEAD, ...DISTRICTS],
    Xã: [COMMUNE_HEAD, ...COMMUNES],
  });
  await excelOn(file, async (context) => {
    expect(await exportPlan(context, plan, ABILITIES)).toEqual([PLAN, UNITS]);
    if (isUsed) await setPlanUsed(context, true);
  });
  return file;
}

const planOn = (file: WorkbookFile) => excelOn(file, (context) => readRules(context));

/** Where a label stands on the sheet of the plan: its row, counted from 1, below a part's title. */
function lineOf(file: WorkbookFile, part: string, label: string): number {
  const sheet = sheetNamed(file.model, PLAN);
  let inside = false;
  for (let row = 0; row < 90; row += 1) {
    const text = String(sheet.read(row, 0).value ?? '');
    if (text === part) inside = true;
    if (inside && text.startsWith(label)) return row + 1;
  }
  throw new Error(`no line ${label}`);
}

function write(file: WorkbookFile, sheet: string, address: string, value: Cell): void {
  sheetNamed(file.model, sheet).writeValue(...at(address), value as string);
}

describe('a plan comes back from its sheets as it was', () => {
  test.each([
    ['of 2023', HAU_GIANG_2023],
    ['of a small province', SMALL],
    ['with a code that every object knows', { ...SMALL, id: 'toString' }],
  ])('%s, through a file', async (_, plan) => {
    const { plan: read } = await planOn(await reopened(await withPlan(plan)));
    expect(read.own?.problems).toEqual([]);
    expect(read.plan).toEqual(plan);
    expect(read.sheet).toBe(PLAN);
  });

  test('criteria that the program can’t read are told with their cells', async () => {
    const { plan } = await planOn(await withPlan(CLUSTERS_2026));
    expect(plan.plan).toBeNull();
    expect(plan.own?.problems).toMatchObject([{ what: 'unreadableCriterion', shown: 'files' }]);
    const green = await planOn(await withPlan(GREEN_2025));
    expect(green.plan.own?.problems.filter(({ severity }) => severity === 'error')).toHaveLength(4);
  });

  test('whatever plan it is: what the sheets say is what was written', async () => {
    const readable = randomPlan.filter(
      ({ levels, ...plan }) =>
        levels.every(({ criteria }) => criteria.every(({ id }) => id === 'dvc' || id === 'eid')) &&
        // A sheet's cells hold no control characters, and a text of "huyện" is the code "district".
        !/\p{C}/u.test(JSON.stringify([levels, plan])),
    );
    const coded = (plan: Plan) =>
      JSON.parse(
        JSON.stringify(plan)
          .replace(/"huyện"/g, '"district"')
          .replace(/"xã"/g, '"commune"'),
      ) as Plan;
    await fc.assert(
      fc.asyncProperty(readable.map(coded), async (plan) => {
        const { plan: read } = await planOn(await withPlan(plan));
        expect(read.own?.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(read.plan).toEqual(plan);
      }),
      // A whole workbook a run: shrinking would take what CI has. The seed and path repeat a failure.
      { numRuns: 15, endOnFailure: true },
    );
  });
});

describe('the plan in force', () => {
  test('a sheet that isn’t used changes nothing, and is told', async () => {
    const file = await withPlan(SMALL, false);
    const outcome = await scoreIn(file, { plan: SMALL });
    expect(outcome.plan.sheet).toBeNull();
    expect(told(outcome)).toContainEqual(expect.stringContaining('planNotUsed'));
    // The sheets of the plan are no tables of units.
    expect(outcome.tables.map(({ sheet }) => sheet)).toEqual(['Huyện', 'Xã']);
  });

  test('another full mark on the sheet scores otherwise, and the result sheets say so', async () => {
    const file = await withPlan(SMALL);
    const before = await scoreIn(file, { plan: SMALL, checkOnly: true });
    // Column D: the first criterion of communes, 60 points until now.
    const line = lineOf(file, 'III. TIÊU CHÍ CỦA TỪNG CẤP', 'Điểm chuẩn');
    expect(valueAt(sheetNamed(file.model, PLAN), `D${line}`)).toBe(60);
    write(file, PLAN, `D${line}`, 30);
    const outcome = await scoreIn(file, { plan: SMALL });
    expect(outcome.plan.sheet).toBe(PLAN);
    expect(outcome.result.plan.levels[1]?.criteria[0]?.full).toBe('30');
    for (const { unit, criteria } of outcome.result.levels['commune']?.units ?? []) {
      const was = before.result.levels['commune']?.units.find(
        (each) => each.unit.code === unit.code,
      )?.criteria['dvc']?.points;
      const is = criteria['dvc']?.points;
      if (!was?.known || !is?.known) throw new Error('not scored');
      expect(is.value.approx).toBeCloseTo(was.value.approx / 2, 9);
    }
    expect(textsOf(sheetNamed(file.model, 'Kết quả cấp xã'))).toContain(
      "Chấm theo tiêu chí ghi ở trang 'Tiêu chí' của sổ tính này (mã Kế hoạch: hau-giang-2023).",
    );
    expect(told(outcome)).toContainEqual(expect.stringContaining('tổng điểm chuẩn của cấp là 70'));
  });

  test('a try takes it for used without a word on the sheet', async () => {
    const file = await withPlan(SMALL, false);
    const outcome = await scoreIn(file, { triesPlanSheet: true, checkOnly: true });
    expect(outcome.plan.sheet).toBe(PLAN);
    expect((await planOn(file)).plan.sheet).toBeNull();
  });

  test('taking results away leaves the plan; a second export leaves it too', async () => {
    const file = await withPlan(SMALL);
    await scoreIn(file);
    await excelOn(file, async (context) => {
      await removeResults(context);
      expect(await exportPlan(context, HAU_GIANG_2023, ABILITIES)).toEqual([]);
    });
    expect(file.model.sheets.map(({ name }) => name)).toEqual(['Huyện', 'Xã', PLAN, UNITS]);
    expect((await planOn(file)).plan.plan).toEqual(SMALL);
  });

  test('a column more is a place more: people set up a level’s award by themselves', async () => {
    const file = await withPlan(SMALL);
    const part = 'V. SỐ TẬP THỂ ĐƯỢC KHEN';
    const cells: readonly (readonly [string, Cell])[] = [
      ['Mã khen thưởng', 'khuyến khích'],
      ['Mã cấp', 'Xã'],
      ['Số tập thể', '3'],
      ['Điều khoản', 'IV.2.đ'],
      ['Tiền thưởng', '1.500.000'],
    ];
    for (const [label, value] of cells) write(file, PLAN, `C${lineOf(file, part, label)}`, value);
    const { plan } = await planOn(file);
    expect(plan.own?.problems).toEqual([]);
    expect(plan.plan?.places[1]).toEqual({
      id: 'khuyến khích',
      clause: 'IV.2.đ',
      level: 'commune',
      places: 3,
      perGroup: null,
      money: 1_500_000,
    });
  });
});

describe('a wrong sheet: each cell is told, and nothing is scored by another plan', () => {
  const CRITERIA = 'III. TIÊU CHÍ CỦA TỪNG CẤP';
  test.each<[string, (file: WorkbookFile) => string, Cell, string]>([
    [
      'a threshold in words',
      (file) => `B${lineOf(file, CRITERIA, 'Đạt điểm chuẩn')}`,
      'chín mươi',
      "'Đạt điểm chuẩn khi tỷ lệ từ': 'chín mươi' không phải là tỷ lệ. Ghi theo mẫu 90%.",
    ],
    [
      'a threshold without its sign',
      (file) => `B${lineOf(file, CRITERIA, 'Đạt điểm chuẩn')}`,
      90,
      "'90' ngoài khoảng cho phép. Tỷ lệ lớn hơn 0%",
    ],
    [
      'an answer that is none',
      (file) => `C${lineOf(file, CRITERIA, 'Có thể chấm khi chỉ có tỷ lệ')}`,
      'tùy',
      "'tùy' chưa rõ. Ghi Có hoặc Không.",
    ],
    [
      'a date of no calendar',
      (file) => `B${lineOf(file, 'I. KẾ HOẠCH', 'Đến ngày')}`,
      '31/02/2026',
      "'31/02/2026' không phải là ngày.",
    ],
    [
      'whether it is used',
      (file) => `B${lineOf(file, 'TIÊU CHÍ CHẤM ĐIỂM', 'Dùng khi chấm điểm')}`,
      'có lẽ',
      "mục 'Dùng khi chấm điểm' ghi 'có lẽ' chưa rõ.",
    ],
    [
      'a label that is gone',
      (file) => `A${lineOf(file, CRITERIA, 'Điểm chuẩn')}`,
      'Điểm',
      "'Điểm chuẩn': không tìm thấy mục này.",
    ],
  ])('%s', async (_, where, value, text) => {
    const file = await withPlan(SMALL);
    const address = where(file);
    write(file, PLAN, address, value);
    const before = file.model.sheets.map(({ name }) => name);
    const outcome = await scoreIn(file);
    expect(outcome.scored).toBe(0);
    expect(file.model.sheets.map(({ name }) => name)).toEqual(before);
    const here = outcome.problems.filter(({ code }) => code === 'planCell');
    expect(told(outcome)[0]).toContain(text);
    if (!address.startsWith('A')) {
      expect(here[0]?.places).toEqual([{ sheet: PLAN, address }]);
      expect(told(outcome)[0]).toContain(`ô ${address}`);
    }
  });

  test('a unit list with a code twice and a group that isn’t there', async () => {
    const file = await withPlan(SMALL);
    const sheet = sheetNamed(file.model, UNITS);
    const code = valueAt(sheet, 'A4') as string;
    write(file, UNITS, 'A5', code);
    write(file, UNITS, 'E8', '77');
    const { plan } = await planOn(file);
    expect(plan.plan).toBeNull();
    const cells = plan.own?.problems.map(({ places }) => places[0]?.address);
    expect(cells).toEqual(expect.arrayContaining(['A5', 'E8']));
  });

  test('a sheet that is gone', async () => {
    const file = await withPlan(SMALL);
    await excelOn(file, async (context) => {
      context.workbook.worksheets.getItem(UNITS).delete();
      await context.sync();
    });
    const outcome = await scoreIn(file);
    expect(outcome.scored).toBe(0);
    expect(told(outcome)).toEqual([expect.stringContaining('DANH SÁCH ĐƠN VỊ: không tìm thấy')]);
  });
});
