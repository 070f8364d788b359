import type { ChartModel, SheetModel } from '../model';
import { asBoolean, asNumber, asText } from './arguments';
import { chartSeriesCollectionClass } from './chart-series';
import { HostClass, type Scalar } from './host-class';
import { cellsUnder, frameOf, NO_INSET, type Frame } from './position';
import { rangeArgument } from './resolve-range';
import type { HostSession } from './session';
import { worksheetClass } from './worksheet';

/** A chart, and the sheet that it lies on. */
export interface ChartRef {
  readonly sheet: SheetModel;
  readonly chart: ChartModel;
}

/** A place or a size in points. The others stay. */
const framed = (key: keyof Frame): Scalar<ChartRef> => ({
  get: (ref) => placeOf(ref)[key],
  set: (ref, value, host) => {
    const frame = { ...placeOf(ref), [key]: asNumber(value, 0) };
    Object.assign(ref.chart, cellsUnder(ref.sheet, frame));
    host.isDirty = true;
  },
});

const placeOf = ({ sheet, chart }: ChartRef): Frame => frameOf(sheet, chart.anchor, chart.inset);

/** Lays the chart over the cells from one to another. */
function setPosition(ref: ChartRef, args: readonly unknown[], host: HostSession): void {
  const { sheet, chart } = ref;
  const { rect: from } = rangeArgument(args[0], sheet, host);
  const { row, column } = from;
  if (args[1] === undefined || args[1] === null) {
    const { left, top } = frameOf(sheet, from);
    Object.assign(chart, cellsUnder(sheet, { ...placeOf(ref), left, top }));
  } else {
    const { rect: to } = rangeArgument(args[1], sheet, host);
    const rows = Math.max(1, to.row + to.rows - row);
    chart.anchor = { row, column, rows, columns: Math.max(1, to.column + to.columns - column) };
    chart.inset = NO_INSET;
  }
  host.isDirty = true;
}

export const chartClass: HostClass<ChartRef> = new HostClass<ChartRef>(() => ({
  name: 'Chart',
  identity: ({ chart }) => ({ Id: chart.id }),
  scalars: {
    id: { get: ({ chart }) => chart.id },
    name: {
      get: ({ chart }) => chart.name,
      set: ({ chart }, value) => {
        chart.name = asText(value);
      },
    },
    chartType: { get: ({ chart }) => chart.type },
    left: framed('left'),
    top: framed('top'),
    width: framed('width'),
    height: framed('height'),
  },
  navs: {
    axes: ({ chart }) => chartAxesClass.of(chart),
    legend: ({ chart }) => chartLegendClass.of(chart),
    series: (ref) => chartSeriesCollectionClass.of(ref),
    title: ({ chart }) => chartTitleClass.of(chart),
    worksheet: ({ sheet }) => worksheetClass.of(sheet),
  },
  methods: {
    delete: ({ sheet, chart }, _args, host) => {
      const at = sheet.charts.indexOf(chart);
      if (at >= 0) sheet.charts.splice(at, 1);
      host.isDirty = true;
    },
    setPosition,
  },
}));

export const chartTitleClass = new HostClass<ChartModel>(() => ({
  name: 'ChartTitle',
  scalars: {
    text: {
      get: ({ title }) => title.text,
      set: ({ title }, value) => {
        title.text = asText(value);
      },
    },
    visible: {
      get: ({ title }) => title.visible,
      set: ({ title }, value) => {
        title.visible = asBoolean(value);
      },
    },
  },
}));

export const chartLegendClass = new HostClass<ChartModel>(() => ({
  name: 'ChartLegend',
  scalars: {
    visible: {
      get: ({ hasLegend }) => hasLegend,
      set: (chart, value) => {
        chart.hasLegend = asBoolean(value);
      },
    },
  },
}));

interface AxisRef {
  readonly chart: ChartModel;
  readonly isOfValues: boolean;
}

export const chartAxesClass = new HostClass<ChartModel>(() => ({
  name: 'ChartAxes',
  navs: {
    categoryAxis: (chart) => chartAxisClass.of({ chart, isOfValues: false }),
    valueAxis: (chart) => chartAxisClass.of({ chart, isOfValues: true }),
  },
}));

/** Of the axis of values only its least value, of that of categories only its direction. */
export const chartAxisClass = new HostClass<AxisRef>(() => ({
  name: 'ChartAxis',
  scalars: {
    minimum: {
      get: ({ chart, isOfValues }) => (isOfValues ? (chart.minimum ?? '') : ''),
      set: ({ chart, isOfValues }, value) => {
        const minimum = value === '' ? null : asNumber(value);
        if (isOfValues) chart.minimum = minimum;
      },
    },
    reversePlotOrder: {
      get: ({ chart, isOfValues }) => !isOfValues && chart.isReversed,
      set: ({ chart, isOfValues }, value) => {
        const isReversed = asBoolean(value);
        if (!isOfValues) chart.isReversed = isReversed;
      },
    },
  },
}));
