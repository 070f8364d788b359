import type { SheetModel } from '../model';
import { MAX_COLUMNS, MAX_ROWS } from './addresses';
import { asBoolean, asNumber, asText, integer, word } from './arguments';
import { autoFilterClass } from './auto-filter';
import { chartCollectionClass } from './charts';
import { readColor } from './colors';
import { itemNotFound } from './fault';
import { freezePanesClass } from './freeze-panes';
import { type ClassSpec, HostClass, type HostObject } from './host-class';
import { namedItemCollectionClass } from './names';
import { pageBreaksClass } from './page-breaks';
import { pageLayoutClass } from './page-layout';
import { worksheetProtectionClass } from './protection';
import { rangeClass } from './range';
import { rangeAreasClass } from './range-areas';
import { rangeAt } from './range-ref';
import { eventMethods } from './registrations';
import { areasArgument, rangeArgument } from './resolve-range';
import { type HostSession, sheetId } from './session';
import { activateSheet, deleteSheet, renameSheet, setVisibility } from './sheet-actions';
import { tableCollectionClass } from './tables';
import { usedWithin } from './used-range';

type Args = readonly unknown[];

const whole = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
type Visibility = keyof typeof VISIBILITY;
const visibilities = Object.keys(VISIBILITY) as Visibility[];

function used(sheet: SheetModel, args: Args, host: HostSession): HostObject | null {
  const rect = usedWithin({ sheet, rect: whole }, args[0] === true, host);
  return rect && rangeClass.of({ sheet, rect });
}

/** The next or previous sheet, among the visible ones where asked. */
function neighbour(
  sheet: SheetModel,
  step: 1 | -1,
  args: Args,
  host: HostSession,
): HostObject | null {
  const sheets = host.model.sheets.filter(
    (each) => each === sheet || args[0] !== true || each.visibility === 'visible',
  );
  const found = sheets[sheets.indexOf(sheet) + step];
  return found ? worksheetClass.of(found) : null;
}

function orNotFound(found: HostObject | null): HostObject {
  if (!found) throw itemNotFound();
  return found;
}

function rangeByIndexes(sheet: SheetModel, args: Args): HostObject {
  const [row, column, rows, columns] = [0, 1, 2, 3].map((index) => integer(args, index));
  return rangeClass.of(
    rangeAt(sheet, { row: row!, column: column!, rows: rows!, columns: columns! }),
  );
}

const scalars: NonNullable<ClassSpec<SheetModel>['scalars']> = {
  id: { get: sheetId },
  name: {
    get: (sheet) => sheet.name,
    set: (sheet, value, host) => renameSheet(sheet, asText(value), host),
  },
  position: {
    get: (sheet, host) => host.model.sheets.indexOf(sheet),
    set: (sheet, value, host) =>
      host.model.moveSheet(sheet, asNumber(value, 0, host.model.sheets.length - 1)),
  },
  visibility: {
    get: (sheet) => visibilities.find((each) => VISIBILITY[each] === sheet.visibility),
    set: (sheet, value, host) => setVisibility(sheet, VISIBILITY[word(value, visibilities)], host),
  },
  tabColor: {
    get: (sheet) => sheet.tabColor ?? '',
    set: (sheet, value) => {
      sheet.tabColor = value === '' ? null : readColor(value);
    },
  },
  showGridlines: {
    get: (sheet) => sheet.showGridlines,
    set: (sheet, value) => {
      sheet.showGridlines = asBoolean(value);
    },
  },
  standardHeight: { get: (sheet) => sheet.defaultRowHeight },
  standardWidth: { get: (sheet) => sheet.defaultColumnWidth },
};

/** A sheet of the workbook. */
export const worksheetClass: HostClass<SheetModel> = new HostClass<SheetModel>(() => ({
  name: 'Worksheet',
  identity: (sheet) => ({ Id: sheetId(sheet) }),
  scalars,
  navs: {
    autoFilter: (sheet) => autoFilterClass.of(sheet),
    charts: (sheet) => chartCollectionClass.of(sheet),
    freezePanes: (sheet) => freezePanesClass.of(sheet),
    horizontalPageBreaks: (sheet) => pageBreaksClass.of({ sheet, along: 'rowBreaks' }),
    verticalPageBreaks: (sheet) => pageBreaksClass.of({ sheet, along: 'columnBreaks' }),
    names: (sheet) => namedItemCollectionClass.of(sheet),
    pageLayout: (sheet) => pageLayoutClass.of(sheet),
    protection: (sheet) => worksheetProtectionClass.of(sheet),
    tables: (sheet) => tableCollectionClass.of(sheet),
  },
  methods: {
    activate: (sheet, _args, host) => activateSheet(sheet, host),
    calculate: () => null,
    delete: (sheet, _args, host) => deleteSheet(sheet, host),
    getRange: (sheet, args, host) =>
      rangeClass.of(
        args[0] === undefined || args[0] === null || args[0] === ''
          ? { sheet, rect: whole }
          : rangeArgument(args[0], sheet, host),
      ),
    getRanges: (sheet, args, host) =>
      rangeAreasClass.of(
        typeof args[0] === 'string'
          ? areasArgument(args[0], sheet, host)
          : { sheet, rects: [whole] },
      ),
    getCell: (sheet, args) =>
      rangeClass.of(
        rangeAt(sheet, { row: integer(args, 0), column: integer(args, 1), rows: 1, columns: 1 }),
      ),
    getRangeByIndexes: (sheet, args) => rangeByIndexes(sheet, args),
    getUsedRange: (sheet, args, host) =>
      used(sheet, args, host) ??
      rangeClass.of({ sheet, rect: { row: 0, column: 0, rows: 1, columns: 1 } }),
    getUsedRangeOrNullObject: used,
    getNext: (sheet, args, host) => orNotFound(neighbour(sheet, 1, args, host)),
    getNextOrNullObject: (sheet, args, host) => neighbour(sheet, 1, args, host),
    getPrevious: (sheet, args, host) => orNotFound(neighbour(sheet, -1, args, host)),
    getPreviousOrNullObject: (sheet, args, host) => neighbour(sheet, -1, args, host),
    ...eventMethods<SheetModel>(
      ['changed', 'activated', 'deactivated', 'selectionChanged'],
      sheetId,
    ),
  },
}));
