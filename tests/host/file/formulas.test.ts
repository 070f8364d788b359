import { renameSheetIn, shiftFormula, splitReferences } from '../../../src/host/file/formulas';

test.each([
  // formula, rows down, columns right, reads then
  ['A1', 1, 1, 'B2'],
  ['$A1+A$1+$A$1', 2, 3, '$A3+D$1+$A$1'],
  ['SUM(A1:B2)', 1, 0, 'SUM(A2:B3)'],
  ['SUM(A:B)+SUM($A:B)', 5, 1, 'SUM(B:C)+SUM($A:C)'],
  ['SUM(1:2)+SUM(1:$2)', 3, 9, 'SUM(4:5)+SUM(4:$2)'],
  ['"A1 ""A2"" "&A1', 1, 0, '"A1 ""A2"" "&A2'],
  ["'Xã''s A1'!B2", 1, 1, "'Xã''s A1'!C3"],
  ['Sheet1!A1+Q1!A1', 1, 0, 'Sheet1!A2+Q1!A2'],
  ['SUM(T1:T3!A1)', 1, 0, 'SUM(T1:T3!A2)'],
  ['LOG10(A1)', 1, 0, 'LOG10(A2)'],
  ['Bang1[[#This Row],[A1]]+Bang1[B2]', 1, 1, 'Bang1[[#This Row],[A1]]+Bang1[B2]'],
  ['[1]Sheet1!A1', 1, 0, '[1]Sheet1!A2'],
  ['#REF!+A1', 1, 0, '#REF!+A2'],
  ['A1.5+TongA1+x_A1', 1, 0, 'A1.5+TongA1+x_A1'],
  ['1E5+2.5*A1', 1, 0, '1E5+2.5*A2'],
  ['XFD1048576', 1, 0, '#REF!'],
  ['A1', -1, 0, '#REF!'],
  ['A1#+@B1', 1, 0, 'A2#+@B2'],
  ['TRUE+A1%', 1, 0, 'TRUE+A2%'],
])('%s, %i down and %i right, is %s', (formula, rows, columns, expected) => {
  expect(shiftFormula(formula, rows, columns)).toBe(expected);
});

test.each([
  ["'Xã cũ'!A1+Khac!B2", 'Xã cũ', 'Mới', 'Mới!A1+Khac!B2'],
  ['Cu!A1&"Cu!A1"', 'cu', "Tên 'mới'", `'Tên ''mới'''!A1&"Cu!A1"`],
  ['SUM(A:C!A1)', 'C', 'D', "SUM('A:D'!A1)"],
  ['Cuu!A1', 'Cu', 'X', 'Cuu!A1'],
])('%s after %s is renamed', (formula, from, to, expected) => {
  expect(renameSheetIn(formula, from, to)).toBe(expected);
});

test('references are split outside of quotes', () => {
  expect(splitReferences("'a,b'!$A$1,Sheet1!$B:$B")).toEqual(["'a,b'!$A$1", 'Sheet1!$B:$B']);
});
