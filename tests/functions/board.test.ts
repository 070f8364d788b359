/** What the board decided reaches the functions as it reaches the button, from the same sheet. */
import { openWorkbookFile } from '../../src/host';
import { fullName } from '../../src/rules';
import { decisionOn } from '../../src/taskpane/model/ties';
import { followRules } from '../../src/taskpane/model/functions';
import { words } from '../../src/words';
import { paneOn, type PaneOnHost } from '../taskpane/on-host';
import { NOW, sheetNamed, unitNamed, workbookOf } from '../workbook/build';
import { COMMUNE_HEAD, communesWith, DISTRICT_HEAD, DISTRICTS } from '../workbook/small';
import { forHost } from './on-host';
import { startFunctions } from './runtime';

let functions: Awaited<ReturnType<typeof startFunctions>>;

beforeAll(async () => {
  functions = await startFunctions();
});

const BOARD = 'Quyết định của Hội đồng';
const TOLD = { by: 'Hội đồng', on: '2024-01-15', why: 'Biên bản số 5', basis: 'Kế hoạch' };

const ROWS = communesWith('Xã Hòa An', 95, 100, 900, 1000);

async function workbook() {
  const parent = (name: unknown) => unitNamed(String(name)).parent ?? '';
  const names = new Map(
    DISTRICTS.map(([name]) => [unitNamed(String(name)).code, name as string] as const),
  );
  const rows = ROWS.map(([name = null, ...figures]) => [
    name,
    names.get(parent(name)) ?? null,
    ...figures,
  ]);
  const [unit = null, ...heads] = COMMUNE_HEAD;
  return workbookOf({
    Huyện: [DISTRICT_HEAD, ...DISTRICTS],
    Xã: [[unit, 'Huyện, thị xã, thành phố', ...heads], ...rows],
    Hàm: [],
  });
}

const COLUMNS = ['A', 'B', 'C', 'D', 'E', 'F'].map((each) => `Xã!${each}2:${each}7`).join();

/** The pane as its page starts it, and the functions on a sheet of their own. */
async function open(file: Awaited<ReturnType<typeof workbook>>) {
  const pane = await paneOn(file);
  await pane.actions.start();
  followRules(pane, pane.port.calculate);
  await pane.port.onRules(pane.actions.rulesChanged);
  await pane.host.useFunctions(forHost(functions));
  pane.host.userEdits('Hàm', 'A1', [[`=HG.XEPHANG("xã",${COLUMNS})`]]);
  pane.host.userEdits('Hàm', 'D1', [[`=HG.KHENTHUONG("xã",${COLUMNS})`]]);
  await pane.host.calculated;
  return pane;
}

/** Ranks by the functions, in the rows' order, and the list that they spill. */
function shown({ file }: PaneOnHost) {
  const sheet = sheetNamed(file.model, 'Hàm');
  const text = (row: number, column: number) => sheet.read(row, column).value ?? '';
  const ranks = ROWS.map(([name], row) => [name, text(row, 0)]);
  const list = Array.from({ length: 10 }, (_, row) => [3, 4, 6].map((column) => text(row, column)));
  return { ranks, list: list.filter(([, name]) => name !== '') };
}

/** The same by the button. */
function scored({ store }: PaneOnHost) {
  const result = store.get().outcome?.result;
  const units = result?.levels.commune?.units ?? [];
  const rankOf = (name: unknown) => units.find(({ unit }) => fullName(unit) === name)?.rank ?? '';
  const status = new Map<unknown, string>();
  for (const { unit } of result?.awards.places ?? []) status.set(unit, words.FUNCTIONS.proposed);
  for (const { units: open } of result?.awards.undecided ?? []) {
    for (const unit of open) status.set(unit, words.FUNCTIONS.undecided);
  }
  for (const { unit, reason } of result?.awards.passedOver ?? []) {
    status.set(
      unit,
      reason.code === 'declined'
        ? words.FUNCTIONS.declined
        : words.PAPER.groupFull(reason.most, 'huyện'),
    );
  }
  return {
    ranks: ROWS.map(([name]) => [name, rankOf(name)]),
    list: units.flatMap((unit) =>
      status.has(unit) ? [[unit.rank, fullName(unit.unit), status.get(unit)]] : [],
    ),
  };
}

