import { nameKey, withoutMarks, type Period, type TableProblem } from '../../rules';
import { words } from '../../words';
import { columnsOf, placeIn, textAt, type Grid } from './grid';
import type { DepartmentRow, TableRow } from './rows';
import type { FoundTable } from './tables';

const YEAR = '(?:\\s*(?:[/.-]|nam)?\\s*(\\d{4}))?';
const ROMANS = ['i', 'ii', 'iii', 'iv'];
const DATE = '(\\d{1,2}/\\d{1,2}/\\d{4})';

/** The day a letter was written is no period. */
const LONG_DATE = /\b(\d{1,2}) thang (\d{1,2}) nam (\d{4})/g;

/** What a text may say of its period, the narrower before the wider. */
const PATTERNS: readonly (readonly [Period['kind'], RegExp])[] = [
  ['range', new RegExp(`\\btu (?:ngay )?${DATE} den (?:het )?(?:ngay )?${DATE}`)],
  ['months', new RegExp(`\\b(\\d{1,2}) thang(?: (dau|cuoi))?(?: nam)?${YEAR}`)],
  ['week', new RegExp(`\\btuan (?:thu )?0?(\\d{1,2})\\b${YEAR}`)],
  ['month', new RegExp(`\\bthang 0?(\\d{1,2})\\b${YEAR}`)],
  ['quarter', new RegExp(`\\bquy (iv|i{1,3}|[1-4])\\b${YEAR}`)],
  ['year', /\b(?:ca )?nam (\d{4})\b/],
];
/** Names of sheets are short: "T10", "Q4". */
const SHORT: readonly (readonly [Period['kind'], RegExp])[] = [
  ['month', /^t0?(\d{1,2})(?:[/.-](\d{4}))?$/],
  ['quarter', /^q([1-4])(?:[/.-](\d{4}))?$/],
];

