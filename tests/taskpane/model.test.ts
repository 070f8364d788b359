import { changedReadings, DEFAULT_READINGS, HAU_GIANG_2023 } from '../../src/rules';
import { parseDay, shownDay } from '../../src/taskpane/model/day';
import { explain } from '../../src/workbook';
import { boundFields, changedOnly, readingFields } from '../../src/taskpane/model/reading-fields';
import { findUnits } from '../../src/taskpane/model/search';
import { createStore } from '../../src/taskpane/model/store';
import { differences, isNoChange } from '../../src/taskpane/model/trial';
import { decisionOn, otherTies, tieOf } from '../../src/taskpane/model/ties';
import { DECIDED, code, row, scoreRows, unitOf } from '../rules/build';

test('the store tells its listeners, until they leave', () => {
  const store = createStore({ n: 0, text: 'a' });
  const seen: number[] = [];
  const leave = store.subscribe(() => seen.push(store.get().n));
  store.set({ n: 1 });
  leave();
  store.set({ n: 2 });
  expect(seen).toEqual([1]);
  expect(store.get()).toEqual({ n: 2, text: 'a' });
});

describe('days as they are typed', () => {
  test.each([
    ['31/12/2023', '2023-12-31'],
    [' 1-5-2023 ', '2023-05-01'],
    ['', null],
    ['31/2/2023', undefined],
    ['2023', undefined],
  ])('%j', (typed, iso) => {
    expect(parseDay(typed)).toBe(iso);
  });
  test('and back', () => {
    expect([shownDay('2023-12-31'), shownDay(null)]).toEqual(['31/12/2023', '']);
  });
});

const result = scoreRows([
  row('Huyện Vị Thủy', [80, 100], [60, 100]),
  row('Xã Vị Thắng', [95, 100], [90, 100]),
  row('Xã Vị Đông', [95, 100], [90, 100]),
  row('Xã Lương Tâm', [69996, 100000], [50, 100]),
]);

test.each([
  ['vi thang', ['Vị Thắng']],
  ['VỊ ĐÔNG', ['Vị Đông']],
  ['luong', ['Lương Tâm', 'Lương Nghĩa']],
  ['đông', ['Vị Đông']],
])('search finds by %j', (typed, names) => {
  const found = findUnits(result.levels.commune?.units ?? [], typed, null);
  expect(found.map(({ unit }) => unit.name)).toEqual(expect.arrayContaining(names));
});

test('search within one district', () => {
  const units = result.levels.commune?.units ?? [];
  const found = findUnits(units, 'luong', code('Huyện Vị Thủy'));
  expect(found).toEqual([]);
});

describe('the explanation is the trace', () => {
  const steps = (name: string) =>
    explain(HAU_GIANG_2023, unitOf(result, name)).map(({ steps: all }) =>
      all.map(({ text }) => text),
    );

  test('a commune: ratio, points', () => {
    expect(steps('Xã Vị Thắng')).toEqual([
      ['Tỷ lệ = 95 / 100 = 95,00%', 'Điểm: 95,00%, dưới 100%: 95,00% × 60 = 57,00'],
      ['Tỷ lệ = 90 / 100 = 90,00%', 'Điểm: đạt 90% nên được 40 điểm'],
    ]);
  });

  test('just below the gate: as many decimals as show it', () => {
    expect(steps('Xã Lương Tâm')[0]?.[0]).toBe('Tỷ lệ = 69.996 / 100.000 = 69,996%');
  });

  test('a district: its communes one by one, and where each figure stands', () => {
    const [dvc] = explain(HAU_GIANG_2023, unitOf(result, 'Huyện Vị Thủy'));
    expect(dvc?.steps.map(({ text, clause }) => [text, clause])).toEqual([
      ['Tỷ lệ = 80 / 100 = 80,00%', 'III.2.a'],
      ['Bình quân tỷ lệ các xã = bình quân của 2 xã, phường, thị trấn = 95,00%', 'III.2.a'],
      ['Tỷ lệ kết hợp = (80,00% + 95,00%) / 2 = 87,50%', 'III.2.a'],
      ['Điểm: 87,50%, dưới 90%: 87,50% × 60 = 52,50', 'III.2.a'],
    ]);
    expect(dvc?.steps[0]?.places).toHaveLength(2);
    expect(dvc?.steps[1]?.members.map(({ text }) => text)).toEqual([
      '95 / 100 = 95,00%',
      '95 / 100 = 95,00%',
    ]);
  });

  test('a unit without figures has its reasons', () => {
    const [dvc] = explain(HAU_GIANG_2023, unitOf(result, 'Xã Vị Bình'));
    expect(dvc).toMatchObject({ steps: [], missing: { because: [{ why: 'noRow' }] } });
  });
});

