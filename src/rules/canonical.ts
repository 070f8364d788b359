import type { Accounts, Reported, ScoreInput, UnitRow } from './input';
import type { Place } from './place';
import type { Plan } from './plan';
import type { Readings } from './readings';

/**
 * What a result follows from, a line for each thing: the plan, each reading, each decision, each
 * person proposed, each unit with its figures. Neither the time nor where a figure stands is in it.
 */
export interface CanonicalLine {
  /** A JSON array: what it is, then what it says. */
  readonly text: string;
  /** Where a unit's rows and their figures stand, as JSON; empty for other lines. */
  readonly cells: string;
}

/** Of the form of the lines: another form is another number. */
const FORM = 1;
/** A cell holds 32,767 characters: longer lines go on in the next. */
const LONGEST = 30_000;

/** What is hashed: the texts of the lines, with line feeds between them. */
export function canonicalText(lines: readonly CanonicalLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}

/** The lines of an input, in an order that doesn't depend on where its rows stand. */
export function canonicalLines(
  plan: Plan,
  input: ScoreInput,
  readings: Readings,
): readonly CanonicalLine[] {
  const { units, ...rules } = plan;
  const rows = new Map<string, UnitRow[]>();
  for (const row of input.rows) {
    const others = rows.get(row.unit);
    if (others) others.push(row);
    else rows.set(row.unit, [row]);
  }
  const told = [
    ['form', FORM],
    ['plan', rules],
    ...Object.entries(readings).map((each) => ['reading', ...each]),
    ...input.tieDecisions.map((each) => ['order', each]),
    ...input.declined.map((each) => ['declined', each]),
    ...input.individuals.map((person) => ['person', { ...person, place: undefined }]),
  ].map((line): CanonicalLine => ({ text: JSON.stringify(line), cells: '' }));
  const ofUnits = units.map(({ code, level, type, name, parent }): CanonicalLine => {
    const theirs = (rows.get(code) ?? []).map(rowLine);
    if (theirs.length > 1) theirs.sort(byFigures);
    return {
      text: JSON.stringify([
        'unit',
        code,
        level,
        type,
        name,
        parent,
        theirs.map(({ figures }) => figures),
      ]),
      cells: theirs.length > 0 ? JSON.stringify(theirs.map(({ cells }) => cells)) : '',
    };
  });
  return [...told, ...ofUnits].flatMap(pieces);
}

function pieces(line: CanonicalLine): CanonicalLine[] {
  if (line.text.length <= LONGEST) return [line];
  const all: CanonicalLine[] = [];
  for (let from = 0; from < line.text.length; from += LONGEST) {
    all.push({ text: line.text.slice(from, from + LONGEST), cells: from === 0 ? line.cells : '' });
  }
  return all;
}

/** A figure: its name and its value, or in an array what stands there instead. */
export type CanonicalFigure = readonly [name: string, value: unknown];
/** Sheet, address and (of another file) file; an address alone is on the sheet of the unit's name. */
export type CanonicalCell = string | readonly [sheet: string, address: string, file?: string];

function rowLine({ counts, accounts, place }: UnitRow) {
  const figures: CanonicalFigure[] = [];
  const cells: (CanonicalCell | null)[] = [cellOf(place, null)];
  const add = (name: string, value: unknown, at: Place | null) => {
    figures.push([name, value]);
    cells.push(at && cellOf(at, place));
  };
  for (const criterion of Object.keys(counts).sort()) {
    const own = counts[criterion];
    for (const which of ['a', 'b', 'post', 'percent'] as const) {
      const figure = own?.[which];
      if (figure) add(`${criterion}.${which}`, valueOf(figure), figure.place);
    }
  }
  if (accounts) add('accounts', accountsOf(accounts), accounts.place);
  return { figures, cells };
}

type RowLine = ReturnType<typeof rowLine>;

function byFigures({ figures: x }: RowLine, { figures: y }: RowLine): number {
  return JSON.stringify(x) < JSON.stringify(y) ? -1 : 1;
}

function valueOf(figure: Reported): unknown {
  return 'value' in figure ? figure.value : [figure.unusable, figure.shown];
}

/** A number where a column gives it, a list where a log does. */
function accountsOf({ distinct, logged, busiest, onBusiest, confirmed }: Accounts): unknown {
  if (logged === null && busiest === null && onBusiest === null) return distinct;
  return [distinct, logged, busiest ? [busiest.dossiers, busiest.of] : null, onBusiest, confirmed];
}

function cellOf({ sheet, address, file }: Place, beside: Place | null): CanonicalCell {
  if (beside?.sheet === sheet && beside.file === file) return address;
  return file === undefined ? [sheet, address] : [sheet, address, file];
}
