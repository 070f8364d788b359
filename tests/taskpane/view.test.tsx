/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  compareReadings,
  HAU_GIANG_2023,
  keptUnits,
  score,
  inputOf,
  type Place,
} from '../../src/rules';
import { createPane, type Pane } from '../../src/taskpane/model/pane';
import { followRibbon } from '../../src/taskpane/model/ribbon';
import type { WorkbookPort } from '../../src/taskpane/model/workbook-port';
import { App } from '../../src/taskpane/view/app';
import { PaneContext } from '../../src/taskpane/view/pane-context';
import {
  boardOf,
  BUILT_IN_PLAN,
  completeSettings,
  readingsOf,
  type Decision,
  type Extras,
  type RunOutcome,
  type Settings,
} from '../../src/workbook';
import { code, row } from '../rules/build';

const ROWS = [
  row('Huyện Vị Thủy', [80, 100], [60, 100]),
  // Level with Vị Thủy: (94 + 66)/2 = 80 %.
  row('Huyện Long Mỹ', [94, 100], [60, 100]),
  row('Xã Vị Thắng', [80, 100], [90, 100]),
  row('Xã Vị Đông', [120, 100], [90, 100]),
  row('Xã Lương Tâm', [66, 100], [90, 100]),
];

/** A workbook in memory. */
function fakePort() {
  let settings: Settings = completeSettings({ papers: { round: 'interim' } });
  let decisions: readonly Decision[] = [];
  const went: Place[] = [];
  const run = (checkOnly: boolean, extras?: Extras): RunOutcome => {
    const input = { ...inputOf(ROWS), ...boardOf(decisions) };
    const result = score(HAU_GIANG_2023, input, readingsOf(settings));
    return {
      result,
      settings,
      problems: [{ code: 'totalScope', severity: 'warning', places: [] }, ...result.problems],
      scored: 4,
      draft: true,
      tables: [],
      departments: [],
      periods: [],
      plan: BUILT_IN_PLAN,
      decisions,
      individuals: [],
      log: null,
      unitRows: new Map(),
      compared: extras?.readings
        ? compareReadings(HAU_GIANG_2023, input, readingsOf(settings))
        : null,
      seal: null,
      verification: { kept: null, now: null, changes: [], results: [], notChecked: [] },
      runs: ['Tháng 10', 'Tháng 11'].map((period) => ({
        period,
        version: 1,
        on: '2023-11-05',
        units: keptUnits(result),
      })),
      sheets: [],
      undo: checkOnly
        ? null
        : { added: [], sheets: [], columns: [], written: null, now: { sheets: [], columns: [] } },
    };
  };
  const port: WorkbookPort = {
    run: ({ checkOnly, extras }) => Promise.resolve(run(checkOnly, extras)),
    readLog: () => Promise.reject(new Error('no log')),
    readSettings: () => Promise.resolve(settings),
    saveSettings: (given) => Promise.resolve(void (settings = given)),
    changeDecisions: (change) => Promise.resolve(void (decisions = change(decisions))),
    readRules: () => Promise.resolve({ sheets: [], plan: BUILT_IN_PLAN, decisions }),
    onRules: () => Promise.resolve(),
    goTo: (place) => Promise.resolve(void went.push(place)),
    changedSince: () => Promise.resolve([]),
    undo: () => Promise.resolve(),
    makeTemplates: () => Promise.resolve(['Biểu nhập cấp xã']),
    removeResults: () => Promise.resolve([]),
    exportPlan: () => Promise.resolve(['Tiêu chí', 'Danh sách đơn vị']),
    setPlanUsed: () => Promise.resolve(true),
    saveDossier: () => Promise.resolve({ name: 'x.zip', papers: 31 }),
    sendCopy: () => Promise.resolve({ name: 'x.xlsx', how: 'downloaded' as const, formulas: 0 }),
    openSample: () => Promise.resolve('opened' as const),
    calculate: () => Promise.resolve(),
    onSelection: () => Promise.resolve(),
  };
  return { port, went, run, kept: () => ({ settings, decisions }) };
}

function shown() {
  const fake = fakePort();
  const pane: Pane = createPane(fake.port);
  render(
    <PaneContext value={pane}>
      <App version="1.2.3" />
    </PaneContext>,
  );
  return { ...fake, pane, user: userEvent.setup() };
}

// A place that is loaded for the first time is compiled first.
configure({ asyncUtilTimeout: 20_000 });

