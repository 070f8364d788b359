import { isEntireColumn, isEntireRow } from './addresses';
import { integer } from './arguments';
import { itemNotFound } from './fault';
import { HostClass } from './host-class';
import { rangeClass } from './range';
import { clearRange } from './range-actions';
import { rangeFormatClass } from './range-format';
import { addressOf, type AreaRef, cellCount } from './range-ref';
import { worksheetClass } from './worksheet';

const address = ({ sheet, rects }: AreaRef): string =>
  rects.map((rect) => addressOf({ sheet, rect })).join(',');

/** Several rectangles of one sheet. */
export const rangeAreasClass = new HostClass<AreaRef>(() => ({
  name: 'RangeAreas',
  scalars: {
    _ReferenceId: { get: () => undefined },
    address: { get: address },
    addressLocal: { get: address },
    areaCount: { get: ({ rects }) => rects.length },
    cellCount: { get: ({ rects }) => rects.reduce((sum, rect) => sum + cellCount(rect), 0) },
    isEntireColumn: { get: ({ rects }) => rects.every(isEntireColumn) },
    isEntireRow: { get: ({ rects }) => rects.every(isEntireRow) },
  },
  navs: {
    areas: (areas) => rangeCollectionClass.of(areas),
    format: (areas) => rangeFormatClass.of(areas),
    worksheet: ({ sheet }) => worksheetClass.of(sheet),
  },
  methods: {
    clear: ({ sheet, rects }, args, host) =>
      rects.forEach((rect) => clearRange({ sheet, rect }, args[0], host)),
  },
}));

const items = ({ sheet, rects }: AreaRef) => rects.map((rect) => rangeClass.of({ sheet, rect }));

/** The rectangles of RangeAreas, one Range each. */
export const rangeCollectionClass = new HostClass<AreaRef>(() => ({
  name: 'RangeCollection',
  items,
  methods: {
    getCount: ({ rects }) => rects.length,
    getItemAt: (areas, args) => {
      const found = items(areas)[integer(args, 0)];
      if (!found) throw itemNotFound();
      return found;
    },
  },
}));
