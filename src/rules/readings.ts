/**
 * How the plan is read where its text leaves a choice. docs/plan.md says why each default was
 * taken; the numbers are those of its table. A reading is never changed in code, only here or by
 * the user.
 */
export interface Readings {
  /** 2. How a unit's own ratio and its members' are combined. */
  readonly combinedRatio: CombinedRatio;
  /** 3. Dossiers sent by public post: left out, or in the denominator. */
  readonly post: 'leftOut' | 'inDenominator';
  /** 4. A member with no usable ratio. */
  readonly unusableMember: 'leftOut' | 'countsAsZero';
  /** 5. A unit whose members have no rows. */
  readonly noMembers: 'ownRatioAlone' | 'notScored';
  /** Below the gate: the whole unit is out, or its gated criterion counts 0 and it is ranked. */
  readonly gate: 'wholeUnit' | 'criterionOnly';
  /** 6. What tells tied units apart, in this order; lower ranks first. */
  readonly tieMeasures: readonly TieMeasure[];
  /** 6. k: whose share "the busiest accounts" means. */
  readonly busiestAccounts: number;
  /** 9. Places, and places per group, where they differ from the plan's. */
  readonly places: number | null;
  readonly perGroup: number | null;
  /** 13. Decimals to which totals are rounded before ranking; null for none. */
  readonly rounding: number | null;
  /** 14. Only a percentage is known: not scored unless the letter it came in is named. */
  readonly percentOnly: { readonly letter: string } | null;
  /** 15. A unit's figures: its own row, or the sum of its members'. */
  readonly memberSum: 'ownRow' | 'sumOfMembers';
  /** The prize of a unit that the board declines. */
  readonly declinedPrize: 'vacant' | 'movesUp';
  /** Our own bounds for "to be looked into": dossiers on one account, and the busiest ones' share. */
  readonly lookInto: { readonly onOneAccount: number; readonly busiestShare: string };
  /** Points of a criterion within which a unit counts as near a jump. */
  readonly nearJump: string;
}

export type CombinedRatio = 'meanOfRatios' | 'meanOfPoints' | 'meanCounts' | 'pooledCounts';
export type TieMeasure = 'dossiersPerAccount' | 'busiestShare';

export const DEFAULT_READINGS: Readings = {
  combinedRatio: 'meanOfRatios',
  post: 'leftOut',
  unusableMember: 'leftOut',
  noMembers: 'ownRatioAlone',
  gate: 'wholeUnit',
  tieMeasures: ['dossiersPerAccount', 'busiestShare'],
  busiestAccounts: 3,
  places: null,
  perGroup: null,
  rounding: null,
  percentOnly: null,
  memberSum: 'ownRow',
  declinedPrize: 'vacant',
  lookInto: { onOneAccount: 30, busiestShare: '50%' },
  nearJump: '0.5',
};

/** The readings of a combined ratio, default first. */
export const COMBINED_RATIOS: readonly CombinedRatio[] = [
  'meanOfRatios',
  'meanOfPoints',
  'meanCounts',
  'pooledCounts',
];

/** Where two sets of readings differ, as a list of their keys. */
export function changedReadings(
  readings: Readings,
  from: Readings = DEFAULT_READINGS,
): (keyof Readings)[] {
  const keys = Object.keys(from) as (keyof Readings)[];
  return keys.filter((key) => JSON.stringify(readings[key]) !== JSON.stringify(from[key]));
}
