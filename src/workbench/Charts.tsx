import type { ChartModel, ChartSource, WorkbookModel } from '../host';
import { pixels } from './cell-look';
import type { SheetView } from './GridCell';
import { HEADER_WIDTH } from './GridRow';
import { HEADER_HEIGHT } from './useGridPointer';
import { shownText } from './vietnamese';
import type { Port } from './view';
import { words } from './words';

interface Props {
  readonly model: WorkbookModel;
  readonly view: SheetView;
  readonly port: Port;
}

/** The charts of a sheet, over its cells. */
export function Charts({ model, view, port }: Props) {
  const { sheet, rows, columns } = view;
  const frozenWidth = columns.start(sheet.frozen.columns);
  const frozenHeight = rows.start(sheet.frozen.rows);
  return (
    <div
      className="charts"
      style={{
        left: HEADER_WIDTH + frozenWidth,
        top: HEADER_HEIGHT + frozenHeight,
        width: Math.max(0, port.width - frozenWidth),
        height: Math.max(0, port.height - frozenHeight),
      }}
    >
      {sheet.charts.map((chart) => {
        const { anchor, inset } = chart;
        return (
          <Chart
            key={chart.id}
            model={model}
            chart={chart}
            left={columns.start(anchor.column) + pixels(inset.left) - frozenWidth - port.left}
            top={rows.start(anchor.row) + pixels(inset.top) - frozenHeight - port.top}
            width={columns.size(anchor.column, anchor.columns) - pixels(inset.left + inset.right)}
            height={rows.size(anchor.row, anchor.rows) - pixels(inset.top + inset.bottom)}
          />
        );
      })}
    </div>
  );
}

/** Of the labels and of the numbers at the ends of the bars. */
const LABELS = 150;
const NUMBERS = 60;
const TITLE = 34;
const FOOT = 26;
/** How much of its band a bar takes. */
const THICK = 0.6;

interface ChartProps {
  readonly model: WorkbookModel;
  readonly chart: ChartModel;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A sketch: a bar for each value of the first series. */
function Chart({ model, chart, left, top, width, height }: ChartProps) {
  const [series] = chart.series;
  const values = cellsOf(model, series?.values ?? null);
  const labels = cellsOf(model, series?.categories ?? null);
  const bars = values.map(({ text, number }, i) => ({
    text,
    number,
    label: labels[i]?.text ?? '',
  }));
  if (!chart.isReversed) bars.reverse();
  const least = chart.minimum ?? 0;
  const span = Math.max(...bars.map(({ number }) => number - least), 0) || 1;
  const room = Math.max(0, width - LABELS - NUMBERS);
  const band = Math.max(0, height - TITLE - FOOT) / Math.max(1, bars.length);
  const told = bars.map(({ label, text }) => `${label} ${text}`).join('; ');
  return (
    <svg
      role="img"
      aria-label={`${words.chart(chart.title.text)}. ${told}. ${words.chartNotSaved}`}
      className="chart"
      width={width}
      height={height}
      style={{ left, top }}
    >
      {chart.title.visible && (
        <text className="title" x={width / 2} y={22} textAnchor="middle">
          {chart.title.text}
        </text>
      )}
      {bars.map(({ label, text, number }, i) => {
        const middle = TITLE + band * (i + 0.5);
        const long = (Math.max(0, number - least) / span) * room;
        return (
          <g key={i}>
            <text x={LABELS - 8} y={middle} textAnchor="end" dominantBaseline="central">
              {label}
            </text>
            <rect
              className="bar"
              x={LABELS}
              y={middle - (band * THICK) / 2}
              width={long}
              height={band * THICK}
            />
            {series?.hasDataLabels && (
              <text x={LABELS + long + 6} y={middle} dominantBaseline="central">
                {text}
              </text>
            )}
          </g>
        );
      })}
      <text className="unsaved" x={width / 2} y={height - 9} textAnchor="middle">
        {words.chartNotSaved}
      </text>
    </svg>
  );
}

/** The cells of a source, in their order; what is no number counts as 0. */
function cellsOf(
  model: WorkbookModel,
  source: ChartSource | null,
): { readonly text: string; readonly number: number }[] {
  if (!source) return [];
  const { sheet, rect } = source;
  return Array.from({ length: rect.rows * rect.columns }, (_, i) => {
    const row = rect.row + Math.floor(i / rect.columns);
    const column = rect.column + (i % rect.columns);
    const cell = sheet.read(row, column);
    const text = shownText(cell, model.formatOf(sheet.styleAt(row, column)));
    return { text, number: typeof cell.value === 'number' ? cell.value : 0 };
  });
}
