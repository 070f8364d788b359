import { gridOf, read, type Row } from './read';

const HEAD = ['TT', 'Đơn vị', 'Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh'];
const rowsOf = (...rows: Row[]) => read([gridOf([HEAD, ...rows])]);

describe('rows that are no units', () => {
  test.each<[string, Row]>([
    ['blank', []],
    ['a total in the name’s column', [null, 'Tổng cộng', 160, 201]],
    ['a total in the number’s column', ['TỔNG CỘNG', null, 160, 201]],
    ['a total across both', ['Cộng', 'Toàn tỉnh', 160, 201]],
    ['a mean', [null, 'Bình quân', 80, 100]],
    ['column numbers', ['(1)', '(2)', '(3)', '(4)']],
    [
      'the place and date of a signature block',
      [null, null, 'Hậu Giang, ngày 05 tháng 01 năm 2024'],
    ],
    ['who signs', [null, 'NGƯỜI LẬP BIỂU', null, 'GIÁM ĐỐC']],
    ['the signature’s name', [null, 'Nguyễn Văn A', null, 'Trần Thị B']],
  ])('%s', (_, row) => {
    const { rows, problems } = rowsOf([1, 'Xã Vị Thắng', 90, 100], row, [2, 'Xã Vị Đông', 70, 101]);
    expect(rows).toEqual(['Xã Vị Thắng: dvc 90/100', 'Xã Vị Đông: dvc 70/101']);
    expect(problems).toEqual([]);
  });
});

describe('group heads name the district of the rows below', () => {
  test('of a name that two districts have', () => {
    const { rows, problems } = rowsOf(
      ['I', 'HUYỆN VỊ THỦY'],
      [1, 'Vĩnh Tường', 90, 100],
      ['II', 'THỊ XÃ LONG MỸ'],
      [1, 'Phường Vĩnh Tường', 70, 101],
    );
    expect(problems.filter((text) => !text.includes("'Vĩnh Tường'"))).toEqual([]);
    expect(rows).toContain('Phường Vĩnh Tường: dvc 70/101');
    expect(rows.some((row) => row.startsWith('Phường Vĩnh Tường: dvc 90'))).toBe(false);
  });

  test('with figures of its own, the head is the district’s row', () => {
    const { rows } = rowsOf(['I', 'HUYỆN VỊ THỦY', 500, 600], [1, 'Xã Vị Thắng', 90, 100]);
    expect(rows).toEqual(['Huyện Vị Thủy: dvc 500/600', 'Xã Vị Thắng: dvc 90/100']);
  });

  test('a district column, merged downwards', () => {
    const head = ['Huyện, thị xã, thành phố', 'Xã, phường, thị trấn', ...HEAD.slice(2)];
    const { rows, problems } = read([
      gridOf([
        head,
        ['Huyện Vị Thủy', 'Vĩnh Tường', 90, 100],
        [null, 'Vị Thắng', 80, 100],
        ['Thị xã Long Mỹ', 'Vĩnh Tường', 70, 101],
      ]),
    ]);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      'Xã Vĩnh Tường: dvc 90/100',
      'Xã Vị Thắng: dvc 80/100',
      'Phường Vĩnh Tường: dvc 70/101',
    ]);
  });
});

describe('names that identify nobody are told, not guessed', () => {
  test.each<[string, string]>([
    ['Long Mỹ', "Chưa rõ đơn vị: 'Long Mỹ' (ô B2)"],
    ['Vĩnh Tường', "Chưa rõ đơn vị: 'Vĩnh Tường' (ô B2)"],
    ['Xã Vị Thằng', "Không có trong danh mục: 'Xã Vị Thằng' (ô B2). Có phải: xã Vị Thắng"],
    ['Xã Không Có', "Không có trong danh mục: 'Xã Không Có' (ô B2)"],
    ['X· VÞ Th¾ng', "Chữ dùng bảng mã cũ (TCVN3 hoặc VNI): 'X· VÞ Th¾ng' (trang 'Xã', ô B2)"],
  ])('%s', (name, told) => {
    const { rows, problems } = rowsOf([1, name, 90, 100]);
    expect(rows).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(told)]);
  });
});

test('districts and communes in one flat list', () => {
  const { rows } = rowsOf(
    [1, 'Huyện Vị Thủy', 500, 600],
    [2, 'Xã Vị Thủy', 90, 100],
    [3, 'Thành phố Vị Thanh', 700, 800],
    [4, 'Xã Vị Tân', 70, 101],
  );
  expect(rows.map((row) => row.split(':')[0])).toEqual([
    'Huyện Vị Thủy',
    'Xã Vị Thủy',
    'Thành phố Vị Thanh',
    'Xã Vị Tân',
  ]);
});

test('figures in a row without a name are told, not passed over', () => {
  const { rows, problems } = read([
    gridOf([
      ['Đơn vị', 'Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh'],
      ['Xã Vị Thắng', 90, 100],
      [null, 50, 60],
      [null, null, null],
    ]),
  ]);
  expect(rows).toHaveLength(1);
  expect(problems).toEqual([
    "Trang tính 'Xã': dòng 3 có số liệu nhưng không có tên đơn vị (ô A3). Dòng này chưa được chấm; ghi tên đơn vị rồi chấm lại.",
  ]);
});

test.each([[['A', 'B', 1, 2]], [['(1)', '(2)', '(3)', '(4)']], [['A', 'B', 'C', '1']]])(
  'a row that numbers the columns is no unit: %p',
  (numbers) => {
    const { rows, problems } = read([
      gridOf([
        ['TT', 'Đơn vị', 'Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh'],
        numbers,
        [1, 'Xã Vị Thắng', 90, 100],
      ]),
    ]);
    expect(rows).toEqual(['Xã Vị Thắng: dvc 90/100']);
    expect(problems).toEqual([]);
  },
);
