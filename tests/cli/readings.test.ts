/** `--readings`: the JSON's field and the sheet. */
import { openWorkbookFile } from '../../src/host';
import { Folder, run, sampleBytes } from './run';

const folder = new Folder();
afterAll(() => folder.remove());

test('every combination is computed: in the JSON, on a sheet and in a line', async () => {
  const input = folder.write('mau.xlsx', await sampleBytes());
  const [out, json] = [folder.at('ra.xlsx'), folder.at('ra.json')];
  const ended = await run(input, '--readings', '--out', out, '--json', json);
  expect(ended.out).toMatch(/So sánh phương án: 261 phương án, \d+ kết quả; \d+ trong 10 suất/);
  const { readings, awards } = folder.json('ra.json');
  expect(readings).toMatchObject({ combinations: 261, rounding: { combinations: 6 } });
  const seats = readings?.seats ?? [];
  expect(seats.slice(0, 3).map(({ prize, units }) => [prize, units[0]?.name])).toEqual(
    awards.districts.map(({ prize, name }) => [prize, name]),
  );
  expect(seats.slice(3).map(({ units }) => units[0]?.name)).toEqual(
    awards.communes.map(({ name }) => name),
  );
  for (const { holdsUnder, otherwise } of seats) {
    const others = otherwise.reduce((sum, { combinations }) => sum + combinations, 0);
    expect(holdsUnder + others).toBe(261);
    for (const { readings: ways } of otherwise) expect(ways.length).toBeGreaterThan(0);
  }
  const { model } = await openWorkbookFile(folder.read('ra.xlsx'));
  expect(model.sheets.map(({ name }) => name)).toContain('So sánh phương án');
});

test('without it there is neither', async () => {
  const input = folder.write('mau.xlsx', await sampleBytes());
  await run(input, '--check', '--json', folder.at('khong.json'));
  expect(folder.json('khong.json')).not.toHaveProperty('readings');
});
