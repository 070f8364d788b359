/** "Tạo biểu mẫu nhập" over the real host: the input sheets, and the workbook as it was on a failure. */
import { WorkbookHost } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { words } from '../../src/words';
import { makeTemplates, WriteFailed } from '../../src/workbook';
import { ABILITIES, planOf, reopened, sheetNamed, valueAt, valuesOf, workbookOf } from './build';
import { snapshot } from './snapshot';

jest.setTimeout(60_000);

const PLAN = planOf('Huyện Vị Thủy', 'Xã Vị Thắng', 'Xã Vị Đông');
const DISTRICT = 'Biểu nhập cấp huyện';
const COMMUNE = 'Biểu nhập cấp xã';
const PEOPLE = 'Cá nhân';

async function opened() {
  const file = await workbookOf({ 'Của tôi': [['a', 1]] });
  const host = new WorkbookHost(file);
  const excel = await startExcel(host);
  const make = (abilities = ABILITIES) =>
    excel.run((context) => makeTemplates(context, abilities, PLAN));
  return { file, host, make };
}

test('a sheet for each level, with its units, and rules on the columns to fill in', async () => {
  const { file, make } = await opened();
  expect(await make()).toEqual([DISTRICT, COMMUNE, PEOPLE]);
  const { model } = await reopened(file);
  expect(model.activeSheet.name).toBe(DISTRICT);
  const sheet = sheetNamed(model, COMMUNE);
  expect(valuesOf(sheet, 'A6', 'C7')).toEqual([
    [1, 'Xã Vị Thắng', 'Huyện Vị Thủy'],
    [2, 'Xã Vị Đông', 'Huyện Vị Thủy'],
  ]);
  const { TEMPLATE } = words;
  expect(sheet.validations).toHaveLength(5);
  expect(sheet.validations[0]).toEqual({
    rects: [{ row: 5, column: 3, rows: 2, columns: 1 }],
    validation: expect.objectContaining({
      type: 'whole',
      operator: 'greaterThanOrEqual',
      formula1: '0',
      prompt: expect.objectContaining({ shown: true, message: TEMPLATE.notes.dvcA }),
      alert: expect.objectContaining({ shown: true, style: 'stop', message: TEMPLATE.invalid }),
    }),
  });
  expect(sheetNamed(model, DISTRICT).validations).toHaveLength(4);
});

test('"Cá nhân": a row for each person that a district may propose, to fill in', async () => {
  const { file, make } = await opened();
  await make();
  expect(valuesOf(sheetNamed(file.model, PEOPLE), 'A3', 'G6')).toEqual([
    [
      'STT',
      'Họ và tên',
      'Chức vụ',
      'Đơn vị công tác',
      'Huyện, thị xã, thành phố',
      'Tóm tắt thành tích',
      'Đơn vị đề nghị',
    ],
    [1, null, null, null, 'Huyện Vị Thủy', null, null],
    [2, null, null, null, 'Huyện Vị Thủy', null, null],
    [null, null, null, null, null, null, null],
  ]);
});

test('a second time, the new sheets stand beside the first', async () => {
  const { file, make } = await opened();
  await make();
  sheetNamed(file.model, DISTRICT).writeValue(5, 2, 90);
  expect(await make()).toEqual([`${DISTRICT} (2)`, `${COMMUNE} (2)`, `${PEOPLE} (2)`]);
  expect(valueAt(sheetNamed(file.model, DISTRICT), 'C6')).toBe(90);
});

test('an Excel without rules for cells gets the sheets without them', async () => {
  const { file, make } = await opened();
  await make({ ...ABILITIES, dataValidation: false });
  expect(sheetNamed(file.model, COMMUNE).validations).toEqual([]);
});

test('a failure anywhere leaves the workbook as it was', async () => {
  const { file, host, make } = await opened();
  const before = JSON.stringify(snapshot(file.model));
  let writing = 0;
  for (let n = 1; ; n += 7) {
    host.failActionAt(n);
    const error = await make().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error === null) break;
    if (error instanceof WriteFailed) {
      writing += 1;
      expect([n, error.lost]).toEqual([n, []]);
    }
    const after = snapshot(file.model);
    if (JSON.stringify(after) !== before) expect({ n, ...after }).toEqual(JSON.parse(before));
  }
  expect(writing).toBeGreaterThan(10);
});

test('sheets that could not be taken away again are named', async () => {
  const { host, make } = await opened();
  const receive = host.bridge.sendMessageToHost.bind(host.bridge);
  let requests = 0;
  host.bridge.sendMessageToHost = (text) => {
    requests += 1;
    // Three of them read.
    if (requests > 3) host.failActionAt(5);
    receive(text);
  };
  const error = await make().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(WriteFailed);
  expect((error as WriteFailed).lost).toEqual([DISTRICT, COMMUNE, PEOPLE]);
});
