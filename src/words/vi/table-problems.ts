import { INDIVIDUALS } from './individuals';
import type { ColumnRole, PaperSetting, Plan, TableProblem } from '../../rules';
import {
  doubtfulLogColumn,
  logNotByPeriodText,
  logOutsideText,
  logUndatedText,
  logUnmatchedText,
  logWithoutAccountText,
} from './log';
import { cell, figureName } from './reasons';
import { unitInText } from './units';

/** "Tổng hồ sơ phát sinh", …: a column as its heading names it. */
export function columnName(role: ColumnRole): string {
  if (role.figure === 'unit') return 'Đơn vị';
  if (role.figure === 'group') return 'Huyện, thị xã, thành phố';
  if (role.figure === 'accounts') return 'Số tài khoản nộp';
  const known = COLUMN_NAMES[`${role.criterion}.${role.figure}`];
  return known ?? figureName(role.criterion ?? '', role.figure === 'direct' ? 'b' : role.figure);
}

const COLUMN_NAMES: Readonly<Record<string, string>> = {
  'dvc.a': 'Hồ sơ nộp trực tuyến',
  'dvc.b': 'Tổng hồ sơ phát sinh',
  'dvc.direct': 'Hồ sơ nộp trực tiếp',
  'dvc.post': 'Hồ sơ qua bưu chính',
  'eid.a': 'Tài khoản ĐDĐT đã kích hoạt',
  'eid.b': 'Người có CCCD',
};

export const PAPER_SETTINGS: Readonly<Record<PaperSetting, string>> = {
  planNumber: 'số, ký hiệu của Kế hoạch',
  planDate: 'ngày ban hành Kế hoạch',
  periodStart: 'ngày bắt đầu kỳ thi đua',
  round: 'kỳ xét (sơ kết hoặc tổng kết)',
  dataAsOf: 'ngày chốt số liệu',
  dossierSource: 'nguồn số liệu hồ sơ',
  identitySource: 'nguồn số liệu định danh điện tử',
};

/** What an Excel older than ExcelApi 1.9 lacks. */
export const PAGE_LAYOUT = 'phần thiết lập trang in';

