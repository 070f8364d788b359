/** Excel makes dates of numbers that look like some: what is left is no count. */
import { isDateFormat } from '../../src/workbook/read/dates';
import { at, scoreIn, sheetNamed, told, workbookOf } from './build';
import { SMALL_PLAN as plan, smallSheets } from './small';

test.each([
  ['dd/mm/yyyy', true],
  ['m/d/yy', true],
  ['[$-42A]d mmmm yyyy', true],
  ['mmm-yy', true],
  ['General', false],
  ['#,##0', false],
  ['0.00%', false],
  ['#,##0" đồng"', false],
  ['[Red]-0', false],
  ['_(* #,##0_)', false],
  ['@', false],
])('%j shows a date: %j', (format, isDate) => {
  expect(isDateFormat(format)).toBe(isDate);
});

test('a date in a count column is a problem at its cell, and its unit isn’t scored', async () => {
  const file = await workbookOf(smallSheets());
  const sheet = sheetNamed(file.model, 'Xã');
  const [row, column] = at('C3');
  sheet.writeValue(row, column, 45_265);
  sheet.setStyle(
    row,
    column,
    file.model.restyle(sheet.styleAt(row, column), { numberFormat: 'dd/mm/yyyy' }),
  );
  const outcome = await scoreIn(file, { plan });
  const about = told(outcome).filter((text) => text.includes('05/12/2023'));
  expect(about).toEqual([expect.stringContaining('ô C3')]);
  expect(about[0]).toMatch(/^unusableFigure: .*là ngày tháng.*đặt định dạng ô là Số/);
  expect(outcome.scored).toBe(plan.units.length - 1);
});

test('dates in other columns, and counts without a format, are none of it', async () => {
  const file = await workbookOf(smallSheets());
  const outcome = await scoreIn(file, { plan });
  expect(outcome.scored).toBe(plan.units.length);
});