// jsdom lays nothing out: a list that draws only what is in sight needs a height.
beforeAll(() => {
  const height = { configurable: true, get: () => 480 };
  Object.defineProperty(Element.prototype, 'clientHeight', height);
  Object.defineProperty(Element.prototype, 'clientWidth', height);
});

/** The panel's own button: the header has one of the same name. */
const panel = () => within(screen.getByRole('tabpanel'));

test('before the first run every place says what to do next', async () => {
  const { user } = shown();
  for (const name of ['Kết quả', 'Khen thưởng', 'Số liệu']) {
    await user.click(screen.getByRole('tab', { name }));
    expect(await panel().findByRole('button', { name: 'Chấm điểm' })).toBeEnabled();
  }
});

test('“Khen thưởng” compares the readings, and says which awards hang on them', async () => {
  const { pane, user } = shown();
  await act(() => pane.actions.score());
  await user.click(screen.getByRole('tab', { name: 'Khen thưởng' }));
  await user.click(await panel().findByRole('button', { name: 'Lập bảng so sánh phương án' }));
  expect(await panel().findByText(/suất khen giữ nguyên ở mọi phương án/)).toBeInTheDocument();
  expect(panel().getAllByText(/Tỷ lệ DVCTT của huyện: /).length).toBeGreaterThan(0);
});

test('a unit’s course: a line over the periods, with points and ranks in a table', async () => {
  const { pane, user } = shown();
  await act(() => pane.actions.score());
  await user.click(screen.getByRole('tab', { name: 'Kết quả' }));
  act(() => pane.actions.showUnit(code('Huyện Long Mỹ')));
  expect(await panel().findByRole('img', { name: /tổng điểm của Huyện Long Mỹ/ })).toBeVisible();
  // (94 + 66)/2 = 80 %: 48 points, and 60 % of 40.
  expect(panel().getByRole('row', { name: 'Tháng 10 72,00 1' })).toBeInTheDocument();
  expect(panel().getByRole('row', { name: 'Tháng 11 72,00 1' })).toBeInTheDocument();
});

test('the tabs go by arrow keys', async () => {
  const { user } = shown();
  screen.getByRole('tab', { name: 'Số liệu' }).focus();
  await user.keyboard('{ArrowLeft}');
  expect(screen.getByRole('tab', { name: 'Tiêu chí' })).toHaveFocus();
  expect(screen.getByRole('tab', { name: 'Tiêu chí' })).toHaveAttribute('aria-selected', 'true');
  expect(await screen.findByText('Phiên bản 1.2.3')).toBeInTheDocument();
});

test('scored: the end is told, errors stand with the way to their cell', async () => {
  const { user, went } = shown();
  await user.click(screen.getAllByRole('button', { name: 'Chấm điểm' })[0] as HTMLElement);
  expect(screen.getAllByRole('status')[0]).toHaveTextContent('Đã chấm 04 đơn vị');
  await user.click(screen.getByRole('tab', { name: 'Số liệu' }));
  expect(screen.getByText('Hồ sơ trực tuyến nhiều hơn tổng hồ sơ')).toBeInTheDocument();
  await user.click(panel().getAllByRole('button', { name: /^Chuyển đến ô D/ })[0] as HTMLElement);
  expect(went).toHaveLength(1);
});

test('a unit is found without marks and opens to its explanation and what it takes', async () => {
  const { user, pane } = shown();
  await act(() => pane.actions.score());
  await user.click(await screen.findByRole('button', { name: 'Cấp xã' }));
  await user.type(screen.getByLabelText('Tìm đơn vị'), 'luong tam');
  await user.click(await screen.findByRole('button', { name: /Xã Lương Tâm/ }));
  expect(screen.getByRole('heading', { name: 'Xã Lương Tâm' })).toHaveFocus();
  expect(screen.getByText('Tỷ lệ = 66 / 100 = 66,00%')).toBeInTheDocument();
  expect(
    screen.getByText('Chuyển 4 hồ sơ trực tiếp sang trực tuyến, tổng không đổi.'),
  ).toBeInTheDocument();
  expect(screen.getByText('Thêm 14 hồ sơ mới, đều trực tuyến.')).toBeInTheDocument();
});

