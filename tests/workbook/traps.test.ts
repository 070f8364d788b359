/** Traps of Excel that the add-in must not fall into, on a host that sets them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbookFile, WorkbookHost, type WorkbookFile } from '../../src/host';
import { jobs, runScoring, WriteFailed } from '../../src/workbook';
import { startExcel } from '../../src/host/node';
import { ABILITIES, NOW, scoreIn, sheetNamed, told, valueAt } from './build';
import { SMALL_PLAN as plan, smallWorkbook } from './small';
import { sheetSnapshot, snapshot } from './snapshot';

jest.setTimeout(60_000);

/** The error of a run, with what each request meets beforehand. */
async function failed(host: WorkbookHost, before: (request: number) => void = () => {}) {
  const excel = await startExcel(host);
  const receive = host.bridge.sendMessageToHost.bind(host.bridge);
  let requests = 0;
  host.bridge.sendMessageToHost = (text) => {
    requests += 1;
    before(requests);
    receive(text);
  };
  const options = { plan, now: NOW, abilities: ABILITIES };
  const thrown: unknown = await excel
    .run((context) => runScoring(context, options))
    .then(
      () => null,
      (error: unknown) => error,
    );
  if (!(thrown instanceof WriteFailed)) throw new Error(`no failed write: ${String(thrown)}`);
  return thrown;
}

/** A filter over the communes that hides two of them. */
async function filtered(): Promise<WorkbookFile> {
  const file = await smallWorkbook();
  [3, 4].forEach((row) => sheetNamed(file.model, 'Xã').setRowHidden(row, true));
  const parts = unzipSync(await file.save(NOW));
  const name = 'xl/worksheets/sheet2.xml';
  const filter =
    '<autoFilter ref="A1:E7"><filterColumn colId="0"><filters><filter val="Xã Vị Thắng"/>' +
    '</filters></filterColumn></autoFilter>';
  const text = strFromU8(parts[name] as Uint8Array);
  parts[name] = strToU8(text.replace('</sheetData>', `</sheetData>${filter}`));
  return openWorkbookFile(zipSync(parts));
}

test('rows hidden by a filter: nothing is written across them, the rest is', async () => {
  const file = await filtered();
  const sheet = sheetNamed(file.model, 'Xã');
  expect(sheet.autoFilter?.filtered).toBe(true);
  const before = sheetSnapshot(file.model, sheet);
  const outcome = await scoreIn(file, { plan });
  expect(sheetSnapshot(file.model, sheet)).toEqual(before);
  expect(told(outcome).filter((text) => text.startsWith('hiddenRows'))).toHaveLength(1);
  expect(valueAt(sheetNamed(file.model, 'Kết quả cấp xã'), 'B11')).toBe('Xã Vị Thắng');
});

test('a filter on a sheet of ours: it is not written anew, and nothing of it shifts', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, { plan });
  const sheet = sheetNamed(file.model, 'Kết quả cấp xã');
  sheet.setRowHidden(11, true);
  const before = sheetSnapshot(file.model, sheet);
  sheetNamed(file.model, 'Xã').writeValue(1, 1, 60);
  const outcome = await scoreIn(file, { plan });
  expect(sheetSnapshot(file.model, sheet)).toEqual(before);
  expect(told(outcome).some((text) => text.startsWith('hiddenRows'))).toBe(true);
});

test('a user who begins to type in a cell while it is written: nothing is half written', async () => {
  const file = await smallWorkbook();
  const host = new WorkbookHost(file);
  const before = snapshot(file.model);
  // Reading, noting and looking again take six.
  const error = await failed(host, (request) => request === 7 && host.startCellEdit());
  expect((error.cause as { code: string }).code).toBe('InvalidOperationInCellEditMode');
  host.endCellEdit();
  expect(snapshot(file.model)).toEqual(before);
});

test('a job waits for a user who types in the middle of it, and is done when Enter is pressed', async () => {
  const file = await smallWorkbook();
  const host = new WorkbookHost(file);
  const excel = await startExcel(host);
  const receive = host.bridge.sendMessageToHost.bind(host.bridge);
  let requests = 0;
  host.bridge.sendMessageToHost = (text) => {
    requests += 1;
    // One asks whether anybody types, six read, note and look again.
    if (requests === 8) host.startCellEdit();
    receive(text);
  };
  const options = { plan, now: NOW, abilities: ABILITIES };
  const job = jobs(excel.Excel.run)((context) => runScoring(context, options));
  while (requests < 8) await new Promise(setImmediate);
  expect(file.model.sheets.map(({ name }) => name)).toEqual(['Huyện', 'Xã']);
  host.endCellEdit();
  const { undo } = await job;
  expect(undo).not.toBeNull();
  expect(valueAt(sheetNamed(file.model, 'Kết quả cấp xã'), 'B11')).toBe('Xã Vị Thắng');
});

test('a job is refused at once while a cell is edited: nothing waits unseen', async () => {
  const host = new WorkbookHost(await smallWorkbook());
  const excel = await startExcel(host);
  host.startCellEdit();
  let begun = false;
  const job = jobs(excel.Excel.run)(() => Promise.resolve((begun = true)));
  await expect(job).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
  expect(begun).toBe(false);
});

test('a write above the payload limit is refused, and the workbook is as it was', async () => {
  const file = await smallWorkbook();
  const host = new WorkbookHost(file, { limits: { requestBytes: 60_000 } });
  const before = snapshot(file.model);
  const error = await failed(host);
  expect((error.cause as { code: string }).code).toBe('RequestPayloadSizeLimitExceeded');
  expect(error.lost).toEqual([]);
  expect(snapshot(file.model)).toEqual(before);
});
