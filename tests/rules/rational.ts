/** Exact numbers of the tests' own, so that src/rules is never checked by itself. */
export type Q = readonly [n: bigint, d: bigint];

export const q = (n: number | bigint, d: number | bigint = 1): Q => [BigInt(n), BigInt(d)];

/** Reads "539/10" or "60", as figures are written. */
export function read(text: string): Q {
  const [n = '', d = '1'] = text.split('/');
  return [BigInt(n), BigInt(d)];
}

/** By cross multiplication: −1, 0 or 1. */
export function cmp([a, b]: Q, [c, d]: Q): number {
  const left = a * d;
  const right = c * b;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const add = ([a, b]: Q, [c, d]: Q): Q => [a * d + c * b, b * d];
export const mul = ([a, b]: Q, [c, d]: Q): Q => [a * c, b * d];
export const div = ([a, b]: Q, [c, d]: Q): Q => [a * d, b * c];
export const total = (all: readonly Q[]): Q => all.reduce(add, q(0));
export const meanOf = (all: readonly Q[]): Q => div(total(all), q(all.length));

/** In lowest terms, as figures are written. */
export function write([n, d]: Q): string {
  let [x, y] = [n, d];
  while (y !== 0n) [x, y] = [y, x % y];
  return d / x === 1n ? `${n / x}` : `${n / x}/${d / x}`;
}

/** Rounded half up to so many decimals. */
export function rounded([n, d]: Q, decimals: number): Q {
  const scale = 10n ** BigInt(decimals);
  return [(2n * n * scale + d) / (2n * d), scale];
}

/** The plan's rule for points: full from the threshold up, else ratio × full. */
export function pointsBy(ratio: Q, threshold: Q, full: Q): Q {
  return cmp(ratio, threshold) >= 0 ? full : mul(ratio, full);
}
