/** The sheet "Kiểm chứng" as LibreOffice calculated it. */
import { fullName, type LevelResult } from '../../../src/rules';
import { words } from '../../../src/words';
import type { RunOutcome } from '../../../src/workbook';
import { number } from '../../libreoffice';

const { CHECK, COLUMNS } = words;

export interface CheckedRow {
  readonly unit: string;
  /** null where the sheet has none. */
  readonly total: number | null;
  /** As it stands: a rank, or why there is none. */
  readonly rank: string;
  readonly verdict: string;
  readonly note: string;
}

/** The rows of a level's table. */
export function checkedRows(
  sheet: readonly string[][],
  { level, units }: LevelResult,
): CheckedRow[] {
  const title = sheet.findIndex(([first]) => first === CHECK.table(level.name));
  const head = sheet[title + 1] ?? [];
  const at = (heading: string) => head.indexOf(heading);
  const [unit, total, rank] = [at(COLUMNS.unit), at(COLUMNS.total), at(COLUMNS.rank)];
  const [verdict, note] = [at(CHECK.columns.verdict), at(CHECK.columns.source)];
  return sheet.slice(title + 2, title + 2 + units.length).map((row) => ({
    unit: `${row[unit]}${at(COLUMNS.group) < 0 ? '' : `, ${row[at(COLUMNS.group)]}`}`,
    total: row[total] === '' ? null : number(row[total]),
    rank: row[rank] ?? '',
    verdict: row[verdict] ?? '',
    note: row[note] ?? '',
  }));
}

/** What is wrong in the sheet: rows whose total or rank isn't ours, or whose verdict isn't what it should be. */
export function faultsOf({ result }: RunOutcome, sheet: readonly string[][]): string[] {
  const faults: string[] = [];
  for (const level of Object.values(result.levels)) {
    const rows = new Map(checkedRows(sheet, level).map((row) => [row.unit, row]));
    for (const { unit, total, rank, status } of level.units) {
      const group = words.parentName(result.plan, unit);
      const name = group ? `${fullName(unit)}, ${group}` : fullName(unit);
      const row = rows.get(name);
      const ours = total.known ? total.value.approx : null;
      const theirs = row?.total ?? null;
      const near =
        ours === null || theirs === null ? ours === theirs : Math.abs(ours - theirs) <= 1e-9;
      const shown =
        rank ?? (status === 'gated' ? words.PAPER.notConsidered : words.PAPER.notScored);
      const wanted: string[] =
        ours === null && status !== 'gated' ? [CHECK.notScored] : [CHECK.agrees, CHECK.copied];
      if (!row || !near || row.rank !== String(shown) || !wanted.includes(row.verdict)) {
        faults.push(`${name}: ${ours}, ${shown}, ${status} / ${JSON.stringify(row)}`);
      }
    }
  }
  return faults;
}

/** How many rows say what, over all levels. */
export function verdictsIn(
  outcome: RunOutcome,
  sheet: readonly string[][],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const level of Object.values(outcome.result.levels)) {
    for (const { verdict } of checkedRows(sheet, level)) {
      counts[verdict] = (counts[verdict] ?? 0) + 1;
    }
  }
  return counts;
}