/** What a problem of the tables tells the user: what is wrong, where, what to do. */
export function tableProblemText(plan: Plan, problem: TableProblem): string {
  const place = problem.places[0];
  const where = place ? ` (trang '${place.sheet}', ${cell(place)})` : '';
  switch (problem.code) {
    case 'noTable':
      return "Không tìm thấy bảng số liệu nào trong tệp. Bảng cần một dòng tiêu đề có cột 'Đơn vị', 'Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh'. Chọn bảng và cột ở mục Số liệu.";
    case 'missingColumn':
      return `Trang tính '${problem.sheet}': không tìm thấy cột '${columnName(problem.column)}'. Chọn cột ở mục Số liệu.`;
    case 'doubtfulColumn':
      return `Trang tính '${problem.sheet}': có nhiều cột có thể là '${columnName(problem.column)}' (${problem.headings.map((heading) => `'${heading}'`).join(', ')}). Chọn cột ở mục Số liệu.`;
    case 'unknownUnit':
      return problem.suggestions.length > 0
        ? `Không có trong danh mục: '${problem.shown}'${cellOnly(problem)}. Có phải: ${problem.suggestions.map((code) => unitInText(plan, code)).join('; ')}?`
        : `Không có trong danh mục: '${problem.shown}'${cellOnly(problem)}. Dòng này chưa được chấm; sửa tên đơn vị rồi chấm lại.`;
    case 'ambiguousUnit':
      return `Chưa rõ đơn vị: '${problem.shown}'${cellOnly(problem)} có thể là ${problem.candidates.map((code) => unitInText(plan, code)).join(' hoặc ')}. Ghi rõ loại đơn vị và huyện rồi chấm lại.`;
    case 'namelessRow':
      return `Trang tính '${place?.sheet ?? ''}': dòng ${problem.row} có số liệu nhưng không có tên đơn vị${cellOnly(problem)}. Dòng này chưa được chấm; ghi tên đơn vị rồi chấm lại.`;
    case 'oldFont':
      return `Chữ dùng bảng mã cũ (TCVN3 hoặc VNI): '${problem.shown}'${where}. Chuyển sang Unicode (Unikey: Ctrl+Shift+F6) rồi chấm lại.`;
    case 'percentColumn':
      return `Cột '${problem.heading}'${where} là tỷ lệ đã làm tròn: không dùng để chấm, tỷ lệ được tính lại từ số lượng.`;
    case 'percentDisagrees':
      return `Cột '${problem.heading}' không khớp với số lượng ở ${problem.places.length} ô (${problem.places.map(({ address }) => address).join(', ')}): ô ${place?.address ?? ''} ghi '${problem.shown}', tính từ số lượng là ${decimalNumber(problem.counted)}%. Đề nghị kiểm tra lại số liệu.`;
    case 'unclearNumbers':
      return `Trang tính '${problem.sheet}': số dạng chữ ở cột '${problem.heading}'${cellOnly(problem)} đọc được hai cách: '${problem.shown}' là ${problem.candidates.map(decimalNumber).join(' hay ')}? Chọn cách đọc ở mục Số liệu, hoặc sửa các ô thành số rồi chấm lại.`;
    case 'servicesLeftOut':
      return `Không tính ${problem.rows} dòng của dịch vụ công không phải DVCTT một phần hoặc toàn trình${where}.`;
    case 'partsMissing':
      return `Đơn vị '${problem.shown}'${cellOnly(problem)} có ${problem.parts} dòng thành phần (DVCTT một phần, toàn trình), các đơn vị khác có ${problem.wanted}. Chưa chấm đơn vị này; bổ sung dòng còn thiếu rồi chấm lại.`;
    case 'otherOffices':
      return `Trang tính '${problem.sheet}': ${problem.shown.length} dòng của cơ quan cấp tỉnh không thuộc diện chấm (${firstOf(problem.shown)}).`;
    case 'departments':
      return departmentsText(problem.answer, problem.shown);
    case 'severalPeriods':
      return `Có số liệu của nhiều kỳ: ${problem.candidates.join('; ')}. ${problem.wanted === null ? '' : `Không có kỳ '${problem.wanted}'. `}Chưa chấm các bảng này; chọn kỳ ở mục Số liệu.`;
    case 'periodsDiffer':
      return `Các bảng được chấm cùng nhau ghi kỳ khác nhau: ${problem.shown.join('; ')}${where}. Đề nghị kiểm tra.`;
    case 'noSuchPeriod':
      return problem.candidates.length > 0
        ? `Không có bảng số liệu nào của kỳ '${problem.wanted}' (có: ${problem.candidates.join('; ')}). Chọn lại kỳ ở mục Số liệu.`
        : `Không bảng nào ghi kỳ số liệu, nên chưa đối chiếu được với kỳ '${problem.wanted}'. Đề nghị kiểm tra.`;
    case 'totalScope':
      return 'Tổng hồ sơ này chỉ gồm TTHC đã công bố DVCTT? Bảng không ghi rõ; đề nghị xác nhận ở mục Số liệu.';
    case 'settingMissing':
      return `Chưa nhập ${PAPER_SETTINGS[problem.setting]}. Kết quả vẫn là DỰ THẢO cho đến khi nhập.`;
    case 'hiddenRows':
      return `Trang tính '${problem.sheet}' đang lọc hoặc có dòng ẩn${place ? ` (${place.address})` : ''}: chưa ghi điểm cạnh bảng ở trang này để không làm lệch dòng. Bỏ lọc, hiện hết các dòng rồi chấm lại.`;
    case 'protectedSheet':
      return `Trang tính '${problem.sheet}' đang được bảo vệ: chưa ghi vào trang này. Bỏ bảo vệ (Xem lại → Bỏ bảo vệ trang tính) rồi chấm lại.`;
    case 'sheetNameTaken':
      return `Đã có trang tính '${problem.wanted}' không phải do phần mềm tạo: giữ nguyên trang đó, kết quả ghi vào '${problem.given}'.`;
    case 'columnsMoved':
      return `Trang tính '${problem.sheet}': bên phải bảng đã có nội dung, kết quả được ghi từ cột ${problem.to}.`;
    case 'changedByUser':
      return `Ô do phần mềm ghi đã bị sửa${where}: '${problem.shown}'. Ô này được ghi lại theo kết quả chấm mới.`;
    case 'copyKept':
      return `Trang tính '${problem.sheet}' đã bị sửa sau lần chấm trước: bản đã sửa được giữ ở trang '${problem.copy}'.`;
    case 'badDecision':
      return `Quyết định của Hội đồng${where}: ${BAD_DECISION[problem.what]}${problem.shown ? ` ('${problem.shown}')` : ''}. Quyết định này chưa được áp dụng; sửa lại rồi chấm lại.`;
    case 'logUnmatched':
      return logUnmatchedText(problem.log, problem.rows, problem.shown);
    case 'logWithoutAccount':
      return logWithoutAccountText(problem.log, problem.rows);
    case 'logOutside':
      return logOutsideText(problem);
    case 'logUndated':
      return logUndatedText(problem.log, problem.rows);
    case 'logSheetUnused':
      return `Đã chọn nhật ký '${problem.log}' nên không đọc nhật ký ở trang ${problem.sheets.map((sheet) => `'${sheet}'`).join(', ')}.`;
    case 'logDoubtful':
      return `Trang tính '${problem.sheet}': ${doubtfulLogColumn(problem.headings)}`;
    case 'sheetHeldBack':
      return `Trang tính '${problem.sheet}' quá lớn nên chưa đọc được; nếu có số liệu của đơn vị thì các dòng đó chưa được chấm. Nếu là nhật ký hồ sơ, chọn tệp ở mục Số liệu (“Chọn nhật ký hồ sơ…”).`;
    case 'logNotByPeriod':
      return logNotByPeriodText(problem.log, problem.lacks);
    case 'individualColumns':
      return `Trang tính '${problem.sheet}': không tìm thấy cột ${problem.missing.map((field) => `'${INDIVIDUALS.columns[field]}'`).join(', ')} trong danh sách cá nhân. Ghi đúng tiêu đề cột rồi chấm lại.`;
    case 'tooOld':
      return `Phiên bản Excel này chưa có ${problem.lacks}. Kết quả vẫn được ghi; phần trình bày in cần chỉnh bằng tay.`;
  }
}

