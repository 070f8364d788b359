/** Somebody else changes the workbook between reading and writing: it is told, and nothing is written. */
import { WorkbookHost, type WorkbookFile } from '../../src/host';
import { startExcel } from '../../src/host/node';
import {
  changeDecisions,
  ChangedMeanwhile,
  failureOf,
  removeResults,
  runScoring,
  type Decision,
} from '../../src/workbook';
import { ABILITIES, at, NOW, put, scoreIn, sheetNamed, told, workbookOf } from './build';
import { SMALL_PLAN as plan, smallSheets, smallWorkbook } from './small';
import { snapshot } from './snapshot';

/** Reading takes four round trips, noting one, and the look just before writing one. */
const NOTING = 5;
const LOOKING = 6;

type Job = (context: Excel.RequestContext) => Promise<unknown>;
const scoring: Job = (context) => runScoring(context, { plan, now: NOW, abilities: ABILITIES });

/** Runs a job on a workbook that somebody changes right before one of its round trips. */
async function withChange(
  file: WorkbookFile,
  before: number,
  change: (host: WorkbookHost) => void,
  job = scoring,
) {
  const host = new WorkbookHost(file);
  const excel = await startExcel(host);
  const receive = host.bridge.sendMessageToHost.bind(host.bridge);
  let requests = 0;
  let changed: ReturnType<typeof snapshot> | null = null;
  host.bridge.sendMessageToHost = (text) => {
    requests += 1;
    if (requests === before) {
      change(host);
      changed = snapshot(file.model);
    }
    receive(text);
  };
  try {
    const error: unknown = await excel.run(job).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return { error, changed, requests };
  } finally {
    excel.dispose();
  }
}

const typing = (address: string, value: string | number) => (host: WorkbookHost) =>
  host.userEdits('Xã', address, [[value]]);

/** What Excel does where a row is inserted above the third commune. */
function insertRow({ model }: WorkbookHost): void {
  const sheet = sheetNamed(model, 'Xã');
  for (let row = 7; row >= 3; row -= 1) {
    for (let column = 0; column < 5; column += 1) {
      sheet.writeValue(row, column, row === 3 ? null : sheet.read(row - 1, column).value);
    }
  }
}

const AGAIN = 'trong lúc phần mềm đang làm, nên chưa ghi gì.';
const CHANGES: readonly (readonly [string, (host: WorkbookHost) => void, string])[] = [
  ['a figure', typing('B3', 91), `Ô B3 của trang 'Xã' vừa thay đổi ${AGAIN} Bấm lại.`],
  ['a figure is emptied', typing('E7', ''), `Ô E7 của trang 'Xã' vừa thay đổi ${AGAIN} Bấm lại.`],
  ['a unit’s name', typing('A2', 'Xã X'), `Ô A2 của trang 'Xã' vừa thay đổi ${AGAIN} Bấm lại.`],
  ['a heading', typing('B1', 'x'), `Ô B1 của trang 'Xã' vừa thay đổi ${AGAIN} Bấm lại.`],
  [
    'a cell where our columns would go',
    typing('G3', 'của tôi'),
    `Ô G3 của trang 'Xã' vừa thay đổi ${AGAIN} Bấm lại.`,
  ],
  [
    'a unit more',
    (host) => host.userEdits('Xã', 'A8:C8', [['Xã Lương Nghĩa', 50, 60]]),
    `Ô A8, B8, C8 của trang 'Xã' vừa thay đổi ${AGAIN} Bấm lại.`,
  ],
  [
    'an inserted row',
    insertRow,
    `Ô A4, B4, C4 và 16 ô khác của trang 'Xã' vừa thay đổi ${AGAIN} Bấm lại.`,
  ],
  [
    'a renamed sheet',
    ({ model }) => (sheetNamed(model, 'Xã').name = 'Xã mới'),
    `Trang tính 'Xã' vừa được đổi tên thành 'Xã mới' ${AGAIN} Bấm lại.`,
  ],
  [
    'a deleted sheet',
    ({ model }) => model.removeSheet(sheetNamed(model, 'Xã')),
    `Trang tính 'Xã' vừa bị xóa ${AGAIN} Kiểm tra lại sổ tính rồi bấm lại.`,
  ],
  [
    'another sheet under the old name',
    ({ model }) => {
      sheetNamed(model, 'Xã').name = 'Xã cũ';
      model.addSheet('Xã');
    },
    `Trang tính 'Xã' vừa được đổi tên thành 'Xã cũ' ${AGAIN} Bấm lại.`,
  ],
  [
    'a filter that hides rows',
    ({ model }) => sheetNamed(model, 'Xã').setRowHidden(3, true),
    `Trang tính 'Xã' vừa được lọc hoặc ẩn dòng ${AGAIN} Bỏ lọc, hiện hết các dòng rồi bấm lại.`,
  ],
  [
    'a sheet that has the name of ours',
    ({ model }) => void model.addSheet('KẾT QUẢ CẤP XÃ'),
    "Vừa có thêm trang tính 'Kết quả cấp xã' trong lúc phần mềm đang làm (có thể người khác cũng đang chấm), nên chưa ghi gì. Bấm lại.",
  ],
];

