import type { CellContent, StyleId } from '../model';
import { boundedRows, guardCells, guardSheet, restyleArea } from './styles';
import { isUnbounded } from './addresses';
import { asBoolean } from './arguments';
import { cellText } from './cell-text';
import { matrixFor, writeCells } from './cell-writes';
import { HostFault, invalidArgument } from './fault';
import type { Scalar } from './host-class';
import { readHyperlink, writeHyperlink } from './hyperlinks';
import { cellCount, mapCells, type RangeRef, shownValue, wireValue } from './range-ref';
import type { HostSession } from './session';
import { valueType } from './value-types';

/** Reads a grid; whole rows and columns, and sheets that aren't held, read null, and too many cells are refused, as in Excel. */
function grid(
  ref: RangeRef,
  host: HostSession,
  read: (row: number, column: number) => unknown,
): unknown[][] | null {
  if (isUnbounded(ref.rect) || ref.sheet.isUnread) return null;
  if (cellCount(ref.rect) > host.options.limits.readCells) {
    throw new HostFault(
      'ResponsePayloadSizeLimitExceeded',
      'The response payload size has exceeded the limit.',
    );
  }
  return mapCells(ref, read);
}

const content =
  (show: (cell: CellContent) => unknown) =>
  (ref: RangeRef, host: HostSession): unknown =>
    grid(ref, host, (row, column) => show(ref.sheet.read(row, column)));

const showFormula = (cell: CellContent): unknown =>
  cell.formula === null ? wireValue(cell.value) : `=${cell.formula}`;

function formatReader(host: HostSession): (style: StyleId) => string {
  const known = new Map<StyleId, string>();
  return (style) => {
    let format = known.get(style);
    if (format === undefined) {
      format = host.model.formatOf(style).numberFormat;
      known.set(style, format);
    }
    return format;
  };
}

function readNumberFormat(ref: RangeRef, host: HostSession): unknown {
  const formatOf = formatReader(host);
  return grid(ref, host, (row, column) => formatOf(ref.sheet.styleAt(row, column)));
}

function writeNumberFormat(ref: RangeRef, input: unknown, host: HostSession): void {
  if (typeof input === 'string') {
    restyleArea(
      { sheet: ref.sheet, rects: [ref.rect] },
      { numberFormat: input || 'General' },
      host,
    );
    return;
  }
  const matrix = matrixFor(ref, input);
  guardSheet(ref.sheet);
  host.isDirty = true;
  const restyled = new Map<string, StyleId>();
  mapCells(ref, (row, column) => {
    const format = matrix[row - ref.rect.row]![column - ref.rect.column];
    if (format === null) return;
    if (typeof format !== 'string') throw invalidArgument();
    const old = ref.sheet.styleAt(row, column);
    const key = `${old} ${format}`;
    let next = restyled.get(key);
    if (next === undefined) {
      next = host.model.restyle(old, { numberFormat: format || 'General' });
      restyled.set(key, next);
    }
    if (next !== old) ref.sheet.setStyle(row, column, next);
  });
}

function readText(ref: RangeRef, host: HostSession): unknown {
  const formatOf = formatReader(host);
  return grid(ref, host, (row, column) =>
    cellText(ref.sheet.read(row, column), {
      numberFormat: formatOf(ref.sheet.styleAt(row, column)),
    }),
  );
}

/** True, false, or null where some are hidden and some are not. */
function common(count: number, first: number, isHidden: (index: number) => boolean) {
  const start = isHidden(first);
  for (let index = first + 1; index < first + count; index += 1) {
    if (isHidden(index) !== start) return null;
  }
  return start;
}

const rowsHidden = ({ sheet, rect }: RangeRef): boolean | null =>
  common(rect.rows, rect.row, (row) => sheet.isRowHidden(row));

const columnsHidden = ({ sheet, rect }: RangeRef): boolean | null =>
  common(rect.columns, rect.column, (column) => sheet.isColumnHidden(column));

function hidden(ref: RangeRef): boolean | null {
  const rows = rowsHidden(ref);
  const columns = columnsHidden(ref);
  if (rows === true || columns === true) return true;
  return rows === false && columns === false ? false : null;
}

function hideRows({ sheet, rect }: RangeRef, value: unknown): void {
  const hide = asBoolean(value);
  guardSheet(sheet);
  const part = boundedRows(sheet, rect) ?? { ...rect, rows: 0 };
  for (let row = part.row; row < part.row + part.rows; row += 1) sheet.setRowHidden(row, hide);
}

function hideColumns({ sheet, rect }: RangeRef, value: unknown): void {
  const hide = asBoolean(value);
  guardSheet(sheet);
  for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
    sheet.setColumnHidden(column, hide);
  }
}

const formulas: Scalar<RangeRef> = {
  get: content(showFormula),
  set: (ref, value, host) => writeCells(ref, value, host),
};
const numberFormat: Scalar<RangeRef> = { get: readNumberFormat, set: writeNumberFormat };

/** The properties of a Range that its cells hold. */
export const rangeCells: Readonly<Record<string, Scalar<RangeRef>>> = {
  values: {
    get: content((cell) => wireValue(shownValue(cell))),
    set: (ref, value, host) => writeCells(ref, value, host),
  },
  formulas,
  formulasLocal: formulas,
  text: { get: readText },
  valueTypes: { get: content((cell) => valueType(shownValue(cell))) },
  numberFormat,
  numberFormatLocal: numberFormat,
  rowHidden: { get: rowsHidden, set: hideRows },
  columnHidden: { get: columnsHidden, set: hideColumns },
  hidden: { get: hidden },
  hyperlink: {
    get: readHyperlink,
    set: (ref, value, host) => {
      guardCells({ sheet: ref.sheet, rects: [ref.rect] }, host);
      writeHyperlink(ref, value, host);
    },
  },
};
