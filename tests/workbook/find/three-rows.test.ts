import { words } from '../../../src/words';
import { gridOf, read } from './read';

const THANG = 'Xã Vị Thắng';

test('the portal’s three heading rows below a title', () => {
  const { rows, tables } = read([
    gridOf([
      ['THỐNG KÊ HỒ SƠ TRỰC TUYẾN'],
      ['STT', 'Tên đơn vị', 'Số hồ sơ tiếp nhận', null, null, null, 'Tỷ lệ hồ sơ trực tuyến'],
      [null, null, 'Tổng số', 'Trong đó'],
      [null, null, null, 'Trực tuyến', 'Trực tiếp', 'Qua BCCI'],
      [1, THANG, 105, 90, 10, 5, '85,7%'],
    ]),
  ]);
  expect(rows).toEqual([`${THANG}: dvc 90/100 +5 (85.7%)`]);
  expect(tables[0]?.head).toEqual({ first: 1, last: 3 });
});

test('what stands above says whose percentage a column is', () => {
  const { rows } = read([
    gridOf([
      ['Đơn vị', 'Số hồ sơ', null, 'Tỷ lệ (%)', null],
      [null, 'Trực tuyến', 'Trực tiếp', 'Trực tuyến', 'Trực tiếp'],
      [THANG, 90, 10, 90, 10],
    ]),
  ]);
  expect(rows).toEqual([`${THANG}: dvc 90/100 (90%)`]);
});

test('the same columns of two periods are told apart by what stands above, and asked', () => {
  const { tables } = read([
    gridOf([
      ['Đơn vị', 'Quý III', null, 'Quý IV', null],
      [null, 'Trực tuyến', 'Tổng hồ sơ', 'Trực tuyến', 'Tổng hồ sơ'],
      [THANG, 9, 10, 90, 100],
    ]),
  ]);
  expect(tables[0]?.headings.slice(1)).toEqual([
    'Quý III Trực tuyến',
    'Quý III Tổng hồ sơ',
    'Quý IV Trực tuyến',
    'Quý IV Tổng hồ sơ',
  ]);
  expect([...(tables[0]?.columns.keys() ?? [])]).toEqual(['unit']);
  expect(new Set(tables[0]?.columnPeriods.map((period) => words.periodName(period)))).toEqual(
    new Set(['Quý III', 'Quý IV']),
  );
});

test('applications for an e-ID are no dossiers', () => {
  const { rows } = read([
    gridOf([
      ['Đơn vị', 'Hồ sơ ĐDĐT đã tiếp nhận', 'Tài khoản ĐDĐT đã kích hoạt', 'Người có CCCD'],
      [THANG, 99, 80, 95],
    ]),
  ]);
  expect(rows).toEqual([`${THANG}: eid 80/95`]);
});

test('rows that are numbered in the name’s cell', () => {
  const { rows } = read([
    gridOf([
      ['Đơn vị', 'Trực tuyến', 'Tổng hồ sơ'],
      ['I. HUYỆN VỊ THỦY', null, null],
      ['1. Vị Thắng', 90, 100],
      ['- X. Vị Đông', 70, 101],
    ]),
  ]);
  expect(rows).toEqual(expect.arrayContaining(['Xã Vị Đông: dvc 70/101']));
});
