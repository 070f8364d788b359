import { changedReadingTexts } from './readings';
import { date, planText, prose } from './numbers';
import { BLANK } from './sheets';
import type { Criterion, Level, Readings } from '../../rules';

/** The lines that stand on result sheets and lists, as the papers of the field have them. */
export const PAPER = {
  resultTitle: (level: string) => `KẾT QUẢ CHẤM ĐIỂM THI ĐUA ${level.toUpperCase()}`,
  movement: (movement: string, year: number) => `Phong trào thi đua “${movement}” năm ${year}`,
  listTitle: 'DANH SÁCH',
  listSubtitle: 'Tập thể, cá nhân đề nghị Chủ tịch UBND tỉnh tặng Bằng khen',
  annexTo: (symbol: string, issuer: string, year: number) =>
    `(Kèm theo Tờ trình số        /TTr-${symbol} ngày      tháng      năm ${year} của ${issuer})`,
  notProposedTitle: 'ĐƠN VỊ KHÔNG ĐỀ NGHỊ KHEN THƯỞNG',
  bonusTitle: 'ĐIỂM CỘNG THI ĐUA PHÁT TRIỂN KINH TẾ - XÃ HỘI',
  reviewTitle: 'CÁC NỘI DUNG CẦN RÀ SOÁT',
  nothingToReview: 'Không có nội dung nào cần rà soát.',
  certificate: 'Bằng khen của Chủ tịch UBND tỉnh',
  byRegulation: 'theo quy định hiện hành',
  preparer: 'NGƯỜI LẬP BIỂU',
  sign: '(Ký, ghi rõ họ tên)',
  vacant: 'Để trống: đơn vị đạt hạng không được đề nghị',
  undecided: (units: readonly string[], points: string) =>
    `Chờ Hội đồng quyết định: ${units.join(', ')} (bằng điểm ${points})`,
  undecidedOf: (seats: number, units: readonly string[], points: string) =>
    `Chờ Hội đồng quyết định ${prose(seats)} trong ${prose(units.length)} đơn vị: ${units.join(', ')} (bằng điểm ${points})`,
  fewer: (seats: number) => `Còn ${prose(seats)} suất chưa có đơn vị đủ điều kiện`,
  fewerPeople: (left: readonly { readonly group: string; readonly seats: number }[]) =>
    `Chưa đề nghị đủ số lượng được xét: ${left.map(({ group, seats }) => `${group} (còn ${prose(seats)})`).join(', ')}`,
  noUnits: 'Không có đơn vị nào.',
  /** @param groups who proposes them: "huyện, thị xã, thành phố" */
  individualsPending: (count: number, groups: string) =>
    `Chưa có danh sách: các ${groups} đề nghị ${prose(count)} cá nhân`,
  provisional: (count: number) => `Tạm tính: còn ${prose(count)} đơn vị chưa chấm được`,
  /**
   * @param word what groups are called: "huyện"
   * @param group named where it doesn't stand beside
   */
  groupFull: (most: number, word: string, group?: string) =>
    `Không đề nghị do ${word} đã đủ ${prose(most)} đơn vị${group ? ` (${group})` : ''}`,
  notConsidered: 'Không xét',
  notScored: 'Chưa chấm',
  planFromSheet: (sheet: string, id: string) =>
    `Chấm theo tiêu chí ghi ở trang '${sheet}' của sổ tính này (mã Kế hoạch: ${id}).`,
  scopeUnanswered:
    'Lưu ý: bảng số liệu không ghi rõ tổng hồ sơ chỉ gồm TTHC đã công bố DVCTT; đề nghị xác nhận.',
} as const;