const BAD_DECISION = {
  kind: 'chưa rõ loại quyết định',
  unit: 'không có trong danh mục đơn vị',
  who: 'thiếu người quyết định, lý do hoặc căn cứ',
  order: 'thứ tự không khớp với các đơn vị',
  date: 'ngày không đúng',
} as const;

function cellOnly({ places }: TableProblem): string {
  const place = places[0];
  return place ? ` (${cell(place)})` : '';
}

const FIRST = 5;

function firstOf(names: readonly string[]): string {
  const shown = names.slice(0, FIRST).map((name) => `'${name}'`);
  return `${shown.join(', ')}${names.length > FIRST ? ', …' : ''}`;
}

function departmentsText(answer: 'add' | 'leaveOut' | null, shown: readonly string[]): string {
  const rows = `${shown.length} dòng của phòng, ban, chi nhánh cấp huyện (${firstOf(shown)})`;
  if (answer === 'add') return `Đã cộng ${rows} vào số liệu của huyện.`;
  if (answer === 'leaveOut') return `Không cộng ${rows} vào số liệu của huyện.`;
  return `Có tính ${rows} vào số liệu của huyện không? Hiện chưa cộng; đề nghị xác nhận ở mục Số liệu.`;
}

/** 85.71 → "85,71"; no more digits than it takes. */
export function decimalNumber(value: number): string {
  return String(Number(value.toFixed(4))).replace('.', ',');
}
