import type { PageSetup, Rect, SheetModel } from '../model';
import { asBoolean, asNumber, asRecord, asText, word } from './arguments';
import { invalidArgument, itemNotFound } from './fault';
import { HostClass, type HostObject, type Scalar } from './host-class';
import { rangeClass } from './range';
import { rangeAreasClass } from './range-areas';
import { areasArgument } from './resolve-range';
import type { HostSession } from './session';
import { MAX_COLUMNS, MAX_ROWS } from './addresses';

const PAPERS: Readonly<Record<string, number>> = {
  Letter: 1,
  Legal: 5,
  A3: 8,
  A4: 9,
  A5: 11,
  B4: 12,
  B5: 13,
};
const paperNames = Object.keys(PAPERS);
const ORIENTATIONS = ['Portrait', 'Landscape'] as const;

type Margin = keyof PageSetup['margins'];

const margin = (name: Margin): Scalar<SheetModel> => ({
  get: ({ page }) => page.margins[name],
  set: ({ page }, value) => {
    page.margins[name] = asNumber(value, 0);
  },
});

type Flag = 'centerHorizontally' | 'centerVertically' | 'printGridlines' | 'printHeadings';

const flag = (name: Flag): Scalar<SheetModel> => ({
  get: ({ page }) => page[name],
  set: ({ page }, value) => {
    page[name] = asBoolean(value);
  },
});

function zoomOf({ page }: SheetModel): Record<string, number> {
  if (page.fitToWidth === null && page.fitToHeight === null) return { scale: page.scale };
  return {
    ...(page.fitToWidth === null ? {} : { horizontalFitToPages: page.fitToWidth }),
    ...(page.fitToHeight === null ? {} : { verticalFitToPages: page.fitToHeight }),
  };
}

function setZoom({ page }: SheetModel, value: unknown): void {
  const zoom = asRecord(value);
  const pages = (name: string) =>
    zoom[name] === undefined || zoom[name] === null ? null : asNumber(zoom[name], 1);
  const [wide, tall] = [pages('horizontalFitToPages'), pages('verticalFitToPages')];
  const scale =
    zoom['scale'] === undefined || zoom['scale'] === null ? null : asNumber(zoom['scale'], 10, 400);
  if (scale !== null && (wide !== null || tall !== null)) throw invalidArgument();
  page.fitToWidth = wide;
  page.fitToHeight = tall;
  if (scale !== null) page.scale = scale;
}

function setMargins({ page }: SheetModel, args: readonly unknown[]): void {
  const perUnit = { points: 1, inches: 72, centimeters: 72 / 2.54 };
  const unit = word(args[0], ['Points', 'Inches', 'Centimeters']).toLowerCase();
  const factor = perUnit[unit as keyof typeof perUnit];
  for (const [name, value] of Object.entries(asRecord(args[1]))) {
    if (!(name in page.margins)) throw invalidArgument();
    page.margins[name as Margin] = asNumber(value, 0) * factor;
  }
}

function titleRows(sheet: SheetModel): HostObject | null {
  const titles = sheet.printTitleRows;
  return titles && rangeClass.of({ sheet, rect: wholeRows(titles) });
}

const wholeRows = ({ first, last }: { first: number; last: number }): Rect => ({
  row: first,
  column: 0,
  rows: last - first + 1,
  columns: MAX_COLUMNS,
});

function titleColumns(sheet: SheetModel): HostObject | null {
  const titles = sheet.printTitleColumns;
  if (!titles) return null;
  const columns = titles.last - titles.first + 1;
  return rangeClass.of({ sheet, rect: { row: 0, column: titles.first, rows: MAX_ROWS, columns } });
}

function printArea(sheet: SheetModel): HostObject | null {
  return sheet.printArea.length > 0 ? rangeAreasClass.of({ sheet, rects: sheet.printArea }) : null;
}

const orNotFound =
  (find: (sheet: SheetModel) => HostObject | null) =>
  (sheet: SheetModel): HostObject => {
    const object = find(sheet);
    if (!object) throw itemNotFound();
    return object;
  };

const rectOf = (value: unknown, sheet: SheetModel, host: HostSession): Rect =>
  areasArgument(value, sheet, host).rects[0]!;

/** How a sheet is printed. */
export const pageLayoutClass = new HostClass<SheetModel>(() => ({
  name: 'PageLayout',
  scalars: {
    orientation: {
      get: ({ page }) => (page.orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      set: ({ page }, value) => {
        page.orientation = word(value, ORIENTATIONS) === 'Landscape' ? 'landscape' : 'portrait';
      },
    },
    paperSize: {
      get: ({ page }) => paperNames.find((name) => PAPERS[name] === page.paperSize) ?? null,
      set: ({ page }, value) => {
        page.paperSize = PAPERS[word(value, paperNames)] ?? null;
      },
    },
    zoom: { get: zoomOf, set: setZoom },
    centerHorizontally: flag('centerHorizontally'),
    centerVertically: flag('centerVertically'),
    printGridlines: flag('printGridlines'),
    printHeadings: flag('printHeadings'),
    topMargin: margin('top'),
    bottomMargin: margin('bottom'),
    leftMargin: margin('left'),
    rightMargin: margin('right'),
    headerMargin: margin('header'),
    footerMargin: margin('footer'),
  },
  navs: { headersFooters: (sheet) => headerFooterGroupClass.of(sheet) },
  methods: {
    setPrintMargins: setMargins,
    setPrintArea: (sheet, args, host) => {
      sheet.printArea = areasArgument(args[0], sheet, host).rects;
    },
    setPrintTitleRows: (sheet, args, host) => {
      const { row, rows } = rectOf(args[0], sheet, host);
      sheet.printTitleRows = { first: row, last: row + rows - 1 };
    },
    setPrintTitleColumns: (sheet, args, host) => {
      const { column, columns } = rectOf(args[0], sheet, host);
      sheet.printTitleColumns = { first: column, last: column + columns - 1 };
    },
    getPrintArea: orNotFound(printArea),
    getPrintAreaOrNullObject: printArea,
    getPrintTitleRows: orNotFound(titleRows),
    getPrintTitleRowsOrNullObject: titleRows,
    getPrintTitleColumns: orNotFound(titleColumns),
    getPrintTitleColumnsOrNullObject: titleColumns,
  },
}));

/** The host keeps one header and footer for all pages. */
const headerFooterGroupClass = new HostClass<SheetModel>(() => ({
  name: 'HeaderFooterGroup',
  scalars: { state: { get: () => 'Default' } },
  navs: { defaultForAllPages: (sheet) => headerFooterClass.of(sheet) },
}));

const line = (
  place: 'header' | 'footer',
  part: 'left' | 'center' | 'right',
): Scalar<SheetModel> => ({
  get: ({ page }) => page[place][part],
  set: ({ page }, value) => {
    page[place] = { ...page[place], [part]: asText(value) };
  },
});

const headerFooterClass = new HostClass<SheetModel>(() => ({
  name: 'HeaderFooter',
  scalars: {
    leftHeader: line('header', 'left'),
    centerHeader: line('header', 'center'),
    rightHeader: line('header', 'right'),
    leftFooter: line('footer', 'left'),
    centerFooter: line('footer', 'center'),
    rightFooter: line('footer', 'right'),
  },
}));
