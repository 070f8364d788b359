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

/** What takes medians takes them of so many. */
export const TIMES = 5;

/** Nanoseconds a row: from ids, and from texts. */
export interface Warm {
  readonly ids: number;
  readonly strings: number;
}

export function secondsOf(job: () => void): number {
  const start = performance.now();
  job();
  return (performance.now() - start) / 1000;
}