export const AWARD_LIST = {
  collectives: 'I. TẬP THỂ',
  /** "A. Cấp huyện (03)", "B. Cấp xã (07)". */
  section: (index: number, level: string, count: number) =>
    `${String.fromCharCode(65 + index)}. ${capital(level)} (${prose(count)})`,
  individuals: (count: number) => `II. CÁ NHÂN (${prose(count)})`,
  columns: {
    order: 'STT',
    collective: 'Tên tập thể (ghi trên Bằng khen)',
    total: 'Tổng điểm',
    prize: 'Hạng',
    rank: 'Xếp hạng',
    form: 'Hình thức khen thưởng',
    money: 'Tiền thưởng (đồng)',
    note: 'Ghi chú',
    person: 'Ông/Bà, họ và tên',
    post: 'Chức vụ',
    workplace: 'Đơn vị công tác',
    achievements: 'Tóm tắt thành tích',
  },
  totals: (collectives: number, individuals: number | null) =>
    individuals === null
      ? `Tổng cộng: ${prose(collectives)} tập thể.`
      : individuals === 0
        ? `Tổng cộng: ${prose(collectives)} tập thể; cá nhân: chưa có danh sách.`
        : `Tổng cộng: ${prose(collectives)} tập thể, ${prose(individuals)} cá nhân.`,
  money: (amount: string, inWords: string, withOther: boolean) =>
    `Tổng tiền thưởng: ${amount} đồng (Bằng chữ: ${inWords})${withOther ? ', chưa gồm phần theo quy định hiện hành' : ''}.`,
} as const;

export const NOT_PROPOSED = { reason: 'Lý do' } as const;
export const BONUS = { points: 'Điểm cộng', basis: 'Căn cứ' } as const;
export const REVIEW = {
  severity: 'Mức độ',
  text: 'Nội dung và cách xử lý',
  sheet: 'Trang tính',
  cell: 'Chuyển đến ô',
  severities: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Thông tin' },
} as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the result covers and where the figures come from; what is missing is a visible blank. */
export function sourceLines(papers: {
  readonly planNumber: string | null;
  readonly planDate: string | null;
  readonly periodStart: string | null;
  readonly until: string;
  readonly round: 'interim' | 'final' | null;
  readonly dataAsOf: string | null;
  readonly dossierSource: string | null;
  readonly identitySource: string | null;
}): string[] {
  const day = (iso: string | null) => (iso ? date(iso) : BLANK);
  const round = papers.round === null ? BLANK : papers.round === 'final' ? 'Tổng kết' : 'Sơ kết';
  return [
    `Theo Kế hoạch số ${papers.planNumber ?? BLANK} ngày ${day(papers.planDate)}. Kỳ xét: ${round}, từ ngày ${day(papers.periodStart)} đến ngày ${day(papers.until)}; số liệu đến ngày ${day(papers.dataAsOf)}.`,
    `Nguồn số liệu: hồ sơ: ${papers.dossierSource ?? BLANK}; định danh điện tử: ${papers.identitySource ?? BLANK}.`,
  ];
}

/** How each column of points came about, under the table. */
export function scoringLines(level: Level): string[] {
  const lines = level.criteria.map((criterion) => scoringLine(criterion, level));
  if (level.gate) {
    lines.push(
      `Tỷ lệ hồ sơ trực tuyến dưới ${planText(level.gate.from)}: không xét điểm thi đua, không xếp hạng.`,
    );
  }
  return lines;
}

function scoringLine({ shortName, full, threshold, combine }: Criterion, { gate }: Level): string {
  const ratio = combine ? 'tỷ lệ kết hợp' : 'tỷ lệ';
  const from =
    gate === null || threshold !== '100%'
      ? `từ ${planText(threshold)} trở lên`
      : `đạt ${planText(threshold)}`;
  return `Điểm ${shortName}: ${ratio} ${from} được ${planText(full)} điểm; thấp hơn thì ${ratio} × ${planText(full)}.`;
}

/** Readings that differ from the default: stated on every result sheet. */
export function readingLines(readings: Readings): string[] {
  const changed = changedReadingTexts(readings);
  return changed.length === 0 ? [] : [`Cách hiểu khác mặc định: ${changed.join('; ')}.`];
}
