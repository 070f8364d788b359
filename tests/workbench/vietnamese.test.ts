/** Numbers and dates of the bench's sheets, in Vietnamese habit. */
import { editText } from '../../src/workbench/cell-text';
import { asHostReads, shownText } from '../../src/workbench/vietnamese';
import { newWorkbookFile, WorkbookHost } from '../../src/host';
import type { CellContent, CellFormat } from '../../src/host';

const cell = (value: CellContent['value']) =>
  ({ value, formula: null, calculated: true }) as CellContent;
const under = (numberFormat: string) => ({ numberFormat }) as CellFormat;

test.each([
  [3648, '#,##0', '3.648'],
  [1234567.5, '#,##0.00', '1.234.567,50'],
  [-0.9945, '0.00%', '-99,45%'],
  [99.7, 'General', '99,7'],
  [1e-10, 'General', '1E-10'],
  [1.5e15, '0.00E+00', '1,50E+15'],
  [5, '0" hồ sơ, tổng."', '5 hồ sơ, tổng.'],
  [45306, 'm/d/yyyy', '15/01/2024'],
  [45306, 'dd/mm/yyyy', '15/01/2024'],
  ['3,648', 'General', '3,648'],
])('%p under %s shows %s', (value, format, text) => {
  expect(shownText(cell(value), under(format))).toBe(text);
});

test.each([
  ['3.648', '3,648'],
  ['99,5', '99.5'],
  ['1.234.567,25', '1,234,567.25'],
  ['-0,5', '-0.5'],
  ['99,45%', '99.45%'],
  ['15/1/2024', '2024-1-15'],
  ['15/1', '1/15'],
  // Not a number in Vietnamese habit: text, as in Excel.
  ['99.7', "'99.7"],
  ['3,648.5', "'3,648.5"],
  ['=1.5+A1', '=1.5+A1'],
  ['Phường I', 'Phường I'],
  ['', ''],
])('%p is read as %p', (typed, read) => {
  expect(asHostReads(typed)).toBe(read);
});

test('what the editor begins with is read back as the same value', async () => {
  const file = await newWorkbookFile();
  const host = new WorkbookHost(file);
  const [sheet] = file.model.sheets;
  const values = [3648, 99.45, -0.125, 1234567.5, 1e-7, 45306];
  values.forEach((value, row) => {
    const format = under(value === 45306 ? 'm/d/yyyy' : '#,##0.00');
    const typed = asHostReads(editText(cell(value), format));
    host.userEdits(sheet!.name, `A${row + 1}`, [[typed]]);
    expect(sheet!.read(row, 0).value).toBe(value);
  });
});
