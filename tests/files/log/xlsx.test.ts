import { openAsBlob } from 'node:fs';
import fc from 'fast-check';
import { readLog } from '../../../src/files';
import { newWorkbookFile } from '../../../src/host';
import { HAU_GIANG_2023 } from '../../../src/rules';
import { JS_CODEC, pageCodec } from '../../../src/files/log/codec';
import type { Expected } from '../../../src/files/log/source';
import { faultOf, figuresOf, inline, read, sourceOf, workbook, zip64 } from './build';

const HEAD = ['Đơn vị', 'Tài khoản nộp', 'Tên thủ tục'];
const STRINGS = [
  '<si><t>Đơn vị</t></si>',
  '<si><t xml:space="preserve"> Tài khoản nộp </t></si>',
  '<si><r><rPr><b/></rPr><t>Tên thủ</t></r><r><t xml:space="preserve"> tục</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>',
  '<si><t>Xã Vị Thắng</t></si>',
  '<si><t>a&amp;b&#x1EA1;1</t></si>',
  '<si/>',
  '<si><t>Khai sinh</t></si>',
  '<si><r><t>a</t></r><r><t>&amp;bạ1</t></r></si>',
].join('');
const ROWS = [
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>',
  // One text by two indexes and inline: one account.
  '<row r="2"><c r="A2" s="1" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c><c r="D2" t="s"><v>6</v></c></row>',
  '<row><c t="s"><v>3</v></c><c t="s"><v>7</v></c><c/><c t="s"><v>5</v></c></row>',
  "<row r='4' ><c r='A4'  t='s' ><v>3</v></c><c r='B4' t='inlineStr'><is><r><t>a&#38;</t></r><r><t><![CDATA[bạ1]]></t></r></is></c><!-- <c> --></row>",
  '<row r="5"><c r="A5" t="str"><f>"x&lt;"</f><v>Xã Vị Thắng</v></c><c r="B5"><v>93000111222</v></c><c r="C5" t="b"><v>1</v></c></row>',
  '<row r="6"/>',
].join('');
const FIGURES = { 'Xã Vị Thắng': [4, 2, 3, 'Khai sinh'] };

test('shared strings, rich text, entities, inline strings, numbers, cells without r', async () => {
  const bytes = workbook([ROWS], STRINGS);
  expect(figuresOf(await read(bytes))).toEqual(FIGURES);
});

