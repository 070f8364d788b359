import type { WorkbookFile } from '../../src/host';
import { scoreIn, sheetNamed, textsOf, told, valueAt, valuesOf } from './build';
import { communesWith, COMMUNES, OUR_HEADINGS, SMALL_PLAN, smallWorkbook } from './small';

const plan = SMALL_PLAN;
/** 99.99999999999999 is 100 to the eye: doubles are compared to 9 decimals. */
const rounded = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : value);
const table = (file: WorkbookFile, sheet: string, from: string, to: string) =>
  valuesOf(sheetNamed(file.model, sheet), from, to).map((row) => row.map(rounded));

describe('the small workbook', () => {
  let file: WorkbookFile;
  beforeAll(async () => {
    file = await smallWorkbook();
    await scoreIn(file, { plan });
  });

  test('beside the communes’ rows, a gap apart: ratio and points twice, total, rank, note', () => {
    expect(table(file, 'Xã', 'F1', 'N7')).toEqual([
      [null, ...OUR_HEADINGS, null],
      [null, 0.95, 57, 0.9, 40, 97, 1, null, null],
      [null, 0.9, 54, 0.8, 32, 86, 2, null, null],
      [null, 0.85, 51, 0.7, 28, 79, 4, null, null],
      [null, 0.8, 48, 0.6, 24, 72, 5, null, null],
      [
        null,
        0.69,
        41.4,
        0.95,
        40,
        81.4,
        'Không xét',
        'Không xét: tỷ lệ hồ sơ trực tuyến 69,00%, dưới 70%',
        null,
      ],
      [null, 1, 60, 0.5, 20, 80, 3, null, null],
    ]);
  });

  test('beside the districts’ rows: the combined ratio', () => {
    // Vị Thủy (90 + 90)/2 = 90 %, Long Mỹ (85,5 + 74,5)/2 = 80 %, Phụng Hiệp (70 + 100)/2 = 85 %.
    expect(table(file, 'Huyện', 'G2', 'L4')).toEqual([
      [0.9, 60, 0.6, 24, 84, 2],
      [0.8, 48, 0.9, 40, 88, 1],
      [0.85, 51, 0.5, 20, 71, 3],
    ]);
  });

  test('the result sheets come after the user’s, in their order', () => {
    expect(file.model.sheets.map(({ name }) => name)).toEqual([
      'Huyện',
      'Xã',
      'Kết quả cấp huyện',
      'Kết quả cấp xã',
      'DS đề nghị khen thưởng',
      'Đơn vị không đề nghị',
      'Điểm cộng thi đua KT-XH',
      'Các kỳ',
      'Cần rà soát',
      'Kiểm chứng',
      'Bản đối chiếu',
    ]);
  });

  test('"Kết quả cấp xã": by rank, the gated unit last, with column numbers and formulas', () => {
    expect(table(file, 'Kết quả cấp xã', 'A9', 'N16')).toEqual([
      [
        'STT',
        'Đơn vị',
        'Huyện, thị xã, thành phố',
        'Hồ sơ nộp trực tuyến (a)',
        'Tổng hồ sơ phát sinh (b)',
        'Tỷ lệ (%)',
        'Điểm DVCTT',
        'TK ĐDĐT đã kích hoạt (a)',
        'Người có CCCD (b)',
        'Tỷ lệ (%)',
        'Điểm ĐDĐT',
        'Tổng điểm',
        'Xếp hạng',
        'Ghi chú',
      ],
      [
        '(1)',
        '(2)',
        '(3)',
        '(4)',
        '(5)',
        '(6)=(4)/(5)',
        '(7)=(6)×60',
        '(8)',
        '(9)',
        '(10)=(8)/(9)',
        '(11)=(10)×40',
        '(12)=(7)+(11)',
        '(13)',
        '(14)',
      ],
      [1, 'Xã Vị Thắng', 'Huyện Vị Thủy', 95, 100, 0.95, 57, 900, 1000, 0.9, 40, 97, 1, null],
      [2, 'Xã Vị Đông', 'Huyện Vị Thủy', 90, 100, 0.9, 54, 800, 1000, 0.8, 32, 86, 2, null],
      [3, 'Xã Hòa An', 'Huyện Phụng Hiệp', 100, 100, 1, 60, 500, 1000, 0.5, 20, 80, 3, null],
      [4, 'Xã Vị Bình', 'Huyện Vị Thủy', 85, 100, 0.85, 51, 700, 1000, 0.7, 28, 79, 4, null],
      [5, 'Xã Lương Tâm', 'Huyện Long Mỹ', 80, 100, 0.8, 48, 600, 1000, 0.6, 24, 72, 5, null],
      [
        6,
        'Xã Xà Phiên',
        'Huyện Long Mỹ',
        69,
        100,
        0.69,
        41.4,
        950,
        1000,
        0.95,
        40,
        81.4,
        'Không xét',
        'Không xét: tỷ lệ hồ sơ trực tuyến 69,00%, dưới 70%',
      ],
    ]);
  });

  test('"Kết quả cấp huyện": own ratio, mean of the communes, combined ratio', () => {
    expect(table(file, 'Kết quả cấp huyện', 'A11', 'N13')).toEqual([
      [1, 'Huyện Long Mỹ', 855, 1000, 0.855, 0.745, 0.8, 48, 9000, 10000, 0.9, 40, 88, 1],
      [2, 'Huyện Vị Thủy', 900, 1000, 0.9, 0.9, 0.9, 60, 6000, 10000, 0.6, 24, 84, 2],
      [3, 'Huyện Phụng Hiệp', 700, 1000, 0.7, 1, 0.85, 51, 5000, 10000, 0.5, 20, 71, 3],
    ]);
  });

  test('the awards: three prizes with their money, at most two communes of a district', () => {
    const texts = textsOf(sheetNamed(file.model, 'DS đề nghị khen thưởng'));
    const names = texts.filter((text) => text.startsWith('Ủy ban nhân dân'));
    expect(names).toEqual([
      'Ủy ban nhân dân huyện Long Mỹ',
      'Ủy ban nhân dân huyện Vị Thủy',
      'Ủy ban nhân dân huyện Phụng Hiệp',
      'Ủy ban nhân dân xã Vị Thắng',
      'Ủy ban nhân dân xã Vị Đông',
      'Ủy ban nhân dân xã Hòa An',
      'Ủy ban nhân dân xã Lương Tâm',
    ]);
    expect(texts).toContain('Còn 03 suất chưa có đơn vị đủ điều kiện');
    expect(texts).toContain('A. Cấp huyện (03)');
    expect(texts).toContain('B. Cấp xã (07)');
    expect(texts).toContain('II. CÁ NHÂN (16)');
    expect(texts).toEqual(
      expect.arrayContaining([
        expect.stringContaining(
          'Tổng tiền thưởng: 45.000.000 đồng (Bằng chữ: Bốn mươi lăm triệu đồng)',
        ),
      ]),
    );
  });

  test('"Đơn vị không đề nghị": passed over and gated, each with its reason', () => {
    expect(table(file, 'Đơn vị không đề nghị', 'B7', 'F8')).toEqual([
      [
        'Xã Vị Bình',
        'Huyện Vị Thủy',
        79,
        4,
        expect.stringMatching(/^Không đề nghị do huyện đã đủ 02 đơn vị/),
      ],
      ['Xã Xà Phiên', 'Huyện Long Mỹ', 81.4, 'Không xét', expect.stringContaining('dưới 70%')],
    ]);
  });

  test('bonus points: a list of their own, with the clause in words', () => {
    expect(table(file, 'Điểm cộng thi đua KT-XH', 'A7', 'E9')).toEqual([
      [1, 'Huyện Long Mỹ', 'Nhất', 3, 'Điểm a khoản 4 mục IV Kế hoạch'],
      [2, 'Huyện Vị Thủy', 'Nhì', 2, 'Điểm b khoản 4 mục IV Kế hoạch'],
      [3, 'Huyện Phụng Hiệp', 'Ba', 1, 'Điểm c khoản 4 mục IV Kế hoạch'],
    ]);
  });

  test('our sheets carry a hidden mark, our columns too', () => {
    const marks = file.model.names.filter(({ name }) => name.startsWith('_HG_'));
    expect(marks.every(({ visible }) => !visible)).toBe(true);
    expect(marks.map(({ scope }) => scope?.name)).toHaveLength(11);
  });
});

