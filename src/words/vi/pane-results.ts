import { prose, whole } from './numbers';

/** What the place "Kết quả" says. */
export const PANE_RESULTS = {
  levels: 'Cấp',
  search: 'Tìm đơn vị',
  searchHint: 'Gõ tên, có dấu hoặc không dấu',
  district: 'Huyện, thị xã, thành phố',
  allDistricts: 'Tất cả các huyện',
  counts: (ranked: number, gated: number, unscored: number) =>
    [
      `${prose(ranked)} đã xếp hạng`,
      ...(gated > 0 ? [`${prose(gated)} không xét`] : []),
      ...(unscored > 0 ? [`${prose(unscored)} chưa chấm`] : []),
    ].join(' · '),
  provisional: 'Thứ hạng là tạm tính cho đến khi chấm được mọi đơn vị.',
  shown: (count: number) => (count === 0 ? 'Không tìm thấy đơn vị nào.' : `${whole(count)} đơn vị`),
  clear: 'Bỏ tìm và lọc',
  ranking: (level: string) => `Xếp hạng ${level}`,
  rank: (rank: number, tied: boolean) => `Hạng ${rank}${tied ? ' (đồng hạng)' : ''}`,
  tied: 'Đồng hạng',
  noRank: { gated: 'Không xét', incomplete: 'Chưa đủ số liệu', invalid: 'Số liệu sai – chưa chấm' },
  ranked: 'Đã xếp hạng',

  back: 'Danh sách',
  total: 'Tổng điểm',
  of: (points: string, full: string) => `${points}/${full} điểm`,
  how: 'Điểm được tính thế nào',
  members: (count: number) => `Xem từng xã (${prose(count)})`,
  notes: 'Ghi chú',
  notScored: 'Chưa tính được điểm',

  needTitle: 'Cần gì để lên hạng',
  gateTitle: 'Cần gì để được xét',
  needHint: 'Tính đúng theo số liệu hiện nay, các đơn vị khác giữ nguyên. Chỉ hiện ở kỳ sơ kết.',
  gateGoal: (from: string) => `Để đạt điều kiện xét (từ ${from} trở lên), một trong hai cách:`,
  rankGoal: (rank: number, units: string) => `Để vượt hạng ${rank} (${units}), một trong hai cách:`,
  moved: (count: number) =>
    `Chuyển ${whole(count)} hồ sơ trực tiếp sang trực tuyến, tổng không đổi`,
  added: (count: number) => `Thêm ${whole(count)} hồ sơ mới, đều trực tuyến`,
  onlyLevel: ' (chỉ bằng điểm, chưa vượt)',
  movedNever: 'Chuyển hồ sơ trực tiếp sang trực tuyến: không đủ, kể cả khi chuyển hết',
  addedNever: 'Thêm hồ sơ mới đều trực tuyến: bao nhiêu cũng không đủ',

  chart: 'Điểm của các huyện, thị xã, thành phố',
  chartAlt: 'Biểu đồ thanh ngang, mỗi đơn vị một thanh; số liệu ở bảng bên dưới',
  chartTable: 'Xem dạng bảng',
  unit: 'Đơn vị',
} as const;
