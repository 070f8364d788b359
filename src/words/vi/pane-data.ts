import type { PaperSetting, RuleProblemCode, TableProblem } from '../../rules';
import { prose } from './numbers';
import { decimalNumber } from './table-problems';

const MOST_LISTED = 6;

/** What the place "Số liệu" says. */
export const PANE_DATA = {
  empty: 'Chưa đọc sổ tính',
  tables: 'Bảng đã tìm thấy',
  noTables:
    'Không có bảng số liệu nào trong sổ tính. Tạo biểu mẫu nhập (có sẵn tên các đơn vị), điền số liệu rồi chấm; hoặc sửa dòng tiêu đề của bảng đã có để có cột Đơn vị, Hồ sơ nộp trực tuyến, Tổng hồ sơ phát sinh.',
  table: (sheet: string, rows: number, file: string | null) =>
    `Trang ${sheet}${file === null ? '' : ` (tệp ${file})`}: ${prose(rows)} đơn vị`,
  tableNeeds: 'Có cột cần chọn lại',
  allSure: 'Đã nhận đủ các cột',
  column: 'Số liệu',
  heading: 'Cột trong bảng',
  automatic: '(chưa chọn)',
  reset: '(để phần mềm tự nhận)',
  sure: 'Chắc chắn',
  unsure: 'Chưa chắc, đề nghị xem lại',
  chosen: 'Do người dùng chọn',
  missing: 'Chưa có cột',
  optional: 'Không bắt buộc',
  columnsHint:
    'Chọn lại cột nếu phần mềm nhận sai. Lựa chọn được lưu trong sổ tính cho các lần sau.',

  scopeQuestion: 'Tổng hồ sơ này chỉ gồm TTHC đã công bố DVCTT?',
  scopeWhy:
    'Kế hoạch chỉ tính hồ sơ của các thủ tục đã công bố là DVCTT; bảng số liệu không ghi rõ điều này.',
  scopeYes: 'Đúng, chỉ gồm các thủ tục đó',
  scopeNo: 'Không, có cả thủ tục khác',
  scopeAnsweredYes: 'Đã xác nhận: tổng hồ sơ chỉ gồm TTHC đã công bố DVCTT.',
  scopeAnsweredNo:
    'Đã trả lời: tổng hồ sơ có cả thủ tục khác. Lấy lại số liệu chỉ gồm TTHC đã công bố DVCTT; cho đến lúc đó mỗi trang kết quả có lưu ý.',
  scopeChange: 'Trả lời lại',

  numbersQuestion: 'Số dạng chữ trong cột này đọc thế nào?',
  numbersWhy: (shown: string, values: readonly number[]) =>
    `'${shown}' là ${values.map((value) => decimalNumber(value)).join(' hay ')}?`,
  numbersHabits: { vi: '1.234,5 (kiểu Việt Nam)', en: '1,234.5 (kiểu Anh)' },

  departmentsQuestion: 'Phòng, ban, chi nhánh có tính vào số liệu của huyện không?',
  departmentsWhy: (shown: readonly string[]) =>
    `Nguồn liệt kê riêng: ${shown.slice(0, MOST_LISTED).join('; ')}${shown.length > MOST_LISTED ? '; …' : ''}.`,
  departmentsAnswers: { add: 'Cộng vào huyện', leaveOut: 'Không cộng' },
  departmentsAnswered: {
    add: 'Đã trả lời: cộng vào số liệu của huyện.',
    leaveOut: 'Đã trả lời: không cộng vào số liệu của huyện.',
  },

  periodQuestion: 'Chấm theo số liệu của kỳ nào?',
  periodWhy: 'Sổ tính có bảng của nhiều kỳ; chỉ chấm một kỳ.',
  periodAnswered: (period: string) => `Đã chọn: ${period}.`,
  periodGone: (period: string) => `Đã chọn '${period}', nhưng không có bảng nào của kỳ này.`,
  periodForget: 'Bỏ chọn kỳ',

  namesQuestion: 'Tên này là đơn vị nào?',
  namesWhy:
    'Danh mục không có đúng tên này, hoặc có nhiều đơn vị cùng tên. Không đúng đơn vị nào thì sửa tên trong ô.',
  nameIs: (shown: string, unit: string) => `'${shown}' là ${unit}`,
  nameForget: (shown: string) => `Bỏ xác nhận '${shown}'`,

  otherFiles: 'Tệp số liệu khác',
  otherFilesHint:
    'Số liệu nằm ở nhiều tệp (Cổng dịch vụ công, Công an, từng huyện): lấy thêm tệp .xlsx hoặc .csv, các bảng được ghép theo đơn vị. Không ghi gì vào các tệp đó. Tệp chỉ được dùng đến khi đóng ngăn này; hãy bấm Chấm điểm trong ngăn, vì nút trên thẻ Thi đua chỉ đọc sổ tính đang mở.',
  addFiles: 'Lấy số liệu từ tệp khác…',
  fileIn: (name: string, sheets: number) => `${name}: ${prose(sheets)} trang`,
  removeFile: (name: string) => `Bỏ tệp ${name}`,
  fileFault: (name: string, fault: string) => `Tệp '${name}': ${fault}`,
  inOtherFile: (address: string, sheet: string, file: string) =>
    `Ô ${address}, trang ${sheet}, tệp ${file}`,

  problems: 'Cần rà soát',
  noProblems: 'Không có lỗi hay cảnh báo nào.',
  severities: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Thông tin' },
  severityHints: {
    error: 'Phải sửa: đơn vị liên quan chưa được chấm, kết quả là DỰ THẢO.',
    warning: 'Cần người xem và quyết định.',
    info: 'Để biết.',
  },

  papers: 'Thông tin ghi trên văn bản',
  papersDone: 'Đã nhập đủ',
  papersLeft: (count: number) => `Còn thiếu ${prose(count)} mục`,
  papersHint: 'Mục còn trống được in là “…” và kết quả vẫn là DỰ THẢO.',
  save: 'Lưu',
  datePlaceholder: 'ngày/tháng/năm',
  badDate: 'Ghi ngày theo mẫu 31/12/2023.',
  rounds: { none: '(chưa chọn)', interim: 'Sơ kết', final: 'Tổng kết' },
} as const;

