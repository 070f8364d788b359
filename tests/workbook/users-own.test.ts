import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbookFile, WorkbookHost, type WorkbookFile } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { changeDecisions, undoWrite, type Undo } from '../../src/workbook';
import { makeSample } from '../../scripts/make-sample';
import {
  ABILITIES,
  at,
  COMPLETE,
  NOW,
  put,
  scoreIn,
  sheetNamed,
  textsOf,
  told,
  valueAt,
  workbookOf,
} from './build';
import { sheetSnapshot, snapshot } from './snapshot';
import {
  COMMUNE_HEAD,
  COMMUNES,
  communesWith,
  DISTRICT_HEAD,
  SMALL_PLAN,
  smallSheets,
  smallWorkbook,
} from './small';

const plan = SMALL_PLAN;
const type = (file: WorkbookFile, address: string, value: string | number) =>
  put(sheetNamed(file.model, 'Xã'), ...at(address), value);
const FIRST_OF_OURS = 5;

describe('what the user has is as it was', () => {
  test('values, formulas, formats, links, widths and heights left of our columns', async () => {
    const file = await smallWorkbook(communesWith('Xã Vị Bình', 85, 100, 700, 1000));
    const { model } = file;
    const sheet = sheetNamed(model, 'Xã');
    put(sheet, 9, 1, { formula: 'SUM(B2:B7)', value: 519 });
    put(sheet, 10, 0, 'Người lập: =không phải công thức');
    sheet.setStyle(1, 1, model.restyle(sheet.styleAt(1, 1), { bold: true, fillColor: '#FFE699' }));
    sheet.setHyperlink(2, 0, {
      address: 'https://example.org',
      documentReference: null,
      screenTip: null,
    });
    sheet.merge({ row: 12, column: 0, rows: 1, columns: 3 });
    sheet.setColumnWidth(1, 120);
    sheet.setRowHeight(0, 44);
    const leftOf = () => sheetSnapshot(model, sheet, { fromColumn: FIRST_OF_OURS });
    const before = leftOf();
    await scoreIn(file, { plan });
    expect(leftOf().cells).toEqual(before.cells);
    expect(leftOf()).toMatchObject({
      merges: before.merges,
      widths: before.widths,
      frozen: before.frozen,
    });
    expect(leftOf().heights.slice(0, 14)).toEqual(before.heights.slice(0, 14));
  });

  test('a sheet without a table, and hidden sheets, are untouched to the byte', async () => {
    const file = await workbookOf({
      ...smallSheets(),
      'Ghi chú': [['việc cần làm'], ['gọi Công an tỉnh']],
      Ẩn: [COMMUNE_HEAD, ...COMMUNES],
    });
    sheetNamed(file.model, 'Ẩn').visibility = 'hidden';
    const input = await file.save(NOW);
    const opened = await openWorkbookFile(input);
    const outcome = await scoreIn(opened, { plan });
    expect(told(outcome).filter((text) => text.startsWith('duplicate'))).toEqual([]);
    const [before, after] = [unzipSync(input), unzipSync(await opened.save(NOW))];
    for (const part of [
      'xl/worksheets/sheet3.xml',
      'xl/worksheets/sheet4.xml',
      'xl/theme/theme1.xml',
    ]) {
      if (!before[part]) continue;
      expect([
        part,
        Buffer.from(after[part] ?? []).equals(Buffer.from(before[part] ?? [])),
      ]).toEqual([part, true]);
    }
    expect(before['xl/worksheets/sheet3.xml']).toBeDefined();
  });

  test('checking only changes no byte of the saved workbook', async () => {
    const input = await makeSample();
    const file = await openWorkbookFile(input);
    const outcome = await scoreIn(file, { checkOnly: true });
    expect(outcome.scored).toBe(83);
    expect(outcome.sheets).toEqual([]);
    expect(outcome.undo).toBeNull();
    expect(Buffer.from(await file.save(NOW)).equals(Buffer.from(input))).toBe(true);
  });
});

describe('what the user has right of the table', () => {
  test('moves our columns right of it, says so, and stays', async () => {
    const file = await smallWorkbook();
    type(file, 'H3', 'ghi chú của tôi');
    const outcome = await scoreIn(file, { plan });
    expect(told(outcome).filter((text) => text.startsWith('columnsMoved'))).toEqual([
      "columnsMoved: Trang tính 'Xã': bên phải bảng đã có nội dung, kết quả được ghi từ cột J.",
    ]);
    const sheet = sheetNamed(file.model, 'Xã');
    expect(valueAt(sheet, 'H3')).toBe('ghi chú của tôi');
    expect(valueAt(sheet, 'J1')).toBe('Tỷ lệ DVCTT (%)');
    expect(valueAt(sheet, 'G1')).toBeNull();
  });

  test('in the way of a second run: ours stay, being ours', async () => {
    const file = await smallWorkbook();
    await scoreIn(file, { plan });
    type(file, 'O3', 'ghi chú của tôi');
    const outcome = await scoreIn(file, { plan });
    expect(told(outcome).filter((text) => text.startsWith('columnsMoved'))).toEqual([]);
    expect(valueAt(sheetNamed(file.model, 'Xã'), 'G1')).toBe('Tỷ lệ DVCTT (%)');
    expect(valueAt(sheetNamed(file.model, 'Xã'), 'O3')).toBe('ghi chú của tôi');
  });
});

