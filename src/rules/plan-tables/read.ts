import { compare, parseExact, sum } from '../exact';
import { ownOf } from '../own';
import type { Criterion, IndividualAward, Level, Plan } from '../plan';
import { readAwards } from './awards';
import { cellText } from './cells';
import { noteTwice, RowReader } from './row';
import type { PlanFault, PlanTableName, PlanTables } from './tables';
import { groupsIn, readUnits } from './units';

export interface PlanReading {
  /** Null where something is wrong. */
  readonly plan: Plan | null;
  /** Errors, and what a person should look at. */
  readonly faults: readonly PlanFault[];
}

/**
 * Reads a plan from its tables: everything that is wrong is told by row and column, and nothing is
 * taken for something else.
 * @param readable criteria whose figures can be read; null for any
 */
export function readPlan(
  tables: PlanTables,
  readable: ReadonlySet<string> | null = null,
): PlanReading {
  const faults: PlanFault[] = [];
  const rows = (table: PlanTableName) => rowsOf(tables, table, faults);
  const levels = readLevels(rows('levels'), rows('criteria'), readable);
  const units = readUnits(rows('units'), levels);
  const [head, ...more] = rows('plan');
  for (const row of more) row.note(null, 'tooManyRows');
  for (const table of ['plan', 'levels', 'criteria', 'units'] as const) {
    if (rows(table).length === 0) faults.push(ofTable(table, 'noRows'));
  }
  const awards = readAwards(rows('prizes'), rows('places'), levels);
  const individuals = readPeople(rows('people'), rows('exceptions'), groupsIn(units), faults);
  if (!head) return { plan: null, faults };
  const plan: Plan = {
    id: head.text('code'),
    movement: head.text('movement'),
    year: head.count('year', 2000, 2199),
    province: head.text('province'),
    period: {
      clause: head.text('clause'),
      from: head.isBlank('from') ? null : head.date('from'),
      until: head.date('until'),
    },
    levels,
    ...awards,
    individuals,
    units,
  };
  const { from, until } = plan.period;
  if (from !== null && until !== '' && from > until) head.note('until', 'endsBeforeStart');
  return { plan: faults.some(({ severity }) => severity === 'error') ? null : plan, faults };
}

/** The rows of a table in which something stands. */
function rowsOf(tables: PlanTables, table: PlanTableName, faults: PlanFault[]): RowReader[] {
  return tables[table].flatMap((cells, index) =>
    Object.values(cells).every((cell) => cellText(cell) === '')
      ? []
      : [new RowReader(table, index, cells, faults)],
  );
}

function ofTable(table: PlanTableName, what: PlanFault['what']): PlanFault {
  return { severity: 'error', table, row: null, column: null, what, shown: '' };
}

function readLevels(
  rows: readonly RowReader[],
  criteria: readonly RowReader[],
  readable: ReadonlySet<string> | null,
): Level[] {
  const codes = new Set(rows.map((row) => row.shown('code')));
  for (const row of criteria) {
    if (!row.isBlank('level') && !codes.has(row.shown('level'))) row.note('level', 'unknownLevel');
    else row.text('level');
  }
  const ofLevel = (level: string) => criteria.filter((row) => row.shown('level') === level);
  const levels = rows.map((row): Level => {
    const id = row.text('code');
    const theirs = ofLevel(id);
    const has = (code: string) => theirs.some((each) => each.shown('code') === code);
    /** A criterion of the level's own that a rule of it names. */
    const named = (column: string) => {
      const code = row.text(column);
      if (code !== '' && !has(code)) row.note(column, 'unknownCriterion');
      return code;
    };
    if (theirs.length === 0) row.note('code', 'noCriteria');
    return {
      id,
      name: row.text('name'),
      clause: row.text('clause'),
      criteria: theirs.map((each) => readCriterion(each, ofLevel, readable)),
      gate: row.isBlank('gateCriterion', 'gateFrom', 'gateClause')
        ? null
        : {
            criterion: named('gateCriterion'),
            from: row.ratio('gateFrom'),
            clause: row.text('gateClause'),
          },
      tieBreak: row.isBlank('tieCriterion', 'tieClause')
        ? null
        : { criterion: named('tieCriterion'), clause: row.text('tieClause') },
    };
  });
  noteTwice(rows, 'code', (row) => row.shown('code'));
  noteTwice(criteria, 'code', (row) => `${row.shown('level')}\n${row.shown('code')}`);
  levels.forEach(({ id, criteria: of }, i) => {
    if (!ofLevel(id).some((each) => each.isWrong('full'))) notePoints(rows[i] as RowReader, of);
  });
  return levels;
}

function readCriterion(
  row: RowReader,
  ofLevel: (level: string) => readonly RowReader[],
  readable: ReadonlySet<string> | null,
): Criterion {
  const id = row.text('code');
  if (id !== '' && readable && !readable.has(id)) row.note('code', 'unreadableCriterion');
  /** Another level that has this criterion too. */
  const other = (column: string) => {
    const level = row.text(column);
    const isThere = ofLevel(level).some((each) => each.shown('code') === id);
    if (level !== '' && (!isThere || level === row.shown('level'))) {
      row.note(column, 'unknownLevel');
    }
    return level;
  };
  return {
    id,
    clause: row.text('clause'),
    name: row.text('name'),
    shortName: row.text('shortName'),
    numerator: row.text('numerator'),
    denominator: row.text('denominator'),
    full: row.points('full'),
    threshold: row.ratio('threshold'),
    aboveOne: row.severity('aboveOne'),
    nothingCounted: row.severity('nothingCounted'),
    combine: row.isBlank('combineLevel', 'combineClause')
      ? null
      : { level: other('combineLevel'), clause: row.text('combineClause') },
    memberSum: row.isBlank('memberSum') ? null : other('memberSum'),
    percentAllowed: row.isYes('percentAllowed'),
    postChannel: row.isYes('postChannel'),
  };
}

const HUNDRED = parseExact('100');

/** Plans mostly share out 100 points: another sum may be meant, and is told. */
function notePoints(row: RowReader, criteria: readonly Criterion[]): void {
  const total = sum(criteria.map(({ full }) => parseExact(full)));
  if (criteria.length === 0 || compare(total, HUNDRED) === 0) return;
  row.note('code', 'fullPoints', String(Number(total.approx.toPrecision(12))), 'warning');
}

function readPeople(
  rows: readonly RowReader[],
  exceptions: readonly RowReader[],
  groups: ReadonlySet<string>,
  faults: PlanFault[],
): IndividualAward | null {
  const [row, ...more] = rows;
  for (const each of more) each.note(null, 'tooManyRows');
  const except = exceptions.map((each): readonly [string, number] => {
    const unit = each.text('unit');
    if (unit !== '' && !groups.has(unit)) each.note('unit', 'notGroup');
    return [unit, each.count('count')];
  });
  noteTwice(exceptions, 'unit', (each) => each.shown('unit'));
  if (!row) {
    if (except.length > 0) faults.push(ofTable('people', 'noRows'));
    return null;
  }
  const award: IndividualAward = {
    clause: row.text('clause'),
    total: row.count('total'),
    perGroup: row.count('perGroup'),
    exceptions: Object.fromEntries(except),
  };
  const all = [...groups].reduce(
    (count, group) => count + (ownOf(award.exceptions, group) ?? award.perGroup),
    0,
  );
  const isWrong =
    row.isWrong('total', 'perGroup') || exceptions.some((each) => each.isWrong('unit', 'count'));
  if (!isWrong && all !== award.total) row.note('total', 'quotas', String(all), 'warning');
  return award;
}