/** Labels of the form that holds what the papers name. */
export const PAPER_LABELS: Readonly<Record<PaperSetting, string>> = {
  planNumber: 'Số, ký hiệu Kế hoạch',
  planDate: 'Ngày ban hành Kế hoạch',
  periodStart: 'Ngày bắt đầu kỳ thi đua',
  round: 'Kỳ xét',
  dataAsOf: 'Số liệu đến ngày',
  dossierSource: 'Nguồn số liệu hồ sơ',
  identitySource: 'Nguồn số liệu định danh điện tử',
};

/** What the problems of a code have in common: they stand together under it. */
export const PROBLEM_KINDS: Readonly<Record<RuleProblemCode | TableProblem['code'], string>> = {
  aExceedsB: 'Hồ sơ trực tuyến nhiều hơn tổng hồ sơ',
  zeroDenominator: 'Mẫu số bằng 0',
  nothingCounted: 'Không có hồ sơ trong kỳ',
  unusableFigure: 'Ô số liệu trống hoặc sai',
  aboveOne: 'Tỷ lệ trên 100%',
  duplicateUnit: 'Đơn vị có nhiều dòng khác nhau',
  duplicateIdentical: 'Đơn vị có dòng lặp lại',
  unitWithoutRow: 'Đơn vị chưa có dòng số liệu',
  rowUnknown: 'Đơn vị không có trong danh mục',
  levelWithoutRows: 'Chưa có bảng số liệu của một cấp',
  noCounts: 'Đơn vị thiếu số liệu một tiêu chí',
  levelWithoutCounts: 'Chưa có số liệu của một tiêu chí',
  memberMissing: 'Xã chưa có số liệu dùng được',
  noMembers: 'Huyện chưa có số liệu các xã',
  mayIncludeMembers: 'Số liệu huyện có thể gồm cả xã',
  nearJump: 'Sát mốc điểm',
  looksEqual: 'Điểm hiển thị giống nhau nhưng khác nhau',
  percentOnly: 'Chấm theo tỷ lệ, không có số lượng',
  percentMayCross: 'Tỷ lệ làm tròn sát mốc điểm',
  percentMayReorder: 'Tỷ lệ làm tròn có thể đổi thứ tự',
  tie: 'Đồng hạng',
  undecided: 'Chờ Hội đồng quyết định',
  fewerThanPlaces: 'Không đủ đơn vị được khen',
  logDiffers: 'Nhật ký khác báo cáo',
  notInLog: 'Không có dòng trong nhật ký',
  accountsImplausible: 'Số tài khoản nộp không hợp lý',
  toBeLookedInto: 'Cần xác minh',
  readingMatters: 'Cách hiểu ảnh hưởng đến các hạng đầu',
  postMatters: 'Cách tính hồ sơ qua bưu chính',
  decisionVoid: 'Quyết định không còn khớp',
  declinedUnknown: 'Đơn vị không đề nghị chưa rõ',
  individualUnknown: 'Cá nhân chưa rõ huyện',
  individualIncomplete: 'Cá nhân thiếu thông tin',
  individualTwice: 'Cá nhân có nhiều dòng',
  individualNamesakes: 'Cá nhân cùng tên',
  individualColumns: 'Trang Cá nhân thiếu cột',
  overQuota: 'Cá nhân vượt số lượng được xét',
  underQuota: 'Cá nhân ít hơn số lượng được xét',
  noTable: 'Không tìm thấy bảng số liệu',
  missingColumn: 'Thiếu cột',
  doubtfulColumn: 'Chưa rõ cột',
  unknownUnit: 'Tên đơn vị không có trong danh mục',
  ambiguousUnit: 'Tên đơn vị chưa rõ',
  namelessRow: 'Dòng không có tên đơn vị',
  oldFont: 'Chữ dùng bảng mã cũ',
  percentDisagrees: 'Cột tỷ lệ không khớp với số lượng',
  unclearNumbers: 'Số dạng chữ đọc được hai cách',
  servicesLeftOut: 'Dòng dịch vụ công không tính',
  partsMissing: 'Thiếu dòng thành phần',
  otherOffices: 'Cơ quan cấp tỉnh',
  departments: 'Phòng, ban, chi nhánh cấp huyện',
  percentColumn: 'Cột tỷ lệ không dùng để chấm',
  severalPeriods: 'Số liệu của nhiều kỳ',
  periodsDiffer: 'Các bảng khác kỳ số liệu',
  noSuchPeriod: 'Không có kỳ đã chọn',
  totalScope: 'Phạm vi của tổng hồ sơ',
  settingMissing: 'Thiếu thông tin văn bản',
  hiddenRows: 'Trang tính đang lọc hoặc có dòng ẩn',
  protectedSheet: 'Trang tính đang được bảo vệ',
  sheetNameTaken: 'Tên trang tính đã có',
  columnsMoved: 'Kết quả ghi lệch sang phải',
  changedByUser: 'Ô kết quả đã bị sửa',
  copyKept: 'Bản đã sửa được giữ',
  badDecision: 'Quyết định ghi chưa đúng',
  tooOld: 'Phiên bản Excel',
  logUnmatched: 'Nhật ký có đơn vị không khớp',
  logOutside: 'Nhật ký có dòng ngoài kỳ',
  logUndated: 'Nhật ký có dòng không rõ ngày',
  logSheetUnused: 'Nhật ký trong sổ tính không dùng',
  logDoubtful: 'Nhật ký có cột chưa rõ',
  sheetHeldBack: 'Trang quá lớn, chưa đọc',
  logNotByPeriod: 'Nhật ký chưa đối chiếu với kỳ',
  logWithoutAccount: 'Nhật ký thiếu tài khoản nộp',
};
