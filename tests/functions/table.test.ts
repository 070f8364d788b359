import { HAU_GIANG_2023 } from '../../src/rules';
import { unitNamed } from '../workbook/build';
import { COMMUNES, communesWith, DISTRICTS } from '../workbook/small';
import { whole } from './cases';
import { down, follow, startFunctions, type CellError } from './runtime';

let call: Awaited<ReturnType<typeof startFunctions>>['call'];

beforeAll(async () => {
  ({ call } = await startFunctions());
});

beforeEach(() => void follow());

const DISTRICT_OF: Readonly<Record<string, string>> = {
  'Xã Vị Thắng': 'Huyện Vị Thủy',
  'Xã Vị Đông': 'Huyện Vị Thủy',
  'Xã Vị Bình': 'Huyện Vị Thủy',
  'Xã Lương Tâm': 'Huyện Long Mỹ',
  'Xã Xà Phiên': 'Huyện Long Mỹ',
  'Xã Hòa An': 'Huyện Phụng Hiệp',
};

type Row = readonly unknown[];

/** The arguments of HG.XEPHANG for rows of name, a, b, accounts, people. */
function communes(rows: readonly Row[]): unknown[] {
  const [names, ...figures] = whole(...rows);
  const districts = rows.map(([name]) => DISTRICT_OF[String(name)] ?? '');
  return ['xã', names, down(...districts), ...figures];
}

const MEMBERS = COMMUNES.map(([name, ...figures]) => [name, DISTRICT_OF[String(name)], ...figures]);

function districts(rows: readonly Row[] = DISTRICTS, members: readonly Row[] = MEMBERS): unknown[] {
  const [names, ...figures] = whole(...rows);
  return ['huyện', names, '', ...figures, null, null, members];
}

const code = async (id: string, ...args: unknown[]) =>
  ((await call(id, ...args)) as CellError).error;

/** Rank and total, with the total as near as doubles come. */
const near = (...rows: readonly Row[]) =>
  rows.map(([rank, total]) => [rank, expect.closeTo(Number(total), 9)]);

test('ranks and totals, line for line; below the gate a total without a rank', async () => {
  expect(await call('XEPHANG', ...communes(COMMUNES))).toEqual(
    near([1, 97], [2, 86], [4, 79], [5, 72], ['', 41.4 + 40], [3, 80]),
  );
});

test('districts take their communes from the table beside', async () => {
  // Vị Thủy: (90 % + 90 %)/2; Long Mỹ: (85,5 % + 74,5 %)/2 = 80 %; Phụng Hiệp: (70 % + 100 %)/2 = 85 %.
  expect(await call('XEPHANG', ...districts())).toEqual(
    near([2, 60 + 24], [1, 48 + 40], [3, 51 + 20]),
  );
});

test('a whole row may be blank; a wrong row has its own error and no rank', async () => {
  const rows: Row[] = [
    ...communesWith('Xã Vị Đông', 120, 100, 800, 1000).slice(0, 2),
    ['', '', '', '', ''],
    ['Xã Vị Bình', '', 100, 700, 1000],
    ['Xã Lương Tâm', 'không có', 100, 600, 1000],
    ['Xã Hòa An', 5, '0', 500, 1000],
    ['Xã Không Có', 1, 1, 1, 1],
  ];
  const error = (code: string, message = '') => ['', { error: code, message }];
  expect(await call('XEPHANG', ...communes(rows))).toEqual([
    [1, 97],
    error('#NUM!'),
    ['', ''],
    error('#N/A', 'Hồ sơ trực tuyến để trống.'),
    error('#VALUE!', 'Hồ sơ trực tuyến không phải là số.'),
    error('#DIV/0!'),
    error('#N/A', 'Không có trong danh mục: “Xã Không Có”.'),
  ]);
});

test('text in a range is a count only where the button takes it for one', async () => {
  const rows = [['Xã Vị Thắng', '95', '100', 900, 1000]];
  expect(await call('XEPHANG', ...communes(rows))).toEqual([[1, 97]]);
  const wrong = [['Xã Vị Thắng', true, '100,0', 900, 1000]];
  expect(await call('XEPHANG', ...communes(wrong))).toMatchObject([['', { error: '#VALUE!' }]]);
});

describe('equal points', () => {
  const TIED: Row[] = [
    ['Xã Vị Thắng', 100, 100, 900, 1000],
    ['Xã Vị Đông', 80, 80, 900, 1000],
    ['Xã Hòa An', 50, 50, 900, 1000],
  ];

  test('share a rank where nothing tells them apart', async () => {
    expect(await call('XEPHANG', ...communes(TIED))).toEqual([
      [1, 100],
      [1, 100],
      [1, 100],
    ]);
  });

  test('are told apart by dossiers an account, then by the share of the busiest', async () => {
    expect(await call('XEPHANG', ...communes(TIED), down(50, 80, 25))).toEqual([
      [2, 100],
      [1, 100],
      [2, 100],
    ]);
    const both = [down(50, 40, 25), down(0.4, '30%', 0.5)];
    expect(await call('XEPHANG', ...communes(TIED), ...both)).toEqual([
      [2, 100],
      [1, 100],
      [3, 100],
    ]);
  });
});

