/** The digest of a million rows in memory, warm, in a process of its own: nanoseconds a row. */
import { digestLog, HAU_GIANG_2023, Interner, LogRowsRead, RowSink } from '../src/rules';
import { BenchLog } from './log-rows';
import { median, secondsOf, TIMES, type Warm } from './log-runs';

/** About what 2.5 MB hold. */
const CHUNK_ROWS = 20_000;

const log = new BenchLog(Number(process.argv[2]));
// The first calls are the compiler's.
for (let i = 0; i < TIMES; i += 1) digestLog(log.ids);
const ids = median(Array.from({ length: TIMES }, () => secondsOf(() => digestLog(log.ids))));
const strings = fromStrings();
const warm: Warm = { ids: (ids * 1e9) / log.rows, strings: (strings * 1e9) / log.rows };
console.log(JSON.stringify(warm));

/**
 * From columns of texts in chunks, as Office.js gives them (read from JSON), to the figures; making
 * them isn't timed. Seconds.
 */
function fromStrings(): number {
  const digest = () => {
    const interner = new Interner();
    const sink = new RowSink(interner);
    let seconds = 0;
    for (const rows of log.chunks(CHUNK_ROWS)) {
      if (!sink.isHeaded) {
        rows[0]?.forEach((text, column) => sink.valueCell(column, text));
        sink.endRow();
        continue;
      }
      const wanted = [...(rows[0] as readonly string[]).keys()].filter((i) => sink.wants(i));
      const columns = new Map(
        wanted.map((i) => [i, asFromJson(rows.map((row) => row[i] as string))] as const),
      );
      seconds += secondsOf(() => sink.valueColumns(columns, rows.length));
    }
    const read = new LogRowsRead('', [sink], interner);
    return seconds + secondsOf(() => void read.digest(HAU_GIANG_2023, null));
  };
  digest();
  return median(Array.from({ length: TIMES }, digest));
}

function asFromJson(texts: readonly string[]): string[] {
  return JSON.parse(JSON.stringify(texts)) as string[];
}
