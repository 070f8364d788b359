/**
 * What a plan of an emulation movement says, as data. The interpreter beside this file knows no
 * number, level or name of any plan: another plan is another object of this type. Every parameter
 * stands beside the clause it comes from; numbers are written as the plan writes them ("90%").
 */
export interface Plan {
  readonly id: string;
  /** The movement's name, as the plan's heading gives it. */
  readonly movement: string;
  readonly year: number;
  /** The province that issued it, in the form "tỉnh Hậu Giang". */
  readonly province: string;
  /** ISO dates. A start that the plan leaves blank is null: a parameter without a default. */
  readonly period: {
    readonly clause: string;
    readonly from: string | null;
    readonly until: string;
  };
  /** In the plan's own order. A level that combines another one's ratios names it. */
  readonly levels: readonly Level[];
  readonly prizes: readonly PrizeAward[];
  readonly places: readonly PlaceAward[];
  readonly individuals: IndividualAward | null;
  /** Every unit the plan addresses, in the official order, and the groups they belong to. */
  readonly units: readonly Unit[];
}

export interface Level {
  readonly id: string;
  readonly clause: string;
  /** "cấp huyện", "cấp xã". */
  readonly name: string;
  readonly criteria: readonly Criterion[];
  readonly gate: Gate | null;
  /**
   * The clause that says how units with equal points are told apart, and the criterion whose a the
   * accounts filed; null: the plan says nothing.
   */
  readonly tieBreak: { readonly clause: string; readonly criterion: string } | null;
}

export interface Criterion {
  readonly id: string;
  readonly clause: string;
  readonly name: string;
  readonly shortName: string;
  /** What a and b count, in the plan's words. */
  readonly numerator: string;
  readonly denominator: string;
  /** Full points. */
  readonly full: string;
  /** The ratio from which full points are given; below it, ratio × full points. */
  readonly threshold: string;
  /** a > b: a data error (the unit isn't scored), or possible and only worth a warning. */
  readonly aboveOne: 'error' | 'warning';
  /** a = b = 0: nothing happened in the period (a warning), or a figure can't be right (an error). */
  readonly nothingCounted: 'warning' | 'error';
  /** The unit's ratio is combined with its members' at another level. */
  readonly combine: { readonly level: string; readonly clause: string } | null;
  /** The level whose counts may stand in as a sum for the unit's own row (a reading). */
  readonly memberSum: string | null;
  /** A reported percentage may stand in for the counts (a reading). */
  readonly percentAllowed: boolean;
  /** Dossiers sent by public post may be counted in the denominator (a reading). */
  readonly postChannel: boolean;
}

/** Below this ratio of a criterion a unit isn't considered. */
export interface Gate {
  readonly clause: string;
  readonly criterion: string;
  readonly from: string;
}

/** One prize a rank, from the first rank down. */
export interface PrizeAward {
  readonly id: string;
  readonly clause: string;
  readonly level: string;
  readonly prizes: readonly Prize[];
}

export interface Prize {
  readonly name: string;
  readonly clause: string;
  /** Đồng. */
  readonly money: number;
  /** Points added to the unit's socio-economic emulation score. */
  readonly bonus: number;
  readonly bonusClause: string;
}

/** So many equal awards in rank order, at most so many for the units of one group. */
export interface PlaceAward {
  readonly id: string;
  readonly clause: string;
  readonly level: string;
  readonly places: number;
  readonly perGroup: { readonly clause: string; readonly most: number } | null;
  /** Đồng; null where the plan names none. */
  readonly money: number | null;
}

export interface IndividualAward {
  readonly clause: string;
  readonly total: number;
  /** How many of each group, but for the groups named below. */
  readonly perGroup: number;
  /** By unit code. */
  readonly exceptions: Readonly<Record<string, number>>;
}

export interface Unit {
  /** The statistics office's code, or another that is unique in the plan. */
  readonly code: string;
  /** A level's id; a group that is not scored itself has a level that the plan doesn't list. */
  readonly level: string;
  /** "Xã", "Phường", "Thị trấn", "Huyện", "Thị xã", "Thành phố". */
  readonly type: string;
  readonly name: string;
  /** Code of the unit or group that this one belongs to; the cap per group goes by it. */
  readonly parent: string | null;
}

/** "Xã Vị Thắng": the type and the name. */
export function fullName(unit: Unit): string {
  return `${unit.type} ${unit.name}`;
}

/** @throws RangeError where the plan has no such level. */
export function levelOf(plan: Plan, id: string): Level {
  const level = plan.levels.find((each) => each.id === id);
  if (!level) throw new RangeError(`Plan ${plan.id} has no level ${id}`);
  return level;
}

/** The official order: by code. */
export function inOfficialOrder(x: Unit, y: Unit): number {
  return x.code < y.code ? -1 : x.code > y.code ? 1 : 0;
}
