/** Shapes that hold figures of several periods; the user has said which is wanted. */
import { fullName, type Unit } from '../../src/rules';
import { type Chance, spelled, truthOf, type Truth } from './figures';
import { counts, districtsOf, expectedOfAll, type Noise, type Shaped } from './kit';
import { SheetMaker } from './sheet-maker';

const MONTHS = [10, 11, 12];

function unitsOf(chance: Chance): Unit[] {
  return districtsOf(chance).flatMap(({ district, members }) => [
    district.unit,
    ...members.map(({ unit }) => unit),
  ]);
}

/** Sheets of several months, by their names or by the lines above their tables. */
export function severalPeriods(chance: Chance, noise: Noise): Shaped {
  const units = unitsOf(chance);
  const wanted = chance.one(MONTHS);
  const inName = chance.is();
  let expected: Shaped['expected'] = new Map();
  const sheets = MONTHS.map((month) => {
    const truths = units.map((unit) => truthOf(unit, chance));
    if (month === wanted) expected = expectedOfAll(truths, [true, true]);
    const name = inName ? chance.one([`Tháng ${month}`, `T${month}`]) : `Biểu ${month - 9}`;
    const maker = new SheetMaker(name, chance);
    if (!inName) maker.add(['KẾT QUẢ'], [null, `Tháng ${month} năm 2023`]);
    addTable(maker, truths, chance, noise);
    return maker;
  });
  return { sheets, expected, answers: { period: `tháng ${wanted}/2023` } };
}

/** One sheet with a table of each month below that of the month before. */
export function stackedPeriods(chance: Chance, noise: Noise): Shaped {
  const units = unitsOf(chance);
  const wanted = chance.one(MONTHS);
  const maker = new SheetMaker('Báo cáo', chance);
  let expected: Shaped['expected'] = new Map();
  for (const month of MONTHS) {
    const truths = units.map((unit) => truthOf(unit, chance));
    if (month === wanted) expected = expectedOfAll(truths, [true, true]);
    maker.add([`${month - 9}. KẾT QUẢ THÁNG ${month}/2023`]);
    addTable(maker, truths, chance, noise);
    maker.add([], []);
  }
  return { sheets: [maker], expected, answers: { period: `tháng ${wanted}/2023` } };
}

function addTable(maker: SheetMaker, truths: readonly Truth[], chance: Chance, noise: Noise): void {
  const own = counts(chance, noise);
  const columns = [own.online, own.all, own.activated, own.cards];
  maker.add(['TT', 'Đơn vị', ...columns.map(([heading]) => heading)]);
  maker.columnNumbers(columns.length + 2);
  truths.forEach((truth, i) => {
    const cells = columns.map(([, cell]) => cell(truth));
    maker.addUnit(fullName(truth.unit), [i + 1, spelled(truth.unit, chance), ...cells]);
  });
  maker.signature(columns.length + 2);
}

/** One table with the columns of each month beside those of the month before. */
export function periodColumns(chance: Chance, noise: Noise): Shaped {
  const units = unitsOf(chance);
  const wanted = chance.one(MONTHS);
  const maker = new SheetMaker('Theo tháng', chance);
  maker.above('TỔNG HỢP THEO THÁNG');
  const byMonth = MONTHS.map((month) => ({
    month,
    own: counts(chance, noise),
    truths: units.map((unit) => truthOf(unit, chance)),
  }));
  const columns = byMonth.flatMap(({ own, truths }) =>
    [own.online, own.all, own.activated, own.cards].map(([heading, cell]) => ({
      heading,
      cellOf: (i: number) => cell(truths[i] as Truth),
    })),
  );
  const top = maker.next;
  const isMerged = chance.is(0.7);
  if (isMerged) {
    const heads = MONTHS.flatMap((month) => [`Tháng ${month}/2023`, null, null, null]);
    maker.add(['TT', 'Đơn vị', ...heads], [null, null, ...columns.map(({ heading }) => heading)]);
    MONTHS.forEach((_, i) => maker.merge(top, 2 + i * 4, 1, 4));
    for (const column of [0, 1]) maker.merge(top, column, 2, 1);
  } else {
    const heads = columns.map(({ heading }, i) => `${heading} tháng ${MONTHS[i >> 2]}`);
    maker.add(['TT', 'Đơn vị', ...heads]);
  }
  units.forEach((unit, i) => {
    const cells = columns.map(({ cellOf }) => cellOf(i));
    maker.addUnit(fullName(unit), [i + 1, spelled(unit, chance), ...cells]);
  });
  maker.signature(columns.length + 2);
  const truths = byMonth.find(({ month }) => month === wanted)?.truths ?? [];
  const expected = expectedOfAll(truths, [true, true]);
  return { sheets: [maker], expected, answers: { period: `tháng ${wanted}` } };
}
