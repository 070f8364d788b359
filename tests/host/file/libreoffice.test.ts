/** What the host saves, read by a program that isn't ours. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newWorkbookFile, openWorkbookFile } from '../../../src/host/file';
import type { WorkbookFile } from '../../../src/host/model';
import { AT, fixture, sheetOf } from './helpers';

const missing = spawnSync('soffice', ['--version']).error !== undefined;
const skipped = missing && !process.env.CI;
if (skipped) process.stderr.write('soffice is missing: the LibreOffice check is skipped\n');
const check = skipped ? test.skip : test;

async function converted(file: WorkbookFile, kind: string, filter = kind): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'host-file-'));
  try {
    writeFileSync(join(folder, 'saved.xlsx'), await file.save(AT));
    execFileSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        filter,
        '--outdir',
        folder,
        join(folder, 'saved.xlsx'),
      ],
      { stdio: 'ignore' },
    );
    const made = readdirSync(folder).find((name) => name.endsWith(`.${kind}`)) ?? '';
    expect(statSync(join(folder, made)).size).toBeGreaterThan(0);
    return readFileSync(join(folder, made));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1';

check('a new workbook with formats, a table, a merge, settings', async () => {
  const file = await newWorkbookFile(['Xã']);
  const { model } = file;
  const [sheet] = model.sheets;
  if (!sheet) throw new Error('no sheet');
  sheet.writeValue(0, 0, 'Tên');
  sheet.writeValue(0, 1, 'Điểm');
  sheet.writeValue(1, 0, '=không phải công thức');
  sheet.writeValue(1, 1, 87.5);
  sheet.writeFormula(2, 1, 'SUM(B2:B2)*2');
  sheet.setStyle(
    0,
    0,
    model.restyle(model.defaultStyle, {
      bold: true,
      fillColor: '#FFE699',
      borders: { bottom: { style: 'thin', color: null } },
    }),
  );
  model.addTable(sheet, { row: 0, column: 0, rows: 3, columns: 2 }, true);
  sheet.merge({ row: 4, column: 0, rows: 1, columns: 2 });
  sheet.setHyperlink(1, 0, {
    address: 'https://example.org',
    documentReference: null,
    screenTip: null,
  });
  sheet.frozen = { rows: 1, columns: 0 };
  sheet.page.header.center = 'Kế hoạch';
  sheet.printTitleRows = { first: 0, last: 0 };
  model.addName('Diem', "'Xã'!$B$2", null);
  model.settings.set('a', '1');
  const csv = (await converted(file, 'csv', CSV)).toString('utf8');
  expect(csv.split('\n').slice(0, 3)).toEqual([
    '"Tên","Điểm"',
    '"=không phải công thức",87.5',
    ',175',
  ]);
});

check('a touched workbook of openpyxl', async () => {
  const file = await openWorkbookFile(fixture('rich.xlsx'));
  const sheet = sheetOf(file.model, 'Xã');
  sheet.writeValue(1, 1, 50);
  sheet.writeValue(1, 0, 'Xã Vị Thắng');
  sheet.setStyle(1, 0, file.model.restyle(sheet.styleAt(1, 0), { italic: true }));
  const csv = (await converted(file, 'csv', CSV)).toString('utf8');
  expect(csv.split('\n')[1]).toMatch(/^"Xã Vị Thắng",5000.00%,100,0.5,,"85"/);
  expect((await converted(file, 'pdf')).subarray(0, 4).toString()).toBe('%PDF');
});
