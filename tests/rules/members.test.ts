import type { CombinedRatio } from '../../src/rules';
import { cell, code, communesOf, points, problems, row, scoreRows, shown, unitOf } from './build';
import type { Pair } from './build';

const DISTRICT = 'Huyện Vị Thủy';
const [A, B] = communesOf(DISTRICT) as [string, string];
const EID: Pair = [1, 2];

/** The district's row and its first communes'. */
function with_(own: Pair, members: readonly Pair[], readings: object = {}) {
  return scoreRows(
    [
      row(DISTRICT, own, EID),
      ...members.map((pair, i) => row(communesOf(DISTRICT)[i] as string, pair, EID)),
    ],
    readings,
  );
}
const combined = (result: ReturnType<typeof with_>) =>
  shown(unitOf(result, DISTRICT).criteria.dvc?.ratio);

describe('III.2.a, row 2: (own ratio + simple mean of the communes’ ratios)/2, then the threshold', () => {
  test.each([
    [
      '60/70 with two communes at 66/70 is exactly 90 %',
      [60, 70],
      [
        [66, 70],
        [66, 70],
      ],
      '9/10',
      '60',
    ],
    [
      'one dossier less is below',
      [599_999, 700_000],
      [
        [66, 70],
        [66, 70],
      ],
      '1259999/1400000',
      '3779997/70000',
    ],
    [
      'one dossier more is above',
      [600_001, 700_000],
      [
        [66, 70],
        [66, 70],
      ],
      '1260001/1400000',
      '60',
    ],
    [
      'the mean is simple: 1/1 and 0/999 count alike',
      [50, 100],
      [
        [1, 1],
        [0, 999],
      ],
      '1/2',
      '30',
    ],
    [
      '80 % and a mean of 100 % are exactly 90 %',
      [80, 100],
      [
        [5, 5],
        [7, 7],
        [9, 9],
      ],
      '9/10',
      '60',
    ],
    ['100 % and a mean of 79,99 %', [10, 10], [[7999, 10_000]], '17999/20000', '53997/1000'],
    ['a gated commune counts in the mean', [70, 100], [[10, 100]], '2/5', '24'],
  ] as [string, Pair, Pair[], string, string][])('%s', (_, own, members, ratio, dvc) => {
    const result = with_(own, members);
    expect(combined(result)).toBe(ratio);
    expect(points(result, DISTRICT, 'dvc')).toBe(dvc);
  });

  test('e-ID isn’t combined: a district’s figures are its own row', () => {
    const result = scoreRows([row(DISTRICT, [1, 2], [80, 100]), row(A, [1, 2], [0, 100])]);
    expect(points(result, DISTRICT, 'eid')).toBe('40');
  });

  test('communes of other districts have no say', () => {
    const rows = [row(DISTRICT, [1, 2], EID), row(A, [1, 2], EID), row('Xã Tân Bình', [1, 1], EID)];
    expect(combined(scoreRows(rows))).toBe('1/2');
  });
});

describe('row 2: all four readings on one example', () => {
  // Own 900/1000. Communes: 80/100 and 300/300.
  const own: Pair = [900, 1000];
  const members: Pair[] = [
    [80, 100],
    [300, 300],
  ];
  test.each([
    // (9/10 + (8/10 + 1)/2)/2
    ['meanOfRatios', '9/10', '60'],
    // own 90 % is 60 points; the communes have 48 and 60, 54 on average: (60 + 54)/2
    ['meanOfPoints', '–', '57'],
    // (900 + 190)/(1000 + 200)
    ['meanCounts', '109/120', '60'],
    // (900 + 380)/(1000 + 400)
    ['pooledCounts', '32/35', '60'],
  ] as [CombinedRatio, string, string][])('%s', (combinedRatio, ratio, dvc) => {
    const result = with_(own, members, { combinedRatio });
    expect(combined(result)).toBe(ratio);
    expect(points(result, DISTRICT, 'dvc')).toBe(dvc);
  });

  test.each([
    [
      'meanCounts',
      [850, 1000],
      [
        [190, 200],
        [190, 200],
      ],
      '13/15',
      '52',
    ],
    [
      'pooledCounts',
      [850, 1000],
      [
        [190, 200],
        [190, 200],
      ],
      '123/140',
      '369/7',
    ],
    // thresholds first: a district’s 90 %, a commune’s 100 %; (60 + (54 + 54)/2)/2
    [
      'meanOfPoints',
      [900, 1000],
      [
        [90, 100],
        [90, 100],
      ],
      '–',
      '57',
    ],
    // a district’s 89,99 % gets no full points: (26997/500 + 60)/2
    ['meanOfPoints', [8999, 10_000], [[1, 1]], '–', '56997/1000'],
  ] as [CombinedRatio, Pair, Pair[], string, string][])(
    '%s below and at its thresholds (%#)',
    (combinedRatio, mine, theirs, ratio, dvc) => {
      const result = with_(mine, theirs, { combinedRatio });
      expect(combined(result)).toBe(ratio);
      expect(points(result, DISTRICT, 'dvc')).toBe(dvc);
    },
  );

  test('a mean of points takes a gated commune by its ratio: (60 + 30)/2', () => {
    const result = with_([9, 10], [[1, 2]], { combinedRatio: 'meanOfPoints' });
    expect(points(result, DISTRICT, 'dvc')).toBe('45');
  });
});

