import fc from 'fast-check';
import { HAU_GIANG_2023, type PrizeAward } from '../../src/rules';
import { awardPrizes } from '../../src/rules/prizes';
import { code, DECIDED, DISTRICT_NAMES, nameOf, problems, row, scoreRows } from './build';
import { codes, declining, lines, walk } from './walk';

const AWARD = HAU_GIANG_2023.prizes[0] as PrizeAward;

type Reading = 'vacant' | 'movesUp';

function prizes(text: string, declined = '', reading: Reading = 'vacant') {
  const result = awardPrizes(AWARD, walk(text), declining(declined), reading);
  return {
    given: result.prizes.map(({ prize, unit }) => `${prize.name} ${unit.unit.code}`),
    vacant: result.vacant.map(({ prize }) => prize.name),
    undecided: result.undecided.map(
      ({ prizes: open, units }) => `${open.map(({ name }) => name).join('+')}: ${codes(units)}`,
    ),
  };
}

describe('IV.2.a: one Nhất, one Nhì, one Ba', () => {
  test.each([
    ['1, 2, 3, 4', 'a | b | c | d', ['Nhất a', 'Nhì b', 'Ba c'], []],
    ['only two ranked', 'a | b', ['Nhất a', 'Nhì b'], []],
    ['1, 1, 3: Ba is certain', 'a b | c | d', ['Ba c'], ['Nhất+Nhì: a b']],
    ['1, 2, 2: Nhất is certain', 'a | b c | d', ['Nhất a'], ['Nhì+Ba: b c']],
    ['1, 2, 2, 2', 'a | b c d', ['Nhất a'], ['Nhì+Ba: b c d']],
    ['a tie across the third place', 'a | b | c d', ['Nhất a', 'Nhì b'], ['Ba: c d']],
    ['1, 1, 1', 'a b c | d', [], ['Nhất+Nhì+Ba: a b c']],
    ['1, 1, 3, 3', 'a b | c d', [], ['Nhất+Nhì: a b', 'Ba: c d']],
    ['all eight tied', 'a b c d e f g h', [], ['Nhất+Nhì+Ba: a b c d e f g h']],
    ['a tie below the third place', 'a | b | c | d e', ['Nhất a', 'Nhì b', 'Ba c'], []],
  ])('%s', (_, text, given, undecided) => {
    expect(prizes(text)).toEqual({ given, vacant: [], undecided });
  });

  test('an undecided prize says how many of the units have one', () => {
    const { undecided } = awardPrizes(AWARD, walk('a b c d'), declining(), 'vacant');
    expect(undecided.map(({ places }) => places)).toEqual([3]);
  });
});

describe('row 16: the board declines a district', () => {
  test('its prize stays vacant by default; those below keep theirs', () => {
    expect(prizes('a | b | c | d', 'b')).toEqual({
      given: ['Nhất a', 'Ba c'],
      vacant: ['Nhì'],
      undecided: [],
    });
  });

  test('option: those below move up', () => {
    expect(prizes('a | b | c | d', 'b', 'movesUp')).toEqual({
      given: ['Nhất a', 'Nhì c', 'Ba d'],
      vacant: [],
      undecided: [],
    });
  });

  test('option: a tie loses the declined one and may be settled by it', () => {
    expect(prizes('a b | c | d', 'b', 'movesUp').given).toEqual(['Nhất a', 'Nhì c', 'Ba d']);
    expect(prizes('a b c | d', 'b', 'movesUp')).toEqual({
      given: ['Ba d'],
      vacant: [],
      undecided: ['Nhất+Nhì: a c'],
    });
  });

  test('below the third place it changes nothing', () => {
    expect(prizes('a | b | c | d', 'd').given).toEqual(['Nhất a', 'Nhì b', 'Ba c']);
  });

  test('a tied group declined whole leaves nothing to decide: both prizes are vacant', () => {
    expect(prizes('a b | c', 'a b')).toEqual({
      given: ['Ba c'],
      vacant: ['Nhất', 'Nhì'],
      undecided: [],
    });
  });

  test('one of two tied is declined: one unit is left, and at most one place is open for it', () => {
    const { undecided } = awardPrizes(AWARD, walk('a b | c'), declining('b'), 'vacant');
    expect(undecided.every(({ units, places }) => places <= units.length)).toBe(true);
  });
});

