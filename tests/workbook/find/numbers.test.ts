import { habitOf, numberIn } from '../../../src/workbook/find/numbers';
import { gridOf, read } from './read';

describe('a number kept as text, by habit', () => {
  test.each([
    ['1.234', 1234, 1.234],
    ['1,234', 1.234, 1234],
    ['1.234.567', 1234567, null],
    ['1,234,567', null, 1234567],
    ['1.234,5', 1234.5, null],
    ['1,234.5', null, 1234.5],
    ['0.123', null, 0.123],
    ['12.34', null, 12.34],
    ['1 234', 1234, 1234],
    ['1\u00a0234\u00a0567', 1234567, 1234567],
    ['1234', 1234, 1234],
    ['12 hồ sơ', null, null],
  ])('%j: Vietnamese %p, English %p', (text, vi, en) => {
    expect([numberIn(text, 'vi'), numberIn(text, 'en')]).toEqual([vi, en]);
  });
});

describe('the whole column tells', () => {
  test.each([
    [['1.234', '12.345.678'], 'vi', null],
    [['1.234', '5,5'], 'vi', null],
    [['1,234', '12,345,678'], 'en', null],
    [['95', '1.234'], null, '1.234'],
    [['1.234.567', '1,234,567', '1.234'], null, '1.234'],
    [['95', '100', ''], null, null],
  ])('%j: %p', (texts, habit, unclear) => expect(habitOf(texts)).toEqual({ habit, unclear }));
});

const HEAD = ['Đơn vị', 'Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh'];

test('what can be read both ways is asked once a column, and not read', () => {
  const { rows, problems } = read([
    gridOf([HEAD, ['Xã Vị Thắng', '1.234', '1.234.567'], ['Xã Vị Đông', '2.345', 3000]]),
  ]);
  expect(rows).toEqual(['Xã Vị Thắng: dvc noColumn/1234567', 'Xã Vị Đông: dvc noColumn/3000']);
  expect(problems).toEqual([
    "Trang tính 'Xã': số dạng chữ ở cột 'Hồ sơ nộp trực tuyến' (ô B1) đọc được hai cách: '1.234' là 1234 hay 1,234? Chọn cách đọc ở mục Số liệu, hoặc sửa các ô thành số rồi chấm lại.",
  ]);
});

test('a district whose numbers can be read two ways has them all the same: it is no heading', () => {
  const { rows } = read([
    gridOf([
      ['Đơn vị', ...HEAD.slice(1)],
      ['Huyện Vị Thủy', '1.234', '2.345'],
      ['Xã Vị Thắng', '12', '23'],
    ]),
  ]);
  expect(rows).toEqual(['Huyện Vị Thủy: dvc noColumn/noColumn', 'Xã Vị Thắng: dvc 12/23']);
});

test('the answer is kept with the column', () => {
  const choice = { sheet: 'Xã', role: 'dvc.a', heading: HEAD[1] ?? '', numbers: 'vi' } as const;
  const grid = gridOf([HEAD, ['Xã Vị Thắng', '1.234', 2000]]);
  expect(read([grid], [choice])).toMatchObject({
    rows: ['Xã Vị Thắng: dvc 1234/2000'],
    problems: [],
  });
});

test('"-" is neither 0 nor text: the figure is missing', () => {
  const { rows } = read([gridOf([HEAD, ['Xã Vị Thắng', '-', 2000]])]);
  expect(rows).toEqual(['Xã Vị Thắng: dvc empty/2000']);
});

describe('a percent column that disagrees with the counts', () => {
  const percents = (...cells: (string | number)[]) =>
    read([
      gridOf([
        [...HEAD, 'Tỷ lệ hồ sơ trực tuyến'],
        ...cells.map((cell, i) => [i === 0 ? 'Xã Vị Thắng' : 'Xã Vị Đông', 6, 7, cell]),
      ]),
    ]).problems;

  test.each([[6 / 7], ['85,7%'], ['86%'], [85.71], ['85.714 %']])('%p is 6/7 rounded', (cell) =>
    expect(percents(cell)).toEqual([]),
  );

  test.each([['85,8%'], [0.9], ['85%']])('%p is not', (cell) =>
    expect(percents(6 / 7, cell)).toHaveLength(1),
  );

  test('is told once, with its cells', () => {
    expect(percents('90%', '91%')).toEqual([
      "Cột 'Tỷ lệ hồ sơ trực tuyến' không khớp với số lượng ở 2 ô (D2, D3): ô D2 ghi '90%', tính từ số lượng là 85,7143%. Đề nghị kiểm tra lại số liệu.",
    ]);
  });
});
