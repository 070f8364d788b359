import { compare, fixed, multiply, exact, type Exact } from '../../rules';

/** 1234567 → "1.234.567". */
export function whole(value: number): string {
  return grouped(String(Math.round(value)));
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Rounded half up with a decimal comma: 54 → "54,00". */
export function decimal(value: Exact, decimals = 2): string {
  const [digits = '', rest] = fixed(value, decimals).split('.');
  return rest === undefined ? grouped(digits) : `${grouped(digits)},${rest}`;
}

const HUNDRED = exact(100);

/** A ratio as a percentage: 0.684 → "68,40%". */
export function percent(ratio: Exact, decimals = 2): string {
  return `${decimal(multiply(ratio, HUNDRED), decimals)}%`;
}

/**
 * A ratio told beside a bound it differs from: with as many decimals as it takes to see the
 * difference (69,996% is not 70,00%), or as a fraction where six don't show it.
 */
export function percentBeside(ratio: Exact, bound: Exact): string {
  const shown = percent(bound, 6);
  for (let decimals = 2; decimals <= 6; decimals += 1) {
    const text = percent(ratio, decimals);
    if (compare(ratio, bound) === 0 || text !== percent(bound, decimals)) return text;
  }
  return fraction(ratio, shown);
}

function fraction(ratio: Exact, fallback: string): string {
  const [n, d] = ratio.toString().split('/');
  return n !== undefined && d !== undefined ? `${grouped(n)}/${grouped(d)}` : fallback;
}

/** A plan's number as it is written there: "90%" → "90%", "0.5" → "0,5". */
export function planText(text: string): string {
  return text.replace('.', ',');
}

/** Đồng: 20000000 → "20.000.000". */
export function money(dong: number): string {
  return whole(dong);
}

/** Numbers under ten in prose have two digits: 7 → "07". */
export function prose(count: number): string {
  return count < 10 ? `0${count}` : whole(count);
}

const ONES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const SCALES = ['', 'nghìn', 'triệu'];

/** An amount in words, as a paper spells it: 45000000 → "Bốn mươi lăm triệu đồng". */
export function moneyInWords(dong: number): string {
  const text = `${inWords(dong)} đồng`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const BILLION = 1_000_000_000;

function inWords(value: number): string {
  if (value === 0) return ONES[0] as string;
  if (value < BILLION) return belowBillion(value, false);
  const rest = value % BILLION;
  const billions = `${inWords(Math.floor(value / BILLION))} tỷ`;
  return rest === 0 ? billions : `${billions} ${belowBillion(rest, true)}`;
}

function belowBillion(value: number, leading: boolean): string {
  const groups: string[] = [];
  let rest = value;
  for (let scale = 0; rest > 0; scale += 1) {
    const group = rest % 1000;
    rest = Math.floor(rest / 1000);
    if (group === 0) continue;
    groups.unshift(`${threeDigits(group, leading || rest > 0)} ${SCALES[scale] ?? ''}`.trim());
  }
  return groups.join(' ');
}

function threeDigits(value: number, leading: boolean): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const words: string[] = [];
  if (hundreds > 0 || leading) words.push(`${ONES[hundreds]} trăm`);
  if (tens > 1) words.push(`${ONES[tens]} mươi`);
  else if (tens === 1) words.push('mười');
  else if (ones > 0 && words.length > 0) words.push('lẻ');
  if (ones === 1 && tens > 1) words.push('mốt');
  else if (ones === 5 && tens > 0) words.push('lăm');
  else if (ones > 0) words.push(ONES[ones] as string);
  return words.join(' ');
}

/** ISO date → "31/12/2023". */
export function date(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** 85.71 → "85,71"; no more digits than it takes. */
export function decimalNumber(value: number): string {
  return String(Number(value.toFixed(4))).replace('.', ',');
}
