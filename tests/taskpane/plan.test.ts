/** The workbook's own plan in the pane's model, over the real host: written, tried, used, left. */
import { followRules } from '../../src/taskpane/model/functions';
import { planChanges } from '../../src/taskpane/model/plan-changes';
import { readingFields } from '../../src/taskpane/model/reading-fields';
import { DEFAULT_READINGS, HAU_GIANG_2023 } from '../../src/rules';
import { TWO_LEVEL_2026 } from '../../scripts/two-level';
import { followRuleSet } from '../../src/functions';
import { at, sheetNamed } from '../workbook/build';
import { paneOn, sampleFile, type PaneOnHost } from './on-host';

jest.mock('../../src/functions', () => ({ followRuleSet: jest.fn(() => true) }));

const PLAN = 'Tiêu chí';

/** The cell beside a label of the plan's sheet. */
function cellBeside({ file }: PaneOnHost, label: string): string {
  const sheet = sheetNamed(file.model, PLAN);
  for (let row = 0; row < 90; row += 1) {
    if (String(sheet.read(row, 0).value ?? '').startsWith(label)) return `B${row + 1}`;
  }
  throw new Error(`no ${label}`);
}

test('from the built-in plan to the sheet’s and back; what functions score by follows', async () => {
  const pane = await paneOn(await sampleFile());
  try {
    await pane.actions.start();
    followRules(pane, pane.port.calculate);
    await pane.port.onRules(pane.actions.rulesChanged);
    const state = () => pane.store.get();
    const scoredBy = () => jest.mocked(followRuleSet).mock.lastCall?.[0]?.plan;
    expect(state().plan.sheet).toBeNull();

    await pane.actions.exportPlan();
    expect(state().notice?.text).toContain('Đã ghi tiêu chí ra: Tiêu chí; Danh sách đơn vị.');
    expect(state().plan.own).toMatchObject({ sheet: PLAN, isUsed: false, problems: [] });
    expect(scoredBy()).toEqual(HAU_GIANG_2023);

    await pane.actions.check();
    const gate = cellBeside(pane, 'Điều kiện xét: tỷ lệ từ');
    // Column C is the communes'.
    pane.host.userEdits(PLAN, gate.replace('B', 'C'), [[0.8]]);
    await pane.actions.tryPlan();
    const { planTrial, outcome } = state();
    expect(planTrial?.result.plan.levels[1]?.gate?.from).toBe('80%');
    expect(outcome?.result.plan.levels[1]?.gate?.from).toBe('70%');
    expect(planChanges(HAU_GIANG_2023, planTrial?.plan.plan ?? HAU_GIANG_2023)).toEqual([
      'Điều kiện xét: tỷ lệ từ (xã): 70% → 80%',
    ]);

    await pane.actions.setPlanUsed(true);
    expect(state().notice?.text).toContain('dùng tiêu chí ở trang Tiêu chí');
    expect(state().planTrial).toBeNull();
    expect(state().outcome?.plan.sheet).toBe(PLAN);
    expect(scoredBy()?.levels[1]?.gate?.from).toBe('80%');

    // A wrong cell, typed by hand: the functions have nothing to go by, and say so.
    pane.host.userEdits(PLAN, gate.replace('B', 'C'), [['tám mươi']]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(state().plan.plan).toBeNull();
    expect(jest.mocked(followRuleSet).mock.lastCall?.[0]).toBeNull();
    await pane.actions.makeTemplates();
    expect(state().notice?.text).toContain('Trang tiêu chí của sổ tính đang có lỗi.');

    await pane.actions.setPlanUsed(false);
    expect(state().plan.sheet).toBeNull();
    expect(scoredBy()).toEqual(HAU_GIANG_2023);
    expect(sheetNamed(pane.file.model, PLAN).read(...at(gate.replace('B', 'C'))).value).toBe(
      'tám mươi',
    );

    // Where the question is gone there is no place for the answer.
    const question = cellBeside(pane, 'Dùng khi chấm điểm').replace('B', 'A');
    pane.host.userEdits(PLAN, question, [['']]);
    await pane.actions.setPlanUsed(true);
    expect(state().notice).toMatchObject({ tone: 'error' });
    expect(state().notice?.text).toContain("không còn mục 'Dùng khi chấm điểm'");
  } finally {
    pane.dispose();
  }
});

test('what differs between two plans: cells, rows more and less, units', () => {
  const [district, commune] = HAU_GIANG_2023.levels;
  if (!district || !commune) throw new Error('no levels');
  const [dvc, eid] = commune.criteria;
  if (!dvc || !eid) throw new Error('no criteria');
  const after = {
    ...HAU_GIANG_2023,
    year: 2024,
    levels: [{ ...commune, criteria: [{ ...dvc, full: '70', postChannel: false }, eid] }],
    prizes: [],
    units: HAU_GIANG_2023.units
      .slice(1)
      .map((unit, i) => (i === 20 ? { ...unit, name: 'Mới' } : unit)),
  };
  expect(planChanges(HAU_GIANG_2023, after)).toEqual([
    'Năm: 2023 → 2024',
    'Bỏ: II. CẤP ĐƯỢC CHẤM: huyện',
    'Điểm chuẩn (xã, DVCTT): 60 → 70',
    'Có hồ sơ qua bưu chính (xã, DVCTT): Có → Không',
    'Bỏ: III. TIÊU CHÍ CỦA TỪNG CẤP: huyện, DVCTT',
    'Bỏ: III. TIÊU CHÍ CỦA TỪNG CẤP: huyện, ĐDĐT',
    'Bỏ: IV. GIẢI THEO THỨ HẠNG: huyện, Nhất',
    'Bỏ: IV. GIẢI THEO THỨ HẠNG: huyện, Nhì',
    'Bỏ: IV. GIẢI THEO THỨ HẠNG: huyện, Ba',
    'Danh sách đơn vị: thêm 00, bỏ 01, sửa 01',
  ]);
});

test('a plan of one level asks for no reading about units with members', () => {
  const keysOf = (plan: typeof HAU_GIANG_2023) =>
    readingFields(plan, DEFAULT_READINGS).map(({ id }) => id);
  const ofMembers = ['combinedRatio', 'unusableMember', 'noMembers', 'memberSum'];
  expect(keysOf(HAU_GIANG_2023)).toEqual(expect.arrayContaining(ofMembers));
  expect(keysOf(TWO_LEVEL_2026).filter((id) => ofMembers.includes(id))).toEqual([]);
  expect(keysOf(TWO_LEVEL_2026)).toContain('gate');
});
