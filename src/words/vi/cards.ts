import { fullName, type AwardHeld, type Plan, type Unit } from '../../rules';
import { planText, prose, whole } from './numbers';
import { figureName, unusable } from './reasons';
import { lowerFirst, parentName, upperFirst } from './units';
import type { Criterion, Reported } from '../../rules';

/** "Phiếu chấm điểm": one page a unit, for the unit to check what it is scored by. */
export const CARD = {
  title: 'PHIẾU CHẤM ĐIỂM',
  unit: (plan: Plan, unit: Unit) => {
    const group = parentName(plan, unit);
    return `Đơn vị: ${fullName(unit)}${group ? `, ${lowerFirst(group)}` : ''}`;
  },
  figures: '1. Số liệu và nguồn',
  steps: '2. Cách tính',
  result: '3. Kết quả',
  columns: {
    figure: 'Số liệu',
    value: 'Giá trị',
    sheet: 'Trang tính',
    cell: 'Ô',
  },
  noRow: 'Không có dòng số liệu của đơn vị.',
  severalRows: 'Có nhiều dòng với số liệu khác nhau: chưa chấm.',
  accounts: 'số tài khoản nộp',
  criterion: (name: string, { full, threshold }: Criterion) =>
    `${name}: điểm chuẩn ${planText(full)}, ngưỡng đạt điểm tối đa ${planText(threshold)}`,
  moreMembers: (count: number) =>
    `và ${prose(count)} xã, phường, thị trấn khác: xem trang Kết quả cấp xã`,
  total: 'Tổng điểm',
  notScored: 'chưa tính được',
  rank: (rank: number, of: number) => `Xếp hạng: ${whole(rank)}/${whole(of)} đơn vị được xếp hạng`,
  tied: 'đồng hạng',
  award: (held: string) => `Đề nghị khen thưởng: ${held}`,
  opinion:
    'Ý kiến của đơn vị (đồng ý, hoặc số liệu cần điều chỉnh kèm căn cứ): ………………………………………………………………………………………………………………………………',
  preparer: 'NGƯỜI LẬP BIỂU',
  unitSigns: 'ĐẠI DIỆN ĐƠN VỊ',

  one: 'Lập phiếu chấm điểm',
  all: 'Lập phiếu cho mọi đơn vị',
  allHint: 'Ghi trang Phiếu chấm điểm: mỗi đơn vị một trang A4, để gửi đơn vị đối chiếu.',
  told: (count: number) =>
    `Đã lập ${prose(count)} phiếu ở trang Phiếu chấm điểm, mỗi phiếu một trang A4.`,
} as const;

/** "Hồ sơ trực tuyến (a)": a figure of a unit's row. */
export function figureLabel(criterion: string, which: 'a' | 'b' | 'post' | 'percent'): string {
  const mark = which === 'a' || which === 'b' ? ` (${which})` : '';
  return `${upperFirst(figureName(criterion, which))}${mark}`;
}

/** A reported figure as a text: the count, or what stands there instead. */
export function reportedText(figure: Reported): string {
  if ('value' in figure) return whole(figure.value);
  return figure.shown === ''
    ? unusable(figure.unusable)
    : `${unusable(figure.unusable)}: ${figure.shown}`;
}

/** What a unit is proposed for: "Giải Nhất", "Bằng khen". */
export function awardHeldText(held: AwardHeld): string {
  if (held === null) return 'không';
  if (held === 'place') return 'Bằng khen';
  return held === 'open' ? 'Chờ Hội đồng quyết định' : held.prize;
}