describe('"Cần rà soát"', () => {
  test('errors first, each with a link to its cell', async () => {
    const file = await smallWorkbook(communesWith('Xã Vị Bình', 120, 100, 700, 1000));
    await scoreIn(file, { plan });
    const review = sheetNamed(file.model, 'Cần rà soát');
    expect(valuesOf(review, 'A6', 'E7')).toEqual([
      ['STT', 'Mức độ', 'Nội dung và cách xử lý', 'Trang tính', 'Chuyển đến ô'],
      [
        1,
        'Lỗi',
        'Xã Vị Bình, huyện Vị Thủy: hồ sơ trực tuyến (120) lớn hơn tổng hồ sơ (100), ô B4, C4. Chưa chấm đơn vị này. Đề nghị kiểm tra lại số liệu.',
        'Xã',
        'B4',
      ],
    ]);
    expect(review.hyperlinkAt(6, 4)).toMatchObject({ documentReference: "'Xã'!B4" });
    const severities = valuesOf(review, 'B7', 'B30')
      .flat()
      .filter((value) => value !== null);
    expect(severities).toEqual(
      [...severities].sort((x, y) => (x === 'Lỗi' ? -1 : y === 'Lỗi' ? 1 : 0)),
    );
  });

  test('the other units are still scored, ranks are provisional and say so', async () => {
    const file = await smallWorkbook(communesWith('Xã Vị Bình', 120, 100, 700, 1000));
    const outcome = await scoreIn(file, { plan });
    expect(outcome.scored).toBe(8);
    const sheet = sheetNamed(file.model, 'Kết quả cấp xã');
    expect(textsOf(sheet)).toContain('Tạm tính: còn 01 đơn vị chưa chấm được');
    expect(valuesOf(sheet, 'B15', 'B15')).toEqual([['Xã Vị Bình']]);
    expect(valuesOf(sheet, 'L15', 'N15')).toEqual([
      [null, 'Chưa chấm', 'Chưa chấm: hồ sơ trực tuyến lớn hơn tổng hồ sơ (ô B4)'],
    ]);
  });
});

