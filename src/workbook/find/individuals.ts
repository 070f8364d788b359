import {
  nameKey,
  finderOf,
  type UnitFinder,
  withoutMarks,
  type Individual,
  type IndividualField,
  type Plan,
  type TableProblem,
} from '../../rules';
import { words } from '../../words';
import type { SheetRead } from '../read/workbook';
import { placeIn, textAt, type Grid } from './grid';
import { headingKey } from './headings';
import { levelId } from './rows';
import { isNumbersRow, isTotal } from './row-kinds';

export interface IndividualsRead {
  readonly individuals: readonly Individual[];
  readonly problems: readonly TableProblem[];
}

/** Headings as people write them, by what their column holds; the first that fits counts. */
const HEADINGS: readonly (readonly [IndividualField, RegExp])[] = [
  ['name', /^((ho )?(va )?ten( ca nhan)?|ho ten|(ong|ba)( ong| ba)* ho (va )?ten)$/],
  ['proposedBy', /\bde nghi\b/],
  ['achievements', /\bthanh tich\b/],
  ['workplace', /^((ten )?don vi|noi|co quan)( cong tac)?$/],
  ['post', /^chuc (vu|danh)\b/],
  ['group', /^(thuoc )?(huyen( thi xa)?( thanh pho)?|dia phuong|cum( thi dua)?)$/],
];
/** Without these a list of people can't be one of candidates. */
const TELLING: readonly IndividualField[] = ['post', 'workplace', 'achievements'];
const MUST_HAVE: readonly IndividualField[] = ['name', 'post', 'workplace', 'group'];
const HEAD_ROWS = 40;

type Columns = ReadonlyMap<IndividualField, number>;

/**
 * The people proposed for an award, from the user's sheet "Cá nhân"; where no sheet is called so,
 * from any that has a table of them.
 */
export function readIndividuals(sheets: readonly SheetRead[], plan: Plan): IndividualsRead {
  const theirs = sheets.filter(({ visible, ours, grid }) => visible && ours === null && grid);
  const named = theirs.filter(({ name }) => isNamed(name));
  const finder = finderOf(plan);
  const read = (named.length > 0 ? named : theirs).map(({ grid }) =>
    readSheet(grid as Grid, plan, finder, named.length > 0),
  );
  return {
    individuals: read.flatMap(({ individuals }) => individuals),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function isNamed(sheet: string): boolean {
  return plainKey(sheet).startsWith(plainKey(words.SHEETS.individuals));
}

function plainKey(text: string): string {
  return withoutMarks(nameKey(text));
}

function readSheet(grid: Grid, plan: Plan, finder: UnitFinder, isTold: boolean): IndividualsRead {
  const head = findHead(grid);
  if (!head) {
    // Told only where the sheet's name says that people stand there.
    const missing = isTold ? MUST_HAVE : [];
    return { individuals: [], problems: columnProblem(grid, missing) };
  }
  const missing = MUST_HAVE.filter((field) => !head.columns.has(field));
  return {
    individuals: readPeople(grid, head.row, head.columns, plan, finder),
    problems: columnProblem(grid, missing),
  };
}

function columnProblem({ sheet }: Grid, missing: readonly IndividualField[]): TableProblem[] {
  if (missing.length === 0) return [];
  return [{ code: 'individualColumns', severity: 'error', places: [], sheet, missing }];
}

function findHead(grid: Grid): { readonly row: number; readonly columns: Columns } | null {
  for (let row = 0; row < Math.min(HEAD_ROWS, grid.values.length); row += 1) {
    const columns = new Map<IndividualField, number>();
    grid.values[row]?.forEach((_, column) => {
      const key = headingKey(textAt(grid, row, column));
      const field = HEADINGS.find(([each, pattern]) => !columns.has(each) && pattern.test(key));
      if (key !== '' && field) columns.set(field[0], column);
    });
    const telling = TELLING.filter((field) => columns.has(field)).length;
    if (columns.has('name') && telling >= 2) return { row, columns };
  }
  return null;
}

function readPeople(
  grid: Grid,
  head: number,
  columns: Columns,
  plan: Plan,
  finder: UnitFinder,
): Individual[] {
  const people: Individual[] = [];
  const level = levelId(plan, 'upper') ?? groupLevel(plan);
  const groupOf = (text: string) => {
    const match = finder.find(text, { parent: null, level });
    return 'found' in match ? match.found.code : null;
  };
  const nameColumn = columns.get('name') as number;
  let headed = '';
  let afterGap = false;
  for (let row = head + 1; row < grid.values.length; row += 1) {
    const text = (field: IndividualField) => {
      const column = columns.get(field);
      return column === undefined ? '' : textAt(grid, row, column);
    };
    if (isNumbersRow(grid, row) || isTotal(grid, row, nameColumn)) continue;
    const group = headOfGroup(grid, row, columns.get('group'), groupOf);
    if (group !== null) {
      headed = group;
      continue;
    }
    const told = TELLING.some((field) => text(field) !== '');
    // Who signs below the list has a name and nothing else.
    if (!told && (text('name') === '' || afterGap)) {
      afterGap ||= text('name') === '' && text('group') === '';
      continue;
    }
    afterGap = false;
    const written = text('group');
    people.push({
      name: text('name'),
      post: text('post'),
      workplace: text('workplace'),
      group: written === '' ? headed : (groupOf(written) ?? written),
      achievements: text('achievements'),
      proposedBy: text('proposedBy'),
      place: placeIn(grid, row, nameColumn),
    });
  }
  return people;
}

/** Groups that aren't scored have a level of their own. */
function groupLevel(plan: Plan): string | null {
  return plan.units.find(({ parent }) => parent === null)?.level ?? null;
}

/** "I. Huyện Vị Thủy" alone in a row, but not where each person's is asked, heads that group's people. */
function headOfGroup(
  grid: Grid,
  row: number,
  groupColumn: number | undefined,
  groupOf: (text: string) => string | null,
): string | null {
  const cells = (grid.values[row] ?? [])
    .map((_, column) => ({ column, text: textAt(grid, row, column) }))
    .filter(({ text }) => /\p{L}/u.test(text) && !/^[IVX]+[.)]?$/.test(text));
  const [only] = cells;
  return only && cells.length === 1 && only.column !== groupColumn ? groupOf(only.text) : null;
}
