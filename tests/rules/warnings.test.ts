import { code, communesOf, points, problems, row, scoreRows, unitOf } from './build';
import type { Pair } from './build';

const COMMUNE = 'Xã Vị Thắng';
const DISTRICT = 'Huyện Vị Thủy';
const FAR: Pair = [1, 2];

describe('units within half a point of a jump', () => {
  const jumps = (name: string, dvc: Pair, eid: Pair, readings = {}) =>
    problems(scoreRows([row(name, dvc, eid)], readings), 'nearJump').map(
      ({ criterion, threshold, kind, above }) =>
        `${criterion} ${kind} ${threshold} ${above ? 'above' : 'below'}`,
    );

  test.each([
    // District DVC: half a point of 60 is 1/120; 90 % ± 0,8333 %
    ['a district’s DVC at 90 %', DISTRICT, [90, 100], FAR, ['dvc fullPoints 90% above']],
    ['just below', DISTRICT, [8999, 10_000], FAR, ['dvc fullPoints 90% below']],
    ['107/120: half a point below', DISTRICT, [107, 120], FAR, ['dvc fullPoints 90% below']],
    ['a hair further', DISTRICT, [106_999, 120_000], FAR, []],
    ['109/120: half a point above', DISTRICT, [109, 120], FAR, ['dvc fullPoints 90% above']],
    ['a hair further up', DISTRICT, [109_001, 120_000], FAR, []],
    ['a district has no gate', DISTRICT, [70, 100], FAR, []],
    // District e-ID: half a point of 40 is 1/80; 80 % ± 1,25 %
    ['63/80 e-ID', DISTRICT, FAR, [63, 80], ['eid fullPoints 80% below']],
    ['a hair less', DISTRICT, FAR, [62_999, 80_000], []],
    ['65/80 e-ID', DISTRICT, FAR, [65, 80], ['eid fullPoints 80% above']],
    ['a hair more', DISTRICT, FAR, [65_001, 80_000], []],
    // Commune gate: 70 % ± 1/120
    ['83/120 before the gate', COMMUNE, [83, 120], FAR, ['dvc gate 70% below']],
    ['a hair before that', COMMUNE, [82_999, 120_000], FAR, []],
    ['at the gate', COMMUNE, [70, 100], FAR, ['dvc gate 70% above']],
    ['85/120 behind the gate', COMMUNE, [85, 120], FAR, ['dvc gate 70% above']],
    ['a hair behind that', COMMUNE, [85_001, 120_000], FAR, []],
    // Commune e-ID: 90 % ± 1,25 %
    ['71/80 e-ID of a commune', COMMUNE, FAR, [71, 80], ['eid fullPoints 90% below']],
    ['73/80 e-ID of a commune', COMMUNE, FAR, [73, 80], ['eid fullPoints 90% above']],
    ['a hair above', COMMUNE, FAR, [73_001, 80_000], []],
    ['a commune’s DVC doesn’t jump at 100 %', COMMUNE, [9999, 10_000], FAR, []],
  ] as [string, string, Pair, Pair, string[]][])('%s', (_, name, dvc, eid, expected) => {
    expect(jumps(name, dvc, eid)).toEqual(expected);
  });

  test('a district’s combined ratio is what counts, not its own', () => {
    // 60/70 is 85,7 %, with two communes at 66/70 exactly 90 %
    const [a, b] = communesOf(DISTRICT) as [string, string];
    const result = scoreRows([
      row(DISTRICT, [60, 70], FAR),
      row(a, [66, 70], FAR),
      row(b, [66, 70], FAR),
    ]);
    const told = problems(result, 'nearJump').filter(({ unit }) => unit === code(DISTRICT));
    expect(told).toMatchObject([{ criterion: 'dvc', threshold: '90%', above: true }]);
  });

  test('the bound is a parameter', () => {
    expect(jumps(DISTRICT, [85, 100], FAR)).toEqual([]);
    expect(jumps(DISTRICT, [85, 100], FAR, { nearJump: '3' })).toEqual([
      'dvc fullPoints 90% below',
    ]);
  });

  test('under the mean of points a district’s own ratio jumps at 90 % too', () => {
    const rows = [row(DISTRICT, [8999, 10_000], FAR), row(COMMUNE, [8, 10], FAR)];
    const result = scoreRows(rows, { combinedRatio: 'meanOfPoints' });
    expect(points(result, DISTRICT, 'dvc')).toBe('50997/1000');
    const told = problems(result, 'nearJump').filter(({ unit }) => unit === code(DISTRICT));
    expect(told).toHaveLength(1);
  });
});

describe('a district row whose b is at least the sum of its communes’ b', () => {
  test.each([
    [199, 0],
    [200, 1],
    [201, 1],
  ])('%d beside 120 + 80: %d warnings', (own, warnings) => {
    const [a, b] = communesOf(DISTRICT) as [string, string];
    const result = scoreRows([
      row(DISTRICT, [100, own], FAR),
      row(a, [60, 120], FAR),
      row(b, [60, 80], FAR),
    ]);
    const told = problems(result, 'mayIncludeMembers');
    expect(told).toHaveLength(warnings);
    for (const each of told) {
      expect(each).toMatchObject({ severity: 'warning', unit: code(DISTRICT), criterion: 'dvc' });
      expect([each.own.toString(), each.members.toString()]).toEqual([`${own}`, '200']);
    }
  });

  test('not asked without communes', () => {
    const result = scoreRows([row(DISTRICT, [100, 200], FAR)]);
    expect(problems(result, 'mayIncludeMembers')).toEqual([]);
  });
});

