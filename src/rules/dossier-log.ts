import type { Accounts, UnitRow } from './input';
import type { Days } from './log/days';
import { onBusiest } from './log-digest';
import type { Plan } from './plan';
import type { Readings } from './readings';

/** What a dossier log says, as far as it may leave the reader: accounts are masked. */
export interface DossierLog {
  /** The file's name, or those of its sheets. */
  readonly name: string;
  /** By unit code; units without a dossier in the log are left out. */
  readonly units: ReadonlyMap<string, UnitConcentration>;
  /** Rows whose unit is none of the plan's, and what stands there, most rows first. */
  readonly unmatched: { readonly rows: number; readonly shown: readonly string[] };
  /** Rows of known units that name no account: they are not counted. */
  readonly withoutAccount: number;
  readonly period: LogPeriod;
}

/** How the log's days were held against the scored period. */
export interface LogPeriod {
  /** The scored period; null where it isn't known: then every row counts. */
  readonly days: Days | null;
  /** False where no day could be read at all: then every row counts. */
  readonly hasDays: boolean;
  /** Rows of other days: they are not counted. */
  readonly outside: number;
  /** Rows without a day that can be read, in a log that has days: they are not counted. */
  readonly undated: number;
}

/** How a unit's dossiers spread over the accounts that filed them. */
export interface UnitConcentration {
  readonly dossiers: number;
  /** Dossiers of each account, most first. */
  readonly spread: Uint32Array;
  /** The busiest ones, at most five. */
  readonly busiest: readonly MaskedAccount[];
}

export interface MaskedAccount {
  readonly masked: string;
  readonly dossiers: number;
  /** The procedure most often filed over it; null where the log names none. */
  readonly procedure: string | null;
  readonly ofProcedure: number;
}

/**
 * The rows with the log's figures for their accounts: a log goes before a column of the table. A unit
 * without a row in the log has none, which isn't the same as none that filed.
 */
export function withLog(
  rows: readonly UnitRow[],
  plan: Plan,
  log: DossierLog,
  readings: Readings,
): UnitRow[] {
  const told = new Set(plan.levels.filter(({ tieBreak }) => tieBreak).map(({ id }) => id));
  const needed = new Set(plan.units.filter(({ level }) => told.has(level)).map(({ code }) => code));
  return rows.map((row) => {
    if (!needed.has(row.unit) && !log.units.has(row.unit)) return row;
    const accounts = accountsInLog(log, row.unit, readings.busiestAccounts);
    return accounts ? { ...row, accounts } : { ...row, accounts, isMissingInLog: true };
  });
}

/** A unit's accounts by the log; null where it has no row in it. @param k the busiest ones */
export function accountsInLog(log: DossierLog, unit: string, k: number): Accounts | null {
  const own = log.units.get(unit);
  return own ? accountsOfSpread(own.spread, k) : null;
}

/** Accounts by the dossiers of each, most first; nothing is on the busiest where there is none. */
export function accountsOfSpread(spread: Uint32Array, k: number): Accounts {
  const dossiers = onBusiest(spread, spread.length);
  return {
    distinct: spread.length,
    logged: dossiers,
    busiest: dossiers > 0 ? { dossiers: onBusiest(spread, k), of: dossiers } : null,
    onBusiest: spread[0] ?? null,
    confirmed: false,
    place: null,
  };
}
