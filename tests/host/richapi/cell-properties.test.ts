/** Links of many cells in one call: an entry each, `{}` where nothing is set. */
import { bench, withMarkup } from './bench';

const link = (cell: string) => ({ hyperlink: { documentReference: `'Xã'!${cell}` } });

test('links of cells: what an entry doesn’t say stays', async () => {
  const { run, sheet } = await bench();
  await run((_context, ws) => {
    ws.getRange('A1:A3').values = [['a'], ['b'], ['c']];
    ws.getRange('A2').hyperlink = { documentReference: "'Xã'!Z9", screenTip: 'stays' };
    ws.getRange('A1:B3').setCellProperties([
      [link('B1'), {}],
      [{}, link('B2')],
      [{}, {}],
    ]);
  });
  const references = [0, 1, 2].map((row) =>
    [0, 1].map((column) => sheet().hyperlinkAt(row, column)?.documentReference ?? null),
  );
  expect(references).toEqual([
    ["'Xã'!B1", null],
    ["'Xã'!Z9", "'Xã'!B2"],
    [null, null],
  ]);
});

test.each<[string, string, (ws: Excel.Worksheet) => void]>([
  [
    'too few rows of cells',
    'InvalidArgument',
    (ws) => ws.getRange('A1:A2').setCellProperties([[link('B1')]]),
  ],
  [
    'a property that the host doesn’t cover',
    'ApiNotFound',
    (ws) => ws.getRange('A1').setCellProperties([[{ format: { font: { bold: true } } }]]),
  ],
])('%s: %s', async (_what, code, change) => {
  const { fails } = await bench();
  expect((await fails((_context, ws) => change(ws))).code).toBe(code);
});

test('a protected sheet refuses them', async () => {
  const made = await bench();
  await made.run((_context, ws) => {
    ws.getRange('A1').values = [[1]];
  });
  const { fails } = await withMarkup(made, '<sheetProtection sheet="1"/>');
  const { code } = await fails((_context, ws) => {
    ws.getRange('A1').setCellProperties([[link('B1')]]);
  });
  expect(code).toBe('AccessDenied');
});
