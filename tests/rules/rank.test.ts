import type { Accounts, Readings, TieDecision } from '../../src/rules';
import { code, DECIDED, problems, ranks, row, scoreRows, total, unitOf } from './build';
import type { Pair } from './build';

const [A, B, C, D] = ['Xã Vị Trung', 'Xã Vị Thủy', 'Xã Vị Thắng', 'Xã Vị Đông'] as const;
const EID: Pair = [90, 100];

/** Communes that all have 80/100 (88 points), each with its accounts. */
const tied = (
  accounts: Readonly<Record<string, Partial<Accounts> | null>>,
  readings: Partial<Readings> = {},
) =>
  scoreRows(
    Object.entries(accounts).map(([name, some]) =>
      row(name, [80, 100], EID, some ? { accounts: some } : {}),
    ),
    readings,
  );
const communes = (result: ReturnType<typeof scoreRows>) => ranks(result, 'commune');

describe('IV.1: from high points to low', () => {
  test('1, 2, 2, 4; equal units in the official order', () => {
    const rows = [
      row(D, [80, 100], EID),
      row(C, [70, 100], EID),
      row(B, [90, 100], EID),
      row(A, [80, 100], EID),
    ];
    const result = scoreRows(rows);
    expect(communes(result)).toEqual([`1 ${B}`, `2= ${A}`, `2= ${D}`, `4 ${C}`]);
    expect(problems(result, 'tie')).toMatchObject([
      { severity: 'warning', level: 'commune', rank: 2, units: [code(A), code(D)] },
    ]);
  });

  test.each([
    // 157/180·60 + 50/70·40 = 145/180·60 + 57/70·40 = 1699/21, though not in doubles
    ['157/180 & 50/70 ties 145/180 & 57/70', [157, 180], [50, 70], [145, 180], [57, 70], true],
    ['one dossier more breaks it', [158, 180], [50, 70], [145, 180], [57, 70], false],
    ['one part in 10^12 apart', [999_999_999_999, 10 ** 12], [1, 2], [1, 1], [1, 2], false],
    ['written in other numbers', [70, 100], [45, 100], [7000, 10_000], [9, 20], true],
  ] as [string, Pair, Pair, Pair, Pair, boolean][])('%s', (_, dvc1, eid1, dvc2, eid2, isTie) => {
    const result = scoreRows([row(A, dvc1, eid1), row(B, dvc2, eid2)]);
    expect(unitOf(result, A).tied).toBe(isTie);
    expect(unitOf(result, B).tied).toBe(isTie);
    expect(total(result, A) === total(result, B)).toBe(isTie);
  });

  test('both of the first pair have 1699/21 points', () => {
    expect(total(scoreRows([row(A, [157, 180], [50, 70])]), A)).toBe('1699/21');
  });
});

