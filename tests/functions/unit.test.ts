import { whole } from './cases';
import { down, follow, startFunctions, type CellError } from './runtime';

let call: Awaited<ReturnType<typeof startFunctions>>['call'];

beforeAll(async () => {
  ({ call } = await startFunctions());
});

beforeEach(() => void follow());

const code = async (id: string, ...args: unknown[]) =>
  ((await call(id, ...args)) as CellError).error;

describe('the same cases as the rules', () => {
  test.each([
    ['89,99 %', 8999, 10_000, 26_997 / 500],
    ['90 % exactly', 9000, 10_000, 60],
    ['a hair short of 90 %', 8_999_999, 10_000_000, 26_999_997 / 500_000],
    ['0 %', 0, 10, 0],
    ['no gate for districts', 70, 100, 42],
  ])('district, online dossiers %s, communes alike', async (_, a, b, expected) => {
    // A mean that equals the own ratio leaves it as it is.
    expect(await call('DIEMDVCTT', 'huyện', a, b, a / b)).toBeCloseTo(expected, 9);
  });

  test.each([
    ['79,99 %', 7999, 10_000, 7999 / 250],
    ['80 % exactly', 8000, 10_000, 40],
    ['50 %', 1, 2, 20],
    ['above 100 %', 3, 2, 40],
  ])('district, e-ID %s', async (_, a, b, expected) => {
    expect(await call('DIEMDINHDANH', 'huyện', a, b)).toBeCloseTo(expected, 9);
  });

  test.each([
    ['99,99 %', 9999, 10_000, 29_997 / 500],
    ['100 %', 10, 10, 60],
    ['90 % gives no full points here', 90, 100, 54],
    ['below the gate points are shown', 6999, 10_000, 20_997 / 500],
  ])('commune, online dossiers %s', async (_, a, b, expected) => {
    expect(await call('DIEMDVCTT', 'xã', a, b)).toBeCloseTo(expected, 9);
  });

  test.each([
    ['89,99 %', 8999, 10_000, 8999 / 250],
    ['90 % exactly', 9000, 10_000, 40],
  ])('commune, e-ID %s', async (_, a, b, expected) => {
    expect(await call('DIEMDINHDANH', 'xã', a, b)).toBeCloseTo(expected, 9);
  });

  test('the total is the sum', async () => {
    expect(await call('DIEM', 'xã', 95, 100, 900, 1000)).toBe(97);
    expect(await call('DIEM', 'huyện', 1, 2, 1, 2, 0.5)).toBe(50);
  });

  test('60/70 with two communes at 66/70 is exactly 90 %: 60 points', async () => {
    const mean = await call(
      'BINHQUANXA',
      'Huyện Vị Thủy',
      ...whole(['Huyện Vị Thủy', 66, 70], ['Huyện Vị Thủy', 66, 70]),
    );
    expect(await call('DIEMDVCTT', 'huyện', 60, 70, mean)).toBe(60);
  });

  test.each([
    [6999, 10_000, false],
    [7000, 10_000, true],
    [699_999_999, 1_000_000_000, false],
    [7, 10, true],
    [0, 10, false],
  ])('%d of %d may be considered: %s', async (a, b, expected) => {
    expect(await call('DUOCXET', 'xã', a, b)).toBe(expected);
    expect(await call('DUOCXET', 'huyện', a, b)).toBe(true);
  });
});

describe('levels as people write them', () => {
  test.each(['xã', 'xa', 'XÃ', 'cấp xã', 'Phường', 'thị trấn', ' xã '])('%s', async (level) => {
    expect(await call('DIEM', level, 90, 100, 90, 100)).toBe(94);
  });

  test.each(['huyện', 'huyen', 'Thị xã', 'thành phố', 'Cấp huyện'])('%s', async (level) => {
    expect(await call('DIEM', level, 90, 100, 90, 100, 0.9)).toBe(100);
  });

  test.each(['tỉnh', '', 5, null])('%p is none', async (level) => {
    expect(await call('DIEM', level, 90, 100, 90, 100)).toEqual({
      error: '#VALUE!',
      message: expect.stringMatching(/^Cấp “.*” không có trong Kế hoạch/),
    });
  });
});

