/** A stretch of time that a source's figures are of, as far as it is written. */
export interface Period {
  /** `months` are so many from the year's start or to its end; `range` is from one day to another. */
  readonly kind: 'week' | 'month' | 'quarter' | 'year' | 'months' | 'range';
  readonly number: string;
  /** Null where it isn't written. */
  readonly year: string | null;
}
