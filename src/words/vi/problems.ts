import { planNumber, type Plan, type RuleProblem, type RuleProblemCode } from '../../rules';
import { clause } from './clauses';
import { decimal, percent, percentBeside, planText, prose, whole } from './numbers';
import { COMBINED_RATIO } from './readings';
import { INDIVIDUAL_FIELDS } from './individuals';
import { cell, criterionOf, figureName, inFile, reasonText, unusable } from './reasons';
import { list, lowerFirst, unitAtHead, unitInText, unitName, upperFirst } from './units';

type Of<C extends RuleProblemCode> = Extract<RuleProblem, { code: C }>;

const CHECK = 'Đề nghị kiểm tra lại số liệu.';
const NOT_SCORED = 'Chưa chấm đơn vị này';

/** What a problem of the rules tells the user: what is wrong, where, what to do. */
export function ruleProblemText(plan: Plan, problem: RuleProblem): string {
  const word = WORDS[problem.code] as (plan: Plan, problem: RuleProblem) => string;
  return word(plan, problem);
}

function cells({ places }: RuleProblem): string {
  const addresses = places.map((place) => `${place.address}${inFile(place)}`);
  return addresses.length > 0 ? `ô ${addresses.join(', ')}` : '';
}

function rows({ places }: RuleProblem): string {
  const isOneSheet = places.every(
    ({ sheet, file }) => sheet === places[0]?.sheet && file === places[0].file,
  );
  return places
    .map((place) => {
      const row = place.address.replace(/^[A-Z]+/, '');
      return isOneSheet ? row : `dòng ${row} trang '${place.sheet}'${inFile(place)}`;
    })
    .join(' và ');
}

const head = (plan: Plan, { unit }: RuleProblem) => unitAtHead(plan, unit ?? '');
const levelName = (plan: Plan, level: string) =>
  plan.levels.find(({ id }) => id === level)?.name ?? level;
const shortName = (plan: Plan, id: string) => criterionOf(plan, id)?.shortName ?? id;
const names = (plan: Plan, codes: readonly string[]) =>
  list(codes.map((code) => unitInText(plan, code)));

