/** The scanner held against a full reader of XML, and what only the full reader understands. */
import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { Interner, LogError } from '../../../src/rules';
import { JS_CODEC } from '../../../src/files/log/codec';
import { FullXmlReader } from '../../../src/files/log/full-xml-reader';
import { readWith } from '../../../src/files/log/xlsx';
import { NotUnderstood, XmlScanner, type XmlReaderClass } from '../../../src/files/log/xml-scanner';
import { figuresOf, inline, read, sourceOf, workbook } from './build';

const HEAD = inline('Đơn vị', 'Tài khoản nộp', 'Tên thủ tục', 'Ngày nộp');

/** All that a reader made of a workbook: its rows as texts, or how it ended. */
async function rowsBy(Reader: XmlReaderClass, bytes: Uint8Array): Promise<unknown> {
  const interner = new Interner();
  try {
    const sheets = await readWith(Reader, sourceOf(bytes), interner, JS_CODEC, {});
    const text = (id: number) => (id < 0 ? null : interner.text(id));
    return sheets.map(({ name, sink }) => {
      const { length, unit, group, account, procedure, day, dayHeading } = sink.rows();
      const rows = Array.from({ length }, (_, row) => [
        ...[unit, group, account, procedure].map((column) => text(column[row] as number)),
        day[row],
      ]);
      return { name, dayHeading, rows };
    });
  } catch (error) {
    if (error instanceof NotUnderstood) return 'not understood';
    if (error instanceof LogError) return 'damaged';
    throw error;
  }
}

const TEXT = fc.stringMatching(/^[a-z ạễ'0-9]{0,6}$/);
const ESCAPED = fc.constantFrom(
  '&amp;',
  '&lt;',
  '&#7841;',
  '&#x1EA1;',
  '&quot;',
  '<![CDATA[<&]]>',
  '<!-- < -->',
  '<?x y?>',
);
const CONTENT = fc.array(fc.oneof(TEXT, ESCAPED), { maxLength: 3 }).map((parts) => parts.join(''));
const SPACE = fc.constantFrom(' ', '  ', '\n', '\t');
const QUOTE = fc.constantFrom('"', "'");

/** A cell of any kind, its address there or left out. */
const CELL = fc
  .record({ kind: fc.nat(6), content: CONTENT, index: fc.nat(7), space: SPACE, quote: QUOTE })
  .map(({ kind, content, index, space, quote }) => {
    const type = (t: string) => `<c${space}t=${quote}${t}${quote}${space}>`;
    if (kind === 0) return `${type('s')}<v>${index}</v></c>`;
    if (kind === 1)
      return `${type('inlineStr')}<is><t xml:space="preserve">${content}</t></is></c>`;
    if (kind === 2)
      return `${type('inlineStr')}<is><r><rPr><b/></rPr><t>${content}</t></r><r><t>x</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>`;
    if (kind === 3) return `${type('str')}<f>"&lt;"</f><v>${content}</v></c>`;
    if (kind === 4) return `<c s="1"><v>4523${index}</v></c>`;
    if (kind === 5) return '<c/>';
    return `<c><f>A1</f></c>`;
  });
const ROWS = fc
  .array(fc.array(CELL, { maxLength: 5 }), { maxLength: 8 })
  .map((rows) => rows.map((cells, r) => `<row r="${r + 2}">${cells.join('')}</row>`).join(''));
const STRINGS = fc
  .array(CONTENT, { minLength: 6, maxLength: 8 })
  .map((texts) =>
    texts
      .map((text, i) => (i % 2 ? `<si><t>${text}</t></si>` : `<si><r><t>${text}</t></r></si>`))
      .join(''),
  );

test('any sheet: the scanner reads what the full reader reads', async () => {
  const prefixed = (xml: string) =>
    xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
  await fc.assert(
    fc.asyncProperty(ROWS, STRINGS, fc.boolean(), async (rows, strings, isPrefixed) => {
      const change = isPrefixed ? prefixed : (xml: string) => xml;
      const bytes = workbook([HEAD + rows], strings, change);
      expect(await rowsBy(XmlScanner, bytes)).toEqual(await rowsBy(FullXmlReader, bytes));
    }),
    { numRuns: 400 },
  );
});

test('XML that was damaged: where the full reader still reads it, the scanner reads the same', async () => {
  const change = fc.record({
    at: fc.nat(10_000),
    length: fc.nat(12),
    put: fc.constantFrom('', '<', '>', '</row>', '<row>', '</c>', '<!--', '<![CDATA[', '&', '<?'),
  });
  let agreed = 0;
  await fc.assert(
    fc.asyncProperty(ROWS, STRINGS, change, async (rows, strings, { at, length, put }) => {
      const all = HEAD + rows;
      const from = at % all.length;
      const bytes = workbook([all.slice(0, from) + put + all.slice(from + length)], strings);
      const [scanned, full] = [await rowsBy(XmlScanner, bytes), await rowsBy(FullXmlReader, bytes)];
      if (full !== 'damaged') {
        // Well-formed all the same: both read it alike, or the scanner leaves it to the full reader.
        if (scanned !== 'not understood') expect(scanned).toEqual(full);
        agreed += 1;
      }
    }),
    { numRuns: 400 },
  );
  expect(agreed).toBeGreaterThan(0);
});

const LOG = `${HEAD}${inline('Xã Vị Thắng', 'tài khoản ạ', 'Khai sinh', '05/11/2023')}`;
const FIGURES = { 'Xã Vị Thắng': [1, 1, 1, 'Khai sinh'] };

test('a document type, and a token of megabytes, go to the full reader', async () => {
  const typed = (xml: string) => `<?xml version="1.0"?><!DOCTYPE x [<!ELEMENT x ANY>]>${xml}`;
  expect(figuresOf(await read(workbook([LOG], '', typed)))).toEqual(FIGURES);
  const comment = `<!--${'-x'.repeat(3_000_000)} -->`;
  expect(figuresOf(await read(workbook([comment + LOG])))).toEqual(FIGURES);
});

test.each(['utf-16le', 'utf-16be'])(
  'sheets and strings in %s go to the full reader',
  async (encoding) => {
    const xml = workbook(
      [LOG],
      '',
      (text) => `\ufeff<?xml version="1.0" encoding="UTF-16"?>${text}`,
    );
    expect(figuresOf(await read(recoded(xml, encoding)))).toEqual(FIGURES);
  },
);

test('an encoding that nobody knows is told as damage', async () => {
  const odd = workbook([LOG], '', (text) => `<?xml version="1.0" encoding="x-unknown"?>${text}`);
  await expect(read(odd)).rejects.toMatchObject({ fault: 'damaged' });
});

/** The same workbook with the parts of cells and strings in another encoding. */
function recoded(bytes: Uint8Array, encoding: string): Uint8Array {
  const parts = unzipSync(bytes);
  const isOurs = (name: string) => /sheet\d|sharedStrings/.test(name);
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => {
        if (!isOurs(name)) return [name, content];
        const wide = Buffer.from(Buffer.from(content).toString('utf8'), 'utf16le');
        return [name, new Uint8Array(encoding === 'utf-16be' ? wide.swap16() : wide)];
      }),
    ),
  );
}
