/** Nghị định 30/2020/NĐ-CP, Annex I: the page as the file says it, and as LibreOffice lays it out. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Paper } from '../../src/documents';
import { papersOf, partOf } from './given';

const MM = 1440 / 25.4;
let papers: readonly Paper[];
beforeAll(async () => {
  ({ papers } = await papersOf());
});

test('A4; margins 20, 20, 30 and 15 mm on every page of every paper', () => {
  for (const paper of papers) {
    const xml = partOf(paper, 'word/document.xml');
    const sizes = [...xml.matchAll(/<w:pgSz ([^/]*)\/>/g)].map(([, each = '']) => ({
      width: attribute(each, 'w'),
      height: attribute(each, 'h'),
      landscape: each.includes('landscape'),
    }));
    const margins = [...xml.matchAll(/<w:pgMar ([^/]*)\/>/g)].map(([, each = '']) =>
      ['top', 'bottom', 'left', 'right'].map((side) => attribute(each, side)),
    );
    expect(sizes.length).toBeGreaterThan(0);
    for (const { width, height, landscape } of sizes) {
      expect([width, height]).toEqual(landscape ? [297, 210] : [210, 297]);
    }
    for (const margin of margins) expect(margin).toEqual([20, 20, 30, 15]);
  }
});

function attribute(attributes: string, name: string): number {
  return Math.round(Number(new RegExp(`w:${name}="(\\d+)"`).exec(attributes)?.[1]) / MM);
}

test('Times New Roman, 14 points, Vietnamese', () => {
  for (const paper of papers) {
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(partOf(paper, 'word/styles.xml'));
    expect(defaults?.[0]).toContain('w:ascii="Times New Roman"');
    expect(defaults?.[0]).toContain('<w:sz w:val="28"/>');
    expect(defaults?.[0]).toContain('w:val="vi-VN"');
    expect(partOf(paper, 'word/document.xml')).not.toMatch(/w:rFonts/);
  }
});

const missing = ['soffice', 'pdftotext'].filter((tool) => spawnSync(tool, ['-v']).error);
const skipped = missing.length > 0 && !process.env.CI;
if (skipped) {
  process.stderr.write(`${missing.join(', ')} missing: the check by LibreOffice is skipped\n`);
}
const check = skipped ? describe.skip : describe;

check('as LibreOffice lays it out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  let pages: ReadonlyMap<string, readonly string[]>;
  beforeAll(() => {
    const chosen = papers.filter(({ file }) => !/^05-.*-(0[2-9]|10)-/.test(file));
    for (const { file, bytes } of chosen) writeFileSync(join(folder, file), bytes);
    const paths = chosen.map(({ file }) => join(folder, file));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      'soffice',
      ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...paths],
      { stdio: 'ignore' },
    );
    pages = new Map(
      chosen.map(({ file }) => {
        const pdf = join(folder, file.replace(/docx$/, 'pdf'));
        execFileSync('pdftotext', ['-layout', pdf]);
        const text = readFileSync(pdf.replace(/pdf$/, 'txt'), 'utf8').normalize('NFC');
        return [file.slice(0, 2), text.split('\f').slice(0, -1)];
      }),
    );
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const firstLine = (page = '') => page.split('\n').find((line) => line.trim() !== '') ?? '';

  test.each(['01', '02', '03', '04'])(
    '%s: no number on page 1, 2 at the top of page 2',
    (paper) => {
      const [first, second] = pages.get(paper) ?? [];
      expect(firstLine(first)).toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/);
      const isAnnex = second?.includes('DANH SÁCH') ?? false;
      if (!isAnnex) expect(firstLine(second).trim()).toBe('2');
    },
  );

  test.each(['01', '02', '03', '04'])('%s: the list’s pages count from 1 again', (paper) => {
    const all = pages.get(paper) ?? [];
    const annex = all.findIndex((page) => /^\s*DANH SÁCH$/m.test(page));
    expect(annex).toBeGreaterThan(0);
    expect(firstLine(all[annex])).not.toMatch(/^\s*\d+\s*$/);
    expect(firstLine(all[annex + 1]).trim()).toBe('2');
  });

  test('the summary’s table repeats its heading on every page that it reaches', () => {
    const all = pages.get('06') ?? [];
    const withRows = all.slice(1).filter((page) => /^\s*\d+\s+(Xã|Phường|Thị trấn) /m.test(page));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toMatch(/STT/);
  });

  test('the nation’s name, motto and place stand on the right, who issues on the left', () => {
    const [page = ''] = pages.get('01') ?? [];
    expect(page).toMatch(/UBND TỈNH HẬU GIANG\s+CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/);
    expect(page).toMatch(/Độc lập - Tự do - Hạnh phúc/);
    expect(page).toMatch(/Hậu Giang, ngày … tháng … năm …/);
  });

  test('the signature is never alone on its page', () => {
    for (const paper of ['01', '02', '04', '06']) {
      const page = (pages.get(paper) ?? []).find((each) => each.includes('Nơi nhận:')) ?? '';
      const before = page.slice(0, page.indexOf('Nơi nhận:')).replace(/^\s*\d+\s*$/m, '');
      expect([paper, before.trim().length > 20]).toEqual([paper, true]);
    }
  });
});
