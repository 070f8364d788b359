import { openWorkbookFile, type WorkbookFile } from '../../src/host';
import { makeSample } from '../../scripts/make-sample';
import { scoreIn, sheetNamed, textsOf, told, valuesOf } from './build';

describe('the sample', () => {
  let file: WorkbookFile;
  let draft: boolean;
  beforeAll(async () => {
    file = await openWorkbookFile(await makeSample());
    ({ draft } = await scoreIn(file));
  });

  test('is no draft: nothing is open', () => {
    expect(draft).toBe(false);
    for (const { name } of file.model.sheets) {
      expect(textsOf(sheetNamed(file.model, name))).not.toContain('DỰ THẢO');
    }
  });

  test('ranks go down the result sheet, equal ones in the official order', () => {
    const sheet = sheetNamed(file.model, 'Kết quả cấp xã');
    const ranks = valuesOf(sheet, 'M11', 'M85').flat();
    const numbers = ranks.filter((rank): rank is number => typeof rank === 'number');
    expect(numbers.length).toBeGreaterThan(40);
    expect(numbers).toEqual([...numbers].sort((x, y) => x - y));
    expect(ranks.slice(numbers.length).every((rank) => rank === 'Không xét')).toBe(true);
  });

  test('69,996% isn’t shown as the 70,00% that it misses', () => {
    const sheet = sheetNamed(file.model, 'Kết quả cấp xã');
    const row = valuesOf(sheet, 'B11', 'B85').flat().indexOf('Xã Hòa Mỹ') + 10;
    const { numberFormat } = file.model.formatOf(sheet.styleAt(row, 5));
    expect(numberFormat).toContain('0.000%');
    expect(sheet.read(row, 13).value).toContain('69,996%');
  });
});

test('all communes tied, as they may well be: the list of them is no taller than Excel allows', async () => {
  const file = await openWorkbookFile(await makeSample());
  const input = sheetNamed(file.model, 'Xã');
  for (let row = 5; row < 80; row += 1) {
    [500, 500, 900, 1000, null].forEach((value, i) => input.writeValue(row, 3 + i, value));
  }
  const outcome = await scoreIn(file);
  expect(told(outcome).some((text) => text.startsWith('tie: Đồng hạng 1: '))).toBe(true);
  const review = sheetNamed(file.model, 'Cần rà soát');
  const heights = Array.from({ length: 300 }, (_, row) => review.rowHeight(row) ?? 0);
  expect(Math.max(...heights)).toBe(409);
});
