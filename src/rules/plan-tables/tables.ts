/**
 * A plan as tables that an office can fill in: which there are, what their columns hold. A table is
 * rows of typed cells; what headings and choices are called, and where a table stands, is the
 * business of whoever shows it.
 */
export type PlanCell = string | number | boolean | null;

/** A row by its columns' keys; a column that is left out is empty. */
export type PlanRow = Readonly<Record<string, PlanCell>>;

/** What the cells of a column hold. */
export type PlanColumnKind =
  | 'text'
  /** Names something within the plan: a level, a criterion, an award, a unit. */
  | 'code'
  /** Points: "45.5". */
  | 'number'
  /** "90%": a number is a fraction of 1. */
  | 'ratio'
  /** A whole number: places, people, đồng. */
  | 'count'
  /** An ISO date. */
  | 'date'
  | 'yesNo'
  /** "error" or "warning". */
  | 'severity';

export interface PlanColumn {
  readonly key: string;
  readonly kind: PlanColumnKind;
  /** May be left empty. */
  readonly optional?: true;
}

const column = (key: string, kind: PlanColumnKind): PlanColumn => ({ key, kind });
const optional = (key: string, kind: PlanColumnKind): PlanColumn => ({ key, kind, optional: true });

export const PLAN_TABLES = {
  /** One row. */
  plan: [
    column('code', 'code'),
    column('movement', 'text'),
    column('year', 'count'),
    column('province', 'text'),
    optional('from', 'date'),
    column('until', 'date'),
    column('clause', 'text'),
  ],
  levels: [
    column('code', 'code'),
    column('name', 'text'),
    column('clause', 'text'),
    optional('gateCriterion', 'code'),
    optional('gateFrom', 'ratio'),
    optional('gateClause', 'text'),
    optional('tieCriterion', 'code'),
    optional('tieClause', 'text'),
  ],
  criteria: [
    column('level', 'code'),
    column('code', 'code'),
    column('name', 'text'),
    column('shortName', 'text'),
    column('numerator', 'text'),
    column('denominator', 'text'),
    column('full', 'number'),
    column('threshold', 'ratio'),
    column('clause', 'text'),
    column('aboveOne', 'severity'),
    column('nothingCounted', 'severity'),
    optional('combineLevel', 'code'),
    optional('combineClause', 'text'),
    optional('memberSum', 'code'),
    column('percentAllowed', 'yesNo'),
    column('postChannel', 'yesNo'),
  ],
  /** A row a prize; rows of one award follow each other from the first rank down. */
  prizes: [
    column('code', 'code'),
    column('level', 'code'),
    column('awardClause', 'text'),
    column('name', 'text'),
    column('clause', 'text'),
    column('money', 'count'),
    column('bonus', 'number'),
    column('bonusClause', 'text'),
  ],
  places: [
    column('code', 'code'),
    column('level', 'code'),
    column('places', 'count'),
    column('clause', 'text'),
    optional('most', 'count'),
    optional('mostClause', 'text'),
    optional('money', 'count'),
  ],
  /** One row, or none where the plan rewards no individuals. */
  people: [column('total', 'count'), column('perGroup', 'count'), column('clause', 'text')],
  exceptions: [column('unit', 'code'), column('count', 'count')],
  units: [
    column('code', 'code'),
    column('level', 'code'),
    column('type', 'text'),
    column('name', 'text'),
    optional('parent', 'code'),
  ],
} as const satisfies Readonly<Record<string, readonly PlanColumn[]>>;

export type PlanTableName = keyof typeof PLAN_TABLES;
export type PlanTables = Readonly<Record<PlanTableName, readonly PlanRow[]>>;

export const PLAN_TABLE_NAMES = Object.keys(PLAN_TABLES) as readonly PlanTableName[];

/** What is wrong with a cell, or with a table as a whole. */
export interface PlanFault {
  readonly severity: 'error' | 'warning';
  readonly table: PlanTableName;
  /** Index among the table's rows; null: the table as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly what: PlanFaultCode;
  /** What stands there, or the number that should. */
  readonly shown: string;
}

export type PlanFaultCode =
  | 'empty'
  | 'notNumber'
  | 'notRatio'
  | 'notCount'
  | 'notDate'
  | 'notYesNo'
  | 'notSeverity'
  /** 0, or a ratio above 100 %, or a year out of reach. */
  | 'outOfRange'
  | 'noRows'
  | 'tooManyRows'
  /** Stands there already: codes, names of prizes, units of one type and name in one group. */
  | 'twice'
  | 'unknownLevel'
  | 'unknownCriterion'
  | 'unknownUnit'
  /** The program has no way to read this criterion's figures. */
  | 'unreadableCriterion'
  /** A level without criteria or units. */
  | 'noCriteria'
  | 'noUnits'
  /** A group within a group, or a unit that is its own. */
  | 'nestedGroup'
  | 'notGroup'
  /** Rows of one award that say different things of it. */
  | 'awardDiffers'
  | 'endsBeforeStart'
  /** Full points of a level that don't add up to 100; quotas that don't add up to the total. */
  | 'fullPoints'
  | 'quotas';
