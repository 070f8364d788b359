import { changedReadings, type Plan, type Readings, type SeatCompared } from '../../rules';
import { prose } from './numbers';
import { READING_NAMES, READING_NUMBERS, READING_OPTIONS } from './pane-criteria';
import { list, lowerFirst, unitAtHead } from './units';

/** The sheet "So sánh phương án", and what the pane says of it. */
export const COMPARE = {
  title: 'SO SÁNH CÁC PHƯƠNG ÁN TÍNH',
  count: (combinations: number, results: number) =>
    `Đã tính ${prose(combinations)} phương án: mọi tổ hợp của những chỗ Kế hoạch có thể hiểu nhiều cách. Các phương án cho ${prose(results)} kết quả khen thưởng khác nhau (kết quả giống nhau được gộp lại).`,
  inForce: (changed: readonly string[]) =>
    changed.length === 0
      ? 'Phương án đang dùng: các cách hiểu mặc định.'
      : `Phương án đang dùng khác mặc định: ${changed.join('; ')}.`,
  choices: (choices: readonly string[]) => `Những chỗ được xét: ${choices.join('; ')}.`,
  choice: (name: string, answers: number) => `${lowerFirst(name)} (${prose(answers)} cách)`,
  readings: 'I. THEO CÁCH HIỂU',
  rounding: (count: number) => `II. THEO CÁCH LÀM TRÒN TỔNG ĐIỂM (${prose(count)} cách)`,
  columns: {
    award: 'Khen thưởng',
    now: 'Theo phương án đang dùng',
    holds: 'Số phương án giữ nguyên',
    change: 'Nếu hiểu khác',
    instead: 'Đơn vị thay thế',
  },
  place: (level: string) => `Bằng khen ${level}`,
  holds: (holds: number, of: number) => `${holds}/${of}`,
  always: 'Giữ nguyên ở mọi phương án',
  nobody: 'Chưa có đơn vị',
  noOther: 'Không có đơn vị thay thế',
  open: (units: string) => `Chờ Hội đồng quyết định: ${units}`,
  others: (count: number) => `và ${prose(count)} đơn vị khác`,
  or: '; hoặc ',
  moreWays: (count: number) => `; và ${prose(count)} cách khác`,

  paneTitle: 'So sánh phương án',
  paneHint:
    'Tính mọi tổ hợp cách hiểu Kế hoạch, ghi trang So sánh phương án: suất khen nào giữ nguyên, suất nào đổi và đổi sang đơn vị nào.',
  button: 'Lập bảng so sánh phương án',
  held: (held: number, of: number) =>
    `${prose(held)} trong ${prose(of)} suất khen giữ nguyên ở mọi phương án.`,
  told: (combinations: number, results: number) =>
    `Đã so sánh ${prose(combinations)} phương án (${prose(results)} kết quả khác nhau) và ghi trang So sánh phương án.`,
} as const;

/** "Tỷ lệ DVCTT của huyện: toàn bộ hồ sơ huyện và các xã", for each reading that differs. */
export function readingAnswers(readings: Readings, from: Readings): string[] {
  return changedReadings(readings, from).map(
    (key) => `${READING_NAMES[key] ?? key}: ${lowerFirst(answer(readings, key))}`,
  );
}

function answer(readings: Readings, key: keyof Readings): string {
  switch (key) {
    case 'rounding':
      return readings.rounding === null
        ? READING_NUMBERS.noRounding
        : READING_NUMBERS.decimals(readings.rounding);
    case 'busiestAccounts':
      return READING_NUMBERS.accounts(readings.busiestAccounts);
    case 'tieMeasures':
      return READING_OPTIONS['tieMeasures']?.[readings.tieMeasures[0] ?? ''] ?? '';
    case 'percentOnly':
      return readings.percentOnly?.letter ?? 'Không chấm theo tỷ lệ';
    default:
      return READING_OPTIONS[key]?.[String(readings[key])] ?? String(readings[key]);
  }
}

/** At most so many names, and so many ways to come to a result, in a cell. */
const MOST_NAMES = 8;
const MOST_WAYS = 3;

/** Who has a seat: "Xã Vị Thắng, huyện Vị Thủy". */
export function seatUnits(
  plan: Plan,
  { units, isOpen }: Pick<SeatCompared, 'units' | 'isOpen'>,
  nobody: string = COMPARE.nobody,
): string {
  if (units.length === 0) return nobody;
  const names = units.slice(0, MOST_NAMES).map((code) => unitAtHead(plan, code));
  const more = units.length - names.length;
  const text = list(more > 0 ? [...names, COMPARE.others(more)] : names);
  return isOpen ? COMPARE.open(text) : text;
}

/** The ways that lead to another result: readings that change together, ways one after another. */
export function waysText(changes: readonly Readings[], inForce: Readings): string {
  const ways = changes
    .slice(0, MOST_WAYS)
    .map((each) => readingAnswers(each, inForce).join(', cùng với '));
  const more = changes.length - ways.length;
  return ways.join(COMPARE.or) + (more > 0 ? COMPARE.moreWays(more) : '');
}

/** What a seat is: "Giải Nhất", "Bằng khen cấp xã". */
export function seatName(plan: Plan, { award, prize, places }: SeatCompared): string {
  if (prize) return prize.name;
  const level = plan.places.find(({ id }) => id === award)?.level;
  const name = COMPARE.place(plan.levels.find(({ id }) => id === level)?.name ?? '');
  return places > 1 ? `${name} (${prose(places)})` : name;
}
