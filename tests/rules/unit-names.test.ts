import { fullName, HAU_GIANG_2023, nameKey, finderOf } from '../../src/rules';
import { unitNamed } from './build';

const finder = finderOf(HAU_GIANG_2023);

interface Known {
  readonly in?: string;
  readonly level?: 'district' | 'commune';
}

/** What is found: "= Xã Vị Thắng", or "? …" with what could be meant, or "! …" with what looks alike. */
function find(text: string, known: Known = {}): string {
  const match = finder.find(text, {
    parent: known.in ? unitNamed(known.in) : null,
    level: known.level ?? null,
  });
  if ('found' in match) return `= ${fullName(match.found)}`;
  const list = 'candidates' in match ? match.candidates : match.suggestions;
  const names = list.map(fullName).sort().join(', ');
  return `${'candidates' in match ? '?' : '!'} ${names}`.trim();
}

describe('every unit is found by its full name and district, however it is typed', () => {
  const spellings: [string, (name: string) => string][] = [
    ['as it is', (name) => name],
    ['decomposed', (name) => name.normalize('NFD')],
    ['upper case', (name) => name.toUpperCase()],
    ['with spaces', (name) => `  ${name.replace(/ /g, ' \u00a0 ')} `],
    [
      'the other tone-mark habit',
      (name) => name.replace('òa', 'oà').replace('ỏa', 'oả').replace('ủy', 'uỷ'),
    ],
    ['with its office', (name) => `UBND ${name}`],
    ['with its office in full', (name) => `Uỷ ban nhân dân ${name}`],
    [
      'abbreviated',
      (name) =>
        name
          .replace('Thành phố', 'TP.')
          .replace('Thị xã', 'TX.')
          .replace('Thị trấn', 'TT.')
          .replace('Huyện', 'H.')
          .replace('Phường', 'P.')
          .replace(/^Xã/, 'X.'),
    ],
    [
      'abbreviated without a space',
      (name) =>
        name
          .replace('Thành phố ', 'TP.')
          .replace('Thị xã ', 'TX.')
          .replace('Thị trấn ', 'TT.')
          .replace('Huyện ', 'H.')
          .replace('Phường ', 'P.')
          .replace(/^Xã /, 'X.'),
    ],
  ];
  test.each(spellings)('%s', (_, spell) => {
    const lost = HAU_GIANG_2023.units
      .map(fullName)
      .filter((name) => find(spell(name)) !== `= ${name}`);
    expect(lost).toEqual([]);
  });

  test('with the district behind it, after a comma, a dash or in brackets', () => {
    const communes = HAU_GIANG_2023.units.filter(({ parent }) => parent !== null);
    const lost = communes.flatMap((unit) => {
      const district = fullName(HAU_GIANG_2023.units.find(({ code }) => code === unit.parent)!);
      const name = fullName(unit);
      return [`${name}, ${district}`, `${name} - ${district}`, `${name} (${district})`].filter(
        (text) => find(text) !== `= ${name}`,
      );
    });
    expect(lost).toEqual([]);
  });
});

describe('a name alone identifies nobody', () => {
  test.each<[string, Known, string]>([
    ['Long Mỹ', {}, '? Huyện Long Mỹ, Thị xã Long Mỹ'],
    ['Long Mỹ', { level: 'district' }, '? Huyện Long Mỹ, Thị xã Long Mỹ'],
    ['Vĩnh Tường', { level: 'commune' }, '? Phường Vĩnh Tường, Xã Vĩnh Tường'],
    ['Vĩnh Tường', { level: 'commune', in: 'Huyện Vị Thủy' }, '= Xã Vĩnh Tường'],
    ['Vĩnh Tường', { level: 'commune', in: 'Thị xã Long Mỹ' }, '= Phường Vĩnh Tường'],
    ['Vị Thanh', {}, '? Thành phố Vị Thanh, Xã Vị Thanh'],
    ['Vị Thanh', { level: 'district' }, '= Thành phố Vị Thanh'],
    ['Vị Thanh', { level: 'commune' }, '= Xã Vị Thanh'],
    ['Phụng Hiệp', {}, '? Huyện Phụng Hiệp, Xã Phụng Hiệp'],
    ['Ngã Bảy', {}, '? Phường Ngã Bảy, Thành phố Ngã Bảy'],
    ['Vị Thủy', { level: 'commune' }, '= Xã Vị Thủy'],
    ['Vị Thắng', {}, '? Xã Vị Thắng'],
    ['Phường 1', {}, '= Phường I'],
    ['P. 4', {}, '= Phường IV'],
  ])('%s, knowing %j: %s', (text, known, expected) => {
    expect(find(text, known)).toBe(expected);
  });
});

