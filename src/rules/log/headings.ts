import { nameKey, withoutMarks } from '../unit-names';
import { LogError } from './log-error';

/** What a log's row must say, and what it may. */
export type LogColumn = 'unit' | 'group' | 'account' | 'procedure' | 'day';

export type LogColumns = ReadonlyMap<LogColumn, number>;

/** By what a heading is compared: no marks, no case, no punctuation. */
function keyOf(text: string): string {
  return withoutMarks(nameKey(text))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const OFFICIALS =
  /\b(xu ly|giai quyet|can bo|cong chuc|phe duyet|tra ket qua|muc do|ngay|thoi gian)\b/;

/** What notes beside scored rows say of accounts: they are sentences, no headings. */
const NOTE = /\b(ho so tren|(moi|mot) tai khoan|bang diem|xep (theo|sau)|nop nhieu nhat)\b/;

/** What heads a column of counts of accounts or people, as the police's table has them. */
const COUNTED = /\b(kich hoat|dddt|so tai khoan|so luong|tong|so nguoi|nguoi co)\b/;

/** All that the heading of a column of units is made of; a unit's own name has more. */
const UNIT_WORDS =
  /\b(?:ten|ma|cac|cap|don vi|co quan|dia phuong|dia ban|noi|ubnd|uy ban nhan dan|hanh chinh|tiep nhan|nhan|giai quyet|xu ly|thuc hien|nop|ho so|tthc|dvc|thuoc|cua|tai|va|hoac|xa|phuong|thi tran|thi xa|huyen|quan|thanh pho|tinh)\b/g;

const isAllOfUnits = (key: string) => key.replace(UNIT_WORDS, '').trim() === '';

/** Days of a dossier that aren't the one on which it was filed. */
const OTHER_DAYS = /\b(hen|tra|ket qua|ket thuc|hoan thanh|xu ly|giai quyet|sinh|cap|duyet|han)\b/;
const A_DAY = /\b(ngay|thoi gian|thoi diem)\b/;

const isAccount = (key: string) => !OFFICIALS.test(key) && !NOTE.test(key) && !COUNTED.test(key);
const isDay = (key: string) => A_DAY.test(key) && !OTHER_DAYS.test(key);

/** Patterns of a column, the surest first: a heading that fits an earlier one goes before. */
const PATTERNS: Readonly<Record<LogColumn, readonly ((key: string) => boolean)[]>> = {
  account: [
    (key) => /\b(tai khoan|account)\b/.test(key) && /\bnop\b/.test(key) && isAccount(key),
    (key) => /\b(tai khoan|account|ten dang nhap|username)\b/.test(key) && isAccount(key),
    (key) => /\b(so dinh danh|ma dinh danh|cccd|can cuoc)\b/.test(key) && isAccount(key),
  ],
  unit: [
    (key) =>
      /\b(xa|phuong|thi tran)\b/.test(withoutTown(key)) &&
      !/\b(huyen|nguoi)\b/.test(key) &&
      isAllOfUnits(key),
    (key) => /\b(don vi|co quan|noi)\b/.test(key) && /\b(tiep nhan|nhan)\b/.test(key),
    (key) => /^(ten |ma )?(don vi|co quan|unit)\b/.test(key),
  ],
  group: [
    (key) =>
      /\b(huyen|quan|thi xa|thanh pho)\b/.test(key) &&
      !/\b(co quan|nguoi)\b/.test(key) &&
      isAllOfUnits(key),
  ],
  procedure: [
    (key) => /\b(thu tuc|tthc|procedure)\b/.test(key) && !/^(ma|so)\b/.test(key),
    (key) => /\b(thu tuc|tthc|procedure)\b/.test(key),
    (key) => /\b(dich vu|dvc|dvctt)\b/.test(key) && !/^(ma|so)\b/.test(key),
  ],
  day: [
    (key) => isDay(key) && /\b(nop|gui)\b/.test(key),
    (key) => isDay(key) && /\b(tiep nhan|nhan|phat sinh|tao|dang ky)\b/.test(key),
    (key) => isDay(key) || /^(date|day)$/.test(key),
  ],
};

/** "Thị xã" is no commune. */
function withoutTown(key: string): string {
  return key.replace(/\bthi xa\b/g, '');
}

/** Headings of counts: with two of them a row heads a table of units, not a log. */
const COUNTS = /\b(tong|ty le|ti le|so luong|kich hoat|truc tuyen|truc tiep|phat sinh|so nguoi)\b/;

/**
 * Reads a row as headings; null where it names no unit or no account.
 * @throws LogError where a column that must be known could be several
 */
export function readHeadings(texts: ReadonlyMap<number, string>): LogColumns | null {
  const keys = [...texts].map(([column, text]) => ({ column, text, key: keyOf(text) }));
  if (keys.filter(({ key, text }) => COUNTS.test(key) || text.includes('%')).length > 1)
    return null;
  const fits = (which: LogColumn) => {
    for (const pattern of PATTERNS[which]) {
      const found = keys.filter(({ key }) => key.length <= 80 && pattern(key));
      if (found.length > 0) return found;
    }
    return [];
  };
  const group = fits('group');
  // A log of districts only has no column of communes.
  const unit = fits('unit').length > 0 ? fits('unit') : group;
  const account = fits('account');
  const [[ownUnit], [ownAccount]] = [unit, account];
  if (!ownUnit || !ownAccount || ownUnit === ownAccount) return null;
  for (const found of [unit, account]) {
    if (found.length > 1)
      throw new LogError(
        'doubtfulColumn',
        found.map(({ text }) => text),
      );
  }
  const columns = new Map<LogColumn, number>([
    ['unit', ownUnit.column],
    ['account', ownAccount.column],
  ]);
  const [procedure] = fits('procedure');
  if (procedure && !isTaken(columns, procedure.column)) columns.set('procedure', procedure.column);
  // Of several days none is taken: which is the filing's can't be told.
  const [day, ...otherDays] = fits('day');
  if (day && otherDays.length === 0 && !isTaken(columns, day.column))
    columns.set('day', day.column);
  const [ownGroup] = group;
  if (ownGroup && group.length === 1 && !isTaken(columns, ownGroup.column)) {
    columns.set('group', ownGroup.column);
  }
  return columns;
}

function isTaken(columns: LogColumns, column: number): boolean {
  return [...columns.values()].includes(column);
}