describe('III.2.b, row 6: many dossiers on a few accounts ranks after', () => {
  test('dossiers per account, lower first; the points stay', () => {
    const result = tied({ [A]: { distinct: 20 }, [B]: { distinct: 40 }, [C]: { distinct: 10 } });
    expect(communes(result)).toEqual([`1 ${B}`, `2 ${A}`, `3 ${C}`]);
    expect([A, B, C].map((name) => total(result, name))).toEqual(['88', '88', '88']);
    expect(unitOf(result, A).notes).toContainEqual({
      code: 'tieBroken',
      by: 'dossiersPerAccount',
    });
    expect(problems(result, 'tie')).toEqual([]);
  });

  const busiest = (dossiers: number, of = 80) => ({ busiest: { dossiers, of } });

  test('then the share of the busiest accounts, within what is still tied', () => {
    const result = tied({
      [A]: { distinct: 20, ...busiest(40) },
      [B]: { distinct: 20, ...busiest(16) },
      [C]: { distinct: 40, ...busiest(80) },
    });
    expect(communes(result)).toEqual([`1 ${C}`, `2 ${B}`, `3 ${A}`]);
    expect(unitOf(result, B).notes).toContainEqual({ code: 'tieBroken', by: 'busiestShare' });
  });

  test('the order of the measures is an option', () => {
    const accounts = {
      [A]: { distinct: 20, ...busiest(8) },
      [B]: { distinct: 40, ...busiest(16) },
    };
    expect(communes(tied(accounts))).toEqual([`1 ${B}`, `2 ${A}`]);
    const tieMeasures = ['busiestShare', 'dossiersPerAccount'] as const;
    expect(communes(tied(accounts, { tieMeasures }))).toEqual([`1 ${A}`, `2 ${B}`]);
    expect(communes(tied(accounts, { tieMeasures: [] }))).toEqual([`1= ${A}`, `1= ${B}`]);
  });

  test('a measure that one tied unit lacks isn’t used for that tie', () => {
    const without = tied({ [A]: { distinct: 20 }, [B]: { distinct: 40 }, [C]: null });
    expect(communes(without)).toEqual([`1= ${A}`, `1= ${B}`, `1= ${C}`]);
  });

  test('where one has no first measure, the next is tried for all', () => {
    const result = tied(
      { [A]: { distinct: 20 }, [B]: { distinct: 40, ...busiest(60) } },
      { tieMeasures: ['busiestShare', 'dossiersPerAccount'] },
    );
    expect(communes(result)).toEqual([`1 ${B}`, `2 ${A}`]);
  });

  test('a unit outside the tie needs no figure', () => {
    const rows = [
      row(A, [80, 100], EID, { accounts: { distinct: 20 } }),
      row(B, [80, 100], EID, { accounts: { distinct: 40 } }),
      row(C, [90, 100], EID),
    ];
    expect(communes(scoreRows(rows))).toEqual([`1 ${C}`, `2 ${B}`, `3 ${A}`]);
  });

  test('equal measures, exactly: 80/30 is 80/30', () => {
    const result = tied({ [A]: { distinct: 30 }, [B]: { distinct: 30 } });
    expect(communes(result)).toEqual([`1= ${A}`, `1= ${B}`]);
    expect(unitOf(result, A).notes).toEqual([]);
  });

  test('a log whose count differs isn’t used until it is confirmed', () => {
    const log = (confirmed: boolean) =>
      tied({ [A]: { distinct: 20, logged: 79, confirmed }, [B]: { distinct: 40 } });
    expect(communes(log(false))).toEqual([`1= ${A}`, `1= ${B}`]);
    expect(problems(log(false), 'logDiffers')).toHaveLength(1);
    expect(communes(log(true))).toEqual([`1 ${B}`, `2 ${A}`]);
    expect(problems(log(true), 'logDiffers')).toEqual([]);
  });

  test('a confirmed log gives both counts: 60 logged over 30 (2) before 80 over 38 (2,1)', () => {
    const result = tied({
      [A]: { distinct: 38 },
      [B]: { distinct: 30, logged: 60, confirmed: true },
    });
    expect(communes(result)).toEqual([`1 ${B}`, `2 ${A}`]);
  });

  test('row 7: the plan knows no such measure for districts', () => {
    const rows = ['Huyện Vị Thủy', 'Huyện Long Mỹ'].map((name, i) =>
      row(name, [80, 100], EID, { accounts: { distinct: 20 + i } }),
    );
    expect(ranks(scoreRows(rows), 'district')).toEqual(['1= Huyện Vị Thủy', '1= Huyện Long Mỹ']);
  });
});

describe('row 13: rounding before ranking is an option', () => {
  // 40 for e-ID each, and 48,00396, 48,004398, 48,006 for the dossiers
  const rows = [
    row(A, [800_066, 1_000_000], EID),
    row(B, [8_000_733, 10_000_000], EID),
    row(C, [8001, 10_000], EID),
  ];

  test('without it 88,00396, 88,004398 and 88,006 are three ranks', () => {
    expect(communes(scoreRows(rows))).toEqual([`1 ${C}`, `2 ${B}`, `3 ${A}`]);
  });

  test('to two decimals 88,00 ties 88,00; 88,01 stands before', () => {
    const result = scoreRows(rows, { rounding: 2 });
    expect(communes(result)).toEqual([`1 ${C}`, `2= ${A}`, `2= ${B}`]);
    expect(total(result, A)).not.toBe(total(result, B));
  });

  test('half is rounded up: 60,005 ties 60,01', () => {
    // 42 for the dossiers; 45,0125 % and 45,025 % of 40 are 18,005 and 18,01
    const half = [row(A, [7, 10], [450_125, 1_000_000]), row(B, [7, 10], [45_025, 100_000])];
    expect(communes(scoreRows(half))).toEqual([`1 ${B}`, `2 ${A}`]);
    expect(communes(scoreRows(half, { rounding: 2 }))).toEqual([`1= ${A}`, `1= ${B}`]);
  });

  test('thresholds and the gate know no rounding: 69,999 % is gated', () => {
    const result = scoreRows([row(A, [69_999, 100_000], EID)], { rounding: 0 });
    expect(unitOf(result, A).status).toBe('gated');
  });
});

