import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  newWorkbookFile,
  type FormatPatch,
  type SheetModel,
  type WorkbookModel,
} from '../src/host';
import { DEFAULT_SETTINGS, SETTINGS_KEY, type Settings } from '../src/workbook';
import { COMMUNE_HEADINGS, DISTRICT_HEADINGS, sampleRows, sampleSheets } from './sample';

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

const HEAD_ROW = 4;

/** Makes the sample workbook; equal seeds give equal bytes. */
export async function makeSample(seed?: number): Promise<Uint8Array> {
  const file = await newWorkbookFile(['Huyện', 'Xã']);
  const { model } = file;
  const { districts, communes } = sampleSheets(sampleRows(seed));
  const [upper, lower] = model.sheets;
  if (upper) fill(model, upper, 'SỐ LIỆU CẤP HUYỆN', DISTRICT_HEADINGS, districts);
  if (lower) fill(model, lower, 'SỐ LIỆU CẤP XÃ', COMMUNE_HEADINGS, communes);
  model.settings.set(SETTINGS_KEY, JSON.stringify(SETTINGS));
  return file.save(new Date('2024-01-05T00:00:00Z'));
}

const LINE = { style: 'thin', color: null } as const;
const BOX: FormatPatch = {
  fontName: 'Times New Roman',
  fontSize: 12,
  borders: { top: LINE, bottom: LINE, left: LINE, right: LINE },
};
const HEAD: FormatPatch = {
  ...BOX,
  bold: true,
  horizontal: 'center',
  vertical: 'center',
  wrapText: true,
};
const TITLE: FormatPatch = { fontName: 'Times New Roman', fontSize: 14, bold: true };

function fill(
  model: WorkbookModel,
  sheet: SheetModel,
  title: string,
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const style = (patch: FormatPatch) => model.restyle(model.defaultStyle, patch);
  const [box, head, bold] = [style(BOX), style(HEAD), style(TITLE)];
  const count = style({ ...BOX, numberFormat: '#,##0' });
  const middle = style({ ...BOX, horizontal: 'center' });
  const put = (row: number, column: number, value: string | number, as: number) => {
    sheet.writeValue(row, column, value);
    sheet.setStyle(row, column, as);
  };
  put(0, 0, 'TỈNH HẬU GIANG', style({ ...TITLE, fontSize: 12 }));
  put(1, 0, `${title} (SỐ LIỆU MẪU, KHÔNG CÓ THẬT)`, bold);
  put(
    2,
    0,
    'Từ ngày 01/10/2023 đến ngày 31/12/2023',
    style({ fontName: 'Times New Roman', fontSize: 12, italic: true }),
  );
  [18, 20, 18].forEach((points, row) => sheet.setRowHeight(row, points));
  headings.forEach((heading, column) => {
    put(HEAD_ROW, column, heading, head);
    sheet.setColumnWidth(
      column,
      column === 0 ? 30 : /thành phố|Xã|Đơn vị/.test(heading) ? 140 : 92,
    );
  });
  sheet.setRowHeight(HEAD_ROW, 66);
  rows.forEach((values, i) => {
    sheet.setRowHeight(HEAD_ROW + 1 + i, 18);
    values.forEach((value, column) => {
      put(
        HEAD_ROW + 1 + i,
        column,
        value,
        column === 0 ? middle : typeof value === 'number' ? count : box,
      );
    });
  });
  sheet.frozen = { rows: HEAD_ROW + 1, columns: 2 };
}

const target = process.argv[2];
if (require.main === module && target !== undefined) {
  makeSample().then((bytes) => {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  });
}
