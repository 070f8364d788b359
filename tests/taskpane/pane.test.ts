import { cellAt, sheetNames } from './read';
import { paneOn, sampleFile, type PaneOnHost } from './on-host';
import { workbookOf } from '../workbook/build';
import { COMMUNE_HEAD, DISTRICT_HEAD } from '../workbook/small';

let pane: PaneOnHost;
const state = () => pane.store.get();
const said = () => state().notice?.text ?? '';
afterEach(() => pane.dispose());

describe('the sample', () => {
  beforeEach(async () => {
    pane = await paneOn(await sampleFile());
    await pane.actions.start();
  });

  test('opens with the settings that the workbook keeps, and nothing scored', () => {
    expect(state()).toMatchObject({ outcome: null, sheets: 'none', work: null });
    expect(state().settings.papers.planNumber).not.toBeNull();
  });

  test('while a cell is being edited it asks for Enter, and does it then', async () => {
    pane.host.startCellEdit();
    await pane.actions.score();
    expect(state()).toMatchObject({ sheets: 'none', work: null, notice: { tone: 'error' } });
    expect(said()).toContain('Nhấn Enter');
    pane.host.endCellEdit();
    await pane.actions.score();
    expect(state()).toMatchObject({ sheets: 'current', notice: { tone: 'success' } });
  });

  test('a check tells what was found and writes nothing', async () => {
    const before = sheetNames(pane.file);
    await pane.actions.check();
    expect(state()).toMatchObject({ sheets: 'none', undo: null, notice: { tone: 'success' } });
    expect(said()).toMatch(/^Đã kiểm tra: chấm được 83 đơn vị\./);
    expect(sheetNames(pane.file)).toEqual(before);
  });

  test('scoring writes, shows the results and can be undone', async () => {
    const before = sheetNames(pane.file);
    await pane.actions.score();
    expect(state()).toMatchObject({ place: 'results', sheets: 'current' });
    expect(sheetNames(pane.file)).toContain('Kết quả cấp xã');
    await pane.actions.undo();
    expect(said()).toMatch(/^Đã hoàn tác/);
    expect(state()).toMatchObject({ undo: null, sheets: 'none' });
    expect(sheetNames(pane.file)).toEqual(before);
  });

  test('comparing the readings writes their sheet, shows it and says how many there were', async () => {
    await pane.actions.compareReadings();
    expect(said()).toMatch(/^Đã so sánh 261 phương án/);
    expect(sheetNames(pane.file)).toContain('So sánh phương án');
    expect(pane.file.model.activeSheet.name).toBe('So sánh phương án');
    expect(state().outcome?.compared?.seats).toHaveLength(10);
    await pane.actions.undo();
    expect(sheetNames(pane.file)).not.toContain('So sánh phương án');
  });

  test('cards: of one unit, then of all; the sheet is shown', async () => {
    await pane.actions.makeCards(['31318']);
    expect(said()).toMatch(/^Đã lập 01 phiếu/);
    await pane.actions.makeCards('all');
    expect(said()).toMatch(/^Đã lập 83 phiếu/);
    expect(pane.file.model.activeSheet.name).toBe('Phiếu chấm điểm');
    expect(pane.file.model.activeSheet.rowBreaks).toHaveLength(82);
  });

  test('an undo that would lose what was typed says which cells, and does nothing', async () => {
    await pane.actions.score();
    const sheet = pane.file.model.sheets.find(({ name }) => name === 'Kết quả cấp xã');
    sheet?.writeValue(10, 1, 'Xã khác');
    await pane.actions.undo();
    expect(state().notice).toMatchObject({
      tone: 'warning',
      places: [{ sheet: 'Kết quả cấp xã', address: 'B11' }],
    });
    expect(sheetNames(pane.file)).toContain('Kết quả cấp xã');
  });

  test('stopping leaves the workbook as it was', async () => {
    const before = sheetNames(pane.file);
    const off = pane.store.subscribe(() => {
      if (state().work?.progress?.step === 'writing') pane.actions.stop();
    });
    await pane.actions.score();
    off();
    expect(said()).toBe('Đã dừng. Sổ tính được giữ như cũ.');
    expect(sheetNames(pane.file)).toEqual(before);
    expect(state().work).toBeNull();
  });

  test('a failing action says what was being done and what to do', async () => {
    pane.host.failActionAt(3);
    await pane.actions.check();
    expect(state()).toMatchObject({ work: null, outcome: null, notice: { tone: 'error' } });
    expect(said()).toMatch(/^Đang đọc số liệu thì Excel báo lỗi .*Bấm lại/);
  });

  test('“Kiểm tra thay đổi” tells what was changed since, and writes nothing', async () => {
    await pane.actions.score();
    await pane.actions.verifySeal();
    expect(state()).toMatchObject({ showsChanges: true, notice: { tone: 'success' } });
    expect(said()).toMatch(/^Không có gì thay đổi từ lúc chấm/);
    const sheet = pane.file.model.sheets.find(({ name }) => name === 'Xã');
    sheet?.writeValue(5, 3, 900);
    await pane.actions.verifySeal();
    expect(state()).toMatchObject({ notice: { tone: 'warning' } });
    expect(said()).toMatch(/^Có 1 thay đổi từ lúc chấm/);
    expect(state().outcome?.verification.changes).toMatchObject([
      { what: 'figure', place: { sheet: 'Xã', address: 'D6' }, now: 900 },
    ]);
    await pane.actions.check();
    expect(state().showsChanges).toBe(false);
  });

  test('one thing at a time', async () => {
    await Promise.all([pane.actions.check(), pane.actions.score()]);
    expect(state().sheets).toBe('none');
  });

  test('a switched reading is kept, looked at again, and the sheets are behind', async () => {
    await pane.actions.score();
    await pane.actions.switchReadings({ combinedRatio: 'pooledCounts' });
    expect(state()).toMatchObject({ sheets: 'stale' });
    expect(state().outcome?.result.readings.combinedRatio).toBe('pooledCounts');
    expect((await pane.port.readSettings()).readings).toEqual({ combinedRatio: 'pooledCounts' });
    expect(said()).toContain('Bấm Chấm điểm');
    expect(state().undo).not.toBeNull();
  });

  test('a declined unit is written on its sheet, and its decision can be removed', async () => {
    await pane.actions.score();
    const first = state().outcome?.result.awards.places[0]?.unit.unit.code ?? '';
    const told = { by: 'Hội đồng', on: '2024-01-15', why: 'Xin rút', basis: 'Công văn 5' };
    await pane.actions.decide({ kind: 'declined', decision: { ...told, unit: first } });
    expect(sheetNames(pane.file)).toContain('Quyết định của Hội đồng');
    const { decisions = [], result } = state().outcome ?? {};
    expect(result?.awards.places.some(({ unit }) => unit.unit.code === first)).toBe(false);
    await pane.actions.removeDecision(decisions[0] as (typeof decisions)[number]);
    expect(state().outcome?.decisions).toEqual([]);
  });

  test('selecting a unit’s row shows its explanation among the results', async () => {
    await pane.actions.score();
    const [unit, places] = [...(state().outcome?.unitRows ?? [])][3] ?? [];
    const [place] = places ?? [];
    const row = Number(/\d+/.exec(place?.address ?? '')?.[0]) - 1;
    pane.actions.selected(place?.sheet ?? '', row);
    expect(state()).toMatchObject({ selected: unit, unit });
    pane.actions.selected(place?.sheet ?? '', 0);
    expect(state().selected).toBeNull();
  });

  test('going to a cell selects it; a sheet that is gone is told', async () => {
    await pane.actions.goTo({ sheet: state().outcome ? '' : 'Không có', address: 'A1' });
    expect(said()).toBe('Không còn ô hoặc trang tính này. Bấm Kiểm tra để đọc lại sổ tính.');
  });
});