describe('errors and coercion', () => {
  test.each([
    [120, 100, 1, 1, '#NUM!'],
    [-1, 100, 1, 1, '#NUM!'],
    [1.5, 100, 1, 1, '#NUM!'],
    [5, 0, 1, 1, '#DIV/0!'],
    [0, 0, 1, 1, '#DIV/0!'],
    [1, 1, 0, 0, '#DIV/0!'],
    ['abc', 100, 1, 1, '#VALUE!'],
    ['', 100, 1, 1, '#N/A'],
    [null, 100, 1, 1, '#N/A'],
    [1, 1, 1, null, '#N/A'],
    ['1.234', 2000, 1, 1, '#NUM!'],
  ])('DIEM(xã, %p, %p, %p, %p) is %s', async (a, b, c, d, expected) => {
    expect(await code('DIEM', 'xã', a, b, c, d)).toBe(expected);
  });

  test('#VALUE! and #N/A have a message, the others none', async () => {
    expect(await call('DIEM', 'xã', 'abc', 100, 1, 1)).toEqual({
      error: '#VALUE!',
      message: 'Hồ sơ trực tuyến không phải là số.',
    });
    expect(await call('DIEM', 'xã', 1, null, 1, 1)).toEqual({
      error: '#N/A',
      message: 'Tổng hồ sơ để trống.',
    });
    expect(await call('DIEM', 'xã', 2, 1, 1, 1)).toEqual({ error: '#NUM!', message: '' });
  });

  test('text numbers, percentages and TRUE count as Excel’s operators take them', async () => {
    expect(await call('TYLE', '612', ' 720 ')).toBe(0.85);
    expect(await call('TYLE', true, 4)).toBe(0.25);
    expect(await call('DIEM', 'huyện', 90, 100, 90, 100, '90%')).toBe(100);
    expect(await call('DIEM', 'huyện', 90, 100, 90, 100, '0,9')).toBe(100);
  });

  test.each([
    [1.2, '#NUM!'],
    [-0.1, '#NUM!'],
    ['nhiều', '#VALUE!'],
    [null, '#N/A'],
  ])('a district’s mean of %p is %s', async (mean, expected) => {
    expect(await code('DIEM', 'huyện', 90, 100, 90, 100, mean)).toBe(expected);
  });

  test('the ratio alone may exceed 1, and is never made out of nothing', async () => {
    expect(await call('TYLE', 3, 2)).toBe(1.5);
    expect(await code('TYLE', 1, 0)).toBe('#DIV/0!');
    expect(await code('TYLE', 0, 0)).toBe('#DIV/0!');
    expect(await call('TYLE', null, 2)).toEqual({ error: '#N/A', message: '“a” để trống.' });
    expect(await call('TYLE', 1, 'x')).toEqual({
      error: '#VALUE!',
      message: '“b” không phải là số.',
    });
  });
});

describe('the mean of a district’s communes', () => {
  const table = whole(
    ['Huyện Vị Thủy', 95, 100],
    ['Huyện Long Mỹ', 10, 100],
    ['H. Vị Thuỷ', 85, 100],
    ['', '', ''],
  );

  test('counts its communes only, however the district is written', async () => {
    expect(await call('BINHQUANXA', 'huyện Vị Thủy', ...table)).toBe(0.9);
  });

  test('a commune without figures is left out, or counts 0 under that reading', async () => {
    const more = whole(['Huyện Vị Thủy', 80, 100], ['Huyện Vị Thủy', '', '']);
    expect(await call('BINHQUANXA', 'Huyện Vị Thủy', ...more)).toBe(0.8);
    follow({ unusableMember: 'countsAsZero' });
    expect(await call('BINHQUANXA', 'Huyện Vị Thủy', ...more)).toBe(0.4);
  });

  test('errors', async () => {
    expect(await call('BINHQUANXA', 'Long Mỹ', ...table)).toEqual({
      error: '#N/A',
      message: '“Long Mỹ” có thể là nhiều đơn vị. Ghi cả loại đơn vị và huyện.',
    });
    expect(await code('BINHQUANXA', 'Huyện Châu Thành', ...table)).toBe('#N/A');
    expect(await code('BINHQUANXA', 'Huyện Vị Thủy', down(1, 2), down(1), down(1))).toBe('#VALUE!');
    expect(
      await code(
        'BINHQUANXA',
        'Huyện Vị Thủy',
        [
          [1, 2],
          [3, 4],
        ],
        down(1, 2),
        down(1, 2),
      ),
    ).toBe('#VALUE!');
    const headless = whole(['', 1, 2]);
    expect(await code('BINHQUANXA', 'Huyện Vị Thủy', ...headless)).toBe('#N/A');
  });
});

