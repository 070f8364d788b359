import {
  PLAN_TABLE_NAMES,
  PLAN_TABLES,
  writePlan,
  type Plan,
  type PlanCell,
  type PlanColumn,
  type PlanRow,
  type PlanTableName,
} from '../../rules';
import { words } from '../../words';
import { rangeAddress } from '../find/grid';
import type { Area } from '../read/workbook';
import { DocBuilder, FORMATS, type CellStyle, type DocValue, type SheetDoc } from '../sheets/doc';
import { IN_USE_COLUMN } from './find';

const TITLE: CellStyle = { bold: true, horizontal: 'Center', size: 14 };
const HELP: CellStyle = { italic: true, horizontal: 'Left' };
const HEAD: CellStyle = { bold: true, border: true, wrap: true, fill: '#DDEBF7' };
const LABEL: CellStyle = { ...HEAD, horizontal: 'Left' };
const BODY: CellStyle = { border: true, wrap: true, horizontal: 'Left' };
const IN_USE: CellStyle = { ...BODY, bold: true, fill: '#FFF2CC' };

const LABEL_WIDTH = 42;
const CELL_WIDTH = 24;
/** Columns to fill in, where the plan has fewer of something. */
const FEWEST_COLUMNS = 5;
const UNIT_WIDTHS = [14, 12, 20, 34, 14];

/** A sheet of the plan, with the cells that take one of a few answers. */
export interface PlanSheet {
  readonly doc: SheetDoc;
  readonly choices: readonly { readonly area: Area; readonly answers: readonly string[] }[];
}

/** The plan as two sheets that people read and change: its rules, and its list of units. */
export function planSheets(plan: Plan, isUsed: boolean): readonly PlanSheet[] {
  const tables = writePlan(plan);
  const choices: PlanSheet['choices'][number][] = [];
  const names = PLAN_TABLE_NAMES.filter((name) => name !== 'units');
  const most = Math.max(FEWEST_COLUMNS, ...names.map((name) => tables[name].length + 1));
  const doc = new DocBuilder([LABEL_WIDTH, ...Array.from({ length: most }, () => CELL_WIDTH)]);
  const { PLAN_SHEET, SHEETS } = words;
  doc.text(PLAN_SHEET.title, TITLE, 0, 2);
  for (const line of PLAN_SHEET.help) doc.text(line, HELP, 0, 3);
  const answer = doc.row([PLAN_SHEET.inUse, isUsed ? PLAN_SHEET.yes : PLAN_SHEET.no]);
  doc.style(answer, 0, 1, 1, LABEL);
  doc.style(answer, IN_USE_COLUMN, 1, 1, IN_USE);
  const inUse = { row: answer, column: IN_USE_COLUMN, rows: 1, columns: 1 };
  choices.push({ area: inUse, answers: [PLAN_SHEET.yes, PLAN_SHEET.no] });
  for (const name of names) choices.push(...drawTable(doc, name, tables[name]));
  return [
    { doc: doc.done('plan', SHEETS.plan, { landscape: true, titleRows: null }), choices },
    { doc: unitsSheet(tables.units), choices: [] },
  ];
}

/** A column for each row of the table: people fill in the next one. */
function drawTable(
  doc: DocBuilder,
  table: PlanTableName,
  rows: readonly PlanRow[],
): PlanSheet['choices'] {
  const choices: PlanSheet['choices'][number][] = [];
  const places = doc.widths.length - 1;
  doc.row();
  doc.text(words.PLAN_TABLE_TITLES[table], { bold: true, horizontal: 'Left' }, 0, 2);
  for (const column of PLAN_TABLES[table]) {
    const cells = rows.map((row) => row[column.key] ?? null);
    const at = doc.row([words.PLAN_LABELS[table][column.key] ?? '', ...cells.map(shownIn(column))]);
    doc.style(at, 0, 1, 1, LABEL);
    doc.style(at, 1, 1, places, { ...BODY, ...formatOf(column) });
    cells.forEach((cell, i) => {
      const format = column.kind === 'ratio' ? percentOf(cell) : null;
      if (format !== null) doc.style(at, 1 + i, 1, 1, { numberFormat: format });
    });
    const answers = answersTo(column);
    if (answers.length > 0) {
      choices.push({ area: { row: at, column: 1, rows: 1, columns: places }, answers });
    }
  }
  return choices;
}

function answersTo({ kind }: PlanColumn): readonly string[] {
  const { yes, no, severities } = words.PLAN_SHEET;
  if (kind === 'yesNo') return [yes, no];
  return kind === 'severity' ? [severities.error, severities.warning] : [];
}

/** Has Excel offer the answers where there are only a few. */
export function offerChoices(sheet: Excel.Worksheet, { choices }: PlanSheet): void {
  for (const { area, answers } of choices) {
    const { row, column, rows, columns } = area;
    const { dataValidation } = sheet.getRange(rangeAddress(row, column, rows, columns));
    dataValidation.rule = { list: { inCellDropDown: true, source: answers.join(',') } };
  }
}

function unitsSheet(rows: readonly PlanRow[]): SheetDoc {
  const doc = new DocBuilder(UNIT_WIDTHS);
  const columns = PLAN_TABLES.units;
  doc.text(words.PLAN_TABLE_TITLES.units, TITLE);
  doc.text(words.PLAN_SHEET.unitsHelp, HELP);
  const head = doc.row(
    columns.map(({ key }) => words.PLAN_LABELS.units[key] ?? ''),
    { ...HEAD, horizontal: 'Center' },
  );
  const first = doc.next;
  for (const row of rows) {
    doc.row(columns.map((column) => shownIn(column)(row[column.key] ?? null)));
  }
  columns.forEach((column, i) => {
    doc.style(first, i, rows.length, 1, { ...BODY, ...formatOf(column) });
  });
  const titleRows = { first: head, last: head };
  return doc.done('planUnits', words.SHEETS.planUnits, { landscape: false, titleRows });
}

/** A code stays the text that it is: "00123" is no number. */
function formatOf({ kind, key }: PlanColumn): CellStyle {
  if (kind === 'code') return { numberFormat: '@' };
  if (kind !== 'count') return {};
  return { numberFormat: key === 'money' ? FORMATS.count : '0' };
}

function shownIn({ kind }: PlanColumn): (cell: PlanCell) => DocValue {
  return (cell) => {
    if (cell === null) return null;
    if (kind === 'yesNo') return cell === true ? words.PLAN_SHEET.yes : words.PLAN_SHEET.no;
    if (kind === 'severity') {
      return words.PLAN_SHEET.severities[cell === 'error' ? 'error' : 'warning'];
    }
    if (kind === 'date') return words.date(String(cell));
    if (kind === 'code') return words.planCode(String(cell));
    return typeof cell === 'boolean' ? null : cell;
  };
}

/** As many decimals as the ratio has. */
function percentOf(cell: PlanCell): string {
  if (typeof cell !== 'number') return '0%';
  const decimals = (String(cell).split('.')[1] ?? '').length - 2;
  return decimals > 0 ? `0.${'0'.repeat(decimals)}%` : '0%';
}
