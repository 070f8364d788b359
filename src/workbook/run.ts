import type { Abilities } from './abilities';
import {
  HAU_GIANG_2023,
  score,
  withLog,
  type DossierLog,
  type Individual,
  type Place,
  type Plan,
  type ReadLog,
  type Readings,
  type ReadingsCompared,
  type ScoreResult,
  type TableProblem,
} from '../rules';
import { words, type Problem } from '../words';
import { boardOf, readDecisions, type Decision } from './decisions';
import { extraSheets, type Extras } from './extras';
import { placeIn } from './find/grid';
import type { OtherBook } from './find/other-book';
import { readIndividuals } from './find/individuals';
import { joinRows, levelId, type TableRow } from './find/rows';
import type { FoundTable } from './find/tables';
import {
  describeTables,
  findRows,
  placesOfUnits,
  tablesIn,
  type FoundTableInfo,
} from './find/unit-rows';
import { logProblems, scoredDays } from './log-problems';
import { Pace, type PaceOptions } from './pace';
import { withDates } from './read/dates';
import { readWorkbook, type WorkbookRead } from './read/workbook';
import { missingPaperSettings, readingsOf, type Settings } from './settings';
import { accountsSheet } from './sheets/accounts-sheet';
import { awardsSheet } from './sheets/awards-sheet';
import { isDraft, type Report } from './sheets/letterhead';
import { bonusSheet, notProposedSheet, reviewSheet } from './sheets/lists';
import { resultSheet } from './sheets/result-sheet';
import type { SheetDoc } from './sheets/doc';
import { applyTargets } from './write/apply';
import type { Undo } from './write/undo';
import { besideTable, type BesideDoc } from './write/beside';
import { chooseTargets, refusedSheets } from './write/targets';
import { readWritten, type Written } from './write/written';

/** What a run may be given beside the workbook. */
export interface RunOptions extends PaceOptions {
  readonly plan?: Plan;
  /** Laid over what the workbook keeps: the headless run's `--settings` and `--map`. */
  readonly settings?: (kept: Settings) => Settings;
  /** Other files whose tables are read with the workbook's; nothing is written to them. */
  readonly others?: readonly OtherBook[];
  /** Check only: nothing is written. */
  readonly checkOnly?: boolean;
  /** Sheets that are made only when they are asked for; once there, every run writes them anew. */
  readonly extras?: Extras;
  /** A dossier log: it goes before the tables' column of accounts. */
  readonly log?: ReadLog | null;
  /** The day, for the names of kept copies: the clock is an argument. */
  readonly now: Date;
  readonly abilities: Abilities;
}

export interface RunOutcome {
  readonly result: ScoreResult;
  readonly settings: Settings;
  /** Of the rules and of the tables, in the order they were found. */
  readonly problems: readonly Problem[];
  /** Units ranked or below the gate: with none, nothing is written. */
  readonly scored: number;
  readonly draft: boolean;
  /** The tables that were found, and what each column was taken for. */
  readonly tables: readonly FoundTableInfo[];
  /** Departments that the sources list apart. */
  readonly departments: readonly string[];
  /** Periods that can be chosen; empty where there is nothing to choose. */
  readonly periods: readonly string[];
  /** The board's decisions, as their sheet has them. */
  readonly decisions: readonly Decision[];
  /** The people proposed, as the user's sheet has them. */
  readonly individuals: readonly Individual[];
  /** What the dossier log says; null without one. */
  readonly log: DossierLog | null;
  /** Where each unit's rows stand, by unit code. */
  readonly unitRows: ReadonlyMap<string, readonly Place[]>;
  /** Every combination of readings, where they were compared. */
  readonly compared: ReadingsCompared | null;
  /** Names of the sheets that were written; empty where nothing was. */
  readonly sheets: readonly string[];
  /** What taking it back takes; null where nothing was written. */
  readonly undo: Undo | null;
}

/**
 * The run that the button, the pane and the headless run all call: read, check, score, then write.
 * Nothing is written before all checks are done; a failed write is taken back.
 * @throws ChangedMeanwhile where somebody changed what was read before it was written beside;
 * WriteFailed where writing failed; Cancelled where the user stopped it; what Office.js throws where
 * reading did
 */
