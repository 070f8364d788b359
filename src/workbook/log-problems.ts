import {
  dayIso,
  daysBetween,
  daysOfPeriod,
  isoDay,
  NO_DAY,
  type Days,
  type DossierLog,
  type Plan,
  type ReadLog,
  type SheetsLog,
  type TableProblem,
} from '../rules';
import type { PaceOptions } from './pace';
import type { WorkbookRead } from './read/workbook';
import type { Settings } from './settings';
import { periodIn } from './find/periods';
import type { FoundTable } from './find/tables';

/**
 * The days that are scored: of the chosen period; else of the one that the tables of online dossiers
 * say; else from the start that was entered to the day of the figures, or to the plan's end. Null
 * where none of them is known, or the tables say different ones.
 */
export function scoredDays(
  tables: readonly FoundTable[],
  { period: chosen, papers }: Settings,
  plan: Plan,
): Days | null {
  const wanted = chosen === null ? null : periodIn(chosen);
  if (wanted) return daysOfPeriod(wanted, plan.year);
  const said = tables.flatMap(({ columns, period }) =>
    columns.has('dvc.a') && period ? [daysOfPeriod(period, plan.year)] : [],
  );
  const [first] = said;
  if (first !== undefined) {
    const isOne = said.every((each) => each?.from === first?.from && each?.to === first?.to);
    return isOne ? first : null;
  }
  const until = isoDay(plan.period.until);
  const start = papers.periodStart ?? plan.period.from;
  const asOf = papers.dataAsOf === null ? NO_DAY : isoDay(papers.dataAsOf);
  if (start === null) return null;
  return daysBetween(isoDay(start), asOf === NO_DAY ? until : Math.min(asOf, until));
}

/** Rows of a log that aren't counted, and why; what its days couldn't be held against. */
export function logProblems(log: DossierLog): TableProblem[] {
  const { name, unmatched, withoutAccount, period } = log;
  const at = { severity: 'warning', places: [], log: name } as const;
  const { days, hasDays, outside, undated } = period;
  const problems: TableProblem[] = [];
  if (outside > 0 && days) {
    const [from, to] = [dayIso(days.from), dayIso(days.to)];
    problems.push({ ...at, code: 'logOutside', rows: outside, from, to });
  }
  if (undated > 0) problems.push({ ...at, code: 'logUndated', rows: undated });
  if (!hasDays) problems.push({ ...at, code: 'logNotByPeriod', lacks: 'days' });
  else if (!days) problems.push({ ...at, code: 'logNotByPeriod', lacks: 'period' });
  if (unmatched.rows > 0) problems.push({ ...at, code: 'logUnmatched', ...unmatched });
  if (withoutAccount > 0) {
    problems.push({ ...at, code: 'logWithoutAccount', rows: withoutAccount });
  }
  return problems;
}

/**
 * The log on the workbook's own sheets; what Excel holds back is read off its file. Null where another
 * log was given.
 */
export async function logOnSheets(
  { log, heldBack }: WorkbookRead,
  options: PaceOptions & {
    readonly log?: ReadLog | null;
    readonly logOffFile?: (options: PaceOptions) => Promise<SheetsLog | null>;
  },
): Promise<SheetsLog | null> {
  if (options.log || heldBack.length === 0) return log;
  return (await options.logOffFile?.(options)) ?? log;
}

/** What of the workbook's own sheets wasn't read as a log, and why. @param used their log */
export function logSheetProblems(
  { logSheets, doubtfulLogs, heldBack }: WorkbookRead,
  used: SheetsLog | null,
  given: ReadLog | null,
): TableProblem[] {
  const at = { places: [] } as const;
  const problems = doubtfulLogs.map((each): TableProblem => ({
    ...at,
    code: 'logDoubtful',
    severity: 'warning',
    ...each,
  }));
  if (given) {
    const sheets = [...logSheets, ...heldBack];
    if (sheets.length === 0) return problems;
    return [
      ...problems,
      { ...at, code: 'logSheetUnused', severity: 'info', sheets, log: given.name },
    ];
  }
  for (const sheet of heldBack.filter((each) => !used?.sheets.includes(each))) {
    problems.push({ ...at, code: 'sheetHeldBack', severity: 'warning', sheet });
  }
  return problems;
}