test('a wrong column match is corrected once and kept', async () => {
  const head = COMMUNE_HEAD.map((text, i) => (i === 2 ? 'Số liệu quý' : text));
  pane = await paneOn(
    await workbookOf({
      Huyện: [DISTRICT_HEAD, ['Huyện Vị Thủy', 90, 100, 80, 100]],
      Xã: [head, ['Xã Vị Thắng', 90, 100, 90, 100]],
    }),
  );
  await pane.actions.check();
  const codes = () => state().outcome?.problems.map(({ code }) => code) ?? [];
  expect(codes()).toContain('missingColumn');
  await pane.actions.chooseColumn('Xã', 'dvc.b', 'Số liệu quý');
  expect(codes()).not.toContain('missingColumn');
  expect((await pane.port.readSettings()).columns).toEqual([
    { sheet: 'Xã', role: 'dvc.b', heading: 'Số liệu quý' },
  ]);
  await pane.actions.chooseColumn('Xã', 'dvc.b', null);
  expect(state().settings.columns).toEqual([]);
});

test('a workbook with no table: nothing is written, and the way on is shown', async () => {
  pane = await paneOn(await workbookOf({ 'Trang tính1': [['Ghi chú']] }));
  await pane.actions.score();
  expect(state()).toMatchObject({ place: 'data', sheets: 'none', notice: { tone: 'error' } });
  expect(state().outcome?.tables).toEqual([]);
  await pane.actions.makeTemplates();
  expect(sheetNames(pane.file)).toContain('Biểu nhập cấp xã');
  expect(cellAt(pane.file, 'Biểu nhập cấp xã', 'A1')).toMatch(/BIỂU NHẬP/);
});
