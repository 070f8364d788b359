import { alone, cell, points, problems, row, scoreRows, shown, total, unitOf } from './build';
import type { Pair } from './build';

const COMMUNE = 'Xã Vị Thắng';
const DISTRICT = 'Huyện Vị Thủy';

describe('III.2.a: a district alone (no commune rows) is scored by its own ratio', () => {
  test.each([
    ['89,99 %: ratio × 60', [8999, 10_000], '26997/500'],
    ['90 % exactly: full points', [9000, 10_000], '60'],
    ['90,01 %: full points', [9001, 10_000], '60'],
    ['1 dossier in ten million short of 90 %', [8_999_999, 10_000_000], '26999997/500000'],
    ['0 %', [0, 10], '0'],
    ['100 %', [10, 10], '60'],
    ['70 %, no gate for districts', [70, 100], '42'],
    ['69,99 %, no gate for districts', [6999, 10_000], '20997/500'],
  ] as [string, Pair, string][])('online dossiers %s', (_, dvc, expected) => {
    const { result, unit } = alone(DISTRICT, dvc, [80, 100]);
    expect(points(result, DISTRICT, 'dvc')).toBe(expected);
    expect(unit.status).toBe('ranked');
  });

  test.each([
    ['79,99 %: ratio × 40', [7999, 10_000], '7999/250'],
    ['80 % exactly: full points', [8000, 10_000], '40'],
    ['80,01 %: full points', [8001, 10_000], '40'],
    ['50 %', [1, 2], '20'],
    ['0 %', [0, 10], '0'],
  ] as [string, Pair, string][])('e-ID %s', (_, eid, expected) => {
    const { result } = alone(DISTRICT, [1, 2], eid);
    expect(points(result, DISTRICT, 'eid')).toBe(expected);
  });

  test('the total is the sum: 50 % and 50 % are 30 + 20 points', () => {
    expect(total(alone(DISTRICT, [1, 2], [1, 2]).result, DISTRICT)).toBe('50');
  });
});

describe('III.2.b: a commune', () => {
  test.each([
    ['99,99 %: ratio × 60', [9999, 10_000], '29997/500'],
    ['100 % exactly: full points', [10_000, 10_000], '60'],
    ['90 % gives no full points here', [90, 100], '54'],
    ['70 %', [7000, 10_000], '42'],
    ['69,99 %: points are shown all the same', [6999, 10_000], '20997/500'],
  ] as [string, Pair, string][])('online dossiers %s', (_, dvc, expected) => {
    expect(points(alone(COMMUNE, dvc, [1, 2]).result, COMMUNE, 'dvc')).toBe(expected);
  });

  test.each([
    ['80 % gives no full points here', [80, 100], '32'],
    ['89,99 %: ratio × 40', [8999, 10_000], '8999/250'],
    ['90 % exactly: full points', [9000, 10_000], '40'],
    ['90,01 %: full points', [9001, 10_000], '40'],
  ] as [string, Pair, string][])('e-ID %s', (_, eid, expected) => {
    expect(points(alone(COMMUNE, [1, 1], eid).result, COMMUNE, 'eid')).toBe(expected);
  });
});

describe('row 1: the ratio is held against the threshold, not the points', () => {
  test('a district with 1,5 % (0.9 points, “Tỷ lệ × 60 >= 90 %” taken literally) has 0.9 points', () => {
    expect(points(alone(DISTRICT, [15, 1000], [1, 2]).result, DISTRICT, 'dvc')).toBe('9/10');
  });
});

describe('III.2.b: the gate at 70 %', () => {
  test.each([
    [6999, 10_000, 'gated'],
    [7000, 10_000, 'ranked'],
    [7001, 10_000, 'ranked'],
    [699_999_999, 1_000_000_000, 'gated'],
    [7, 10, 'ranked'],
    [0, 10, 'gated'],
  ])('%d of %d: %s', (a, b, status) => {
    const { unit } = alone(COMMUNE, [a, b], [90, 100]);
    expect(unit.status).toBe(status);
    expect(unit.rank).toBe(status === 'ranked' ? 1 : null);
  });

  test('a gated commune has its points and a note with the clause', () => {
    const { unit, result } = alone(COMMUNE, [69, 100], [90, 100]);
    expect(total(result, COMMUNE)).toBe('407/5');
    expect(unit.notes).toMatchObject([{ code: 'gated', from: '70%', clause: 'III.2.b' }]);
    expect(result.awards.places).toEqual([]);
  });

  test.each([
    ['empty', [cell('empty'), 100]],
    ['text', [cell('text', '?'), 100]],
    ['b = 0', [1, 0]],
  ] as [string, Pair][])('below 70 % is gated though e-ID is %s', (_, eid) => {
    const { unit } = alone(COMMUNE, [69, 100], eid);
    expect(unit.status).toBe('gated');
    expect(unit.total.known).toBe(false);
    expect(unit.rank).toBeNull();
  });

  test('from 70 % on with e-ID missing it is incomplete, not gated', () => {
    expect(alone(COMMUNE, [70, 100], [cell('empty'), 100]).unit.status).toBe('incomplete');
  });

  test('a gated unit takes no rank number and isn’t counted as unscored', () => {
    const rows = [
      row('Xã Vị Đông', [69, 100], [100, 100]),
      row('Xã Vị Thắng', [70, 100], [1, 100]),
    ];
    const result = scoreRows(rows);
    expect(unitOf(result, 'Xã Vị Thắng').rank).toBe(1);
    expect(result.levels.commune?.unscored).toBe(73);
  });
});