describe('row 7: the board’s decision on a tie', () => {
  const three = [A, B, C].map((name) => row(name, [80, 100], EID));
  const decision = (names: readonly string[], order: readonly string[], points = '88') =>
    ({
      ...DECIDED,
      level: 'commune',
      units: names.map((name) => code(name)),
      points,
      order: order.map((name) => code(name)),
    }) satisfies TieDecision;
  const decide = (...tieDecisions: TieDecision[]) => scoreRows(three, {}, { tieDecisions });

  test('an order: ranks become distinct, no tie is left, and who decided stands with each', () => {
    const made = decision([C, A, B], [C, A, B]);
    const result = decide(made);
    expect(communes(result)).toEqual([`1 ${C}`, `2 ${A}`, `3 ${B}`]);
    expect(result.levels.commune?.units.slice(0, 3).map(({ tied: t }) => t)).toEqual(
      Array(3).fill(false),
    );
    expect(unitOf(result, A).notes).toContainEqual({ code: 'byDecision', decision: made });
    expect([...problems(result, 'tie'), ...problems(result, 'decisionVoid')]).toEqual([]);
    expect(total(result, C)).toBe('88');
  });

  test('only the place asked for: the rest stay tied behind', () => {
    expect(communes(decide(decision([A, B, C], [C])))).toEqual([`1 ${C}`, `2= ${A}`, `2= ${B}`]);
  });

  test('what is still tied after one decision can be decided by another', () => {
    const result = decide(decision([A, B, C], [C]), decision([A, B], [B, A]));
    expect(communes(result)).toEqual([`1 ${C}`, `2 ${B}`, `3 ${A}`]);
    expect(problems(result, 'decisionVoid')).toEqual([]);
  });

  test.each([
    ['other points', decision([A, B, C], [C, A, B], '87')],
    ['points as a decimal', decision([A, B, C], [C, A, B], '88.0')],
    ['a unit too few', decision([A, B], [B, A])],
    ['a unit too many', decision([A, B, C, D], [D, C, B, A])],
    ['a unit twice', decision([A, B, B], [B, A])],
    ['all units, one of them twice', decision([A, B, C, C], [C, B, A])],
    ['an order with a stranger', decision([A, B, C], [D, C])],
    ['an order with a unit twice', decision([A, B, C], [C, C])],
    ['no order', decision([A, B, C], [])],
    ['another level', { ...decision([A, B, C], [C]), level: 'district' }],
    ['a level that isn’t in the plan', { ...decision([A, B, C], [C]), level: 'xã' }],
  ])('%s: void, said so, never applied', (_, made) => {
    const result = decide(made);
    expect(communes(result)).toEqual([`1= ${A}`, `1= ${B}`, `1= ${C}`]);
    expect(problems(result, 'decisionVoid')).toMatchObject([
      { severity: 'warning', units: made.units },
    ]);
  });

  test('figures that change make it void', () => {
    const rows = [...three.slice(0, 2), row(C, [81, 100], EID)];
    const tieDecisions = [decision([A, B, C], [C, B, A])];
    const result = scoreRows(rows, {}, { tieDecisions });
    expect(communes(result)).toEqual([`1 ${C}`, `2= ${A}`, `2= ${B}`]);
    expect(problems(result, 'decisionVoid')).toHaveLength(1);
  });

  test('readings that change make it void', () => {
    const rows = [A, B, C].map((name, i) => row(name, [80, 100], EID, { post: i }));
    const tieDecisions = [decision([A, B, C], [C, B, A])];
    expect(communes(scoreRows(rows, {}, { tieDecisions }))[0]).toBe(`1 ${C}`);
    const other = scoreRows(rows, { post: 'inDenominator' }, { tieDecisions });
    expect(communes(other)[0]).toBe(`1 ${A}`);
    expect(problems(other, 'decisionVoid')).toHaveLength(1);
  });

  test('of two decisions on one group one is applied and the other said to be void', () => {
    const result = decide(decision([A, B, C], [C, B, A]), decision([A, B, C], [A, B, C]));
    expect(communes(result)).toEqual([`1 ${C}`, `2 ${B}`, `3 ${A}`]);
    expect(problems(result, 'decisionVoid')).toHaveLength(1);
  });
});
