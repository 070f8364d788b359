import { addressOf, cellCount, type RangeRef } from './range-ref';
import { isEntireColumn, isEntireRow } from './addresses';
import { dataValidationClass } from './data-validation';
import { HostClass, type ClassSpec } from './host-class';
import { frameOf } from './position';
import { rangeActions } from './range-actions';
import { rangeCells } from './range-cells';
import { rangeFormatClass } from './range-format';
import { rangeNavigation } from './range-navigation';
import { worksheetClass } from './worksheet';

const spec = (): ClassSpec<RangeRef> => ({
  name: 'Range',
  scalars: {
    _ReferenceId: { get: () => undefined },
    address: { get: (ref) => addressOf(ref) },
    addressLocal: { get: (ref) => addressOf(ref) },
    cellCount: { get: ({ rect }) => (cellCount(rect) > 2 ** 31 - 1 ? -1 : cellCount(rect)) },
    rowCount: { get: ({ rect }) => rect.rows },
    columnCount: { get: ({ rect }) => rect.columns },
    rowIndex: { get: ({ rect }) => rect.row },
    columnIndex: { get: ({ rect }) => rect.column },
    isEntireRow: { get: ({ rect }) => isEntireRow(rect) },
    isEntireColumn: { get: ({ rect }) => isEntireColumn(rect) },
    hasSpill: { get: () => false },
    left: { get: ({ sheet, rect }) => frameOf(sheet, rect).left },
    top: { get: ({ sheet, rect }) => frameOf(sheet, rect).top },
    width: { get: ({ sheet, rect }) => frameOf(sheet, rect).width },
    height: { get: ({ sheet, rect }) => frameOf(sheet, rect).height },
    ...rangeCells,
  },
  navs: {
    dataValidation: (ref) => dataValidationClass.of(ref),
    format: ({ sheet, rect }) => rangeFormatClass.of({ sheet, rects: [rect] }),
    worksheet: ({ sheet }) => worksheetClass.of(sheet),
  },
  methods: { ...rangeNavigation, ...rangeActions },
});

/** A rectangle of cells. */
export const rangeClass = new HostClass(spec);
