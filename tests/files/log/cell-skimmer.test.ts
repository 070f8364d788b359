/** The quick way over a sheet's rows held against the scanner's own way, tag by tag, and a full reader. */
import fc from 'fast-check';
import { Interner, LogError, RowSink } from '../../../src/rules';
import { CellSkimmer } from '../../../src/files/log/cell-skimmer';
import { FullXmlReader } from '../../../src/files/log/full-xml-reader';
import { SharedStrings } from '../../../src/files/log/shared-strings';
import { SheetCells } from '../../../src/files/log/sheet-cells';
import {
  NotUnderstood,
  XmlScanner,
  type XmlHandler,
  type XmlReaderClass,
} from '../../../src/files/log/xml-scanner';

const TEXTS = ['Đơn vị', 'Tài khoản nộp', 'Tên thủ tục', 'Ngày nộp', 'Xã A', '0930', '05/11/2023'];
const STRINGS = `<sst>${TEXTS.map((text) => `<si><t>${text}</t></si>`).join('')}<si><r><t>Xã </t></r><r><t>A</t></r></si><si><t>a&amp;b</t></si></sst>`;
const HEAD = `<row r="1">${[0, 1, 2, 3].map((i) => `<c r="${'ABCD'[i]}1" t="s"><v>${i}</v></c>`).join('')}</row>`;
/** Cells near the end of the bytes are left to the scanner: this brings all of them away from it. */
const REST = ' '.repeat(300);
const sheet = (rows: string) =>
  `<worksheet><sheetData>${HEAD}${rows}${REST}</sheetData></worksheet>`;
const bytesOf = (xml: string) => new TextEncoder().encode(xml);

/** A handler without its quick way. */
const tagByTag = (handler: XmlHandler): XmlHandler => ({
  open: (...tag) => handler.open(...tag),
  text: (...piece) => handler.text(...piece),
  close: (name) => handler.close(name),
});

/** The rows as texts, or how it ended. */
function rowsBy(
  pieces: readonly Uint8Array[],
  Reader: XmlReaderClass = XmlScanner,
  way: (handler: XmlHandler) => XmlHandler = (handler) => handler,
): unknown {
  const interner = new Interner();
  const sink = new RowSink(interner);
  const scan = (handler: XmlHandler, all: readonly Uint8Array[]) => {
    const reader = new Reader(way(handler));
    for (const piece of all) reader.push(piece);
    reader.end();
  };
  try {
    const strings = new SharedStrings(interner);
    scan(strings, [bytesOf(STRINGS + REST)]);
    scan(new SheetCells(sink, strings), pieces);
  } catch (error) {
    if (error instanceof NotUnderstood) return 'not understood';
    if (error instanceof LogError) return 'damaged';
    throw error;
  }
  const { length, unit, group, account, procedure, day } = sink.rows();
  const text = (id: number) => (id < 0 ? null : interner.text(id));
  return Array.from({ length }, (_, row) => [
    ...[unit, group, account, procedure].map((column) => text(column[row] as number)),
    day[row],
  ]);
}

const ADDRESS = fc
  .tuple(
    fc.constantFrom('A', 'B', 'C', 'D', 'E', 'AB', 'XFD', 'XFE', 'AAAA', 'a', ''),
    fc.nat(10_000_000),
  )
  .map(([letters, row]) => `${letters}${row}`);
const USUAL = fc
  .tuple(
    fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    fc.nat(9_999_999),
    fc.boolean(),
    fc.nat(9),
    fc.boolean(),
  )
  .map(([letter, row, hasStyle, value, isShared]) => {
    const style = hasStyle ? ` s="${row % 300}"` : '';
    return isShared
      ? `<c r="${letter}${row}"${style} t="s"><v>${value}</v></c>`
      : `<c r="${letter}${row}"${style}><v>4523${value}</v></c>`;
  });
const ODD = fc
  .record({
    address: ADDRESS,
    attributes: fc.constantFrom(
      '',
      ' t="s"',
      ' t="str"',
      ' t="b"',
      ' s="1"',
      ' s=""',
      " s='1' t='s'",
      ' t="s" s="1"',
      ' cm="1"',
      '  t="s"',
      ' s="1" t="s" x="a>b"',
    ),
    content: fc.constantFrom(
      '<v>1</v>',
      '<v>8</v>',
      '<v>99</v>',
      '<v></v>',
      '<v/>',
      '<v>45235.25</v>',
      '<v>a&amp;b</v>',
      '<v>1<!-- 2 -->2</v>',
      `<v>${'12'.repeat(140)}</v>`,
      `<v>${'x'.repeat(190)}</v>`,
      '<v>1</v >',
      '<f>1</f><v>1</v>',
      '<is><t>Xã B</t></is>',
      '',
    ),
  })
  .map(({ address, attributes, content }) => `<c r="${address}"${attributes}>${content}</c>`);
