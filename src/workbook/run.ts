import {
  HAU_GIANG_2023,
  score,
  UnitFinder,
  type ColumnRole,
  type Declined,
  type Individual,
  type Plan,
  type ScoreResult,
  type TableProblem,
  type TieDecision,
} from '../rules';
import { words, type Problem } from '../words';
import { columnsOf, placeIn, type Grid } from './find/grid';
import { joinRows, levelId, readRows, type TableRow } from './find/rows';
import { findTables, type FoundTable } from './find/tables';
import { readWorkbook, type SheetRead, type WorkbookRead } from './read/workbook';
import { missingPaperSettings, readingsOf, type Settings } from './settings';
import { awardsSheet } from './sheets/awards-sheet';
import { isDraft, type Report } from './sheets/letterhead';
import { bonusSheet, notProposedSheet, reviewSheet } from './sheets/lists';
import { resultSheet } from './sheets/result-sheet';
import type { SheetDoc } from './sheets/doc';
import { applyTargets, type Undo } from './write/apply';
import { besideTable, type BesideDoc } from './write/beside';
import type { Abilities } from './write/draw';
import { chooseTargets } from './write/targets';
import { readWritten } from './write/written';

/** What a run may be given beside the workbook. */
export interface RunOptions {
  readonly plan?: Plan;
  /** Laid over what the workbook keeps: the headless run's `--settings` and `--map`. */
  readonly settings?: (kept: Settings) => Settings;
  /** Check only: nothing is written. */
  readonly checkOnly?: boolean;
  /** The day, for the names of kept copies: the clock is an argument. */
  readonly now: Date;
  readonly abilities: Abilities;
  readonly tieDecisions?: readonly TieDecision[];
  readonly declined?: readonly Declined[];
  readonly individuals?: readonly Individual[];
}

export interface RunOutcome {
  readonly result: ScoreResult;
  readonly settings: Settings;
  /** Of the rules and of the tables, in the order they were found. */
  readonly problems: readonly Problem[];
  /** Units ranked or below the gate: with none, nothing is written. */
  readonly scored: number;
  readonly draft: boolean;
  /** Names of the sheets that were written; empty where nothing was. */
  readonly sheets: readonly string[];
  /** What taking it back takes; null where nothing was written. */
  readonly undo: Undo | null;
}

/**
 * The run that the button, the pane and the headless run all call: read, check, score, then write.
 * Nothing is written before all checks are done; a failed write is taken back.
 * @throws WriteFailed where writing failed; what Office.js throws where reading did
 */
export async function runScoring(
  context: Excel.RequestContext,
  options: RunOptions,
): Promise<RunOutcome> {
  const plan = options.plan ?? HAU_GIANG_2023;
  const read = await readWorkbook(context);
  const settings = options.settings?.(read.settings) ?? read.settings;
  const found = findRows(read, plan, settings);
  const result = score(
    plan,
    {
      rows: joinRows(found.rows),
      tieDecisions: options.tieDecisions ?? [],
      declined: options.declined ?? [],
      individuals: options.individuals ?? [],
    },
    readingsOf(settings),
  );
  const scopeSettled = settings.totalScope === true || found.scopeNamed;
  const before = [
    ...found.problems,
    ...(scopeSettled ? [] : [scopeProblem(found.tables)]),
    ...missingPaperSettings(settings).map(settingProblem),
  ];
  const tableErrors = before.filter(({ severity }) => severity === 'error').length;
  const report: Report = { result, settings, scopeSettled, tableErrors };
  const scored = Object.values(result.levels)
    .flatMap(({ units }) => units)
    .filter(({ status }) => status === 'ranked' || status === 'gated').length;

  const beside = besideDocs(read, result, found.rows);
  const docs = resultDocs(report);
  const written = readWritten(read.written);
  const today = options.now.toISOString();
  const settled = chooseTargets(read, written, [...docs, reviewSheet(report, [])], beside, today);
  const problems: Problem[] = [...before, ...result.problems, ...settled.problems];
  const outcome = { result, settings, problems, scored, draft: isDraft(report) };
  if (options.checkOnly || scored === 0) return { ...outcome, sheets: [], undo: null };

  const review = reviewSheet(report, problems);
  const targets = {
    ...settled,
    sheets: settled.sheets.map((target) =>
      target.doc.kind === 'review' ? { ...target, doc: review } : target,
    ),
  };
  const undo = await applyTargets(context, read, targets, options.abilities);
  return { ...outcome, sheets: targets.sheets.map(({ name }) => name), undo };
}

interface Found {
  readonly tables: readonly FoundTable[];
  readonly rows: readonly TableRow[];
  readonly problems: readonly TableProblem[];
  readonly scopeNamed: boolean;
}

