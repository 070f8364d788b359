/** Why something can't be read as a dossier log. */
export type LogFault =
  | 'empty'
  /** No row of headings names a unit and an account. */
  | 'notALog'
  /** Several columns could be the unit's or the account's. */
  | 'doubtfulColumn'
  | 'notUtf8'
  /** A password, or the old .xls: both are the same kind of container. */
  | 'oldOrProtected'
  | 'tooLarge'
  | 'damaged';

/** It can't be read as a log; words for the user are in `words.LOG_FAULTS`. */
export class LogError extends Error {
  constructor(
    readonly fault: LogFault,
    /** Headings, for a doubtful column. */
    readonly shown: readonly string[] = [],
  ) {
    super(fault);
    this.name = 'LogError';
  }
}