describe('what isn’t certain is suggested, never taken', () => {
  test.each<[string, string[]]>([
    ['Xã Binh Thanh', ['Xã Bình Thành', 'Phường Bình Thạnh']],
    ['Xã Vị Thằng', ['Xã Vị Thắng']],
    ['Xã Vi Thang', ['Xã Vị Thắng']],
    ['Xã Vị Thắn', ['Xã Vị Thắng']],
  ])('%s may be %j', (text, expected) => {
    const answer = find(text);
    expect(answer.startsWith('!')).toBe(true);
    for (const name of expected) expect(answer).toContain(name);
  });

  test.each([
    ['a prefix is another unit', 'Huyện Châu Thành', '= Huyện Châu Thành'],
    ['so is what is longer', 'Huyện Châu Thành A', '= Huyện Châu Thành A'],
    ['Long Trị', 'Xã Long Trị', '= Xã Long Trị'],
    ['Long Trị A', 'Xã Long Trị A', '= Xã Long Trị A'],
  ])('%s', (_, text, expected) => {
    expect(find(text)).toBe(expected);
  });

  test.each([
    ['the wrong type', 'Phường Vị Thắng'],
    ['another district of the province', 'Xã Vị Thắng, huyện Long Mỹ'],
    ['a district of another province', 'Xã Tân Bình, huyện Châu Thành B'],
    ['a total', 'Tổng cộng'],
    ['nothing', ''],
    ['a type alone', 'Xã'],
  ])('%s isn’t found', (_, text) => {
    expect(find(text).startsWith('=')).toBe(false);
  });

  test('a district known from the sheet that isn’t the unit’s', () => {
    expect(find('Xã Vị Thắng', { in: 'Huyện Long Mỹ' }).startsWith('=')).toBe(false);
  });
});

test('keys keep marks and move no mark inside a syllable: hoàng, quý', () => {
  expect(nameKey('Hoàng QUÝ  Thuỷ')).toBe('hoàng quý thủy');
  expect(nameKey('Bình Thành')).not.toBe(nameKey('Bình Thạnh'));
});

describe('offices that stand before a unit’s name are opened', () => {
  test.each([
    ['UBND xã Vị Thắng', '= Xã Vị Thắng'],
    ['Bộ phận Một cửa xã Vị Thắng', '= Xã Vị Thắng'],
    ['Bộ phận một cửa - UBND xã Vị Thắng', '= Xã Vị Thắng'],
    ['Bộ phận TN&TKQ xã Vị Thắng', '= Xã Vị Thắng'],
    ['Bộ phận Tiếp nhận và Trả kết quả UBND TT. Nàng Mau', '= Thị trấn Nàng Mau'],
    ['VP HĐND và UBND huyện Vị Thủy', '= Huyện Vị Thủy'],
    ['Văn phòng HĐND - UBND H. Vị Thuỷ', '= Huyện Vị Thủy'],
    ['VP HĐND&UBND thành phố Vị Thanh', '= Thành phố Vị Thanh'],
    ['1. Xã Vị Thắng', '= Xã Vị Thắng'],
    ['III. HUYỆN VỊ THỦY', '= Huyện Vị Thủy'],
    ['X. Vị Thắng', '= Xã Vị Thắng'],
    ['- Xã Vị Thắng, huyện Vị Thủy', '= Xã Vị Thắng'],
  ])('%s: %s', (text, expected) => expect(find(text)).toBe(expected));

  test.each(['UBND', 'Bộ phận Một cửa', 'Phòng Tư pháp huyện Vị Thủy', 'VP HĐND và UBND tỉnh'])(
    '%s is no unit',
    (text) => expect(find(text).startsWith('=')).toBe(false),
  );
});
