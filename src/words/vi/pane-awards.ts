import { prose } from './numbers';

/** What the place "Khen thưởng" says. */
export const PANE_AWARDS = {
  prizes: (level: string) => `Giải ${level}`,
  prize: 'Hạng',
  unit: 'Đơn vị',
  total: 'Điểm',
  money: (amount: string) => `${amount} đồng`,
  bonus: (points: number) => `cộng ${points} điểm thi đua KT-XH`,
  vacant: 'Để trống: đơn vị đạt hạng không được đề nghị',
  open: 'Chờ Hội đồng quyết định',
  nobody: 'Chưa có đơn vị',
  places: (level: string, given: number, seats: number) =>
    `Tập thể ${level}: ${prose(given)}/${prose(seats)}`,
  noPlaces: 'Chưa có đơn vị nào đủ điều kiện.',
  fewer: (seats: number) => `Còn ${prose(seats)} suất chưa có đơn vị đủ điều kiện.`,

  undecided: 'Chờ Hội đồng quyết định',
  undecidedOf: (places: number, units: number, points: string) =>
    `${prose(places)} suất cho ${prose(units)} đơn vị bằng điểm (${points})`,
  undecidedPrizes: (prizes: string, points: string) => `Giải ${prizes}: bằng điểm (${points})`,
  otherTies: 'Đồng hạng khác',
  otherTiesHint: 'Không ảnh hưởng đến khen thưởng; chỉ nhập quyết định nếu cần thứ tự.',
  tie: (rank: number, points: string) => `Hạng ${rank}: bằng điểm (${points})`,
  enter: 'Nhập quyết định',
  order: 'Thứ tự Hội đồng quyết định',
  up: (unit: string) => `Đưa ${unit} lên`,
  down: (unit: string) => `Đưa ${unit} xuống`,
  moved: (unit: string, place: number) => `${unit}: thứ ${place}`,
  by: 'Người quyết định',
  byDefault: 'Hội đồng Thi đua - Khen thưởng',
  on: 'Ngày quyết định',
  why: 'Lý do',
  basis: 'Căn cứ (số biên bản, văn bản)',
  required: 'Cần nhập mục này.',
  save: 'Ghi quyết định',
  cancel: 'Bỏ',

  passedOver: 'Không đề nghị',
  passed: (unit: string, rank: number | null) =>
    rank === null ? `${unit}:` : `${unit} (hạng ${rank}):`,
  nobodyPassed: 'Không có đơn vị nào bị bỏ qua.',
  declined: (by: string, on: string, why: string) =>
    `Không đề nghị khen thưởng: ${why} (${by}, ngày ${on})`,
  decline: 'Không đề nghị một đơn vị',
  declineHint:
    'Vì lý do ngoài điểm: không gửi báo cáo thành tích đúng hạn, kỷ luật, số liệu sai, xin rút. Đơn vị giữ thứ hạng; suất khen chuyển cho đơn vị sau.',
  declineUnit: 'Đơn vị không được đề nghị',
  choose: '(chọn đơn vị)',

  decisions: 'Quyết định đã nhập',
  noDecisions: 'Chưa có quyết định nào.',
  orderDecision: (units: string) => `Thứ tự: ${units}`,
  declinedDecision: (unit: string) => `Không đề nghị: ${unit}`,
  decided: (by: string, on: string, why: string, basis: string) =>
    `${by}, ngày ${on}. Lý do: ${why}. Căn cứ: ${basis}.`,
  remove: 'Bỏ quyết định này',

  dossier: 'Hồ sơ khen thưởng',
  dossierHint:
    'Tờ trình, biên bản họp xét, dự thảo Quyết định, báo cáo thành tích, báo cáo tổng kết, theo số liệu trong sổ tính lúc này; mỗi văn bản là một tệp Word trong tệp .zip.',
  saveDossier: 'Lưu hồ sơ khen thưởng',

  quotas: (groups: string) => `Số lượng được xét theo ${groups}`,
  quotaUnits: 'Tập thể cấp xã',
  quotaPeople: 'Cá nhân',
  quotaAll: 'Toàn tỉnh',
  quotaOf: (used: number, most: number) => `${used}/${most}`,
  peopleHint: (groups: string) =>
    `Cá nhân do các ${groups} đề nghị; phần mềm đọc từ trang Cá nhân và chỉ kiểm tra.`,
} as const;
