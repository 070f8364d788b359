import type { Cause, Criterion, Plan } from '../../rules';
import { CARD, figureLabel } from './cards';
import { date, prose } from './numbers';
import { list, unitAtHead, upperFirst } from './units';

/** "Các kỳ": what is kept of each period. */
export const PERIODS = {
  title: 'KẾT QUẢ QUA CÁC KỲ',
  help: 'Mỗi kỳ giữ lần chấm gần nhất. Phần mềm đọc lại trang này ở lần chấm sau để so sánh; xóa các cột của một kỳ thì kỳ đó không còn được giữ.',
  label: (period: string, version: number, on: string) =>
    `${period} (lần ${version}, chấm ngày ${date(on)})`,
  points: 'Tổng điểm',
  rank: 'Hạng',
  award: 'Khen thưởng',
  pointsCourse: 'Diễn biến điểm',
  rankCourse: 'Diễn biến hạng',
  asOf: (day: string) => `Số liệu đến ${date(day)}`,
  unnamed: 'Chưa ghi kỳ',
  none: '–',
  to: ' → ',

  pane: 'Diễn biến qua các kỳ',
  chartAlt: (unit: string) =>
    `Biểu đồ đường: tổng điểm của ${unit} qua các kỳ; số liệu ở bảng dưới`,
  period: 'Kỳ',
} as const;

const LABEL = /^(.*) \(lần (\d+), chấm ngày (\d{2})\/(\d{2})\/(\d{4})\)$/;

/** A period's label read back; null where it is none of ours. */
export function parsePeriodLabel(
  text: string,
): { readonly period: string; readonly version: number; readonly on: string } | null {
  const [, period, version, day, month, year] = LABEL.exec(text) ?? [];
  if (period === undefined) return null;
  return { period, version: Number(version), on: `${year}-${month}-${day}` };
}

const BARS = '▁▂▃▄▅▆▇█';

/** A small chart in a cell: a bar a period, from the least to the most of the level. */
export function courseBars(
  values: readonly (number | null)[],
  least: number,
  most: number,
): string {
  const height = most > least ? (BARS.length - 1) / (most - least) : 0;
  return values
    .map((value) =>
      value === null ? PERIODS.none : (BARS[Math.round((value - least) * height)] ?? ''),
    )
    .join(' ');
}

/** "4 → 2 → 1". */
export function courseRanks(ranks: readonly (number | null)[]): string {
  return ranks.map((rank) => rank ?? PERIODS.none).join(PERIODS.to);
}

/** A kept figure by its key: "dvc.a", "accounts". */
export function keptFigureLabel(figure: string): string {
  const [criterion = '', which] = figure.split('.');
  return which === 'a' || which === 'b' || which === 'post'
    ? figureLabel(criterion, which)
    : upperFirst(CARD.accounts);
}

/** Every key that a plan's figures may have, in its order. */
export function keptFigureKeys(plan: Plan): string[] {
  const criteria = plan.levels.flatMap((level): readonly Criterion[] => level.criteria);
  const keys = criteria.flatMap(({ id }) => [`${id}.a`, `${id}.b`, `${id}.post`]);
  return [...new Set(keys), 'accounts'];
}

/** "Điều chỉnh số liệu": what was corrected, and who moved by it. */
export const ADJUSTMENTS = {
  title: 'ĐIỀU CHỈNH SỐ LIỆU',
  help: 'Phần mềm tự ghi số liệu thay đổi giữa hai lần chấm của cùng một kỳ. Căn cứ, người và ngày điều chỉnh do người dùng nhập; lần chấm sau giữ nguyên những gì đã nhập.',
  figures: 'I. SỐ LIỆU ĐÃ ĐIỀU CHỈNH',
  moves: 'II. ĐƠN VỊ THAY ĐỔI ĐIỂM, THỨ HẠNG, KHEN THƯỞNG',
  columns: {
    period: 'Kỳ',
    version: 'Lần',
    unit: 'Đơn vị',
    group: 'Huyện, thị xã, thành phố',
    figure: 'Số liệu',
    from: 'Trước điều chỉnh',
    to: 'Sau điều chỉnh',
    basis: 'Căn cứ',
    who: 'Người điều chỉnh',
    when: 'Ngày điều chỉnh',
  },
  moveColumns: {
    why: 'Nguyên nhân',
    from: 'Điểm trước',
    to: 'Điểm sau',
    rank: 'Thứ hạng',
    award: 'Khen thưởng',
  },
  version: (version: number) => `lần ${version}`,
  own: (figures: readonly string[]) => `Điều chỉnh số liệu của đơn vị: ${list(figures)}`,
  members: (units: string) => `Điều chỉnh số liệu các xã: ${units}`,
  others: (units: string) => `Điểm giữ nguyên; điểm của đơn vị khác thay đổi: ${units}`,
  rules: 'Cách hiểu hoặc quyết định của Hội đồng thay đổi',
  more: (count: number) => `và ${prose(count)} đơn vị khác`,
} as const;

const MOST_NAMES = 4;

export function causeText(plan: Plan, cause: Cause): string {
  switch (cause.why) {
    case 'own':
      return ADJUSTMENTS.own(cause.figures.map(keptFigureLabel));
    case 'members':
      return ADJUSTMENTS.members(names(plan, cause.units));
    case 'others':
      return ADJUSTMENTS.others(names(plan, cause.units));
    case 'rules':
      return ADJUSTMENTS.rules;
  }
}

function names(plan: Plan, units: readonly string[]): string {
  const shown = units.slice(0, MOST_NAMES).map((code) => unitAtHead(plan, code));
  const more = units.length - shown.length;
  return list(more > 0 ? [...shown, ADJUSTMENTS.more(more)] : shown);
}

/** Kept points, which are doubles: "97,25". */
export function pointsNumber(points: number): string {
  return points.toFixed(2).replace('.', ',');
}