describe('option: below the gate the DVC criterion counts 0 and the unit is ranked', () => {
  const readings = { gate: 'criterionOnly' } as const;

  test.each([
    [6999, 10_000, '0', '40'],
    [7000, 10_000, '42', '82'],
  ])('%d of %d: %s points, %s in all', (a, b, dvc, all) => {
    const { result, unit } = alone(COMMUNE, [a, b], [90, 100], readings);
    expect(points(result, COMMUNE, 'dvc')).toBe(dvc);
    expect(total(result, COMMUNE)).toBe(all);
    expect(unit.status).toBe('ranked');
    expect(unit.rank).toBe(1);
    expect(unit.notes.map(({ code }) => code)).toEqual(dvc === '0' ? ['gateZero'] : []);
  });

  test('its ratio is still shown, and still counts in its district’s mean', () => {
    const rows = [row(COMMUNE, [50, 100], [1, 2]), row(DISTRICT, [50, 100], [1, 2])];
    const result = scoreRows(rows, readings);
    expect(shown(unitOf(result, COMMUNE).criteria.dvc?.ratio)).toBe('1/2');
    expect(points(result, DISTRICT, 'dvc')).toBe('30');
  });

  test('with e-ID missing there is nothing to rank', () => {
    const { unit } = alone(COMMUNE, [50, 100], [cell('empty'), 100], readings);
    expect(unit.status).toBe('incomplete');
  });
});

describe('duplicate rows', () => {
  const twice = (second: Pair, eid: Pair = [90, 100]) =>
    scoreRows([
      row(COMMUNE, [80, 100], [90, 100], { line: '12' }),
      row(COMMUNE, second, eid, { line: '57' }),
    ]);

  test.each([
    ['another a', [81, 100], [90, 100]],
    ['another b', [80, 101], [90, 100]],
    ['another e-ID', [80, 100], [91, 100]],
    ['an empty cell', [cell('empty'), 100], [90, 100]],
  ] as [string, Pair, Pair][])('%s: all are unscored, an error with both rows', (_, dvc, eid) => {
    const result = twice(dvc, eid);
    expect(unitOf(result, COMMUNE).status).toBe('invalid');
    const [problem] = problems(result, 'duplicateUnit');
    expect(problem?.severity).toBe('error');
    expect(problem?.places.map(({ address }) => address).sort()).toEqual(['B12', 'B57']);
    expect(problems(result, 'duplicateIdentical')).toEqual([]);
  });

  test('the same figures: a warning, counted once', () => {
    const result = twice([80, 100]);
    expect(total(result, COMMUNE)).toBe('88');
    expect(problems(result, 'duplicateIdentical')).toMatchObject([{ severity: 'warning' }]);
    expect(problems(result, 'duplicateUnit')).toEqual([]);
    expect(result.levels.commune?.units.filter(({ unit }) => unit.name === 'Vị Thắng').length).toBe(
      1,
    );
  });

  test('counted once in the district’s mean: (50 % + (80 % + 60 %)/2)/2 = 60 %', () => {
    const result = scoreRows([
      row(DISTRICT, [50, 100], [1, 2]),
      row(COMMUNE, [80, 100], [90, 100], { line: '12' }),
      row(COMMUNE, [80, 100], [90, 100], { line: '57' }),
      row('Xã Vị Đông', [60, 100], [90, 100]),
    ]);
    expect(points(result, DISTRICT, 'dvc')).toBe('36');
  });

  test('of three rows two are the same: still an error', () => {
    const same = row(COMMUNE, [80, 100], [90, 100]);
    const result = scoreRows([same, same, row(COMMUNE, [8, 10], [90, 100])]);
    expect(problems(result, 'duplicateUnit')).toHaveLength(1);
    expect(unitOf(result, COMMUNE).status).toBe('invalid');
  });

  test('the same figures in another order of columns are the same figures', () => {
    const one = row(COMMUNE, [80, 100], [90, 100]);
    const other = { ...one, counts: { eid: one.counts.eid!, dvc: one.counts.dvc! } };
    const result = scoreRows([one, other]);
    expect(problems(result, 'duplicateUnit')).toEqual([]);
    expect(total(result, COMMUNE)).toBe('88');
  });

  test('a unit of another district with the same name is no duplicate', () => {
    const result = scoreRows([
      row('Xã Vĩnh Tường', [80, 100], [90, 100]),
      row('Phường Vĩnh Tường', [70, 100], [90, 100]),
    ]);
    expect(problems(result, 'duplicateUnit')).toEqual([]);
    expect(total(result, 'Xã Vĩnh Tường')).toBe('88');
    expect(total(result, 'Phường Vĩnh Tường')).toBe('82');
  });
});

test('every figure of a unit carries the clause it comes from', () => {
  const result = scoreRows([row(COMMUNE, [80, 100], [80, 100]), row(DISTRICT, [1, 2], [1, 2])]);
  for (const [name, clause] of [
    [COMMUNE, 'III.2.b'],
    [DISTRICT, 'III.2.a'],
  ] as const) {
    const { total: figure } = unitOf(result, name);
    const clauses = figure.known ? [figure, ...figure.of].map((step) => step.clause) : [];
    expect(clauses).toEqual([clause, clause, clause]);
  }
});
