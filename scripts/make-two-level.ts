import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { WorkbookHost } from '../src/host';
import { startExcel } from '../src/host/node';
import { DEFAULT_SETTINGS, exportPlan, setPlanUsed, type Settings } from '../src/workbook';
import { MADE_AT, sampleBook } from './sample-book';
import { samplePeople } from './sample-people';
import { TWO_LEVEL_2026, TWO_LEVEL_HEADINGS, twoLevelRows } from './two-level';

const { papers } = DEFAULT_SETTINGS;
const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  papers: {
    ...papers,
    planNumber: '000/KH-UBND (kế hoạch mẫu)',
    planDate: '2025-12-15',
    periodStart: '2026-01-01',
    round: 'final',
    dataAsOf: '2026-12-31',
    dossierSource: 'Cổng dịch vụ công (số liệu mẫu)',
    identitySource: 'Công an tỉnh (số liệu mẫu)',
    parentBody: 'UBND tỉnh Giả Định',
    issuer: 'Sở Khoa học và Công nghệ',
    place: 'Giả Định',
    symbol: 'SKHCN',
    board: { ...papers.board, parentBody: 'Sở Nội vụ tỉnh Giả Định' },
    chairman: {
      ...papers.chairman,
      parentBody: 'Ủy ban nhân dân tỉnh Giả Định',
      name: 'Chủ tịch Ủy ban nhân dân tỉnh Giả Định',
    },
  },
};

const PERIOD = 'Từ ngày 01/01/2026 đến ngày 31/12/2026';

/**
 * Makes the sample of a province of two levels, which brings its own plan on the sheet "Tiêu chí",
 * written as the pane writes it; equal seeds give equal bytes.
 */
export async function makeTwoLevel(seed?: number): Promise<Uint8Array> {
  const file = await sampleBook(
    TWO_LEVEL_2026.province,
    [
      {
        sheet: 'Xã',
        title: 'SỐ LIỆU CẤP XÃ',
        period: PERIOD,
        headings: TWO_LEVEL_HEADINGS,
        rows: twoLevelRows(seed),
      },
      samplePeople(TWO_LEVEL_2026, 'Cụm thi đua', PERIOD),
    ],
    SETTINGS,
  );
  const excel = await startExcel(new WorkbookHost(file));
  try {
    await excel.run(async (context) => {
      await exportPlan(context, TWO_LEVEL_2026, {
        pageLayout: true,
        mergedAreas: true,
        dataValidation: true,
        charts: false,
        rangePlaces: true,
        cellProperties: true,
      });
      await setPlanUsed(context, true);
      context.workbook.worksheets.getItem('Xã').activate();
      await context.sync();
    });
  } finally {
    excel.dispose();
  }
  return file.save(MADE_AT);
}

const target = process.argv[2];
if (require.main === module && target !== undefined) {
  makeTwoLevel().then((bytes) => {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  });
}
