import type { SheetModel } from '../model';
import { HostClass } from './host-class';

/** The breaks set by hand: this host shows none, and adds none. */
export const pageBreaksClass = new HostClass<SheetModel>(() => ({
  name: 'PageBreakCollection',
  items: () => [],
  methods: { getCount: () => 0, removePageBreaks: () => null },
}));
