import { fullName, finderOf } from '../../src/rules';
import { benchRows } from '../../bench/figures';
import { BENCH_PLAN, COMMUNES, DISTRICTS } from '../../bench/units';

test('the bench has the country’s units, each found by its full name', () => {
  const finder = finderOf(BENCH_PLAN);
  const districts = new Map(
    BENCH_PLAN.units.filter(({ parent }) => parent === null).map((unit) => [unit.code, unit]),
  );
  expect([districts.size, BENCH_PLAN.units.length]).toEqual([DISTRICTS, DISTRICTS + COMMUNES]);
  const lost = BENCH_PLAN.units.filter((unit) => {
    const match = finder.find(fullName(unit), {
      parent: districts.get(unit.parent ?? '') ?? null,
      level: unit.level,
    });
    return !('found' in match && match.found === unit);
  });
  expect(lost).toEqual([]);
});

test('its figures are the same each time and hold no data errors', () => {
  const rows = benchRows(BENCH_PLAN);
  expect(rows.slice(0, 50)).toEqual(benchRows(BENCH_PLAN).slice(0, 50));
  const wrong = rows.filter(
    ({ online, dossiers, activated, people, accounts }) =>
      online > dossiers || activated > people || accounts > online || accounts < 1,
  );
  expect(wrong).toEqual([]);
});