describe('row 13: units that look equal at two decimals but aren’t', () => {
  const [A, B, C] = ['Xã Vị Trung', 'Xã Vị Thủy', 'Xã Vị Đông'] as const;
  const looksEqual = (...pairs: Pair[]) =>
    problems(
      scoreRows(pairs.map((pair, i) => row([A, B, C][i] as string, pair, [1, 2]))),
      'looksEqual',
    ).map(({ units, severity }) => [severity, ...units]);

  test.each([
    // ×60: 48,00396 and 48,00402 are both 48,00; 48,006 is 48,01
    [
      '48,00396 and 48,00402',
      [
        [800_066, 1_000_000],
        [800_067, 1_000_000],
      ],
      true,
    ],
    [
      '48,00396 and 48,006',
      [
        [800_066, 1_000_000],
        [8001, 10_000],
      ],
      false,
    ],
    [
      'equal units',
      [
        [8, 10],
        [80, 100],
      ],
      false,
    ],
    [
      '48,0048 and 48,0054, on both sides of the half',
      [
        [80_008, 100_000],
        [80_009, 100_000],
      ],
      false,
    ],
  ] as [string, Pair[], boolean][])('%s: %#', (_, pairs, noted) => {
    expect(looksEqual(...pairs)).toHaveLength(noted ? 1 : 0);
  });

  test('all of them are named, equal ones too, as information', () => {
    const three = looksEqual([800_066, 1_000_000], [800_067, 1_000_000], [800_066, 1_000_000]);
    expect(three.map(([severity, ...units]) => [severity, ...units.sort()])).toEqual([
      ['info', code(A), code(B), code(C)].map((x) => x),
    ]);
  });
});

describe('the accounts that filed (row 6)', () => {
  const of = (accounts: object, readings = {}) =>
    scoreRows([row(COMMUNE, [80, 100], [1, 2], { accounts })], readings);

  test.each([
    [80, 0],
    [79, 1],
    [81, 1],
  ])('a log of %d dossiers beside a = 80', (logged, told) => {
    const result = of({ distinct: 40, logged });
    expect(problems(result, 'logDiffers')).toHaveLength(told);
    expect(unitOf(result, COMMUNE).measures.dossiersPerAccount === null).toBe(told === 1);
    for (const each of problems(result, 'logDiffers')) {
      expect([each.logged, each.reported.toString()]).toEqual([logged, '80']);
    }
  });

  test.each([
    ['more accounts than dossiers', { distinct: 81 }, true],
    ['as many', { distinct: 80 }, false],
    ['none for 80 dossiers', { distinct: 0 }, true],
    ['half an account', { distinct: 1.5 }, true],
    ['fewer than none', { distinct: -1 }, true],
    [
      'the busiest three hold more dossiers than there are',
      { distinct: 40, busiest: { dossiers: 81, of: 80 } },
      true,
    ],
    ['one account holds more dossiers than there are', { distinct: 40, onBusiest: 81 }, true],
  ])('implausible: %s', (_, accounts, implausible) => {
    const result = of(accounts);
    expect(problems(result, 'accountsImplausible')).toHaveLength(implausible ? 1 : 0);
    const { dossiersPerAccount } = unitOf(result, COMMUNE).measures;
    expect(dossiersPerAccount === null).toBe(implausible);
  });

  test.each([
    ['29 on one account', { onBusiest: 29 }, 0],
    ['30 on one account', { onBusiest: 30 }, 1],
    ['39 of 80 on the busiest three', { busiest: { dossiers: 39, of: 80 } }, 0],
    ['40 of 80 on the busiest three: 50 %', { busiest: { dossiers: 40, of: 80 } }, 1],
    ['neither is known', {}, 0],
    ['both', { onBusiest: 30, busiest: { dossiers: 40, of: 80 } }, 1],
  ])('to be looked into: %s', (_, accounts, told) => {
    const result = of({ distinct: 40, ...accounts });
    expect(problems(result, 'toBeLookedInto')).toHaveLength(told);
    expect(unitOf(result, COMMUNE)).toMatchObject({ status: 'ranked', rank: 1 });
  });

  test('both bounds are parameters, and the warning says them', () => {
    const lookInto = { onOneAccount: 10, busiestShare: '20%' };
    const [told] = problems(of({ distinct: 40, onBusiest: 10 }, { lookInto }), 'toBeLookedInto');
    expect(told).toMatchObject({ severity: 'warning', onOneAccount: 10, bounds: lookInto });
  });

  test('of two different rows of a unit neither says anything of its accounts, whichever comes first', () => {
    const rows = [
      row(COMMUNE, [80, 100], [1, 2], { accounts: { distinct: -1 } }),
      row(COMMUNE, [70, 100], [1, 2]),
    ];
    const told = [rows, [...rows].reverse()].map(
      (each) => problems(scoreRows(each), 'accountsImplausible').length,
    );
    expect(told).toEqual([0, 0]);
  });
});
