/** Large ranges: they go through, and stay well within what a run may take. */
import { bench, plain } from './bench';

const ROWS = 10_000;
const COLUMNS = 14;
/** Far above what it takes (see docs/host.md): this is to catch what grows with the square. */
const BOUND = 10_000;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

test('140,000 cells: written, formatted, read', async () => {
  const { run } = await bench();
  const values = Array.from({ length: ROWS }, (_, r) =>
    Array.from({ length: COLUMNS }, (__, c) => (c % 3 ? r * COLUMNS + c : `Xã ${r % 90}`)),
  );
  const address = `A1:N${ROWS}`;
  const took = await timed(async () => {
    await run((_context, ws) => {
      ws.getRange(address).values = values;
    });
    await run((_context, ws) => {
      const { format } = ws.getRange(address);
      format.font.bold = true;
      format.font.size = 12;
      format.fill.color = '#FFEE00';
      format.horizontalAlignment = 'Center';
      for (const side of ['EdgeTop', 'EdgeBottom', 'InsideHorizontal', 'InsideVertical'] as const) {
        format.borders.getItem(side).style = 'Continuous';
      }
    });
    await run(async (context, ws) => {
      const range = ws.getUsedRange(true);
      range.load('values');
      await context.sync();
      expect(plain(range.values)).toEqual(values);
    });
  });
  expect(took).toBeLessThan(BOUND);
});
