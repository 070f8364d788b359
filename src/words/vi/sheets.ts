/** Names of the sheets that the program makes. */
export const SHEETS = {
  districtResult: 'Kết quả cấp huyện',
  communeResult: 'Kết quả cấp xã',
  awards: 'DS đề nghị khen thưởng',
  notProposed: 'Đơn vị không đề nghị',
  bonus: 'Điểm cộng thi đua KT-XH',
  accounts: 'Tập trung tài khoản',
  readings: 'So sánh phương án',
  cards: 'Phiếu chấm điểm',
  periods: 'Các kỳ',
  adjustments: 'Điều chỉnh số liệu',
  review: 'Cần rà soát',
  check: 'Kiểm chứng',
  seal: 'Bản đối chiếu',
  decisions: 'Quyết định của Hội đồng',
  plan: 'Tiêu chí',
  planUnits: 'Danh sách đơn vị',
  individuals: 'Cá nhân',
  districtTemplate: 'Biểu nhập cấp huyện',
  communeTemplate: 'Biểu nhập cấp xã',
} as const;

/** Headings of a result table; those beside the unit rows are the same words. */
export const COLUMNS = {
  order: 'STT',
  unit: 'Đơn vị',
  group: 'Huyện, thị xã, thành phố',
  dvcA: 'Hồ sơ nộp trực tuyến (a)',
  dvcB: 'Tổng hồ sơ phát sinh (b)',
  ratio: 'Tỷ lệ (%)',
  ownRatio: 'Tỷ lệ của huyện (%)',
  memberMean: 'Bình quân các xã (%)',
  combinedRatio: 'Tỷ lệ kết hợp (%)',
  eidA: 'TK ĐDĐT đã kích hoạt (a)',
  eidB: 'Người có CCCD (b)',
  total: 'Tổng điểm',
  rank: 'Xếp hạng',
  note: 'Ghi chú',
} as const;

/** The chart below the districts' results. */
export const CHART = { title: (level: string) => `Tổng điểm ${level}` } as const;

/** "Điểm DVCTT". */
export function pointsHeading(shortName: string): string {
  return `Điểm ${shortName}`;
}

/** "Tỷ lệ DVCTT (%)": beside the unit rows, where two ratios stand in one table. */
export function ratioHeading(shortName: string): string {
  return `Tỷ lệ ${shortName} (%)`;
}

/** Heads the columns that the program writes beside the user's rows. */
export const OUR_COLUMNS = 'KẾT QUẢ CHẤM ĐIỂM (phần mềm ghi)';

export const DRAFT = 'DỰ THẢO';
export const NATIONAL = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const BLANK = '…';

/** A sheet of ours that the user changed is kept: "Kết quả cấp xã 24-11-2023". */
export function keptCopyName(sheet: string, isoDay: string): string {
  const day = isoDay.slice(0, 10).split('-').reverse().join('-');
  return `${sheet.slice(0, 31 - day.length - 1)} ${day}`;
}

/** The sheet that keeps the board's decisions: people may read and mend it by hand. */
export const DECISIONS = {
  title: 'QUYẾT ĐỊNH CỦA HỘI ĐỒNG',
  help: 'Mỗi dòng là một quyết định. Phần mềm chỉ áp dụng khi các đơn vị và điểm còn đúng như lúc quyết định.',
  columns: {
    kind: 'Loại quyết định',
    level: 'Cấp',
    units: 'Các đơn vị bằng điểm / đơn vị',
    points: 'Điểm chính xác',
    order: 'Thứ tự quyết định',
    by: 'Người quyết định',
    on: 'Ngày',
    why: 'Lý do',
    basis: 'Căn cứ',
  },
  kinds: { order: 'Thứ tự khi bằng điểm', declined: 'Không đề nghị khen thưởng' },
} as const;
