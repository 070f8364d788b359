import { namesPublishedServices, readHeading, roleKey } from '../../../src/workbook/find/headings';

const role = (text: string) => {
  const heading = readHeading(text);
  return heading ? roleKey(heading) : null;
};

describe('the plan’s own words', () => {
  test.each([
    ['Tổng số hồ sơ TTHC nộp trực tuyến', 'dvc.a'],
    ['Tổng số hồ sơ phát sinh (trực tiếp, trực tuyến) của các DVCTT đã công bố', 'dvc.b'],
    ['Tổng số hồ sơ phát sinh của các DVCTT đã công bố', 'dvc.b'],
    ['Tổng số tài khoản định danh điện tử được cấp (đã kích hoạt)', 'eid.a'],
    ['Tổng số người dân có căn cước công dân', 'eid.b'],
  ])('%s', (text, expected) => expect(role(text)).toBe(expected));
});

describe('our own result columns, should they be copied as an input', () => {
  test.each([
    ['Hồ sơ nộp trực tuyến (a)', 'dvc.a'],
    ['Tổng hồ sơ phát sinh (b)', 'dvc.b'],
    ['TK ĐDĐT đã kích hoạt (a)', 'eid.a'],
    ['Người có CCCD (b)', 'eid.b'],
  ])('%s', (text, expected) => expect(role(text)).toBe(expected));
});

describe('the portal’s words', () => {
  test.each([
    ['Tổng số hồ sơ tiếp nhận', 'dvc.b'],
    ['Tiếp nhận trực tuyến', 'dvc.a'],
    ['Tiếp nhận trực tiếp', 'dvc.direct'],
    ['Qua dịch vụ bưu chính công ích', 'dvc.post'],
    ['Qua BCCI', 'dvc.post'],
    ['Tỷ lệ hồ sơ trực tuyến', 'dvc.percent'],
    ['Tên đơn vị', 'unit'],
    ['Đúng hạn', null],
    ['Trễ hạn', null],
  ])('%s', (text, expected) => expect(role(text)).toBe(expected));
});

describe('the police’s words: only what is activated counts', () => {
  test.each([
    ['Số tài khoản ĐDĐT mức độ 2 đã kích hoạt', 'eid.a'],
    ['Số công dân có CCCD', 'eid.b'],
    ['Số hồ sơ cấp tài khoản ĐDĐT mức 2 đã thu nhận', null],
    ['Tài khoản định danh mức 2 được phê duyệt', null],
    ['Tỷ lệ kích hoạt (%)', 'eid.percent'],
  ])('%s', (text, expected) => expect(role(text)).toBe(expected));
});

describe('units and their districts', () => {
  test.each([
    ['Xã, phường, thị trấn', 'unit'],
    ['Đơn vị', 'unit'],
    ['ĐƠN VỊ', 'unit'],
    ['Tên xã/phường/thị trấn', 'unit'],
    ['Huyện, thị xã, thành phố', 'group'],
    ['Huyện', 'group'],
    ['Đơn vị cấp huyện', 'group'],
    ['STT', null],
    ['TT', null],
    ['Ghi chú', null],
    ['', null],
  ])('%s', (text, expected) => expect(role(text)).toBe(expected));
});

test('decomposed Unicode and upper case are the same heading', () => {
  expect(role('Hồ sơ nộp trực tuyến'.normalize('NFD').toUpperCase())).toBe('dvc.a');
});

test('accounts that filed aren’t e-ID accounts', () => {
  expect(role('Số tài khoản nộp')).toBe('accounts');
});

describe('does the total cover published services only?', () => {
  test.each([
    ['Tổng số hồ sơ phát sinh của các DVCTT đã công bố', true],
    ['Số liệu DVC trực tuyến đã công bố', true],
    ['Tổng hồ sơ phát sinh', false],
  ])('%s: %s', (text, yes) => expect(namesPublishedServices(text)).toBe(yes));
});