describe('undecided places', () => {
  test('a tie across the seventh place has a row of its own, and nobody is picked', async () => {
    const tied = COMMUNES.map((row, i) => (i < 2 ? [row[0] ?? null, 95, 100, 900, 1000] : row));
    const file = await smallWorkbook(tied);
    const outcome = await scoreIn(file, {
      plan: { ...plan, places: plan.places.map((award) => ({ ...award, places: 1 })) },
    });
    expect(outcome.draft).toBe(true);
    const texts = textsOf(sheetNamed(file.model, 'DS đề nghị khen thưởng'));
    expect(texts).toContain(
      'Chờ Hội đồng quyết định 01 trong 02 đơn vị: Xã Vị Thắng, Xã Vị Đông (bằng điểm 97,00)',
    );
    expect(texts).not.toContain('Ủy ban nhân dân xã Vị Thắng');
    expect(textsOf(sheetNamed(file.model, 'Xã'))).toContain(
      'Đồng hạng, chờ Hội đồng quyết định thứ tự',
    );
  });
});

test('with nothing scored, nothing is written', async () => {
  const file = await smallWorkbook(COMMUNES.map(([name]) => [name ?? null]));
  const before = await file.save(new Date(0));
  const huyen = sheetNamed(file.model, 'Huyện');
  [1, 2, 3].forEach((row) => huyen.writeValue(row, 1, null));
  const outcome = await scoreIn(file, { plan });
  expect(outcome.scored).toBe(0);
  expect(outcome.sheets).toEqual([]);
  expect(file.model.sheets.map(({ name }) => name)).toEqual(['Huyện', 'Xã']);
  expect(before.length).toBeGreaterThan(0);
  expect(told(outcome).some((text) => text.startsWith('unusableFigure'))).toBe(true);
  expect(valueAt(huyen, 'G1')).toBeNull();
});
