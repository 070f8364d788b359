/** The real process: exit status, stdout and stderr, as a shell sees them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { Folder, run, sampleBytes } from './run';

const folder = new Folder();
afterAll(() => folder.remove());
const root = join(__dirname, '..', '..');

test('a run in a process of its own', async () => {
  const input = folder.write('mau.xlsx', await sampleBytes());
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', input, '--json', folder.at('ra.json')],
    { cwd: root, encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stdout).toContain(`Đã ghi: ${folder.at('mau.da-cham.xlsx')}`);
  expect(stdout).toContain('Cấp xã: ');
  expect(stdout).not.toContain('[Cảnh báo]');
  expect(stderr).toContain(`${input}: 'Xã'!`);
  expect(folder.json('ra.json').districts).toHaveLength(8);
  expect(Buffer.from(await sampleBytes()).equals(folder.read('mau.xlsx'))).toBe(true);
});

test.each<[string, Uint8Array | string]>([
  ['a zip that is no workbook', zipSync({ 'a.txt': new Uint8Array([1, 2]) })],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
])('%s ends with 3', async (_, bytes) => {
  const input = folder.write('la.xlsx', bytes);
  const ended = await run(input);
  expect(ended.status).toBe(3);
  expect(ended.problems).toContain(input);
  expect(ended.problems).toContain('không phải là sổ tính Excel');
});

test('a web page with Excel’s old ending', async () => {
  const input = folder.write('cu.xls', '<!DOCTYPE html><html><body><table></table></body></html>');
  const ended = await run(input);
  expect(ended.status).toBe(3);
  expect(ended.problems).toContain('trang web');
});

test('a file made is never the input, whatever way it is written, nor both of those made', async () => {
  const input = folder.write('mau2.xlsx', await sampleBytes());
  const ended = await run(input, '--out', folder.at('x/../mau2.xlsx'));
  expect(ended.status).toBe(2);
  const json = await run(input, '--json', input);
  expect(json.status).toBe(2);
  const both = await run(input, '--json', folder.at('hai'), '--out', folder.at('hai'));
  expect(both.status).toBe(2);
  expect(Buffer.from(await sampleBytes()).equals(folder.read('mau2.xlsx'))).toBe(true);
});
