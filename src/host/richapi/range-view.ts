import { addressOf, type RangeRef, shownValue, wireValue } from './range-ref';
import { HostClass } from './host-class';
import { rangeClass } from './range';
import { rangeCells } from './range-cells';
import type { HostSession } from './session';
import { valueType } from './value-types';
import type { CellContent } from '../model';

const visible = (ref: RangeRef): { rows: number[]; columns: number[] } => {
  const { row, column, rows, columns } = ref.rect;
  const span = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
  return {
    rows: span(row, rows).filter((each) => !ref.sheet.isRowHidden(each)),
    columns: span(column, columns).filter((each) => !ref.sheet.isColumnHidden(each)),
  };
};

function view(ref: RangeRef, show: (row: number, column: number) => unknown): unknown[][] {
  const { rows, columns } = visible(ref);
  return rows.map((row) => columns.map((column) => show(row, column)));
}

const content = (show: (cell: CellContent) => unknown) => (ref: RangeRef) =>
  view(ref, (row, column) => show(ref.sheet.read(row, column)));

const cellAt = (ref: RangeRef, row: number, column: number): RangeRef => ({
  sheet: ref.sheet,
  rect: { row, column, rows: 1, columns: 1 },
});

/** A scalar of Range, cell by cell. */
const cellwise = (name: 'text' | 'numberFormat') => (ref: RangeRef, host: HostSession) =>
  view(ref, (row, column) => {
    const grid = rangeCells[name]!.get(cellAt(ref, row, column), host) as unknown[][];
    return grid[0]![0];
  });

/** The rows and columns of a range that aren't hidden. */
export const rangeViewClass = new HostClass<RangeRef>(() => ({
  name: 'RangeView',
  scalars: {
    rowCount: { get: (ref) => visible(ref).rows.length },
    columnCount: { get: (ref) => visible(ref).columns.length },
    values: { get: content((cell) => wireValue(shownValue(cell))) },
    valueTypes: { get: content((cell) => valueType(shownValue(cell))) },
    formulas: {
      get: content((cell) => (cell.formula === null ? wireValue(cell.value) : `=${cell.formula}`)),
    },
    text: { get: cellwise('text') },
    numberFormat: { get: cellwise('numberFormat') },
    cellAddresses: {
      get: (ref) => view(ref, (row, column) => addressOf(cellAt(ref, row, column))),
    },
  },
  methods: { getRange: (ref) => rangeClass.of(ref) },
}));
