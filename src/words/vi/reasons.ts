import type { Criterion, Place, Plan, Reason, Unusable } from '../../rules';

/** A place in a sentence: "ô D12". */
export function cell(place: Pick<Place, 'address' | 'file'> | null): string {
  return place ? `ô ${place.address}${inFile(place)}` : '';
}

/** A sheet's name, with its file's where that isn't the workbook that is scored. */
export function sheetIn({ sheet, file }: Pick<Place, 'sheet' | 'file'>): string {
  return file === undefined ? sheet : `${sheet} (${file})`;
}

/** " của tệp 'cong-an.xlsx'" for a place in another file than the one that is scored. */
export function inFile({ file }: Pick<Place, 'file'>): string {
  return file === undefined ? '' : ` của tệp '${file}'`;
}

/** "tổng hồ sơ", "hồ sơ trực tuyến", …: what a figure is, inside a sentence. */
export function figureName(criterion: string, which: 'a' | 'b' | 'post' | 'percent'): string {
  if (which === 'post') return 'hồ sơ qua bưu chính';
  if (which === 'percent') return 'tỷ lệ phần trăm';
  const known = FIGURE_NAMES.get(criterion);
  return known ? known[which] : which === 'a' ? 'tử số (a)' : 'mẫu số (b)';
}

const FIGURE_NAMES: ReadonlyMap<string, { a: string; b: string }> = new Map([
  ['dvc', { a: 'hồ sơ trực tuyến', b: 'tổng hồ sơ' }],
  ['eid', { a: 'tài khoản ĐDĐT đã kích hoạt', b: 'người có CCCD' }],
]);

export function criterionOf(plan: Plan, id: string): Criterion | undefined {
  return plan.levels.flatMap((level) => level.criteria).find((criterion) => criterion.id === id);
}

const UNUSABLE: Readonly<Record<Unusable, string>> = {
  empty: 'để trống',
  text: 'không phải là số',
  negative: 'là số âm',
  notWhole: 'không phải là số nguyên',
  errorValue: 'là giá trị lỗi',
  date: 'là ngày tháng, không phải số lượng',
  notCalculated: 'là công thức chưa có kết quả',
  disagrees: 'không bằng tổng các cột thành phần',
  noColumn: 'không có cột',
};

export function unusable(why: Unusable): string {
  return UNUSABLE[why];
}

/** A reason in a note: "tổng hồ sơ để trống (ô E12)". */
export function reasonText(reason: Reason): string {
  switch (reason.why) {
    case 'noRow':
      return 'không có dòng số liệu';
    case 'duplicateRows':
      return 'có nhiều dòng với số liệu khác nhau';
    case 'noMembers':
      return 'không có số liệu của các xã, phường, thị trấn';
    case 'memberMissing':
      return 'thiếu số liệu của xã, phường, thị trấn trực thuộc';
    case 'aExceedsB':
      return `${figureName(reason.criterion, 'a')} lớn hơn ${figureName(reason.criterion, 'b')}${at(reason)}`;
    case 'zeroDenominator':
    case 'nothingCounted':
      return `${figureName(reason.criterion, 'b')} bằng 0${at(reason)}`;
    case 'noColumn':
      return `không có cột ${figureName(reason.criterion, reason.which)}`;
    default:
      return `${figureName(reason.criterion, reason.which)} ${UNUSABLE[reason.why]}${at(reason)}`;
  }
}

function at(reason: Reason): string {
  return 'place' in reason && reason.place ? ` (${cell(reason.place)})` : '';
}
