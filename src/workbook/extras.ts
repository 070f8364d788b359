import {
  comparingReadings,
  type ReadingsCompared,
  type RowsUnder,
  type ScoreInput,
  type TableProblem,
} from '../rules';
import type { Abilities } from './abilities';
import type { Pace } from './pace';
import type { WorkbookRead } from './read/workbook';
import { cardsSheet, MOST_CARDS, unitsOnCards } from './sheets/cards-sheet';
import type { SheetDoc } from './sheets/doc';
import type { Report } from './sheets/letterhead';
import { readingsSheet } from './sheets/readings-sheet';

/** Sheets that take time where units are many: each is made when it is asked for. */
export interface Extras {
  /** "So sánh phương án": every combination of readings. */
  readonly readings?: boolean;
  /** "Phiếu chấm điểm": of all units, or of those with these codes. */
  readonly cards?: 'all' | readonly string[];
}

interface Given {
  readonly input: ScoreInput;
  readonly rowsUnder: RowsUnder | null;
  readonly wanted: Extras;
  readonly checkOnly: boolean;
  readonly abilities: Abilities;
}

export interface ExtraSheets {
  readonly docs: readonly SheetDoc[];
  readonly compared: ReadingsCompared | null;
  readonly problems: readonly TableProblem[];
}

/** The sheets that are wanted, and those that are there already: no sheet of ours falls behind. */
export async function extraSheets(
  pace: Pace,
  read: WorkbookRead,
  report: Report,
  { input, rowsUnder, wanted, checkOnly, abilities }: Given,
): Promise<ExtraSheets> {
  const isThere = (kind: SheetDoc['kind']) =>
    !checkOnly && read.sheets.some(({ ours }) => ours === kind);
  const compared =
    wanted.readings || isThere('readings') ? await compare(pace, report, input, rowsUnder) : null;
  const cards = checkOnly ? new Set<string>() : cardsOf(read, report, wanted.cards);
  const problems: TableProblem[] = [];
  if (cards.size > MOST_CARDS) {
    const at = { severity: 'warning', places: [] } as const;
    problems.push({ ...at, code: 'cardsCut', made: MOST_CARDS, of: cards.size });
  }
  const first = new Set([...cards].slice(0, MOST_CARDS));
  return {
    compared,
    problems,
    docs: [
      ...(compared ? [readingsSheet(report, compared)] : []),
      ...(first.size > 0 ? [cardsSheet(report, first, abilities.pageLayout)] : []),
    ],
  };
}

/** The units that shall have a card: those asked for, else those that have one. */
function cardsOf(
  { sheets }: WorkbookRead,
  { result }: Report,
  wanted: Extras['cards'],
): ReadonlySet<string> {
  if (wanted === 'all') {
    const units = Object.values(result.levels).flatMap((level) => level.units);
    return new Set(units.map(({ unit }) => unit.code));
  }
  if (wanted) return new Set(wanted);
  const grid = sheets.find(({ ours }) => ours === 'cards')?.grid;
  return unitsOnCards(
    result,
    (grid?.values ?? []).map(([first]) => String(first)),
  );
}

/** Sums between two breaths, in milliseconds. */
const BREATH = 200;

async function compare(
  pace: Pace,
  { result: { plan, readings } }: Report,
  input: ScoreInput,
  rowsUnder: RowsUnder | null,
): Promise<ReadingsCompared> {
  const steps = comparingReadings(plan, input, readings, rowsUnder);
  let last = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - last < BREATH) continue;
    // Waiting here is the point: a page that sums for seconds is taken for dead.
    await pace.breathe();
    last = performance.now();
  }
}
