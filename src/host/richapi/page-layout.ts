import type { PageSetup, Rect, SheetModel } from '../model';
import { MAX_COLUMNS, MAX_ROWS } from './addresses';
import { asBoolean, asNumber, asRecord, word } from './arguments';
import { invalidArgument } from './fault';
import { headersFootersClass } from './headers-footers';
import { constant, HostClass, type HostObject, type Scalar } from './host-class';
import { paperName, paperNumber } from './paper-sizes';
import { rangeAreasClass } from './range-areas';
import { rangeClass } from './range';
import { orNotFound } from './names';
import { areasArgument, rangeArgument } from './resolve-range';
import type { HostSession } from './session';

type Side = keyof PageSetup['margins'];

const POINTS_PER_UNIT = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;
const SIDES = ['top', 'bottom', 'left', 'right', 'header', 'footer'] as const;

const margin = (side: Side): Scalar<SheetModel> => ({
  get: ({ page }) => page.margins[side],
  set: ({ page }, value) => {
    page.margins[side] = asNumber(value, 0);
  },
});

function flag(
  name: 'centerHorizontally' | 'centerVertically' | 'printGridlines' | 'printHeadings',
): Scalar<SheetModel> {
  return {
    get: ({ page }) => page[name],
    set: ({ page }, value) => {
      page[name] = asBoolean(value);
    },
  };
}

function readZoom({ page }: SheetModel): unknown {
  const fits = page.fitToWidth !== null || page.fitToHeight !== null;
  if (!fits) return { scale: page.scale };
  return {
    ...(page.fitToWidth === null ? {} : { horizontalFitToPages: page.fitToWidth }),
    ...(page.fitToHeight === null ? {} : { verticalFitToPages: page.fitToHeight }),
  };
}

/** Fitting to pages and a scale exclude each other; what is not named is given up, as in Excel. */
function writeZoom({ page }: SheetModel, value: unknown): void {
  const zoom = asRecord(value);
  const given = (name: string, from: number, to: number): number | null => {
    const part = zoom[name];
    return part === undefined || part === null ? null : asNumber(part, from, to);
  };
  const width = given('horizontalFitToPages', 1, 32_767);
  const height = given('verticalFitToPages', 1, 32_767);
  const scale = given('scale', 10, 400);
  if (scale !== null && (width !== null || height !== null)) throw invalidArgument();
  page.fitToWidth = width;
  page.fitToHeight = height;
  if (scale !== null) page.scale = scale;
}

function setMargins({ page }: SheetModel, args: readonly unknown[], host: HostSession): void {
  host.isDirty = true;
  const unit = word(args[0], ['Points', 'Inches', 'Centimeters']);
  const given = asRecord(args[1]);
  for (const side of SIDES) {
    if (given[side] === undefined || given[side] === null) continue;
    page.margins[side] = asNumber(given[side], 0) * POINTS_PER_UNIT[unit];
  }
}

function printArea(sheet: SheetModel): HostObject | null {
  return sheet.printArea.length > 0 ? rangeAreasClass.of({ sheet, rects: sheet.printArea }) : null;
}

function setPrintArea(sheet: SheetModel, args: readonly unknown[], host: HostSession): void {
  const areas = areasArgument(args[0], sheet, host);
  if (areas.sheet !== sheet) throw invalidArgument();
  sheet.printArea = areas.rects;
  host.isDirty = true;
}

function titleRows(sheet: SheetModel): HostObject | null {
  const title = sheet.printTitleRows;
  const rect: Rect | null = title && {
    row: title.first,
    column: 0,
    rows: title.last - title.first + 1,
    columns: MAX_COLUMNS,
  };
  return rect && rangeClass.of({ sheet, rect });
}

function titleColumns(sheet: SheetModel): HostObject | null {
  const title = sheet.printTitleColumns;
  const rect: Rect | null = title && {
    row: 0,
    column: title.first,
    rows: MAX_ROWS,
    columns: title.last - title.first + 1,
  };
  return rect && rangeClass.of({ sheet, rect });
}

/** How a sheet is printed. */
export const pageLayoutClass = new HostClass<SheetModel>(() => ({
  name: 'PageLayout',
  scalars: {
    orientation: {
      get: ({ page }) => (page.orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      set: ({ page }, value) => {
        const landscape = word(value, ['Portrait', 'Landscape']) === 'Landscape';
        page.orientation = landscape ? 'landscape' : 'portrait';
      },
    },
    paperSize: {
      get: ({ page }) => paperName(page.paperSize),
      set: ({ page }, value) => {
        page.paperSize = paperNumber(value);
      },
    },
    zoom: { get: readZoom, set: writeZoom },
    topMargin: margin('top'),
    bottomMargin: margin('bottom'),
    leftMargin: margin('left'),
    rightMargin: margin('right'),
    headerMargin: margin('header'),
    footerMargin: margin('footer'),
    centerHorizontally: flag('centerHorizontally'),
    centerVertically: flag('centerVertically'),
    printGridlines: flag('printGridlines'),
    printHeadings: flag('printHeadings'),
    blackAndWhite: constant(false),
    draftMode: constant(false),
  },
  navs: { headersFooters: (sheet) => headersFootersClass.of(sheet) },
  methods: {
    setPrintMargins: setMargins,
    setPrintArea,
    getPrintArea: (sheet) => orNotFound(printArea(sheet)),
    getPrintAreaOrNullObject: printArea,
    setPrintTitleRows: (sheet, args, host) => {
      const { rect } = rangeArgument(args[0], sheet, host);
      host.isDirty = true;
      sheet.printTitleRows = { first: rect.row, last: rect.row + rect.rows - 1 };
    },
    getPrintTitleRows: (sheet) => orNotFound(titleRows(sheet)),
    getPrintTitleRowsOrNullObject: titleRows,
    setPrintTitleColumns: (sheet, args, host) => {
      const { rect } = rangeArgument(args[0], sheet, host);
      host.isDirty = true;
      sheet.printTitleColumns = { first: rect.column, last: rect.column + rect.columns - 1 };
    },
    getPrintTitleColumns: (sheet) => orNotFound(titleColumns(sheet)),
    getPrintTitleColumnsOrNullObject: titleColumns,
  },
}));
