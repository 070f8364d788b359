/**
 * The digest of a dossier log over interned ids: one counting sort over the units, then each unit's
 * accounts in arrays that are stamped instead of emptied. Linear in the rows, no text in it.
 */

/** A log's rows as columns of ids; each id is below its column's count. */
export interface LogRows {
  readonly length: number;
  readonly units: Int32Array;
  readonly accounts: Int32Array;
  /** -1 where the log names no procedure. */
  readonly procedures: Int32Array;
  readonly unitCount: number;
  readonly accountCount: number;
  readonly procedureCount: number;
}

/** One of the accounts over which most of a unit's dossiers came in. */
export interface BusyAccount {
  readonly account: number;
  readonly dossiers: number;
  /** The procedure most often filed over it; -1 where none is named. */
  readonly procedure: number;
  readonly ofProcedure: number;
}

export interface UnitDigest {
  readonly dossiers: number;
  /** Dossiers of each account, most first: its length is the number of distinct accounts. */
  readonly spread: Uint32Array;
  /** The busiest accounts, at most five; equal ones in the given order. */
  readonly busiest: readonly BusyAccount[];
}

/** How many of a unit's accounts are told one by one. */
export const BUSIEST_TOLD = 5;

/** Which of two ids comes first. */
export type IdOrder = (x: number, y: number) => number;

const BY_NUMBER: IdOrder = (x, y) => x - y;

/**
 * Digests a log.
 * @param order of accounts with as many dossiers, and of procedures as often filed
 * @returns one digest for each unit id; a unit without rows has an empty one
 */
export function digestLog(rows: LogRows, order: IdOrder = BY_NUMBER): UnitDigest[] {
  const sorted = sortedByUnit(rows);
  const { accounts, ends } = sorted;
  const stamps = new Int32Array(rows.accountCount).fill(-1);
  const counts = new Uint32Array(rows.accountCount);
  const seen = new Int32Array(Math.min(rows.accountCount, rows.length));
  const tally = new ProcedureTally(rows, sorted, order);
  const digests: UnitDigest[] = [];
  for (let unit = 0, from = 0; unit < rows.unitCount; unit += 1) {
    const to = ends[unit] as number;
    let distinct = 0;
    let most = 0;
    for (let at = from; at < to; at += 1) {
      const account = accounts[at] as number;
      const count = stamps[account] === unit ? (counts[account] as number) + 1 : 1;
      counts[account] = count;
      if (count > most) most = count;
      if (count > 1) continue;
      stamps[account] = unit;
      seen[distinct] = account;
      distinct += 1;
    }
    const theirs = seen.subarray(0, distinct);
    const spread = descendingCounts(theirs, counts, most);
    const busiest = busiestOf(theirs, counts, spread, order).map((account) => ({
      account,
      dossiers: counts[account] as number,
    }));
    digests.push({ dossiers: to - from, spread, busiest: tally.of(busiest, from, to) });
    from = to;
  }
  return digests;
}

/** Dossiers of a unit's k busiest accounts. */
export function onBusiest(spread: Uint32Array, k: number): number {
  return spread.subarray(0, k).reduce((sum, dossiers) => sum + dossiers, 0);
}

/** The rows, those of each unit together. */
interface SortedRows {
  readonly accounts: Int32Array;
  readonly procedures: Int32Array;
  /** Where each unit's rows end. */
  readonly ends: Uint32Array;
}

/** A counting sort: what is read later stands side by side. */
function sortedByUnit({ units, accounts, procedures, length, unitCount }: LogRows): SortedRows {
  const sorted = { accounts: new Int32Array(length), procedures: new Int32Array(length) };
  // Each unit's next place; where its rows end, once all have theirs.
  const ends = new Uint32Array(unitCount + 1);
  for (let row = 0; row < length; row += 1) {
    const after = (units[row] as number) + 1;
    ends[after] = (ends[after] as number) + 1;
  }
  for (let unit = 1; unit <= unitCount; unit += 1) {
    ends[unit] = (ends[unit] as number) + (ends[unit - 1] as number);
  }
  for (let row = 0; row < length; row += 1) {
    const unit = units[row] as number;
    const at = ends[unit] as number;
    sorted.accounts[at] = accounts[row] as number;
    sorted.procedures[at] = procedures[row] as number;
    ends[unit] = at + 1;
  }
  return { ...sorted, ends };
}

