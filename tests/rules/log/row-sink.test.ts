/** Rows given cell by cell, or column by column as a large sheet's are: the same rows. */
import fc from 'fast-check';
import { Interner, RowSink, type CellValue } from '../../../src/rules';

const HEAD = ['Mã', 'Huyện', 'Xã, phường, thị trấn', 'Tài khoản nộp', 'Tên thủ tục', 'Ngày nộp'];

function headed(): RowSink {
  const sink = new RowSink(new Interner());
  HEAD.forEach((text, column) => sink.valueCell(column, text));
  sink.endRow();
  return sink;
}

/** The rows that were kept, texts for their ids. */
function keptIn(sink: RowSink) {
  const { length, unit, group, account, procedure, day } = sink.rows();
  const text = (id: number) => (id < 0 ? null : sink.interner.text(id));
  return Array.from({ length }, (_, row) => [
    ...[unit, group, account, procedure].map((column) => text(column[row] as number)),
    day[row],
  ]);
}

function cellByCell(rows: readonly (readonly CellValue[])[]) {
  const sink = headed();
  for (const row of rows) {
    row.forEach((value, column) => sink.valueCell(column, value));
    sink.endRow();
  }
  return keptIn(sink);
}

function byColumns(rows: readonly (readonly CellValue[])[], atOnce: number) {
  const sink = headed();
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const columns = HEAD.map(
      (_, column) => [column, some.map((row) => row[column] ?? '')] as const,
    );
    sink.valueColumns(new Map(columns), some.length);
  }
  return keptIn(sink);
}

test('a few rows, one of them blank', () => {
  const rows = [
    ['1', 'Huyện Vị Thủy', ' Xã Vị Thắng ', '0930001', 'Khai sinh', '05/11/2023'],
    ['2', '', '', '', '', ''],
    ['3', 'Huyện Vị Thủy', 'Xã Vị Đông', 930002, 'Khai sinh', 45235],
  ];
  const expected = [
    ['Xã Vị Thắng', 'Huyện Vị Thủy', '0930001', 'Khai sinh'],
    ['Xã Vị Đông', 'Huyện Vị Thủy', '930002', 'Khai sinh'],
  ];
  const kept = byColumns(rows, 2);
  expect(kept.map((row) => row.slice(0, 4))).toEqual(expected);
  expect(new Set(kept.map((row) => row[4])).size).toBe(1);
  expect(cellByCell(rows)).toEqual(kept);
});

const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Xã Vị Thắng', 'Xã Vị Đông', ' a ', 'a', '', ' ') },
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.integer({ min: 0, max: 50_000 }),
  fc.boolean(),
  fc.constantFrom('05/11/2023', '06/11/2023 14:30', '2023-11-07', 'chưa rõ'),
);

test('any values, in pieces of any size', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value, value, value, value, value), { maxLength: 60 }),
      fc.integer({ min: 1, max: 70 }),
      (rows, atOnce) => {
        expect(byColumns(rows, atOnce)).toEqual(cellByCell(rows));
      },
    ),
    { numRuns: 200 },
  );
});

test('columns of more texts than are kept in mind', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => [
    i,
    `Huyện ${i % 8}`,
    `Xã ${i % 75}`,
    `09300${i * 7919}`,
    `Thủ tục ${i % 1300} & kèm theo`,
    i % 40_000,
  ]);
  expect(byColumns(rows, 2000)).toEqual(cellByCell(rows));
});
