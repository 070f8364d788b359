import type { CanonicalCell, CanonicalFigure, CanonicalLine } from './canonical';
import type { Place } from './place';

/** Something that a result follows from isn't as it was. */
export type CanonicalChange =
  | {
      readonly what: 'figure';
      /** The unit's code. */
      readonly unit: string;
      /** "dvc.a", "accounts"; null for the row as a whole. */
      readonly figure: string | null;
      /** Where it stands now, else where it stood. */
      readonly place: Place | null;
      readonly was: unknown;
      readonly now: unknown;
    }
  | {
      readonly what: 'form' | 'plan' | 'reading' | 'order' | 'declined' | 'person' | 'unit';
      /** The lines' contents; undefined where there was, or is, none. */
      readonly was: unknown;
      readonly now: unknown;
    };

type Kind = Exclude<CanonicalChange['what'], 'figure'>;

/** What differs between the lines of two inputs. */
export function changesBetween(
  before: readonly CanonicalLine[],
  after: readonly CanonicalLine[],
): CanonicalChange[] {
  const [was, now] = [indexed(before), indexed(after)];
  const changes: CanonicalChange[] = [];
  for (const [key, line] of was) {
    const other = now.get(key);
    if (other?.line.text !== line.line.text) changes.push(...changesOf(line, other));
  }
  for (const [key, line] of now) if (!was.has(key)) changes.push(...changesOf(undefined, line));
  return changes;
}

interface Read {
  readonly line: CanonicalLine;
  readonly content: readonly unknown[];
}

/** By what each line is about; those that have no name of their own by their whole text. */
function indexed(lines: readonly CanonicalLine[]): Map<string, Read> {
  const index = new Map<string, Read>();
  for (const line of lines) {
    const content = contentOf(line.text);
    const named = content[0] === 'unit' || content[0] === 'reading' ? 2 : 1;
    const isListed = ['order', 'declined', 'person'].includes(String(content[0]));
    const key = isListed ? line.text : JSON.stringify(content.slice(0, named));
    index.set(index.has(key) ? `${key} ${index.size}` : key, { line, content });
  }
  return index;
}

const ROWS = 6;

/** A piece of a long line, or one that somebody changed, may be no such JSON: it is told as it stands. */
function contentOf(text: string): readonly unknown[] {
  const content = listIn(text);
  const isRight = content[0] !== 'unit' || isListOfLists(content[ROWS]);
  return content.length > 1 && isRight ? content : ['plan', text];
}

function listIn(text: string): readonly unknown[] {
  try {
    const content: unknown = JSON.parse(text);
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}

function isListOfLists(rows: unknown): boolean {
  return Array.isArray(rows) && rows.every((row) => Array.isArray(row) && row.every(Array.isArray));
}

function changesOf(was: Read | undefined, now: Read | undefined): CanonicalChange[] {
  const kind = String((was ?? now)?.content[0]) as Kind;
  if (kind === 'unit' && was && now) {
    const same = [was, now].map(({ content }) => JSON.stringify(content.slice(0, ROWS)));
    if (same[0] === same[1]) return figureChanges(String(was.content[1]), was, now);
  }
  return [{ what: kind, was: was?.content.slice(1), now: now?.content.slice(1) }];
}

/** The rows of a unit one after another; a row that came or went is told as one change. */
function figureChanges(unit: string, was: Read, now: Read): CanonicalChange[] {
  const [before, after] = [rowsOf(was), rowsOf(now)];
  const changes: CanonicalChange[] = [];
  for (let i = 0; i < Math.max(before.length, after.length); i += 1) {
    const [x, y] = [before[i], after[i]];
    if (!x || !y) {
      const place = (y ?? x)?.place ?? null;
      const figures = (row: Row | undefined) =>
        row && [...row.figures.values()].map(({ value }) => value);
      changes.push({ what: 'figure', unit, figure: null, place, was: figures(x), now: figures(y) });
      continue;
    }
    for (const figure of new Set([...x.figures.keys(), ...y.figures.keys()])) {
      const [old, current] = [x.figures.get(figure), y.figures.get(figure)];
      if (JSON.stringify(old?.value) === JSON.stringify(current?.value)) continue;
      const place = current?.place ?? old?.place ?? y.place;
      changes.push({ what: 'figure', unit, figure, place, was: old?.value, now: current?.value });
    }
  }
  return changes;
}

interface Row {
  readonly place: Place | null;
  readonly figures: ReadonlyMap<string, { readonly value: unknown; readonly place: Place | null }>;
}

function rowsOf({ content, line }: Read): Row[] {
  const rows = content[ROWS] as readonly (readonly CanonicalFigure[])[];
  const cells = listIn(line.cells) as readonly (readonly (CanonicalCell | null)[])[];
  return rows.map((figures, i) => {
    const [own = null, ...theirs] = cells[i] ?? [];
    const place = placeOf(own, null);
    return {
      place,
      figures: new Map(
        figures.map(([name, value], j) => [
          name,
          { value, place: placeOf(theirs[j] ?? null, place) },
        ]),
      ),
    };
  });
}

function placeOf(cell: CanonicalCell | null, beside: Place | null): Place | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return beside && { ...beside, address: cell };
  const [sheet, address, file] = cell;
  return file === undefined ? { sheet, address } : { sheet, address, file };
}
