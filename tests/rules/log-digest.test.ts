import fc from 'fast-check';
import { BUSIEST_TOLD, digestLog, onBusiest, type LogRows } from '../../src/rules';

type Row = readonly [unit: number, account: number, procedure: number];

const UNITS = 4;
const ACCOUNTS = 12;
const PROCEDURES = 3;

function columns(rows: readonly Row[]): LogRows {
  return {
    length: rows.length,
    units: Int32Array.from(rows, ([unit]) => unit),
    accounts: Int32Array.from(rows, ([, account]) => account),
    procedures: Int32Array.from(rows, ([, , procedure]) => procedure),
    unitCount: UNITS,
    accountCount: ACCOUNTS,
    procedureCount: PROCEDURES,
  };
}

/** The same by maps, as anyone would write it. */
function naive(rows: readonly Row[]) {
  return Array.from({ length: UNITS }, (_, unit) => {
    const mine = rows.filter((row) => row[0] === unit);
    const byAccount = counted(mine.map(([, account]) => account));
    return {
      dossiers: mine.length,
      spread: byAccount.map(([, count]) => count),
      busiest: byAccount.slice(0, BUSIEST_TOLD).map(([account, dossiers]) => {
        const theirs = mine.filter((row) => row[1] === account && row[2] >= 0);
        const [most] = counted(theirs.map(([, , procedure]) => procedure));
        return { account, dossiers, procedure: most?.[0] ?? -1, ofProcedure: most?.[1] ?? 0 };
      }),
    };
  });
}

function counted(ids: readonly number[]): [id: number, count: number][] {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((x, y) => y[1] - x[1] || x[0] - y[0]);
}

test('the digest is that of plain maps', () => {
  const row = fc.tuple(
    fc.nat(UNITS - 1),
    fc.nat(ACCOUNTS - 1),
    fc.integer({ min: -1, max: PROCEDURES - 1 }),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 120 }), (rows) => {
      const digests = digestLog(columns(rows)).map((each) => ({
        ...each,
        spread: [...each.spread],
      }));
      expect(digests).toEqual(naive(rows));
    }),
    { numRuns: 500 },
  );
});

test('the order of the rows changes nothing', () => {
  const row = fc.tuple(fc.nat(UNITS - 1), fc.nat(ACCOUNTS - 1), fc.nat(PROCEDURES - 1));
  const both = fc
    .array(row, { maxLength: 60 })
    .chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    );
  fc.assert(
    fc.property(both, ([rows, shuffled]) => {
      expect(digestLog(columns(shuffled))).toEqual(digestLog(columns(rows)));
    }),
  );
});

test('dossiers of the 1, 3 and 5 busiest accounts; fewer accounts than asked for', () => {
  const rows = [5, 5, 5, 2, 2, 7].map((account): Row => [1, account, 0]);
  const spread = digestLog(columns(rows))[1]!.spread;
  expect([1, 3, 5].map((k) => onBusiest(spread, k))).toEqual([3, 6, 6]);
});

test('a log without rows, and one without units', () => {
  expect(digestLog(columns([]))).toHaveLength(UNITS);
  expect(digestLog({ ...columns([]), unitCount: 0, accountCount: 0 })).toEqual([]);
});
