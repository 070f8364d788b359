import fc from 'fast-check';
import { tidyText } from '../../src/rules';

/** What it must come to, the long way. */
const slowly = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

describe('a text, tidied', () => {
  test.each([
    ['Xã Vị Thắng', 'Xã Vị Thắng'],
    ['  Xã\u00a0 Vị\tThắng\n', 'Xã Vị Thắng'],
    ['Thị trấn Cây Dương'.normalize('NFD'), 'Thị trấn Cây Dương'],
    ['A\u0301', 'Á'],
    ['', ''],
    [' ', ''],
    ['12', '12'],
  ])('%j is %j', (text, tidy) => {
    expect(tidyText(text)).toBe(tidy);
  });

  test('a look that spares the work never spares it wrongly', () => {
    const letters = fc.constantFrom(...'aAđĐơƯạẹỹÀ ạ\u0301\u0323\u031b\u00a0\u200b\t ');
    const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: letters }));
    fc.assert(fc.property(any, (text) => tidyText(text) === slowly(text)));
  });

  test('each letter that counts as tidy is composed, alone and behind another', () => {
    for (let code = 0x21; code < 0x2000; code += 1) {
      const letter = String.fromCharCode(code);
      expect([letter, tidyText(letter), tidyText(`a${letter}`)]).toEqual([
        letter,
        slowly(letter),
        slowly(`a${letter}`),
      ]);
    }
  });
});
