import type { DossierLog, UnitConcentration } from '../dossier-log';
import { digestLog, type UnitDigest } from '../log-digest';
import type { Plan } from '../plan';
import { NO_DAY, type Days } from './days';
import type { Interner } from './interner';
import { NO_UNIT, UnitMatcher } from './match-units';
import type { RowSink } from './row-sink';

/** Texts that are told of the units that the plan doesn't have. */
const MOST_SHOWN = 5;

/** A log that was read, wherever from: it can be digested for one period and then for another. */
export interface ReadLog {
  /** The file's name, or those of its sheets. */
  readonly name: string;
  /** @param days those that count; null where the scored period isn't known */
  digest(plan: Plan, days: Days | null): DossierLog | Promise<DossierLog>;
}

/** The log that stands on sheets of a workbook, and which they are. */
export interface SheetsLog {
  readonly sheets: readonly string[];
  readonly log: ReadLog;
}

/** A log's rows as they were read, of one sheet or of several; texts are ids of one interner. */
export class LogRowsRead implements ReadLog {
  constructor(
    readonly name: string,
    private readonly sinks: readonly RowSink[],
    private readonly interner: Interner,
  ) {}

  digest(plan: Plan, days: Days | null): DossierLog {
    const rows = idRows(this.sinks, plan, this.interner, days);
    const digests = digestLog(rows.ids, (x, y) => this.interner.compare(x, y));
    const units = new Map(
      plan.units.flatMap(({ code }, index) => {
        const digest = digests[index];
        return digest && digest.dossiers > 0
          ? [[code, this.#told(digest)] as [string, UnitConcentration]]
          : [];
      }),
    );
    const { unmatched, withoutAccount, period } = rows;
    return { name: this.name, units, unmatched, withoutAccount, period };
  }

  #told({ dossiers, spread, busiest }: UnitDigest): UnitConcentration {
    const { interner } = this;
    return {
      dossiers,
      spread,
      busiest: busiest.map(({ account, procedure, ...counts }) => ({
        ...counts,
        masked: masked(interner.text(account)),
        procedure: procedure < 0 ? null : interner.text(procedure),
      })),
    };
  }
}

/** The rows that count, as ids: the unit's index in the plan, and texts' ids. */
function idRows(sinks: readonly RowSink[], plan: Plan, interner: Interner, days: Days | null) {
  const all = sinks.map((sink) => sink.rows());
  // A column in which no day could be read is as good as none: nothing is held against the period.
  const hasDays = all.some(({ day }) => day.some((each) => each !== NO_DAY));
  const within = hasDays ? days : null;
  const total = all.reduce((sum, { length }) => sum + length, 0);
  const columns = () => new Int32Array(total);
  const [units, accounts, procedures] = [columns(), columns(), columns()];
  const unknown = new Map<string, number>();
  let [unmatched, withoutAccount, outside, undated, length] = [0, 0, 0, 0, 0];
  for (const texts of all) {
    const matcher = new UnitMatcher(plan, texts, interner);
    for (let row = 0; row < texts.length; row += 1) {
      const day = texts.day[row] as number;
      if (within !== null && day === NO_DAY) {
        undated += 1;
        continue;
      }
      if (within !== null && (day < within.from || day > within.to)) {
        outside += 1;
        continue;
      }
      const unit = matcher.unitOf(row);
      if (unit === NO_UNIT) {
        const shown = matcher.shown(row);
        unknown.set(shown, (unknown.get(shown) ?? 0) + 1);
        unmatched += 1;
      } else if (texts.account[row] === -1) {
        withoutAccount += 1;
      } else {
        units[length] = unit;
        accounts[length] = texts.account[row] as number;
        procedures[length] = texts.procedure[row] as number;
        length += 1;
      }
    }
  }
  const shown = [...unknown].sort((x, y) => y[1] - x[1]).map(([text]) => text);
  return {
    ids: {
      length,
      units,
      accounts,
      procedures,
      unitCount: plan.units.length,
      accountCount: interner.size,
      procedureCount: interner.size,
    },
    unmatched: { rows: unmatched, shown: shown.slice(0, MOST_SHOWN) },
    withoutAccount,
    period: { days, hasDays, outside, undated },
  };
}

/** The end of an account's name, a quarter at most: enough to find it again in the log itself. */
export function masked(account: string): string {
  const shown = Math.min(3, Math.floor(account.length / 4));
  return `…${shown > 0 ? account.slice(-shown) : ''}`;
}
