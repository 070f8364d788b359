import { columnLetters, columnNumber, MAX_COLUMNS, MAX_ROWS } from './addresses';

const QUOTED_OR_REFERENCE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.\\])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(])/gi;

/** Moves the relative references of a formula as copying it does. */
export function shiftFormula(formula: string, down: number, right: number): string {
  return formula.replace(
    QUOTED_OR_REFERENCE,
    (whole: string, fixColumn?: string, letters?: string, fixRow?: string, digits?: string) => {
      if (letters === undefined || digits === undefined) return whole;
      const column = columnNumber(letters) + (fixColumn ? 0 : right);
      const row = Number(digits) - 1 + (fixRow ? 0 : down);
      const onSheet = column >= 0 && row >= 0 && column < MAX_COLUMNS && row < MAX_ROWS;
      if (!onSheet) return '#REF!';
      return `${fixColumn ?? ''}${columnLetters(column)}${fixRow ?? ''}${row + 1}`;
    },
  );
}
