import { HAU_GIANG_2023, keepRun, keptUnits, type KeptRun, type UnitRow } from '../../src/rules';
import { code, row, scoreRows } from './build';

const plan = HAU_GIANG_2023;
const NEVER = () => false;
const unitsOf = (rows: readonly UnitRow[]) => keptUnits(scoreRows(rows));
const keep = (
  kept: readonly KeptRun[],
  period: string,
  rows: readonly UnitRow[],
  on = '2023-11-05',
) => keepRun(plan, kept, { period, on, units: unitsOf(rows) }, NEVER);

const VI_THUY = row('Huyện Vị Thủy', [80, 100], [60, 100]);
const LONG_MY = row('Huyện Long Mỹ', [70, 100], [60, 100]);
const VI_THANG = row('Xã Vị Thắng', [80, 100], [90, 100]);
const VI_DONG = row('Xã Vị Đông', [75, 100], [90, 100]);
const LUONG_TAM = row('Xã Lương Tâm', [70, 100], [90, 100]);
const FIRST = [VI_THUY, LONG_MY, VI_THANG, VI_DONG, LUONG_TAM];

test('a period’s first run has nothing before it; the next period stands behind it', () => {
  const first = keep([], 'Tháng 10', FIRST);
  expect(first.run).toMatchObject({ period: 'Tháng 10', version: 1, on: '2023-11-05' });
  expect([first.changes, first.moves]).toEqual([[], []]);
  const second = keep(first.runs, 'Tháng 11', FIRST);
  expect(second.runs.map(({ period }) => period)).toEqual(['Tháng 10', 'Tháng 11']);
});

test('a period that comes before another is put before it', () => {
  const { runs } = keep([], 'B', FIRST);
  const before = keepRun(plan, runs, { period: 'A', on: '', units: new Map() }, (x, y) => x < y);
  expect(before.runs.map(({ period }) => period)).toEqual(['A', 'B']);
});

test('the same figures again: the same version', () => {
  const { runs, run } = keep([], 'Tháng 10', FIRST);
  const again = keep(runs, 'Tháng 10', FIRST, '2023-11-09');
  expect(again.run).toEqual(run);
  expect(again.runs).toHaveLength(1);
});

describe('a corrected figure makes the next version', () => {
  const { runs } = keep([], 'Tháng 10', FIRST);
  // Vị Đông rises from 75 % to 90 %: 45 to 54 points, past Vị Thắng's 48.
  const corrected = FIRST.map((each) =>
    each === VI_DONG ? row('Xã Vị Đông', [90, 100], [90, 100]) : each,
  );
  const { run, changes, moves } = keep(runs, 'Tháng 10', corrected, '2023-11-09');

  test('lần 2, with its own day', () => {
    expect([run.version, run.on]).toEqual([2, '2023-11-09']);
  });

  test('what changed', () => {
    expect(changes).toEqual([{ unit: code('Xã Vị Đông'), figure: 'dvc.a', from: 75, to: 90 }]);
  });

  test('who moved, and why: itself, its district by its mean, the commune that it passed', () => {
    const told = moves.map(({ unit, from, to, cause }) => [unit, from.rank, to.rank, cause]);
    expect(told).toEqual([
      // (80 + 77,5)/2 = 78,75 % to (80 + 85)/2 = 82,5 %: more points, the same rank.
      [code('Huyện Vị Thủy'), 1, 1, { why: 'members', units: [code('Xã Vị Đông')] }],
      [code('Xã Vị Thắng'), 1, 2, { why: 'others', units: [code('Xã Vị Đông')] }],
      [code('Xã Vị Đông'), 2, 1, { why: 'own', figures: ['dvc.a'] }],
    ]);
  });
});

test('a figure that was missing has no number: it is none, not 0', () => {
  const { runs } = keep([], 'Tháng 10', FIRST);
  const less = keep(
    runs,
    'Tháng 10',
    FIRST.filter((each) => each !== LUONG_TAM),
  );
  expect(less.changes.filter(({ figure }) => figure === 'dvc.a')).toEqual([
    { unit: code('Xã Lương Tâm'), figure: 'dvc.a', from: 70, to: null },
  ]);
  const [moved] = less.moves.filter(({ unit }) => unit === code('Xã Lương Tâm'));
  expect(moved?.to).toMatchObject({ points: null, rank: null });
});

test('another reading moves units without a correction: no new version', () => {
  const { runs } = keep([], 'Tháng 10', FIRST);
  const units = keptUnits(scoreRows(FIRST, { combinedRatio: 'pooledCounts' }));
  const again = keepRun(plan, runs, { period: 'Tháng 10', on: '2023-11-09', units }, NEVER);
  expect([again.run.version, again.changes, again.moves]).toEqual([1, [], []]);
  expect(again.run.units).toBe(units);
});
