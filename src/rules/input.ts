import type { Place } from './place';
import type { Plan } from './plan';

/** Why what stands in a cell is no count. */
export type Unusable =
  | 'empty'
  | 'text'
  | 'negative'
  | 'notWhole'
  | 'errorValue'
  /** Excel made a date of what was typed: which number that was can't be known. */
  | 'date'
  /** A formula that was saved without its value. */
  | 'notCalculated'
  /** The total isn't what its parts add up to. */
  | 'disagrees'
  /** The sheet has no column for it. */
  | 'noColumn';

/** A figure as it was reported: a number, or what stands there instead. */
export type Reported =
  | {
      readonly value: number;
      readonly place: Place | null;
      /** The cells that add up to it, where it isn't what one cell holds. */
      readonly parts?: readonly (Place | null)[];
    }
  | { readonly unusable: Unusable; readonly shown: string; readonly place: Place | null };

/** The counts of one criterion: a out of b. */
export interface Counts {
  readonly a: Reported;
  readonly b: Reported;
  /** Dossiers sent by public post, where the source has them; they are not in b. */
  readonly post?: Reported;
  /** A percentage (85.5 for 85,5%), where that is all the source gives. */
  readonly percent?: Reported;
}

/** Over which accounts a unit's dossiers came in. */
export interface Accounts {
  readonly distinct: number;
  /** Dossiers that the log counts; null where a column of the table gives the accounts only. */
  readonly logged: number | null;
  /** Share (0–1) of the k busiest accounts; null where it isn't known. */
  readonly busiest: { readonly dossiers: number; readonly of: number } | null;
  /** Dossiers on the busiest account; null where it isn't known. */
  readonly onBusiest: number | null;
  /** The user confirmed the log although its count differs from the reported one. */
  readonly confirmed: boolean;
  readonly place: Place | null;
}

/** A unit's row. A unit may have none, or (a problem) more than one. */
export interface UnitRow {
  /** The unit's code in the plan. */
  readonly unit: string;
  /** Where the unit's name stands. */
  readonly place: Place;
  /** By criterion. */
  readonly counts: Readonly<Record<string, Counts>>;
  readonly accounts: Accounts | null;
  /** There is a log, and it has no row of the unit. */
  readonly isMissingInLog?: true;
}

/** Who decided what, when, why and on what basis: a decision is an input like a figure. */
export interface Decided {
  readonly by: string;
  /** ISO date. */
  readonly on: string;
  readonly why: string;
  readonly basis: string;
}

/** The board orders a tied group. It holds for exactly these units with exactly these points. */
export interface TieDecision extends Decided {
  readonly level: string;
  readonly units: readonly string[];
  /** The group's exact points, as `Exact.toString` writes them. */
  readonly points: string;
  /** Codes, first to last; units that are left out stay tied behind those named. */
  readonly order: readonly string[];
}

/** The board declines a unit for a reason other than its points. */
export interface Declined extends Decided {
  readonly unit: string;
}

/** A person proposed for an individual award. */
export interface Individual {
  readonly name: string;
  readonly post: string;
  readonly workplace: string;
  /** Code of the group whose quota it takes; where none was found by it, what was written. */
  readonly group: string;
  /** What for, in a few words. */
  readonly achievements: string;
  /** Who proposed it. */
  readonly proposedBy: string;
  readonly place: Place | null;
}

/** What is asked of each person. */
export type IndividualField = Exclude<keyof Individual, 'place'>;

export interface ScoreInput {
  readonly rows: readonly UnitRow[];
  readonly tieDecisions: readonly TieDecision[];
  readonly declined: readonly Declined[];
  readonly individuals: readonly Individual[];
}

/** Are dossiers sent by public post reported for any unit, in a criterion that may count them? */
export function hasPost({ rows }: ScoreInput, { levels }: Plan): boolean {
  const counting = levels.flatMap(({ criteria }) =>
    criteria.flatMap(({ id, postChannel }) => (postChannel ? [id] : [])),
  );
  return rows.some(({ counts }) =>
    counting.some((id) => {
      const post = counts[id]?.post;
      return post !== undefined && 'value' in post && post.value > 0;
    }),
  );
}

export function inputOf(rows: readonly UnitRow[]): ScoreInput {
  return { rows, tieDecisions: [], declined: [], individuals: [] };
}
