/** The shapes of the sources (reading.md), each with noise: what is on the sheets and what is true. */
import type { CellValue } from '../../src/host';
import { fullName, type Unit } from '../../src/rules';
import { type Chance, DISTRICTS, spelled, sum, truthOf, type Truth } from './figures';
import {
  counts,
  districtsOf,
  expectedOfAll,
  police,
  type Column,
  type Noise,
  type Shaped,
} from './kit';
import { countWriter, percentWriter } from './numbers';
import { SheetMaker, type Line } from './sheet-maker';

/** A table for each level: one heading row, columns in any order, with or without the district. */
export function plain(chance: Chance, noise: Noise): Shaped {
  const groups = districtsOf(chance);
  const all = groups.flatMap(({ district, members }) => [district, ...members]);
  const levels: [string, Truth[]][] = [
    ['Huyện', groups.map(({ district }) => district)],
    ['Xã', groups.flatMap(({ members }) => members)],
  ];
  const sheets = levels.map(([name, truths]) => {
    const maker = new SheetMaker(name, chance);
    const own = counts(chance, noise);
    const unit: Column = [
      name === 'Xã' ? chance.one(['Xã, phường, thị trấn', 'Tên đơn vị']) : 'Đơn vị cấp huyện',
      (truth) => spelled(truth.unit, chance),
    ];
    const columns = [own.online, own.all, own.activated, own.cards];
    if (chance.is()) columns.splice(2, 0, own.ratio);
    if (chance.is(0.3)) columns.reverse();
    maker.above('SỐ LIỆU CHẤM ĐIỂM CỦA CÁC ĐƠN VỊ');
    maker.add(['TT', unit[0], ...columns.map(([heading]) => heading)]);
    maker.columnNumbers(columns.length + 2);
    truths.forEach((truth, i) => {
      const name = fullName(truth.unit);
      maker.addUnit(name, [i + 1, unit[1](truth), ...columns.map(([, cell]) => cell(truth))]);
      if (chance.is(0.1)) maker.add([]);
    });
    if (chance.is()) maker.add([null, 'Tổng cộng', ...columns.map(() => 123_456)]);
    maker.signature(columns.length + 2);
    return maker;
  });
  return { sheets, expected: expectedOfAll(all, [true, true]) };
}

/** A hand-made report: two heading rows, districts as group heads with their communes below. */
export function handMade(chance: Chance, noise: Noise): Shaped {
  const groups = districtsOf(chance);
  const maker = new SheetMaker('Báo cáo', chance);
  const own = counts(chance, noise);
  maker.above('BÁO CÁO TỶ LỆ HỒ SƠ TRỰC TUYẾN VÀ TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ');
  const top = maker.next;
  maker.add(
    ['TT', 'Đơn vị', 'Hồ sơ dịch vụ công', null, null, 'Định danh điện tử', null, null, 'Ghi chú'],
    [null, null, 'Trực tuyến', 'Tổng số hồ sơ', 'Tỷ lệ (%)', 'Đã kích hoạt', 'Có CCCD', 'Tỷ lệ'],
  );
  for (const column of [0, 1, 8]) maker.merge(top, column, 2, 1);
  maker.merge(top, 2, 1, 3);
  maker.merge(top, 5, 1, 3);
  maker.columnNumbers(9);
  const columns = [own.online, own.all, own.ratio, own.activated, own.cards, own.eidRatio];
  const row = (label: CellValue, name: string, truth: Truth): Line => [
    label,
    name,
    ...columns.map(([, cell]) => cell(truth)),
  ];
  const truths: Truth[] = [];
  const headsHaveFigures = chance.is();
  groups.forEach(({ district, members }, i) => {
    const name = fullName(district.unit).toUpperCase();
    const label = ['I', 'II', 'III'][i] ?? '';
    const inOne = chance.is(0.3);
    const head = inOne ? `${label}. ${name}` : name;
    if (headsHaveFigures) {
      maker.addUnit(fullName(district.unit), row(inOne ? null : label, head, district));
      truths.push(district);
    } else {
      maker.add([inOne ? null : label, head]);
    }
    members.forEach((truth, n) => {
      const spelling = spelled(truth.unit, chance);
      const shown = inOne ? `${n + 1}. ${spelling.trim()}` : spelling;
      maker.addUnit(fullName(truth.unit), row(n + 1, shown, truth));
      truths.push(truth);
    });
    if (chance.is(0.3)) maker.add([null, `Cộng ${fullName(district.unit)}`, 99_999, 99_999]);
  });
  if (chance.is()) maker.add(['Tổng cộng', null, 123_456, 234_567, '52,6%', 345_678, 456_789]);
  maker.signature(9);
  return { sheets: [maker], expected: expectedOfAll(truths, [true, true]) };
}

