import type { CellFormat } from '../model';
import { asBoolean, asNumber, word } from './arguments';
import { autofitColumns, autofitRows } from './autofit';
import { borderCollectionClass } from './borders';
import { HostClass, type Scalar } from './host-class';
import { protectionFormatClass, rangeFillClass, rangeFontClass } from './font-and-fill';
import { HORIZONTAL, VERTICAL } from './format-words';
import type { AreaRef } from './range-ref';
import { columnWidth, rowHeight, useStandard } from './sizes';
import { commonFormat, restyleArea } from './styles';

/** A property of the format, the same in words here and there. */
function flag(name: 'wrapText' | 'shrinkToFit'): Scalar<AreaRef> {
  return {
    get: (area, host) => commonFormat(area, host, (format) => format[name], null),
    set: (area, value, host) => restyleArea(area, { [name]: asBoolean(value) }, host),
  };
}

function amount(name: 'indent' | 'textRotation', from: number, to: number): Scalar<AreaRef> {
  return {
    get: (area, host) => commonFormat(area, host, (format) => format[name], null),
    set: (area, value, host) => restyleArea(area, { [name]: asNumber(value, from, to) }, host),
  };
}

/** A property whose words differ between the API and the file. */
function worded(
  name: 'horizontal' | 'vertical',
  words: Readonly<Record<string, string>>,
): Scalar<AreaRef> {
  const shown = (format: CellFormat) =>
    Object.keys(words).find((each) => words[each] === format[name]) ?? null;
  return {
    get: (area, host) => commonFormat(area, host, shown, null),
    set: (area, value, host) =>
      restyleArea(area, { [name]: words[word(value, Object.keys(words))]! }, host),
  };
}

/** The format of one or more rectangles; what differs between cells reads null. */
export const rangeFormatClass = new HostClass<AreaRef>(() => ({
  name: 'RangeFormat',
  scalars: {
    horizontalAlignment: worded('horizontal', HORIZONTAL),
    verticalAlignment: worded('vertical', VERTICAL),
    wrapText: flag('wrapText'),
    shrinkToFit: flag('shrinkToFit'),
    indentLevel: amount('indent', 0, 250),
    textOrientation: amount('textRotation', -90, 180),
    columnWidth,
    rowHeight,
    useStandardWidth: useStandard('columns'),
    useStandardHeight: useStandard('rows'),
  },
  navs: {
    fill: (area) => rangeFillClass.of(area),
    font: (area) => rangeFontClass.of(area),
    borders: (area) => borderCollectionClass.of(area),
    protection: (area) => protectionFormatClass.of(area),
  },
  methods: {
    autofitColumns: (area, _args, host) => autofitColumns(area, host),
    autofitRows: (area, _args, host) => autofitRows(area, host),
  },
}));