test('prefixed names', async () => {
  const prefixed = (xml: string) =>
    xml.replace(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
  expect(figuresOf(await read(workbook([ROWS], STRINGS, prefixed)))).toEqual(FIGURES);
});

test.each([1, 2, 5, 33])('pieces of %d inflated bytes give the same', async (most) => {
  async function* inPieces(packed: AsyncIterable<Uint8Array>, expected: Expected) {
    for await (const chunk of JS_CODEC.inflate(packed, expected)) {
      for (let at = 0; at < chunk.length; at += most) yield chunk.slice(at, at + most);
    }
  }
  const source = sourceOf(workbook([ROWS], STRINGS), 100);
  const codec = { ...JS_CODEC, inflate: inPieces };
  const log = await readLog(source, 'x', codec);
  expect(figuresOf(log.digest(HAU_GIANG_2023, null))).toEqual(FIGURES);
});

test('the checksum is that of every zip, whatever pieces the bytes come in', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, at) => {
      const cut = Math.min(at, bytes.length);
      const first = JS_CODEC.crc32(bytes.subarray(0, cut), 0);
      expect(JS_CODEC.crc32(bytes.subarray(cut), first)).toBe(byTheBook(bytes));
    }),
  );
  expect(byTheBook(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

/** Bit by bit, as the checksum is defined. */
function byTheBook(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

test('the webview’s own inflater gives the same, and ends where a file is damaged', async () => {
  const bytes = workbook([ROWS], STRINGS);
  const log = await readLog(sourceOf(bytes, 100), 'x', pageCodec());
  expect(figuresOf(log.digest(HAU_GIANG_2023, null))).toEqual(FIGURES);
  for (let at = 30; at < bytes.length; at += 7) {
    const other = bytes.slice();
    other[at] = (other[at] as number) ^ 0x55;
    const [ours, theirs] = await Promise.all(
      [JS_CODEC, pageCodec()].map((codec) =>
        readLog(sourceOf(other), 'x', codec).then(
          () => 'read',
          (error: { fault: string }) => error.fault,
        ),
      ),
    );
    expect(theirs).toBe(ours);
  }
});

test('the log may be on a later sheet; a workbook without one is no log', async () => {
  const cover = inline('Đơn vị', 'Ghi chú').repeat(60);
  expect(figuresOf(await read(workbook([cover, '', ROWS], STRINGS)))).toEqual(FIGURES);
  expect(await faultOf(workbook([cover]))).toBe('notALog');
});

test('a file cut off anywhere ends in an error', async () => {
  const bytes = workbook([ROWS], STRINGS);
  for (let length = 4; length < bytes.length; length += 1) {
    expect(await faultOf(bytes.slice(0, length))).toBe('damaged');
  }
});

test('XML that ends early, or is crossed, ends in an error', async () => {
  const cut = (to: string) => (xml: string) =>
    xml.includes('<worksheet') ? xml.slice(0, xml.indexOf(to)) : xml;
  for (const to of ['</worksheet>', '</sheetData>', '</row>', '<v>3', '3</v>', ' t="s"']) {
    expect(await faultOf(workbook([ROWS], STRINGS, cut(to)))).toBe('damaged');
  }
  const head = inline(...HEAD);
  for (const rows of [
    `${head}<row><c></row></c>`,
    `${head}<row><c t="s"><v>99</v></c></row>`,
    `${head}<row><c t="s"><v>x</v></c></row>`,
    `${head}<row><c t="inlineStr"><is><t>&unknown;</t></is></c></row>`,
    `${head}<row><c t="inlineStr"><is><t>& </t></is></c></row>`,
    `${head}<!DOCTYPE x><row/>`,
  ]) {
    expect(await faultOf(workbook([rows]))).toBe('damaged');
  }
});

test('a byte that is changed ends in an error or changes nothing', async () => {
  const bytes = workbook([ROWS], STRINGS);
  const byte = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
  await fc.assert(
    fc.asyncProperty(byte, async ([at, flip]) => {
      const other = bytes.slice();
      other[at] = (other[at] as number) ^ flip;
      if ((await faultOf(other)) === null) expect(figuresOf(await read(other))).toEqual(FIGURES);
    }),
    { numRuns: 600 },
  );
});

test('XML that is cut, doubled or mixed up ends, whatever comes of it', async () => {
  const change = fc.record({
    from: fc.nat(ROWS.length - 1),
    length: fc.nat(60),
    put: fc.constantFrom('', '<', '>', '"', '&', '</c>', '<![CDATA[', '<!--', '<?', '<row>', '/'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      let rows = ROWS;
      for (const { from, length, put } of changes) {
        rows = rows.slice(0, from) + put + rows.slice(from + length);
      }
      expect([null, 'damaged', 'notALog']).toContain(await faultOf(workbook([rows], STRINGS)));
    }),
    { numRuns: 400 },
  );
});

test('ZIP64: all lengths in the extra fields, the directory’s in its own record', async () => {
  const bytes = zip64(workbook([ROWS], STRINGS));
  expect(figuresOf(await read(bytes))).toEqual(FIGURES);
  for (let length = 4; length < bytes.length; length += 3) {
    expect(await faultOf(bytes.slice(0, length))).toBe('damaged');
  }
  const at = fc.nat(bytes.length - 1);
  await fc.assert(
    fc.asyncProperty(at, fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const other = bytes.slice();
      other[at] = (other[at] as number) ^ flip;
      if ((await faultOf(other)) === null) expect(figuresOf(await read(other))).toEqual(FIGURES);
    }),
    { numRuns: 400 },
  );
});

test('an entry that says ZIP64 and isn’t, and encrypted parts, are told', async () => {
  const bytes = workbook([ROWS], STRINGS);
  const view = new DataView(bytes.buffer.slice(0));
  const end = bytes.length - 22;
  view.setUint32(end + 16, 0xffffffff, true);
  expect(await faultOf(new Uint8Array(view.buffer))).toBe('damaged');
  const locked = new DataView(bytes.buffer.slice(0));
  const directory = locked.getUint32(end + 16, true);
  locked.setUint16(directory + 8, locked.getUint16(directory + 8, true) | 1, true);
  expect(await faultOf(new Uint8Array(locked.buffer))).toBe('oldOrProtected');
});

test('equals the .csv of the same rows, through the workbook host’s own writer', async () => {
  const units = ['Xã Vị Thắng', 'Xã Vị Đông', 'xã Vị Thanh', 'Không có'];
  const text = fc.stringMatching(/^[a-zA-Zạễ&<>"' 0-9]{0,6}$/);
  const row = fc.tuple(fc.constantFrom(...units), text, fc.constantFrom('Khai sinh', 'A & B', ''));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 25 }), async (rows) => {
      const file = await newWorkbookFile(['Nhật ký']);
      const sheet = file.model.sheets[0]!;
      [HEAD, ...rows].forEach((cells, r) =>
        cells.forEach((cell, c) => {
          if (cell !== '') sheet.writeValue(r, c, cell);
        }),
      );
      const csv = [HEAD, ...rows].map((cells) =>
        cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
      );
      const fromXlsx = await read(await file.save(new Date(0)));
      const fromCsv = await read(csv.join('\n'));
      expect(figuresOf(fromXlsx)).toEqual(figuresOf(fromCsv));
      expect(fromXlsx.unmatched).toEqual(fromCsv.unmatched);
      expect(fromXlsx.withoutAccount).toBe(fromCsv.withoutAccount);
    }),
    { numRuns: 40 },
  );
});

test('LibreOffice’s file is read; a Blob, as a page has it, serves as well as Node', async () => {
  const blob = await openAsBlob('tests/fixtures/libreoffice.xlsx');
  const source = {
    size: blob.size,
    read: async (from: number, length: number) =>
      new Uint8Array(await blob.slice(from, from + length).arrayBuffer()),
  };
  // It holds unit rows, no dossiers.
  await expect(readLog(source, 'x')).rejects.toMatchObject({ fault: 'notALog' });
});