describe('the workbook’s rule set', () => {
  test('the gate may count the criterion 0 and rank the unit', async () => {
    expect(await call('DIEM', 'xã', 60, 100, 1, 1)).toBe(76);
    expect(follow({ gate: 'criterionOnly' })).toBe(true);
    expect(await call('DIEM', 'xã', 60, 100, 1, 1)).toBe(40);
    expect(await call('DUOCXET', 'xã', 60, 100)).toBe(true);
  });

  test('it says whether answers may have changed', () => {
    expect(follow()).toBe(false);
    expect(follow({ rounding: 2 })).toBe(true);
  });

  test('a reading that a mean can’t serve is #N/A with the reason', async () => {
    follow({ combinedRatio: 'pooledCounts' });
    expect(await call('DIEM', 'huyện', 90, 100, 90, 100, 0.9)).toEqual({
      error: '#N/A',
      message:
        'Cách hiểu đang chọn (tỷ lệ trên toàn bộ hồ sơ của huyện và các xã) cần số liệu từng xã. Dùng HG.XEPHANG với bảng xã.',
    });
  });
});

describe('the explanation', () => {
  test('of a commune', async () => {
    expect(await call('DIENGIAI', 'xã', 612, 720, 900, 1000)).toMatchInlineSnapshot(
      `"DVCTT: tỷ lệ = 612 / 720 = 85,00%; điểm: 85,00%, dưới 100%: 85,00% × 60 = 51,00. ĐDĐT: tỷ lệ = 900 / 1.000 = 90,00%; điểm: đạt 90% nên được 40 điểm. Tổng điểm = 51,00 + 40,00 = 91,00."`,
    );
  });

  test('of a gated commune and of a district', async () => {
    expect(await call('DIENGIAI', 'xã', 60, 100, 900, 1000)).toMatchInlineSnapshot(
      `"DVCTT: tỷ lệ = 60 / 100 = 60,00%; điểm: 60,00%, dưới 100%: 60,00% × 60 = 36,00. ĐDĐT: tỷ lệ = 900 / 1.000 = 90,00%; điểm: đạt 90% nên được 40 điểm. Tổng điểm = 36,00 + 40,00 = 76,00. Không xét: tỷ lệ hồ sơ trực tuyến 60,00%, dưới 70%."`,
    );
    expect(await call('DIENGIAI', 'huyện', 855, 1000, 9000, 10_000, 0.745)).toMatchInlineSnapshot(
      `"DVCTT: tỷ lệ = 855 / 1.000 = 85,50%; bình quân tỷ lệ các xã: 74,50%; tỷ lệ kết hợp = (85,50% + 74,50%) / 2 = 80,00%; điểm: 80,00%, dưới 90%: 80,00% × 60 = 48,00. ĐDĐT: tỷ lệ = 9.000 / 10.000 = 90,00%; điểm: 90,00%, từ 80% trở lên nên được 40 điểm. Tổng điểm = 48,00 + 40,00 = 88,00."`,
    );
  });

  test('of what can’t be scored is an error', async () => {
    expect(await code('DIENGIAI', 'xã', 2, 1, 1, 1)).toBe('#NUM!');
  });
});
