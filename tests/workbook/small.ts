/** A small workbook with one of everything: ranked, gated, passed over. */
import type { WorkbookFile } from '../../src/host';
import { planOf, workbookOf, type Cell, type Rows } from './build';
import type { Settings } from '../../src/workbook';

export const DISTRICT_HEAD = [
  'Đơn vị cấp huyện',
  'Hồ sơ nộp trực tuyến',
  'Tổng hồ sơ phát sinh',
  'Tài khoản ĐDĐT đã kích hoạt',
  'Người có CCCD',
];
export const COMMUNE_HEAD = ['Xã, phường, thị trấn', ...DISTRICT_HEAD.slice(1)];

/** What our columns beside a table of communes are called. */
export const OUR_HEADINGS = [
  'Tỷ lệ DVCTT (%)',
  'Điểm DVCTT',
  'Tỷ lệ ĐDĐT (%)',
  'Điểm ĐDĐT',
  'Tổng điểm',
  'Xếp hạng',
  'Ghi chú',
];

export const SMALL_PLAN = planOf(
  'Huyện Vị Thủy',
  'Huyện Long Mỹ',
  'Huyện Phụng Hiệp',
  'Xã Vị Thắng',
  'Xã Vị Đông',
  'Xã Vị Bình',
  'Xã Lương Tâm',
  'Xã Xà Phiên',
  'Xã Hòa An',
);

// Ratio of communes: Vị Thủy (95 + 90 + 85)/3 = 90 %, Long Mỹ (80 + 69)/2 = 74,5 %, Phụng Hiệp 100 %.
export const DISTRICTS: Cell[][] = [
  ['Huyện Vị Thủy', 900, 1000, 6000, 10000],
  ['Huyện Long Mỹ', 855, 1000, 9000, 10000],
  ['Huyện Phụng Hiệp', 700, 1000, 5000, 10000],
];
export const COMMUNES: Cell[][] = [
  ['Xã Vị Thắng', 95, 100, 900, 1000],
  ['Xã Vị Đông', 90, 100, 800, 1000],
  ['Xã Vị Bình', 85, 100, 700, 1000],
  ['Xã Lương Tâm', 80, 100, 600, 1000],
  ['Xã Xà Phiên', 69, 100, 950, 1000],
  ['Xã Hòa An', 100, 100, 500, 1000],
];

export function smallSheets(
  communes: readonly (readonly Cell[])[] = COMMUNES,
  districts: readonly (readonly Cell[])[] = DISTRICTS,
): Record<string, Rows> {
  return { Huyện: [DISTRICT_HEAD, ...districts], Xã: [COMMUNE_HEAD, ...communes] };
}

export function smallWorkbook(
  communes: readonly (readonly Cell[])[] = COMMUNES,
  settings?: Settings | null,
): Promise<WorkbookFile> {
  return workbookOf(smallSheets(communes), settings);
}

/** The communes with other figures for one of them. */
export function communesWith(name: string, ...figures: Cell[]): Cell[][] {
  return COMMUNES.map((row) => (row[0] === name ? [name, ...figures] : row));
}
