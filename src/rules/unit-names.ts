import type { Plan, Unit } from './plan';
import { tidyText } from './tidy-text';

/** One habit of placing the tone mark: that of the plan's heading (Thủy, Hòa), not Thuỷ, Hoà. */
const TONE_HABIT: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
const PAIR = new RegExp(Object.keys(TONE_HABIT).join('|'));
// Only where the vowel pair ends the syllable ("hoàng" is "hoàng" in both habits), and not in "quý",
// whose u belongs to the consonant.
const MOVABLE = new RegExp(`(?<!q)(?:${PAIR.source})(?!\\p{L})`, 'gu');

/** NFC, lower case, spaces folded, one tone-mark habit, marks kept: what names are compared by. */
export function nameKey(text: string): string {
  const key = tidyText(text.replaceAll('\u200b', ' ')).toLowerCase();
  return PAIR.test(key) ? key.replace(MOVABLE, (pair) => TONE_HABIT[pair] ?? pair) : key;
}

/** Marks taken off, đ as d: for headings and for search, never to tell units apart. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
}

/** Offices that stand before a unit's name and say nothing about which unit it is. */
const OFFICES = [
  'ủy ban nhân dân',
  'ubnd',
  'hđnd (?:và|&) ubnd',
  '(?:văn phòng|vp) hđnd (?:và|&) ubnd',
  '(?:văn phòng|vp)(?= hđnd| ubnd| ủy)',
  'bộ phận (?:một|1) cửa(?: liên thông)?(?: của)?',
  'bộ phận (?:tiếp nhận và (?:trả kết quả|trả kq)|tn ?(?:&|và) ?t(?:r)?kq|tntkq)(?: của)?',
].join('|');
const OFFICE = new RegExp(`^(?:${OFFICES})(?:\\s+|$)`, 'u');
/** "HĐND - UBND", "HĐND&UBND": one office, whatever stands between. */
const TWO_BODIES = /hđnd\s*(?:-|–|&|,|và)\s*ubnd/gu;
/** "1. ", "- ", "III. " and what else numbers rows; "X." alone is short for "Xã". */
const NUMBERING =
  /^(?:\d{1,3}[.)]\s*(?=\p{L})|[-+*•]\s*|[ivx]{1,5}\s*[.)]\s*(?=(?:huyện|thị|thành|xã|phường|h\.|tx|tp|ubnd)))/u;

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(thành phố|tp\.?|t\.p\.?)(?=\s|$)\s*/u, 'thành phố'],
  [/^(thị xã|tx\.?|t\.x\.?)(?=\s|$)\s*/u, 'thị xã'],
  [/^(thị trấn|tt\.?|t\.t\.?)(?=\s|$)\s*/u, 'thị trấn'],
  [/^(huyện(?=\s|$)|h\.)\s*/u, 'huyện'],
  [/^(phường(?=\s|$)|p\.)\s*/u, 'phường'],
  [/^(xã(?=\s|$)|x\.)\s*/u, 'xã'],
];
const TIGHT_TYPE = /^(tp|tx|tt|h|p|x)\.(?=\S)/u;

/** A name taken apart: its type (null where none is written) and the bare name, as keys. */
export interface ParsedName {
  readonly type: string | null;
  readonly name: string;
  /** The unit it is said to belong to ("xã Vị Thắng, huyện Vị Thủy"). */
  readonly parent: ParsedName | null;
}

/** Takes "UBND X. Vị Thắng - H. Vị Thuỷ" apart. */
export function parseUnitName(text: string): ParsedName {
  const parts = nameKey(text)
    .replace(NUMBERING, '')
    .replace(TWO_BODIES, 'hđnd và ubnd')
    .split(/\s*[,;(]\s*|\s+[-–]\s+/u)
    .map((part) => part.replace(/[)\s]+$/u, ''));
  // "Bộ phận Một cửa - UBND xã …": an office alone is no name.
  while (parts.length > 1 && withoutOffice(parts[0] ?? '') === '') parts.shift();
  const [own = '', ...rest] = parts;
  const parent = rest.find((part) => part !== '');
  return {
    ...parsePart(own),
    parent: parent === undefined ? null : { ...parsePart(parent), parent: null },
  };
}

function withoutOffice(key: string): string {
  let text = key;
  while (OFFICE.test(text)) text = text.replace(OFFICE, '');
  return text;
}

function parsePart(key: string): { type: string | null; name: string } {
  let text = withoutOffice(key).replace(TIGHT_TYPE, '$1. ');
  for (const [pattern, type] of TYPES) {
    if (!pattern.test(text)) continue;
    text = text.replace(pattern, '');
    return { type, name: type === 'phường' ? romanWard(text) : text };
  }
  return { type: null, name: text };
}

const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** "Phường 1" is Phường I. */
function romanWard(name: string): string {
  return /^\d{1,2}$/.test(name) ? (ROMANS[Number(name) - 1] ?? name) : name;
}

