import {
  fullName,
  parseExact,
  type Declined,
  type Issuer,
  type LevelResult,
  type Papers,
  type Plan,
  type TieDecision,
  type UnitResult,
} from '../../rules';
import { date, decimal, percent, prose } from './numbers';
import { BLANK } from './sheets';
import { list, unitAtHead, unitInText } from './units';

/** "ngày 05 tháng 01 năm 2024": days under ten and the first two months have two digits. */
export function longDate(iso: string | null): string {
  if (iso === null) return `ngày ${BLANK} tháng ${BLANK} năm ${BLANK}`;
  const [year, month = '', day] = iso.slice(0, 10).split('-');
  const shown = Number(month) < 3 ? month : String(Number(month));
  return `ngày ${day} tháng ${shown} năm ${year}`;
}

function movementOf({ movement, year }: Plan): string {
  return `phong trào thi đua “${movement}” năm ${year}`;
}

function period(plan: Plan, papers: Papers): string {
  const from = papers.periodStart ?? plan.period.from;
  const day = (iso: string | null) => (iso === null ? BLANK : date(iso));
  return `từ ngày ${day(from)} đến ngày ${day(plan.period.until)}, số liệu đến ngày ${day(papers.dataAsOf)}`;
}

/** "07 tập thể cấp xã": how many of what, as a sentence counts them. */
export interface Proposed {
  readonly collectives: number;
  readonly people: number;
}

function proposedText({ collectives, people }: Proposed): string {
  const parts = [
    `${prose(collectives)} tập thể`,
    ...(people > 0 ? [`${prose(people)} cá nhân`] : []),
  ];
  return parts.join(', ');
}

