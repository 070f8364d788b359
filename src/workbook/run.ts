import type { Abilities } from './abilities';
import {
  canonicalLines,
  HAU_GIANG_2023,
  inputOf,
  score,
  withLog,
  type DossierLog,
  type Individual,
  type KeptRun,
  type Place,
  type Plan,
  type ReadLog,
  type Readings,
  type ReadingsCompared,
  type ScoreResult,
  type SheetsLog,
  type TableProblem,
} from '../rules';
import { words, type Problem } from '../words';
import { checkSheet } from './check/check-sheet';
import { boardOf, readDecisions, type Decision } from './decisions';
import { extraSheets, type Extras } from './extras';
import { placeIn } from './find/grid';
import { historyOf } from './history';
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
import { logOnSheets, logProblems, logSheetProblems, scoredDays } from './log-problems';
import { Pace, type PaceOptions } from './pace';
import { planInForce, type PlanInForce } from './plan/read';
import { NO_PLAN } from './plan/unusable';
import { withDates } from './read/dates';
import { readWorkbook, type WorkbookRead } from './read/workbook';
import { UNITS_TO_CHECK } from './limits';
import {
  readSeal,
  sealOf,
  sealSheet,
  verify,
  type ChangedResult,
  type Seal,
  type Verification,
} from './seal';
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
  /** What is scored by where the workbook doesn't bring its own plan; by default that of 2023. */
  readonly plan?: Plan;
  /** Takes the workbook's own plan for used, whatever its sheet says: to see what would change. */
  readonly triesPlanSheet?: boolean;
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
  /** Reads the log off the workbook's own file, for sheets that are too large to be asked for. */
  readonly logOffFile?: (options: PaceOptions) => Promise<SheetsLog | null>;
  /** The day, for the names of kept copies: the clock is an argument. */
  readonly now: Date;
  readonly abilities: Abilities;
}

export interface RunOutcome {
  readonly result: ScoreResult;
  /** Which plan was scored by, and the workbook's own. */
  readonly plan: PlanInForce;
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
  /** What is kept of each period, this run among them. */
  readonly runs: readonly KeptRun[];
  /** Every combination of readings, where they were compared. */
  readonly compared: ReadingsCompared | null;
  /** What the result follows from, as a code; null where this page can't work it out. */
  readonly seal: Seal | null;
  /** What was changed since the workbook was last scored. */
  readonly verification: Verification;
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
  const pace = new Pace(context, options);
  const read = await readWorkbook(pace, options.abilities, !options.log);
  const settings = options.settings?.(read.settings) ?? read.settings;
  const { plan: builtIn = HAU_GIANG_2023, triesPlanSheet } = options;
  const inForce = planInForce(read.sheets, builtIn, triesPlanSheet);
  const { plan } = inForce;
  if (!plan) return withoutPlan(inForce, settings);
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
  const onSheets = await logOnSheets(read, options);
  const log = (await (options.log ?? onSheets?.log)?.digest(plan, days)) ?? null;
  const joined = joinRows(found.rows);
  const rowsUnder = log ? (how: Readings) => withLog(joined, plan, log, how) : null;
  const input = {
    rows: rowsUnder?.(readings) ?? joined,
    ...boardOf(board.decisions),
    individuals: people.individuals,
  };
  const result = score(plan, input, readings);
  const lines = canonicalLines(plan, input, readings);
  const seal = await sealOf(lines, options.now, log?.name ?? null);
  /** Rows of the workbook itself: those of other files get nothing written beside them. */
  const own = found.rows.filter(({ table }) => table.grid.file === undefined);
  const scopeSettled = settings.totalScope === true || found.scopeNamed;
  const withCheck = settings.checkSheet ?? plan.units.length <= UNITS_TO_CHECK;
  const before = [
    ...planProblems(inForce),
    ...found.problems,
    ...board.problems,
    ...people.problems,
    ...(log ? logProblems(log) : []),
    ...logSheetProblems(read, onSheets, options.log ?? null),
    ...(scopeSettled ? [] : [scopeProblem(found.tables)]),
    ...missingPaperSettings(settings).map(settingProblem),
    ...(options.abilities.pageLayout ? [] : [NO_PAGE_LAYOUT]),
    ...(seal ? [] : [NO_SEAL]),
    ...(withCheck || settings.checkSheet !== null ? [] : [noCheck(plan)]),
    ...refusedSheets(read, new Set(own.map(({ table }) => table.grid.sheet))),
  ];
  const tableErrors = before.filter(({ severity }) => severity === 'error').length;
  const report: Report = {
    result,
    settings,
    scopeSettled,
    tableErrors,
    planSheet: inForce.sheet,
    seal,
  };
  const scored = Object.values(result.levels)
    .flatMap(({ units }) => units)
    .filter(({ status }) => status === 'ranked' || status === 'gated').length;

