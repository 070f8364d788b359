import { fullName, HAU_GIANG_2023, levelOf, type Unit } from '../../src/rules';
import { UNITS_OF_2023 } from './units-2023';

const PLAN = HAU_GIANG_2023;
const of = (level: string) => PLAN.units.filter((unit) => unit.level === level);
const byType = (units: readonly Unit[]) =>
  units.reduce<Record<string, number>>(
    (all, { type }) => ({ ...all, [type]: (all[type] ?? 0) + 1 }),
    {},
  );

describe('the units', () => {
  test('8 districts and 75 communes', () => {
    expect(of('district')).toHaveLength(8);
    expect(of('commune')).toHaveLength(75);
    expect(PLAN.units).toHaveLength(83);
  });

  test('51 xã, 13 phường, 11 thị trấn; 5 huyện, 1 thị xã, 2 thành phố', () => {
    expect(byType(of('commune'))).toEqual({ Xã: 51, Phường: 13, 'Thị trấn': 11 });
    expect(byType(of('district'))).toEqual({ Huyện: 5, 'Thị xã': 1, 'Thành phố': 2 });
  });

  test('codes are unique, three digits for districts, five for communes', () => {
    expect(new Set(PLAN.units.map(({ code }) => code)).size).toBe(83);
    expect(of('district').filter(({ code }) => !/^93[0-7]$/.test(code))).toEqual([]);
    expect(of('commune').filter(({ code }) => !/^31[34]\d\d$/.test(code))).toEqual([]);
  });

  test('every commune belongs to a district, no district to anything', () => {
    const districts = new Set<string | null>(of('district').map(({ code }) => code));
    expect(of('commune').filter(({ parent }) => !districts.has(parent))).toEqual([]);
    expect(of('district').filter(({ parent }) => parent !== null)).toEqual([]);
  });

  test('names are composed Unicode with one tone-mark habit: Hòa, Hỏa, Thủy', () => {
    const names = PLAN.units.map(fullName);
    expect(names.filter((name) => name !== name.normalize('NFC'))).toEqual([]);
    expect(names.filter((name) => name !== name.trim().replace(/\s+/gu, ' '))).toEqual([]);
    // In open syllables the mark stands on the first of oa, oe, uy: òa, not oà.
    const other = /o[àáảãạèéẻẽẹ](?![a-zà-ỹ])|(?<!q)u[ỳýỷỹỵ](?![a-zà-ỹ])/iu;
    expect('Hoà Thuỷ'.match(other)).not.toBeNull();
    expect(names.filter((name) => other.test(name))).toEqual([]);
    for (const habit of ['Hỏa Lựu', 'Tân Hòa', 'Vị Thủy']) {
      expect(PLAN.units.some(({ name }) => name === habit)).toBe(true);
    }
  });

  test('a type, a name and a district are one unit; a name alone isn’t', () => {
    const keys = PLAN.units.map((unit) => `${fullName(unit)}/${unit.parent}`);
    expect(new Set(keys).size).toBe(83);
    const bearers = (name: string) => PLAN.units.filter((unit) => unit.name === name).length;
    const shared = ['Long Mỹ', 'Vĩnh Tường', 'Vị Thanh', 'Phụng Hiệp', 'Ngã Bảy', 'Vị Thủy'];
    expect(shared.map(bearers)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(new Set(PLAN.units.map(({ name }) => name)).size).toBe(83 - shared.length);
  });

  test('they are those of the list in tests/rules/units-2023.ts', () => {
    const listed = UNITS_OF_2023.flatMap(([code, type, name, communes]) => [
      `${code} ${type} ${name}`,
      ...communes.map((commune) => `${commune} (${code})`),
    ]).sort();
    const here = PLAN.units
      .map((unit) => `${unit.code} ${fullName(unit)}${unit.parent ? ` (${unit.parent})` : ''}`)
      .sort();
    expect(here).toEqual(listed);
  });
});

describe('the figures, as the plan’s text has them', () => {
  test.each([
    // III.2.a and b: ĐIỂM CHUẨN (100 điểm), Điểm tối đa from
    ['district', 'dvc', 'III.2.a', '60', '90%'],
    ['district', 'eid', 'III.2.a', '40', '80%'],
    ['commune', 'dvc', 'III.2.b', '60', '100%'],
    ['commune', 'eid', 'III.2.b', '40', '90%'],
  ])('%s %s (%s): %s points from %s', (level, id, clause, full, threshold) => {
    const criterion = levelOf(PLAN, level).criteria.find((each) => each.id === id);
    expect(criterion).toMatchObject({ clause, full, threshold });
  });

  test('full points are 100 at each level', () => {
    for (const { criteria } of PLAN.levels) {
      expect(criteria.reduce((all, { full }) => all + Number(full), 0)).toBe(100);
    }
    expect(PLAN.levels.map(({ id }) => id)).toEqual(['district', 'commune']);
  });

  test('III.2.b: below 70 % of DVC a commune isn’t considered; districts have no gate', () => {
    expect(levelOf(PLAN, 'commune').gate).toEqual({
      clause: 'III.2.b',
      criterion: 'dvc',
      from: '70%',
    });
    expect(levelOf(PLAN, 'district').gate).toBeNull();
  });

  test('III.2.a: only a district’s DVC is combined with its communes’', () => {
    const combined = PLAN.levels.map(({ criteria }) =>
      criteria.map(({ combine }) => combine?.level),
    );
    expect(combined).toEqual([
      ['commune', undefined],
      [undefined, undefined],
    ]);
  });

  test('rows 3, 14 and 15: post is a channel of DVC, percentages may serve e-ID, sums a district’s', () => {
    const told = PLAN.levels.map(({ criteria }) =>
      criteria.map((each) => [each.postChannel, each.percentAllowed, each.memberSum]),
    );
    expect(told).toEqual([
      [
        [true, false, null],
        [false, true, 'commune'],
      ],
      [
        [true, false, null],
        [false, true, null],
      ],
    ]);
  });

  test('III.2.b: accounts tell tied communes apart, the plan says nothing of districts', () => {
    expect(levelOf(PLAN, 'commune').tieBreak).toEqual({ clause: 'III.2.b', criterion: 'dvc' });
    expect(levelOf(PLAN, 'district').tieBreak).toBeNull();
  });

  test('IV.2.a, IV.4: three prizes, 45,000,000 đ in all, 3 + 2 + 1 points', () => {
    expect(PLAN.prizes).toHaveLength(1);
    const [award] = PLAN.prizes;
    expect(award).toMatchObject({ clause: 'IV.2.a', level: 'district' });
    expect(award?.prizes.map((p) => [p.name, p.money, p.bonus, p.bonusClause])).toEqual([
      ['Nhất', 20000000, 3, 'IV.4.a'],
      ['Nhì', 15000000, 2, 'IV.4.b'],
      ['Ba', 10000000, 1, 'IV.4.c'],
    ]);
    expect(award?.prizes.reduce((all, { money }) => all + money, 0)).toBe(45_000_000);
  });

  test('IV.2.b and III, note: 7 communes, at most 2 a district, no money named', () => {
    expect(PLAN.places).toEqual([
      {
        id: 'commune',
        clause: 'IV.2.b',
        level: 'commune',
        places: 7,
        perGroup: { clause: 'III', most: 2 },
        money: null,
      },
    ]);
  });

  test('IV.2.c: 16 individuals; the quotas add up to it', () => {
    const { total, perGroup, exceptions, clause } = PLAN.individuals!;
    expect([total, perGroup, clause]).toEqual([16, 2, 'IV.2.c']);
    const named = Object.entries(exceptions).map(([code, quota]) => {
      const unit = PLAN.units.find((each) => each.code === code);
      return `${unit ? fullName(unit) : '?'}: ${quota}`;
    });
    expect(named.sort()).toEqual(['Huyện Phụng Hiệp: 3', 'Thành phố Ngã Bảy: 1']);
    const quotas = of('district').map(({ code }) => exceptions[code] ?? perGroup);
    expect(quotas.reduce((all, each) => all + each, 0)).toBe(16);
  });

  test('II.2: until 31 December 2023; the start is blank', () => {
    expect(PLAN.period).toEqual({ clause: 'II.2', from: null, until: '2023-12-31' });
    expect([PLAN.year, PLAN.province]).toEqual([2023, 'tỉnh Hậu Giang']);
    expect(PLAN.movement).toBe('Người dân Hậu Giang nộp dịch vụ công trực tuyến');
  });
});