/** The portal by unit: three heading rows, three rows a unit to be added up; the police's beside. */
export function portalByUnit(chance: Chance, noise: Noise): Shaped {
  const groups = districtsOf(chance);
  const truths = groups.flatMap(({ district, members }) => [district, ...members]);
  const maker = new SheetMaker('Cổng DVC', chance);
  maker.above('THỐNG KÊ HỒ SƠ DỊCH VỤ CÔNG TRỰC TUYẾN');
  const top = maker.next;
  maker.add(
    ['STT', 'Tên đơn vị', 'Số hồ sơ tiếp nhận', null, null, null, 'Tỷ lệ hồ sơ trực tuyến'],
    [null, null, 'Tổng số', 'Trong đó', null, null, null],
    [null, null, null, 'Trực tuyến', 'Trực tiếp', 'Qua BCCI', null],
  );
  for (const column of [0, 1, 6]) maker.merge(top, column, 3, 1);
  maker.merge(top, 2, 1, 4);
  maker.merge(top + 1, 2, 2, 1);
  maker.merge(top + 1, 3, 1, 3);
  maker.columnNumbers(7);
  const write = [0, 1, 2, 3].map(() => countWriter(chance, noise.texts));
  const percent = percentWriter(chance);
  const withPost = chance.is();
  const hasOther = chance.is(0.3);
  truths.forEach((truth, i) => {
    const first = maker.next;
    const name = spelled(truth.unit, chance);
    const { online, direct, post } = truth;
    const whole = sum(online) + sum(direct) + (withPost ? sum(post) : 0);
    const lines: Line[] = [[i + 1, name, null, null, null, null, percent(sum(online), whole)]];
    ['DVC trực tuyến một phần', '- DVC trực tuyến toàn trình'].forEach((service, n) => {
      const figures = [online[n] ?? 0, direct[n] ?? 0, post[n] ?? 0];
      const total = (figures[0] ?? 0) + (figures[1] ?? 0) + (withPost ? (figures[2] ?? 0) : 0);
      const cells = [total, ...figures].map((figure, at) => write[at]?.(figure) ?? null);
      lines.push([null, service, ...cells]);
    });
    if (hasOther) lines.push([null, 'DVC cung cấp thông tin trực tuyến', 40, 10, 30, 0]);
    maker.addUnit(fullName(truth.unit), ...lines);
    maker.merge(first, 0, maker.next - first, 1);
    maker.merge(first, 6, maker.next - first, 1);
  });
  maker.signature(7);
  const sheets = [maker, police(chance, noise, truths)];
  return { sheets, expected: expectedOfAll(truths, [true, true]) };
}

/** The portal by indicator: one flat list under heads of sections; the police's beside. */
export function portalByIndicator(chance: Chance, noise: Noise): Shaped {
  const groups = districtsOf(chance);
  const truths = groups.flatMap(({ district, members }) => [district, ...members]);
  const maker = new SheetMaker('Chỉ số', chance);
  const write = [0, 1, 2].map(() => countWriter(chance, noise.texts));
  const percent = percentWriter(chance);
  maker.above('BỘ CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP');
  const isTwoRows = chance.is();
  const heads = ['Trực tuyến', 'Trực tiếp', 'Qua BCCI'];
  if (isTwoRows) {
    const top = maker.next;
    maker.add(
      ['Mã', 'Tên đơn vị', 'Số hồ sơ', null, null, 'Tỷ lệ (%)', null, null, 'Kết quả', null],
      [null, null, ...heads, ...heads, 'Đúng hạn', 'Trễ hạn'],
    );
    for (const [column, width] of [
      [2, 3],
      [5, 3],
      [8, 2],
    ] as const)
      maker.merge(top, column, 1, width);
  } else {
    const rates = heads.map((head) => `Tỷ lệ ${head.toLowerCase()}`);
    maker.add(['Mã', 'Tên đơn vị', ...heads, ...rates, 'Đúng hạn', 'Trễ hạn']);
  }
  maker.columnNumbers(10);
  const row = (code: string, name: string, { online, direct, post }: Truth): Line => {
    const figures = [sum(online), sum(direct), sum(post)];
    const whole = figures.reduce((all, figure) => all + figure, 0);
    const rates = figures.map((figure) => percent(figure, whole));
    return [
      code,
      name,
      ...figures.map((figure, i) => write[i]?.(figure) ?? null),
      ...rates,
      whole,
      0,
    ];
  };
  if (chance.is()) {
    const office = truthOf(DISTRICTS[0] as Unit, chance);
    maker.add([null, 'I. Cấp tỉnh (20 đơn vị)']);
    maker.add(row('H30.01', 'Sở Tư pháp', office), row('H30.02', 'Ban Dân tộc', office));
  }
  maker.add([
    chance.one([null, 'II']),
    chance.one(['II. Cấp huyện (8 đơn vị)', 'Cấp huyện (8 đơn vị)']),
  ]);
  truths.forEach((truth, i) =>
    maker.addUnit(fullName(truth.unit), row(`H30.${100 + i}`, spelled(truth.unit, chance), truth)),
  );
  maker.signature(10);
  const sheets = [maker, police(chance, noise, truths)];
  return { sheets, expected: expectedOfAll(truths, [true, true]) };
}

/** One flat list with a column for the district, merged over its communes or repeated in each row. */
export function groupColumn(chance: Chance, noise: Noise): Shaped {
  const groups = districtsOf(chance);
  const truths = groups.flatMap(({ members }) => members);
  const maker = new SheetMaker('Tổng hợp', chance);
  const own = counts(chance, noise);
  const columns = [own.online, own.all, own.ratio, own.activated, own.cards];
  maker.above('TỔNG HỢP SỐ LIỆU CÁC XÃ, PHƯỜNG, THỊ TRẤN');
  const heads = columns.map(([heading]) => heading);
  maker.add(['TT', 'Huyện, thị xã, thành phố', 'Xã, phường, thị trấn', ...heads]);
  maker.columnNumbers(columns.length + 3);
  const isMerged = chance.is();
  for (const { district, members } of groups) {
    const first = maker.next;
    members.forEach((truth, i) => {
      const group = isMerged && i > 0 ? null : spelled(district.unit, chance);
      const cells = columns.map(([, cell]) => cell(truth));
      maker.addUnit(fullName(truth.unit), [i + 1, group, spelled(truth.unit, chance), ...cells]);
    });
    if (isMerged) maker.merge(first, 1, members.length, 1);
  }
  maker.signature(columns.length + 3);
  return { sheets: [maker], expected: expectedOfAll(truths, [true, true]) };
}
