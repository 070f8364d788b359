/** Shapes that come as several sheets or several files, and are put together by unit. */
import { fullName } from '../../src/rules';
import { type Chance, DISTRICTS, membersOf, spelled, truthOf, type Truth } from './figures';
import { counts, districtsOf, expectedOfAll, type Noise, type Shaped } from './kit';
import { portalByIndicator, portalByUnit } from './shapes';
import { SheetMaker } from './sheet-maker';

interface Group {
  readonly district: Truth;
  readonly members: readonly Truth[];
}

function districtSheet(
  { district, members }: Group,
  name: string,
  chance: Chance,
  noise: Noise,
): SheetMaker {
  const maker = new SheetMaker(name, chance);
  const own = counts(chance, noise);
  const columns = [own.online, own.all, own.activated, own.cards];
  maker.above(`SỐ LIỆU CỦA ${fullName(district.unit).toUpperCase()}`);
  maker.add(['STT', 'Đơn vị', ...columns.map(([heading]) => heading), 'Ghi chú']);
  maker.columnNumbers(columns.length + 3);
  [district, ...members].forEach((truth, i) => {
    const cells = columns.map(([, cell]) => cell(truth));
    const note = chance.is(0.2) ? '=số liệu tạm' : null;
    maker.addUnit(fullName(truth.unit), [i, spelled(truth.unit, chance), ...cells, note]);
  });
  maker.add([null, 'Cộng', 9_999, 99_999, 9_999, 99_999]);
  maker.signature(columns.length + 3);
  return maker;
}

/** One template a district, each filled on its own sheet, put back into one workbook. */
export function byDistrict(chance: Chance, noise: Noise): Shaped {
  const groups = districtsOf(chance);
  const truths = groups.flatMap(({ district, members }) => [district, ...members]);
  const sheets = groups.map((group) =>
    districtSheet(group, fullName(group.district.unit), chance, noise),
  );
  return { sheets, expected: expectedOfAll(truths, [true, true]) };
}

/** The same as files that the districts sent, .xlsx or .csv, their sheets all of one name. */
export function fileByDistrict(chance: Chance, noise: Noise): Shaped {
  const count = chance.whole(2, 4);
  const from = chance.whole(0, DISTRICTS.length - 1);
  const groups = Array.from({ length: count }, (_, i): Group => {
    const unit = DISTRICTS[(from + i) % DISTRICTS.length] as (typeof DISTRICTS)[number];
    const members = membersOf(unit).slice(0, chance.whole(2, 4));
    return {
      district: truthOf(unit, chance),
      members: members.map((member) => truthOf(member, chance)),
    };
  });
  const [first, ...more] = groups.map((group, i) => ({
    name: `huyen-${i}.${chance.one(['xlsx', 'xlsx', 'csv'])}`,
    sheets: [districtSheet(group, 'Biểu mẫu', chance, noise)],
  }));
  const truths = groups.flatMap(({ district, members }) => [district, ...members]);
  const expected = expectedOfAll(truths, [true, true]);
  return { sheets: first?.sheets ?? [], others: more, expected };
}

/** The portal's export in one file, the police's in another; either may be the one that is scored. */
export function twoFiles(chance: Chance, noise: Noise): Shaped {
  const { sheets, expected } = chance.one([portalByUnit, portalByIndicator])(chance, noise);
  const [own, other] = chance.is() ? sheets : [...sheets].reverse();
  if (!own || !other) throw new Error('two sheets were wanted');
  return { sheets: [own], others: [{ name: 'khác.xlsx', sheets: [other] }], expected };
}
