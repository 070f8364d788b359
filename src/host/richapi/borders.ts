import type { BorderLine, BorderSide, Rect } from '../model';
import { integer, key, word } from './arguments';
import {
  lineStyle,
  LINE_STYLES,
  lineWeight,
  LINE_WEIGHTS,
  withStyle,
  withWeight,
} from './border-lines';
import { readColor } from './colors';
import { itemNotFound } from './fault';
import { HostClass, type Scalar } from './host-class';
import type { AreaRef } from './range-ref';
import type { HostSession } from './session';
import { boundedPart, commonFormat, restyleArea } from './styles';

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
type SideIndex = (typeof SIDES)[number];

interface BorderRef {
  readonly area: AreaRef;
  readonly index: SideIndex;
}

/** Which cells' which sides a border of a range is; `mirror` is the same line seen from beyond. */
interface Stretch {
  readonly rect: Rect;
  readonly side: BorderSide;
}

interface Line {
  readonly own: Stretch;
  readonly mirror: Stretch | null;
}

function stretch(rect: Rect, side: BorderSide): Stretch | null {
  const onSheet = rect.rows > 0 && rect.columns > 0 && rect.row >= 0 && rect.column >= 0;
  return onSheet ? { rect, side } : null;
}

function lineOf(rect: Rect, index: SideIndex): Line | null {
  const { row, column, rows, columns } = rect;
  const pair = (own: Stretch | null, mirror: Stretch | null): Line | null => own && { own, mirror };
  switch (index) {
    case 'EdgeTop':
      return pair(
        stretch({ ...rect, rows: 1 }, 'top'),
        stretch({ ...rect, row: row - 1, rows: 1 }, 'bottom'),
      );
    case 'EdgeBottom':
      return pair(
        stretch({ ...rect, row: row + rows - 1, rows: 1 }, 'bottom'),
        stretch({ ...rect, row: row + rows, rows: 1 }, 'top'),
      );
    case 'EdgeLeft':
      return pair(
        stretch({ ...rect, columns: 1 }, 'left'),
        stretch({ ...rect, column: column - 1, columns: 1 }, 'right'),
      );
    case 'EdgeRight':
      return pair(
        stretch({ ...rect, column: column + columns - 1, columns: 1 }, 'right'),
        stretch({ ...rect, column: column + columns, columns: 1 }, 'left'),
      );
    case 'InsideHorizontal':
      return pair(
        stretch({ ...rect, rows: rows - 1 }, 'bottom'),
        stretch({ ...rect, row: row + 1, rows: rows - 1 }, 'top'),
      );
    case 'InsideVertical':
      return pair(
        stretch({ ...rect, columns: columns - 1 }, 'right'),
        stretch({ ...rect, column: column + 1, columns: columns - 1 }, 'left'),
      );
    case 'DiagonalDown':
      return pair(stretch(rect, 'diagonalDown'), null);
    case 'DiagonalUp':
      return pair(stretch(rect, 'diagonalUp'), null);
  }
}

const NONE: BorderLine = { style: null, color: null };

/** The line all along; null where it isn't the same all along. */
function readLine({ area, index }: BorderRef, host: HostSession): BorderLine | null {
  const seen = new Map<string, BorderLine>();
  for (const rect of area.rects) {
    const part = boundedPart(area.sheet, rect);
    const line = part && lineOf(part, index);
    if (!line) continue;
    const own = readStretch(area, line.own, host);
    const bare = own !== null && own.style === null;
    const shown = bare && line.mirror ? readStretch(area, line.mirror, host) : own;
    seen.set(JSON.stringify(shown), shown ?? NONE);
    if (shown === null) return null;
  }
  return seen.size > 1 ? null : ([...seen.values()][0] ?? NONE);
}

function readStretch(area: AreaRef, { rect, side }: Stretch, host: HostSession) {
  const text = commonFormat(
    { sheet: area.sheet, rects: [rect] },
    host,
    (format) => JSON.stringify(format.borders[side]),
    null,
  );
  return text === null ? null : (JSON.parse(text) as BorderLine);
}

function writeLine(
  { area, index }: BorderRef,
  change: (line: BorderLine) => BorderLine,
  host: HostSession,
): void {
  const next = change(readLine({ area, index }, host) ?? NONE);
  for (const rect of area.rects) {
    const part = boundedPart(area.sheet, rect);
    const line = part && lineOf(part, index);
    if (!line) continue;
    lay(area, line.own, next, host);
    const beyond = line.mirror && readStretch(area, line.mirror, host);
    if (line.mirror && beyond?.style !== null) lay(area, line.mirror, next, host);
  }
}

function lay(area: AreaRef, { rect, side }: Stretch, line: BorderLine, host: HostSession): void {
  restyleArea({ sheet: area.sheet, rects: [rect] }, { borders: { [side]: line } }, host);
}

const scalar = (
  get: (line: BorderLine) => unknown,
  mixed: unknown,
  change: (line: BorderLine, value: unknown) => BorderLine,
): Scalar<BorderRef> => ({
  get: (border, host) => {
    const line = readLine(border, host);
    return line ? get(line) : mixed;
  },
  set: (border, value, host) => writeLine(border, (line) => change(line, value), host),
});

export const borderClass = new HostClass<BorderRef>(() => ({
  name: 'RangeBorder',
  scalars: {
    sideIndex: { get: ({ index }) => index },
    style: scalar(lineStyle, null, (line, value) => withStyle(line, word(value, LINE_STYLES))),
    weight: scalar(lineWeight, null, (line, value) => withWeight(line, word(value, LINE_WEIGHTS))),
    color: scalar(
      (line) => line.color ?? '#000000',
      '',
      (line, value) => ({ style: line.style ?? 'thin', color: readColor(value) }),
    ),
  },
}));

/** The eight borders of a range. */
export const borderCollectionClass = new HostClass<AreaRef>(() => ({
  name: 'RangeBorderCollection',
  scalars: { count: { get: () => SIDES.length } },
  items: (area) => SIDES.map((index) => borderClass.of({ area, index })),
  methods: {
    getItem: (area, args) => borderClass.of({ area, index: word(key(args, 0), SIDES) }),
    getItemAt: (area, args) => {
      const index = SIDES[integer(args, 0)];
      if (!index) throw itemNotFound();
      return borderClass.of({ area, index });
    },
  },
}));
