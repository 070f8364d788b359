/** The save guard: parts and elements are dropped on purpose, and it must see it. */
import { PartLostError } from '../../../src/host/model';
import { checkNothingLost, outline } from '../../../src/host/file/guard';
import { openInside } from '../../../src/host/file/open';
import { saveWorkbook } from '../../../src/host/file/save';
import { DEFAULT_ADD_IN_ID, newWorkbookFile } from '../../../src/host/file';
import { deflateText, inflate, readZip, writeZip, type ZipEntry } from '../../../src/host/file/zip';
import { AT, fixture, sheetOf } from './helpers';

type Change = (entries: readonly ZipEntry[]) => (ZipEntry | Promise<ZipEntry>)[];

async function saveWith(change: Change): Promise<Uint8Array> {
  const { workbook } = await openInside(fixture('macros.xlsm'));
  sheetOf(workbook, 'Xã').writeValue(1, 1, 1);
  return saveWorkbook(workbook, DEFAULT_ADD_IN_ID, AT, async (entries) =>
    writeZip(await Promise.all(change(entries))),
  );
}

function edit(part: string, change: (text: string) => string): Change {
  return (entries) =>
    entries.map((entry) =>
      entry.name === part
        ? deflateText(part, change(new TextDecoder().decode(inflate(entry))))
        : entry,
    );
}

const SHEET = 'xl/worksheets/sheet1.xml';

test('every part that is dropped is named', async () => {
  for (const { name } of readZip(fixture('macros.xlsm'))) {
    const saving = saveWith((entries) => entries.filter((entry) => entry.name !== name));
    await expect(saving).rejects.toEqual(new PartLostError([name]));
    await expect(saving).rejects.toMatchObject({ parts: [name] });
  }
});

test('every element of the touched sheet that is dropped is named', async () => {
  const { workbook } = await openInside(fixture('macros.xlsm'));
  const sheet = workbook.pack.original.find((entry) => entry.name === SHEET);
  const { children } = outline(new TextDecoder().decode(inflate(sheet as ZipEntry)));
  expect(children.length).toBeGreaterThan(15);
  for (const { local, raw } of children.filter(
    (c) => !['sheetData', 'dimension'].includes(c.local),
  )) {
    const saving = saveWith(edit(SHEET, (text) => text.replace(raw, '')));
    await expect(saving).rejects.toBeInstanceOf(PartLostError);
    await saving.catch((error: PartLostError) =>
      expect(error.parts).toContain(`${SHEET}: ${local}`),
    );
  }
});

const mutations: [what: string, change: Change, lost: string][] = [
  [
    'a changed untouched part',
    edit('xl/charts/chart1.xml', (t) => t.replace('bar', 'col')),
    'xl/charts/chart1.xml',
  ],
  [
    'a changed validation',
    edit(SHEET, (t) => t.replace('Có,Không', 'Có').replace('C&#243;,', '')),
    `${SHEET}: dataValidations`,
  ],
  ['a lost cell', edit(SHEET, (t) => t.replace(/<c r="C3".*?<\/c>/, '')), `${SHEET}: c`],
  ['a lost row', edit(SHEET, (t) => t.replace(/<row r="9".*?<\/row>/, '')), `${SHEET}: row`],
  ['broken XML', edit(SHEET, (t) => t.replace('</sheetData>', '')), SHEET],
];

test.each(mutations)('%s is seen', async (_what, change, lost) => {
  const saving = saveWith(change);
  await expect(saving).rejects.toBeInstanceOf(PartLostError);
  await saving.catch((error: PartLostError) => expect(error.parts).toContain(lost));
});

test('what calls take away may go', async () => {
  const { workbook, file } = await openInside(fixture('macros.xlsm'));
  const sheet = sheetOf(workbook, 'Xã');
  sheet.unmerge({ row: 0, column: 0, rows: 20, columns: 20 });
  sheet.setHyperlink(8, 5, null);
  sheet.setHyperlink(9, 5, null);
  sheet.tabColor = null;
  sheet.frozen = { rows: 0, columns: 0 };
  sheet.page.header = { left: '', center: '', right: '' };
  sheet.page.footer = { left: '', center: '', right: '' };
  for (const name of workbook.names) workbook.removeName(name);
  workbook.removeSheet(sheetOf(workbook, 'Kết quả'));
  const names = readZip(await file.save(AT)).map((entry) => entry.name);
  expect(names).not.toContain('xl/tables/table1.xml');
  expect(names).toContain('xl/vbaProject.bin');
});

describe('an outline counts rows and cells, and nothing in them', () => {
  const counts = (cells: string) => {
    const row = `<row r="1">${cells}</row>`;
    return Object.fromEntries(
      outline(`<worksheet><sheetData>${row}</sheetData><c/></worksheet>`).counts,
    );
  };
  const ALL = { worksheet: 1, sheetData: 1, row: 1 };
  test.each([
    ['cells', '<c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><f>A1</f><v>1</v></c>', { c: 4 }],
    ['a name that begins alike', '<c r="A1"><cm/></c><c r="B1"><is><t>x</t></is></c >', { c: 3 }],
    ['an end tag in a comment', '<c r="A1"><!-- </c> --><v>1</v></c>', { c: 2 }],
    ['an end tag in raw text', '<c r="A1"><v><![CDATA[</c>]]></v></c>', { c: 2 }],
  ])('%s', (_what, cells, expected) => {
    expect(counts(cells)).toEqual({ ...ALL, ...expected });
  });

  test('a cell that doesn’t end is told', () => {
    expect(() => counts('<c r="A1"><v>1</v>')).toThrow('does not end');
  });
});

test('an unchanged output passes', async () => {
  const file = await newWorkbookFile();
  const bytes = await file.save(AT);
  const none = new Set<string>();
  const changes = {
    rewritten: none,
    removed: none,
    removedElements: () => none,
    changedElements: () => none,
  };
  expect(() => checkNothingLost(readZip(bytes), bytes, changes)).not.toThrow();
});
