/** What Office.js wrote, read by a program that isn't ours. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AT, bench, type Bench } from './bench';

const missing = spawnSync('soffice', ['--version']).error !== undefined;
const skipped = missing && !process.env['CI'];
if (skipped) process.stderr.write('soffice is missing: the LibreOffice check is skipped\n');
const check = skipped ? test.skip : test;

const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1';

async function readByLibreOffice({ file }: Bench): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'host-richapi-'));
  try {
    const saved = join(folder, 'saved.xlsx');
    writeFileSync(saved, await file.save(AT));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = ['--headless', profile, '--convert-to', CSV, '--outdir', folder, saved];
    execFileSync('soffice', args, { stdio: 'ignore' });
    return readFileSync(join(folder, 'saved-Data.csv'), 'utf8').trim().split('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

check('values, formats, formulas, a table, a name, a link, page layout', async () => {
  const made = await bench(['Data', 'Xã']);
  await made.run(async (context, ws) => {
    ws.getRange('A1:C1').values = [['Tên', 'Tỷ lệ', 'Điểm']];
    ws.getRange('A2:C3').values = [
      ["'85", '85.25%', 7],
      ['Vị Thắng', 0.5, '=C2*2'],
    ];
    ws.getRange('B3').numberFormat = [['0%']];
    ws.getRange('A1:C1').format.fill.color = '#FFE699';
    ws.getRange('A1:C3').format.borders.getItem('InsideHorizontal').style = 'Continuous';
    ws.tables.add('A1:C3', true).name = 'Bang';
    context.workbook.names.add('HeSo', '=3');
    ws.getRange('A4').formulas = [['=SUM(Bang[Điểm])*HeSo']];
    ws.getRange('A5:B5').merge();
    ws.getRange('A5').hyperlink = { documentReference: "'Xã'!A1", textToDisplay: 'xem' };
    ws.freezePanes.freezeRows(1);
    ws.pageLayout.orientation = 'Landscape';
    ws.pageLayout.setPrintTitleRows('$1:$1');
    context.workbook.settings.add('khoa', { a: 1 });
    await context.sync();
  });
  expect(await readByLibreOffice(made)).toEqual([
    'Tên,Tỷ lệ,Điểm',
    '85,85.25%,7',
    'Vị Thắng,50%,14',
    '63,,',
    'xem,,',
  ]);
});
