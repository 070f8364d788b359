import type { ChartModel, ChartSeries, SheetModel } from '../model';
import { asBoolean, asText, integer } from './arguments';
import { invalidArgument } from './fault';
import { HostClass } from './host-class';
import { rangeArgument } from './resolve-range';

interface SeriesRef {
  readonly sheet: SheetModel;
  readonly series: ChartSeries;
}

/** What one row or column of cells is in a chart. */
export const chartSeriesClass = new HostClass<SeriesRef>(() => ({
  name: 'ChartSeries',
  scalars: {
    name: {
      get: ({ series }) => series.name,
      set: ({ series }, value) => {
        series.name = asText(value);
      },
    },
    hasDataLabels: {
      get: ({ series }) => series.hasDataLabels,
      set: ({ series }, value) => {
        series.hasDataLabels = asBoolean(value);
      },
    },
  },
  methods: {
    setValues: ({ sheet, series }, args, host) => {
      series.values = rangeArgument(args[0], sheet, host);
      host.isDirty = true;
    },
    setXAxisValues: ({ sheet, series }, args, host) => {
      series.categories = rangeArgument(args[0], sheet, host);
      host.isDirty = true;
    },
  },
}));

interface ChartOnSheet {
  readonly sheet: SheetModel;
  readonly chart: ChartModel;
}

export const chartSeriesCollectionClass = new HostClass<ChartOnSheet>(() => ({
  name: 'ChartSeriesCollection',
  scalars: { count: { get: ({ chart }) => chart.series.length } },
  items: ({ sheet, chart }) => chart.series.map((series) => chartSeriesClass.of({ sheet, series })),
  methods: {
    getCount: ({ chart }) => chart.series.length,
    getItemAt: ({ sheet, chart }, args) => {
      const series = chart.series[integer(args, 0)];
      if (!series) throw invalidArgument();
      return chartSeriesClass.of({ sheet, series });
    },
  },
}));
