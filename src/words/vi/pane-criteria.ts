import type { Readings } from '../../rules';
import { COMBINED_RATIO } from './readings';
import { planText, prose } from './numbers';
import { upperFirst } from './units';

/** What the place "Tiêu chí" says. */
export const PANE_CRITERIA = {
  plan: 'Kế hoạch',
  until: (day: string) => `Đến ngày ${day}`,
  criterion: 'Tiêu chí',
  full: 'Điểm chuẩn',
  threshold: 'Ngưỡng đạt điểm tối đa',
  from: (threshold: string) => (threshold === '100%' ? 'đạt 100%' : `từ ${planText(threshold)}`),
  below: (full: string) => `Dưới ngưỡng: tỷ lệ × ${planText(full)}`,
  ratioOf: (numerator: string, denominator: string) => `Tỷ lệ: ${numerator} / ${denominator}`,
  gate: (from: string) => `Điều kiện xét: tỷ lệ hồ sơ trực tuyến từ ${planText(from)} trở lên`,
  tieBreak: 'Bằng điểm: nhiều hồ sơ tập trung trên ít tài khoản thì xếp sau',
  awards: 'Khen thưởng',
  prize: (name: string, money: string, bonus: number) =>
    `${name}: ${money} đồng, cộng ${bonus} điểm`,
  places: (seats: number, level: string) => `${prose(seats)} tập thể ${level}`,
  perGroup: (most: number, group: string) => `Mỗi ${group} không quá ${prose(most)} đơn vị cấp xã`,
  people: (total: number, each: number, group: string) =>
    `${prose(total)} cá nhân, mỗi ${group} ${prose(each)}`,
  peopleExcept: (unit: string, count: number) => `riêng ${unit} ${prose(count)}`,

  readings: 'Cách hiểu',
  readingsHint:
    'Chỗ Kế hoạch có thể hiểu nhiều cách. Chọn cách khác để xem kết quả thay đổi thế nào; chưa có gì được ghi cho đến khi bấm Áp dụng.',
  isDefault: 'mặc định',
  changed: 'Đã đổi',
  ourBounds: 'Mốc do phần mềm đặt',
  ourBoundsHint:
    'Chỉ dùng để báo việc nên xem lại, không làm đổi điểm và thứ hạng. Kế hoạch không nêu các mốc này.',
  letter: 'Số văn bản gửi tỷ lệ',
  letterHint:
    'Chỉ dùng khi cơ quan cung cấp chỉ gửi tỷ lệ phần trăm. Để trống: không chấm theo tỷ lệ.',
  tryLetter: 'Xem thay đổi',

  would: 'Nếu đổi',
  computing: 'Đang tính…',
  needsScore: 'Chấm điểm trước để xem đổi cách hiểu thì kết quả thay đổi thế nào.',
  nothingChanges: 'Điểm, thứ hạng, khen thưởng và cảnh báo không đổi.',
  points: (count: number) => `Điểm của ${prose(count)} đơn vị thay đổi`,
  ranks: (count: number) => `Thứ hạng của ${prose(count)} đơn vị thay đổi`,
  prizeChange: (prize: string, from: string, to: string) => `Giải ${prize}: ${from} → ${to}`,
  nobody: 'chưa có',
  gain: (units: string) => `Thêm vào danh sách khen: ${units}`,
  lose: (units: string) => `Ra khỏi danh sách khen: ${units}`,
  warnings: (from: number, to: number) => `Số cảnh báo: ${prose(from)} → ${prose(to)}`,
  undecided: (from: number, to: number) =>
    `Chỗ chờ Hội đồng quyết định: ${prose(from)} → ${prose(to)}`,
  apply: 'Áp dụng',
  discard: 'Giữ như cũ',
} as const;

/** A reading that the pane can switch: its question and its answers. */
export const READING_NAMES: Readonly<Partial<Record<keyof Readings, string>>> = {
  combinedRatio: 'Tỷ lệ DVCTT của huyện',
  post: 'Hồ sơ nhận qua bưu chính',
  unusableMember: 'Xã chưa có tỷ lệ dùng được',
  noMembers: 'Huyện chưa có số liệu các xã',
  gate: 'Xã dưới điều kiện xét',
  tieMeasures: 'Phân định khi bằng điểm: xét trước',
  busiestAccounts: 'Số tài khoản nộp nhiều nhất được xét',
  places: 'Số tập thể cấp xã được khen',
  perGroup: 'Số đơn vị cấp xã tối đa của một huyện, cụm',
  rounding: 'Làm tròn tổng điểm trước khi xếp hạng',
  percentOnly: 'Chỉ có tỷ lệ ĐDĐT, không có số lượng',
  memberSum: 'Số liệu ĐDĐT của huyện',
  declinedPrize: 'Giải của đơn vị không được đề nghị',
};

/** The answers by their values as text. */
export const READING_OPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  combinedRatio: {
    meanOfRatios: 'Trung bình tỷ lệ huyện và các xã',
    meanOfPoints: 'Trung bình điểm huyện và các xã',
    meanCounts: 'Hồ sơ huyện và bình quân các xã',
    pooledCounts: 'Toàn bộ hồ sơ huyện và các xã',
  },
  post: { leftOut: 'Không tính vào tổng hồ sơ', inDenominator: 'Tính vào tổng hồ sơ' },
  unusableMember: { leftOut: 'Không đưa vào bình quân', countsAsZero: 'Tính là 0%' },
  noMembers: { ownRatioAlone: 'Tính theo tỷ lệ của huyện', notScored: 'Chưa chấm' },
  gate: {
    wholeUnit: 'Không xét cả đơn vị, không xếp hạng',
    criterionOnly: 'Tiêu chí DVCTT tính 0 điểm, vẫn xếp hạng',
  },
  tieMeasures: {
    dossiersPerAccount: 'Số hồ sơ trên mỗi tài khoản nộp',
    busiestShare: 'Tỷ trọng của các tài khoản nộp nhiều nhất',
  },
  memberSum: { ownRow: 'Dòng số liệu của huyện', sumOfMembers: 'Tổng của các xã' },
  declinedPrize: { vacant: 'Để trống', movesUp: 'Đơn vị xếp sau được đẩy lên' },
};

/** What an answer says in full, where its choice holds a short text. */
export const READING_IN_FULL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  combinedRatio: Object.fromEntries(
    Object.entries(COMBINED_RATIO).map(([key, text]) => [key, `${upperFirst(text)}.`]),
  ),
};

export const READING_NUMBERS = {
  byPlan: (count: number | undefined) =>
    count === undefined ? 'Theo Kế hoạch' : `Theo Kế hoạch (${prose(count)})`,
  noRounding: 'Không làm tròn',
  decimals: (count: number) => `${count} chữ số thập phân`,
  count: (count: number) => prose(count),
  accounts: (count: number) => `${prose(count)} tài khoản`,
} as const;

/** The bounds of ours from which something is told as a warning. */
export const READING_BOUNDS = {
  onOneAccount: {
    name: 'Báo cần xác minh: số hồ sơ trên một tài khoản',
    text: (value: string) => `Từ ${value} hồ sơ`,
  },
  busiestShare: {
    name: 'Báo cần xác minh: tỷ trọng của các tài khoản nộp nhiều nhất',
    text: (value: string) => `Từ ${planText(value)}`,
  },
  nearJump: {
    name: 'Báo sát mốc điểm: cách mốc',
    text: (value: string) => `Không quá ${planText(value)} điểm`,
  },
} as const;
