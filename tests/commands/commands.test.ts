import { COMMANDS } from '../../src/commands/commands';
import type { RunState } from '../../src/workbook';
import { words } from '../../src/words';
import { openOffice, type Office } from './office';

const names = ({ host }: Office) => host.model.sheets.map(({ name }) => name);
const last = ({ told }: Office) => told.at(-1);
const states = ({ told }: Office) => [...new Set(told.map(({ state }) => state))];
const messageOf = (state: RunState | undefined) =>
  state?.state === 'failed' ? state.message : undefined;

test('one click scores the sample, writes the results and tells the pane', async () => {
  const office = await openOffice();
  await COMMANDS.chamDiem();
  expect(states(office)).toEqual(['running', 'done']);
  const end = last(office);
  if (end?.command !== 'chamDiem' || end.state !== 'done') throw new Error('not done');
  expect(end.outcome.scored).toBe(83);
  expect(names(office)).toEqual(expect.arrayContaining([...end.outcome.sheets]));
  expect(end.outcome.sheets).toContain('Kết quả cấp xã');
  expect(window.hgRun).toBe(end);
  expect(office.shown()).toBe(1);
});

test('the whole job is done with ExcelApi 1.7, and without a pane', async () => {
  const office = await openOffice('1.7');
  office.breakPane();
  await COMMANDS.taoBieuMau();
  expect(last(office)).toMatchObject({ command: 'taoBieuMau', state: 'done' });
  await COMMANDS.chamDiem();
  expect(last(office)).toMatchObject({ command: 'chamDiem', state: 'done' });
});

test('an older Excel is told what it lacks; nothing is written', async () => {
  const office = await openOffice('1.6');
  const before = names(office);
  await COMMANDS.chamDiem();
  expect(messageOf(last(office))).toBe(words.COMMANDS.oldExcel);
  expect(names(office)).toEqual(before);
});

test('while a cell is being edited the user is told to press Enter', async () => {
  const office = await openOffice();
  const before = names(office);
  office.host.startCellEdit();
  await COMMANDS.chamDiem();
  expect(messageOf(last(office))).toBe('Đang sửa ô. Nhấn Enter (hoặc Esc) rồi bấm lại.');
  expect(names(office)).toEqual(before);
  office.host.endCellEdit();
  await COMMANDS.chamDiem();
  expect(last(office)?.state).toBe('done');
});

test('a failure says what was being done and how the workbook stands', async () => {
  const office = await openOffice();
  const before = names(office);
  office.host.failActionAt(2);
  await COMMANDS.chamDiem();
  expect(messageOf(last(office))).toMatch(
    /^Đang đọc số liệu thì Excel báo lỗi \(GeneralException\)/,
  );
  expect(messageOf(last(office))).toContain(words.COMMANDS.untouched);
  expect(names(office)).toEqual(before);
});

test('a click while a command is at work does no more than show the pane', async () => {
  const office = await openOffice();
  await Promise.all([COMMANDS.chamDiem(), COMMANDS.chamDiem()]);
  expect(office.told.filter(({ state }) => state === 'done')).toHaveLength(1);
  expect(office.shown()).toBe(2);
});

test('the pane can stop a command; the workbook is as it was', async () => {
  const office = await openOffice();
  const before = names(office);
  window.addEventListener('hg:run', () => {
    const state = window.hgRun;
    if (state?.state === 'running' && state.progress?.step === 'writing') state.stop();
  });
  await COMMANDS.chamDiem();
  expect(last(office)).toEqual({ command: 'chamDiem', state: 'stopped' });
  expect(names(office)).toEqual(before);
});
