import { partsOfSerial } from './date-serial';

/** What stands between whole and decimals, and between thousands. */
export interface Separators {
  readonly decimal: string;
  readonly group: string;
}

/** The invariant culture's, en-US. */
const INVARIANT: Separators = { decimal: '.', group: ',' };

/**
 * Shows a number under a number format, for `text`. Covers General, digits, thousands, per cent,
 * exponents, literals, sections and dates, in the invariant en-US culture but for the separators; no
 * fractions, no conditions in brackets.
 */
export function formatNumber(value: number, format: string, separators = INVARIANT): string {
  const sections = splitSections(format);
  const general = (sections[0] ?? '').trim().toLowerCase() === 'general' || format === '';
  if (general) return formatGeneral(value, separators);
  const signed = sections.length > 1 && value < 0;
  const zero = sections.length > 2 && value === 0;
  const section = signed ? sections[1]! : zero ? sections[2]! : sections[0]!;
  const shown = signed ? -value : value;
  const plain = stripBrackets(section);
  if (plain.trim() === '@') return formatGeneral(value, separators);
  return isDateFormat(plain) ? formatDate(shown, plain) : formatDigits(shown, plain, separators);
}

/** Text under a format: the fourth section's `@`, if there is one. */
export function formatText(value: string, format: string): string {
  const section = splitSections(format)[3];
  return section === undefined
    ? value
    : tokens(section)
        .map((token) => (token === '@' ? value : literal(token)))
        .join('');
}

/** General: eleven significant digits at most, exponents outside 1E-9 … 1E+11. */
export function formatGeneral(value: number, { decimal } = INVARIANT): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) {
    const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
    const sign = exponent.startsWith('-') ? '-' : '+';
    const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
    return `${trimmed.replace('.', decimal)}E${sign}${exponent.slice(1).padStart(2, '0')}`;
  }
  const whole = Math.floor(size).toString().length;
  return String(Number(value.toFixed(Math.max(0, Math.min(9, 10 - whole))))).replace('.', decimal);
}

function splitSections(format: string): string[] {
  const sections = [''];
  for (const token of tokens(format)) {
    if (token === ';') sections.push('');
    else sections[sections.length - 1] += token;
  }
  return sections;
}

/** Quoted text, escaped characters, brackets and single characters. */
const tokens = (format: string): string[] =>
  format.match(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|General|./gisu) ?? [];

const stripBrackets = (section: string): string =>
  section.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');

const isDateFormat = (section: string): boolean =>
  tokens(section).some((token) => /^[dmyhs]$/i.test(token) || /^\[[hms]+\]$/i.test(token));

/** What a token shows as itself: quotes and escapes off, fillers gone. */
function literal(token: string): string {
  if (token.startsWith('"')) return token.replaceAll('"', '');
  if (token.startsWith('\\')) return token.slice(1);
  if (token.startsWith('_')) return ' ';
  return token.startsWith('*') ? '' : token;
}

