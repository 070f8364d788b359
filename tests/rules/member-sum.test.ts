import { cell, code, communesOf, points, problems, row, scoreRows, unitOf } from './build';
import type { Pair } from './build';

const DISTRICT = 'Huyện Vị Thủy';
const THIRD = communesOf(DISTRICT)[2] as string;

describe('row 15, option: a district’s e-ID figures as the sum of its communes’', () => {
  const readings = { memberSum: 'sumOfMembers' } as const;
  const all = (pair: (i: number) => Pair, own: Pair = [cell('empty'), cell('empty')]) => [
    row(DISTRICT, [1, 2], own),
    ...communesOf(DISTRICT).map((name, i) => row(name, [1, 2], pair(i))),
  ];

  test.each([
    // 9 × 80 + 80 of 1000; one account less
    [80, 80, '40'],
    [80, 79, '799/25'],
  ])('nine communes %d/100, one %d/100: %s points', (most, last, eid) => {
    const rows = all((i) => [i === 9 ? last : most, 100]);
    expect(points(scoreRows(rows, readings), DISTRICT, 'eid')).toBe(eid);
  });

  test('it is a sum, not a mean of ratios: 1/1 and 9 × 0/111 are 1/1000', () => {
    const rows = all((i) => (i === 0 ? [1, 1] : [0, 111]));
    expect(points(scoreRows(rows, readings), DISTRICT, 'eid')).toBe('1/25');
  });

  test('by default the own row stands', () => {
    const rows = all(() => [80, 100], [1, 2]);
    expect(points(scoreRows(rows), DISTRICT, 'eid')).toBe('20');
  });

  test.each([
    ['a missing figure', [cell('empty'), 100]],
    ['cards 0, accounts 5 (row 12: wrong)', [5, 0]],
    ['cards 0, accounts 0 (row 12: wrong)', [0, 0]],
  ] as [string, Pair][])(
    'a commune with %s: the district isn’t scored, the commune named',
    (_, bad) => {
      const result = scoreRows(
        all((i) => (i === 2 ? bad : [80, 100])),
        readings,
      );
      expect(unitOf(result, DISTRICT).total.known).toBe(false);
      const named = problems(result, 'memberMissing').filter(
        ({ criterion }) => criterion === 'eid',
      );
      expect(named).toMatchObject([
        { severity: 'error', member: code(THIRD), unit: code(DISTRICT) },
      ]);
    },
  );

  test('a sum above 100 % is a warning of the district’s own (row 11)', () => {
    const result = scoreRows(
      all(() => [101, 100]),
      readings,
    );
    const warned = problems(result, 'aboveOne').map(({ unit }) => unit);
    expect(warned).toContain(code(DISTRICT));
    expect(points(result, DISTRICT, 'eid')).toBe('40');
  });
});
