import { readHeadings } from '../../../src/rules';

const columnsOf = (...texts: readonly string[]) => {
  const columns = readHeadings(new Map(texts.map((text, i) => [i, text])));
  return columns && Object.fromEntries(columns);
};

test('headings of a log, whatever else it has', () => {
  expect(
    columnsOf(
      'STT',
      'Mã hồ sơ',
      'Huyện, thị xã, thành phố',
      'Xã, phường, thị trấn',
      'Tài khoản nộp',
      'Tên thủ tục',
      'Ngày nộp',
      'Ngày hẹn trả',
      'Cán bộ xử lý',
    ),
  ).toEqual({ group: 2, unit: 3, account: 4, procedure: 5, day: 6 });
  expect(columnsOf('Đơn vị tiếp nhận', 'Tên đăng nhập', 'Thời gian tiếp nhận')).toEqual({
    unit: 0,
    account: 1,
    day: 2,
  });
});

test('the filing’s own day goes before others; of several none is taken', () => {
  const head = ['Đơn vị', 'Tài khoản nộp'];
  expect(columnsOf(...head, 'Ngày tiếp nhận', 'Thời gian nộp')).toMatchObject({ day: 3 });
  expect(columnsOf(...head, 'Ngày nộp lần 1', 'Ngày nộp lần 2')).not.toHaveProperty('day');
  for (const other of ['Ngày sinh', 'Ngày hẹn trả', 'Ngày giải quyết', 'Ngày cấp CCCD']) {
    expect(columnsOf(...head, other)).not.toHaveProperty('day');
  }
});

test('tables of units, and scored rows with their notes, are no logs', () => {
  const table = ['Xã, phường, thị trấn', 'Hồ sơ nộp trực tuyến', 'Tổng hồ sơ', 'Số tài khoản nộp'];
  expect(columnsOf(...table)).toBe(null);
  for (const note of [
    'Bằng điểm, xếp theo số hồ sơ trên mỗi tài khoản nộp',
    'Bằng điểm, xếp theo số hồ sơ trên một tài khoản nộp',
    'Bằng điểm, xếp theo tỷ trọng hồ sơ của các tài khoản nộp nhiều nhất',
  ]) {
    expect(columnsOf('1', 'Xã Vị Thắng', 'Huyện Vị Thủy', '90', note)).toBe(null);
    expect(columnsOf('Đơn vị', 'Huyện', note)).toBe(null);
  }
  // The police's table of e-ID accounts, which needn't have a second column of counts.
  expect(columnsOf('Đơn vị', 'Tài khoản ĐDĐT đã kích hoạt', 'Người có CCCD')).toBe(null);
  expect(columnsOf('Đơn vị', 'Tài khoản định danh mức 2 được kích hoạt')).toBe(null);
  expect(columnsOf('Đơn vị', 'Số người có CCCD')).toBe(null);
  // A unit's own name is no heading.
  expect(columnsOf('Xã Vị Thanh', 'Tài khoản nộp: 12')).toBe(null);
});
