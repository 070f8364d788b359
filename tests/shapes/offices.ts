/** Districts whose departments and branches are listed apart; the user has said whether they count. */
import { fullName } from '../../src/rules';
import { type Chance, spelled, sum, truthOf, type Truth } from './figures';
import { counts, districtsOf, expectedOfAll, police, type Noise, type Shaped } from './kit';
import { SheetMaker, type Line } from './sheet-maker';

const WITHOUT_NAME = ['Phòng Tư pháp', 'Phòng Tài nguyên và Môi trường', 'Thanh tra huyện'];
const WITH_NAME = [
  'Phòng Tài chính - Kế hoạch',
  'Chi nhánh VPĐKĐĐ',
  'Chi cục Thuế',
  'Phòng Nội vụ',
];

export function departmentsApart(chance: Chance, noise: Noise): Shaped {
  const groups = districtsOf(chance);
  const maker = new SheetMaker('Cổng DVC', chance);
  const own = counts(chance, noise);
  const columns = [own.online, own.all];
  maker.above('THỐNG KÊ HỒ SƠ THEO CƠ QUAN');
  maker.add(['TT', 'Tên đơn vị', ...columns.map(([heading]) => heading)]);
  maker.columnNumbers(4);
  const answer = chance.one(['add', 'leaveOut'] as const);
  const all: Truth[] = [];
  const expected: Truth[] = [];
  const line = (label: string | number | null, name: string, truth: Truth): Line => [
    label,
    name,
    ...columns.map(([, cell]) => cell(truth)),
  ];
  groups.forEach(({ district, members }, i) => {
    const name = fullName(district.unit);
    const rows: Line[] = [line(i + 1, spelled(district.unit, chance), district)];
    let whole = district;
    for (const [offices, isNamed] of [
      [WITHOUT_NAME, false],
      [WITH_NAME, true],
    ] as const) {
      for (const office of offices.filter(() => chance.is())) {
        const truth = truthOf(district.unit, chance);
        const lower = `${name[0]?.toLowerCase()}${name.slice(1)}`;
        rows.push(line(null, isNamed ? `${office} ${lower}` : office, truth));
        if (answer === 'add') whole = together(whole, truth);
      }
    }
    // All of them are the district's: a question about one may point to any.
    maker.addUnit(name, ...rows);
    members.forEach((truth, n) =>
      maker.addUnit(fullName(truth.unit), line(n + 1, spelled(truth.unit, chance), truth)),
    );
    all.push(district, ...members);
    expected.push(whole, ...members);
  });
  maker.signature(4);
  return {
    sheets: [maker, police(chance, noise, all)],
    expected: expectedOfAll(expected, [true, true]),
    answers: { departments: answer },
  };
}

/** Dossiers add up; accounts are those of the district. */
function together(district: Truth, { online, direct }: Truth): Truth {
  const [a, b] = [sum(online), sum(direct)];
  return {
    ...district,
    online: [district.online[0], district.online[1] + a],
    direct: [district.direct[0], district.direct[1] + b],
  };
}
