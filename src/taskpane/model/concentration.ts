import {
  accountsInLog,
  isConcentrated,
  onBusiest,
  type DossierLog,
  type MaskedAccount,
  type Readings,
} from '../../rules';

/** Accounts that filed about as many dossiers each. */
export interface AccountClass {
  readonly from: number;
  /** Null: and more. */
  readonly to: number | null;
  readonly accounts: number;
  readonly dossiers: number;
}

/** How a unit's dossiers spread over accounts, as it is pictured. */
export interface Concentration {
  readonly dossiers: number;
  readonly accounts: number;
  readonly isConcentrated: boolean;
  /** Dossiers on the so many busiest. */
  readonly busiest: readonly { readonly k: number; readonly dossiers: number }[];
  readonly classes: readonly AccountClass[];
  readonly told: readonly MaskedAccount[];
}

const SHARES = [1, 3, 5];

/**
 * A unit's picture; null where the log has no row of it. Accounts are put together by how many
 * dossiers came in over each; the last class begins at our bound of what is to be looked into.
 */
export function concentrationOf(
  log: DossierLog,
  unit: string,
  { busiestAccounts, lookInto }: Readings,
): Concentration | null {
  const own = log.units.get(unit);
  const accounts = accountsInLog(log, unit, busiestAccounts);
  if (!own || !accounts) return null;
  const { spread, dossiers } = own;
  const bounds = [1, 2, 5, 10, 20].filter((bound) => bound < lookInto.onOneAccount);
  const starts = [...bounds, lookInto.onOneAccount];
  const classes = starts.map((from, i): AccountClass => {
    const next = starts[i + 1];
    const theirs = spread.filter((count) => count >= from && (next === undefined || count < next));
    return {
      from,
      to: next === undefined ? null : next - 1,
      accounts: theirs.length,
      dossiers: onBusiest(theirs, theirs.length),
    };
  });
  return {
    dossiers,
    accounts: spread.length,
    isConcentrated: isConcentrated(accounts, lookInto),
    busiest: SHARES.map((k) => ({ k, dossiers: onBusiest(spread, k) })),
    classes,
    told: own.busiest,
  };
}
