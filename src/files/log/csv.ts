import { grown, LogError, RowSink, type Interner } from '../../rules';
import { chunksOf, type ByteSource } from './source';

const QUOTE = 34;
const LF = 10;
const CR = 13;
/** Tab, ";" and ",": the rarer a mark is within a heading, the earlier it is tried. */
const DELIMITERS = [9, 59, 44];
/** A field that is longer has a quote that never closes. */
const LONGEST_FIELD = 1 << 20;

/** Reads a log from a .csv. @throws LogError */
export async function readCsv(source: ByteSource, interner: Interner): Promise<RowSink> {
  let scanner: CsvScanner | null = null;
  for await (const chunk of chunksOf(source, 0, source.size)) {
    if (scanner) scanner.push(chunk);
    else scanner = begin(chunk, interner, chunk.length === source.size);
    if (scanner.sink.isHopeless) throw new LogError('notALog');
  }
  scanner?.end();
  if (!scanner?.sink.isHeaded) throw new LogError('notALog');
  return scanner.sink;
}

/** The delimiter is the one under which the headings are found. */
function begin(chunk: Uint8Array, interner: Interner, whole: boolean): CsvScanner {
  if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)) {
    throw new LogError('notUtf8');
  }
  const hasMark = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
  const bytes = hasMark ? chunk.subarray(3) : chunk;
  for (const delimiter of DELIMITERS) {
    const scanner = new CsvScanner(delimiter, new RowSink(interner));
    scanner.push(bytes);
    if (whole && !scanner.sink.isHeaded) scanner.end();
    if (scanner.sink.isHeaded) return scanner;
  }
  throw new LogError('notALog');
}

/** A byte scanner: fields may be quoted, with doubled quotes, delimiters and line ends in them. */
class CsvScanner {
  #field = new Uint8Array(1 << 10);
  #length = 0;
  #column = 0;
  /** Within quotes, and just behind a quote that may be the closing one. */
  #isQuoted = false;
  #isClosing = false;
  #wanted = true;
  #isBlank = true;

  constructor(
    private readonly delimiter: number,
    readonly sink: RowSink,
  ) {}

  push(chunk: Uint8Array): void {
    const { delimiter, sink } = this;
    for (let at = 0; at < chunk.length && !sink.isHopeless; at += 1) {
      const byte = chunk[at] as number;
      if (this.#isQuoted && !this.#isClosing) {
        if (byte === QUOTE) this.#isClosing = true;
        else this.#add(byte);
      } else if (this.#isClosing && byte === QUOTE) {
        this.#isClosing = false;
        this.#add(byte);
      } else if (byte === delimiter) {
        this.#endField();
      } else if (byte === LF || byte === CR) {
        this.#endRow();
      } else if (byte === QUOTE && this.#length === 0 && !this.#isClosing) {
        this.#isQuoted = true;
      } else {
        this.#isQuoted = false;
        this.#isClosing = false;
        this.#add(byte);
      }
    }
  }

  end(): void {
    if (this.#isQuoted && !this.#isClosing) throw new LogError('damaged');
    this.#endRow();
  }

  #add(byte: number): void {
    if (this.#length === LONGEST_FIELD) throw new LogError('damaged');
    if (this.#length === this.#field.length) this.#field = grown(this.#field, this.#length + 1);
    this.#field[this.#length] = byte;
    this.#length += 1;
  }

  #endField(): void {
    const { sink } = this;
    if (this.#wanted && sink.isDay(this.#column)) sink.dayCell(this.#field, 0, this.#length);
    else if (this.#wanted) {
      sink.cell(this.#column, sink.interner.intern(this.#field, 0, this.#length));
    }
    this.#isBlank = false;
    this.#length = 0;
    this.#isQuoted = false;
    this.#isClosing = false;
    this.#column += 1;
    this.#wanted = this.sink.wants(this.#column);
  }

  /** Both line ends of a pair come here: the second finds a blank row. */
  #endRow(): void {
    if (this.#length > 0 || !this.#isBlank || this.#isQuoted) {
      this.#endField();
      this.sink.endRow();
    }
    this.#column = 0;
    this.#wanted = this.sink.wants(0);
    this.#isBlank = true;
  }
}
