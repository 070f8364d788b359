import type { IndividualField } from './input';
import type { Severity } from './problem';
import type { Place } from './place';

/** A column that a table should have, by the figure it holds. */
export interface ColumnRole {
  /** A criterion's id, or null for the columns that belong to none. */
  readonly criterion: string | null;
  readonly figure: 'unit' | 'group' | 'a' | 'b' | 'direct' | 'post' | 'percent' | 'accounts';
}

/**
 * What can be wrong with the tables that the figures come from and go to, before and after any rule
 * applies. Data like the rules' own problems, so that one place words them all.
 */
export type TableProblem = {
  readonly severity: Severity;
  readonly places: readonly Place[];
} & (
  | { readonly code: 'noTable' }
  | { readonly code: 'missingColumn'; readonly sheet: string; readonly column: ColumnRole }
  | {
      readonly code: 'doubtfulColumn';
      readonly sheet: string;
      readonly column: ColumnRole;
      readonly headings: readonly string[];
    }
  | {
      readonly code: 'unknownUnit';
      readonly shown: string;
      /** Codes of units whose names are alike. */
      readonly suggestions: readonly string[];
    }
  | {
      readonly code: 'ambiguousUnit';
      readonly shown: string;
      readonly candidates: readonly string[];
    }
  | { readonly code: 'namelessRow'; readonly row: number }
  | { readonly code: 'oldFont'; readonly shown: string }
  | { readonly code: 'percentColumn'; readonly heading: string }
  /** A percent column that differs from what the counts give by more than its own rounding. */
  | {
      readonly code: 'percentDisagrees';
      readonly heading: string;
      /** The first of the cells: what stands there, and the percentage by the counts. */
      readonly shown: string;
      readonly counted: number;
    }
  /** Numbers kept as text that two habits read differently; nothing in their column tells which. */
  | {
      readonly code: 'unclearNumbers';
      readonly sheet: string;
      readonly column: ColumnRole;
      readonly heading: string;
      readonly shown: string;
      /** What the text is in Vietnamese habit, and in English. */
      readonly candidates: readonly number[];
    }
  /** Rows of services that weren't published as online ones: b doesn't hold them. */
  | { readonly code: 'servicesLeftOut'; readonly rows: number }
  /** A unit of whose dossiers a part has no row, though it has for the others. */
  | {
      readonly code: 'partsMissing';
      readonly shown: string;
      readonly parts: number;
      readonly wanted: number;
    }
  /** Rows of offices of the province, which are no units of the plan. */
  | { readonly code: 'otherOffices'; readonly sheet: string; readonly shown: readonly string[] }
  /** Departments that a source lists apart: do they count in the district's own figure? */
  | {
      readonly code: 'departments';
      readonly shown: readonly string[];
      readonly answer: 'add' | 'leaveOut' | null;
    }
  /** Units have figures of several periods; which is scored? */
  | {
      readonly code: 'severalPeriods';
      readonly candidates: readonly string[];
      /** What was asked for and isn't among them. */
      readonly wanted: string | null;
    }
  /** No table is of the period that was asked for. */
  | {
      readonly code: 'noSuchPeriod';
      readonly wanted: string;
      readonly candidates: readonly string[];
    }
  /** Tables that are scored together say different periods. */
  | { readonly code: 'periodsDiffer'; readonly shown: readonly string[] }
  | { readonly code: 'totalScope' }
  | { readonly code: 'settingMissing'; readonly setting: PaperSetting }
  | { readonly code: 'hiddenRows'; readonly sheet: string }
  | { readonly code: 'protectedSheet'; readonly sheet: string }
  | { readonly code: 'sheetNameTaken'; readonly wanted: string; readonly given: string }
  | { readonly code: 'columnsMoved'; readonly sheet: string; readonly to: string }
  | { readonly code: 'changedByUser'; readonly sheet: string; readonly shown: string }
  | { readonly code: 'copyKept'; readonly sheet: string; readonly copy: string }
  | {
      readonly code: 'badDecision';
      readonly what: 'kind' | 'unit' | 'who' | 'order' | 'date';
      readonly shown: string;
    }
  | { readonly code: 'tooOld'; readonly lacks: string }
  /** A sheet of individuals without the headings that say what is what. */
  | {
      readonly code: 'individualColumns';
      readonly sheet: string;
      readonly missing: readonly IndividualField[];
    }
  /** Rows of a dossier log whose unit the plan doesn't have, and what stands there. */
  | {
      readonly code: 'logUnmatched';
      readonly log: string;
      readonly rows: number;
      readonly shown: readonly string[];
    }
  | { readonly code: 'logWithoutAccount'; readonly log: string; readonly rows: number }
  /** Rows of a log of other days than the scored period's. */
  | {
      readonly code: 'logOutside';
      readonly log: string;
      readonly rows: number;
      /** ISO dates, both included. */
      readonly from: string;
      readonly to: string;
    }
  /** Rows without a readable day, in a log that has days. */
  | { readonly code: 'logUndated'; readonly log: string; readonly rows: number }
  /** Sheets of the workbook that are a log, while another one was given. */
  | { readonly code: 'logSheetUnused'; readonly sheets: readonly string[]; readonly log: string }
  /** A sheet that may be a log: several columns could be the unit's or the account's. */
  | {
      readonly code: 'logDoubtful';
      readonly sheet: string;
      readonly headings: readonly string[];
    }
  /** A sheet that is too large to be read, and isn't known to be a log. */
  | { readonly code: 'sheetHeldBack'; readonly sheet: string }
  /** Days that can't be held against the period: the log has none, or the period isn't known. */
  | { readonly code: 'logNotByPeriod'; readonly log: string; readonly lacks: 'days' | 'period' }
);

/** What every paper names; a missing one is a visible blank and keeps the result a draft. */
export type PaperSetting =
  | 'planNumber'
  | 'planDate'
  | 'periodStart'
  | 'round'
  | 'dataAsOf'
  | 'dossierSource'
  | 'identitySource';
