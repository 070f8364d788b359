/** The bench's sketch of a chart, and what it says of the copy that is downloaded. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { ChartModel, Rect, SheetModel, WorkbookModel } from '../../src/host';
import { Axis } from '../../src/workbench/axis';
import { Charts } from '../../src/workbench/Charts';
import { words } from '../../src/workbench/words';

const CELLS: (string | number)[][] = [
  ['Huyện A', 90],
  ['Huyện B', 45],
];
const part = (column: number): Rect => ({ row: 0, column, rows: 2, columns: 1 });

function draw(more: Partial<ChartModel> = {}) {
  const charts: ChartModel[] = [];
  const sheet = {
    charts,
    frozen: { rows: 1, columns: 0 },
    read: (row: number, column: number) => ({
      value: CELLS[row]?.[column] ?? null,
      formula: null,
      calculated: true,
    }),
    styleAt: () => 0,
  } as unknown as SheetModel;
  charts.push({
    id: '1-1',
    name: 'Ours',
    type: 'BarClustered',
    title: { text: 'Tổng điểm', visible: true },
    hasLegend: false,
    isReversed: true,
    minimum: 0,
    series: [
      {
        name: 'Tổng điểm',
        values: { sheet, rect: part(1) },
        categories: { sheet, rect: part(0) },
        hasDataLabels: true,
      },
    ],
    inset: { left: 0, top: 0, right: 0, bottom: 0 },
    anchor: { row: 4, column: 1, rows: 10, columns: 5 },
    ...more,
  });
  const model = { formatOf: () => ({ numberFormat: '0.00' }) } as unknown as WorkbookModel;
  const view = {
    sheet,
    rows: new Axis(50, () => 20),
    columns: new Axis(20, () => 100),
  } as unknown as Parameters<typeof Charts>[0]['view'];
  const port = { top: 40, left: 10, width: 800, height: 600 };
  return renderToStaticMarkup(<Charts model={model} view={view} port={port} />);
}

const widths = (markup: string) =>
  [...markup.matchAll(/<rect [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));

test('a bar for each value, where the chart lies over the cells, with what a copy lacks', () => {
  const markup = draw();
  expect(markup).toContain('width="500" height="200" style="left:90px;top:20px"');
  expect(widths(markup)).toEqual([290, 145]);
  const bars = 'Huyện A 90,00; Huyện B 45,00';
  expect(markup).toContain(`aria-label="Biểu đồ: Tổng điểm. ${bars}. ${words.chartNotSaved}"`);
  expect(markup).toContain(`>${words.chartNotSaved}</text>`);
});

test('bars from below and from another least value, as the chart has it; none where it is empty', () => {
  expect(widths(draw({ isReversed: false, minimum: 40 }))).toEqual([29, 290]);
  expect(widths(draw({ series: [] }))).toEqual([]);
});
