import { strToU8, zipSync } from 'fflate';
import { newWorkbookFile, openWorkbookFile } from '../../../src/host/file';
import { OpenError } from '../../../src/host/model';
import { AT, fixture, MAIN, sheetOf, withParts, withSheet } from './helpers';

const rich = fixture('rich.xlsx');
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function utf16(text: string): number[] {
  return [...text].flatMap((c) => [c.charCodeAt(0), 0]);
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

/** A zip that says that its only part inflates to 2 GiB. */
function bomb(): Uint8Array {
  const bytes = zipSync({ 'xl/workbook.xml': strToU8('x') });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint32(directory + 24, 0x80000000, true);
  return bytes;
}

const cases: [what: string, bytes: Uint8Array, reason: string][] = [
  ['nothing', new Uint8Array(), 'empty'],
  ['an old .xls', fixture('old.xls'), 'oldBinary'],
  [
    'a password',
    new Uint8Array([...compound, ...utf16('..EncryptedPackage')]),
    'passwordProtected',
  ],
  ['a web page', strToU8('\n <!DOCTYPE html><html><table></table></html>'), 'html'],
  ['a table of a web page', strToU8('<table><tr><td>1</td></tr></table>'), 'html'],
  ['plain text', strToU8('Xã;a;b\n'), 'notAWorkbook'],
  ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'notAWorkbook'],
  [
    'a document of another kind',
    withParts(rich, (p) => {
      p['[Content_Types].xml'] = (p['[Content_Types].xml'] ?? '').replace(
        'spreadsheetml.sheet.main',
        'wordprocessingml.document.main',
      );
    }),
    'notAWorkbook',
  ],
  ['a file that was cut off', rich.slice(0, rich.length - 300), 'damaged'],
  ['a file of which only the start came', rich.slice(0, 40), 'damaged'],
  ['a flipped byte in a part', flipped(rich, 2000), 'damaged'],
  ['a part that inflates without end', bomb(), 'damaged'],
  [
    'a sheet that is not there',
    withParts(rich, (p) => {
      delete p['xl/worksheets/sheet2.xml'];
    }),
    'damaged',
  ],
  [
    'XML that breaks off',
    withParts(rich, (p) => {
      p['xl/worksheets/sheet2.xml'] = (p['xl/worksheets/sheet2.xml'] ?? '').slice(0, 500);
    }),
    'damaged',
  ],
  [
    'XML with crossed tags',
    withParts(rich, (p) => {
      p['xl/worksheets/sheet2.xml'] =
        `<worksheet xmlns="${MAIN}"><sheetData><row r="1"></sheetData></row></worksheet>`;
    }),
    'damaged',
  ],
  [
    'an unknown entity',
    withParts(rich, (p) => {
      p['xl/workbook.xml'] = (p['xl/workbook.xml'] ?? '').replace('TongA', '&tong;');
    }),
    'damaged',
  ],
];

test.each(cases)('%s is refused as %#', async (_what, bytes, reason) => {
  const error: unknown = await openWorkbookFile(bytes).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(OpenError);
  expect((error as OpenError).reason).toBe(reason);
});

test('every cut of a workbook ends in an OpenError', async () => {
  for (let length = 1; length < rich.length; length += 397) {
    await expect(openWorkbookFile(rich.slice(0, length))).rejects.toBeInstanceOf(OpenError);
  }
});

test('cells that stand twice are damage, not a choice', async () => {
  const bytes = await withSheet(
    `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>`,
  );
  await expect(openWorkbookFile(bytes)).rejects.toMatchObject({ reason: 'damaged' });
});

test('prefixed namespaces, relative targets, cells without addresses', async () => {
  const bytes = withParts(
    await withSheet(
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c><x:c t="str"><x:v>a</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    ),
    (p) => {
      p['xl/workbook.xml'] =
        `<x:workbook xmlns:x="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="S" sheetId="4" r:id="rId1"/></x:sheets></x:workbook>`;
      p['xl/_rels/workbook.xml.rels'] = (p['xl/_rels/workbook.xml.rels'] ?? '').replace(
        'Target="worksheets/sheet1.xml"',
        'Target="./worksheets/../worksheets/sheet1.xml"',
      );
    },
  );
  const file = await openWorkbookFile(bytes);
  const sheet = sheetOf(file.model, 'S');
  expect([sheet.read(0, 0).value, sheet.read(0, 1).value, sheet.id]).toEqual([7, 'a', 4]);
  sheet.writeValue(0, 2, 'mới');
  sheet.writeFormula(1, 0, 'A1+1');
  const again = sheetOf((await openWorkbookFile(await file.save(AT))).model, 'S');
  expect([0, 1, 2].map((c) => again.read(0, c).value)).toEqual([7, 'a', 'mới']);
  expect(again.read(1, 0)).toEqual({ value: null, formula: 'A1+1', calculated: false });
});

test('sheets are found by their relationship, not by the number in their name', async () => {
  const bytes = withParts(rich, (p) => {
    p['xl/workbook.xml'] = (p['xl/workbook.xml'] ?? '')
      .replace('r:id="rId1"', 'r:id="swap"')
      .replace('r:id="rId2"', 'r:id="rId1"')
      .replace('r:id="swap"', 'r:id="rId2"');
  });
  const { model } = await openWorkbookFile(bytes);
  expect(sheetOf(model, 'Xã').read(0, 0).value).toBe('Hạng');
});

test('a new workbook has the sheets that were asked for', async () => {
  expect((await newWorkbookFile()).model.sheets.map((s) => s.name)).toEqual(['Sheet1']);
  expect((await newWorkbookFile(['Xã', 'A & B'])).model.sheets.map((s) => s.name)).toEqual([
    'Xã',
    'A & B',
  ]);
});
