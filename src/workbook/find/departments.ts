import type { Counts, TableProblem } from '../../rules';
import type { Settings } from '../settings';
import { sumOf } from './figures';
import type { DepartmentRow, TableRow } from './rows';

/** Asks once whether departments count in their district's own figure; says what was done after. */
export function departmentProblems(
  departments: readonly DepartmentRow[],
  answer: Settings['departments'],
): TableProblem[] {
  if (departments.length === 0) return [];
  const places = departments.map(({ place }) => place);
  const shown = departments.map((each) => each.shown);
  const severity = answer === null ? 'error' : 'info';
  return [{ code: 'departments', severity, places, shown, answer }];
}

/** The rows with each district's departments added to its own; a district without a row gets one. */
export function withDepartments(
  rows: readonly TableRow[],
  departments: readonly DepartmentRow[],
): TableRow[] {
  const all = [...rows];
  for (const { district: unit, counts, ...at } of departments) {
    for (const [criterion, own] of Object.entries(counts)) {
      const i = all.findIndex((row) => row.unit.code === unit.code && criterion in row.counts);
      const row = all[i];
      if (row) all[i] = { ...row, counts: added(row.counts, criterion, own) };
      else all.push({ ...at, unit, counts: { [criterion]: own }, accounts: null });
    }
  }
  return all;
}

function added(counts: TableRow['counts'], criterion: string, more: Counts): TableRow['counts'] {
  // A percentage of the district's own row isn't that of the sum: it is left out.
  const own = counts[criterion] as Counts;
  const a = sumOf([own.a, more.a]) ?? own.a;
  const b = sumOf([own.b, more.b]) ?? own.b;
  const post = sumOf([own.post, more.post].flatMap((each) => each ?? []));
  return { ...counts, [criterion]: { a, b, ...(post ? { post } : {}) } };
}
