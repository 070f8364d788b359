import {
  nameKey,
  parseUnitName,
  withoutMarks,
  type Accounts,
  type Counts,
  type Plan,
  type Place,
  type Reported,
  type TableProblem,
  type Unit,
  type UnitFinder,
  type UnitRow,
} from '../../rules';
import { readCount, readPercent } from './cells';
import { placeIn, textAt, type Grid } from './grid';
import { isColumnNumber, type FoundTable } from './tables';

/** A unit's row in a table, with where it stands: what is written beside it goes by this. */
export interface TableRow {
  readonly table: FoundTable;
  /** Index in the table's grid. */
  readonly row: number;
  readonly unit: Unit;
  readonly counts: Readonly<Record<string, Counts>>;
  readonly accounts: Accounts | null;
  readonly place: Place;
}

export interface RowsRead {
  readonly rows: readonly TableRow[];
  readonly problems: readonly TableProblem[];
}

/** Reads the unit rows of a table: totals, column numbers, group heads and blank rows are no units. */
export function readRows(table: FoundTable, plan: Plan, finder: UnitFinder): RowsRead {
  const { grid, columns } = table;
  const unitColumn = columns.get('unit');
  if (!unitColumn) return { rows: [], problems: [] };
  const groupColumn = columns.get('group');
  const level = levelId(plan, table.level ?? (groupColumn ? 'lower' : null));
  const rows: TableRow[] = [];
  const problems: TableProblem[] = [];
  let groupAbove: Unit | null = null;

  for (let row = table.start; row < table.end; row += 1) {
    const shown = textAt(grid, row, unitColumn.index);
    if (isColumnNumber(shown) || isTotal(grid, row, unitColumn.index)) continue;
    const counts = countsOf(table, row);
    const blank = isBlank(counts);
    if (shown === '') {
      const places = [placeIn(grid, row, unitColumn.index)];
      const at = grid.row + row + 1;
      if (hasNumbers(counts)) {
        problems.push({ code: 'namelessRow', severity: 'warning', places, row: at });
      }
      continue;
    }
    const named = groupColumn ? groupIn(grid, row, groupColumn.index, finder) : groupAbove;
    const place = placeIn(grid, row, unitColumn.index);
    if (isOldFont(shown)) {
      problems.push({ code: 'oldFont', severity: 'error', places: [place], shown });
      continue;
    }
    if (named && 'unknown' in named) {
      if (!blank) problems.push(named.unknown);
      continue;
    }
    const match = finder.find(shown, { parent: named, level });
    if ('found' in match) {
      const unit = match.found;
      if (unit.parent === null && !groupColumn && table.level !== 'upper') groupAbove = unit;
      if (blank && unit.level !== level && level !== null) continue;
      if (blank && unit.parent === null && isGroupHead(table, row, unit, finder)) continue;
      rows.push({ table, row, unit, counts, accounts: accountsOf(table, row), place });
    } else if ('candidates' in match) {
      const candidates = match.candidates.map(({ code }) => code);
      problems.push({
        code: 'ambiguousUnit',
        severity: 'error',
        places: [place],
        shown,
        candidates,
      });
    } else if (match.suggestions.length > 0 || (!blank && looksLikeUnit(shown, counts))) {
      const suggestions = match.suggestions.map(({ code }) => code);
      problems.push({
        code: 'unknownUnit',
        severity: 'error',
        places: [place],
        shown,
        suggestions,
      });
    }
  }
  return { rows, problems };
}

/** The rows of all tables, one a unit: figures that different tables give of different criteria join. */
export function joinRows(rows: readonly TableRow[]): UnitRow[] {
  const byUnit = new Map<string, UnitRow[]>();
  for (const { unit, counts, accounts, place } of rows) {
    const mine: UnitRow = { unit: unit.code, place, counts, accounts };
    const others = byUnit.get(unit.code) ?? [];
    const partner = others.findIndex((other) => isDisjoint(other, mine));
    if (partner >= 0) others[partner] = merged(others[partner] as UnitRow, mine);
    else others.push(mine);
    byUnit.set(unit.code, others);
  }
  return [...byUnit.values()].flat();
}

function isDisjoint(x: UnitRow, y: UnitRow): boolean {
  return Object.keys(x.counts).every((criterion) => !(criterion in y.counts));
}

function merged(x: UnitRow, y: UnitRow): UnitRow {
  return { ...x, counts: { ...x.counts, ...y.counts }, accounts: x.accounts ?? y.accounts };
}

/** The plan's level that has members is the upper one, the level of the members the lower. */
export function levelId(plan: Plan, which: 'upper' | 'lower' | null): string | null {
  if (which === null) return null;
  const member = plan.units.find(({ parent }) => parent !== null);
  if (which === 'lower') return member?.level ?? null;
  return plan.units.find(({ code }) => code === member?.parent)?.level ?? null;
}

const CRITERIA = ['dvc', 'eid'];

function countsOf(table: FoundTable, row: number): Record<string, Counts> {
  const counts: Record<string, Counts> = {};
  for (const criterion of CRITERIA) {
    const own = countsOfCriterion(table, row, criterion);
    if (own) counts[criterion] = own;
  }
  return counts;
}

const NO_COLUMN: Reported = { unusable: 'noColumn', shown: '', place: null };