/** Waits until the functions show what the button would. */
async function untilEqual(pane: PaneOnHost): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    await pane.host.calculated;
    if (JSON.stringify(shown(pane)) === JSON.stringify(scored(pane))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(shown(pane)).toEqual(scored(pane));
}

test('what couldn’t be read is not guessed: the functions wait until it is', async () => {
  const pane = await paneOn(await workbook());
  pane.host.failActionAt(1);
  await pane.actions.start();
  expect(pane.store.get().notice?.tone).toBe('error');
  followRules(pane, pane.port.calculate);
  pane.host.userEdits('Hàm', 'A1', [[`=HG.XEPHANG("xã",${COLUMNS})`]]);
  let done = false;
  const evaluated = pane.host.useFunctions(forHost(functions)).then(() => (done = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(done).toBe(false);
  await pane.actions.check();
  await evaluated;
  expect(shown(pane).ranks).toEqual(scored(pane).ranks);
  pane.dispose();
});

test('a reading switched in the pane has the formulas calculated again', async () => {
  const pane = await open(await workbook());
  await pane.actions.check();
  await untilEqual(pane);
  expect(shown(pane).ranks).toContainEqual(['Xã Xà Phiên', '']);
  await pane.actions.switchReadings({ gate: 'criterionOnly' });
  await untilEqual(pane);
  expect(shown(pane).ranks).not.toContainEqual(['Xã Xà Phiên', '']);
  pane.dispose();
});

test('decided in the pane, mended by hand, and read again when the workbook is opened', async () => {
  const pane = await open(await workbook());
  await pane.actions.check();
  await untilEqual(pane);
  expect(shown(pane).ranks.filter(([, rank]) => rank === 1).length).toBe(2);

  const result = pane.store.get().outcome?.result;
  const group = result?.levels.commune?.groups[0];
  if (!result || !group) throw new Error('nothing scored');
  const [hoaAn, viThang] = ['Xã Hòa An', 'Xã Vị Thắng'].map((name) => unitNamed(name).code);
  const order = [hoaAn ?? '', viThang ?? ''];
  const decision = decisionOn({ level: 'commune', group }, order, TOLD);
  await pane.actions.decide({ kind: 'order', decision });
  await untilEqual(pane);
  expect(shown(pane).ranks[0]).toEqual(['Xã Vị Thắng', 2]);

  const declined = { ...TOLD, unit: unitNamed('Xã Vị Đông').code };
  await pane.actions.decide({ kind: 'declined', decision: declined });
  await untilEqual(pane);
  expect(shown(pane).list).toContainEqual([3, 'Xã Vị Đông', 'Không đề nghị khen thưởng']);

  const board = sheetNamed(pane.file.model, BOARD);
  const row = [...Array(20).keys()].find(
    (at) => board.read(at, 0).value === words.DECISIONS.kinds.order,
  );
  pane.host.userEdits(BOARD, `A${Number(row) + 1}`, [['']]);
  const byHand = await until(() => shown(pane).ranks[0]?.[1] === 1);
  expect(byHand).toBe(true);
  await pane.actions.check();
  await untilEqual(pane);

  const bytes = await pane.file.save(NOW);
  pane.dispose();
  const again = await open(await openWorkbookFile(bytes));
  expect(shown(again).list).toContainEqual([3, 'Xã Vị Đông', 'Không đề nghị khen thưởng']);
  await again.actions.check();
  await untilEqual(again);

  again.dispose();
});

async function until(done: () => boolean): Promise<boolean> {
  for (let i = 0; i < 100 && !done(); i += 1) await new Promise((r) => setTimeout(r, 20));
  return done();
}
