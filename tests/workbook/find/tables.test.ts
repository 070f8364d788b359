import { gridOf, read } from './read';

const HEAD = [
  'Xã, phường, thị trấn',
  'Hồ sơ nộp trực tuyến',
  'Tổng hồ sơ phát sinh',
  'Tài khoản ĐDĐT đã kích hoạt',
  'Người có CCCD',
];
const THANG = ['Xã Vị Thắng', 90, 100, 80, 95];
const DONG = ['Xã Vị Đông', 70, 101, 60, 96];
const BOTH = ['Xã Vị Thắng: dvc 90/100, eid 80/95', 'Xã Vị Đông: dvc 70/101, eid 60/96'];

describe('a table is found by its headings', () => {
  test('from the first row on', () => {
    expect(read([gridOf([HEAD, THANG, DONG])]).rows).toEqual(BOTH);
  });

  test('below a letterhead, a title and blank rows', () => {
    const above = [
      ['UBND TỈNH HẬU GIANG', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['SỞ THÔNG TIN VÀ TRUYỀN THÔNG'],
      [],
      ['SỐ LIỆU HỒ SƠ TRỰC TUYẾN CỦA CÁC XÃ, PHƯỜNG, THỊ TRẤN'],
      ['Từ ngày 01/10/2023 đến ngày 31/12/2023'],
    ];
    expect(read([gridOf([...above, HEAD, THANG, DONG])]).rows).toEqual(BOTH);
  });

  test('wherever it stands: places are those of the sheet', () => {
    const { tables, problems } = read([gridOf([HEAD, ['Vị Thằng', 1, 2, 3, 4]], 'Xã', 9, 2)]);
    expect(tables[0]?.grid).toMatchObject({ row: 9, column: 2 });
    expect(problems).toEqual([
      "Không có trong danh mục: 'Vị Thằng' (ô C11). Có phải: xã Vị Thắng, huyện Vị Thủy?",
    ]);
  });

  test('in any order of columns, with others between', () => {
    const order = [4, 2, 0, 3, 1];
    const mixed = [HEAD, THANG, DONG].map((row) => [
      ...order.map((i) => row[i] ?? null),
      'Ghi chú',
    ]);
    expect(read([gridOf(mixed)]).rows).toEqual(BOTH);
  });

  test('two of them on a sheet, one below the other', () => {
    const rows = [HEAD, THANG, [], ['PHỤ LỤC'], HEAD, DONG];
    expect(read([gridOf(rows)]).rows).toEqual(BOTH);
  });

  test('no table where only a unit column is', () => {
    expect(
      read([
        gridOf([
          ['Đơn vị', 'Ghi chú'],
          ['Xã Vị Thắng', 'tốt'],
        ]),
      ]).tables,
    ).toEqual([]);
  });
});

describe('headings of more rows', () => {
  test('two rows: the upper one reaches over what is merged', () => {
    const rows = [
      ['TT', 'Đơn vị', 'Hồ sơ dịch vụ công', null, 'Định danh điện tử', null],
      [null, null, 'Trực tuyến', 'Tổng số hồ sơ', 'Đã kích hoạt', 'Có CCCD'],
      [1, 'Xã Vị Thắng', 90, 100, 80, 95],
      [2, 'Xã Vị Đông', 70, 101, 60, 96],
    ];
    expect(read([gridOf(rows)]).rows).toEqual(BOTH);
  });

  test('a row of column numbers, with and without formulas', () => {
    for (const numbers of [
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      [1, 2, 3, 4, 5],
      ['(1)', '(2)', '(3)', '(4)=(2)/(3)', '(5)'],
    ]) {
      const { rows, problems } = read([gridOf([HEAD, numbers, THANG, DONG])]);
      expect(rows).toEqual(BOTH);
      expect(problems).toEqual([]);
    }
  });

  test('the portal by indicator: percent, in time and late are no counts', () => {
    const rows = [
      [
        'Mã',
        'Tên đơn vị',
        'Trực tuyến',
        'Trực tiếp',
        'Qua BCCI',
        'Tỷ lệ trực tuyến',
        'Đúng hạn',
        'Trễ hạn',
      ],
      ['H30.1', 'Xã Vị Thắng', 90, 10, 5, 85.7, 100, 5],
    ];
    expect(read([gridOf(rows)]).rows).toEqual(['Xã Vị Thắng: dvc 90/100 +5 (85.7%)']);
  });
});

describe('totals and their parts', () => {
  const head = ['Đơn vị', 'Trực tuyến', 'Trực tiếp', 'Qua bưu chính', 'Tổng số hồ sơ'];
  test.each<[string, (string | number)[], string]>([
    ['the total is their sum', [90, 10, 0, 100], 'dvc 90/100 +0'],
    ['the total holds the post, which b doesn’t', [90, 10, 5, 105], 'dvc 90/100 +5'],
    ['the total doesn’t hold the post', [90, 10, 5, 100], 'dvc 90/100 +5'],
    ['the total is something else', [90, 10, 5, 111], 'dvc 90/disagrees +5'],
  ])('%s', (_, figures, expected) => {
    const { rows } = read([gridOf([head, ['Xã Vị Thắng', ...figures]])]);
    expect(rows).toEqual([`Xã Vị Thắng: ${expected}`]);
  });

  test('online and direct without a total: b is their sum', () => {
    const rows = [
      ['Đơn vị', 'Trực tuyến', 'Trực tiếp'],
      ['Xã Vị Thắng', 90, 10],
    ];
    expect(read([gridOf(rows)]).rows).toEqual(['Xã Vị Thắng: dvc 90/100']);
  });
});

describe('two criteria on two sheets are joined by unit', () => {
  const dossiers = gridOf([HEAD.slice(0, 3), THANG.slice(0, 3), DONG.slice(0, 3)], 'Hồ sơ');
  const identity = gridOf(
    [
      [HEAD[0] ?? '', ...HEAD.slice(3)],
      ['X. Vị Đông', 60, 96],
      ['UBND xã Vị Thắng', 80, 95],
    ],
    'Công an',
  );
  test.each([
    ['dossiers first', [dossiers, identity]],
    ['identity first', [identity, dossiers]],
  ])('%s', (_, grids) => {
    const { rows } = read(grids);
    const figures = rows.map((row) => row.split(/: |, /).sort().join(' ')).sort();
    expect(figures).toEqual(
      ['Xã Vị Thắng dvc 90/100 eid 80/95', 'Xã Vị Đông dvc 70/101 eid 60/96'].sort(),
    );
  });
});

describe('the user’s own word on a column wins', () => {
  const rows = [
    ['Đơn vị', 'Trực tuyến đợt 1', 'Trực tuyến cả năm', 'Tổng hồ sơ phát sinh'],
    ['Xã Vị Thắng', 40, 90, 100],
  ];
  test('two columns fit: neither is taken, and it is said', () => {
    const { tables, rows: found } = read([gridOf(rows)]);
    expect(found).toEqual(['Xã Vị Thắng: dvc noColumn/100']);
    expect(tables[0]?.doubtful).toEqual([
      {
        role: { criterion: 'dvc', figure: 'a' },
        headings: ['Trực tuyến đợt 1', 'Trực tuyến cả năm'],
      },
    ]);
  });

  test('the chosen one is read', () => {
    const choice = { sheet: 'Xã', role: 'dvc.a', heading: 'Trực tuyến cả năm' };
    expect(read([gridOf(rows)], [choice]).rows).toEqual(['Xã Vị Thắng: dvc 90/100']);
    expect(read([gridOf(rows, 'Trang khác')], [choice]).rows).not.toEqual([
      'Xã Vị Thắng: dvc 90/100',
    ]);
  });
});