describe('the award list', () => {
  test('at most two of a district, those passed over said; equal at the last place: the board decides', async () => {
    expect(await call('KHENTHUONG', ...communes(COMMUNES))).toEqual([
      [1, 'Xã Vị Thắng', 'Huyện Vị Thủy', 'Đề nghị khen thưởng'],
      [2, 'Xã Vị Đông', 'Huyện Vị Thủy', 'Đề nghị khen thưởng'],
      [3, 'Xã Hòa An', 'Huyện Phụng Hiệp', 'Đề nghị khen thưởng'],
      [4, 'Xã Vị Bình', 'Huyện Vị Thủy', 'Không đề nghị do huyện đã đủ 02 đơn vị'],
      [5, 'Xã Lương Tâm', 'Huyện Long Mỹ', 'Đề nghị khen thưởng'],
    ]);
    follow({ places: 2 });
    const tied = communesWith('Xã Vị Đông', 100, 100, 500, 1000);
    expect(await call('KHENTHUONG', ...communes(tied))).toEqual([
      [1, 'Xã Vị Thắng', 'Huyện Vị Thủy', 'Đề nghị khen thưởng'],
      [2, 'Xã Hòa An', 'Huyện Phụng Hiệp', 'Chờ Hội đồng quyết định'],
      [2, 'Xã Vị Đông', 'Huyện Vị Thủy', 'Chờ Hội đồng quyết định'],
    ]);
  });

  test('prizes of districts', async () => {
    expect(await call('KHENTHUONG', ...districts())).toEqual([
      [1, 'Huyện Long Mỹ', '', 'Đề nghị giải Nhất'],
      [2, 'Huyện Vị Thủy', '', 'Đề nghị giải Nhì'],
      [3, 'Huyện Phụng Hiệp', '', 'Đề nghị giải Ba'],
    ]);
  });

  test('what the board decided: an order of equals, a unit that it declines', async () => {
    const code = (name: string) => unitNamed(name).code;
    const decided = { by: 'Hội đồng', on: '2024-01-15', why: 'Biên bản 5', basis: 'Điều 3' };
    const tied = communesWith('Xã Vị Đông', 100, 100, 500, 1000);
    const units = ['Xã Hòa An', 'Xã Vị Đông'].map(code);
    const order = [...units].reverse();
    const decision = { ...decided, level: 'commune', units, points: '80', order };
    follow({ places: 2 }, HAU_GIANG_2023, { tieDecisions: [decision] });
    const ranks = ((await call('XEPHANG', ...communes(tied))) as Row[]).map(([rank]) => rank);
    expect(ranks).toEqual([1, 2, 4, 5, '', 3]);
    expect(await call('KHENTHUONG', ...communes(tied))).toEqual([
      [1, 'Xã Vị Thắng', 'Huyện Vị Thủy', 'Đề nghị khen thưởng'],
      [2, 'Xã Vị Đông', 'Huyện Vị Thủy', 'Đề nghị khen thưởng'],
    ]);
    follow({}, HAU_GIANG_2023, { declined: [{ ...decided, unit: code('Xã Vị Thắng') }] });
    expect(await call('KHENTHUONG', ...communes(COMMUNES))).toEqual([
      [1, 'Xã Vị Thắng', 'Huyện Vị Thủy', 'Không đề nghị khen thưởng'],
      [2, 'Xã Vị Đông', 'Huyện Vị Thủy', 'Đề nghị khen thưởng'],
      [3, 'Xã Hòa An', 'Huyện Phụng Hiệp', 'Đề nghị khen thưởng'],
      [4, 'Xã Vị Bình', 'Huyện Vị Thủy', 'Đề nghị khen thưởng'],
      [5, 'Xã Lương Tâm', 'Huyện Long Mỹ', 'Đề nghị khen thưởng'],
    ]);
  });

  test('nobody is #N/A', async () => {
    expect(await code('KHENTHUONG', ...communes([['Xã Vị Thắng', 1, 100, 1, 100]]))).toBe('#N/A');
  });
});

describe('arguments that can’t be', () => {
  test('columns of different lengths, tables, an unknown commune beside districts', async () => {
    const [level, names, groups, a, b, c] = communes(COMMUNES);
    expect(await code('XEPHANG', level, names, groups, a, b, c, down(1))).toBe('#VALUE!');
    expect(
      await code(
        'XEPHANG',
        level,
        [
          [1, 2],
          [3, 4],
        ],
        groups,
        a,
        b,
        c,
        c,
      ),
    ).toBe('#VALUE!');
    expect(await code('XEPHANG', ...districts(DISTRICTS, [['Xã Lạ', '', 1, 2]]))).toBe('#N/A');
    expect(await code('XEPHANG', ...districts(DISTRICTS, [['Xã Vị Thắng', 1, 2]]))).toBe('#VALUE!');
  });
});

test('the concentration of a column of account ids', async () => {
  const ids = ['a', 'a', 'a', 'b', 'b', 'c', ' a', '', 'd', 'e', 7];
  expect(await call('TAPTRUNG', down(...ids))).toEqual([
    ['Số hồ sơ', 10],
    ['Số tài khoản nộp', 6],
    ['Hồ sơ trên mỗi tài khoản', expect.closeTo(10 / 6, 12)],
    ['Hồ sơ của tài khoản nộp nhiều nhất', 4],
    ['Tỷ trọng của 3 tài khoản nộp nhiều nhất', 0.7],
    ['Mức độ tập trung tài khoản', 'Cần xác minh'],
  ]);
  const many = Array.from({ length: 20 }, (_, i) => `tài khoản ${i}`);
  expect(((await call('TAPTRUNG', down(...many))) as string[][])[5]?.[1]).toBe('Bình thường');
  expect(await code('TAPTRUNG', down('', null))).toBe('#N/A');
});
