import type { Declined, Papers, ScoreResult, TieDecision } from '../rules';

/** All that the papers are made from. */
export interface PapersGiven {
  readonly result: ScoreResult;
  readonly papers: Papers;
  /** The board's decisions, in the order they were entered. */
  readonly decisions: readonly (
    | { readonly kind: 'order'; readonly decision: TieDecision }
    | { readonly kind: 'declined'; readonly decision: Declined }
  )[];
  /** Something is open: every paper is headed DỰ THẢO. */
  readonly draft: boolean;
  /** The clock: it dates the files and says which legal bases hold where no day is entered. */
  readonly now: Date;
}

/** A paper of the award file. */
export interface Paper {
  /** "01-to-trinh-co-quan-cham-diem.docx". */
  readonly file: string;
  /** What it is, for a person to choose by. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
