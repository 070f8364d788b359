import {
  comparingReadings,
  type ReadingsCompared,
  type RowsUnder,
  type ScoreInput,
} from '../rules';
import type { Pace } from './pace';
import type { WorkbookRead } from './read/workbook';
import type { SheetDoc } from './sheets/doc';
import type { Report } from './sheets/letterhead';
import { readingsSheet } from './sheets/readings-sheet';

/** Sheets that take time where units are many: each is made when it is asked for. */
export interface Extras {
  /** "So sánh phương án": every combination of readings. */
  readonly readings?: boolean;
}

interface Given {
  readonly input: ScoreInput;
  readonly rowsUnder: RowsUnder | null;
  readonly wanted: Extras;
  readonly checkOnly: boolean;
}

export interface ExtraSheets {
  readonly docs: readonly SheetDoc[];
  readonly compared: ReadingsCompared | null;
}

/** The sheets that are wanted, and those that are there already: no sheet of ours falls behind. */
export async function extraSheets(
  pace: Pace,
  read: WorkbookRead,
  report: Report,
  { input, rowsUnder, wanted, checkOnly }: Given,
): Promise<ExtraSheets> {
  const isThere = (kind: SheetDoc['kind']) =>
    !checkOnly && read.sheets.some(({ ours }) => ours === kind);
  const compared =
    wanted.readings || isThere('readings') ? await compare(pace, report, input, rowsUnder) : null;
  return { compared, docs: compared ? [readingsSheet(report, compared)] : [] };
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
