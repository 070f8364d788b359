import type { LogFault, MaskedAccount, Readings } from '../../rules';
import { date, planText, prose, whole } from './numbers';

/** Why a file can't be read as a dossier log, and what to do. */
export const LOG_FAULTS = {
  empty: 'Tệp nhật ký trống.',
  notALog:
    "Không tìm thấy dòng tiêu đề của nhật ký: cần một cột đơn vị (như 'Xã, phường, thị trấn') và một cột tài khoản (như 'Tài khoản nộp') trong 40 dòng đầu.",
  notUtf8:
    'Tệp .csv không dùng bảng mã UTF-8. Mở bằng Excel, chọn Lưu thành, CSV UTF-8 (.csv), rồi chạy lại.',
  oldOrProtected:
    'Tệp nhật ký có mật khẩu hoặc ở định dạng cũ (.xls). Mở bằng Excel, bỏ mật khẩu, lưu thành .xlsx hoặc CSV UTF-8, rồi chạy lại.',
  tooLarge: 'Tệp nhật ký .xlsx quá lớn. Lưu thành CSV UTF-8 (.csv) rồi chạy lại.',
  damaged:
    'Tệp nhật ký bị hỏng hoặc bị cắt ngắn. Lấy lại bản gốc, hoặc mở bằng Excel để sửa rồi lưu lại.',
} as const;

/** Several columns of a log could be the unit's or the account's. */
export function doubtfulLogColumn(headings: readonly string[]): string {
  const shown = headings.map((heading) => `'${heading}'`).join(', ');
  return `Nhật ký có nhiều cột có thể là cùng một nội dung: ${shown}. Đổi tiêu đề các cột không dùng rồi chạy lại.`;
}

/** Names of what a log's rows say that the plan doesn't have; at most a few are told. */
export function logUnmatchedText(log: string, rows: number, shown: readonly string[]): string {
  const names = shown.map((text) => (text === '' ? '(để trống)' : `'${text}'`)).join(', ');
  return `Nhật ký '${log}': ${whole(rows)} dòng có đơn vị không khớp với danh mục (như ${names}); các dòng này không được tính. Sửa tên đơn vị trong nhật ký rồi chấm lại.`;
}

export function logWithoutAccountText(log: string, rows: number): string {
  return `Nhật ký '${log}': ${whole(rows)} dòng không có tài khoản nộp; các dòng này không được tính. Bổ sung tài khoản rồi chấm lại.`;
}

/** @param from and `to` as ISO dates */
export function logOutsideText(outside: {
  readonly log: string;
  readonly rows: number;
  readonly from: string;
  readonly to: string;
}): string {
  const { log, rows, from, to } = outside;
  return `Nhật ký '${log}': ${whole(rows)} dòng có ngày ngoài kỳ được chấm (${date(from)} đến ${date(to)}); các dòng này không được tính. Nếu kỳ chưa đúng, chọn lại kỳ ở mục Số liệu rồi chấm lại.`;
}

export function logUndatedText(log: string, rows: number): string {
  return `Nhật ký '${log}': ${whole(rows)} dòng không có ngày đọc được nên không biết có thuộc kỳ được chấm không; các dòng này không được tính. Sửa ngày (ngày/tháng/năm) rồi chấm lại.`;
}

export function logNotByPeriodText(log: string, lacks: 'days' | 'period'): string {
  return lacks === 'days'
    ? `Nhật ký '${log}' không có cột ngày nộp đọc được: mọi dòng đều được tính, chưa đối chiếu với kỳ được chấm. Đề nghị kiểm tra nhật ký chỉ gồm hồ sơ trong kỳ.`
    : `Chưa biết kỳ được chấm từ ngày nào đến ngày nào: mọi dòng của nhật ký '${log}' đều được tính. Chọn kỳ ở mục Số liệu, hoặc nhập ngày bắt đầu kỳ thi đua, rồi chấm lại.`;
}

/** The sheet "Tập trung tài khoản". */
export const ACCOUNTS_SHEET = {
  title: 'MỨC ĐỘ TẬP TRUNG TÀI KHOẢN NỘP HỒ SƠ',
  from: (log: string) =>
    `Theo nhật ký '${log}'. Lần chấm không kèm nhật ký không cập nhật trang này.`,
  logged: 'Hồ sơ theo nhật ký',
  reported: 'Hồ sơ theo báo cáo (a)',
  accounts: 'Số tài khoản nộp',
  perAccount: 'Hồ sơ trên một tài khoản',
  share: (k: number) => `Tỷ lệ của ${prose(k)} tài khoản nộp nhiều nhất`,
  busiest: 'Các tài khoản nộp nhiều nhất (đã che), thủ tục nộp nhiều nhất',
  toBeLookedInto: 'Cần xác minh',
  differs: 'Khác báo cáo',
  notInLog: 'Không có dòng trong nhật ký',
  within: (from: string, to: string) => `Hồ sơ nộp từ ${date(from)} đến ${date(to)}.`,
  meaning: (k: number, { onOneAccount, busiestShare }: Readings['lookInto']) =>
    `“Cần xác minh”: từ ${whole(onOneAccount)} hồ sơ trên một tài khoản, hoặc ${prose(k)} tài khoản nộp nhiều nhất chiếm từ ${planText(busiestShare)} số hồ sơ. Ngưỡng do phần mềm đặt, Kế hoạch không quy định; đây là việc cần xem, không phải kết luận.`,
  masking: 'Tài khoản chỉ hiện vài ký tự cuối; phần mềm không lưu tài khoản nào.',
} as const;

/** "…222: 30 hồ sơ (Khai sinh: 28)": one of the busiest accounts, and what was filed over it most. */
export function accountText({ masked, dossiers, procedure, ofProcedure }: MaskedAccount): string {
  const filed = procedure === null ? '' : ` (${procedure}: ${whole(ofProcedure)})`;
  return `${masked}: ${whole(dossiers)} hồ sơ${filed}`;
}

/** Why something can't be read as a log, and what to do. */
export function logFaultText(fault: LogFault, shown: readonly string[]): string {
  return fault === 'doubtfulColumn' ? doubtfulLogColumn(shown) : LOG_FAULTS[fault];
}