const STEP = fc.constantFrom(
  '</row><row r="2" spans="1:4">',
  '</row><row>',
  '</row>\n<row r="3">',
  '</row><row r="4" x="a>b" ht="15">',
  "</row><row r='5' x='\">'>",
  '</row><row r="6"/><row>',
  '</row><rows></rows><row>',
  `</row><row x="${'y'.repeat(260)}">`,
);
const CELLS = fc.oneof(
  { weight: 8, arbitrary: USUAL },
  { weight: 1, arbitrary: ODD },
  { weight: 2, arbitrary: STEP },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<c r="A9"/>', '<c/>', '\n', '<!-- < -->', '<row>', '<c>'),
  },
);
const ROWS = fc
  .array(CELLS, { maxLength: 40 })
  .map((cells) => `<row r="2">${cells.join('')}</row>`);

test('whatever cells: the quick way reads what the scanner does tag by tag, and the full reader', () => {
  let read = 0;
  fc.assert(
    fc.property(ROWS, (rows) => {
      const bytes = bytesOf(sheet(rows));
      const quick = rowsBy([bytes]);
      expect(quick).toEqual(rowsBy([bytes], XmlScanner, tagByTag));
      expect(quick).toEqual(rowsBy([bytes], FullXmlReader));
      if (typeof quick !== 'string') read += 1;
    }),
    { numRuns: 1000 },
  );
  expect(read).toBeGreaterThan(0);
});

test('any byte changed, or left out: both ways end alike', () => {
  fc.assert(
    fc.property(
      fc.array(USUAL, { minLength: 1, maxLength: 20 }),
      fc.nat(),
      fc.nat(1),
      fc.constantFrom(...'<>/"\'= &cvrst0A'),
      (cells, at, without, put) => {
        const rows = `<row r="2">${cells.join('</row><row r="3" spans="1:4">')}</row>`;
        const from = at % rows.length;
        const bytes = bytesOf(sheet(rows.slice(0, from) + put + rows.slice(from + without)));
        expect(rowsBy([bytes])).toEqual(rowsBy([bytes], XmlScanner, tagByTag));
      },
    ),
    { numRuns: 1000 },
  );
});

const LOG = [2, 3, 4, 5, 6, 7, 8, 9]
  .map(
    (row) =>
      `<row r="${row}" spans="1:4"><c r="A${row}" s="1" t="s"><v>4</v></c><c r="B${row}" t="s"><v>5</v></c><c r="C${row}" t="s"><v>8</v></c><c r="D${row}" s="2"><v>4523${row}</v></c></row>`,
  )
  .join('');

test('cut into two at any byte, and into pieces of any length, the rows are the same', () => {
  const bytes = bytesOf(sheet(LOG));
  const whole = rowsBy([bytes]);
  expect(whole).toHaveLength(8);
  for (let at = 1; at < bytes.length; at += 1) {
    expect(rowsBy([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
  }
  for (const most of [257, 300, 401]) {
    const count = Math.ceil(bytes.length / most);
    const pieces = Array.from({ length: count }, (_, i) => bytes.slice(i * most, (i + 1) * most));
    expect(rowsBy(pieces)).toEqual(whole);
  }
});

test('rows as Excel writes them are all taken the quick way', () => {
  const interner = new Interner();
  const strings = new SharedStrings(interner);
  new XmlScanner(strings).push(bytesOf(STRINGS));
  const from = sheet(LOG).indexOf('<c ');
  const to = sheet(LOG).lastIndexOf('</row>');
  const sink = new RowSink(interner);
  expect(new CellSkimmer(sink, strings).skim(bytesOf(sheet(LOG)), from, -1)).toBe(to);
  sink.endRow();
  expect(sink.rows()).toMatchObject({
    length: 8,
    day: Int32Array.of(...[2, 3, 4, 5, 6, 7, 8, 9].map((row) => 45_230 + row)),
  });
});
