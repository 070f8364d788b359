/**
 * The digest of a dossier log over interned ids: one counting sort over the units, then each unit's
 * accounts in one array, of which only what a unit touched is emptied for the next. Linear in the
 * rows, no text in it. What costs are places far apart in memory: each row's account is looked up in
 * that one array, and all else is read in order.
 */

import { grown } from './log/interner';

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
  const { pairs, ends } = sorted;
  // Each account's dossiers in the unit at hand; 0 between units.
  const places = new Int32Array(rows.accountCount);
  const most = Math.min(rows.accountCount, mostRows(ends));
  const [seen, counts] = [new Int32Array(most + 1), new Uint32Array(most)];
  const tally = new ProcedureTally(rows, sorted, places, order);
  const digests: UnitDigest[] = [];
  for (let unit = 0, from = 0; unit < rows.unitCount; unit += 1) {
    const to = ends[unit] as number;
    let distinct = 0;
    for (let at = from * 2; at < to * 2; at += 2) {
      const account = pairs[at] as number;
      const before = places[account] as number;
      places[account] = before + 1;
      // Written each time, kept where the account is new: no branch that can't be foreseen.
      seen[distinct] = account;
      if (before === 0) distinct += 1;
    }
    for (let i = 0; i < distinct; i += 1) {
      const account = seen[i] as number;
      counts[i] = places[account] as number;
      places[account] = 0;
    }
    const theirs = { accounts: seen.subarray(0, distinct), counts: counts.subarray(0, distinct) };
    const spread = descending(theirs.counts);
    const busiest = busiestOf(theirs, spread, order);
    digests.push({ dossiers: to - from, spread, busiest: tally.of(busiest, from, to) });
    from = to;
  }
  return digests;
}

/** Of one unit: no more than these are seen at once. */
function mostRows(ends: Uint32Array): number {
  let most = 0;
  for (let unit = 0, from = 0; unit < ends.length; unit += 1) {
    const to = ends[unit] as number;
    most = Math.max(most, to - from);
    from = to;
  }
  return most;
}

/** A unit's accounts in the order in which they were met, and the dossiers of each. */
interface AccountCounts {
  readonly accounts: Int32Array;
  readonly counts: Uint32Array;
}

type AccountCount = Pick<BusyAccount, 'account' | 'dossiers'>;

/** Dossiers of a unit's k busiest accounts. */
export function onBusiest(spread: Uint32Array, k: number): number {
  return spread.subarray(0, k).reduce((sum, dossiers) => sum + dossiers, 0);
}

/** The rows, those of each unit together. */
interface SortedRows {
  /** A row's account, and behind it its procedure. */
  readonly pairs: Int32Array;
  /** Where each unit's rows end. */
  readonly ends: Uint32Array;
}

/** A counting sort: what is read later stands side by side. */
function sortedByUnit({ units, accounts, procedures, length, unitCount }: LogRows): SortedRows {
  const pairs = new Int32Array(length * 2);
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
    pairs[at * 2] = accounts[row] as number;
    pairs[at * 2 + 1] = procedures[row] as number;
    ends[unit] = at + 1;
  }
  return { pairs, ends };
}

/** The counts, most first, by how often each is there. */
function descending(counts: Uint32Array): Uint32Array {
  let most = 0;
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] as number;
    if (count > most) most = count;
  }
  const often = new Uint32Array(most + 1);
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] as number;
    often[count] = (often[count] as number) + 1;
  }
  const spread = new Uint32Array(counts.length);
  for (let count = most, from = 0; count > 0; count -= 1) {
    const to = from + (often[count] as number);
    if (to > from) spread.fill(count, from, to);
    from = to;
  }
  return spread;
}

/** The busiest accounts, most dossiers first, equal ones in order. */
function busiestOf(
  { accounts, counts }: AccountCounts,
  spread: Uint32Array,
  order: IdOrder,
): AccountCount[] {
  const least = spread[Math.min(BUSIEST_TOLD, accounts.length) - 1] ?? 0;
  const above: AccountCount[] = [];
  const level: number[] = [];
  for (let i = 0; i < accounts.length; i += 1) {
    const dossiers = counts[i] as number;
    if (dossiers < least) continue;
    const account = accounts[i] as number;
    if (dossiers > least) above.push({ account, dossiers });
    else insertFirst(level, account, order);
  }
  above.sort((x, y) => y.dossiers - x.dossiers || order(x.account, y.account));
  const rest = level.map((account) => ({ account, dossiers: least }));
  return [...above, ...rest].slice(0, BUSIEST_TOLD);
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
  readonly #stamps: Int32Array;
  readonly #counts: Uint32Array;
  #stamp = 0;
  /** The procedures of each account, one account after the other. */
  #found = new Int32Array(1 << 10);

  /** @param places of accounts, all 0: borrowed, and given back so */
  constructor(
    { procedureCount }: LogRows,
    private readonly rows: SortedRows,
    private readonly places: Int32Array,
    private readonly order: IdOrder,
  ) {
    this.#stamps = new Int32Array(procedureCount);
    this.#counts = new Uint32Array(procedureCount);
  }

  /** @param from first and `to` one past the last of the unit's places in the sorted rows */
  of(busiest: readonly AccountCount[], from: number, to: number): BusyAccount[] {
    if (this.#stamps.length === 0) {
      return busiest.map((each) => ({ ...each, procedure: -1, ofProcedure: 0 }));
    }
    const { places } = this;
    const { pairs } = this.rows;
    const ends = [0];
    for (const { account, dossiers } of busiest) {
      places[account] = ends.length;
      ends.push((ends[ends.length - 1] as number) + dossiers);
    }
    const total = ends[ends.length - 1] as number;
    if (total > this.#found.length) this.#found = grown(this.#found, total);
    const found = this.#found;
    // The next place of each account's; the first is of those that aren't busy.
    const next = Int32Array.from([0, ...ends]);
    for (let at = from * 2; at < to * 2; at += 2) {
      const slot = places[pairs[at] as number] as number;
      if (slot === 0) continue;
      const place = next[slot] as number;
      found[place] = pairs[at + 1] as number;
      next[slot] = place + 1;
    }
    return busiest.map((each, slot) => {
      places[each.account] = 0;
      return { ...each, ...this.#mostOf(ends[slot] as number, ends[slot + 1] as number) };
    });
  }

  /** The most frequent of the procedures between two places; of equal ones the first. */
  #mostOf(from: number, to: number): Pick<BusyAccount, 'procedure' | 'ofProcedure'> {
    this.#stamp += 1;
    let procedure = -1;
    let ofProcedure = 0;
    for (let at = from; at < to; at += 1) {
      const each = this.#found[at] as number;
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
