import { exact, parseExact, divide } from '../../src/rules';
import { words } from '../../src/words';

const of = (n: number, d: number) => divide(exact(n), exact(d));

describe('numbers as Vietnamese writes them: "." groups, "," marks decimals', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [1234567, '1.234.567'],
  ])('the count %d is %s', (value, text) => expect(words.whole(value)).toBe(text));

  test.each([
    [of(54, 1), '54,00'],
    [of(1, 3), '0,33'],
    [of(2, 3), '0,67'],
    // Half up, decided on the exact value: 1.005 is below itself in doubles.
    [of(1005, 1000), '1,01'],
    [of(12345678, 10), '1.234.567,80'],
  ])('points: %s is %s', (value, text) => expect(words.decimal(value)).toBe(text));

  test('no decimals, no comma', () => expect(words.decimal(of(5, 2), 0)).toBe('3'));

  test('a percentage has no space before its sign', () => {
    expect(words.percent(parseExact('0.684'))).toBe('68,40%');
    expect(words.percent(of(1, 1))).toBe('100,00%');
  });

  test.each([
    ['90%', '90%'],
    ['0.5', '0,5'],
  ])('the plan’s %s is %s', (plan, text) => expect(words.planText(plan)).toBe(text));

  test.each([
    [0, '00'],
    [1, '01'],
    [7, '07'],
    [9, '09'],
    [10, '10'],
    [75, '75'],
    [1200, '1.200'],
  ])('in prose %d is %s', (count, text) => expect(words.prose(count)).toBe(text));

  test('a date', () => expect(words.date('2023-12-31T23:59:00Z')).toBe('31/12/2023'));
});

describe('a ratio beside the bound that it differs from', () => {
  const bound = parseExact('70%');
  test.each([
    ['plainly below', of(684, 1000), '68,40%'],
    ['the bound itself', of(7, 10), '70,00%'],
    ['69,996% isn’t 70,00%', of(17499, 25000), '69,996%'],
    ['four decimals where three don’t show it', of(699996, 1000000), '69,9996%'],
    ['above by a hair', of(700004, 1000000), '70,0004%'],
    [
      'the fraction where six decimals don’t show it',
      of(6999999999, 9999999999),
      '2.333.333.333/3.333.333.333',
    ],
  ])('%s', (_, ratio, text) => expect(words.percentBeside(ratio, bound)).toBe(text));

  test('never shows the bound for a ratio that isn’t the bound', () => {
    for (let power = 1; power <= 12; power += 1) {
      const denominator = 10 ** power;
      const below = of(7 * 10 ** (power - 1) - 1, denominator);
      expect(words.percentBeside(below, bound)).not.toMatch(/^70,0*%$/);
    }
  });
});

describe('money in words', () => {
  test.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [11, 'Mười một đồng'],
    [15, 'Mười lăm đồng'],
    [20, 'Hai mươi đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi bốn đồng'],
    [25, 'Hai mươi lăm đồng'],
    [100, 'Một trăm đồng'],
    [101, 'Một trăm lẻ một đồng'],
    [105, 'Một trăm lẻ năm đồng'],
    [110, 'Một trăm mười đồng'],
    [115, 'Một trăm mười lăm đồng'],
    [121, 'Một trăm hai mươi mốt đồng'],
    [555, 'Năm trăm năm mươi lăm đồng'],
    [1000, 'Một nghìn đồng'],
    [1001, 'Một nghìn không trăm lẻ một đồng'],
    [1005000, 'Một triệu không trăm lẻ năm nghìn đồng'],
    [1050000, 'Một triệu không trăm năm mươi nghìn đồng'],
    [10000000, 'Mười triệu đồng'],
    [15000000, 'Mười lăm triệu đồng'],
    [20000000, 'Hai mươi triệu đồng'],
    [21000000, 'Hai mươi mốt triệu đồng'],
    [45000000, 'Bốn mươi lăm triệu đồng'],
    [45500000, 'Bốn mươi lăm triệu năm trăm nghìn đồng'],
    [1000000000, 'Một tỷ đồng'],
    [1000000005, 'Một tỷ không trăm lẻ năm đồng'],
    [2000000000000, 'Hai nghìn tỷ đồng'],
    [
      1234567891011,
      'Một nghìn hai trăm ba mươi bốn tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi mốt nghìn không trăm mười một đồng',
    ],
  ])('%d: %s', (dong, text) => expect(words.moneyInWords(dong)).toBe(text));
});
