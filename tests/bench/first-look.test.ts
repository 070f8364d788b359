import {
  DEFAULT_READINGS,
  inputOf,
  score,
  type Plan,
  type Readings,
  type UnitResult,
} from '../../src/rules';
import type { ScoredUnit } from '../../src/rules/placed';
import { benchRows, unitRows, type BenchRow } from '../../bench/figures';
import { BENCH_PLAN, benchUnits } from '../../bench/units';

/** Few enough to be quick, many enough for ties and thresholds of every kind. */
const PLAN: Plan = { ...BENCH_PLAN, units: benchUnits(40, 600) };

const READINGS: readonly Partial<Readings>[] = [
  {},
  { combinedRatio: 'meanOfPoints' },
  { combinedRatio: 'meanCounts' },
  { combinedRatio: 'pooledCounts' },
  { gate: 'criterionOnly' },
  { rounding: 2 },
];

/** Every fifth unit stands at a threshold to the digit, or beside it. */
function edged(row: BenchRow, i: number): BenchRow {
  if (i % 5 !== 0) return row;
  const dossiers = 1000;
  const people = 10_000;
  const online = [700, 699, 1000, 999, 900, 899][(i / 5) % 6] as number;
  const activated = [9000, 8999, 8000, 7999][((i / 10) % 4) | 0] as number;
  return { ...row, online, dossiers, activated, people, accounts: 500 };
}

const rows = unitRows(benchRows(PLAN).map(edged));

test.each(READINGS)('a first look settles what scoring in full finds: %j', (some) => {
  const readings = { ...DEFAULT_READINGS, ...some };
  const { levels } = score(PLAN, inputOf(rows), readings);
  let settled = 0;
  for (const { units } of Object.values(levels)) {
    for (const unit of units as readonly ScoredUnit[]) {
      if (!unit.glance) continue;
      settled += 1;
      const full = unit.glance.inFull(unit.index);
      expect([unit.status, unit.rough]).toEqual([
        full.status,
        full.total.known ? full.total.approx : NaN,
      ]);
    }
  }
  expect(settled).toBeGreaterThan(400);
});

test.each(READINGS)('ranks are those of a plain exact sort: %j', (some) => {
  const readings = { ...DEFAULT_READINGS, ...some, tieMeasures: [] };
  const { levels } = score(PLAN, inputOf(rows), readings);
  const better = (x: UnitResult, y: UnitResult) => {
    if (!x.total.known || !y.total.known) throw new Error('A ranked unit has a total');
    const [a, b] = [x.total.fraction, y.total.fraction];
    return readings.rounding === null
      ? a.compare(b) > 0
      : rounded(a.valueOf()) > rounded(b.valueOf());
  };
  for (const { units } of Object.values(levels)) {
    const ranked = units.filter(({ rank }) => rank !== null);
    for (let i = 1; i < ranked.length; i += 1) {
      const [above, below] = [ranked[i - 1], ranked[i]] as [UnitResult, UnitResult];
      expect(better(below, above)).toBe(false);
      expect(above.rank === below.rank).toBe(!better(above, below));
    }
  }
});

const rounded = (value: number): number => Math.floor(value * 100 + 0.5 + 1e-9);
