import fc from 'fast-check';
import {
  compare,
  distance,
  divide,
  equal,
  exact,
  fixed,
  mean,
  multiply,
  ONE,
  parseExact,
  round,
  sum,
  ZERO,
} from '../../src/rules';
import { add, cmp, div, meanOf, mul, q, rounded, total, write, type Q } from './rational';

const count = fc.oneof(fc.nat(100), fc.nat(10_000_000), fc.maxSafeNat());
const positive = count.map((n) => Math.max(1, n));
/** A ratio of two counts, and the same made here. */
const pair = fc.tuple(count, positive).map(([a, b]) => ({
  theirs: divide(exact(a), exact(b)),
  ours: q(a, b),
}));
const theirs = (all: readonly { theirs: ReturnType<typeof exact> }[]) => all.map((x) => x.theirs);
const ours = (all: readonly { ours: Q }[]) => all.map((x) => x.ours);

describe('exact numbers against integers multiplied crosswise', () => {
  test('+, ×, ÷ and the distance', () => {
    fc.assert(
      fc.property(pair, pair, (x, y) => {
        expect(sum([x.theirs, y.theirs]).toString()).toBe(write(add(x.ours, y.ours)));
        expect(multiply(x.theirs, y.theirs).toString()).toBe(write(mul(x.ours, y.ours)));
        if (y.ours[0] > 0n)
          expect(divide(x.theirs, y.theirs).toString()).toBe(write(div(x.ours, y.ours)));
        const [more, less] = cmp(x.ours, y.ours) >= 0 ? [x, y] : [y, x];
        expect(distance(x.theirs, y.theirs).toString()).toBe(
          write(add(more.ours, mul(q(-1), less.ours))),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('sum and mean of many', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 40 }), (all) => {
        expect(sum(theirs(all)).toString()).toBe(write(total(ours(all))));
        expect(mean(theirs(all)).toString()).toBe(write(meanOf(ours(all))));
      }),
      { numRuns: 100 },
    );
  });

  test('order, also of numbers a hair apart', () => {
    const near = fc.tuple(positive, fc.integer({ min: -2, max: 2 }));
    fc.assert(
      fc.property(near, fc.integer({ min: -2, max: 2 }), fc.boolean(), ([b, i], j, other) => {
        const [a, c] = [Math.max(0, b + i), Math.max(0, b + j)];
        const d = other ? b : b + 1;
        const order = compare(divide(exact(a), exact(b)), divide(exact(c), exact(d)));
        expect(Math.sign(order)).toBe(cmp(q(a, b), q(c, d)));
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(pair, pair, (x, y) => {
        expect(Math.sign(compare(x.theirs, y.theirs))).toBe(cmp(x.ours, y.ours));
        expect(equal(x.theirs, y.theirs)).toBe(cmp(x.ours, y.ours) === 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('rounding half up, exact and shown', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 6 }), ({ theirs: x, ours: y }, decimals) => {
        expect(round(x, decimals).toString()).toBe(write(rounded(y, decimals)));
        const [n] = rounded(y, decimals);
        const digits = n.toString().padStart(decimals + 1, '0');
        const at = digits.length - decimals;
        const text = decimals ? `${digits.slice(0, at)}.${digits.slice(at)}` : digits;
        expect(fixed(x, decimals)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('the approximation stays within one part in 10^12', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 40 }), (all) => {
        const [n, d] = meanOf(ours(all));
        const scaled = Number((n * 10n ** 30n) / d) / 1e30;
        const { approx } = mean(theirs(all));
        expect(Math.abs(approx - scaled)).toBeLessThanOrEqual(1e-12 * scaled + 1e-29);
      }),
      { numRuns: 200 },
    );
  });
});

describe('numbers as they are written', () => {
  test.each([
    ['90%', '9/10'],
    ['66.5%', '133/200'],
    ['100%', '1'],
    ['60', '60'],
    ['0.5', '1/2'],
    ['9/10', '9/10'],
  ])('the plan writes %s: it is %s', (text, fraction) => {
    expect(parseExact(text).toString()).toBe(fraction);
  });

  test.each(['', 'abc', '90 %%', '1/0'])('"%s" is no number', (text) => {
    expect(() => parseExact(text)).toThrow();
  });

  test.each([
    [0.1, '1/10'],
    [85.5, '171/2'],
    [1.5e-7, '3/20000000'],
    [1e21, '1000000000000000000000'],
    [1.25e22, '12500000000000000000000'],
    [9007199254740991, '9007199254740991'],
  ])('%p is read as the decimal it shows: %s', (value, fraction) => {
    expect(exact(value).toString()).toBe(fraction);
  });

  test.each([-1, NaN, Infinity, -Infinity])('%p is refused', (value) => {
    expect(() => exact(value)).toThrow(RangeError);
  });

  test.each([
    [2, 3, 2, '0.67'],
    [1, 8, 2, '0.13'],
    [1, 200, 2, '0.01'],
    [4999, 1_000_000, 2, '0.00'],
    [0, 1, 2, '0.00'],
    [100, 1, 2, '100.00'],
    [5, 2, 0, '3'],
    [1005, 1000, 2, '1.01'],
  ])('%d/%d with %d decimals is %s', (a, b, decimals, text) => {
    expect(fixed(divide(exact(a), exact(b)), decimals)).toBe(text);
  });

  test('by 0 nothing is divided, of nothing there is no mean, of nothing the sum is 0', () => {
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
    expect(() => mean([])).toThrow(RangeError);
    expect(sum([]).toString()).toBe('0');
  });

  test('1/3 + 1/3 + 1/3 is 1; 0.1 + 0.2 is 0.3', () => {
    const third = divide(ONE, exact(3));
    expect(equal(sum([third, third, third]), ONE)).toBe(true);
    expect(equal(sum([exact(0.1), exact(0.2)]), exact(0.3))).toBe(true);
  });
});