describe('row 4: a commune with no usable ratio', () => {
  const unusable: [string, Pair][] = [
    ['empty', [cell('empty'), 100]],
    ['a > b', [101, 100]],
    ['a = b = 0', [0, 0]],
    ['b = 0', [3, 0]],
    ['text', [cell('text', 'x'), 1]],
  ];

  test.each(unusable)('%s: left out of the mean, named in a warning and a note', (_, pair) => {
    const result = with_([50, 100], [[80, 100], pair]);
    expect(shown(unitOf(result, DISTRICT).criteria.dvc?.memberMean)).toBe('4/5');
    expect(combined(result)).toBe('13/20');
    const named = problems(result, 'memberMissing').filter(({ member }) => member === code(B));
    expect(named).toMatchObject([{ severity: 'warning', unit: code(DISTRICT), criterion: 'dvc' }]);
    const [note] = unitOf(result, DISTRICT).notes;
    expect(note).toMatchObject({ code: 'membersLeftOut' });
    expect(note?.code === 'membersLeftOut' && note.members).toContain(code(B));
  });

  test.each(unusable)('%s, option: counts as 0', (_, pair) => {
    const members: Pair[] = [[80, 100], pair, ...Array<Pair>(8).fill([80, 100])];
    const result = with_([50, 100], members, { unusableMember: 'countsAsZero' });
    // nine communes at 80 % and one at 0: 72 %; (50 % + 72 %)/2
    expect(combined(result)).toBe('61/100');
  });

  test('option: a commune without a row counts as 0 too: (50 % + 80 %/10)/2', () => {
    const result = with_([50, 100], [[80, 100]], { unusableMember: 'countsAsZero' });
    expect(combined(result)).toBe('29/100');
  });

  test('a mean of points under the option: (30 + 48/10)/2', () => {
    const readings = { unusableMember: 'countsAsZero', combinedRatio: 'meanOfPoints' };
    expect(points(with_([50, 100], [[80, 100]], readings), DISTRICT, 'dvc')).toBe('87/5');
  });

  test.each([
    // (50 + 80)/(100 + 100); the commune that has a > b brings neither count
    ['meanCounts', '13/20'],
    ['pooledCounts', '13/20'],
  ] as [CombinedRatio, string][])(
    '%s uses usable figures only, whatever the option',
    (reading, ratio) => {
      for (const unusableMember of ['leftOut', 'countsAsZero'] as const) {
        const readings = { combinedRatio: reading, unusableMember };
        expect(
          combined(
            with_(
              [50, 100],
              [
                [80, 100],
                [201, 100],
                [5, 0],
              ],
              readings,
            ),
          ),
        ).toBe(ratio);
      }
    },
  );

  test('duplicate rows of a commune leave it out', () => {
    const rows = [
      row(DISTRICT, [50, 100], EID),
      row(A, [80, 100], EID),
      row(B, [10, 100], EID),
      row(B, [20, 100], EID),
    ];
    expect(combined(scoreRows(rows))).toBe('13/20');
  });
});

describe('row 5: a district without commune rows', () => {
  test.each(['meanOfRatios', 'meanOfPoints', 'meanCounts', 'pooledCounts'] as const)(
    'its own ratio alone, with a warning (%s)',
    (combinedRatio) => {
      const result = with_([70, 100], [], { combinedRatio });
      expect(points(result, DISTRICT, 'dvc')).toBe('42');
      expect(problems(result, 'noMembers')).toMatchObject([
        { severity: 'warning', unit: code(DISTRICT) },
      ]);
      expect(unitOf(result, DISTRICT).notes).toEqual([{ code: 'alone' }]);
    },
  );

  test('option: not scored, an error', () => {
    const result = with_([70, 100], [], { noMembers: 'notScored' });
    expect(unitOf(result, DISTRICT)).toMatchObject({ status: 'incomplete', rank: null });
    expect(problems(result, 'noMembers')).toMatchObject([{ severity: 'error' }]);
    expect(unitOf(result, DISTRICT).notes.map((note) => note.code)).not.toContain('alone');
  });

  test('commune rows none of which is usable: the same', () => {
    const result = with_(
      [70, 100],
      [
        [101, 100],
        [0, 0],
      ],
    );
    expect(points(result, DISTRICT, 'dvc')).toBe('42');
    expect(problems(result, 'noMembers')).toHaveLength(1);
    const noted = unitOf(result, DISTRICT).notes.map((note) => note.code);
    expect(noted).toEqual(['alone', 'membersLeftOut']);
  });

  test('they count as 0 where the option of row 4 says so: (70 % + 0)/2', () => {
    const result = with_([70, 100], [[101, 100]], { unusableMember: 'countsAsZero' });
    expect(combined(result)).toBe('7/20');
  });

  test('with communes but without its own ratio a district isn’t scored', () => {
    const result = with_([cell('empty'), 100], [[80, 100]]);
    expect(unitOf(result, DISTRICT).status).toBe('incomplete');
    expect(shown(unitOf(result, DISTRICT).criteria.dvc?.memberMean)).toBe('4/5');
  });
});
