import {
  levelOf,
  finderOf,
  type UnitFinder,
  type Declined,
  type Plan,
  type ScoreInput,
  type TableProblem,
  type TieDecision,
} from '../rules';
import { words } from '../words';
import { placeIn, textAt, type Grid } from './find/grid';
import { DocBuilder, type CellStyle, type SheetDoc } from './sheets/doc';

/** A decision of the board: on a tie, or to decline a unit. */
export type Decision =
  | { readonly kind: 'order'; readonly decision: TieDecision }
  | { readonly kind: 'declined'; readonly decision: Declined };

export interface DecisionsRead {
  readonly decisions: readonly Decision[];
  readonly problems: readonly TableProblem[];
}

/** The decisions as the rules take them. */
export function boardOf(
  decisions: readonly Decision[],
): Pick<ScoreInput, 'tieDecisions' | 'declined'> {
  return {
    tieDecisions: decisions.flatMap((each) => (each.kind === 'order' ? [each.decision] : [])),
    declined: decisions.flatMap((each) => (each.kind === 'declined' ? [each.decision] : [])),
  };
}

const COLUMNS = ['kind', 'level', 'units', 'points', 'order', 'by', 'on', 'why', 'basis'] as const;
type Column = (typeof COLUMNS)[number];
const SEPARATOR = '; ';

/** Reads the sheet "Quyết định của Hội đồng", which people may have mended by hand. */
export function readDecisions(grid: Grid | null, plan: Plan): DecisionsRead {
  if (!grid) return { decisions: [], problems: [] };
  const head = grid.values.findIndex(
    (_, row) => textAt(grid, row, 0) === words.DECISIONS.columns.kind,
  );
  if (head < 0) return { decisions: [], problems: [] };
  const finder = finderOf(plan);
  const decisions: Decision[] = [];
  const problems: TableProblem[] = [];
  for (let row = head + 1; row < grid.values.length; row += 1) {
    const text = (column: Column) => textAt(grid, row, COLUMNS.indexOf(column));
    if (COLUMNS.every((column) => text(column) === '')) continue;
    const read = readDecision(text, plan, finder);
    if ('kind' in read) {
      decisions.push(read);
    } else {
      const places = [placeIn(grid, row, COLUMNS.indexOf(read.column))];
      const shown = text(read.column);
      problems.push({ code: 'badDecision', severity: 'error', places, what: read.what, shown });
    }
  }
  return { decisions, problems };
}

interface Bad {
  readonly what: Extract<TableProblem, { code: 'badDecision' }>['what'];
  readonly column: Column;
}

function readDecision(
  text: (column: Column) => string,
  plan: Plan,
  finder: UnitFinder,
): Decision | Bad {
  const on = isoDate(text('on'));
  if (on === null) return { what: 'date', column: 'on' };
  for (const column of ['by', 'why', 'basis'] as const) {
    if (text(column) === '') return { what: 'who', column };
  }
  const decided = { by: text('by'), on, why: text('why'), basis: text('basis') };
  const units = codesIn(text('units'), finder);
  if (units === null) return { what: 'unit', column: 'units' };
  if (text('kind') === words.DECISIONS.kinds.declined) {
    const [unit] = units;
    if (unit === undefined || units.length > 1) return { what: 'unit', column: 'units' };
    return { kind: 'declined', decision: { ...decided, unit } };
  }
  if (text('kind') !== words.DECISIONS.kinds.order) return { what: 'kind', column: 'kind' };
  const order = codesIn(text('order'), finder);
  if (order === null || order.length === 0) return { what: 'order', column: 'order' };
  const level = plan.levels.find(({ name }) => name === text('level'))?.id;
  if (level === undefined) return { what: 'kind', column: 'level' };
  return { kind: 'order', decision: { ...decided, level, units, points: text('points'), order } };
}

/** The codes of units named one after another; null where one of them isn't in the plan. */
function codesIn(text: string, finder: UnitFinder): string[] | null {
  const codes: string[] = [];
  for (const name of text.split(';')) {
    if (name.trim() === '') continue;
    const match = finder.find(name, { parent: null, level: null });
    if (!('found' in match)) return null;
    codes.push(match.found.code);
  }
  return codes;
}

/** "24/11/2023" or an ISO date; null for anything else. */
export function isoDate(text: string): string | null {
  const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = day ? `${day[3]}-${day[2]?.padStart(2, '0')}-${day[1]?.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  // 31 February is a date to JavaScript, and another one.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

const HEAD: CellStyle = { bold: true, horizontal: 'Center', wrap: true, border: true };
const BODY: CellStyle = { border: true, wrap: true, horizontal: 'Left', vertical: 'Center' };

/** The decisions as the sheet that keeps them. */
export function decisionsSheet(plan: Plan, decisions: readonly Decision[]): SheetDoc {
  const doc = new DocBuilder([20, 11, 40, 14, 40, 20, 12, 28, 28]);
  doc.text(words.DECISIONS.title, { bold: true, horizontal: 'Center', size: 14 });
  doc.text(words.DECISIONS.help, { italic: true, horizontal: 'Center' });
  const head = doc.row(
    COLUMNS.map((column) => words.DECISIONS.columns[column]),
    HEAD,
  );
  for (const each of decisions) doc.row(rowOf(plan, each), BODY);
  const titleRows = { first: head, last: head };
  return doc.done('decisions', words.SHEETS.decisions, { landscape: true, titleRows });
}

function rowOf(plan: Plan, { kind, decision }: Decision): string[] {
  const names = (codes: readonly string[]) =>
    codes.map((code) => words.unitAtHead(plan, code)).join(SEPARATOR);
  const { by, on, why, basis } = decision;
  const told = [by, words.date(on), why, basis];
  if (kind === 'declined') {
    const unit = plan.units.find(({ code }) => code === decision.unit);
    const level = unit ? levelOf(plan, unit.level).name : '';
    const name = unit ? words.unitAtHead(plan, unit.code) : decision.unit;
    return [words.DECISIONS.kinds.declined, level, name, '', '', ...told];
  }
  const { level, units, points, order } = decision;
  const name = levelOf(plan, level).name;
  return [words.DECISIONS.kinds.order, name, names(units), points, names(order), ...told];
}
