/** "Phiếu chấm điểm": a page a unit, for one or for all. */
import { openWorkbookFile, WorkbookHost } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { removeResults, undoWrite } from '../../src/workbook';
import { makeSample } from '../../scripts/make-sample';
import { at, NOW, put, scoreIn, sheetNamed, textsOf, unitNamed, valueAt } from './build';
import { SMALL_PLAN as plan, communesWith, smallWorkbook } from './small';
import { snapshot } from './snapshot';

const NAME = 'Phiếu chấm điểm';
const code = (name: string) => unitNamed(name).code;
const one = (...names: string[]) => ({ plan, extras: { cards: names.map(code) } });

test('one unit: its figures and their cells, each step with its clause, its rank and award', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, one('Xã Vị Thắng'));
  const sheet = sheetNamed(file.model, NAME);
  const texts = textsOf(sheet);
  expect(texts).toEqual(
    expect.arrayContaining([
      'PHIẾU CHẤM ĐIỂM',
      'Đơn vị: Xã Vị Thắng, huyện Vị Thủy',
      'Tỷ lệ = 95 / 100 = 95,00%',
      'Điểm: 95,00%, dưới 100%: 95,00% × 60 = 57,00',
      'Điểm: đạt 90% nên được 40 điểm',
      'Điểm b khoản 2 mục III Kế hoạch',
      'Tổng điểm = 57,00 + 40,00 = 97,00',
      'Xếp hạng: 1/5 đơn vị được xếp hạng',
      'Đề nghị khen thưởng: Bằng khen',
    ]),
  );
  const first = texts.indexOf('Hồ sơ trực tuyến (a)');
  expect(texts.slice(first, first + 3)).toEqual(['Hồ sơ trực tuyến (a)', 'Xã', 'B2']);
  expect(sheet.rowBreaks).toEqual([]);
});

test('a district: its communes one by one', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, one('Huyện Vị Thủy'));
  const texts = textsOf(sheetNamed(file.model, NAME)).map((text) => text.trim());
  expect(texts).toEqual(
    expect.arrayContaining([
      'Tỷ lệ kết hợp = (90,00% + 90,00%) / 2 = 90,00%',
      'Xã Vị Đông: 90 / 100 = 90,00%',
      'Xã!B3, C3',
    ]),
  );
});

test('a unit that can’t be scored has its reasons, and no number that isn’t there', async () => {
  const file = await smallWorkbook(communesWith('Xã Vị Bình', 120, 100, '-', 1000));
  await scoreIn(file, one('Xã Vị Bình'));
  const text = textsOf(sheetNamed(file.model, NAME)).join('\n');
  expect(text).toContain('Tổng điểm: chưa tính được');
  expect(text).toContain('hồ sơ trực tuyến lớn hơn tổng hồ sơ (ô B4)');
  expect(text).not.toMatch(/Xếp hạng:/);
});

test('once made, every run makes the same units’ cards anew; asked for others, it has those', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, one('Xã Vị Thắng', 'Xã Vị Đông'));
  expect(sheetNamed(file.model, NAME).rowBreaks).toHaveLength(1);
  put(sheetNamed(file.model, 'Xã'), ...at('B2'), 80);
  await scoreIn(file, { plan });
  const again = textsOf(sheetNamed(file.model, NAME));
  expect(again).toEqual(expect.arrayContaining(['Tỷ lệ = 80 / 100 = 80,00%']));
  expect(again.filter((text) => text.startsWith('Đơn vị: '))).toHaveLength(2);
  await scoreIn(file, one('Xã Hòa An'));
  const other = sheetNamed(file.model, NAME);
  expect(textsOf(other).filter((text) => text.startsWith('Đơn vị: '))).toEqual([
    'Đơn vị: Xã Hòa An, huyện Phụng Hiệp',
  ]);
  expect(other.rowBreaks).toEqual([]);
});

test('undo brings the cards before it back, with their breaks; removal takes them away', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, one('Xã Vị Thắng', 'Xã Vị Đông'));
  const before = snapshot(file.model);
  const { undo } = await scoreIn(file, { plan, extras: { cards: 'all' } });
  expect(sheetNamed(file.model, NAME).rowBreaks).toHaveLength(8);
  const excel = await startExcel(new WorkbookHost(file));
  try {
    await excel.run((context) => undoWrite(context, undo!));
    expect(snapshot(file.model)).toEqual(before);
    expect(await excel.run(removeResults)).toContain(NAME);
  } finally {
    excel.dispose();
  }
});

test('the sample: 83 pages, none higher than A4, in the saved file too', async () => {
  const file = await openWorkbookFile(await makeSample());
  await scoreIn(file, { extras: { cards: 'all' } });
  const again = await openWorkbookFile(await file.save(NOW));
  const sheet = sheetNamed(again.model, NAME);
  expect(sheet.rowBreaks).toHaveLength(82);
  expect(sheet.page).toMatchObject({ paperSize: 9, orientation: 'portrait', fitToWidth: 1 });
  const used = sheet.used(false)!;
  const starts = [0, ...sheet.rowBreaks, used.row + used.rows];
  for (let page = 0; page < 83; page += 1) {
    let height = 0;
    for (let row = starts[page]!; row < starts[page + 1]!; row += 1) {
      height += sheet.rowHeight(row) ?? sheet.defaultRowHeight;
    }
    // A4 is 842 points high; our margins are 57 each.
    expect([page, height <= 842 - 2 * 57]).toEqual([page, true]);
    // The next card's first row finds no room on it, whether or not Excel heeds the break.
    if (page < 82) expect([page, height > 842 - 2 * 57 - 19]).toEqual([page, true]);
  }
  expect(valueAt(sheet, 'A1')).toBe('UBND TỈNH HẬU GIANG');
});