export async function runScoring(
  context: Excel.RequestContext,
  options: RunOptions,
): Promise<RunOutcome> {
  const plan = options.plan ?? HAU_GIANG_2023;
  const pace = new Pace(context, options);
  const read = await readWorkbook(pace, options.abilities);
  const settings = options.settings?.(read.settings) ?? read.settings;
  const tables = await withDates(pace, tablesIn(read, options.others ?? [], settings));
  pace.begin('scoring', 0);
  const found = findRows(tables, plan, settings);
  const board = readDecisions(
    read.sheets.find(({ ours }) => ours === 'decisions')?.grid ?? null,
    plan,
  );
  const people = readIndividuals(read.sheets, plan);
  const readings = readingsOf(settings);
  const days = scoredDays(found.tables, settings, plan);
  const log = (await options.log?.digest(plan, days)) ?? null;
  const joined = joinRows(found.rows);
  const rowsUnder = log ? (how: Readings) => withLog(joined, plan, log, how) : null;
  const input = {
    rows: rowsUnder?.(readings) ?? joined,
    ...boardOf(board.decisions),
    individuals: people.individuals,
  };
  const result = score(plan, input, readings);
  /** Rows of the workbook itself: those of other files get nothing written beside them. */
  const own = found.rows.filter(({ table }) => table.grid.file === undefined);
  const scopeSettled = settings.totalScope === true || found.scopeNamed;
  const before = [
    ...found.problems,
    ...board.problems,
    ...people.problems,
    ...(log ? logProblems(log) : []),
    ...(scopeSettled ? [] : [scopeProblem(found.tables)]),
    ...missingPaperSettings(settings).map(settingProblem),
    ...(options.abilities.pageLayout ? [] : [NO_PAGE_LAYOUT]),
    ...refusedSheets(read, new Set(own.map(({ table }) => table.grid.sheet))),
  ];
  const tableErrors = before.filter(({ severity }) => severity === 'error').length;
  const report: Report = { result, settings, scopeSettled, tableErrors };
  const scored = Object.values(result.levels)
    .flatMap(({ units }) => units)
    .filter(({ status }) => status === 'ranked' || status === 'gated').length;

  const written = readWritten(read.written);
  const beside = besideDocs(read, written, result, own);
  const extras = await extraSheets(pace, read, report, {
    input,
    rowsUnder,
    wanted: options.extras ?? {},
    checkOnly: options.checkOnly === true || scored === 0,
  });
  const docs = [...resultDocs(report, log, options.abilities), ...extras.docs];
  const today = options.now.toISOString();
  const settled = chooseTargets(read, written, [...docs, reviewSheet(report, [])], beside, today);
  const problems: Problem[] = [...before, ...result.problems, ...settled.problems];
  const outcome = {
    result,
    settings,
    problems,
    scored,
    draft: isDraft(report),
    tables: describeTables(found, settings),
    departments: found.departments,
    periods: found.periods,
    decisions: board.decisions,
    individuals: people.individuals,
    log,
    unitRows: placesOfUnits(found.rows),
    compared: extras.compared,
  };
  if (options.checkOnly || scored === 0) return { ...outcome, sheets: [], undo: null };

  const review = reviewSheet(report, problems);
  const targets = {
    ...settled,
    sheets: settled.sheets.map((target) =>
      target.doc.kind === 'review' ? { ...target, doc: review } : target,
    ),
  };
  const footing = footingOf(read, [
    ...found.tables.flatMap(({ grid }) => (grid.file === undefined ? [grid.sheet] : [])),
    ...people.individuals.flatMap(({ place }) => place?.sheet ?? []),
  ]);
  const undo = await applyTargets(pace, read, targets, footing, options.abilities);
  return { ...outcome, sheets: targets.sheets.map(({ name }) => name), undo };
}

/** The sheets that a write stands on: where figures and decisions came from, and all of ours. */
function footingOf({ sheets }: WorkbookRead, read: readonly string[]): ReadonlySet<string> {
  const ours = sheets.filter((sheet) => sheet.ours !== null && sheet.ours !== 'copy');
  return new Set([...read, ...ours.map(({ name }) => name)]);
}

function scopeProblem(tables: readonly FoundTable[]): TableProblem {
  const table = tables.find(({ columns }) => columns.has('dvc.b'));
  const column = table?.columns.get('dvc.b');
  const places = table && column ? [placeIn(table.grid, table.head.last, column.index)] : [];
  return { code: 'totalScope', severity: 'warning', places };
}

function settingProblem(setting: ReturnType<typeof missingPaperSettings>[number]): TableProblem {
  return { code: 'settingMissing', severity: 'warning', places: [], setting };
}

const NO_PAGE_LAYOUT: TableProblem = {
  code: 'tooOld',
  severity: 'info',
  places: [],
  lacks: words.PAGE_LAYOUT,
};

/** The sheets of results, in the order they are added to the workbook. */
function resultDocs(report: Report, log: DossierLog | null, { charts }: Abilities): SheetDoc[] {
  const { levels, plan } = report.result;
  const upper = levels[levelId(plan, 'upper') ?? ''];
  const lower = levels[levelId(plan, 'lower') ?? ''];
  return [
    ...(upper
      ? [resultSheet('districtResult', words.SHEETS.districtResult, report, upper, charts)]
      : []),
    ...(lower ? [resultSheet('communeResult', words.SHEETS.communeResult, report, lower)] : []),
    awardsSheet(report),
    notProposedSheet(report),
    bonusSheet(report),
    ...(log ? [accountsSheet(report, log)] : []),
  ];
}

/** Beside each table: its units' results. A table that holds rows of two levels gets the columns once. */
function besideDocs(
  read: WorkbookRead,
  written: Written,
  result: ScoreResult,
  rows: readonly TableRow[],
): BesideDoc[] {
  const tables = [...new Set(rows.map(({ table }) => table))];
  return tables.flatMap((table) => {
    const sheet = read.sheets.find(({ name }) => name === table.grid.sheet);
    const theirs = rows.filter((row) => row.table === table);
    const alone = tables.every((each) => each === table || each.grid.sheet !== table.grid.sheet);
    const doc = sheet ? besideTable(result, theirs, { table, read: sheet, written, alone }) : null;
    return doc ? [doc] : [];
  });
}
