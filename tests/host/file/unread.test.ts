/** Sheets whose cells aren't held. */
import { openWorkbookFile, PartLostError, WorkbookHost } from '../../../src/host';
import { startExcel } from '../../../src/host/node';
import { readZip } from '../../../src/host/file/zip';
import { workbookOf } from '../../workbook/build';

const NOW = new Date(0);
const ROWS = Array.from({ length: 50 }, (_, i) => [`dòng ${i}`, i]);

async function bytes(active = 'A') {
  const file = await workbookOf({ A: ROWS, 'Nhật ký': ROWS }, null);
  file.model.activeSheet = file.model.sheets.find(({ name }) => name === active)!;
  return file.save(NOW);
}

const open = async (input: Uint8Array) =>
  openWorkbookFile(input, { leaveUnread: ({ name }) => name === 'Nhật ký' });

const partOf = (file: Uint8Array) =>
  readZip(file).find(({ name }) => name === 'xl/worksheets/sheet2.xml');

test('reads answer null; the part comes out as it went in, whatever was done to others', async () => {
  const input = await bytes();
  const file = await open(input);
  expect(file.model.sheets.map(({ isUnread }) => isUnread)).toEqual([false, true]);
  const excel = await startExcel(new WorkbookHost(file));
  const values = await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Nhật ký').getRange('A1:B3');
    range.load('values');
    await context.sync();
    return range.values as unknown;
  });
  excel.dispose();
  expect(values).toBeNull();
  file.model.sheets[0]!.writeValue(0, 0, 'khác');
  file.model.addSheet('Mới');
  expect(partOf(await file.save(NOW))).toEqual(partOf(input));
});

test('what was written to it is never lost silently: saving is refused', async () => {
  const file = await open(await bytes());
  file.model.sheets[1]!.writeValue(0, 0, 'x');
  await expect(file.save(NOW)).rejects.toThrow(PartLostError);
});

test.each(['A', 'Nhật ký'])(
  'another sheet can be shown; with %s selected none is grouped',
  async (active) => {
    const input = await bytes(active);
    const file = await open(input);
    const other = file.model.sheets.find(({ name }) => name !== active)!;
    file.model.activeSheet = other;
    expect(file.model.activeSheet).toBe(other);
    file.model.sheets[0]!.writeValue(0, 0, 'khác');
    const saved = await file.save(NOW);
    expect(partOf(saved)).toEqual(partOf(input));
    const selected = readZip(saved).filter(({ name }) => name.startsWith('xl/worksheets/sheet'));
    expect(selected).toHaveLength(2);
    expect((await openWorkbookFile(saved)).model.activeSheet.name).toBe(active);
  },
);
