import Fraction from 'fraction.js';

/**
 * A non-negative rational number, exact where it matters and quick where it doesn't.
 *
 * A double stands in for the number as long as that decides the question at hand; the fraction
 * (fraction.js, over BigInt) is made only when two numbers are so near that a double might not
 * tell them apart. Every operation offered here keeps non-negative numbers non-negative, so the
 * relative error of the double stays below one part in 10^10 even after 100,000 operations, and a
 * gap of one part in 10^9 is a safe verdict.
 */
export interface Exact {
  /** The nearest double or one beside it: for display and quick verdicts, never for a tie. */
  readonly approx: number;
  readonly fraction: Fraction;
  /** `numerator/denominator` in lowest terms: the same text for the same number, always. */
  toString(): string;
}

/** What a number is made from; data rather than closures, since there are many. */
type Source =
  | number
  | (() => Exact)
  | Fraction
  | readonly Exact[]
  | { readonly by: 'div' | 'mul'; readonly x: Exact; readonly y: Exact };

class Lazy implements Exact {
  private memo: Fraction | null = null;

  /** @throws RangeError on a negative or non-finite number. */
  constructor(
    readonly approx: number,
    private readonly source: Source,
  ) {
    if (!(approx >= 0 && approx < Infinity)) throw new RangeError(`Not a figure: ${approx}`);
  }

  get fraction(): Fraction {
    return (this.memo ??= fractionOf(this.source));
  }

  toString(): string {
    return this.fraction.toFraction();
  }
}

function fractionOf(source: Source): Fraction {
  if (typeof source === 'number') return new Fraction(decimalText(source));
  if (typeof source === 'function') return source().fraction;
  if (source instanceof Fraction) return source;
  if ('by' in source) return source.x.fraction[source.by](source.y.fraction);
  return sumByHalves(source, 0, source.length);
}

const VERDICT_GAP = 1e-9;

/** Reads a finite number ≥ 0 as the decimal number that its shortest notation shows (0.1 is 1/10). */
export function exact(value: number): Exact {
  return new Lazy(value, value);
}

/** A number whose double is known and whose fraction is fetched when it is asked for. */
export function deferred(approx: number, fetch: () => Exact): Exact {
  return new Lazy(approx, fetch);
}

function decimalText(value: number): string | number {
  return Number.isSafeInteger(value) ? value : toPlainDecimal(String(value));
}

/** Opens scientific notation ("1.5e-7"), which fraction.js doesn't read. */
function toPlainDecimal(text: string): string {
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const [whole = '', decimals = ''] = mantissa.split('.');
  const shift = Number(exponent);
  const digits = whole + decimals;
  const point = whole.length + shift;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length
    ? digits.padEnd(point, '0')
    : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * Reads a number as a plan writes it: "90%", "66.5%", "60", "9/10".
 * @throws SyntaxError (fraction.js's) on anything else.
 */
export function parseExact(text: string): Exact {
  const fraction = text.endsWith('%')
    ? new Fraction(text.slice(0, -1)).div(100)
    : new Fraction(text);
  return new Lazy(fraction.valueOf(), fraction);
}

export const ZERO = exact(0);
export const ONE = exact(1);

/** x / y. @throws RangeError where y is 0. */
export function divide(x: Exact, y: Exact): Exact {
  if (y.approx === 0) throw new RangeError('Division by zero');
  return new Lazy(x.approx / y.approx, { by: 'div', x, y });
}

export function multiply(x: Exact, y: Exact): Exact {
  return new Lazy(x.approx * y.approx, { by: 'mul', x, y });
}

/** The sum; of none, 0. The exact sum is built by halves, which keeps its denominators small. */
export function sum(xs: readonly Exact[]): Exact {
  return new Lazy(approxSum(xs), xs);
}

export function approxSum(xs: readonly Exact[]): number {
  let approx = 0;
  for (const x of xs) approx += x.approx;
  return approx;
}

function sumByHalves(xs: readonly Exact[], from: number, to: number): Fraction {
  if (to - from <= 1) return xs[from]?.fraction ?? new Fraction(0);
  const middle = (from + to) >> 1;
  return sumByHalves(xs, from, middle).add(sumByHalves(xs, middle, to));
}

/** The mean. @throws RangeError of none. */
export function mean(xs: readonly Exact[]): Exact {
  return divide(sum(xs), exact(xs.length));
}

/** Are two numbers so far apart that their doubles say which is the greater? */
export function isClear(x: number, y: number): boolean {
  return Math.abs(x - y) > VERDICT_GAP * Math.max(x, y);
}

/** Negative where x < y, 0 where they are exactly equal, positive where x > y. */
export function compare(x: Exact, y: Exact): number {
  return isClear(x.approx, y.approx) ? x.approx - y.approx : x.fraction.compare(y.fraction);
}

export function equal(x: Exact, y: Exact): boolean {
  return compare(x, y) === 0;
}

/** |x − y|. */
export function distance(x: Exact, y: Exact): Exact {
  const gap = x.fraction.sub(y.fraction).abs();
  return new Lazy(gap.valueOf(), gap);
}

/** Rounded half up to a number of decimals. */
export function round(x: Exact, decimals: number): Exact {
  const rounded = roundedFraction(x, decimals);
  return new Lazy(rounded.valueOf(), rounded);
}

function roundedFraction(x: Exact, decimals: number): Fraction {
  const scale = new Fraction(10).pow(decimals) as Fraction;
  return x.fraction.mul(scale).add(new Fraction(1, 2)).floor().div(scale);
}

/** Decimal notation with a point, rounded half up: fixed(2/3, 2) is "0.67". For display only. */
export function fixed(x: Exact, decimals: number): string {
  const scaled = x.approx * 10 ** decimals;
  const safe = scaled < 1e12 && Math.abs(scaled - Math.floor(scaled) - 0.5) > 1e-3;
  const units = safe
    ? String(Math.round(scaled))
    : String(roundedFraction(x, decimals).mul(new Fraction(10).pow(decimals) as Fraction).n);
  if (decimals === 0) return units;
  const digits = units.padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
