import {
  HEADING_ROWS,
  Interner,
  LogError,
  LogRowsRead,
  RowSink,
  type SheetsLog,
} from '../../rules';
import { rangeAddress, type GridValue } from '../find/grid';
import { BYTES_PER_READ } from '../limits';
import type { Pace } from '../pace';

/** A sheet that heads several columns which could be the unit's or the account's. */
export interface DoubtfulLog {
  readonly sheet: string;
  readonly headings: readonly string[];
}

/** A sheet's used range, as far as reading it takes. */
type Used = Pick<Excel.Range, 'rowIndex' | 'columnIndex' | 'rowCount' | 'columnCount'>;

interface LogSheet {
  readonly sheet: Excel.Worksheet;
  readonly used: Used;
  readonly sink: RowSink;
  /** The rows that were read when it was offered. */
  readonly first: readonly (readonly GridValue[])[];
}

/**
 * The sheets of a workbook that are a dossier log, told by their first rows. They are read on their own:
 * only the columns that count, in chunks that an answer of Excel may carry, one in memory at a time.
 */
export class LogSheets {
  readonly doubtful: DoubtfulLog[] = [];
  readonly #found: LogSheet[] = [];
  readonly #interner = new Interner();

  get names(): string[] {
    return this.#found.map(({ sheet }) => sheet.name);
  }

  has(name: string): boolean {
    return this.#found.some(({ sheet }) => sheet.name === name);
  }

  /** Looks for a log's headings in a sheet's first rows. @param first from the used range's first on */
  offer(sheet: Excel.Worksheet, used: Used, first: readonly (readonly GridValue[])[]): void {
    const sink = new RowSink(this.#interner);
    try {
      if (!isHeaded(sink, first.slice(0, HEADING_ROWS))) return;
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      this.doubtful.push({ sheet: sheet.name, headings: error.shown });
      return;
    }
    this.#found.push({ sheet, used, sink, first });
  }

  /** Reads the rows of all of them; null where there is none. */
  async read(pace: Pace): Promise<SheetsLog | null> {
    if (this.#found.length === 0) return null;
    for (const { sink, first } of this.#found) {
      for (const row of first.slice(HEADING_ROWS)) feed(sink, row);
    }
    const chunked = this.#found.map((found) => new ChunkedSheet(found));
    const trips = chunked.reduce((sum, each) => sum + each.trips, 0);
    if (trips > 0) pace.begin('readingLog', trips);
    for (const each of chunked) await each.read(pace);
    // What else is read is no part of the log.
    if (trips > 0) pace.begin('reading', 1);
    const sinks = this.#found.map(({ sink }) => sink);
    const { names } = this;
    return { sheets: names, log: new LogRowsRead(names.join(', '), sinks, this.#interner) };
  }
}

function isHeaded(sink: RowSink, rows: readonly (readonly GridValue[])[]): boolean {
  for (const row of rows) feed(sink, row);
  return sink.isHeaded;
}

function feed(sink: RowSink, row: readonly GridValue[]): void {
  for (let column = 0; column < row.length; column += 1) {
    if (sink.wants(column)) sink.valueCell(column, row[column] as GridValue);
  }
  sink.endRow();
}

/** A sheet's rows after the first ones, chunk by chunk. */
class ChunkedSheet {
  readonly #columns: number[];
  #next: number;
  #rows: number;

  constructor(private readonly log: LogSheet) {
    const { used, sink, first } = log;
    this.#columns = Array.from({ length: used.columnCount }, (_, i) => i).filter((column) =>
      sink.wants(column),
    );
    this.#next = first.length;
    this.#rows = this.#rowsFor(
      this.#columns.map((column) => first.map((row) => row[column] ?? '')),
      first.length,
    );
  }

  /** Round trips to come, as far as is known. */
  get trips(): number {
    return Math.ceil(Math.max(0, this.log.used.rowCount - this.#next) / this.#rows);
  }

  async read(pace: Pace): Promise<void> {
    const { used, sink } = this.log;
    while (this.#next < used.rowCount) {
      const count = Math.min(this.#rows, used.rowCount - this.#next);
      pace.next();
      const columns = await this.#chunk(pace.context, count);
      if (columns === null) {
        if (count === 1) throw new LogError('tooLarge');
        this.#rows = Math.ceil(count / 2);
        continue;
      }
      const byIndex = this.#columns.map((column, i) => [column, columns[i] ?? []] as const);
      sink.valueColumns(new Map(byIndex), count);
      this.#next += count;
      // Never more than what was taken once: rows that were too many stay too many.
      this.#rows = Math.min(this.#rows, this.#rowsFor(columns, count));
    }
  }

  /** The next rows of each column; null where they are more than an answer carries. */
  async #chunk(
    context: Excel.RequestContext,
    count: number,
  ): Promise<(readonly GridValue[])[] | null> {
    const { sheet, used } = this.log;
    const ranges = this.#columns.map((column) => {
      const address = rangeAddress(used.rowIndex + this.#next, used.columnIndex + column, count, 1);
      const range = sheet.getRange(address);
      range.load('values');
      return range;
    });
    try {
      await context.sync();
    } catch (error) {
      if ((error as { readonly code?: unknown }).code === TOO_LARGE) return null;
      throw error;
    }
    const values = ranges.map((range) => range.values as GridValue[][] | null);
    if (values.includes(null)) return null;
    return values.map((column) => (column ?? []).map(([value = '']) => value));
  }

  /** Rows that one answer carries, by those that are known. */
  #rowsFor(columns: readonly (readonly GridValue[])[], rows: number): number {
    const bytes = columns.flat().reduce<number>((sum, value) => sum + bytesOf(value), 0);
    const each = Math.max(1, (bytes * ROOM) / Math.max(1, rows));
    return Math.max(1, Math.floor(BYTES_PER_READ / each));
  }
}

const TOO_LARGE = 'ResponsePayloadSizeLimitExceeded';
/** Brackets, quotes and a comma. */
const AROUND_A_VALUE = 5;
/** The rows to come may be a little longer than those that are known. */
const ROOM = 1.15;

/** What a value takes in an answer: its UTF-8, and what stands around it. */
function bytesOf(value: GridValue): number {
  const text = String(value);
  let bytes = AROUND_A_VALUE + text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1;
  }
  return bytes;
}