/** The period that a text names: "Tháng 10", "QUÝ IV/2023", "6 tháng đầu năm"; null where it names none. */
export function periodIn(text: string): Period | null {
  const key = withoutMarks(nameKey(text))
    .replace(/_/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(LONG_DATE, '$1/$2/$3')
    .trim();
  if (key === '') return null;
  for (const [kind, pattern] of [...PATTERNS, ...SHORT]) {
    const [whole, first = '', second, third] = pattern.exec(key) ?? [];
    if (whole === undefined) continue;
    if (kind === 'range') return { kind, number: `${first}-${second ?? ''}`, year: null };
    if (kind === 'year') return { kind, number: first, year: null };
    if (kind === 'months') return { kind, number: joined(first, second), year: third ?? null };
    const number = ROMANS.includes(first) ? String(ROMANS.indexOf(first) + 1) : first;
    return { kind, number, year: second ?? null };
  }
  return null;
}

function joined(count: string, half: string | undefined): string {
  return half ? `${Number(count)} ${half}` : String(Number(count));
}

/** One period, as far as is written: "Tháng 10" is "Tháng 10/2023" too. */
export function isSamePeriod(x: Period, y: Period): boolean {
  const isSameYear = x.year === null || y.year === null || x.year === y.year;
  return x.kind === y.kind && x.number === y.number && isSameYear;
}

/** Lines above a table that may say its period. */
const LINES_ABOVE = 8;

/** What a table says of its period: by its sheet's name, else by the lines above it, the nearest first. */
export function periodOfTable(grid: Grid, head: number, notAbove: number): Period | null {
  const named = periodIn(grid.sheet);
  if (named) return named;
  for (let row = head - 1; row >= Math.max(notAbove, head - LINES_ABOVE); row -= 1) {
    for (let column = 0; column < columnsOf(grid); column += 1) {
      const found = periodIn(textAt(grid, row, column));
      if (found) return found;
    }
  }
  return null;
}

/** A table with what was read of it. */
export interface ReadOfTable {
  readonly table: FoundTable;
  readonly rows: readonly TableRow[];
  readonly departments: readonly DepartmentRow[];
}

/** Which tables are of the period that is scored. */
export interface PeriodChoice<T> {
  readonly kept: readonly T[];
  /** Periods that can be chosen, in the order of their tables; empty where there is nothing to choose. */
  readonly candidates: readonly Period[];
  readonly problems: readonly TableProblem[];
}

/**
 * Where units have figures of one criterion in tables of several periods, only those of the wanted
 * one are kept; while none is wanted, none of them is. Tables that nothing contends with stay: the
 * police's may be of "quý IV" where the portal's say "từ ngày … đến ngày …".
 */
export function ofPeriod<T extends ReadOfTable>(
  tables: readonly T[],
  wanted: string | null,
): PeriodChoice<T> {
  const period = wanted === null ? null : periodIn(wanted);
  const isWanted = (own: Period | null) => own !== null && !!period && isSamePeriod(own, period);
  const contended = contendedOf(tables);
  const dated = tables.filter(({ table }) => table.period !== null);
  const candidates = distinct([
    ...contended,
    ...tables.filter(({ table }) => table.columnPeriods.length > 0),
  ]);
  if (candidates.length === 0) {
    const isFound = wanted === null || dated.some(({ table }) => isWanted(table.period));
    const kept = isFound ? tables : tables.filter(({ table }) => table.period === null);
    const problems = isFound ? periodsDiffer(kept) : [noSuch(wanted, dated)];
    return { kept, candidates: isFound ? [] : distinct(dated), problems };
  }
  const kept = tables.filter((one) => !contended.has(one) || isWanted(one.table.period));
  if (candidates.some(isWanted)) return { kept, candidates, problems: periodsDiffer(kept) };
  const places = [...contended].map(({ table }) => headPlace(table));
  const shown = candidates.map((each) => words.periodName(each));
  const at = { severity: 'error', places, candidates: shown, wanted } as const;
  return { kept, candidates, problems: [{ ...at, code: 'severalPeriods' }] };
}

/** The periods of tables, each once, in the order of the tables. */
function distinct(tables: readonly ReadOfTable[]): Period[] {
  const periods: Period[] = [];
  const all = tables.flatMap(({ table }) => [table.period ?? [], table.columnPeriods].flat());
  for (const own of all) {
    if (!periods.some((each) => isSamePeriod(each, own))) periods.push(own);
  }
  return periods;
}

/** Tables that are scored together although one says "Tháng 10" and another "Tháng 11". */
function periodsDiffer(kept: readonly ReadOfTable[]): TableProblem[] {
  const dated = kept.filter(({ table }) => table.period !== null);
  const differs = dated.some(({ table: { period: x } }) =>
    dated.some(({ table: { period: y } }) => x && y && x.kind === y.kind && !isSamePeriod(x, y)),
  );
  if (!differs) return [];
  const shown = distinct(dated).map((each) => words.periodName(each));
  const places = dated.map(({ table }) => headPlace(table));
  return [{ code: 'periodsDiffer', severity: 'warning', places, shown }];
}

/** Tables that give figures of a unit and criterion that one of another period gives too. */
function contendedOf<T extends ReadOfTable>(tables: readonly T[]): Set<T> {
  const given = new Map<string, T[]>();
  for (const one of tables) {
    if (one.table.period === null) continue;
    const rows = [
      ...one.rows.map(({ unit, counts }) => ({ unit: unit.code, counts })),
      ...one.departments.map(({ shown, district, counts }) => ({
        unit: `${district.code} ${shown}`,
        counts,
      })),
    ];
    for (const key of new Set(rows.flatMap(keysOf))) {
      const others = given.get(key);
      if (others) others.push(one);
      else given.set(key, [one]);
    }
  }
  const contended = new Set<T>();
  for (const ones of given.values()) {
    const [first] = ones;
    const isOne = ones.every(
      ({ table }) =>
        first?.table.period && isSamePeriod(first.table.period, table.period as Period),
    );
    if (!isOne) ones.forEach((one) => contended.add(one));
  }
  return contended;
}

function keysOf({ unit, counts }: { unit: string; counts: TableRow['counts'] }): string[] {
  return Object.keys(counts).map((criterion) => `${unit} ${criterion}`);
}

function noSuch(wanted: string, dated: readonly ReadOfTable[]): TableProblem {
  const candidates = distinct(dated).map((each) => words.periodName(each));
  // Where no table says its period, what is wanted can't be held against anything.
  const severity = candidates.length > 0 ? 'error' : 'warning';
  const places = dated.map(({ table }) => headPlace(table));
  return { code: 'noSuchPeriod', severity, places, wanted, candidates };
}

function headPlace({ grid, head, left }: FoundTable) {
  return placeIn(grid, head.first, left);
}
