import fc from 'fast-check';
import type { UnitResult } from '../../src/rules';
import { awardPlaces } from '../../src/rules/places';
import { award, codes, declining, lines, walk } from './walk';

function places(text: string, declined = '', seats = 7, most: number | null = 2) {
  const result = awardPlaces(award(seats, most), walk(text), declining(declined));
  return {
    given: result.places.map(({ unit }) => unit.unit.code).join(' '),
    passed: result.passedOver.map(({ unit }) => unit.unit.code).join(' '),
    undecided: result.undecided.map(
      ({ places: open, units, reason }) => `${open} of ${codes(units)} (${reason})`,
    ),
  };
}

describe('IV.2.b: seven communes in rank order', () => {
  test.each([
    ['eight districts: the first seven', 'a1|b1|c1|d1|e1|f1|g1|h1', 'a1 b1 c1 d1 e1 f1 g1', '', []],
    ['fewer than seven: all of them', 'a1|b1|c1', 'a1 b1 c1', '', []],
    ['a tie among the first seven is no matter', 'a1 b1|c1 d1', 'a1 b1 c1 d1', '', []],
    ['a tie that ends at the 7th', 'a1|b1|c1|d1|e1|f1 g1|h1', 'a1 b1 c1 d1 e1 f1 g1', '', []],
    [
      'a tie across the 7th',
      'a1|b1|c1|d1|e1|f1|g1 h1',
      'a1 b1 c1 d1 e1 f1',
      '',
      ['1 of g1 h1 (tie)'],
    ],
    ['all tied', 'a1 b1 c1 d1 e1 f1 g1 h1', '', '', ['7 of a1 b1 c1 d1 e1 f1 g1 h1 (tie)']],
  ])('%s', (_, text, given, passed, undecided) => {
    expect(places(text)).toEqual({ given, passed, undecided });
  });
});

describe('III, note (row 9): at most two of a district', () => {
  test.each([
    ['the third is passed over, the next moves up', 'a1|a2|a3|b1', 'a1 a2 b1', 'a3', []],
    [
      'passed over until seven are found',
      'a1|a2|a3|a4|b1|b2|b3|c1|c2|d1|d2|e1',
      'a1 a2 b1 b2 c1 c2 d1',
      'a3 a4 b3',
      [],
    ],
    [
      'after the seventh nobody is passed over',
      'a1|a2|b1|b2|c1|c2|d1|a3|d2',
      'a1 a2 b1 b2 c1 c2 d1',
      '',
      [],
    ],
    ['a tie across a district’s 2nd', 'a1|a2 a3|b1', 'a1 b1', '', ['1 of a2 a3 (tieWithinGroup)']],
    [
      'three of a district tied at the top: two of them',
      'a1 a2 a3 b1|b2|a4',
      'b1 b2',
      'a4',
      ['2 of a1 a2 a3 (tieWithinGroup)'],
    ],
    [
      'tied units of a full district are passed over, the others placed',
      'a1|a2|a3 b1|c1',
      'a1 a2 b1 c1',
      'a3',
      [],
    ],
    [
      'a tie across the 7th of which a full district has no part',
      'a1|a2|b1|b2|c1|c2|a3 d1 e1',
      'a1 a2 b1 b2 c1 c2',
      'a3',
      ['1 of d1 e1 (tie)'],
    ],
    [
      'the cap lets a big tie end within the seats: two of three, and one',
      'a1|b1|b2|c1|d1 d2 d3 e1',
      'a1 b1 b2 c1 e1',
      '',
      ['2 of d1 d2 d3 (tieWithinGroup)'],
    ],
    [
      'one more and it doesn’t: all of them are open for the rest',
      'a1|b1|b2|c1|d1 d2 d3 e1 f1',
      'a1 b1 b2 c1',
      '',
      ['3 of d1 d2 d3 e1 f1 (tie)'],
    ],
  ])('%s', (_, text, given, passed, undecided) => {
    expect(places(text)).toEqual({ given, passed, undecided });
  });

  test('the reason names the district, the most and the clause', () => {
    const { passedOver } = awardPlaces(award(7, 2), walk('a1|a2|a3'), declining());
    expect(passedOver.map(({ reason }) => reason)).toEqual([
      { code: 'groupFull', group: 'a', most: 2, clause: 'III' },
    ]);
  });

  test('the number of places and of a district’s are parameters', () => {
    expect(places('a1|a2|b1', '', 2, 1)).toEqual({ given: 'a1 b1', passed: 'a2', undecided: [] });
    expect(places('a1|a2|a3|b1', '', 3, null).given).toBe('a1 a2 a3');
    expect(places('a1', '', 0).given).toBe('');
  });

  test('units that belong to no district have no cap, and none of them is lost', () => {
    expect(places('-1|-2|-3|a1').given).toBe('-1 -2 -3 a1');
  });
});

