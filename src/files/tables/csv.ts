import { MOST_CELLS, TableFileError, type FileSheet } from './table-file';

/** The rarer a mark is within texts, the earlier it is tried. */
const DELIMITERS = ['\t', ';', ','];
const FIRST_ROWS = 60;
/** Excel's own word on the delimiter, in a first line of its own. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;
/** What Excel makes a number of when it opens a .csv; longer digits and "007" are names. */
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/;

/** Reads a .csv's text: by ";", "," or tabs, whichever makes the most even rows. */
export function readCsvText(text: string, name: string): FileSheet {
  const told = SEPARATOR_LINE.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = told?.[1] ?? delimiterOf(body);
  const rows = rowsOf(body, delimiter, Infinity);
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  if (rows.length * width > MOST_CELLS) throw new TableFileError('tooLarge');
  if (width < 2) throw new TableFileError('notATable');
  const values = rows.map((row) =>
    Array.from({ length: width }, (_, i) => {
      const field = row[i] ?? '';
      return WHOLE_NUMBER.test(field) ? Number(field) : field;
    }),
  );
  const at = { row: told ? 1 : 0, column: 0 };
  return { name, visible: true, ...at, values, merges: [], formats: [], names: [] };
}

function delimiterOf(text: string): string {
  let best = { delimiter: ',', even: 0, fields: 0 };
  for (const delimiter of DELIMITERS) {
    const rows = rowsOf(text, delimiter, FIRST_ROWS).filter((row) => row.some((field) => field));
    const widths = new Map<number, number>();
    for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
    for (const [fields, count] of widths) {
      if (fields < 2) continue;
      const even = count / rows.length;
      if (even > best.even || (even === best.even && fields > best.fields)) {
        best = { delimiter, even, fields };
      }
    }
  }
  return best.delimiter;
}

/** Fields may be quoted, with doubled quotes, delimiters and line ends in them. */
function rowsOf(text: string, delimiter: string, most: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length && rows.length < most; at += 1) {
    const mark = text[at] as string;
    if (quoted) {
      if (mark !== '"') field += mark;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (mark === '"' && field === '') {
      quoted = true;
    } else if (mark === delimiter) {
      row.push(field);
      field = '';
    } else if (mark === '\n' || mark === '\r') {
      if (mark === '\r' && text[at + 1] === '\n') at += 1;
      rows.push([...row, field]);
      [row, field] = [[], ''];
    } else {
      field += mark;
    }
  }
  // A quote that never closes holds the rest of the file: what is in it can't be told apart.
  if (quoted) throw new TableFileError('damaged');
  if (rows.length < most && (field !== '' || row.length > 0)) rows.push([...row, field]);
  return rows;
}
