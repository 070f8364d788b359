import { nameKey, withoutMarks } from '../../rules';
import { LogError } from './source';

/** What a log's row must say, and what it may. */
export type LogColumn = 'unit' | 'group' | 'account' | 'procedure';

export type LogColumns = ReadonlyMap<LogColumn, number>;

/** By what a heading is compared: no marks, no case, no punctuation. */
function keyOf(text: string): string {
  return withoutMarks(nameKey(text))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const OFFICIALS =
  /\b(xu ly|giai quyet|can bo|cong chuc|phe duyet|tra ket qua|muc do|ngay|thoi gian)\b/;

/** Patterns of a column, the surest first: a heading that fits an earlier one goes before. */
const PATTERNS: Readonly<Record<LogColumn, readonly ((key: string) => boolean)[]>> = {
  account: [
    (key) => /\b(tai khoan|account)\b/.test(key) && /\bnop\b/.test(key) && !OFFICIALS.test(key),
    (key) => /\b(tai khoan|account|ten dang nhap|username)\b/.test(key) && !OFFICIALS.test(key),
    (key) => /\b(so dinh danh|ma dinh danh|cccd|can cuoc)\b/.test(key) && !OFFICIALS.test(key),
  ],
  unit: [
    (key) => /\b(xa|phuong|thi tran)\b/.test(withoutTown(key)) && !/\b(huyen|nguoi)\b/.test(key),
    (key) => /\b(don vi|co quan|noi)\b/.test(key) && /\b(tiep nhan|nhan)\b/.test(key),
    (key) => /^(ten |ma )?(don vi|co quan|unit)\b/.test(key),
  ],
  group: [
    (key) => /\b(huyen|quan|thi xa|thanh pho)\b/.test(key) && !/\b(co quan|nguoi)\b/.test(key),
  ],
  procedure: [
    (key) => /\b(thu tuc|tthc|procedure)\b/.test(key) && !/^(ma|so)\b/.test(key),
    (key) => /\b(thu tuc|tthc|procedure)\b/.test(key),
    (key) => /\b(dich vu|dvc|dvctt)\b/.test(key) && !/^(ma|so)\b/.test(key),
  ],
};

/** "Thị xã" is no commune. */
function withoutTown(key: string): string {
  return key.replace(/\bthi xa\b/g, '');
}

/**
 * Reads a row as headings; null where it names no unit or no account.
 * @throws LogError where a column that must be known could be several
 */
export function readHeadings(texts: ReadonlyMap<number, string>): LogColumns | null {
  const keys = [...texts].map(([column, text]) => ({ column, text, key: keyOf(text) }));
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
  const [ownGroup] = group;
  if (ownGroup && group.length === 1 && !isTaken(columns, ownGroup.column)) {
    columns.set('group', ownGroup.column);
  }
  return columns;
}

function isTaken(columns: LogColumns, column: number): boolean {
  return [...columns.values()].includes(column);
}