describe('row 16: the board declines a commune', () => {
  test.each([
    ['the place passes on', 'a1|b1|c1|d1', 'b1', 2, 'a1 c1'],
    ['its district’s quota is free again', 'a1|a2|a3|b1', 'a1', 7, 'a2 a3 b1'],
    ['a tie may be settled by it', 'a1|b1 c1', 'b1', 2, 'a1 c1'],
    ['a tie across a district’s 2nd too', 'a1|a2 a3', 'a2', 7, 'a1 a3'],
    ['two of one district', 'a1|a2|a3|a4', 'a1 a3', 7, 'a2 a4'],
  ])('%s', (_, text, declined, seats, given) => {
    const result = places(text, declined, seats);
    expect(result.given).toBe(given);
    expect(result.undecided).toEqual([]);
    expect(result.passed).toBe(declined);
  });

  test('it is listed with the decision', () => {
    const { passedOver } = awardPlaces(award(7, 2), walk('a1|b1'), declining('a1'));
    expect(passedOver).toMatchObject([
      { reason: { code: 'declined', declined: { unit: 'a1', why: 'Nhiều mô hình hay' } } },
    ]);
  });
});

/** The walk of row 9 over units in one order: what a person does with a list and a pencil. */
function byHand(
  line: readonly UnitResult[],
  seats: number,
  most: number,
  out: ReadonlySet<string>,
) {
  const taken = new Set<string>();
  const ofGroup = new Map<string, number>();
  for (const { unit } of line) {
    if (taken.size === seats) break;
    const group = unit.parent ?? '';
    const had = ofGroup.get(group) ?? 0;
    if (out.has(unit.code) || had === most) continue;
    ofGroup.set(group, had + 1);
    taken.add(unit.code);
  }
  return taken;
}

test('places against every order of every tie', () => {
  let tried = 0;
  let withTies = 0;
  const group = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 });
  const ways = (sizes: readonly string[][]) =>
    sizes.reduce((all, { length }) => all * ([1, 1, 2, 6, 24][length] ?? 1), 1);
  const shape = fc
    .array(group, { minLength: 1, maxLength: 6 })
    .filter((groups) => ways(groups) <= 144);
  const seats = fc.integer({ min: 1, max: 7 });
  fc.assert(
    fc.property(shape, seats, fc.integer({ min: 1, max: 3 }), fc.nat(15), (groups, n, most, at) => {
      let serial = 0;
      const named = groups.map((each) => each.map((district) => `${district}${(serial += 1)}`));
      const out = named.flat()[at] ?? '';
      const ranked = walk(named.map((each) => each.join(' ')).join(' | '));
      const all = lines(ranked).map((line) => byHand(line, n, most, new Set([out])));
      const result = awardPlaces(award(n, most), ranked, declining(out));
      const certain = new Set(result.places.map(({ unit }) => unit.unit.code));
      const open = new Set(result.undecided.flatMap((u) => u.units.map((x) => x.unit.code)));
      for (const code of named.flat()) {
        const times = all.filter((taken) => taken.has(code)).length;
        expect([code, certain.has(code)]).toEqual([code, times === all.length]);
        expect([code, open.has(code)]).toEqual([code, times > 0 && times < all.length]);
      }
      for (const { unit } of result.passedOver) {
        expect(all.some((taken) => taken.has(unit.unit.code))).toBe(false);
      }
      const given = certain.size + result.undecided.reduce((sum, u) => sum + u.places, 0);
      expect(all.every((taken) => taken.size === given)).toBe(true);
      tried += 1;
      if (open.size > 0) withTies += 1;
    }),
    { numRuns: 4000 },
  );
  process.stdout.write(
    `places against every order: ${tried} cases, ${withTies} with open places\n`,
  );
  expect(tried).toBeGreaterThanOrEqual(3000);
  expect(withTies).toBeGreaterThan(500);
});
