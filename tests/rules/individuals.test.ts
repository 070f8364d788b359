import { isOpen, type Individual } from '../../src/rules';
import { code, nameOf, problems, scoreRows, unitNamed } from './build';

const QUOTAS: [district: string, quota: number][] = [
  ['Thành phố Vị Thanh', 2],
  ['Thành phố Ngã Bảy', 1],
  ['Huyện Châu Thành A', 2],
  ['Huyện Châu Thành', 2],
  ['Huyện Phụng Hiệp', 3],
  ['Huyện Vị Thủy', 2],
  ['Huyện Long Mỹ', 2],
  ['Thị xã Long Mỹ', 2],
];

const person = (group: string, i = 0): Individual => ({
  name: `Nguyễn Văn ${i}`,
  post: 'Công chức',
  workplace: 'UBND xã',
  group,
  achievements: 'Vận động 100 hộ nộp trực tuyến',
  proposedBy: 'UBND huyện',
  place: { sheet: 'Cá nhân', address: `B${i + 2}` },
});

const propose = (changes: Readonly<Record<string, number>> = {}): Individual[] =>
  QUOTAS.flatMap(([district, quota]) =>
    Array.from({ length: changes[district] ?? quota }, (_, i) => person(code(district), i)),
  );

const check = (individuals: readonly Individual[]) => scoreRows([], {}, { individuals });

const told = (individuals: readonly Individual[]) => {
  const result = check(individuals);
  return [...problems(result, 'overQuota'), ...problems(result, 'underQuota')].map(
    (each) => `${each.severity} ${each.unit}: ${each.proposed} of ${each.quota}`,
  );
};

describe('IV.2.c: sixteen individuals, two a district, three for Phụng Hiệp, one for Ngã Bảy', () => {
  test('the quotas', () => {
    const { quotas } = check([]).awards;
    expect(quotas.map(({ group, quota }) => [nameOf({ unit: group }), quota])).toEqual(QUOTAS);
    expect(quotas.reduce((all, { quota }) => all + quota, 0)).toBe(16);
  });

  test('exactly those: nothing to say', () => {
    expect(propose()).toHaveLength(16);
    expect(told(propose())).toEqual([]);
  });

  test.each([
    ['Huyện Phụng Hiệp', 4, 'error 934: 4 of 3'],
    ['Huyện Phụng Hiệp', 2, 'warning 934: 2 of 3'],
    ['Thành phố Ngã Bảy', 2, 'error 931: 2 of 1'],
    ['Thành phố Ngã Bảy', 0, 'warning 931: 0 of 1'],
    ['Huyện Vị Thủy', 3, 'error 935: 3 of 2'],
    ['Huyện Vị Thủy', 1, 'warning 935: 1 of 2'],
  ])('%s proposes %d', (district, count, expected) => {
    expect(told(propose({ [district]: count }))).toEqual([expected]);
  });

  test('one too many here isn’t made good by one too few there', () => {
    const changes = { 'Huyện Phụng Hiệp': 4, 'Thị xã Long Mỹ': 1 };
    expect(told(propose(changes))).toEqual(['error 934: 4 of 3', 'warning 937: 1 of 2']);
  });

  test('over the quota keeps the result a draft; the cells are named', () => {
    const result = check(propose({ 'Thành phố Ngã Bảy': 2 }));
    expect(isOpen({ ...result, levels: {}, problems: problems(result, 'overQuota') })).toBe(true);
    const [problem] = problems(result, 'overQuota');
    expect(problem?.places.map(({ address }) => address)).toEqual(['B2', 'B3']);
  });

  test('nobody is invented, and who was proposed stands with the district', () => {
    const one = person(code('Huyện Vị Thủy'), 7);
    const { quotas } = check([one]).awards;
    expect(quotas.flatMap(({ proposed }) => proposed)).toEqual([one]);
    expect(quotas.find(({ proposed }) => proposed.length === 1)?.group).toBe(
      unitNamed('Huyện Vị Thủy'),
    );
  });

  test('a person of no district of the plan isn’t lost in silence', () => {
    const before = check(propose()).problems.length;
    expect(check([...propose(), person('999')]).problems.length).toBeGreaterThan(before);
  });

  test('what the list must print and isn’t there is an error; the rest a warning', () => {
    const [first] = propose();
    const told = (changes: Partial<Individual>) =>
      problems(check([{ ...first!, ...changes }]), 'individualIncomplete').map(
        ({ severity, fields }) => [severity, ...fields],
      );
    expect(told({})).toEqual([]);
    expect(told({ post: '', achievements: '' })).toEqual([['error', 'post', 'achievements']]);
    expect(told({ group: '' })).toEqual([['error', 'group']]);
    expect(told({ proposedBy: '' })).toEqual([['warning', 'proposedBy']]);
  });

  test('a person with two rows is an error and takes one place; marks and case don’t hide it', () => {
    const [first] = propose();
    const again = { ...first!, name: first!.name.toUpperCase().normalize('NFD') };
    const result = check([first!, again]);
    expect(problems(result, 'individualTwice')).toHaveLength(1);
    expect(result.awards.quotas.flatMap(({ proposed }) => proposed)).toEqual([first]);
    expect(problems(result, 'individualNamesakes')).toEqual([]);
  });

  test('two people of one name each keep their place, and a person is asked to look', () => {
    const one = person(code('Huyện Vị Thủy'));
    const result = check([one, { ...one, workplace: 'Công an huyện' }]);
    expect(problems(result, 'individualTwice')).toEqual([]);
    expect(problems(result, 'individualNamesakes').map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
    expect(result.awards.quotas.flatMap(({ proposed }) => proposed)).toHaveLength(2);
  });

  test('rows without a name aren’t taken for one person', () => {
    const nameless = { ...person(code('Huyện Vị Thủy')), name: '' };
    expect(problems(check([nameless, nameless]), 'individualTwice')).toEqual([]);
  });
});
