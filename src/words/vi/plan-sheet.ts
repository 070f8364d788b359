import type { PlanCell, PlanColumnKind, PlanTableName, TableProblem } from '../../rules';
import { date, decimalNumber, prose, whole } from './numbers';
import { upperFirst } from './units';

type Labels = Readonly<Record<string, string>>;

/** The sheets "Tiêu chí" and "Danh sách đơn vị": a plan that an office sets up by itself. */
export const PLAN_SHEET = {
  title: 'TIÊU CHÍ CHẤM ĐIỂM',
  help: [
    'Sửa các ô bên phải theo Kế hoạch mới; mỗi cột là một cấp, một tiêu chí, một giải. Thêm: ghi vào cột trống kế tiếp. Bớt: xóa nội dung cả cột.',
    'Danh sách đơn vị ở trang Danh sách đơn vị. Sửa xong: mở ngăn Chấm điểm thi đua, mục Tiêu chí, bấm Dùng tiêu chí trong trang tính.',
  ],
  inUse: 'Dùng khi chấm điểm',
  yes: 'Có',
  no: 'Không',
  unitsHelp:
    'Mỗi dòng một đơn vị, theo thứ tự chính thức. Mã không được trùng. Cột Thuộc (mã) ghi mã của huyện hoặc cụm thi đua mà đơn vị thuộc về; huyện, cụm để trống cột này. Cụm thi đua không được chấm thì Cấp ghi: cụm.',
  severities: { error: 'Lỗi', warning: 'Cảnh báo' },
} as const;

/** Where the workbook's own plan is to be used and is wrong. */
export const PLAN_UNUSABLE =
  'Trang tiêu chí của sổ tính đang có lỗi. Bấm Kiểm tra, sửa các ô được nêu ở mục Số liệu rồi bấm lại.';

/** What the tables are called; each is found again by its title. */
export const PLAN_TABLE_TITLES: Readonly<Record<PlanTableName, string>> = {
  plan: 'I. KẾ HOẠCH',
  levels: 'II. CẤP ĐƯỢC CHẤM',
  criteria: 'III. TIÊU CHÍ CỦA TỪNG CẤP',
  prizes: 'IV. GIẢI THEO THỨ HẠNG',
  places: 'V. SỐ TẬP THỂ ĐƯỢC KHEN',
  people: 'VI. CÁ NHÂN ĐƯỢC KHEN',
  exceptions: 'VII. HUYỆN, CỤM CÓ SỐ CÁ NHÂN KHÁC',
  units: 'DANH SÁCH ĐƠN VỊ',
};

