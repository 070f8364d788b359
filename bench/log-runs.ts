/** What one run of a log in a process of its own gives. */
export interface Cold {
  readonly seconds: number;
  readonly megabytes: number;
  /** By unit: code (or names), dossiers, accounts, on the 1, 3 and 5 busiest. */
  readonly figures: unknown;
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((x, y) => x - y)[Math.floor(numbers.length / 2)] as number;
}
