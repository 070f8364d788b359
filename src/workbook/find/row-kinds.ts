import { nameKey, parseUnitName, withoutMarks } from '../../rules';
import { columnsOf, textAt, type Grid } from './grid';

/** (1), [2], 3, (4)=(2)/(3), 5=3/4*100: what stands under a heading to number its column. */
export function isColumnNumber(text: string): boolean {
  return /^[([]?\d{1,2}[)\]]?(\s*=.*)?$/.test(text);
}

const COLUMN_LETTER = /^[([]?[A-Ea-e][)\]]?$/;
const FEWEST_NUMBERS = 3;

/** A row that only numbers the columns: "A", "B", 1, 2, 3. */
export function isNumbersRow(grid: Grid, row: number): boolean {
  let counted = 0;
  let last = NaN;
  for (let column = 0; column < columnsOf(grid); column += 1) {
    const text = textAt(grid, row, column);
    if (text === '') continue;
    if (!isColumnNumber(text) && !COLUMN_LETTER.test(text)) return false;
    counted += 1;
    const digits = /\d+/.exec(text)?.[0];
    if (digits === undefined) continue;
    if (!Number.isNaN(last) && Number(digits) !== last + 1) return false;
    last = Number(digits);
  }
  return counted >= FEWEST_NUMBERS && !Number.isNaN(last);
}

const TOTAL =
  /^(tong cong|cong|tong|tong so|toan (tinh|huyen|thi xa|thanh pho)|tong toan tinh|tong hop|binh quan|trung binh)\b/;

/** What a total can begin with: most rows are told without taking their marks off. */
const MAY_BE_TOTAL = /^[tcb]/i;

export function isTotal(grid: Grid, row: number, unitColumn: number): boolean {
  for (let column = 0; column <= unitColumn; column += 1) {
    const text = textAt(grid, row, column);
    if (MAY_BE_TOTAL.test(text) && TOTAL.test(plainKey(text))) return true;
  }
  return false;
}

/** What a section's head holds: "cấp", with or without its mark. */
const MAY_BE_SECTION = /c.p/i;

/** "province" for "I. Cấp tỉnh (các sở, ban, ngành)": a head over rows of one kind of office. */
export function sectionOf(shown: string): 'province' | 'local' | null {
  if (!MAY_BE_SECTION.test(shown)) return null;
  const level = /^(?:(?:[ivx]+|\d+|[a-d])[\s.)]+)?(?:(?:cac )?don vi )?cap (tinh|huyen|xa)\b/.exec(
    plainKey(shown),
  )?.[1];
  return level === undefined ? null : level === 'tinh' ? 'province' : 'local';
}

const SERVICE = /^[-+*\s]*(?:dvc|dvctt|dich vu cong)(?: truc tuyen)? (mot phan|toan trinh|.+)$/;
const MAY_BE_SERVICE = /^[-+*\s]*d/i;

/**
 * What a row of the portal counts: services published as online ones (in part or in full), which b
 * holds, or "other" ones ("DVC cung cấp thông tin"), which it doesn't. Null where it names no service.
 */
export function serviceIn(text: string): 'published' | 'other' | null {
  if (!MAY_BE_SERVICE.test(text)) return null;
  const kind = SERVICE.exec(plainKey(text))?.[1];
  if (kind === undefined) return null;
  return kind === 'mot phan' || kind === 'toan trinh' ? 'published' : 'other';
}

const DEPARTMENT = /^(phong|chi nhanh|chi cuc|doi|thanh tra|ban|trung tam|kho bac|bao hiem)\s/;
const DISTRICT_WITHIN = /\b(huyện|thị xã|thành phố|h\.|tx\.?|tp\.?)\s*\p{L}.*$/u;

/** A department or branch of a district that the portal lists apart; null for any other row. */
export function departmentIn(shown: string): { readonly district: string | null } | null {
  if (!DEPARTMENT.test(plainKey(shown))) return null;
  return { district: DISTRICT_WITHIN.exec(nameKey(shown))?.[0] ?? null };
}

/** Offices of the province: what the plan's levels have no unit for. */
export function isProvincial(shown: string): boolean {
  return /^(so|ban quan ly|van phong ubnd tinh|cong an tinh|cuc)\s/.test(plainKey(shown));
}

/** TCVN3 and VNI leave letters that no Vietnamese Unicode text has. */
export function isOldFont(text: string): boolean {
  return /[µ¶·¸¹»¼½¾¿ÆÇÑÖ×ßåæçëîñöøü®©«¬­¦§]/u.test(text);
}

/** A type before the name: it is a unit's, be it one that the plan doesn't have. */
export function hasUnitType(shown: string): boolean {
  return parseUnitName(shown).type !== null;
}

function plainKey(text: string): string {
  return withoutMarks(nameKey(text));
}
