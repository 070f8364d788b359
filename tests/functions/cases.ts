import { down } from './runtime';

/** A table as its columns, each a range. */
export function whole(...rows: readonly (readonly unknown[])[]): unknown[][][] {
  return (rows[0] ?? []).map((_, column) => down(...rows.map((row) => row[column])));
}