/** Every unit row on the user's visible sheets. */
function findRows(read: WorkbookRead, plan: Plan, settings: Settings): Found {
  const finder = new UnitFinder(plan);
  const tables = read.sheets
    .filter((sheet) => sheet.visible && sheet.ours === null && sheet.grid !== null)
    .flatMap((sheet) => findTables(withoutOurs(sheet), settings.columns));
  const each = tables.map((table) => ({ table, ...readRows(table, plan, finder) }));
  const used = each.filter(({ rows, problems }) => rows.length > 0 || problems.length > 0);
  const rows = used.flatMap((one) => one.rows);
  const problems = used.flatMap((one) => one.problems);
  if (rows.length === 0) {
    problems.unshift({ code: 'noTable', severity: 'error', places: [] });
  }
  const kept = used.map(({ table }) => table);
  problems.push(...columnProblems(plan, used));
  return { tables: kept, rows, problems, scopeNamed: kept.some(({ scopeNamed }) => scopeNamed) };
}

/** The sheet without the columns that we wrote beside its tables. */
function withoutOurs({ grid, ourColumns }: SheetRead): Grid {
  const own = grid as Grid;
  if (ourColumns.length === 0) return own;
  const values = own.values.map((row) => [...row]);
  for (const { area } of ourColumns) {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const cells = values[row - own.row];
      if (!cells) continue;
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        const at = column - own.column;
        if (at >= 0 && at < columnsOf(own)) cells[at] = '';
      }
    }
  }
  return { ...own, values };
}

/** Columns that a level's tables lack, or have twice; percentages that aren't used. */
function columnProblems(
  plan: Plan,
  tables: readonly { readonly table: FoundTable; readonly rows: readonly TableRow[] }[],
): TableProblem[] {
  const problems: TableProblem[] = [];
  for (const { table } of tables) {
    const { sheet } = table.grid;
    for (const { role, headings } of table.doubtful) {
      problems.push({
        code: 'doubtfulColumn',
        severity: 'error',
        places: [],
        sheet,
        column: role,
        headings,
      });
    }
    for (const { index, heading } of table.percents) {
      const places = [placeIn(table.grid, table.head.last, index)];
      problems.push({ code: 'percentColumn', severity: 'info', places, heading });
    }
  }
  for (const level of plan.levels) {
    const theirs = tables.filter(({ rows }) => rows.some(({ unit }) => unit.level === level.id));
    for (const { id } of level.criteria) {
      const complete = theirs.some(({ table }) => lacking(table, id).length === 0);
      if (complete) continue;
      for (const { table } of theirs) {
        const started = lacking(table, id).length < 2 || theirs.length === 1;
        if (!started) continue;
        problems.push(...lacking(table, id).map((column) => missingColumn(table, column)));
      }
    }
  }
  return problems;
}

function lacking({ columns, doubtful }: FoundTable, criterion: string): ColumnRole[] {
  const has = (figure: string) => columns.has(`${criterion}.${figure}`);
  const open = (figure: string) =>
    doubtful.some(({ role }) => role.criterion === criterion && role.figure === figure);
  const lacks: ColumnRole[] = [];
  if (!has('a') && !open('a')) lacks.push({ criterion, figure: 'a' });
  if (!has('b') && !open('b') && !(has('a') && has('direct')))
    lacks.push({ criterion, figure: 'b' });
  return lacks;
}

function missingColumn({ grid: { sheet } }: FoundTable, column: ColumnRole): TableProblem {
  return { code: 'missingColumn', severity: 'error', places: [], sheet, column };
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

/** The sheets of results, in the order they are added to the workbook. */
function resultDocs(report: Report): SheetDoc[] {
  const { levels, plan } = report.result;
  const upper = levels[levelId(plan, 'upper') ?? ''];
  const lower = levels[levelId(plan, 'lower') ?? ''];
  return [
    ...(upper ? [resultSheet('districtResult', words.SHEETS.districtResult, report, upper)] : []),
    ...(lower ? [resultSheet('communeResult', words.SHEETS.communeResult, report, lower)] : []),
    awardsSheet(report),
    notProposedSheet(report),
    bonusSheet(report),
  ];
}

/** Beside each table: its units' results. A table that holds rows of two levels gets the columns once. */
function besideDocs(
  read: WorkbookRead,
  result: ScoreResult,
  rows: readonly TableRow[],
): BesideDoc[] {
  const tables = [...new Set(rows.map(({ table }) => table))];
  return tables.flatMap((table) => {
    const sheet = read.sheets.find(({ name }) => name === table.grid.sheet);
    const theirs = rows.filter((row) => row.table === table);
    const doc = sheet ? besideTable(result, table, theirs, sheet) : null;
    return doc ? [doc] : [];
  });
}
