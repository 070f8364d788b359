import type { SheetModel } from '../model';
import { HostClass } from './host-class';

/** Page breaks set by hand: the host sets none. */
export const pageBreaksClass = new HostClass<SheetModel>(() => ({
  name: 'PageBreakCollection',
  items: () => [],
  methods: { getCount: () => 0, removePageBreaks: () => null },
}));
