/** How the check sheet is made and kept, without calculating it. */
import { WorkbookHost, type SheetModel } from '../../../src/host';
import { startExcel } from '../../../src/host/node';
import { words } from '../../../src/words';
import { changedSince, undoWrite } from '../../../src/workbook';
import { COMPLETE, scoreIn, sheetNamed, told, workbookOf } from '../build';
import { snapshot } from '../snapshot';
import { COMMUNES, SMALL_PLAN, smallSheets, smallWorkbook } from '../small';

const plan = SMALL_PLAN;
const { SHEETS } = words;

function formulasOf(sheet: SheetModel): string[] {
  const used = sheet.used(false)!;
  return Array.from({ length: used.rows }, (_, row) =>
    Array.from({ length: used.columns }, (__, column) => sheet.read(row, column).formula),
  )
    .flat()
    .filter((formula) => formula !== null);
}

test('only functions that Excel 2010 and LibreOffice know, none of ours', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, { plan });
  const formulas = formulasOf(sheetNamed(file.model, SHEETS.check));
  const used = new Set(formulas.flatMap((text) => text.match(/[A-Z.]+(?=\()/g) ?? []));
  const known =
    'ABS AND AVERAGE AVERAGEIF AVERAGEIFS COUNT COUNTIF COUNTIFS FIND IF IFERROR INT ISNUMBER LEN MAX OR RANK ROUND ROWS SUBSTITUTE SUM SUMIF VALUE';
  expect([...used].filter((name) => !known.split(' ').includes(name))).toEqual([]);
  expect(formulas.length).toBeGreaterThan(100);
});

test('figures come from the user’s cells; our results are no input of them', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, { plan });
  const formulas = formulasOf(sheetNamed(file.model, SHEETS.check));
  const sheets = new Set(formulas.flatMap((text) => text.match(/'[^']+'(?=!)/g) ?? []));
  expect([...sheets].sort()).toEqual(["'Huyện'", "'Xã'"]);
  for (let row = 2; row <= COMMUNES.length + 1; row += 1) {
    for (const column of 'BCDE') {
      const cell = `'Xã'!${column}${row}`;
      expect(formulas).toContain(`IF(ISNUMBER(${cell}),${cell},"")`);
    }
  }
});

test('a second run finds nothing changed; undoing brings the first back', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, { plan });
  const before = snapshot(file.model);
  const host = new WorkbookHost(file);
  const outcome = await scoreIn(file, { plan, host });
  expect(told(outcome).filter((text) => /changedByUser|copyKept/.test(text))).toEqual([]);
  const excel = await startExcel(host);
  const undo = outcome.undo!;
  expect(await excel.run((context) => changedSince(context, undo))).toEqual([]);
  await excel.run((context) => undoWrite(context, undo));
  expect(snapshot(file.model)).toEqual(before);
  excel.dispose();
});

test('formulas whose cells have moved are as we wrote them; a formula that does something else is not', async () => {
  const file = await smallWorkbook();
  await scoreIn(file, { plan });
  const sheet = sheetNamed(file.model, SHEETS.check);
  const used = sheet.used(false)!;
  const cells = Array.from({ length: used.rows * used.columns }, (_, i) => {
    const [row, column] = [Math.floor(i / used.columns), i % used.columns];
    return { row, column, formula: sheet.read(row, column).formula };
  });
  const taking = cells.filter(({ formula }) => formula?.includes("'Xã'!B3"));
  expect(taking.length).toBeGreaterThan(0);
  for (const { row, column, formula } of taking) {
    // As Excel has it after a row was inserted and quotes that it doesn't need are gone.
    sheet.writeFormula(row, column, formula!.replaceAll("'Xã'!B3", 'Xã!B4'));
  }
  const moved = await scoreIn(file, { plan, checkOnly: true });
  expect(told(moved).filter((text) => text.startsWith('changedByUser'))).toEqual([]);

  const { row, column } = taking[0]!;
  sheet.writeFormula(row, column, "IF(ISNUMBER('Xã'!B3),'Xã'!B3+1,\"\")");
  const other = await scoreIn(file, { plan, checkOnly: true });
  expect(told(other).filter((text) => text.startsWith('changedByUser'))).toHaveLength(1);
});

test.each<[string, boolean | null, boolean]>([
  ['by default, for so few units', null, true],
  ['where it is asked for', true, true],
  ['where it isn’t wanted', false, false],
])('the sheet is made %s', async (_, checkSheet, made) => {
  const file = await workbookOf(smallSheets(), { ...COMPLETE, checkSheet });
  const { sheets } = await scoreIn(file, { plan });
  expect(sheets.includes(SHEETS.check)).toBe(made);
});

test('with more units than 2.000 it isn’t made, and that is said', async () => {
  const [commune] = plan.units.filter(({ parent }) => parent !== null);
  const more = Array.from({ length: 2000 }, (_, i) => ({
    ...commune!,
    code: `9${i}`,
    name: `Số ${i}`,
  }));
  const many = { ...plan, units: [...plan.units, ...more] };
  const outcome = await scoreIn(await smallWorkbook(), { plan: many });
  expect(outcome.sheets).not.toContain(SHEETS.check);
  expect(told(outcome).filter((text) => text.startsWith('noCheckSheet'))).toEqual([
    expect.stringContaining('Có 2.009 đơn vị, nhiều hơn 2.000'),
  ]);
});