test('in the final round nothing is said of what it takes', async () => {
  const { user, pane } = shown();
  await act(() => pane.actions.savePapers({ round: 'final' }));
  await act(() => pane.actions.score());
  await act(() => Promise.resolve(pane.actions.showLevel('commune')));
  await user.click(await screen.findByRole('button', { name: /Xã Lương Tâm/ }));
  expect(screen.queryByText('Cần gì để được xét')).toBeNull();
});

test('the board’s decision asks for all four, then orders the tie', async () => {
  const { user, pane, kept } = shown();
  await act(() => pane.actions.score());
  await user.click(screen.getByRole('tab', { name: 'Khen thưởng' }));
  await user.click(await screen.findByRole('button', { name: 'Nhập quyết định' }));
  await user.click(screen.getByRole('button', { name: 'Đưa huyện Long Mỹ lên' }));
  await user.click(screen.getByRole('button', { name: 'Ghi quyết định' }));
  expect(screen.getAllByText('Cần nhập mục này.')).toHaveLength(3);
  await user.type(screen.getByLabelText(/Ngày quyết định/), '15/1/2024');
  await user.type(screen.getByLabelText(/Lý do/), 'Nhiều mô hình hay');
  await user.type(screen.getByLabelText(/Căn cứ/), 'Biên bản số 1');
  await user.click(screen.getByRole('button', { name: 'Ghi quyết định' }));
  await waitFor(() => expect(kept().decisions).toHaveLength(1));
  expect(await screen.findByText(/^Thứ tự: Huyện Long Mỹ, Huyện Vị Thủy/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Nhập quyết định' })).toBeNull();
});

test('another reading says what would change before it is applied', async () => {
  const { user, pane, kept } = shown();
  await act(() => pane.actions.score());
  await user.click(screen.getByRole('tab', { name: 'Tiêu chí' }));
  await user.selectOptions(
    await screen.findByLabelText(/^Xã dưới điều kiện xét/),
    'Tiêu chí DVCTT tính 0 điểm, vẫn xếp hạng',
  );
  expect(screen.getByText('Thứ hạng của 01 đơn vị thay đổi')).toBeInTheDocument();
  expect(kept().settings.readings).toEqual({});
  await user.click(screen.getByRole('button', { name: 'Áp dụng' }));
  await waitFor(() => expect(kept().settings.readings).toEqual({ gate: 'criterionOnly' }));
});

test('what is typed stays as typed; a wrong day is told when saved', async () => {
  const { user, kept } = shown();
  await user.click(screen.getByText('Thông tin ghi trên văn bản'));
  const day = screen.getByLabelText('Ngày ban hành Kế hoạch');
  await user.type(day, '31/2/2023');
  expect(day).toHaveValue('31/2/2023');
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(screen.getByText('Ghi ngày theo mẫu 31/12/2023.')).toBeInTheDocument();
  await user.clear(day);
  await user.type(day, '2/10/2023');
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(kept().settings.papers.planDate).toBe('2023-10-02'));
});

test('what the ribbon does is seen in the pane', () => {
  const { pane, run } = shown();
  let stopped = false;
  const leave = followRibbon(pane, window);
  const tell = (detail: unknown) =>
    act(() => void window.dispatchEvent(new CustomEvent('hg:run', { detail })));
  const stop = () => (stopped = true);
  tell({
    command: 'chamDiem',
    state: 'running',
    progress: { step: 'reading', done: 1, of: 3 },
    stop,
  });
  expect(screen.getByText('Đang đọc số liệu…')).toBeInTheDocument();
  act(() => screen.getByRole('button', { name: 'Dừng' }).click());
  expect(stopped).toBe(true);
  tell({ command: 'chamDiem', state: 'done', outcome: run(false) });
  expect(screen.getByRole('tab', { name: 'Kết quả' })).toHaveAttribute('aria-selected', 'true');
  tell({ command: 'chamDiem', state: 'failed', message: 'Đang sửa ô.' });
  expect(screen.getByText('Đang sửa ô.')).toBeInTheDocument();
  leave();
});

test('while the pane is at work the ribbon is told so', async () => {
  const { pane } = shown();
  const leave = followRibbon(pane, window);
  const latest = () => (window as { hgRun?: { state: string } }).hgRun?.state;
  const seen: (string | undefined)[] = [];
  const off = pane.store.subscribe(() => seen.push(latest()));
  await act(() => pane.actions.check());
  expect(seen).toContain('running');
  expect(latest()).toBeUndefined();
  off();
  leave();
});
