import { words } from '../words';
import type { Column } from './arguments';
import { Fault } from './fault';
import { emptyCellsOf } from './read-blanks';

/** A call's arguments by the names of its parameters, in their order. */
export type Arguments = Readonly<Record<string, unknown>>;

/**
 * Tells empty cells from zeros. Desktop Excel hands a function 0 for an empty cell, alone or in a range
 * (office-js issues 1951, 4702, 5262), Excel on the web null. So wherever a 0 is handed over, Excel is
 * asked what stands in the cell, and an empty one becomes null. A single value that is no reference
 * is a true 0: it was typed, or worked out by a formula.
 * @throws Fault where it can't be told, for nothing missing counts as 0
 */
export async function withBlanks<A extends Arguments>(
  given: A,
  invocation: CustomFunctions.Invocation | undefined,
): Promise<A> {
  const doubtful = Object.entries(given).flatMap(([name, value], i) =>
    holdsZero(value) ? [{ name, value, i }] : [],
  );
  if (doubtful.length === 0) return given;
  const addresses = invocation?.parameterAddresses;
  // A preview comes while a cell is being edited, when nothing can be read.
  if (!addresses || invocation.isInValuePreview) throw cannotTell(doubtful[0]?.name);
  const told = await Promise.all(
    doubtful.map(async ({ name, value, i }) => {
      const address = addresses[i];
      // A computed array keeps no trace of which of its zeros were empty cells.
      if (!address && isArray(value)) throw cannotTell(name);
      return [name, address ? await emptied(name, value, address) : value] as const;
    }),
  );
  return { ...given, ...Object.fromEntries(told) };
}

function holdsZero(value: unknown): boolean {
  return Array.isArray(value) ? (value as Column[]).some((row) => row.includes(0)) : value === 0;
}

function isArray(value: unknown): boolean {
  return Array.isArray(value) && (value.length > 1 || (value as Column[])[0]?.length !== 1);
}

/** The argument with null for its empty cells. */
async function emptied(name: string, value: unknown, address: string): Promise<unknown> {
  const isEmpty = await emptyCellsOf(address).catch(() => {
    throw cannotTell(name);
  });
  if (!Array.isArray(value)) return isEmpty(0, 0) ? null : value;
  return (value as Column[]).map((row, i) =>
    row.includes(0) ? row.map((cell, j) => (cell === 0 && isEmpty(i, j) ? null : cell)) : row,
  );
}

function cannotTell(name = ''): Fault {
  return new Fault('#N/A', words.FUNCTIONS.zeroOrBlank(name));
}
