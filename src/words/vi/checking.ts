import type { CanonicalChange, Place, Plan } from '../../rules';
import { date, whole } from './numbers';
import { cell, figureName } from './reasons';
import { COLUMNS } from './sheets';
import { unitAtHead } from './units';

/** What the sheet "Kiểm chứng" says. */
export const CHECK = {
  title: 'KIỂM CHỨNG KẾT QUẢ BẰNG CÔNG THỨC EXCEL',
  help: [
    'Trang này tính lại điểm và hạng của từng đơn vị bằng công thức thường của Excel, từ chính các ô số liệu bạn đã nhập; không dùng kết quả hay hàm nào của phần mềm. Mở bằng Excel hoặc LibreOffice thì công thức tự tính.',
    'Công thức so ngưỡng và thứ hạng đến 10 chữ số thập phân (Excel chỉ chính xác đến thế); phần mềm tính bằng phân số. Điểm lệch quá 0,000000001 hoặc hạng lệch thì ghi “LỆCH”: số liệu đã đổi sau khi chấm, hoặc công thức bị sửa. Hãy chấm lại.',
  ],
  agrees: 'Khớp',
  differs: 'LỆCH',
  finer: 'Ngoài độ chính xác của Excel',
  copied: 'Số chép: chưa kiểm chứng',
  notScored: 'Chưa chấm',
  summary: 'Kết quả đối chiếu',
  parameter: 'Tham số của Kế hoạch',
  value: 'Giá trị',
  full: (level: string, criterion: string) => `${capital(level)}: điểm tối đa ${criterion}`,
  threshold: (level: string, criterion: string) =>
    `${capital(level)}: đạt điểm tối đa ${criterion} từ`,
  gate: (level: string) => `${capital(level)}: điều kiện xét từ`,
  tolerance: 'Sai số cho phép của điểm',
  table: (level: string) => `${level.toUpperCase()}`,
  columns: {
    ...COLUMNS,
    a: (criterion: string) => `${criterion}: a`,
    b: (criterion: string) => `${criterion}: b`,
    post: (criterion: string) => `${criterion}: qua bưu chính`,
    whole: (criterion: string) => `${criterion}: b + bưu chính`,
    own: (criterion: string) => `${criterion}: tỷ lệ a/b`,
    mean: (criterion: string) => `${criterion}: bình quân các xã`,
    ratio: (criterion: string) => `${criterion}: tỷ lệ kết hợp`,
    points: (criterion: string) => `${criterion}: điểm`,
    counted: (criterion: string) => `${criterion}: điểm sau điều kiện xét`,
    compared: 'Điểm để so hạng',
    accounts: 'Số tài khoản nộp',
    measures: {
      dossiersPerAccount: 'Hồ sơ / tài khoản',
      busiestShare: 'Tỷ trọng TK nộp nhiều nhất',
    },
    used: (measure: string) => `${measure}: dùng khi bằng điểm`,
    decision: 'Thứ tự theo quyết định',
    ours: (what: string) => `Phần mềm: ${what}`,
    finer: 'Chênh nhỏ hơn 10⁻¹⁰',
    verdict: 'Đối chiếu',
    source: 'Lưu ý về số liệu',
  },
  fromFile: (file: string) => `Số liệu ở tệp '${file}', được chép vào đây`,
  copiedFigures: 'Số liệu không tham chiếu được từng ô, được chép vào đây',
  copiedMembers: 'Bình quân có xã dùng số chép',
  noRow: 'Không có dòng số liệu',
  severalRows: 'Nhiều dòng số liệu khác nhau',
  byLog: 'Yếu tố phân định: số chép từ nhật ký hồ sơ',
  byDecision: 'Thứ tự chép từ quyết định của Hội đồng',
} as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The line on every result sheet that names what it follows from. */
export function sealLine(
  at: string,
  plan: string,
  readings: readonly string[],
  code: string,
): string {
  const read = readings.length === 0 ? 'cách hiểu mặc định' : `cách hiểu: ${readings.join('; ')}`;
  return `Chấm lúc ${timeInVietnam(at)}; bộ tiêu chí ${plan}, ${read}. Mã đối chiếu: …${code.slice(-SHORT)}`;
}

const SHORT = 12;
const VIETNAM_MS = 7 * 3_600_000;

/** 2024-01-05T00:00:00Z → "07:00 ngày 05/01/2024": Vietnam's time, wherever the program runs. */
export function timeInVietnam(iso: string): string {
  const local = new Date(Date.parse(iso) + VIETNAM_MS).toISOString();
  return `${local.slice(11, 16)} ngày ${date(local.slice(0, 10))}`;
}

