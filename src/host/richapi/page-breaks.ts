import type { SheetModel } from '../model';
import { itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { rangeClass } from './range';
import { rangeArgument } from './resolve-range';
import type { HostSession } from './session';

/** The breaks of a sheet that were set by hand: above rows, or left of columns. */
export interface PageBreaks {
  readonly sheet: SheetModel;
  readonly along: 'rowBreaks' | 'columnBreaks';
}

interface PageBreak extends PageBreaks {
  /** The first row or column after it. */
  readonly index: number;
}

function set({ sheet, along }: PageBreaks, breaks: readonly number[], host: HostSession): null {
  host.isDirty = true;
  sheet[along] = breaks;
  return null;
}

const idOf = ({ along, index }: PageBreak): string => `${along} ${index}`;

/** One break. */
export const pageBreakClass: HostClass<PageBreak> = new HostClass<PageBreak>(() => ({
  name: 'PageBreak',
  identity: (own) => ({ _Id: idOf(own) }),
  scalars: {
    rowIndex: { get: ({ along, index }) => (along === 'rowBreaks' ? index : -1) },
    columnIndex: { get: ({ along, index }) => (along === 'columnBreaks' ? index : -1) },
    _Id: { get: idOf },
  },
  methods: {
    delete: (own, _args, host) =>
      set(
        own,
        own.sheet[own.along].filter((each) => each !== own.index),
        host,
      ),
    getCellAfterBreak: ({ sheet, along, index }) => {
      const [row, column] = along === 'rowBreaks' ? [index, 0] : [0, index];
      return rangeClass.of({ sheet, rect: { row, column, rows: 1, columns: 1 } });
    },
  },
}));

function at(own: PageBreaks, index: number | undefined): HostObject {
  if (index === undefined) throw itemNotFound();
  return pageBreakClass.of({ ...own, index });
}

/** The breaks across or down a sheet. */
export const pageBreaksClass: HostClass<PageBreaks> = new HostClass<PageBreaks>(() => ({
  name: 'PageBreakCollection',
  items: (own) => own.sheet[own.along].map((index) => at(own, index)),
  methods: {
    add: (own, args, host) => {
      const { rect } = rangeArgument(args[0], own.sheet, host);
      const index = own.along === 'rowBreaks' ? rect.row : rect.column;
      if (index > 0) set(own, [...own.sheet[own.along], index], host);
      return at(own, index);
    },
    getCount: ({ sheet, along }) => sheet[along].length,
    // By its place among the others, or by the name that the client got with it.
    getItem: (own, [key]) => {
      const breaks = own.sheet[own.along];
      return at(
        own,
        typeof key === 'number'
          ? breaks[key]
          : breaks.find((index) => idOf({ ...own, index }) === key),
      );
    },
    removePageBreaks: (own, _args, host) => set(own, [], host),
  },
}));
