/** @jest-environment jsdom */
/** What the workbook leaves open is asked once in "Số liệu", kept, and not asked again. */
import { TextDecoder, TextEncoder } from 'node:util';
import '@testing-library/jest-dom';
import { act, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HAU_GIANG_2023 as plan, inputOf, score } from '../../src/rules';
import { createPane } from '../../src/taskpane/model/pane';
import type { WorkbookPort } from '../../src/taskpane/model/workbook-port';
import { App } from '../../src/taskpane/view/app';
import { PaneContext } from '../../src/taskpane/view/pane-context';
import {
  BUILT_IN_PLAN,
  completeSettings,
  type RunOutcome,
  type Settings,
} from '../../src/workbook';
import type { Grid } from '../../src/workbook/find/grid';
import { joinRows } from '../../src/workbook/find/rows';
import {
  describeTables,
  findRows,
  placesOfUnits,
  tablesIn,
} from '../../src/workbook/find/unit-rows';
import type { WorkbookRead } from '../../src/workbook/read/workbook';
import { gridOf } from '../workbook/find/read';

configure({ asyncUtilTimeout: 20_000 });
// jsdom leaves out what every webview has.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const DVC = ['Đơn vị', 'Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh'];
const EID = ['Đơn vị', 'Tài khoản ĐDĐT đã kích hoạt', 'Người có CCCD'];

/** The pane over some sheets: found and scored as a run does, kept in memory instead of a workbook. */
function shown(...grids: readonly Grid[]) {
  let settings: Settings = completeSettings({ totalScope: true });
  const read = {
    sheets: grids.map((grid) => ({ visible: true, ours: null, grid, ourColumns: [] })),
  } as unknown as WorkbookRead;
  const run: WorkbookPort['run'] = ({ others }) => {
    const found = findRows(tablesIn(read, others, settings), plan, settings);
    const result = score(plan, inputOf(joinRows(found.rows)));
    const outcome: RunOutcome = {
      result,
      settings,
      problems: [...found.problems, ...result.problems],
      scored: 0,
      draft: true,
      tables: describeTables(found, settings),
      departments: found.departments,
      periods: found.periods,
      plan: BUILT_IN_PLAN,
      decisions: [],
      individuals: [],
      log: null,
      unitRows: placesOfUnits(found.rows),
      compared: null,
      seal: null,
      verification: { kept: null, now: null, changes: [], results: [], notChecked: [] },
      runs: [],
      sheets: [],
      undo: null,
    };
    return Promise.resolve(outcome);
  };
  const port = {
    run,
    saveSettings: (given: Settings) => Promise.resolve(void (settings = given)),
    readSettings: () => Promise.resolve(settings),
    readRules: () => Promise.resolve({ sheets: [], plan: BUILT_IN_PLAN, decisions: [] }),
  } as unknown as WorkbookPort;
  const pane = createPane(port);
  render(
    <PaneContext value={pane}>
      <App version="1.2.3" />
    </PaneContext>,
  );
  const figure = (name: string, criterion = 'dvc') => {
    const units = Object.values(pane.store.get().outcome?.result.levels ?? {}).flatMap(
      (level) => level.units,
    );
    const own = units.find(({ unit }) => unit.name === name && unit.type !== 'Thị xã');
    const a = own?.criteria[criterion]?.a;
    return a?.known ? a.value.approx : null;
  };
  return { pane, figure, kept: () => settings, user: userEvent.setup() };
}

test('how the numbers of a column are written', async () => {
  const { user, pane, figure, kept } = shown(gridOf([DVC, ['Xã Vị Thắng', '1.234', 2000]]));
  await act(() => pane.actions.check());
  expect(figure('Vị Thắng')).toBeNull();
  const select = screen.getByLabelText(/Số dạng chữ trong cột này đọc thế nào/);
  expect(screen.getByText("'1.234' là 1234 hay 1,234?")).toBeInTheDocument();
  await user.selectOptions(select, '1.234,5 (kiểu Việt Nam)');
  await waitFor(() => expect(figure('Vị Thắng')).toBe(1234));
  expect(kept().columns).toEqual([
    { sheet: 'Xã', role: 'dvc.a', heading: 'Hồ sơ nộp trực tuyến', numbers: 'vi' },
  ]);
  // Answered: it can be changed, and nothing is asked.
  expect(screen.getByLabelText(/Số dạng chữ trong cột này/)).toHaveValue('vi');
  expect(pane.store.get().outcome?.problems.map(({ code }) => code)).not.toContain(
    'unclearNumbers',
  );
});

