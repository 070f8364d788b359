import type { Exact } from './exact';
import type { Reason } from './figure';
import type { IndividualField, Unusable } from './input';
import type { Place } from './place';
import type { CombinedRatio } from './readings';

/**
 * What the user must be told: data with a code; the words live apart. An error keeps a unit from
 * being scored (and the result a draft); a warning is for a person to judge; info is stated.
 */
export type Severity = 'error' | 'warning' | 'info';

interface At {
  readonly severity: Severity;
  /** Where, most telling place first; empty where it concerns the whole. */
  readonly places: readonly Place[];
  /** The unit's code; null where it concerns no single unit. */
  readonly unit: string | null;
}

export type RuleProblem = At &
  (
    | {
        readonly code: 'aExceedsB';
        readonly criterion: string;
        readonly a: Exact;
        readonly b: Exact;
      }
    | { readonly code: 'zeroDenominator'; readonly criterion: string; readonly a: Exact }
    | { readonly code: 'nothingCounted'; readonly criterion: string }
    | {
        readonly code: 'unusableFigure';
        readonly criterion: string;
        readonly which: 'a' | 'b' | 'post' | 'percent';
        readonly why: Unusable;
        readonly shown: string;
      }
    | { readonly code: 'aboveOne'; readonly criterion: string; readonly ratio: Exact }
    | { readonly code: 'duplicateUnit' }
    | { readonly code: 'duplicateIdentical' }
    | { readonly code: 'unitWithoutRow' }
    | { readonly code: 'rowUnknown'; readonly named: string }
    | { readonly code: 'levelWithoutRows'; readonly level: string }
    /** The unit has a row, but none in the source of this criterion. */
    | { readonly code: 'noCounts'; readonly criterion: string }
    /** No row of the level has figures of this criterion. */
    | { readonly code: 'levelWithoutCounts'; readonly level: string; readonly criterion: string }
    | {
        /** Left out of its group's mean (a warning), or needed for its group's sum (an error). */
        readonly code: 'memberMissing';
        readonly member: string;
        readonly criterion: string;
        readonly because: readonly Reason[];
      }
    | { readonly code: 'noMembers' }
    | {
        readonly code: 'mayIncludeMembers';
        readonly own: Exact;
        readonly members: Exact;
        readonly criterion: string;
      }
    | {
        readonly code: 'nearJump';
        readonly criterion: string;
        readonly ratio: Exact;
        readonly threshold: string;
        readonly kind: 'fullPoints' | 'gate';
        readonly above: boolean;
      }
    | { readonly code: 'looksEqual'; readonly units: readonly string[]; readonly total: Exact }
    | {
        readonly code: 'percentOnly';
        readonly level: string;
        readonly criterion: string;
        readonly letter: string;
        readonly units: number;
      }
    | { readonly code: 'percentMayCross'; readonly criterion: string; readonly threshold: string }
    | { readonly code: 'percentMayReorder'; readonly other: string }
    | {
        readonly code: 'tie';
        readonly level: string;
        readonly units: readonly string[];
        readonly rank: number;
      }
    | {
        readonly code: 'undecided';
        readonly award: string;
        readonly units: readonly string[];
        readonly seats: number;
        readonly prizes: readonly string[];
        readonly total: Exact;
      }
    | {
        readonly code: 'fewerThanPlaces';
        readonly award: string;
        readonly awarded: number;
        readonly seats: number;
      }
    | { readonly code: 'logDiffers'; readonly logged: number; readonly reported: Exact }
    /** There is a log, and it has no row of the unit. */
    | { readonly code: 'notInLog'; readonly reported: Exact | null }
    | { readonly code: 'accountsImplausible'; readonly distinct: number }
    | {
        readonly code: 'toBeLookedInto';
        readonly onOneAccount: number | null;
        readonly share: Exact | null;
        readonly bounds: { readonly onOneAccount: number; readonly busiestShare: string };
      }
    | {
        readonly code: 'readingMatters';
        readonly level: string;
        readonly changes: readonly {
          readonly reading: CombinedRatio;
          readonly first: readonly string[];
        }[];
      }
    | { readonly code: 'postMatters'; readonly units: number; readonly awardsChange: boolean }
    | { readonly code: 'decisionVoid'; readonly level: string; readonly units: readonly string[] }
    | { readonly code: 'declinedUnknown'; readonly named: string }
    | { readonly code: 'individualUnknown'; readonly name: string; readonly group: string }
    | {
        readonly code: 'individualIncomplete';
        readonly name: string;
        readonly fields: readonly IndividualField[];
      }
    /** One person with two rows. */
    | { readonly code: 'individualTwice'; readonly name: string }
    /** Two people of one name, who may be one. */
    | { readonly code: 'individualNamesakes'; readonly name: string }
    | {
        readonly code: 'overQuota';
        readonly group: string;
        readonly proposed: number;
        readonly quota: number;
      }
    | {
        readonly code: 'underQuota';
        readonly group: string;
        readonly proposed: number;
        readonly quota: number;
      }
  );

export type RuleProblemCode = RuleProblem['code'];
