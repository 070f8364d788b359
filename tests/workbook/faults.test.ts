/**
 * The host fails at one action after another, and the workbook ends as it began. Every action takes
 * minutes (EVERY_ACTION=1 does it); the usual run takes steps that have no factor in common with how
 * the sheets repeat.
 */
import { openWorkbookFile, WorkbookHost, type WorkbookFile } from '../../src/host';
import { startExcel } from '../../src/host/node';
import type { Plan } from '../../src/rules';
import { runScoring, WriteFailed } from '../../src/workbook';
import { makeSample } from '../../scripts/make-sample';
import { ABILITIES, NOW, planOf, scoreIn, sheetNamed, workbookOf } from './build';
import { snapshot } from './snapshot';
import { COMMUNE_HEAD, DISTRICT_HEAD } from './small';

const EVERY = Boolean(process.env.EVERY_ACTION);
jest.setTimeout(EVERY ? 900_000 : 180_000);

const TINY = planOf('Huyện Vị Thủy', 'Xã Vị Thắng', 'Xã Vị Đông');

function tinyWorkbook(): Promise<WorkbookFile> {
  return workbookOf({
    Huyện: [DISTRICT_HEAD, ['Huyện Vị Thủy', 90, 100, 80, 100]],
    Xã: [COMMUNE_HEAD, ['Xã Vị Thắng', 90, 100, 90, 100], ['Xã Vị Đông', 69, 100, 50, 100]],
  });
}

/** Fails at action after action; answers how many there were and which errors weren't told as they should. */
async function failEverywhere(file: WorkbookFile, step: number, plan?: Plan) {
  const host = new WorkbookHost(file);
  const excel = await startExcel(host);
  const options = { now: NOW, abilities: ABILITIES, ...(plan ? { plan } : {}) };
  const before = snapshot(file.model);
  const bytes = Buffer.from(await file.save(NOW));
  const failures = { inReading: 0, inWriting: 0 };
  for (let n = 1; ; n += step) {
    host.failActionAt(n);
    const error = await excel
      .run((context) => runScoring(context, options))
      .then(
        () => null,
        (thrown: unknown) => thrown,
      );
    if (error === null) {
      // What failed while it cleaned up the runtime would try again, seconds later.
      excel.dispose();
      return { ...failures, bytes, before };
    }
    if (error instanceof WriteFailed) {
      failures.inWriting += 1;
      expect([n, error.lost]).toEqual([n, []]);
      expect((error.cause as Error).message).toContain('internal error');
    } else {
      failures.inReading += 1;
      expect((error as Error).message).toContain('internal error');
    }
    const after = snapshot(file.model);
    // Compared as texts first: an equality of trees is slow, and only its message is wanted.
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      expect({ failedAt: n, ...after }).toEqual({ failedAt: n, ...before });
    }
  }
}

test('a first run', async () => {
  const file = await tinyWorkbook();
  const { inReading, inWriting } = await failEverywhere(file, EVERY ? 1 : 79, TINY);
  expect(inReading).toBeGreaterThan(0);
  expect(inWriting).toBeGreaterThan(20);
});

test('a second run, over results of other figures', async () => {
  const file = await tinyWorkbook();
  await scoreIn(file, { plan: TINY });
  sheetNamed(file.model, 'Xã').writeValue(2, 1, 95);
  const { inReading, inWriting } = await failEverywhere(file, EVERY ? 1 : 127, TINY);
  expect(inReading).toBeGreaterThan(0);
  expect(inWriting).toBeGreaterThan(10);
});

test('a second run that keeps a sheet which the user changed', async () => {
  const file = await tinyWorkbook();
  await scoreIn(file, { plan: TINY });
  sheetNamed(file.model, 'Kết quả cấp xã').writeValue(10, 11, 1);
  const { inWriting } = await failEverywhere(file, EVERY ? 1 : 251, TINY);
  expect(inWriting).toBeGreaterThan(5);
});

test('the sample: a first run', async () => {
  const file = await openWorkbookFile(await makeSample());
  const { inWriting } = await failEverywhere(file, EVERY ? 50 : 809);
  expect(inWriting).toBeGreaterThan(2);
});

test('the sample: a second run', async () => {
  const file = await openWorkbookFile(await makeSample());
  await scoreIn(file);
  sheetNamed(file.model, 'Xã').writeValue(6, 3, 1000);
  const { inWriting } = await failEverywhere(file, EVERY ? 50 : 809);
  expect(inWriting).toBeGreaterThan(2);
});

test('formats that the user gave to the empty cells where ours go come back', async () => {
  const styled = async () => {
    const file = await tinyWorkbook();
    const { model } = file;
    const yellow = model.restyle(model.defaultStyle, { fillColor: '#FFFF00', numberFormat: '0.0' });
    for (let row = 0; row < 3; row += 1) sheetNamed(model, 'Xã').setStyle(row, 7, yellow);
    return file;
  };
  const measured = new WorkbookHost(await styled());
  await scoreIn(measured.file, { plan: TINY, host: measured });

  const file = await styled();
  const before = snapshot(file.model);
  const host = new WorkbookHost(file);
  // The last hundreds only let go of objects.
  host.failActionAt(measured.traffic.actions - 700);
  const failed = await scoreIn(file, { plan: TINY, host }).catch((thrown: unknown) => thrown);
  expect(failed).toBeInstanceOf(WriteFailed);
  expect(snapshot(file.model)).toEqual(before);
});

test('a failure in taking back is told with the areas it may have left', async () => {
  const file = await tinyWorkbook();
  const host = new WorkbookHost(file);
  const excel = await startExcel(host);
  const receive = host.bridge.sendMessageToHost.bind(host.bridge);
  let requests = 0;
  host.bridge.sendMessageToHost = (text) => {
    requests += 1;
    // Reading, noting and looking again take six; whatever is written, and taken back, fails.
    if (requests > 6) host.failActionAt(5);
    receive(text);
  };
  const error = await excel
    .run((context) => runScoring(context, { plan: TINY, now: NOW, abilities: ABILITIES }))
    .catch((thrown: unknown) => thrown);
  excel.dispose();
  expect(error).toBeInstanceOf(WriteFailed);
  expect((error as WriteFailed).lost).toEqual(
    expect.arrayContaining(['Kết quả cấp xã', expect.stringMatching(/^Xã!G1:M3$/)]),
  );
});
