import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { HAU_GIANG_2023 } from '../src/rules';
import { DEFAULT_SETTINGS, type Settings } from '../src/workbook';
import { COMMUNE_HEADINGS, DISTRICT_HEADINGS, sampleRows, sampleSheets } from './sample';
import { MADE_AT, sampleBook } from './sample-book';
import { samplePeople } from './sample-people';

/** What the office entered once: with it, nothing but the figures can keep the result a draft. */
const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  papers: {
    ...DEFAULT_SETTINGS.papers,
    planNumber: '000/KH-UBND (số liệu mẫu)',
    planDate: '2023-10-02',
    periodStart: '2023-10-01',
    round: 'final',
    dataAsOf: '2023-12-31',
    dossierSource: 'Cổng dịch vụ công của tỉnh (số liệu mẫu)',
    identitySource: 'Công an tỉnh (số liệu mẫu)',
  },
};

const PERIOD = 'Từ ngày 01/10/2023 đến ngày 31/12/2023';

/** Makes the sample workbook; equal seeds give equal bytes. */
export async function makeSample(seed?: number): Promise<Uint8Array> {
  const { districts, communes } = sampleSheets(sampleRows(seed));
  const file = await sampleBook(
    HAU_GIANG_2023.province,
    [
      {
        sheet: 'Huyện',
        title: 'SỐ LIỆU CẤP HUYỆN',
        period: PERIOD,
        headings: DISTRICT_HEADINGS,
        rows: districts,
      },
      {
        sheet: 'Xã',
        title: 'SỐ LIỆU CẤP XÃ',
        period: PERIOD,
        headings: COMMUNE_HEADINGS,
        rows: communes,
      },
      samplePeople(HAU_GIANG_2023, 'Huyện, thị xã, thành phố', PERIOD),
    ],
    SETTINGS,
  );
  return file.save(MADE_AT);
}

const target = process.argv[2];
if (require.main === module && target !== undefined) {
  makeSample().then((bytes) => {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  });
}