/** The hidden sheet that keeps what was sealed. */
export const SEAL = {
  title: 'BẢN ĐỐI CHIẾU (phần mềm ghi, không sửa)',
  help: 'Mã đối chiếu là SHA-256 của cột “Nội dung” (mỗi ô một dòng, nối bằng dấu xuống dòng, UTF-8): tiêu chí, cách hiểu, quyết định và số liệu, không gồm thời gian và cách trình bày.',
  limits:
    'Mã chứng tỏ kết quả và số liệu nhất quán với nhau; không chứng tỏ ai đã lập: ai có phần mềm đều chấm lại và có mã mới được.',
  code: 'Mã đối chiếu',
  at: 'Lúc chấm',
  plan: 'Bộ tiêu chí',
  log: 'Nhật ký hồ sơ',
  content: 'Nội dung',
  cells: 'Ô số liệu',
} as const;

const ACCOUNTS = 'số tài khoản nộp';

/** What was changed: "Xã Vị Thắng, huyện Vị Thủy: tổng hồ sơ". */
export function changeName(plan: Plan, change: CanonicalChange): string {
  switch (change.what) {
    case 'figure': {
      const unit = unitAtHead(plan, change.unit);
      if (change.figure === null) return `${unit}: dòng số liệu`;
      const [criterion = '', which] = change.figure.split('.');
      const name = which ? figureName(criterion, which as 'a') : ACCOUNTS;
      return `${unit}: ${name}`;
    }
    case 'reading':
      return `Cách hiểu Kế hoạch (${String(((change.was ?? change.now) as unknown[])[0])})`;
    case 'order':
      return 'Quyết định về thứ tự khi bằng điểm';
    case 'declined':
      return 'Quyết định không đề nghị khen thưởng';
    case 'person':
      return 'Cá nhân được đề nghị';
    case 'unit':
      return 'Danh mục đơn vị';
    case 'plan':
    case 'form':
      return 'Bộ tiêu chí';
  }
}

const LONGEST_SHOWN = 80;

/** A value of the sealed content as it can be shown; "(không có)" where there was none. */
export function sealedText(value: unknown): string {
  if (value === undefined || value === null || value === '') return '(không có)';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string') {
    // What stood in a cell that could not be read: why, and what it was.
    if (value.length === 2) return value[1] === '' ? '(trống)' : value[1];
  }
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** What "Kiểm tra thay đổi" says. */
export const VERIFY = {
  button: 'Kiểm tra thay đổi',
  hint: 'So số liệu, cách hiểu, quyết định và các trang kết quả với lúc chấm (mã đối chiếu)',
  title: 'Thay đổi từ lần chấm',
  noSeal: 'Sổ tính chưa có mã đối chiếu: hãy chấm điểm trước.',
  cannot: 'Môi trường này không tính được SHA-256 nên không có mã đối chiếu.',
  unchanged: (at: string, code: string) =>
    `Không có gì thay đổi từ lúc chấm (${timeInVietnam(at)}). Mã đối chiếu …${code.slice(-SHORT)} đúng.`,
  changed: (at: string, count: number) =>
    `Có ${whole(count)} thay đổi từ lúc chấm (${timeInVietnam(at)}).`,
  copyChanged: 'Bản đối chiếu ẩn đã bị sửa: mã không còn khớp với nội dung của nó.',
  notChecked: (names: readonly string[]) =>
    `Chưa kiểm tra được phần số liệu của: ${names.map((name) => `'${name}'`).join(', ')} (không có trong lần kiểm tra này).`,
  limits: SEAL.limits,
  codeOf: (short: string) => `Mã đối chiếu …${short}`,
  wholeCode: (code: string) => `Mã đối chiếu đầy đủ: ${code}`,
  close: 'Ẩn',
  result: 'Ô kết quả',
  unknown: '(không rõ)',
  more: (count: number) => `và ${whole(count)} thay đổi khác`,
} as const;

/** The last characters of a code, as they are printed. */
export function shortCode(code: string): string {
  return code.slice(-SHORT);
}

/** What came of holding a workbook to its seal, a sentence each. */
export function verifiedLines(
  {
    kept,
    now,
    notChecked,
  }: {
    readonly kept: { readonly at: string; readonly code: string; readonly intact: boolean } | null;
    readonly now: object | null;
    readonly notChecked: readonly string[];
  },
  changes: number,
): string[] {
  if (!now) return [VERIFY.cannot];
  if (!kept) return [VERIFY.noSeal];
  const nothing = changes === 0 && kept.intact;
  return [
    ...(nothing ? [VERIFY.unchanged(kept.at, kept.code)] : []),
    ...(changes > 0 ? [VERIFY.changed(kept.at, changes)] : []),
    ...(kept.intact ? [] : [VERIFY.copyChanged]),
    ...(notChecked.length > 0 ? [VERIFY.notChecked(notChecked)] : []),
  ];
}

/** "Xã Vị Thắng, huyện Vị Thủy: tổng hồ sơ (trang 'Xã', ô E6): 1000 → 900". */
export function changeLine(change: {
  readonly what: string;
  readonly place: Place | null;
  readonly was: string;
  readonly now: string;
}): string {
  const { what, place, was, now } = change;
  return `${what}${place ? ` (trang '${place.sheet}', ${cell(place)})` : ''}: ${was} → ${now}`;
}
