/** `--papers DIR`: the award file of a run, never over papers that are there. */
import { readdirSync } from 'node:fs';
import { Folder, run, sampleBytes } from './run';

const folder = new Folder();
afterAll(() => folder.remove());

test('writes the papers; a second run keeps the first one’s, which may have been worked on', async () => {
  const input = folder.write('mau.xlsx', await sampleBytes());
  const first = await run(input, '--out', folder.at('ra.xlsx'), '--papers', folder.at('ho-so'));
  expect(first.status).toBe(0);
  expect(first.out).toContain(`Đã ghi 31 văn bản (.docx) vào: ${folder.at('ho-so')}`);
  const files = readdirSync(folder.at('ho-so'));
  expect(files).toHaveLength(31);
  expect(files.every((file) => file.endsWith('.docx'))).toBe(true);
  const before = folder.read(`ho-so/${files[0] ?? ''}`);

  const second = await run(input, '--check', '--papers', folder.at('ho-so'));
  expect(second.status).toBe(0);
  expect(readdirSync(folder.at('ho-so (2)')).sort()).toEqual(files.sort());
  expect(folder.read(`ho-so/${files[0] ?? ''}`)).toEqual(before);
  expect(folder.read(`ho-so (2)/${files[0] ?? ''}`)).toEqual(before);
});

test('a folder that can’t be made is wrong use, told with its name', async () => {
  const input = folder.write('mau.xlsx', await sampleBytes());
  const ended = await run(input, '--check', '--papers', folder.at('mau.xlsx/ho-so'));
  expect(ended.status).toBe(2);
  expect(ended.problems).toContain(folder.at('mau.xlsx/ho-so'));
});
