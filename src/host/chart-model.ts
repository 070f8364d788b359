import type { Rect, SheetModel } from './model';

/** Cells that a chart draws. */
export interface ChartSource {
  readonly sheet: SheetModel;
  readonly rect: Rect;
}

export interface ChartSeries {
  name: string;
  values: ChartSource | null;
  categories: ChartSource | null;
  hasDataLabels: boolean;
}

/** A chart that a call added: it lives while the workbook is open, a saved file doesn't hold it. */
export interface ChartModel {
  readonly id: string;
  name: string;
  /** Excel's word, such as `BarClustered`. */
  readonly type: string;
  title: { text: string; visible: boolean };
  hasLegend: boolean;
  /** Categories from the far end of their axis. */
  isReversed: boolean;
  /** The least value of the axis; null where it follows the values. */
  minimum: number | null;
  series: ChartSeries[];
  /** The cells that it lies over. */
  anchor: Rect;
  /** How far its edges stand inside those cells, in points. */
  inset: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}