/** What each cell of a table holds; what stands in brackets only explains. */
export const PLAN_LABELS: Readonly<Record<PlanTableName, Labels>> = {
  plan: {
    code: 'Mã Kế hoạch (không dấu, ví dụ hau-giang-2024)',
    movement: 'Tên phong trào',
    year: 'Năm',
    province: 'Tỉnh (ví dụ tỉnh Hậu Giang)',
    from: 'Từ ngày (để trống nếu Kế hoạch không ghi)',
    until: 'Đến ngày (ví dụ 31/12/2024)',
    clause: 'Điều khoản về thời gian',
  },
  levels: {
    code: 'Mã cấp (huyện, xã)',
    name: 'Tên cấp (ví dụ cấp xã)',
    clause: 'Điều khoản',
    gateCriterion: 'Điều kiện xét: mã tiêu chí',
    gateFrom: 'Điều kiện xét: tỷ lệ từ',
    gateClause: 'Điều kiện xét: điều khoản',
    tieCriterion: 'Bằng điểm thì xét tài khoản nộp của tiêu chí',
    tieClause: 'Bằng điểm: điều khoản',
  },
  criteria: {
    level: 'Mã cấp',
    code: 'Mã tiêu chí (DVCTT: hồ sơ trực tuyến; ĐDĐT: định danh điện tử)',
    name: 'Tên tiêu chí',
    shortName: 'Tên viết tắt',
    numerator: 'Số thực hiện (a) là',
    denominator: 'Tổng số (b) là',
    full: 'Điểm chuẩn',
    threshold: 'Đạt điểm chuẩn khi tỷ lệ từ',
    clause: 'Điều khoản',
    aboveOne: 'Khi a lớn hơn b (Lỗi: không chấm; Cảnh báo: điểm tối đa)',
    nothingCounted: 'Khi a và b đều bằng 0 (Lỗi hoặc Cảnh báo)',
    combineLevel: 'Kết hợp với bình quân của cấp',
    combineClause: 'Kết hợp: điều khoản',
    memberSum: 'Có thể lấy tổng số liệu của cấp',
    percentAllowed: 'Có thể chấm khi chỉ có tỷ lệ (Có, Không)',
    postChannel: 'Có hồ sơ qua bưu chính (Có, Không)',
  },
  prizes: {
    code: 'Mã khen thưởng',
    level: 'Mã cấp',
    awardClause: 'Điều khoản chung',
    name: 'Tên giải (từ hạng cao nhất)',
    clause: 'Điều khoản của giải',
    money: 'Tiền thưởng (đồng)',
    bonus: 'Điểm cộng',
    bonusClause: 'Điểm cộng: điều khoản',
  },
  places: {
    code: 'Mã khen thưởng',
    level: 'Mã cấp',
    places: 'Số tập thể',
    clause: 'Điều khoản',
    most: 'Mỗi huyện hoặc cụm không quá',
    mostClause: 'Mỗi huyện hoặc cụm: điều khoản',
    money: 'Tiền thưởng (đồng; để trống nếu Kế hoạch không ghi)',
  },
  people: {
    total: 'Tổng số cá nhân',
    perGroup: 'Mỗi huyện hoặc cụm',
    clause: 'Điều khoản',
  },
  exceptions: { unit: 'Mã huyện hoặc cụm', count: 'Số cá nhân' },
  units: {
    code: 'Mã đơn vị',
    level: 'Cấp',
    type: 'Loại (Xã, Phường, …)',
    name: 'Tên',
    parent: 'Thuộc (mã)',
  },
};

/** Codes that the program knows, as the sheet writes them; all others stand as they are. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['district', 'huyện'],
  ['commune', 'xã'],
  ['cluster', 'cụm'],
  ['dvc', 'DVCTT'],
  ['eid', 'ĐDĐT'],
]);

export function planCode(code: string): string {
  return CODES.get(code) ?? code;
}

/** The code that a text of the sheet means, whatever its case; a code means itself. */
export function codeOfText(text: string): string {
  const key = text.toLowerCase();
  const known = [...CODES].find(([code, shown]) => code === key || shown.toLowerCase() === key);
  return known?.[0] ?? text;
}