const WORDS: { readonly [C in RuleProblemCode]: (plan: Plan, problem: Of<C>) => string } = {
  aExceedsB: (plan, problem) => {
    const { criterion, a, b } = problem;
    return `${head(plan, problem)}: ${figureName(criterion, 'a')} (${whole(a.approx)}) lớn hơn ${figureName(criterion, 'b')} (${whole(b.approx)}), ${cells(problem)}. ${NOT_SCORED}. ${CHECK}`;
  },
  zeroDenominator: (plan, problem) =>
    `${head(plan, problem)}: ${figureName(problem.criterion, 'b')} bằng 0 (${cell(problem.places[0] ?? null)}) nên không tính được tỷ lệ. Chưa chấm; không tính là 0 điểm.`,
  nothingCounted: (plan, problem) =>
    `${head(plan, problem)}: ${figureName(problem.criterion, 'b')} bằng 0 (${cell(problem.places[0] ?? null)}) nên không tính được tỷ lệ. Chưa chấm; không tính là 0 điểm. Nếu trong kỳ có hồ sơ, đề nghị bổ sung.`,
  unusableFigure: (plan, problem) => {
    const { criterion, which, why, shown } = problem;
    const told = why === 'notWhole' || why === 'negative' ? planText(shown) : shown;
    const what = why === 'empty' || shown === '' ? '' : ` ('${told}')`;
    const mend =
      why === 'notCalculated'
        ? 'Mở tệp bằng Excel, lưu lại rồi chấm lại.'
        : why === 'empty'
          ? 'Nhập số liệu rồi chấm lại.'
          : why === 'date'
            ? 'Excel đã đổi số thành ngày: đặt định dạng ô là Số, nhập lại số rồi chấm lại.'
            : 'Sửa lại ô này rồi chấm lại.';
    return `${head(plan, problem)}: ${figureName(criterion, which)} ${unusable(why)}${what}, ${cells(problem)}. ${NOT_SCORED}; không tính là 0 điểm. ${mend}`;
  },
  aboveOne: (plan, problem) =>
    `${head(plan, problem)}: ${figureName(problem.criterion, 'a')} nhiều hơn ${figureName(problem.criterion, 'b')} (tỷ lệ ${percent(problem.ratio)}), ${cells(problem)}. Đã tính điểm tối đa; đề nghị kiểm tra với cơ quan cung cấp số liệu.`,
  duplicateUnit: (plan, problem) =>
    `${head(plan, problem)} có ở ${problem.places.length} dòng (${rows(problem)}). ${NOT_SCORED}; giữ lại một dòng rồi chấm lại.`,
  duplicateIdentical: (plan, problem) =>
    `${head(plan, problem)} có ở ${problem.places.length} dòng (${rows(problem)}) với số liệu giống nhau. Chỉ tính một lần; nên xóa dòng thừa.`,
  unitWithoutRow: (plan, problem) =>
    `${head(plan, problem)} có trong danh mục nhưng không có dòng số liệu. ${NOT_SCORED}; bổ sung dòng của đơn vị rồi chấm lại.`,
  rowUnknown: (_plan, problem) =>
    `Đơn vị '${problem.named}' (${cells(problem)}) không có trong danh mục. Dòng này chưa được chấm; kiểm tra lại tên.`,
  levelWithoutRows: (plan, { level }) => {
    const name = levelName(plan, level);
    return `Không có dòng số liệu nào của ${name}. Thêm bảng số liệu ${name} vào tệp (hoặc chọn bảng ở mục Số liệu) rồi chấm lại.`;
  },
  noCounts: (plan, problem) =>
    `${head(plan, problem)}: có dòng ở ${cells(problem)} nhưng không có số liệu ${shortName(plan, problem.criterion)}. ${NOT_SCORED}; bổ sung rồi chấm lại.`,
  levelWithoutCounts: (plan, { level, criterion }) =>
    `Không có số liệu ${shortName(plan, criterion)} nào của ${levelName(plan, level)}. Bổ sung cột số liệu (hoặc chọn cột ở mục Số liệu) rồi chấm lại.`,
  memberMissing: (plan, problem) => {
    const { member, because, severity } = problem;
    const why = list(because.map(reasonText));
    const effect =
      severity === 'error'
        ? 'chưa cộng được số liệu của huyện'
        : 'bình quân các xã của huyện không gồm đơn vị này';
    return `${head(plan, problem)}: ${lowerFirst(unitName(plan, member))} chưa có số liệu dùng được${why ? ` (${why})` : ''}; ${effect}. Bổ sung rồi chấm lại.`;
  },
  noMembers: (plan, problem) =>
    problem.severity === 'error'
      ? `${head(plan, problem)}: không có số liệu của các xã, phường, thị trấn nên chưa chấm. Bổ sung bảng cấp xã rồi chấm lại.`
      : `${head(plan, problem)}: không có số liệu của các xã, phường, thị trấn; đang tính theo tỷ lệ riêng của huyện. Bổ sung bảng cấp xã rồi chấm lại.`,
  mayIncludeMembers: (plan, problem) =>
    `${head(plan, problem)}: tổng hồ sơ của huyện (${whole(problem.own.approx)}) không nhỏ hơn tổng của các xã cộng lại (${whole(problem.members.approx)}). Kiểm tra: số liệu của huyện có gồm cả hồ sơ của xã không? Nếu có, đề nghị lấy số liệu riêng của huyện.`,
  nearJump: (plan, problem) => {
    const { criterion, ratio, threshold, kind, above } = problem;
    const edge = planNumber(threshold);
    const which = kind === 'gate' ? 'điều kiện xét' : 'ngưỡng đạt điểm tối đa';
    return `${head(plan, problem)}: tỷ lệ ${shortName(plan, criterion)} ${percentBeside(ratio, edge)}, sát ${above ? 'trên' : 'dưới'} ${which} ${planText(threshold)}. Một sai sót nhỏ có thể đổi kết quả; nên đối chiếu số liệu.`;
  },
  looksEqual: (plan, { units, total }) =>
    `${upperFirst(names(plan, units))}: cùng hiển thị ${decimal(total)} điểm nhưng điểm chính xác khác nhau; xếp hạng theo điểm chính xác.`,
  percentOnly: (plan, { criterion, letter, units }) =>
    `${shortName(plan, criterion)}: ${prose(units)} đơn vị được chấm theo tỷ lệ phần trăm (văn bản ${letter}), không có số lượng. Tỷ lệ đã làm tròn; đề nghị cơ quan cung cấp gửi số lượng.`,
  percentMayCross: (plan, problem) =>
    `${head(plan, problem)}: tỷ lệ ${shortName(plan, problem.criterion)} đã làm tròn, số thật có thể ở trên hoặc dưới mốc ${planText(problem.threshold)}. Đề nghị lấy số lượng.`,
  percentMayReorder: (plan, problem) =>
    `${head(plan, problem)}: tỷ lệ đã làm tròn nên thứ tự so với ${unitInText(plan, problem.other)} có thể khác. Đề nghị lấy số lượng.`,
  tie: (plan, { units, rank }) =>
    `Đồng hạng ${rank}: ${names(plan, units)}. Bằng điểm, chờ Hội đồng quyết định thứ tự.`,
  undecided: (plan, { units, seats, prizes, total }) => {
    const what =
      prizes.length > 0 ? `giải ${prizes.join(', ')}` : `${prose(seats)} suất khen thưởng`;
    return `Chờ Hội đồng quyết định ${what}: ${names(plan, units)} (bằng điểm ${decimal(total)}).`;
  },
  fewerThanPlaces: (plan, { award, awarded, seats }) => {
    const place = [...plan.places, ...plan.prizes].find(({ id }) => id === award);
    const level = plan.levels.find(({ id }) => id === place?.level)?.name ?? '';
    return `${upperFirst(level)}: chỉ có ${prose(awarded)} đơn vị đủ điều kiện khen thưởng, ít hơn số lượng được xét (${prose(seats)}). Không xét thay đơn vị khác.`;
  },
  logDiffers: (plan, problem) =>
    `${head(plan, problem)}: nhật ký có ${whole(problem.logged)} hồ sơ trực tuyến, báo cáo có ${whole(problem.reported.approx)} (${cells(problem)}). Chưa dùng số tài khoản để phân định khi bằng điểm cho đến khi xác nhận.`,
  notInLog: (plan, problem) => {
    const { reported } = problem;
    const told = reported === null ? '' : `, báo cáo có ${whole(reported.approx)} hồ sơ trực tuyến`;
    return `${head(plan, problem)}: không có dòng nào trong nhật ký${told} (${cells(problem)}). Không coi là 0 tài khoản; chưa có mức độ tập trung để phân định khi bằng điểm. Bổ sung nhật ký của đơn vị rồi chấm lại.`;
  },
  accountsImplausible: (plan, problem) =>
    `${head(plan, problem)}: số tài khoản nộp (${whole(problem.distinct)}) không hợp lý so với số hồ sơ trực tuyến, ${cells(problem)}. Không dùng để phân định khi bằng điểm; đề nghị kiểm tra.`,
  toBeLookedInto: (plan, problem) => {
    const { onOneAccount, share, bounds } = problem;
    const facts = [
      ...(onOneAccount === null ? [] : [`một tài khoản nộp ${whole(onOneAccount)} hồ sơ`]),
      ...(share === null ? [] : [`các tài khoản nộp nhiều nhất chiếm ${percent(share)}`]),
    ];
    return `${head(plan, problem)}: ${facts.join(', ')}. Cần xác minh (ngưỡng do phần mềm đặt: từ ${bounds.onOneAccount} hồ sơ trên một tài khoản, hoặc từ ${planText(bounds.busiestShare)}).`;
  },
  readingMatters: (plan, { level, changes }) => {
    const name = levelName(plan, level);
    const levelClause = clause(plan.levels.find(({ id }) => id === level)?.clause ?? '');
    const each = changes.map(
      ({ reading, first }) =>
        `theo ${COMBINED_RATIO[reading]}: ${first.map((code) => unitName(plan, code)).join(', ')}`,
    );
    return `Các hạng đầu ${name} sẽ khác nếu hiểu cách tính tỷ lệ khác đi: ${list(each)}. Đề nghị thống nhất cách hiểu ${levelClause} trước khi trình.`;
  },
  postMatters: (_plan, { units, awardsChange }) =>
    `Nếu đổi cách tính hồ sơ qua bưu chính thì điểm của ${prose(units)} đơn vị thay đổi; danh sách khen thưởng ${awardsChange ? 'sẽ khác' : 'không đổi'}.`,
  decisionVoid: (plan, { units }) =>
    `Quyết định của Hội đồng về ${names(plan, units)} không còn khớp với số liệu hoặc cách hiểu hiện tại nên không được áp dụng. Đề nghị Hội đồng xem lại.`,
  declinedUnknown: (_plan, { named }) =>
    `Không đề nghị khen thưởng: '${named}' không có trong danh mục đơn vị. Kiểm tra lại tên.`,
  individualUnknown: (_plan, problem) =>
    `Cá nhân ${problem.name}: '${problem.group}' chưa rõ là huyện, thị xã, thành phố nào, ${cells(problem)}. Chưa đưa vào danh sách; ghi đủ loại và tên đơn vị (như “huyện Long Mỹ”) rồi chấm lại.`,
  individualIncomplete: (_plan, problem) =>
    `Cá nhân ${problem.name || '(chưa có tên)'}: chưa có ${problem.fields.map((field) => INDIVIDUAL_FIELDS[field]).join(', ')}, ${cells(problem)}. Bổ sung rồi chấm lại.`,
  individualTwice: (_plan, problem) =>
    `Cá nhân ${problem.name} có ở ${problem.places.length} dòng (${cells(problem)}). Chỉ tính một lần; bỏ dòng thừa rồi chấm lại.`,
  individualNamesakes: (_plan, problem) =>
    `Có ${prose(problem.places.length)} người cùng tên ${problem.name} (${cells(problem)}). Nếu là một người, bỏ dòng thừa rồi chấm lại.`,
  overQuota: (plan, { group, proposed, quota }) =>
    `${unitAtHead(plan, group)} đề nghị ${prose(proposed)} cá nhân, vượt số lượng được xét (${prose(quota)}). Bớt cá nhân đề nghị.`,
  underQuota: (plan, { group, proposed, quota }) =>
    `${unitAtHead(plan, group)} đề nghị ${prose(proposed)} cá nhân, ít hơn số lượng được xét (${prose(quota)}).`,
};