/** What stands on the award papers, beside the list. */
export const DOSSIER = {
  number: (type: string, symbol: string) => `Số: ${BLANK}/${type}-${symbol}`,
  placeAndDate: (place: string, iso: string | null) => `${place}, ${longDate(iso)}`,
  /** How every committee's name begins, as letterheads write it. */
  committees: 'ỦY BAN NHÂN DÂN',
  committee: (unit: string) => `UBND ${unit}`,
  to: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  asAbove: '- Như trên;',
  archive: '- Lưu: VT.',
  basis: 'Căn cứ',
  planBasis: (plan: Plan, papers: Papers, body: string) =>
    `Kế hoạch số ${papers.planNumber ?? BLANK} ngày ${papers.planDate === null ? BLANK : date(papers.planDate)} của ${body} phát động ${movementOf(plan)}`,
  noBases: `${BLANK} (ghi căn cứ pháp lý)`,
  annex: {
    proposal: (symbol: string, iso: string | null, issuer: string) =>
      `(Kèm theo Tờ trình số ${BLANK}/TTr-${symbol} ${longDate(iso)} của ${issuer})`,
    minutes: (symbol: string, iso: string | null, issuer: string) =>
      `(Kèm theo Biên bản số ${BLANK}/BB-${symbol} ${longDate(iso)} của ${issuer})`,
    decision: (symbol: string, iso: string | null, issuer: string) =>
      `(Kèm theo Quyết định số ${BLANK}/QĐ-${symbol} ${longDate(iso)} của ${issuer})`,
  },

  proposal: {
    file: { scoring: 'to-trinh-co-quan-cham-diem', board: 'to-trinh-ban-thi-dua' },
    name: { scoring: 'Tờ trình của cơ quan chấm điểm', board: 'Tờ trình Chủ tịch UBND tỉnh' },
    title: 'TỜ TRÌNH',
    subject: (plan: Plan) => `Về việc đề nghị khen thưởng ${movementOf(plan)}`,
    receiver: ({ name, parentBody }: Issuer) =>
      parentBody === '' ? name : `${name} (${parentBody})`,
    scored: (issuer: string, plan: Plan, papers: Papers) =>
      `${issuer} đã chấm điểm các đơn vị theo tiêu chí của Kế hoạch (${period(plan, papers)}). Kết quả như sau:`,
    received: (issuer: Issuer, papers: Papers) =>
      `Xét Tờ trình số ${BLANK}/TTr-${papers.symbol} ${longDate(null)} của ${papers.issuer} và Biên bản họp xét khen thưởng của ${papers.council} ${longDate(null)}, ${issuer.name} báo cáo kết quả như sau:`,
    counts: '1. Kết quả chấm điểm',
    awards: '2. Đề nghị khen thưởng',
    proposes: (what: Proposed) =>
      `Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho ${proposedText(what)} (danh sách kèm theo), gồm:`,
    toBoard: ({ name }: Issuer) =>
      `Kính đề nghị ${name} xem xét, trình Chủ tịch UBND tỉnh quyết định./.`,
    toChairman: 'Kính trình Chủ tịch UBND tỉnh xem xét, quyết định./.',
    enclosed:
      '(Gửi kèm: danh sách đề nghị khen thưởng; biên bản họp xét khen thưởng; báo cáo thành tích của tập thể, cá nhân.)',
  },

  minutes: {
    file: 'bien-ban-hop-xet',
    name: 'Biên bản họp xét khen thưởng',
    title: 'BIÊN BẢN',
    subject: (plan: Plan) => `Họp xét khen thưởng ${movementOf(plan)}`,
    start: `Thời gian bắt đầu: ${BLANK} giờ ${BLANK} phút, ${longDate(null)}.`,
    where: `Địa điểm: ${BLANK}`,
    present: `Thành phần tham dự: ${BLANK}`,
    absent: `Vắng mặt: ${BLANK} (lý do: ${BLANK})`,
    chair: (name: string | null) => `Chủ trì (chủ tọa): ${name ?? BLANK}`,
    secretary: (name: string | null) => `Thư ký (người ghi biên bản): ${name ?? BLANK}`,
    content: 'Nội dung:',
    report: (issuer: string, plan: Plan, papers: Papers) =>
      `1. ${issuer} báo cáo kết quả chấm điểm ${movementOf(plan)} (${period(plan, papers)}):`,
    decisions: (council: string) => `2. Các nội dung ${council} quyết định:`,
    noDecisions: 'Không có đơn vị bằng điểm hoặc đơn vị không đề nghị khen thưởng phải quyết định.',
    voting: `3. Biểu quyết: số thành viên dự họp ${BLANK}, số phiếu phát ra ${BLANK}, số phiếu thu về ${BLANK}. Kết quả:`,
    votes: {
      order: 'STT',
      candidate: 'Tập thể, cá nhân',
      form: 'Hình thức khen thưởng',
      yes: 'Đồng ý (phiếu)',
      no: 'Không đồng ý (phiếu)',
    },
    prize: (name: string) => `Bằng khen, hạng ${name}`,
    place: 'Bằng khen',
    conclusion: (council: string, what: Proposed) =>
      `4. Kết luận: ${council} thống nhất đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho ${proposedText(what)} (danh sách kèm theo). Ý kiến khác: ${BLANK}`,
    end: `Cuộc họp kết thúc lúc ${BLANK} giờ ${BLANK} phút, ${longDate(null)}. Biên bản đã được đọc cho các thành viên dự họp nghe và thống nhất thông qua./.`,
    signSecretary: 'THƯ KÝ',
    signChair: 'CHỦ TỌA',
    members: '- Thành viên dự họp;',
  },

  decision: {
    file: 'du-thao-quyet-dinh',
    name: 'Dự thảo Quyết định',
    title: 'QUYẾT ĐỊNH',
    subject: (plan: Plan) => `Về việc khen thưởng ${movementOf(plan)}`,
    request: ({ name, symbol }: Issuer) =>
      `Theo đề nghị của ${name} tại Tờ trình số ${BLANK}/TTr-${symbol} ${longDate(null)}.`,
    decides: 'QUYẾT ĐỊNH:',
    article: (n: number) => `Điều ${n}. `,
    articles: (plan: Plan, papers: Papers, what: Proposed, money: string) => [
      `Tặng Bằng khen của Chủ tịch UBND tỉnh cho ${proposedText(what)} đã có thành tích xuất sắc trong thực hiện ${movementOf(plan)} (danh sách kèm theo).`,
      `${money} Nguồn kinh phí: ${BLANK}`,
      'Quyết định này có hiệu lực kể từ ngày ký.',
      `Chánh Văn phòng UBND tỉnh, Thủ trưởng ${papers.board.parentBody || papers.board.name}, Thủ trưởng ${papers.issuer}, Thủ trưởng các cơ quan, đơn vị có liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
    ],
    asArticle: '- Như Điều 4;',
  },

  achievement: {
    file: 'bao-cao-thanh-tich',
    name: (who: string) => `Báo cáo thành tích: ${who}`,
    title: 'BÁO CÁO THÀNH TÍCH',
    subject: (plan: Plan) =>
      `Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh trong ${movementOf(plan)}`,
    collective: {
      about: 'I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH',
      name: (name: string) => `1. Tên tập thể: ${name}`,
      rest: [
        `2. Địa điểm trụ sở chính, điện thoại: ${BLANK}`,
        `3. Cơ cấu tổ chức, số lượng cán bộ, công chức: ${BLANK}`,
        `4. Chức năng, nhiệm vụ được giao: ${BLANK}`,
      ],
      done: 'II. THÀNH TÍCH ĐẠT ĐƯỢC',
      figures: (plan: Plan, papers: Papers) =>
        `1. Kết quả chấm điểm theo Kế hoạch (${period(plan, papers)}):`,
      measures: `2. Biện pháp, cách làm đã mang lại kết quả: ${BLANK}`,
      party: `3. Chấp hành chủ trương của Đảng, pháp luật của Nhà nước: ${BLANK}`,
      honours: `III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG: ${BLANK}`,
      signer: 'THỦ TRƯỞNG ĐƠN VỊ',
      confirm: 'XÁC NHẬN CỦA CẤP TRÊN TRỰC TIẾP',
    },
    person: {
      about: 'I. SƠ LƯỢC LÝ LỊCH',
      lines: (name: string, post: string, workplace: string) => [
        `1. Họ và tên: ${name || BLANK}`,
        `2. Ngày, tháng, năm sinh: ${BLANK}; giới tính: ${BLANK}`,
        `3. Quê quán: ${BLANK}; nơi thường trú: ${BLANK}`,
        `4. Chức vụ: ${post || BLANK}`,
        `5. Đơn vị công tác: ${workplace || BLANK}`,
        `6. Trình độ chuyên môn, nghiệp vụ: ${BLANK}`,
      ],
      done: 'II. THÀNH TÍCH ĐẠT ĐƯỢC',
      achievements: (text: string) => `1. Tóm tắt thành tích: ${text || BLANK}`,
      measures: `2. Thành tích cụ thể, sáng kiến, phạm vi ảnh hưởng: ${BLANK}`,
      honours: `III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG: ${BLANK}`,
      signer: 'NGƯỜI BÁO CÁO',
      confirm: 'XÁC NHẬN CỦA CƠ QUAN, ĐƠN VỊ',
    },
    combined: (name: string, own: string, mean: string, ratio: string) =>
      `${name}: tỷ lệ của đơn vị ${own}, bình quân các đơn vị trực thuộc ${mean}, tỷ lệ kết hợp ${ratio}.`,
    table: {
      criterion: 'Tiêu chí',
      a: 'Số thực hiện (a)',
      b: 'Tổng số (b)',
      ratio: 'Tỷ lệ',
      points: 'Điểm',
      total: 'Tổng điểm',
    },
    rank: (rank: number | null, level: string) =>
      `Xếp hạng: ${rank === null ? BLANK : rank} (${level}).`,
  },

  summary: {
    file: 'bao-cao-tong-ket',
    names: { final: 'Báo cáo tổng kết', interim: 'Báo cáo sơ kết' },
    title: 'BÁO CÁO',
    subject: (plan: Plan, round: 'interim' | 'final' | null) =>
      `${round === 'interim' ? 'Sơ kết' : 'Tổng kết'} ${movementOf(plan)}`,
    receiver: (body: string, through: string) => `${body} (qua ${through})`,
    opening: (issuer: string, plan: Plan, papers: Papers) =>
      `${issuer} báo cáo kết quả ${movementOf(plan)} (${period(plan, papers)}) như sau:`,
    organised: `1. Công tác chỉ đạo, triển khai: ${BLANK}`,
    results: '2. Kết quả chấm điểm',
    ranking: (level: string) => `Bảng xếp hạng ${level}`,
    awards: '3. Kết quả xét khen thưởng',
    bonus: '4. Điểm cộng thi đua phát triển kinh tế - xã hội',
    bonusLine: (unit: string, prize: string, points: number) =>
      `- ${unit} (hạng ${prize}): cộng ${points} điểm.`,
    review: `5. Đánh giá, tồn tại, nguyên nhân: ${BLANK}`,
    proposals: `6. Kiến nghị, đề xuất: ${BLANK}`,
    closing: (issuer: string) => `Trên đây là báo cáo của ${issuer}./.`,
    ratio: (shortName: string) => `Tỷ lệ ${shortName}`,
  },

  levelCounts: ({ level, units }: LevelResult) => {
    const count = (...statuses: readonly string[]) =>
      units.filter(({ status }) => statuses.includes(status)).length;
    const [ranked, gated, unscored] = [
      count('ranked'),
      count('gated'),
      count('incomplete', 'invalid'),
    ];
    const parts = [
      `${prose(ranked)} đơn vị được xếp hạng`,
      ...(gated > 0 ? [`${prose(gated)} đơn vị không xét`] : []),
      ...(unscored > 0 ? [`${prose(unscored)} đơn vị chưa chấm được`] : []),
    ];
    return `- ${level.name.charAt(0).toUpperCase()}${level.name.slice(1)}: ${parts.join(', ')}.`;
  },
  prizeLine: (prize: string, name: string, points: string, money: string) =>
    `- Hạng ${prize}: ${name}, ${points} điểm, tiền thưởng ${money} đồng.`,
  placesLine: (level: string, names: readonly string[]) =>
    `- ${prose(names.length)} tập thể ${level}: ${list(names)}.`,
  peopleLine: (count: number) => `- ${prose(count)} cá nhân.`,
  noPeople: (count: number) => `- Cá nhân: chưa có danh sách (số lượng được xét: ${prose(count)}).`,
  openLine: (text: string) => `- ${text}.`,

  /** A decision of the board on a tie, as the minutes print it. */
  tieDecision: (plan: Plan, { level, units, points, order, ...told }: TieDecision) => {
    const name = plan.levels.find(({ id }) => id === level)?.name ?? level;
    const named = (codes: readonly string[]) => codes.map((code) => unitInText(plan, code));
    const ordered = named(order).map((unit, i) => `${i + 1}. ${unit}`);
    return `- Bằng điểm (${name}, ${decimal(parseExact(points))} điểm): ${list(named(units))}. Thứ tự: ${list(ordered)}. ${decided(told)}`;
  },
  /** A unit that the board declines keeps its rank. */
  declinedDecision: (
    plan: Plan,
    { unit, ...told }: Declined,
    result: UnitResult | null,
    award: 'passesOn' | 'vacant' | 'movesUp',
  ) => {
    const rank = result?.rank ?? null;
    const total = result?.total.known ? `, ${decimal(result.total.value)} điểm` : '';
    const standing = rank === null ? '' : ` (hạng ${rank}${total})`;
    return `- Không đề nghị khen thưởng: ${unitInText(plan, unit)}${standing}. Đơn vị giữ nguyên thứ hạng; ${DECLINED_AWARD[award]}. ${decided(told)}`;
  },
  voidDecision: 'Quyết định này không còn khớp với số liệu nên chưa được áp dụng.',

  percentOf: (unit: UnitResult, criterion: string) => {
    const ratio = unit.criteria[criterion]?.ratio;
    return ratio?.known ? percent(ratio.value) : '';
  },
  unit: (plan: Plan, { unit }: UnitResult) => unitAtHead(plan, unit.code),
  unitName: ({ unit }: UnitResult) => fullName(unit),
} as const;

const DECLINED_AWARD = {
  passesOn: 'suất khen thưởng chuyển cho đơn vị xếp sau',
  vacant: 'giải để trống',
  movesUp: 'các đơn vị xếp sau được đẩy lên',
} as const;

function decided({ by, on, why, basis }: Pick<Declined, 'by' | 'on' | 'why' | 'basis'>): string {
  return `Người quyết định: ${by}, ngày ${date(on)}. Lý do: ${why}. Căn cứ: ${basis}.`;
}
