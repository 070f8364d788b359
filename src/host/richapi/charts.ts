import type { SheetModel } from '../model';
import { itemNotFound } from './fault';
import { constant, HostClass } from './host-class';

/** Charts stay in the file as they are; the host shows none of them, and adds none. */
export const chartCollectionClass = new HostClass<SheetModel>(() => ({
  name: 'ChartCollection',
  scalars: { count: constant(0) },
  items: () => [],
  methods: {
    getCount: () => 0,
    getItem: () => {
      throw itemNotFound();
    },
    getItemOrNullObject: () => null,
  },
}));