/** The accounts' counts, most first, by how often each count is there. @param most of all counts */
function descendingCounts(seen: Int32Array, counts: Uint32Array, most: number): Uint32Array {
  const often = new Uint32Array(most + 1);
  for (let i = 0; i < seen.length; i += 1) {
    const count = counts[seen[i] as number] as number;
    often[count] = (often[count] as number) + 1;
  }
  const spread = new Uint32Array(seen.length);
  for (let count = most, from = 0; count > 0; count -= 1) {
    const to = from + (often[count] as number);
    if (to > from) spread.fill(count, from, to);
    from = to;
  }
  return spread;
}

/** The ids of the busiest accounts, most dossiers first, equal ones in order. */
function busiestOf(
  seen: Int32Array,
  counts: Uint32Array,
  spread: Uint32Array,
  order: IdOrder,
): number[] {
  const least = spread[Math.min(BUSIEST_TOLD, seen.length) - 1] ?? 0;
  const above: number[] = [];
  const level: number[] = [];
  for (let i = 0; i < seen.length; i += 1) {
    const account = seen[i] as number;
    const count = counts[account] as number;
    if (count > least) above.push(account);
    else if (count === least) insertFirst(level, account, order);
  }
  above.sort((x, y) => (counts[y] as number) - (counts[x] as number) || order(x, y));
  return [...above, ...level].slice(0, BUSIEST_TOLD);
}

/** Keeps the first ids, in order: nearly every account of a unit may have as few dossiers. */
function insertFirst(first: number[], id: number, order: IdOrder): void {
  let at = first.length;
  while (at > 0 && order(first[at - 1] as number, id) > 0) at -= 1;
  if (at >= BUSIEST_TOLD) return;
  first.splice(at, 0, id);
  if (first.length > BUSIEST_TOLD) first.pop();
}

/** Counts the procedures of a few accounts of one unit. */
class ProcedureTally {
  /** Where an account stands among the busy ones of the unit at hand; -1 for all others. */
  readonly #slots: Int8Array;
  readonly #stamps: Int32Array;
  readonly #counts: Uint32Array;
  #stamp = 0;

  constructor(
    { accountCount, procedureCount }: LogRows,
    private readonly rows: SortedRows,
    private readonly order: IdOrder,
  ) {
    this.#slots = new Int8Array(accountCount).fill(-1);
    this.#stamps = new Int32Array(procedureCount);
    this.#counts = new Uint32Array(procedureCount);
  }

  /** @param from first and `to` one past the last of the unit's places in the sorted rows */
  of(
    busiest: readonly Pick<BusyAccount, 'account' | 'dossiers'>[],
    from: number,
    to: number,
  ): BusyAccount[] {
    const { accounts, procedures } = this.rows;
    const theirs = busiest.map((): number[] => []);
    busiest.forEach(({ account }, slot) => (this.#slots[account] = slot));
    for (let at = from; at < to; at += 1) {
      const slot = this.#slots[accounts[at] as number] as number;
      if (slot >= 0) theirs[slot]?.push(procedures[at] as number);
    }
    return busiest.map((each, slot) => {
      this.#slots[each.account] = -1;
      return { ...each, ...this.#mostOf(theirs[slot] ?? []) };
    });
  }

  /** The most frequent procedure; of equal ones the first. */
  #mostOf(procedures: readonly number[]): Pick<BusyAccount, 'procedure' | 'ofProcedure'> {
    this.#stamp += 1;
    let procedure = -1;
    let ofProcedure = 0;
    for (const each of procedures) {
      if (each < 0) continue;
      const before = this.#stamps[each] === this.#stamp ? (this.#counts[each] as number) : 0;
      const count = before + 1;
      this.#stamps[each] = this.#stamp;
      this.#counts[each] = count;
      if (count > ofProcedure || (count === ofProcedure && this.order(each, procedure) < 0)) {
        procedure = each;
        ofProcedure = count;
      }
    }
    return { procedure, ofProcedure };
  }
}
