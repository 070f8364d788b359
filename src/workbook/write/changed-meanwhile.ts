import type { Place } from '../../rules';

/** What somebody else did to the workbook between reading and writing. */
export type Change =
  /** Cells hold something else: the first few of them, and how many there are. */
  | { readonly kind: 'cells'; readonly places: readonly Place[]; readonly count: number }
  | { readonly kind: 'deleted' | 'protected' | 'rowsHidden'; readonly sheet: string }
  | { readonly kind: 'renamed'; readonly sheet: string; readonly now: string }
  /** A sheet has the name that one of ours was to get. */
  | { readonly kind: 'nameTaken'; readonly sheet: string };

/** The workbook isn't as it was read any more: nothing was written. */
export class ChangedMeanwhile extends Error {
  constructor(readonly change: Change) {
    super(`Changed meanwhile: ${change.kind}`);
    this.name = 'ChangedMeanwhile';
  }
}
