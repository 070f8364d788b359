import { asBoolean, asNumber, asText, word } from './arguments';
import { AUTOMATIC_FONT, NO_FILL, readColor } from './colors';
import { invalidArgument } from './fault';
import { UNDERLINE } from './format-words';
import { HostClass, type Scalar } from './host-class';
import type { AreaRef } from './range-ref';
import { commonFormat, restyleArea } from './styles';

function flag(name: 'bold' | 'italic' | 'strikethrough' | 'locked'): Scalar<AreaRef> {
  return {
    get: (area, host) => commonFormat(area, host, (format) => format[name], null),
    set: (area, value, host) => restyleArea(area, { [name]: asBoolean(value) }, host),
  };
}

const LARGEST_FONT = 409;

function fontName(value: unknown): string {
  const name = asText(value).trim();
  if (name === '') throw invalidArgument();
  return name;
}

const underlineWords = Object.keys(UNDERLINE) as (keyof typeof UNDERLINE)[];

/** The font; what differs between cells reads null, a colour "". */
export const rangeFontClass = new HostClass<AreaRef>(() => ({
  name: 'RangeFont',
  scalars: {
    bold: flag('bold'),
    italic: flag('italic'),
    strikethrough: flag('strikethrough'),
    name: {
      get: (area, host) => commonFormat(area, host, (format) => format.fontName, null),
      set: (area, value, host) => restyleArea(area, { fontName: fontName(value) }, host),
    },
    size: {
      get: (area, host) => commonFormat(area, host, (format) => format.fontSize, null),
      set: (area, value, host) =>
        restyleArea(area, { fontSize: asNumber(value, 1, LARGEST_FONT) }, host),
    },
    underline: {
      get: (area, host) =>
        commonFormat(
          area,
          host,
          (format) => underlineWords.find((each) => UNDERLINE[each] === format.underline),
          null,
        ),
      set: (area, value, host) =>
        restyleArea(area, { underline: UNDERLINE[word(value, underlineWords)] }, host),
    },
    color: {
      get: (area, host) =>
        commonFormat(area, host, (format) => format.fontColor ?? AUTOMATIC_FONT, ''),
      set: (area, value, host) => restyleArea(area, { fontColor: readColor(value) }, host),
    },
  },
}));

/** The fill; no fill reads white, as in Excel, and fills that differ read "". */
export const rangeFillClass = new HostClass<AreaRef>(() => ({
  name: 'RangeFill',
  scalars: {
    color: {
      get: (area, host) => commonFormat(area, host, (format) => format.fillColor ?? NO_FILL, ''),
      set: (area, value, host) =>
        restyleArea(area, { fillColor: value === '' ? null : readColor(value) }, host),
    },
  },
  methods: { clear: (area, _args, host) => restyleArea(area, { fillColor: null }, host) },
}));

/** Whether a protected sheet refuses changes of the cells. */
export const protectionFormatClass = new HostClass<AreaRef>(() => ({
  name: 'FormatProtection',
  scalars: { locked: flag('locked') },
}));