describe('IV.2.a and IV.4: money and bonus points', () => {
  const rows = DISTRICT_NAMES.map((name, i) => row(name, [80 - i, 100], [1, 2]));

  test('20, 15 and 10 million; 3, 2 and 1 points', () => {
    const { prizes: given } = scoreRows(rows).awards;
    expect(given.map(({ prize, unit }) => [nameOf(unit), prize.money, prize.bonus])).toEqual([
      ['Thành phố Vị Thanh', 20_000_000, 3],
      ['Thành phố Ngã Bảy', 15_000_000, 2],
      ['Huyện Châu Thành A', 10_000_000, 1],
    ]);
  });

  const declined = [{ ...DECIDED, unit: code('Thành phố Vị Thanh') }];

  test('those that move up do so in prize, money and bonus', () => {
    const { awards } = scoreRows(rows, { declinedPrize: 'movesUp' }, { declined });
    const [first] = awards.prizes;
    expect(first && nameOf(first.unit)).toBe('Thành phố Ngã Bảy');
    expect(first?.prize).toMatchObject({ name: 'Nhất', money: 20_000_000, bonus: 3 });
    expect(first?.unit.rank).toBe(2);
  });

  test.each(['vacant', 'movesUp'] as const)(
    'a declined district keeps its rank and is told of in the result (%s)',
    (declinedPrize) => {
      const { awards, levels } = scoreRows(rows, { declinedPrize }, { declined });
      const unit = levels.district?.units[0];
      expect(unit && nameOf(unit)).toBe('Thành phố Vị Thanh');
      expect(unit?.rank).toBe(1);
      const told = [
        ...awards.passedOver.map((each) => each.unit.unit.code),
        ...(unit?.notes ?? []).filter((note) => note.code === 'declined').map(() => '930'),
      ];
      expect(told).toContain('930');
    },
  );

  test('fewer ranked than prizes is said', () => {
    const two = scoreRows(rows.slice(0, 2));
    expect(problems(two, 'fewerThanPlaces')).toContainEqual(
      expect.objectContaining({ award: 'district', awarded: 2, seats: 3 }),
    );
    expect(problems(scoreRows(rows), 'fewerThanPlaces')).toEqual([]);
  });
});

test('prizes against every order of every tie', () => {
  let tried = 0;
  const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });
  const reading = fc.constantFrom<Reading>('vacant', 'movesUp');
  fc.assert(
    fc.property(sizes, fc.integer({ min: 0, max: 9 }), reading, (groupSizes, at, how) => {
      const names = 'abcdefghijkl';
      let next = 0;
      const text = groupSizes
        .map((size) => [...names.slice(next, (next += size))].join(' '))
        .join(' | ');
      const out = names[at] ?? '';
      const groups = walk(text);
      // For each unit, every prize that it has under some order.
      const had = new Map<string, Set<string>>();
      for (const line of lines(groups)) {
        const standing = how === 'movesUp' ? line.filter((u) => u.unit.code !== out) : line;
        standing.forEach((unit, i) => {
          const name = unit.unit.code === out ? '' : (AWARD.prizes[i]?.name ?? '');
          had.set(unit.unit.code, (had.get(unit.unit.code) ?? new Set()).add(name));
        });
      }
      const result = awardPrizes(AWARD, groups, declining(out), how);
      const given = new Map(result.prizes.map(({ unit, prize }) => [unit.unit.code, prize.name]));
      const open = result.undecided.flatMap(({ units }) => units.map(({ unit }) => unit.code));
      for (const [unit, prizesHad] of had) {
        const [only] = prizesHad;
        if (prizesHad.size === 1) expect(given.get(unit) ?? '').toBe(only);
        else expect(given.has(unit)).toBe(false);
        expect(open.includes(unit)).toBe(prizesHad.size > 1);
      }
      expect(given.has(out)).toBe(false);
      tried += 1;
    }),
    { numRuns: 1500 },
  );
  process.stdout.write(`prizes against every order: ${tried} cases\n`);
  expect(tried).toBeGreaterThanOrEqual(1500);
});