describe('sheets with the names of ours', () => {
  test('a user’s own is left alone; ours gets " (2)", and it is said', async () => {
    const file = await workbookOf({ ...smallSheets(), 'Kết quả cấp xã': [['của tôi', 1]] });
    const before = sheetSnapshot(file.model, sheetNamed(file.model, 'Kết quả cấp xã'));
    const outcome = await scoreIn(file, { plan });
    expect(sheetSnapshot(file.model, sheetNamed(file.model, 'Kết quả cấp xã'))).toEqual(before);
    expect(valueAt(sheetNamed(file.model, 'Kết quả cấp xã (2)'), 'B11')).toBe('Xã Vị Thắng');
    expect(told(outcome).filter((text) => text.startsWith('sheetNameTaken'))).toEqual([
      "sheetNameTaken: Đã có trang tính 'Kết quả cấp xã' không phải do phần mềm tạo: giữ nguyên trang đó, kết quả ghi vào 'Kết quả cấp xã (2)'.",
    ]);
  });

  test('again: ours is found by its mark, no " (3)"', async () => {
    const file = await workbookOf({ ...smallSheets(), 'Kết quả cấp xã': [['của tôi', 1]] });
    await scoreIn(file, { plan });
    await scoreIn(file, { plan });
    expect(file.model.sheets.filter(({ name }) => name.startsWith('Kết quả cấp xã'))).toHaveLength(
      2,
    );
  });

  test('in another case it is the same name to Excel', async () => {
    const file = await workbookOf({ ...smallSheets(), 'KẾT QUẢ CẤP XÃ': [['của tôi', 1]] });
    await scoreIn(file, { plan });
    expect(file.model.sheets.map(({ name }) => name)).toContain('Kết quả cấp xã (2)');
  });
});

describe('sheets that can’t be written', () => {
  test.each<[string, (file: WorkbookFile) => void]>([
    ['a row hidden by hand', (file) => sheetNamed(file.model, 'Xã').setRowHidden(3, true)],
    [
      'all data rows hidden',
      (file) =>
        [1, 2, 3, 4, 5, 6].forEach((row) => sheetNamed(file.model, 'Xã').setRowHidden(row, true)),
    ],
  ])('%s: nothing is written there, the rest is', async (_, hide) => {
    const file = await smallWorkbook();
    hide(file);
    const sheet = sheetNamed(file.model, 'Xã');
    const before = sheetSnapshot(file.model, sheet);
    const outcome = await scoreIn(file, { plan });
    expect(sheetSnapshot(file.model, sheet)).toEqual(before);
    expect(valueAt(sheetNamed(file.model, 'Huyện'), 'G1')).toBe('Tỷ lệ DVCTT (%)');
    expect(valueAt(sheetNamed(file.model, 'Kết quả cấp xã'), 'B11')).toBe('Xã Vị Thắng');
    expect(told(outcome).filter((text) => text.startsWith('hiddenRows'))).toHaveLength(1);
  });

  test('a protected sheet: told how to unprotect, everything else is written', async () => {
    const parts = unzipSync(await (await smallWorkbook()).save(NOW));
    const name = 'xl/worksheets/sheet2.xml';
    const text = strFromU8(parts[name] as Uint8Array);
    const locked = '</sheetData><sheetProtection sheet="1"/>';
    parts[name] = strToU8(text.replace('</sheetData>', locked));
    const file = await openWorkbookFile(zipSync(parts));
    const sheet = sheetNamed(file.model, 'Xã');
    expect(sheet.isProtected).toBe(true);
    const before = sheetSnapshot(file.model, sheet);
    const outcome = await scoreIn(file, { plan });
    expect(sheetSnapshot(file.model, sheet)).toEqual(before);
    expect(told(outcome).filter((line) => line.startsWith('protectedSheet'))).toEqual([
      expect.stringContaining('Bỏ bảo vệ'),
    ]);
    expect(valueAt(sheetNamed(file.model, 'Kết quả cấp xã'), 'B11')).toBe('Xã Vị Thắng');
  });
});

