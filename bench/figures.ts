import type { Counts, Plan, Unit, UnitRow } from '../src/rules';
import { between, seeded } from '../scripts/random';

/** The counts of one unit. */
export interface BenchRow {
  readonly unit: Unit;
  readonly online: number;
  readonly dossiers: number;
  readonly activated: number;
  readonly people: number;
  readonly accounts: number;
}

const SEED = 20231231;

/**
 * Believable figures without errors: the same seed gives the same figures. Ties aren't made on
 * purpose; a few communes with full points in both criteria come about by themselves.
 */
export function benchRows(plan: Plan, seed = SEED): BenchRow[] {
  const random = seeded(seed);
  return plan.units.map((unit) => {
    const upper = unit.level === 'district';
    const dossiers = upper ? between(random, 2100, 4300) : between(random, 380, 1900);
    const share = upper ? 0.82 + 0.17 * random() : 0.66 + 0.34 * Math.sqrt(random());
    const online = Math.min(dossiers, Math.round(dossiers * share));
    const people = upper ? between(random, 61_000, 118_000) : between(random, 5_200, 12_400);
    const reached = upper ? 0.55 + 0.252 * random() : 0.62 + 0.3 * random();
    const activated = Math.floor(people * reached);
    const accounts = Math.ceil(online * (0.3 + 0.5 * random()));
    return { unit, online, dossiers, activated, people, accounts };
  });
}

/** The rows as the workbook's reader gives them to `score`. */
export function unitRows(rows: readonly BenchRow[]): UnitRow[] {
  return rows.map(({ unit, online, dossiers, activated, people, accounts }, i) => {
    const upper = unit.level === 'district';
    const sheet = upper ? 'Huyện' : 'Xã';
    const place = (column: string) => ({ sheet, address: `${column}${i + 2}` });
    const counts = (a: number, b: number, columns: readonly [string, string]): Counts => ({
      a: { value: a, place: place(columns[0]) },
      b: { value: b, place: place(columns[1]) },
    });
    return {
      unit: unit.code,
      place: place('B'),
      counts: {
        dvc: counts(online, dossiers, ['D', 'E']),
        eid: counts(activated, people, ['F', 'G']),
      },
      accounts: upper
        ? null
        : {
            distinct: accounts,
            logged: null,
            busiest: null,
            onBusiest: null,
            confirmed: false,
            place: place('H'),
          },
    };
  });
}
