import { keepRun, keptUnits, type Kept, type Period } from '../rules';
import { words } from '../words';
import { periodIn } from './find/periods';
import type { FoundTable } from './find/tables';
import type { WorkbookRead } from './read/workbook';
import type { Settings } from './settings';
import { adjustmentsSheet, readAdjustments } from './sheets/adjustments-sheet';
import type { SheetDoc } from './sheets/doc';
import type { Report } from './sheets/letterhead';
import { periodsSheet, readPeriods } from './sheets/periods-sheet';

export interface History extends Kept {
  readonly docs: readonly SheetDoc[];
}

/** Keeps the run under its period, and writes what was corrected since the period's run before. */
export function historyOf(
  { sheets }: WorkbookRead,
  report: Report,
  tables: readonly FoundTable[],
  now: Date,
  withPrintArea: boolean,
): History {
  const gridOf = (kind: SheetDoc['kind']) => sheets.find(({ ours }) => ours === kind)?.grid ?? null;
  const { result, settings } = report;
  const kept = keepRun(
    result.plan,
    readPeriods(gridOf('periods'), result.plan),
    {
      period: periodOf(settings, tables),
      on: now.toISOString().slice(0, 10),
      units: keptUnits(result),
    },
    isBefore,
  );
  const before = readAdjustments(gridOf('adjustments'));
  const isAdjusted = before !== null || kept.changes.length > 0;
  return {
    ...kept,
    docs: [
      periodsSheet(report, kept.runs, withPrintArea),
      ...(isAdjusted ? [adjustmentsSheet(report, before, kept)] : []),
    ],
  };
}

/** What the scored period is called: as it was chosen, as the tables say, or by the day of the figures. */
function periodOf({ period, papers }: Settings, tables: readonly FoundTable[]): string {
  const chosen = period === null ? null : periodIn(period);
  if (period !== null) return chosen ? words.periodName(chosen) : period;
  const { dataAsOf } = papers;
  // A sheet's title may say the movement's whole time, in which there are rounds.
  const isRound = ({ kind }: Period) => dataAsOf === null || (kind !== 'range' && kind !== 'year');
  const said = new Set(
    tables.flatMap((table) =>
      table.period && isRound(table.period) ? [words.periodName(table.period)] : [],
    ),
  );
  const [only] = said;
  if (said.size === 1 && only !== undefined) return only;
  return dataAsOf === null ? words.PERIODS.unnamed : words.PERIODS.asOf(dataAsOf);
}

/** Whether a period comes before another; false where that can't be told. */
function isBefore(period: string, other: string): boolean {
  const [x, y] = [monthOf(period), monthOf(other)];
  return x !== null && y !== null && x.hasYear === y.hasYear && x.at < y.at;
}

/** Months from year 0, or from a year's start where none is said; within a month by the day. */
function monthOf(period: string): { readonly hasYear: boolean; readonly at: number } | null {
  const day = /(\d{2})\/(\d{2})\/(\d{4})$/.exec(period);
  if (day) {
    return { hasYear: true, at: Number(day[3]) * 12 + Number(day[2]) + Number(day[1]) / 32 };
  }
  const read = periodIn(period);
  const months = read && lastMonth(read);
  if (!read || months === null) return null;
  return { hasYear: read.year !== null, at: Number(read.year ?? 0) * 12 + months };
}

function lastMonth({ kind, number }: Period): number | null {
  if (kind === 'month') return Number(number);
  return kind === 'quarter' ? Number(number) * 3 : null;
}