/** A label without what explains it: by this a table's cells are found again. */
export function planLabel(table: PlanTableName, column: string): string {
  return (PLAN_LABELS[table][column] ?? column).replace(/\s*\(.*$/, '');
}

type PlanProblem = Extract<TableProblem, { code: 'planCell' }>;

/** What is wrong in a cell of the plan's sheets, and what to do. @param where the cell */
export function planProblemText({ table, item, what, shown }: PlanProblem, where: string): string {
  const name = item === null ? '' : ` '${planLabel(table, item)}'`;
  const part = PLAN_TABLE_TITLES[table];
  return `Tiêu chí trong trang tính${where}, phần ${part}${name}: ${FAULTS[what](shown)}`;
}

const FAULTS: Readonly<Record<PlanProblem['what'], (shown: string) => string>> = {
  noTable: () => 'không tìm thấy phần này. Ghi lại dòng tên phần, hoặc xuất tiêu chí ra trang mới.',
  noColumn: () => 'không tìm thấy mục này. Ghi lại tên mục, hoặc xuất tiêu chí ra trang mới.',
  inUse: (shown) =>
    `mục '${PLAN_SHEET.inUse}' ghi '${shown}' chưa rõ. Ghi ${PLAN_SHEET.yes} hoặc ${PLAN_SHEET.no}.`,
  twoSheets: () => 'có hai trang cùng là trang này. Xóa trang không dùng.',
  empty: () => 'ô còn trống. Ghi nội dung vào ô này.',
  notNumber: (shown) => `'${shown}' không phải là số điểm. Ghi số, ví dụ 60 hoặc 45,5.`,
  notRatio: (shown) => `'${shown}' không phải là tỷ lệ. Ghi theo mẫu 90%.`,
  notCount: (shown) => `'${shown}' không phải là số nguyên. Ghi số nguyên từ 0 trở lên.`,
  notDate: (shown) => `'${shown}' không phải là ngày. Ghi theo mẫu 31/12/2024.`,
  notYesNo: (shown) => `'${shown}' chưa rõ. Ghi ${PLAN_SHEET.yes} hoặc ${PLAN_SHEET.no}.`,
  notSeverity: (shown) =>
    `'${shown}' chưa rõ. Ghi ${PLAN_SHEET.severities.error} hoặc ${PLAN_SHEET.severities.warning}.`,
  outOfRange: (shown) =>
    `'${shown}' ngoài khoảng cho phép. Tỷ lệ lớn hơn 0% và không quá 100%; điểm, số suất lớn hơn 0; năm có bốn chữ số.`,
  noRows: () => 'chưa ghi gì. Ghi ít nhất một cột (với danh sách đơn vị: một dòng).',
  tooManyRows: () => 'chỉ được ghi một cột. Xóa cột này.',
  twice: (shown) => `'${shown}' đã có ở trên. Sửa một trong hai chỗ.`,
  unknownLevel: (shown) =>
    `không có cấp nào mã '${shown}' dùng được ở đây. Ghi mã có trong phần ${PLAN_TABLE_TITLES.levels}.`,
  unknownCriterion: (shown) =>
    `cấp này không có tiêu chí mã '${shown}'. Ghi mã có trong phần ${PLAN_TABLE_TITLES.criteria}.`,
  unknownUnit: (shown) => `không có đơn vị nào mã '${shown}'. Ghi mã có trong danh sách đơn vị.`,
  unreadableCriterion: (shown) =>
    `phần mềm chưa đọc được số liệu của tiêu chí '${shown}'. Dùng mã ${planCode('dvc')} hoặc ${planCode('eid')}.`,
  noCriteria: (shown) =>
    `cấp '${shown}' chưa có tiêu chí nào. Thêm cột ở phần ${PLAN_TABLE_TITLES.criteria}.`,
  noUnits: (shown) =>
    `chưa có đơn vị nào của cấp '${shown}'. Thêm dòng, hoặc bỏ cấp này ở phần ${PLAN_TABLE_TITLES.levels}.`,
  nestedGroup: (shown) =>
    `'${shown}' không nhận đơn vị trực thuộc được: đó là chính đơn vị này, hoặc đã thuộc đơn vị khác. Ghi mã của huyện hoặc cụm.`,
  notGroup: (shown) =>
    `'${shown}' không phải mã của huyện hoặc cụm có đơn vị trực thuộc. Sửa lại mã.`,
  awardDiffers: (shown) =>
    `'${shown}' khác với giải đầu cùng mã khen thưởng. Ghi giống nhau, hoặc đặt mã khác.`,
  endsBeforeStart: (shown) => `ngày kết thúc '${shown}' trước ngày bắt đầu. Sửa lại ngày.`,
  fullPoints: (shown) =>
    `tổng điểm chuẩn của cấp là ${shown.replace('.', ',')}, không phải 100. Đề nghị kiểm tra.`,
  quotas: (shown) =>
    `cộng số lượng của từng huyện, cụm được ${shown}, khác tổng số đã ghi. Đề nghị kiểm tra.`,
};

/** What the pane says of the plan's sheets. */
export const PANE_PLAN = {
  title: 'Kế hoạch đang dùng',
  builtIn: 'Tiêu chí có sẵn trong phần mềm.',
  fromSheet: (sheet: string) => `Tiêu chí ghi ở trang ${sheet} của sổ tính này.`,
  unused: (sheet: string) => `Trang ${sheet} có tiêu chí riêng, chưa dùng khi chấm.`,
  wrong: (sheet: string) =>
    `Trang ${sheet} đang ghi dùng khi chấm nhưng có lỗi: chưa chấm được cho đến khi sửa xong.`,
  hint: 'Năm khác, kế hoạch khác: xuất tiêu chí ra trang tính, sửa điểm chuẩn, ngưỡng, điều kiện, giải, số lượng, danh sách đơn vị, rồi dùng trang đó.',
  exportPlan: 'Xuất tiêu chí ra trang tính',
  openSheet: 'Mở trang tiêu chí',
  use: 'Dùng tiêu chí trong trang tính',
  stopUsing: 'Thôi dùng, trở lại tiêu chí có sẵn',
  exported: (sheets: readonly string[]) =>
    `Đã ghi tiêu chí ra: ${sheets.join('; ')}. Kết quả chấm chưa đổi cho đến khi bấm Dùng tiêu chí trong trang tính.`,
  used: (sheet: string) => `Từ nay mọi lần chấm trong sổ tính này dùng tiêu chí ở trang ${sheet}.`,
  stopped: 'Đã trở lại tiêu chí có sẵn trong phần mềm. Trang tiêu chí được giữ.',
  noAnswer: (sheet: string) =>
    `Chưa đổi được: trang ${sheet} không còn mục '${PLAN_SHEET.inUse}'. Ghi lại mục đó ở cột A, câu trả lời ở cột B.`,
  wouldUse: 'Nếu dùng tiêu chí trong trang tính',
  cannotUse: 'Chưa dùng được: sửa các ô sau rồi bấm lại.',
  changes: 'Tiêu chí khác đi',
  noChanges: 'Tiêu chí giống như đang dùng.',
  effects: 'Kết quả khác đi',
  nothingScored:
    'Số liệu trong sổ tính không chấm được theo tiêu chí mới: xem mục Số liệu sau khi dùng.',
  confirm: 'Dùng',
  discard: 'Không dùng',
  change: (label: string, from: string, to: string) => `${label}: ${from} → ${to}`,
  added: (what: string) => `Thêm: ${what}`,
  removed: (what: string) => `Bỏ: ${what}`,
  nothing: '(trống)',
  units: (added: number, removed: number, changed: number) =>
    `Danh sách đơn vị: thêm ${prose(added)}, bỏ ${prose(removed)}, sửa ${prose(changed)}`,
  more: (count: number) => `và ${prose(count)} chỗ khác`,
} as const;

/** A cell of the plan as a person reads it. */
export function planCellText(cell: PlanCell, kind: PlanColumnKind): string {
  if (cell === null || cell === '') return PANE_PLAN.nothing;
  if (typeof cell === 'boolean') return cell ? PLAN_SHEET.yes : PLAN_SHEET.no;
  if (cell === 'error' || cell === 'warning') return PLAN_SHEET.severities[cell];
  if (kind === 'date' && typeof cell === 'string') return date(cell);
  if (typeof cell === 'string') return kind === 'code' ? planCode(cell) : cell;
  if (kind === 'ratio') return `${decimalNumber(cell * 100)}%`;
  return kind === 'count' && cell >= 10_000 ? whole(cell) : decimalNumber(cell);
}

/** "III. TIÊU CHÍ CỦA TỪNG CẤP: xã, DVCTT". */
export function planRow(title: string, codes: readonly string[]): string {
  return codes.length > 0 ? `${title}: ${codes.map(planCode).join(', ')}` : title;
}

/** "Điểm chuẩn (xã, DVCTT)". */
export function planPlace(table: PlanTableName, column: string, codes: readonly string[]): string {
  const of = codes.map(planCode).filter((code) => code !== '');
  return `${upperFirst(planLabel(table, column))}${of.length > 0 ? ` (${of.join(', ')})` : ''}`;
}