export type Match =
  | { readonly found: Unit }
  /** More than one unit could be meant. */
  | { readonly candidates: readonly Unit[] }
  /** None is; those that look alike, for a person to choose from. */
  | { readonly suggestions: readonly Unit[] };

/** A unit of the list, with its type as a key. */
interface ListedUnit {
  readonly unit: Unit;
  readonly type: string;
}

/** What is known beside the written name. */
export interface MatchContext {
  /** The unit's group (its district), where a column, a group head or the cell itself names it. */
  readonly parent: Unit | null;
  /** The level that the table is certainly about, for names written without their type. */
  readonly level: string | null;
}

const finders = new WeakMap<Plan, UnitFinder>();

/** The plan's units by what people write: made once, whoever asks. */
export function finderOf(plan: Plan): UnitFinder {
  let finder = finders.get(plan);
  if (!finder) finders.set(plan, (finder = new UnitFinder(plan)));
  return finder;
}

/** Finds units by what people write. */
export class UnitFinder {
  readonly #byName = new Map<string, ListedUnit[]>();
  /** Texts taken apart before: a district stands beside each of its communes. */
  readonly #parsed = new Map<string, ParsedName>();
  /** Types of the plan that no name is written with elsewhere ("cụm thi đua"), the longest first. */
  readonly #ownTypes: readonly string[];

  constructor(private readonly plan: Plan) {
    const types = new Map<string, string>();
    for (const unit of plan.units) {
      const key = nameKey(unit.name);
      let type = types.get(unit.type);
      if (type === undefined) types.set(unit.type, (type = nameKey(unit.type)));
      const listed = { unit, type };
      const list = this.#byName.get(key);
      if (list) list.push(listed);
      else this.#byName.set(key, [listed]);
    }
    this.#ownTypes = [...new Set(types.values())]
      .filter((type) => type !== '' && parsePart(type).type === null)
      .sort((x, y) => y.length - x.length);
  }

  /**
   * A unit is its type, its name and its group; a match is made only where what is written leaves
   * one unit of the official list. A name alone, without type, level and group, identifies nobody.
   */
  find(text: string, { parent, level }: MatchContext): Match {
    const parsed = this.#parse(text);
    const groups = parsed.parent ? this.#groups(parsed.parent) : null;
    // A group that the plan doesn't have makes the whole name unknown.
    const named = groups?.length === 0 ? [] : (this.#byName.get(parsed.name) ?? []);
    const [written] = groups ?? [];
    const group = groups?.length === 1 && written ? written : parent;
    const fits = named.flatMap(({ unit, type }) =>
      (parsed.type === null || type === parsed.type) &&
      (parsed.type !== null || level === null || unit.level === level) &&
      (group === null || unit.parent === null || unit.parent === group.code)
        ? [unit]
        : [],
    );
    const [only] = fits;
    const certain = parsed.type !== null || level !== null;
    if (only && fits.length === 1 && certain) return { found: only };
    if (fits.length > 0) return { candidates: fits };
    return { suggestions: this.#alike(parsed.name, level) };
  }

  #parse(text: string): ParsedName {
    let parsed = this.#parsed.get(text);
    if (!parsed) this.#parsed.set(text, (parsed = this.#typed(parseUnitName(text))));
    return parsed;
  }

  /** "Cụm thi đua số 1" is of the plan's own type "Cụm thi đua". */
  #typed(parsed: ParsedName): ParsedName {
    const parent = parsed.parent && this.#typed(parsed.parent);
    const type =
      parsed.type === null ? this.#ownTypes.find((own) => parsed.name.startsWith(`${own} `)) : null;
    if (!type) return { ...parsed, parent };
    return { type, name: parsed.name.slice(type.length + 1), parent };
  }

  #groups(parsed: ParsedName): Unit[] {
    return (this.#byName.get(parsed.name) ?? []).flatMap(({ unit, type }) =>
      unit.parent === null && (parsed.type === null || type === parsed.type) ? [unit] : [],
    );
  }

  #alike(name: string, level: string | null): Unit[] {
    const bare = withoutMarks(name);
    if (bare.length < 3) return [];
    return this.plan.units
      .filter((unit) => level === null || unit.level === level)
      .filter(
        (unit) =>
          withoutMarks(nameKey(unit.name)) === bare ||
          name.startsWith(`${nameKey(unit.name)} `) ||
          isOneEditAway(nameKey(unit.name), name),
      )
      .slice(0, 4);
  }
}

/** One letter more, less or other. */
function isOneEditAway(x: string, y: string): boolean {
  if (Math.abs(x.length - y.length) > 1 || Math.min(x.length, y.length) < 3) return false;
  let start = 0;
  while (start < x.length && x[start] === y[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(x.length, y.length) - start &&
    x[x.length - 1 - end] === y[y.length - 1 - end]
  ) {
    end += 1;
  }
  return Math.max(x.length, y.length) - start - end <= 1;
}
