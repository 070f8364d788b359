/** `--verify`: what was changed since a workbook was scored. */
import { openWorkbookFile } from '../../src/host';
import { NOW, sheetNamed } from '../workbook/build';
import { Folder, run, sampleBytes } from './run';

const folder = new Folder();
afterAll(() => folder.remove());
let scored: string;

beforeAll(async () => {
  const input = folder.write('mau.xlsx', await sampleBytes());
  scored = folder.at('ra.xlsx');
  await run(input, '--out', scored, '--json', folder.at('ra.json'));
});

test('the JSON has the seal', () => {
  const { seal } = folder.json('ra.json');
  expect(seal?.code).toMatch(/^[0-9a-f]{64}$/);
  expect(seal?.short).toBe(seal?.code.slice(-12));
});

test('nothing was changed: 0, and nothing is written', async () => {
  const before = folder.read('ra.xlsx');
  const ended = await run(scored, '--verify', '--json', folder.at('kiem.json'));
  expect(ended.status).toBe(0);
  expect(ended.out).toContain('Không có gì thay đổi từ lúc chấm (07:00 ngày 05/01/2024)');
  expect(ended.out).toContain('không chứng tỏ ai đã lập');
  expect(folder.read('ra.xlsx').equals(before)).toBe(true);
  const json = folder.json('kiem.json');
  expect(json).toMatchObject({
    seal: folder.json('ra.json').seal,
    verification: { unchanged: true, changes: [], notChecked: [], sealed: { intact: true } },
  });
});

test('a figure and a result were changed: 4, with each cell, old and new', async () => {
  const file = await openWorkbookFile(folder.read('ra.xlsx'));
  const input = sheetNamed(file.model, 'Xã');
  const old = input.read(5, 3).value;
  input.writeValue(5, 3, 900);
  sheetNamed(file.model, 'Kết quả cấp xã').writeValue(10, 1, 'Xã Khác');
  folder.write('sua.xlsx', await file.save(NOW));
  const { status, out } = await run(
    folder.at('sua.xlsx'),
    '--verify',
    '--json',
    folder.at('sua.json'),
  );
  expect(status).toBe(4);
  const { changes, unchanged } = folder.json('sua.json').verification!;
  expect(unchanged).toBe(false);
  expect(changes).toEqual([
    expect.objectContaining({ sheet: 'Xã', address: 'D6', old: String(old), new: '900' }),
    expect.objectContaining({ sheet: 'Kết quả cấp xã', address: 'B11', new: 'Xã Khác' }),
  ]);
  expect(out).toContain(`(trang 'Xã', ô D6): ${old} → 900`);
});

test('a workbook that was never scored has no seal: 4', async () => {
  const { status, out } = await run(folder.at('mau.xlsx'), '--verify');
  expect(status).toBe(4);
  expect(out).toContain('chưa có mã đối chiếu');
});
