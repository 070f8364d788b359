import fc from 'fast-check';
import { fullName, HAU_GIANG_2023, finderOf, type Unit } from '../../../src/rules';

const finder = finderOf(HAU_GIANG_2023);
const { units } = HAU_GIANG_2023;
const parentOf = (unit: Unit) => units.find(({ code }) => code === unit.parent) ?? null;

/** The unit that a text is certainly taken for; null where a person has to choose. */
function certain(text: string, parent: Unit | null = null, level: string | null = null) {
  const match = finder.find(text, { parent, level });
  return 'found' in match ? match.found : null;
}

describe('spellings of reading.md, for all 83 units', () => {
  const other = (name: string) =>
    name.replace('òa', 'oà').replace('ỏa', 'oả').replace('ủy', 'uỷ').replace('Thủy', 'Thuỷ');
  const short = (name: string, space: string) =>
    name
      .replace(/^Thành phố /, `TP.${space}`)
      .replace(/^Thị xã /, `TX.${space}`)
      .replace(/^Thị trấn /, `TT.${space}`)
      .replace(/^Huyện /, `H.${space}`)
      .replace(/^Phường /, `P.${space}`)
      .replace(/^Xã /, `X.${space}`);
  const digit: Record<string, string> = { I: '1', III: '3', IV: '4', V: '5', VII: '7' };
  const spellings: [string, (name: string) => string][] = [
    ['Thuỷ, Hoà, Hoả', other],
    ['Thuỷ, decomposed, upper case', (name) => other(name).normalize('NFD').toUpperCase()],
    ['H. X. P.', (name) => short(name, ' ')],
    ['H.X.P. tight, upper case', (name) => short(name, '').toUpperCase()],
    ['UBND, abbreviated', (name) => `UBND ${short(name, '')}`],
    ['Uỷ ban nhân dân', (name) => `Uỷ ban nhân dân ${name.toLowerCase()}`],
    ['two spaces and a hard one', (name) => name.replace(/ /g, ' \u00a0')],
    [
      'Phường 1',
      (name) => name.replace(/^Phường ([IV]+)$/, (_, n: string) => `Phường ${digit[n]}`),
    ],
  ];
  test.each(spellings)('%s', (_, spell) => {
    const lost = units.filter((unit) => certain(spell(fullName(unit))) !== unit).map(fullName);
    expect(lost).toEqual([]);
  });

  test.each(spellings)('%s, with the district behind', (_, spell) => {
    const lost = units.filter((unit) => {
      const parent = parentOf(unit);
      return parent && certain(`${spell(fullName(unit))}, ${spell(fullName(parent))}`) !== unit;
    });
    expect(lost.map(fullName)).toEqual([]);
  });
});

describe('traps: never another unit', () => {
  test.each([
    ['Long Mỹ', null],
    ['Huyện Long Mỹ', 'Huyện Long Mỹ'],
    ['TX. Long Mỹ', 'Thị xã Long Mỹ'],
    ['Xã Vĩnh Tường', 'Xã Vĩnh Tường'],
    ['Phường Vĩnh Tường', 'Phường Vĩnh Tường'],
    ['Xã Vị Thanh', 'Xã Vị Thanh'],
    ['TP Vị Thanh', 'Thành phố Vị Thanh'],
    ['Phụng Hiệp', null],
    ['Xã Phụng Hiệp', 'Xã Phụng Hiệp'],
    ['Ngã Bảy', null],
    ['Phường Ngã Bảy', 'Phường Ngã Bảy'],
    ['Vị Thủy', null],
    ['Phường Bình Thạnh', 'Phường Bình Thạnh'],
    ['Xã Bình Thạnh', null],
    ['Phường Bình Thành', null],
    ['Xã Binh Thanh', null],
    ['Huyện Châu Thành', 'Huyện Châu Thành'],
    ['Huyện Châu Thành A', 'Huyện Châu Thành A'],
    ['Huyện Châu Thành AB', null],
    ['Xã Long Trị', 'Xã Long Trị'],
    ['Xã Long Trị A', 'Xã Long Trị A'],
    ['Xã Long Tr', null],
    ['Xã Vị Thăng', null],
    ['Xã Vị Thẳng', null],
    ['Xã Vị Thắng, huyện Vị Thủy', 'Xã Vị Thắng'],
    ['Xã Vị Thắng, thị xã Long Mỹ', null],
    ['Phường 2', null],
    ['Phường VI', null],
  ])('%s: %s', (text, expected) => {
    const unit = certain(text);
    expect(unit && fullName(unit)).toBe(expected);
  });
});

const LETTERS = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấắéếíóốớúứýỳ A'];

test('a random edit of a full name never silently gives a unit of another type and name', () => {
  const edited = fc
    .record({
      unit: fc.constantFrom(...units),
      at: fc.nat(),
      kind: fc.constantFrom('insert', 'delete', 'replace', 'swap'),
      letter: fc.constantFrom(...LETTERS),
    })
    .map(({ unit, at, kind, letter }) => {
      const name = fullName(unit);
      // The type's own letters are left alone: another type is another unit.
      const from = unit.type.length + 1;
      const i = from + (at % (name.length - from));
      const changed = {
        insert: name.slice(0, i) + letter + name.slice(i),
        delete: name.slice(0, i) + name.slice(i + 1),
        replace: name.slice(0, i) + letter + name.slice(i + 1),
        swap: name.slice(0, i) + (name[i + 1] ?? '') + (name[i] ?? '') + name.slice(i + 2),
      }[kind];
      return { unit, text: changed ?? name };
    });
  const key = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  fc.assert(
    fc.property(edited, ({ unit, text }) => {
      const found = certain(text, parentOf(unit), unit.level);
      if (found === null || found === unit) return;
      // Only where the edit spells the other unit's own name to the letter.
      expect(key(text)).toBe(key(fullName(found)));
    }),
    { numRuns: 3000 },
  );
});