describe('texts that look like formulas stay texts', () => {
  test.each(['=1+1', '+84 939', '-giữ nguyên', '@SUM(A1)', "'nháy", '#REF!', '00123', 'TRUE'])(
    'a unit named %s',
    async (name) => {
      const first = plan.units[0] as (typeof plan.units)[number];
      const strange = { ...first, type: name, name: 'X' };
      const file = await workbookOf({
        Huyện: [DISTRICT_HEAD, ['Huyện Long Mỹ', 855, 1000, 9000, 10000]],
        Xã: [COMMUNE_HEAD, ...COMMUNES],
      });
      await scoreIn(file, { plan: { ...plan, units: [strange, ...plan.units.slice(1)] } });
      const result = sheetNamed(file.model, 'Kết quả cấp huyện');
      const cells = [10, 11, 12].map((row) => result.read(row, 1));
      expect(cells.map(({ value }) => value)).toContain(`${name} X`);
      expect(cells.every(({ formula }) => formula === null)).toBe(true);
    },
  );

  test('taken back after a second run, they are texts still', async () => {
    const first = plan.units[0] as (typeof plan.units)[number];
    const strange = {
      ...plan,
      units: [{ ...first, type: '=1+1', name: 'X' }, ...plan.units.slice(1)],
    };
    const file = await workbookOf({
      Huyện: [DISTRICT_HEAD, ['Huyện Long Mỹ', 855, 1000, 9000, 10000]],
      Xã: [COMMUNE_HEAD, ...COMMUNES],
    });
    await scoreIn(file, { plan: strange });
    type(file, 'B4', 100);
    const before = snapshot(file.model);
    const host = new WorkbookHost(file);
    const { undo } = await scoreIn(file, { plan: strange, host });
    const excel = await startExcel(host);
    await excel.run((context) => undoWrite(context, undo as Undo));
    excel.dispose();
    expect(snapshot(file.model)).toEqual(before);
  });

  test('the board’s reasons, and people’s names', async () => {
    const file = await workbookOf({
      ...smallSheets(),
      'Cá nhân': [
        ['Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Huyện', 'Thành tích'],
        ['+84 Nguyễn A', '=HYPERLINK("x")', '@UBND', 'Huyện Vị Thủy', '-giảm 3 ngày'],
      ],
    });
    const decision = {
      unit: plan.units.find(({ name }) => name === 'Vị Đông')?.code ?? '',
      by: '@Hội đồng',
      on: '2024-01-05',
      why: '=cmd()',
      basis: '-01/BB',
    };
    const enter = await startExcel(new WorkbookHost(file));
    const change = () => [{ kind: 'declined' as const, decision }];
    await enter.run((context) => changeDecisions(context, change, ABILITIES, plan));
    enter.dispose();
    const outcome = await scoreIn(file, { plan });
    expect(outcome.individuals[0]).toMatchObject({ name: '+84 Nguyễn A', post: '=HYPERLINK("x")' });
    expect(outcome.decisions).toEqual([{ kind: 'declined', decision }]);
    const written = file.model.sheets.filter(
      ({ name }) => !['Huyện', 'Xã', 'Cá nhân'].includes(name),
    );
    const texts = written.flatMap((sheet) => textsOf(sheet));
    for (const text of ['+84 Nguyễn A', '=cmd()', '@Hội đồng', '-01/BB']) {
      expect(texts.some((each) => each.includes(text))).toBe(true);
    }
    for (const sheet of written) {
      // The check sheet is made of formulas, and none of the user's texts.
      if (sheet.name === 'Kiểm chứng') continue;
      const cells = Object.values(sheetSnapshot(file.model, sheet).cells);
      expect(cells.every((cell) => (cell as { formula: unknown }).formula === null)).toBe(true);
    }
  });

  test('what the office entered, on the papers', async () => {
    const papers = { ...COMPLETE.papers, parentBody: '=1+1', issuer: '@cmd', signer: '-x' };
    const file = await smallWorkbook(COMMUNES, { ...COMPLETE, papers });
    await scoreIn(file, { plan });
    const sheet = sheetNamed(file.model, 'Kết quả cấp xã');
    expect(sheet.read(...at('A1'))).toMatchObject({ value: '=1+1', formula: null });
    expect(sheet.read(...at('A2'))).toMatchObject({ value: '@CMD', formula: null });
  });
});

test('an Excel table is found and written beside, and stays as wide as it was', async () => {
  const file = await workbookOf(smallSheets());
  const sheet = sheetNamed(file.model, 'Xã');
  const table = file.model.addTable(sheet, { row: 0, column: 0, rows: 7, columns: 5 }, true);
  await scoreIn(file, { plan });
  expect(valueAt(sheet, 'G1')).toBe('Tỷ lệ DVCTT (%)');
  expect(table.rect).toEqual({ row: 0, column: 0, rows: 7, columns: 5 });
});