test('departments that are listed apart', async () => {
  const rows = [DVC, ['Huyện Vị Thủy', 90, 100], ['Phòng Tư pháp huyện Vị Thủy', 5, 10]];
  const { user, pane, figure, kept } = shown(gridOf(rows));
  await act(() => pane.actions.check());
  expect(screen.getByText('Nguồn liệt kê riêng: Phòng Tư pháp huyện Vị Thủy.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Cộng vào huyện' }));
  await waitFor(() => expect(figure('Vị Thủy')).toBe(95));
  expect(kept().departments).toBe('add');
  expect(screen.getByText('Đã trả lời: cộng vào số liệu của huyện.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Không cộng' }));
  await waitFor(() => expect(figure('Vị Thủy')).toBe(90));
});

test('the period', async () => {
  const month = (name: string, a: number) => gridOf([DVC, ['Xã Vị Thắng', a, 100]], name);
  const { user, pane, figure, kept } = shown(month('Tháng 10', 80), month('Tháng 11', 90));
  await act(() => pane.actions.check());
  expect(figure('Vị Thắng')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Tháng 11' }));
  await waitFor(() => expect(figure('Vị Thắng')).toBe(90));
  expect(kept().period).toBe('Tháng 11');
  expect(screen.getByText('Đã chọn: Tháng 11.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Bỏ chọn kỳ' }));
  await waitFor(() => expect(kept().period).toBeNull());
});

test('a name that only looks like a unit’s', async () => {
  const { user, pane, figure, kept } = shown(gridOf([DVC, ['Xã Vị Thắngg', 90, 100]]));
  await act(() => pane.actions.check());
  await user.click(screen.getByRole('button', { name: /^'Xã Vị Thắngg' là xã Vị Thắng/ }));
  await waitFor(() => expect(figure('Vị Thắng')).toBe(90));
  expect(kept().names).toEqual([
    { shown: 'Xã Vị Thắngg', unit: 'Xã Vị Thắng', district: 'Huyện Vị Thủy' },
  ]);
  await user.click(screen.getByRole('button', { name: "Bỏ xác nhận 'Xã Vị Thắngg'" }));
  await waitFor(() => expect(kept().names).toEqual([]));
});

/** A file as jsdom has none that can be read in slices. */
function picked(name: string, text: string): File {
  const bytes = new TextEncoder().encode(text);
  const slice = (from: number, to: number) => ({
    arrayBuffer: () => Promise.resolve(bytes.slice(from, to).buffer),
  });
  return Object.assign(new File([text], name), { slice }) as unknown as File;
}

test('figures of another file are joined, and left out again', async () => {
  const { user, pane, figure } = shown(gridOf([DVC, ['Xã Vị Thắng', 90, 100]]));
  const file = picked(
    'cong-an.csv',
    `${EID.join(';')}\nXã Vị Thắng;chưa;1000\nXã Vị Đông;700;1000`,
  );
  await user.upload(screen.getByLabelText('Lấy số liệu từ tệp khác…', { selector: 'input' }), file);
  await waitFor(() => expect(figure('Vị Đông', 'eid')).toBe(700));
  expect(screen.getByText('cong-an.csv: 01 trang')).toBeInTheDocument();
  // Its cell is named: nothing here could go there.
  expect(screen.getByText('Ô B2, trang cong-an, tệp cong-an.csv')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Bỏ tệp cong-an.csv' }));
  await waitFor(() => expect(figure('Vị Đông', 'eid')).toBeNull());
  expect(pane.store.get().others).toEqual([]);
});

test('a file that can’t be read is told, and the others are taken all the same', async () => {
  const { pane, figure } = shown(gridOf([DVC, ['Xã Vị Thắng', 90, 100]]));
  await act(() =>
    pane.actions.addFiles([
      picked('cong.xls', '<html><table>'),
      picked('cong-an.csv', `${EID.join(',')}\nXã Vị Thắng,900,1000`),
    ]),
  );
  expect(figure('Vị Thắng', 'eid')).toBe(900);
  expect(pane.store.get().notice).toMatchObject({
    tone: 'error',
    text: expect.stringMatching(/^Tệp 'cong\.xls': .*Lưu thành, Excel Workbook/) as string,
  });
});