describe.each([
  ['while what is there is noted', NOTING],
  ['right before the last look', LOOKING],
])('%s', (_, before) => {
  test.each(CHANGES)('%s', async (__, change, message) => {
    const file = await smallWorkbook();
    const { error, changed } = await withChange(file, before, change);
    expect(error).toBeInstanceOf(ChangedMeanwhile);
    expect(failureOf(error)).toMatchObject({ known: message, lost: [] });
    expect(snapshot(file.model)).toEqual(changed);
  });

  test('the other one who scores at the same time is first', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    const { error, changed } = await withChange(file, before, ({ model }) =>
      sheetNamed(model, 'Kết quả cấp xã').writeValue(...at('L11'), 99),
    );
    expect(failureOf(error).known).toContain("Ô L11 của trang 'Kết quả cấp xã'");
    expect(snapshot(file.model)).toEqual(changed);
  });
});

test('where a sheet on which nothing stands is changed, the run goes on', async () => {
  const file = await workbookOf({ ...smallSheets(), 'Ghi chú': [['việc cần làm']] });
  const { error } = await withChange(file, LOOKING, (host) =>
    host.userEdits('Ghi chú', 'A1', [['xong']]),
  );
  expect(error).toBeNull();
});

test('a run again, as the message says, takes the new figure', async () => {
  const file = await smallWorkbook();
  await withChange(file, LOOKING, typing('B3', 91));
  const outcome = await scoreIn(file, { plan });
  expect(told(outcome).filter((text) => text.startsWith('changedByUser'))).toEqual([]);
  expect(sheetNamed(file.model, 'Xã').read(...at('G3')).value).toBe(0.91);
});

test('checking only looks once: nothing that is written can go wrong', async () => {
  const job: Job = (context) =>
    runScoring(context, { plan, now: NOW, abilities: ABILITIES, checkOnly: true });
  const { error, requests } = await withChange(await smallWorkbook(), LOOKING, () => {}, job);
  // Four to read, one to let go of what was read.
  expect([error, requests]).toEqual([null, 5]);
});

describe('other jobs that read and then write', () => {
  const DECISION: Decision = {
    kind: 'declined',
    decision: {
      unit: plan.units[0]?.code ?? '',
      by: 'Hội đồng',
      on: '2024-01-05',
      why: 'Không nộp báo cáo',
      basis: 'Biên bản số 1',
    },
  };

  test('a decision that somebody else enters isn’t written over', async () => {
    const file = await smallWorkbook();
    const enter: Job = (context) => changeDecisions(context, () => [DECISION], ABILITIES, plan);
    await withChange(file, 0, () => {}, enter);
    const name = 'Quyết định của Hội đồng';
    const { error, changed } = await withChange(
      file,
      4,
      ({ model }) => put(sheetNamed(model, name), 9, 0, 'quyết định khác'),
      enter,
    );
    expect(failureOf(error).known).toContain(`Ô A10 của trang '${name}'`);
    expect(snapshot(file.model)).toEqual(changed);
  });

  test('a note that somebody writes on a result isn’t taken away with it', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    const { error, changed } = await withChange(
      file,
      4,
      ({ model }) => put(sheetNamed(model, 'Xã'), ...at('M3'), 'đã đối chiếu'),
      removeResults,
    );
    expect(failureOf(error).known).toContain("Ô M3 của trang 'Xã'");
    expect(snapshot(file.model)).toEqual(changed);
  });
});