  const extras = await extraSheets(pace, read, report, {
    input,
    rowsUnder,
    wanted: options.extras ?? {},
    abilities: options.abilities,
    checkOnly: options.checkOnly === true || scored === 0,
  });
  const history = historyOf(read, report, found.tables, options.now, options.abilities.pageLayout);
  const grids = read.sheets.flatMap(({ grid }) => grid ?? []);
  const docs = [
    ...resultDocs(report, log, options.abilities),
    ...extras.docs,
    ...history.docs,
    reviewSheet(report, []),
    ...(withCheck ? [checkSheet(report, grids)] : []),
    ...(seal ? [sealSheet(seal, plan, readings)] : []),
  ];
  const written = readWritten(read.written);
  const beside = besideDocs(read, written, result, own);
  const today = options.now.toISOString();
  const settled = chooseTargets(read, written, docs, beside, today);
  const kept = read.sheets.find(({ ours }) => ours === 'seal')?.grid ?? null;
  const problems: Problem[] = [
    ...before,
    ...result.problems,
    ...extras.problems,
    ...settled.problems,
  ];
  const outcome = {
    result,
    plan: inForce,
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
    seal,
    verification: verify(
      await readSeal(kept),
      seal,
      changedResults(settled.problems),
      (options.others ?? []).map(({ name }) => name),
    ),
    runs: history.runs,
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

/** What the workbook's own plan has to tell: what is wrong or worth a look, or that it isn't used. */
function planProblems({ sheet, own }: PlanInForce): readonly TableProblem[] {
  if (!own) return [];
  return sheet === null
    ? [{ code: 'planNotUsed', severity: 'info', places: [], sheet: own.sheet }]
    : own.problems;
}

/** The plan that is to be used is wrong: nothing is scored by another in its place. */
function withoutPlan(plan: PlanInForce, settings: Settings): RunOutcome {
  return {
    result: score(NO_PLAN, inputOf([])),
    plan,
    settings,
    problems: planProblems(plan),
    scored: 0,
    draft: true,
    tables: [],
    departments: [],
    periods: [],
    decisions: [],
    individuals: [],
    log: null,
    unitRows: new Map(),
    compared: null,
    seal: null,
    verification: verify(null, null, [], []),
    runs: [],
    sheets: [],
    undo: null,
  };
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

const NO_SEAL: TableProblem = { code: 'noSeal', severity: 'info', places: [] };

function noCheck({ units }: Plan): TableProblem {
  const at = { severity: 'info', places: [] } as const;
  return { ...at, code: 'noCheckSheet', units: units.length, most: UNITS_TO_CHECK };
}

/** Cells of ours that were changed, but for those of the seal itself, which tells by its code. */
function changedResults(problems: readonly TableProblem[]): ChangedResult[] {
  return problems.flatMap((problem): ChangedResult[] => {
    if (problem.code !== 'changedByUser' || problem.kind === 'seal') return [];
    const { sheet, shown: now, was, places } = problem;
    return [{ sheet, address: places[0]?.address ?? '', was, now }];
  });
}

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
