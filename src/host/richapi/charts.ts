import type { SheetModel } from '../model';
import { HostClass } from './host-class';

/** The host keeps the charts of a file as they are and shows none to Office.js. */
export const chartCollectionClass = new HostClass<SheetModel>(() => ({
  name: 'ChartCollection',
  items: () => [],
  scalars: { count: { get: () => 0 } },
  methods: { getCount: () => 0, getItemOrNullObject: () => null },
}));