function countsOfCriterion(table: FoundTable, row: number, criterion: string): Counts | null {
  const { grid, columns, percents } = table;
  const read = (figure: string): Reported | null => {
    const column = columns.get(`${criterion}.${figure}`);
    return column ? readCount(grid, row, column.index) : null;
  };
  const a = read('a');
  const post = read('post');
  const b = denominator(a, read('b'), read('direct'), post);
  const percentColumn = percents.find(({ role }) => role.criterion === criterion);
  const percent = percentColumn ? readPercent(grid, row, percentColumn.index) : null;
  if (!a && !b && !percent) return null;
  return {
    a: a ?? NO_COLUMN,
    b: b ?? NO_COLUMN,
    ...(post ? { post } : {}),
    ...(percent ? { percent } : {}),
  };
}

/**
 * b is online + direct (row 3 of docs/plan.md). A total beside its parts must be what they add up
 * to, with or without those by public post, which are not in b.
 */
function denominator(
  a: Reported | null,
  total: Reported | null,
  direct: Reported | null,
  post: Reported | null,
): Reported | null {
  if (!direct || !a) return total;
  if ('unusable' in a || 'unusable' in direct) return total ?? direct;
  const value = a.value + direct.value;
  if (!total) return { value, place: direct.place };
  if ('unusable' in total) return total;
  const byPost = post && 'value' in post ? post.value : 0;
  if (total.value === value || total.value === value + byPost) return { value, place: total.place };
  const parts = [a.value, direct.value, ...(byPost > 0 ? [byPost] : [])].join(' + ');
  return { unusable: 'disagrees', shown: `${total.value} ≠ ${parts}`, place: total.place };
}

function accountsOf(table: FoundTable, row: number): Accounts | null {
  const column = table.columns.get('accounts');
  if (!column) return null;
  const distinct = readCount(table.grid, row, column.index);
  if ('unusable' in distinct) return null;
  return {
    distinct: distinct.value,
    logged: null,
    busiest: null,
    onBusiest: null,
    confirmed: false,
    place: distinct.place,
  };
}

function hasNumbers(counts: Readonly<Record<string, Counts>>): boolean {
  return Object.values(counts).some(({ a, b }) => 'value' in a || 'value' in b);
}

function isBlank(counts: Readonly<Record<string, Counts>>): boolean {
  return Object.values(counts).every(({ a, b, percent }) =>
    [a, b, ...(percent ? [percent] : [])].every(
      (figure) =>
        'unusable' in figure && (figure.unusable === 'empty' || figure.unusable === 'noColumn'),
    ),
  );
}

/** A type before the name, or a figure beside it; who signs below a table has neither. */
function looksLikeUnit(shown: string, counts: Readonly<Record<string, Counts>>): boolean {
  if (parseUnitName(shown).type !== null) return true;
  return Object.values(counts).some(({ a, b, percent }) =>
    [a, b, ...(percent ? [percent] : [])].some((figure) =>
      'unusable' in figure
        ? !['empty', 'noColumn', 'text'].includes(figure.unusable) || /\d/.test(figure.shown)
        : true,
    ),
  );
}

/** A blank row of a group with a row of one of its members right below is that group's heading. */
function isGroupHead(table: FoundTable, row: number, group: Unit, finder: UnitFinder): boolean {
  const unitColumn = table.columns.get('unit');
  const below = unitColumn ? textAt(table.grid, row + 1, unitColumn.index) : '';
  if (below === '') return false;
  const match = finder.find(below, { parent: group, level: null });
  return 'found' in match && match.found.parent === group.code;
}

/**
 * The group that a row's group column names, also where the cell is merged over several rows. Null
 * where it could be more than one; a problem where the plan has none of that name.
 */
function groupIn(
  grid: Grid,
  row: number,
  column: number,
  finder: UnitFinder,
): Unit | { readonly unknown: TableProblem } | null {
  let at = row;
  while (at >= 0 && textAt(grid, at, column) === '') at -= 1;
  if (at < 0) return null;
  const shown = textAt(grid, at, column);
  const match = finder.find(shown, { parent: null, level: null });
  const found = 'found' in match ? [match.found] : 'candidates' in match ? match.candidates : [];
  const groups = found.filter(({ parent }) => parent === null);
  if (groups.length > 0) return groups.length === 1 ? (groups[0] ?? null) : null;
  const suggestions = ('suggestions' in match ? match.suggestions : [])
    .filter(({ parent }) => parent === null)
    .map(({ code }) => code);
  const places = [placeIn(grid, at, column)];
  return { unknown: { code: 'unknownUnit', severity: 'error', places, shown, suggestions } };
}

const TOTAL =
  /^(tong cong|cong|tong|tong so|toan tinh|tong toan tinh|tong hop|binh quan|trung binh)\b/;

function isTotal(grid: Grid, row: number, unitColumn: number): boolean {
  for (let column = 0; column <= unitColumn; column += 1) {
    if (TOTAL.test(withoutMarks(nameKey(textAt(grid, row, column))))) return true;
  }
  return false;
}

/** TCVN3 and VNI leave letters that no Vietnamese Unicode text has. */
function isOldFont(text: string): boolean {
  return /[µ¶·¸¹»¼½¾¿ÆÇÑÖ×ßåæçëîñöøü®©«¬­¦§]/u.test(text);
}
