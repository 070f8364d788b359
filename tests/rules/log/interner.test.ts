import fc from 'fast-check';
import { Interner } from '../../../src/rules';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const internBytes = (interner: Interner, text: string) => {
  const bytes = bytesOf(`x${text}y`);
  return interner.intern(bytes, 1, bytes.length - 1);
};

/** Texts as accounts are, and those that could be taken for each other. */
const accounts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0019'), minLength: 1, maxLength: 22 }),
  fc.string({ unit: fc.constantFrom(...'012:/ ạx'), maxLength: 20 }),
);

describe('equal texts have equal ids', () => {
  test.each([
    ['leading zeros', ['12', '012', '0012']],
    ['nine digits and ten', ['123456789', '0123456789', '1234567890']],
    ['18 digits, the most that are kept as a number, and 19', ['9'.repeat(18), '9'.repeat(19)]],
    ['halves changed round', ['000000001000000002', '000000002000000001']],
    ['letters beside digits', ['12:', '12/', '12a', '12']],
    ['citizens’ numbers', ['093201004512', '093201004513', '193201004512']],
  ])('%s', (_, texts) => {
    const interner = new Interner();
    const ids = texts.map((text) => interner.internText(text));
    expect(new Set(ids).size).toBe(texts.length);
    expect(texts.map((text) => interner.internText(text))).toEqual(ids);
    expect(texts.map((text) => internBytes(interner, text))).toEqual(ids);
    expect(ids.map((id) => interner.text(id))).toEqual(texts);
  });

  test('spaces around a text are not part of it; nothing else is none', () => {
    const interner = new Interner();
    const id = interner.internText('093201004512');
    expect(interner.internText(' 093201004512 ')).toBe(id);
    expect(internBytes(interner, '\t093201004512')).toBe(id);
    expect(interner.internText('')).toBe(-1);
    expect(interner.internText('  ')).toBe(-1);
  });

  test('as strings or as bytes, however many came before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(accounts, fc.boolean()), { maxLength: 60 }), (given) => {
        const interner = new Interner();
        const known = new Map<string, number>();
        for (const [text, asBytes] of given) {
          const id = asBytes ? internBytes(interner, text) : interner.internText(text);
          const trimmed = text.replace(/^[ \t-\r]+|[ \t-\r]+$/g, '');
          if (trimmed === '') expect(id).toBe(-1);
          else expect(id).toBe(known.get(trimmed) ?? known.size);
          if (id >= 0) {
            known.set(trimmed, id);
            expect(interner.text(id)).toBe(trimmed);
          }
        }
        expect(interner.size).toBe(known.size);
      }),
    );
  });

  test('a table that has grown finds all that it held', () => {
    const interner = new Interner();
    const texts = Array.from({ length: 20_000 }, (_, i) =>
      i % 3 === 0 ? `tk${i}` : String(i * 104_729_000_003).padStart(12, '0'),
    );
    const ids = texts.map((text) => interner.internText(text));
    expect(ids).toEqual(texts.map((_, i) => i));
    expect(texts.map((text) => internBytes(interner, text))).toEqual(ids);
  });

  test.each([
    ['many', 100_000],
    ['few, met again and again', 40],
  ])('a column of %s has the ids of its values one by one', (_, different) => {
    const values = Array.from({ length: 3000 }, (__, i) => {
      const account = (i * 7919) % different;
      if (i % 11 === 0) return '';
      if (i % 7 === 0) return account;
      if (i % 5 === 0) return `tk${account}`;
      return String(account).padStart(i % 3 === 0 ? 12 : 20, '0');
    });
    const ids = new Int32Array(values.length);
    new Interner().internColumn(values, ids);
    const oneByOne = new Interner();
    expect([...ids]).toEqual(values.map((value) => oneByOne.internText(String(value))));
    expect(new Set(ids).size).toBe(new Set(values.map(String)).size);
  });
});
