/** Numbers as people write them: the truth, and how it is put into cells. */
import type { CellValue } from '../../src/host';
import type { Chance } from './figures';

type Write = (value: number) => CellValue;

const grouped = (mark: string) => (value: number) =>
  String(value).replace(/\B(?=(\d{3})+(?!\d))/g, mark);

/** One way of writing counts for a whole column. */
export function countWriter(chance: Chance, mayBeText: boolean): Write {
  const plain: Write = (value) => value;
  if (!mayBeText) return plain;
  return chance.one<Write>([
    plain,
    plain,
    plain,
    String,
    (value) => ` ${value}\u00a0`,
    grouped('.'),
    grouped(','),
    grouped('\u00a0'),
  ]);
}

/** A percentage of counts, rounded, as a fraction, a number or a text. */
export function percentWriter(chance: Chance): (a: number, b: number) => CellValue {
  const decimals = chance.whole(0, 2);
  const rounded = (a: number, b: number) => ((a / b) * 100).toFixed(decimals);
  return chance.one([
    (a: number, b: number) => a / b,
    (a: number, b: number) => Number(rounded(a, b)),
    (a: number, b: number) => `${rounded(a, b).replace('.', ',')}%`,
    (a: number, b: number) => `${rounded(a, b)} %`,
  ]);
}
