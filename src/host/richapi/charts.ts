import type { ChartModel, ChartSeries, Rect, SheetModel } from '../model';
import { asText, integer, key, word } from './arguments';
import { chartClass } from './chart';
import { invalidArgument, itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { NO_INSET } from './position';
import type { RangeRef } from './range-ref';
import { rangeArgument } from './resolve-range';
import type { HostSession } from './session';
import { guardSheet } from './styles';

/** How many cells a new chart lies over, beside its data. */
const NEW_ROWS = 15;
const NEW_COLUMNS = 8;

function find(sheet: SheetModel, wanted: string): HostObject | null {
  const lower = wanted.toLowerCase();
  const chart = sheet.charts.find(({ id, name }) => id === wanted || name.toLowerCase() === lower);
  return chart ? chartClass.of({ sheet, chart }) : null;
}

function orNotFound(found: HostObject | null): HostObject {
  if (!found) throw itemNotFound();
  return found;
}

function at(sheet: SheetModel, index: number): HostObject {
  const chart = sheet.charts[index];
  if (!chart) throw invalidArgument();
  return chartClass.of({ sheet, chart });
}

function add(sheet: SheetModel, args: readonly unknown[], host: HostSession): HostObject {
  guardSheet(sheet);
  const source = rangeArgument(args[1], sheet, host);
  const by = word(args[2] ?? 'Auto', ['Auto', 'Columns', 'Rows']);
  const number = 1 + Math.max(0, ...sheet.charts.map(({ id }) => Number(id.split('-')[1])));
  const { row, column, columns } = source.rect;
  const chart: ChartModel = {
    id: `${sheet.id}-${number}`,
    name: `Chart ${number}`,
    type: asText(args[0]),
    title: { text: '', visible: true },
    hasLegend: true,
    isReversed: false,
    minimum: null,
    series: seriesOf(source, by),
    anchor: { row, column: column + columns + 1, rows: NEW_ROWS, columns: NEW_COLUMNS },
    inset: NO_INSET,
  };
  sheet.charts.push(chart);
  host.isDirty = true;
  return chartClass.of({ sheet, chart });
}

/** The series of a block: names and categories are the texts at its edges. */
function seriesOf({ sheet, rect }: RangeRef, by: 'Auto' | 'Columns' | 'Rows'): ChartSeries[] {
  const acrossColumns = by === 'Columns' || (by === 'Auto' && rect.rows >= rect.columns);
  const [along, across] = acrossColumns ? [rect.rows, rect.columns] : [rect.columns, rect.rows];
  const part = (line: number, from: number, length: number): Rect =>
    acrossColumns
      ? { row: rect.row + from, column: rect.column + line, rows: length, columns: 1 }
      : { row: rect.row + line, column: rect.column + from, rows: 1, columns: length };
  const valueAt = (line: number, index: number) => {
    const cell = part(line, index, 1);
    return sheet.read(cell.row, cell.column).value;
  };
  const hasNames = along > 1 && typeof valueAt(across - 1, 0) === 'string';
  const hasCategories = across > 1 && typeof valueAt(0, along - 1) === 'string';
  const from = hasNames ? 1 : 0;
  const lines = Array.from({ length: across }, (_, line) => line).slice(hasCategories ? 1 : 0);
  return lines.map((line, i) => ({
    name: hasNames ? String(valueAt(line, 0) ?? '') : `Series${i + 1}`,
    values: { sheet, rect: part(line, from, along - from) },
    categories: hasCategories ? { sheet, rect: part(0, from, along - from) } : null,
    hasDataLabels: false,
  }));
}

/** The charts that calls added. Those of a file stay in it as they are and are not told. */
export const chartCollectionClass: HostClass<SheetModel> = new HostClass<SheetModel>(() => ({
  name: 'ChartCollection',
  scalars: { count: { get: ({ charts }) => charts.length } },
  items: (sheet) => sheet.charts.map((chart) => chartClass.of({ sheet, chart })),
  methods: {
    add,
    getCount: ({ charts }) => charts.length,
    getItem: (sheet, args) => orNotFound(find(sheet, key(args, 0))),
    getItemAt: (sheet, args) => at(sheet, integer(args, 0)),
    getItemOrNullObject: (sheet, args) => find(sheet, key(args, 0)),
  },
}));
