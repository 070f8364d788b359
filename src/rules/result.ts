import type { Exact } from './exact';
import type { Figure, Reason } from './figure';
import type { Declined, Individual, TieDecision, UnitRow } from './input';
import type { Level, Plan, PlaceAward, Prize, PrizeAward, Unit } from './plan';
import type { RuleProblem } from './problem';
import type { CombinedRatio, Readings, TieMeasure } from './readings';

/** ranked; gated: below the gate; incomplete: a figure is missing; invalid: a figure is wrong. */
export type Status = 'ranked' | 'gated' | 'incomplete' | 'invalid';

export interface CriterionResult {
  readonly a: Figure;
  readonly b: Figure;
  /** The unit's own ratio, 0–1. */
  readonly own: Figure;
  /** The mean of its members' ratios; null where the criterion combines none. */
  readonly memberMean: Figure | null;
  /** The ratio that the points come from; null under a reading that averages points. */
  readonly ratio: Figure | null;
  readonly points: Figure;
}

/** What is to be said of a unit beside its figures. */
export type Note =
  | {
      readonly code: 'gated';
      readonly ratio: Exact;
      readonly from: string;
      readonly clause: string;
    }
  | {
      readonly code: 'gateZero';
      readonly ratio: Exact;
      readonly from: string;
      readonly clause: string;
    }
  | { readonly code: 'unscored'; readonly because: readonly Reason[] }
  | { readonly code: 'membersLeftOut'; readonly members: readonly string[] }
  | { readonly code: 'membersAsZero'; readonly members: readonly string[] }
  | { readonly code: 'alone' }
  | { readonly code: 'aboveOne'; readonly criterion: string }
  | { readonly code: 'fromPercent'; readonly criterion: string }
  | { readonly code: 'tieBroken'; readonly by: TieMeasure }
  | { readonly code: 'byDecision'; readonly decision: TieDecision }
  | { readonly code: 'declined'; readonly declined: Declined };

export interface UnitScore {
  readonly unit: Unit;
  readonly status: Status;
  readonly row: UnitRow | null;
  /** By criterion id. */
  readonly criteria: Readonly<Record<string, CriterionResult>>;
  /** Points; missing where a criterion's are. */
  readonly total: Figure;
  readonly measures: Readonly<Record<TieMeasure, Exact | null>>;
  readonly notes: readonly Note[];
}

export interface UnitResult extends UnitScore {
  /** Null unless ranked. */
  readonly rank: number | null;
  /** Another unit has the same rank, after the tie-break and the board's decisions. */
  readonly tied: boolean;
}

/** Units that share a rank, in the official order; most groups hold one. */
export interface RankGroup {
  readonly rank: number;
  readonly units: readonly UnitResult[];
}

export interface LevelResult {
  readonly level: Level;
  /** Every unit of the plan at this level: by rank, then in the official order. */
  readonly units: readonly UnitResult[];
  readonly groups: readonly RankGroup[];
  /** How many units aren't scored for want of right figures: until 0, ranks are provisional. */
  readonly unscored: number;
}

export interface PrizeGiven {
  readonly award: PrizeAward;
  readonly prize: Prize;
  readonly unit: UnitResult;
}

export interface PlaceGiven {
  readonly award: PlaceAward;
  readonly unit: UnitResult;
}

export interface PassedOver {
  readonly award: string;
  readonly unit: UnitResult;
  readonly reason:
    | {
        readonly code: 'groupFull';
        readonly group: string;
        readonly most: number;
        readonly clause: string;
      }
    | { readonly code: 'declined'; readonly declined: Declined };
}

export interface Undecided {
  readonly award: string;
  /** In the official order. */
  readonly units: readonly UnitResult[];
  /** How many of them have a place. */
  readonly places: number;
  /** The prizes in question, where the award has named ones. */
  readonly prizes: readonly Prize[];
  readonly reason: 'tie' | 'tieWithinGroup';
}

export interface Quota {
  readonly group: Unit;
  readonly quota: number;
  readonly proposed: readonly Individual[];
}

export interface Awards {
  readonly prizes: readonly PrizeGiven[];
  /** Prizes that stay vacant because the board declined the unit; `passedOver` names it. */
  readonly vacant: readonly { readonly award: string; readonly prize: Prize }[];
  readonly places: readonly PlaceGiven[];
  readonly passedOver: readonly PassedOver[];
  readonly undecided: readonly Undecided[];
  readonly quotas: readonly Quota[];
}

/** Who would stand on the prize ranks under a reading of the combined ratio. */
export interface ReadingEffect {
  readonly level: string;
  readonly reading: CombinedRatio;
  readonly first: readonly { readonly rank: number; readonly unit: Unit }[];
  /** True where the ranks and units are those of the reading in force. */
  readonly same: boolean;
}

export interface ScoreResult {
  readonly plan: Plan;
  readonly readings: Readings;
  /** By level id, in the plan's order. */
  readonly levels: Readonly<Record<string, LevelResult>>;
  readonly awards: Awards;
  readonly effects: readonly ReadingEffect[];
  readonly problems: readonly RuleProblem[];
}

/**
 * Open until no error and no undecided place is left, and every unit is scored but those that had no
 * dossiers in the period: until then every result is a draft.
 */
export function isOpen({
  awards,
  problems,
  levels,
}: Omit<ScoreResult, 'plan' | 'readings' | 'effects'>): boolean {
  return (
    awards.undecided.length > 0 ||
    problems.some(({ severity }) => severity === 'error') ||
    Object.values(levels).some(({ units }) => units.some(lacksFigures))
  );
}

function lacksFigures({ status, total }: UnitResult): boolean {
  return (
    (status === 'incomplete' || status === 'invalid') &&
    !total.known &&
    total.because.some(({ why }) => why !== 'nothingCounted')
  );
}
