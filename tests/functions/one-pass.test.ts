/** A spilling function goes over its ranges once, whatever their length: counted, not timed. */
import { fullName, HAU_GIANG_2023 } from '../../src/rules';
import type * as Score from '../../src/rules/score';
import { score } from '../../src/rules/score';
import { follow, startFunctions } from './runtime';

jest.mock('../../src/rules/score', () => {
  const actual = jest.requireActual<typeof Score>('../../src/rules/score');
  return { ...actual, score: jest.fn(actual.score) };
});

const scored = jest.mocked(score);

let call: Awaited<ReturnType<typeof startFunctions>>['call'];

beforeAll(async () => {
  ({ call } = await startFunctions());
  follow();
});

const NAMES = new Map(HAU_GIANG_2023.units.map((unit) => [unit.code, fullName(unit)]));
const COMMUNES = HAU_GIANG_2023.units.filter(({ level }) => level === 'commune');

/** How often each cell of a range is read. */
function counted(reads: Map<string, number>, name: string, cells: readonly unknown[]): unknown[][] {
  return cells.map(
    (cell, i) =>
      new Proxy([cell], {
        get(row, key, self) {
          const at = `${name}${i}`;
          if (key === '0') reads.set(at, (reads.get(at) ?? 0) + 1);
          return Reflect.get(row, key, self) as unknown;
        },
      }),
  );
}

/** Calls a function on as many rows; tells how often the cells of each column were read. */
async function readsOf(id: string, rows: number): Promise<Record<string, number[]>> {
  const units = COMMUNES.slice(0, rows);
  const reads = new Map<string, number>();
  const column = (name: string, of: (i: number) => unknown) =>
    counted(
      reads,
      name,
      units.map((_, i) => of(i)),
    );
  const answer = await call(
    id,
    'xã',
    column('name', (i) => fullName(units[i] as (typeof units)[0])),
    column('group', (i) => NAMES.get(units[i]?.parent ?? '')),
    column('a', (i) => 80 + (i % 20)),
    column('b', () => 100),
    column('accounts', () => 900),
    column('people', () => 1000),
    column('submitting', (i) => 20 + i),
    column('share', () => 0.5),
  );
  expect((answer as unknown[]).length).toBeGreaterThan(0);
  const columns = [...new Set([...reads.keys()].map((at) => at.replace(/\d+$/, '')))];
  return Object.fromEntries(
    columns.map((name) => [name, units.map((_, i) => reads.get(`${name}${i}`) ?? 0)]),
  );
}

/** Looking for zeros, and taking the cell. */
const MOST_READS = 2;

test.each(['XEPHANG', 'KHENTHUONG'])(
  'HG.%s reads each cell as often in 75 rows as in 10, and scores once',
  async (id) => {
    for (const rows of [10, 75]) {
      scored.mockClear();
      const columns = await readsOf(id, rows);
      expect(scored).toHaveBeenCalledTimes(1);
      expect(Object.keys(columns).length).toBe(8);
      for (const [name, reads] of Object.entries(columns)) {
        expect([name, reads.length]).toEqual([name, rows]);
        expect([name, Math.max(...reads) <= MOST_READS, Math.min(...reads) > 0]).toEqual([
          name,
          true,
          true,
        ]);
      }
    }
  },
);