function formatDigits(value: number, section: string, separators: Separators): string {
  const parts = tokens(section);
  const digits = parts.filter((part) => /^[0#?.,%]$|^E$/i.test(part)).join('');
  if (!/[0#?]/.test(digits)) return parts.map(literal).join('');
  const percents = (digits.match(/%/g) ?? []).length;
  const mantissa = digits.replace(/[eE].*$/, '').replaceAll('%', '');
  const scaled = /,+(\.|$)/.exec(mantissa)?.[0].replace('.', '').length ?? 0;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const grouped = /[0#?],+[0#?]/.test(whole);
  const amount = (value * 100 ** percents) / 1000 ** scaled;
  const shown = /E/i.test(digits)
    ? exponential(amount, fraction).replace('.', separators.decimal)
    : fixed(Math.abs(amount), whole, fraction, grouped ? separators : { ...separators, group: '' });
  const negative = amount < 0 && /[1-9]/.test(shown) && !/E/i.test(digits);
  return (negative ? '-' : '') + placeDigits(parts, shown);
}

/** Literals stay where they are; the digits stand where the first digit mark was. */
function placeDigits(parts: readonly string[], shown: string): string {
  let placed = false;
  let text = '';
  for (const [index, part] of parts.entries()) {
    const isDigit = /^[0#?.,]$|^E$/i.test(part) || (part === '+' && /^e$/i.test(parts[index - 1]!));
    if (!isDigit) text += literal(part);
    else if (!placed) {
      placed = true;
      text += shown;
    }
  }
  return text;
}

function fixed(
  amount: number,
  whole: string,
  fraction: string,
  { decimal, group }: Separators,
): string {
  const places = fraction.replace(/[^0#?]/g, '').length;
  const needed = (fraction.match(/0/g) ?? []).length;
  const [integer = '0', decimals = ''] = roundedText(amount, places).split('.');
  const width = (whole.match(/0/g) ?? []).length;
  const bare = integer === '0' && width === 0 ? '' : integer.padStart(width, '0');
  const left = bare.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  const right = trimZeros(decimals, needed);
  return fraction.length > 0 || right ? `${left}${right || needed ? decimal : ''}${right}` : left;
}

/** Rounds half away from zero on the decimal text, as Excel does, not on the binary value. */
function roundedText(amount: number, places: number): string {
  if (amount >= 1e21) return amount.toLocaleString('en-US', { useGrouping: false });
  const exact = Number(amount.toPrecision(15));
  const shifted = Math.round(Number(`${exact}e${places}`));
  return Number.isFinite(shifted) && !/e/.test(String(exact))
    ? Number(`${shifted}e-${places}`).toFixed(places)
    : exact.toFixed(places);
}

function trimZeros(decimals: string, needed: number): string {
  let end = decimals.length;
  while (end > needed && decimals[end - 1] === '0') end -= 1;
  return decimals.slice(0, end);
}

function exponential(amount: number, fraction: string): string {
  const places = fraction.replace(/[^0#?]/g, '').length;
  const [mantissa = '', exponent = ''] = amount.toExponential(places).split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa}E${sign}${exponent.slice(1).padStart(2, '0')}`;
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function formatDate(value: number, section: string): string {
  const parts = partsOfSerial(value);
  if (!parts) return '#'.repeat(8);
  const runs = section.match(/"[^"]*"|\\.|\[[hms]+\]|AM\/PM|A\/P|d+|m+|y+|h+|s+|\.0+|./gi) ?? [];
  const twelve = runs.some((run) => /^(AM\/PM|A\/P)$/i.test(run));
  const hours = twelve ? parts.hours % 12 || 12 : parts.hours;
  const pad = (number: number, run: string) =>
    String(number).padStart(Math.min(run.length, 2), '0');
  return runs
    .map((run, index) => {
      const kind = run[0]!.toLowerCase();
      if (/^\[h+\]$/i.test(run)) return String(Math.floor(value * 24 + 1e-9));
      if (/^(AM\/PM)$/i.test(run)) return parts.hours < 12 ? 'AM' : 'PM';
      if (/^(A\/P)$/i.test(run)) return parts.hours < 12 ? 'A' : 'P';
      if (/^d+$/i.test(run)) return named(run, parts.day, DAYS[parts.weekday]!, pad);
      if (/^y+$/i.test(run))
        return run.length > 2 ? String(parts.year) : String(parts.year).slice(2);
      if (/^h+$/i.test(run)) return pad(hours, run);
      if (/^s+$/i.test(run)) return pad(parts.seconds, run);
      if (kind !== 'm' || !/^m+$/i.test(run)) return /^\.0+$/.test(run) ? run : literal(run);
      return isMinutes(runs, index)
        ? pad(parts.minutes, run)
        : named(run, parts.month, MONTHS[parts.month - 1]!, pad);
    })
    .join('');
}

function named(
  run: string,
  number: number,
  name: string,
  pad: (number: number, run: string) => string,
): string {
  if (run.length <= 2) return pad(number, run);
  return run.length === 3 ? name.slice(0, 3) : run.length === 5 ? name[0]! : name;
}

/** `m` is minutes after hours or before seconds. */
function isMinutes(runs: readonly string[], index: number): boolean {
  const isPart = (run: string) => /^\[?[dmyhs]+\]?$/i.test(run);
  const before = runs.slice(0, index).filter(isPart).at(-1);
  const after = runs.slice(index + 1).find(isPart);
  return /^\[?h/i.test(before ?? '') || /^s/i.test(after ?? '');
}
