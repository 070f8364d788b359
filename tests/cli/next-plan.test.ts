/** The headless run goes by the plan that the workbook brings, and says so. */
import { openWorkbookFile } from '../../src/host';
import { makeTwoLevel } from '../../scripts/make-two-level';
import { NOW, sheetNamed } from '../workbook/build';
import { Folder, run } from './run';

const folder = new Folder();
afterAll(() => folder.remove());

test('the sample of two levels: scored by its own sheet', async () => {
  const input = folder.write('hai-cap.xlsx', await makeTwoLevel());
  const { status } = await run(input, '--check', '--json', folder.at('ra.json'));
  expect(status).toBe(0);
  const json = folder.json('ra.json');
  expect([json.plan, json.planSheet, json.districts]).toEqual(['gia-dinh-2026', 'Tiêu chí', []]);
  expect(
    json.communes
      .slice(0, 2)
      .map(({ name, district, rank, total }) => [name, district, rank, total]),
  ).toEqual([
    ['Phường Mẫu Mai', 'Cụm thi đua số 1', 1, 100],
    ['Phường Mẫu Lan', 'Cụm thi đua số 1', 2, 95.8],
  ]);
  expect(json.awards.individuals).toHaveLength(9);
});

test('a wrong cell: exit 1, the cell on stderr and in the JSON, nothing written', async () => {
  const file = await openWorkbookFile(await makeTwoLevel());
  const sheet = sheetNamed(file.model, 'Tiêu chí');
  const rows = Array.from({ length: 60 }, (_, row) => row);
  const row = rows.find((at) => String(sheet.read(at, 0).value).startsWith('Điểm chuẩn')) ?? 0;
  sheet.writeValue(row, 1, 'bảy mươi');
  const input = folder.write('sai.xlsx', await file.save(NOW));
  const out = folder.at('sai-ra.xlsx');
  const ended = await run(input, '--out', out, '--json', folder.at('sai.json'));
  expect(ended.status).toBe(1);
  expect(ended.problems).toContain(`'Tiêu chí'!B${row + 1}`);
  expect(ended.problems).toContain("'bảy mươi' không phải là số điểm");
  const json = folder.json('sai.json');
  expect([json.plan, json.planSheet]).toEqual(['', 'Tiêu chí']);
  expect(json.problems).toMatchObject([
    { code: 'planCell', sheet: 'Tiêu chí', address: `B${row + 1}` },
  ]);
  expect(() => folder.read('sai-ra.xlsx')).toThrow('ENOENT');
});
