/** Excel tables, filters, hidden rows and columns: what isn't seen is read all the same. */
import { fullName } from '../../src/rules';
import { type Chance, spelled, type Truth } from './figures';
import { byDistrict } from './files';
import { counts, districtsOf, expectedOfAll, type Noise, type Shaped } from './kit';
import { groupColumn, handMade, plain, portalByUnit } from './shapes';
import { SheetMaker } from './sheet-maker';

/** A table of each level as an Excel table, or under a filter that hides rows. */
export function tablesAndFilters(chance: Chance, noise: Noise): Shaped {
  const groups = districtsOf(chance);
  const levels: [string, string, Truth[]][] = [
    ['Huyện', 'Đơn vị cấp huyện', groups.map(({ district }) => district)],
    ['Xã', 'Xã, phường, thị trấn', groups.flatMap(({ members }) => members)],
  ];
  const sheets = levels.map(([name, unit, truths]) => {
    const maker = new SheetMaker(name, chance);
    const own = counts(chance, noise);
    const columns = [own.online, own.all, own.activated, own.cards];
    if (chance.is()) columns.splice(2, 0, own.ratio);
    maker.above('SỐ LIỆU CHẤM ĐIỂM');
    const top = maker.next;
    maker.add(['TT', unit, ...columns.map(([heading]) => heading)]);
    truths.forEach((truth, i) => {
      const cells = columns.map(([, cell]) => cell(truth));
      maker.addUnit(fullName(truth.unit), [i + 1, spelled(truth.unit, chance), ...cells]);
    });
    const width = columns.length + 2;
    maker.frame = { row: top, column: 0, rows: truths.length + 1, columns: width };
    maker.frameIs = chance.one(['table', 'filter']);
    maker.signature(width);
    return maker;
  });
  const truths = groups.flatMap(({ district, members }) => [district, ...members]);
  return { sheets, expected: expectedOfAll(truths, [true, true]) };
}

/** Any of the shapes, with every other row and column hidden. */
export function hiddenLines(chance: Chance, noise: Noise): Shaped {
  const make = chance.one([plain, handMade, groupColumn, portalByUnit, byDistrict]);
  const shaped = make(chance, noise);
  for (const maker of shaped.sheets) maker.hides = 0.5;
  return shaped;
}
