import {
  newWorkbookFile,
  type FormatPatch,
  type SheetModel,
  type WorkbookFile,
  type WorkbookModel,
} from '../src/host';
import { SETTINGS_KEY, type Settings } from '../src/workbook';

/** A table as a sheet of a sample has it. */
export interface SampleTable {
  readonly sheet: string;
  readonly title: string;
  readonly period: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Points; a heading that says a unit is 140, another 92. */
  readonly widths?: readonly number[];
}

/** A workbook of input tables, each on a sheet of its own, with what the office entered once. */
export async function sampleBook(
  province: string,
  tables: readonly SampleTable[],
  settings: Settings,
): Promise<WorkbookFile> {
  const file = await newWorkbookFile(tables.map(({ sheet }) => sheet));
  tables.forEach((table, i) => {
    const sheet = file.model.sheets[i];
    if (sheet) fill(file.model, sheet, province, table);
  });
  file.model.settings.set(SETTINGS_KEY, JSON.stringify(settings));
  return file;
}

/** Every sample is made at one moment: equal seeds give equal bytes. */
export const MADE_AT = new Date('2024-01-05T00:00:00Z');

const HEAD_ROW = 4;
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
const ROW_HEIGHT = 18;

function fill(
  model: WorkbookModel,
  sheet: SheetModel,
  province: string,
  { title, period, headings, rows, widths }: SampleTable,
): void {
  const style = (patch: FormatPatch) => model.restyle(model.defaultStyle, patch);
  const [box, head, bold] = [style(BOX), style(HEAD), style(TITLE)];
  const count = style({ ...BOX, numberFormat: '#,##0' });
  const middle = style({ ...BOX, horizontal: 'center', vertical: 'center' });
  const wrapped = style({ ...BOX, wrapText: true, vertical: 'center' });
  const put = (row: number, column: number, value: string | number, as: number) => {
    sheet.writeValue(row, column, value);
    sheet.setStyle(row, column, as);
  };
  put(0, 0, province.toUpperCase(), style({ ...TITLE, fontSize: 12 }));
  put(1, 0, `${title} (SỐ LIỆU MẪU, KHÔNG CÓ THẬT)`, bold);
  put(2, 0, period, style({ fontName: 'Times New Roman', fontSize: 12, italic: true }));
  [18, 20, 18].forEach((points, row) => sheet.setRowHeight(row, points));
  const widthOf = (column: number) =>
    widths?.[column] ??
    (column === 0 ? 30 : /thành phố|Xã|Đơn vị|Cụm/.test(headings[column] ?? '') ? 140 : 92);
  headings.forEach((heading, column) => {
    put(HEAD_ROW, column, heading, head);
    sheet.setColumnWidth(column, widthOf(column));
  });
  sheet.setRowHeight(HEAD_ROW, widths ? 34 : 66);
  const text = widths ? wrapped : box;
  rows.forEach((values, i) => {
    const row = HEAD_ROW + 1 + i;
    sheet.setRowHeight(row, widths ? 2 * ROW_HEIGHT : ROW_HEIGHT);
    values.forEach((value, column) => {
      put(row, column, value, column === 0 ? middle : typeof value === 'number' ? count : text);
    });
  });
  sheet.frozen = { rows: HEAD_ROW + 1, columns: 2 };
}
