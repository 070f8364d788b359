import { chosenHeading, type ColumnChoice } from './column-choice';
import { columnsOf, textAt, type Area, type Grid } from './grid';
import { readHeadings, roleKey, type Heading } from './headings';
import { isColumnNumber } from './row-kinds';

const MOST_HEAD_ROWS = 3;
const FIGURES = new Set([
  'dvc.a',
  'dvc.b',
  'dvc.direct',
  'eid.a',
  'eid.b',
  'dvc.percent',
  'eid.percent',
]);

/** A block of heading rows, and what its columns were taken for. Indexes count within the grid. */
export interface Head {
  readonly first: number;
  readonly last: number;
  readonly headings: readonly string[];
  /** Columns whose upper heading was taken from the left without a merge that says so. */
  readonly guessed: readonly boolean[];
  readonly read: readonly (Heading | null)[];
  readonly roles: number;
  /** Two columns were taken for the same. */
  readonly hasTwice: boolean;
}

/** Every heading block on a sheet, from the top down. */
export function findHeads(grid: Grid, choices: readonly ColumnChoice[]): Head[] {
  const heads: Head[] = [];
  for (let row = 0; row < grid.values.length; row += 1) {
    const head = bestHead(grid, row, choices);
    if (!head || isBeatenBelow(grid, head, choices)) continue;
    heads.push(head);
    row = head.last;
  }
  return heads;
}

/** A title or a letterhead right above the headings makes a block too, but a poorer one. */
function isBeatenBelow(grid: Grid, head: Head, choices: readonly ColumnChoice[]): boolean {
  for (let row = head.first + 1; row < head.first + MOST_HEAD_ROWS; row += 1) {
    const other = bestHead(grid, row, choices);
    if (!other) continue;
    if (other.roles > head.roles) return true;
    // What the upper rows add is kept where it tells columns apart that are twice without it.
    const isSame = other.roles === head.roles && other.last === head.last;
    if (isSame && !tellsApart(head, other)) return true;
  }
  return false;
}

/** Do the upper rows of a block say different things over columns that were taken for the same? */
function tellsApart(head: Head, lower: Head): boolean {
  if (!lower.hasTwice) return false;
  const added = new Map<string, string>();
  return lower.read.some((heading, i) => {
    if (!heading || heading.figure === 'percent') return false;
    const [whole = '', below = ''] = [head.headings[i], lower.headings[i]];
    const above = whole.slice(0, whole.length - below.length);
    const before = added.get(roleKey(heading));
    added.set(roleKey(heading), above);
    return before !== undefined && before !== above;
  });
}

/** The heading block that starts at a row: of one to three rows, the one that names most roles. */
function bestHead(grid: Grid, first: number, choices: readonly ColumnChoice[]): Head | null {
  if (looksLikeData(grid, first)) return null;
  let best: Head | null = null;
  for (let last = first; last < Math.min(first + MOST_HEAD_ROWS, grid.values.length); last += 1) {
    if (last > first && looksLikeData(grid, last)) break;
    const headings = headingsOf(grid, first, last);
    const read = headings.map(({ parts }) => readColumn(parts, choices));
    const roles = new Set(read.flatMap((each) => (each ? [roleKey(each)] : [])));
    const named = roles.has('unit') || roles.has('group');
    const figures = [...roles].filter((role) => FIGURES.has(role)).length;
    if (!named || figures < 2) continue;
    if (!best || roles.size > best.roles) {
      best = {
        first,
        last,
        headings: headings.map(({ parts }) => parts.join(' ')),
        guessed: headings.map(({ guessed }) => guessed),
        read,
        roles: roles.size,
        hasTwice: read.filter((each) => each && each.figure !== 'percent').length > roles.size,
      };
    }
  }
  return best;
}

const NUMBER_TEXT = /^\d{1,3}([.,\s]\d{3})+$|^\d+([.,]\d+)?\s*%$/;

/** A count, or a number kept as text; headings and column numbers have none. */
function looksLikeData(grid: Grid, row: number): boolean {
  const values = grid.values[row] ?? [];
  return values.some((value) =>
    typeof value === 'number' ? value > 20 : NUMBER_TEXT.test(String(value)),
  );
}

/**
 * A column's heading texts from the top down. A merged upper heading reaches over the columns that it
 * is merged over; where nothing tells of merges, to its right as far as the cells below it go on.
 */
function headingsOf(grid: Grid, first: number, last: number) {
  const textIn = (row: number, column: number) => {
    const text = textAt(grid, row, column);
    return isColumnNumber(text) ? '' : text;
  };
  const hasBetween = (from: number, to: number, column: number) => {
    for (let row = from; row <= to; row += 1) if (textIn(row, column) !== '') return true;
    return false;
  };
  /** The heading that reaches over a cell from the left: it has others below it, as the cell does. */
  const reachingOver = (row: number, column: number) => {
    if (!hasBetween(row + 1, last, column)) return '';
    for (let left = column; left >= 0; left -= 1) {
      const text = textIn(row, left);
      if (text !== '') {
        // What is merged reaches as far as its merge and no farther.
        if (mergeOver(grid, row, left)) return '';
        return hasBetween(row + 1, last, left) ? text : '';
      }
      if (hasBetween(first, row - 1, left)) return '';
    }
    return '';
  };
  return Array.from({ length: columnsOf(grid) }, (_, column) => {
    const parts: string[] = [];
    let guessed = false;
    for (let row = first; row <= last; row += 1) {
      let text = textIn(row, column);
      if (text === '') {
        const merge = mergeOver(grid, row, column);
        if (merge) {
          // Down a column the heading is there already: only what reaches from the left is new.
          const isBeside = merge.column !== grid.column + column;
          text = isBeside ? textIn(merge.row - grid.row, merge.column - grid.column) : '';
          if (merge.row !== grid.row + row) text = '';
        } else {
          text = reachingOver(row, column);
          guessed ||= text !== '';
        }
      }
      if (text !== '') parts.push(text);
    }
    return { parts, guessed };
  });
}

/** The merge that covers a cell; null where none is known to. */
function mergeOver(grid: Grid, row: number, column: number): Area | null {
  if (!grid.merges) return null;
  let byRow = mergesByRow.get(grid.merges);
  if (!byRow) mergesByRow.set(grid.merges, (byRow = indexed(grid.merges)));
  const at = grid.column + column;
  const over = byRow
    .get(grid.row + row)
    ?.find((area) => at >= area.column && at < area.column + area.columns);
  return over ?? null;
}

/** Sheets of thousands of merged cells are asked about row by row. */
const mergesByRow = new WeakMap<readonly Area[], Map<number, Area[]>>();

function indexed(merges: readonly Area[]): Map<number, Area[]> {
  const byRow = new Map<number, Area[]>();
  for (const area of merges) {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const list = byRow.get(row);
      if (list) list.push(area);
      else byRow.set(row, [area]);
    }
  }
  return byRow;
}

/** What the user chose; else what the headings say. */
function readColumn(parts: readonly string[], choices: readonly ColumnChoice[]): Heading | null {
  const whole = parts.join(' ');
  const chosen = choices.find(({ heading }) => heading === whole || heading === parts.at(-1));
  return chosen ? chosenHeading(chosen) : readHeadings(parts);
}