describe('ties', () => {
  test('two communes with equal points hang on no award: an order is the board’s', () => {
    const [tie] = otherTies(result);
    const units = [code('Xã Vị Thắng'), code('Xã Vị Đông')];
    expect(result.awards.undecided).toEqual([]);
    const decision = tie && decisionOn(tie, [...units].reverse(), DECIDED);
    expect(decision).toMatchObject({ level: 'commune', points: '97' });
    const decided = scoreRows(
      Object.values(result.levels).flatMap(({ units: all }) =>
        all.flatMap((unit) => (unit.row ? [unit.row] : [])),
      ),
      {},
      { tieDecisions: decision ? [decision] : [] },
    );
    expect(unitOf(decided, 'Xã Vị Đông').rank).toBe(1);
    expect(unitOf(decided, 'Xã Vị Thắng').rank).toBe(2);
  });

  test('a tie of districts is an award’s: the whole group is named', () => {
    const tied = scoreRows([
      row('Huyện Vị Thủy', [80, 100], [60, 100]),
      row('Huyện Long Mỹ', [80, 100], [60, 100]),
    ]);
    const [open] = tied.awards.undecided;
    expect(open && tieOf(tied, open)?.group.units).toHaveLength(2);
    expect(otherTies(tied)).toEqual([]);
  });
});

describe('readings', () => {
  test('each default is among its answers', () => {
    const fields = [
      ...readingFields(HAU_GIANG_2023, result.readings),
      ...boundFields(result.readings),
    ];
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const { key, value, options, isDefault } of fields) {
      expect([key, isDefault, options.some((each) => each.value === value)]).toEqual([
        key,
        true,
        true,
      ]);
    }
  });

  test('every reading can be switched', () => {
    const fields = [
      ...readingFields(HAU_GIANG_2023, result.readings),
      ...boundFields(result.readings),
    ];
    const keys = new Set<string>(fields.map(({ key }) => key));
    // The letter that percentages came in is typed, not chosen.
    const left = Object.keys(DEFAULT_READINGS).filter((key) => !keys.has(key));
    expect(left).toEqual(['percentOnly']);
    const switched = fields.reduce((readings, { key, id, options }) => {
      const now = [...readingFields(HAU_GIANG_2023, readings), ...boundFields(readings)];
      const field = now.find((each) => each.id === id);
      const other = options.find(({ value }) => value !== field?.value);
      if (!field || !other) throw new Error(`no other answer for ${key}`);
      return field.with(other.value);
    }, result.readings);
    expect(changedReadings(switched)).toEqual(
      Object.keys(DEFAULT_READINGS).filter((key) => key !== 'percentOnly'),
    );
  });

  test('a bound of a settings file is among the answers', () => {
    const lookInto = { onOneAccount: 37, busiestShare: '55%' };
    const fields = boundFields({ ...result.readings, lookInto, nearJump: '0.75' });
    for (const { value, isDefault, options } of fields) {
      expect(isDefault).toBe(false);
      expect(options.map((each) => each.value)).toContain(value);
    }
  });

  test('a bound changes warnings and nothing else', () => {
    const rows = Object.values(result.levels).flatMap(({ units }) =>
      units.flatMap((unit) => (unit.row ? [unit.row] : [])),
    );
    const changes = differences(result, scoreRows(rows, { nearJump: '5' }));
    expect(changes.warnings.to).toBeGreaterThan(changes.warnings.from);
    expect(isNoChange({ ...changes, warnings: { from: 0, to: 0 } })).toBe(true);
    expect(isNoChange(changes)).toBe(false);
  });

  test('only what differs is kept', () => {
    const field = readingFields(HAU_GIANG_2023, result.readings).find(
      ({ key }) => key === 'places',
    );
    expect(field && changedOnly(field.with('5'))).toEqual({ places: 5 });
    expect(field && changedOnly(field.with('none'))).toEqual({});
  });

  test('what would change', () => {
    expect(isNoChange(differences(result, result))).toBe(true);
    const rows = Object.values(result.levels).flatMap(({ units }) =>
      units.flatMap((unit) => (unit.row ? [unit.row] : [])),
    );
    const other = scoreRows(rows, { gate: 'criterionOnly', places: 1 });
    expect(differences(result, other)).toMatchObject({
      points: 1,
      ranks: [{ unit: { name: 'Lương Tâm' }, from: null, to: 3 }],
      undecided: { from: 0, to: 1 },
    });
  });
});
