/**
 * What a record holds under a key that comes from a sheet or a file: only its own entries, so that
 * "toString" or "constructor" is a key like any other, and no entry unless it was given.
 */
export function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
