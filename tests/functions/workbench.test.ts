import { startBench, type Bench } from '../workbench/browser';

let bench: Bench;

beforeAll(async () => {
  bench = await startBench();
}, 300_000);

afterAll(() => bench.close());

test('a formula typed on the workbench is evaluated by the pane’s functions, and again', async () => {
  const page = await bench.open();
  await page.pane();
  const [sheet = ''] = await page.sheetNames();
  const shows = (address: string, text: string) =>
    page.page.waitForFunction(
      ([name, at, wanted]) => window.hgWorkbench?.textAt(name ?? '', at ?? '') === wanted,
      [sheet, address, text],
      { timeout: 20_000 },
    );
  await page.type('Z1', '95');
  await page.type('Z2', '=HG.DIEM("xã",Z1,100,900,1000)');
  await shows('Z2', '97');
  await page.type('Z1', '100');
  await shows('Z2', '100');
  await page.type('Z1', '101');
  await shows('Z2', '#NUM!');
  // An empty cell is handed over as 0; the page asks Excel what stands there.
  await page.type('Z3', '=HG.DIEM("xã",Z4,100,900,1000)');
  await shows('Z3', '#N/A');
  await page.type('Z4', '0');
  await shows('Z3', '40');
  expect(page.errors).toEqual([]);
});
