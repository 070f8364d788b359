import { nameKey, withoutMarks, type ColumnRole } from '../../rules';
import type { NumberHabit } from './numbers';

/** How a heading was taken: a strong reading wins over a weak one for the same column role. */
export interface Heading extends ColumnRole {
  readonly weak: boolean;
  /** The user said so: it wins over any reading. */
  readonly chosen?: boolean;
  /** How the user said that its numbers are written. */
  readonly numbers?: NumberHabit;
  /** For unit columns: the level that the heading itself names. */
  readonly level: 'upper' | 'lower' | null;
}

/** What a heading is compared by: no marks, no case, no punctuation. */
export function headingKey(text: string): string {
  return withoutMarks(nameKey(text))
    .replace(/[^a-z0-9%&]+/g, ' ')
    .trim();
}

const IDENTITY = /\b(dinh danh|dddt|vneid|kich hoat|muc do 2|muc 2)\b/;
const PERCENT = /%|\bt[yi] le\b/;
/** Dossiers by how they ended, and figures of other periods or of none. */
const OTHER_COUNTS =
  /\b(tre han|dung han|qua han|truoc han|(da|dang|chua) giai quyet|ky truoc|cung ky|nam truoc|chi tieu)\b/;

/** Says what a column holds by its headings, from the top down; the lowest says most. */
export function readHeadings(parts: readonly string[]): Heading | null {
  const whole = parts.join(' ');
  const key = headingKey(whole);
  // A lower heading alone ("Trực tuyến") would hide that the one above says "Tỷ lệ" or "Trễ hạn".
  if (PERCENT.test(key) || OTHER_COUNTS.test(key)) return readHeading(whole);
  for (let from = parts.length - 1; from >= 0; from -= 1) {
    const heading = readHeading(parts.slice(from).join(' '));
    if (!heading) continue;
    return heading.criterion === 'dvc' && IDENTITY.test(key) ? readHeading(whole) : heading;
  }
  return null;
}

const SERVICE_NAME = /\b(dich vu cong|dvc)( truc tuyen)?( toan trinh| mot phan)*\b/g;

/**
 * Says what a column holds by its heading; null where the heading says nothing of use. The plan's
 * own words ("Tổng số hồ sơ TTHC nộp trực tuyến") and those of the sources are known.
 */
export function readHeading(text: string): Heading | null {
  const key = headingKey(text);
  if (key === '' || key === 'stt' || key === 'tt' || key === 'so tt') return null;
  if (OTHER_COUNTS.test(key)) return null;
  const identity = IDENTITY.test(key);
  const hasCard = /\b(can cuoc|cccd)\b/.test(key);
  if (PERCENT.test(key)) {
    if (/\b(truc tiep|buu chinh|bcci)\b/.test(key) && !/\btruc tuyen\b/.test(key)) return null;
    return figure(
      identity || hasCard ? 'eid' : 'dvc',
      'percent',
      !/(truc tuyen|dvctt|dinh danh|dddt)/.test(key),
    );
  }
  if (/\btai khoan (nop|phat sinh)\b|\bso tai khoan nop\b/.test(key)) return other('accounts');
  if (/\bkich hoat\b/.test(key)) return figure('eid', 'a');
  if (hasCard && !/\b(tai khoan|tk)\b/.test(key)) return figure('eid', 'b');
  if (
    identity &&
    /\b(tai khoan|tk)\b/.test(key) &&
    !/\b(tiep nhan|thu nhan|phe duyet|duyet)\b/.test(key)
  ) {
    return figure('eid', 'a', true);
  }
  // Applications for an e-ID are no dossiers of online services.
  if (identity || hasCard) return null;
  if (/\b(buu chinh|bcci)\b/.test(key)) return figure('dvc', 'post');

  const counted = key.replace(SERVICE_NAME, 'dvctt');
  const online = /\b(truc tuyen|online)\b/.test(counted);
  const direct = /\btruc tiep\b/.test(counted);
  if (online && direct) return figure('dvc', 'b');
  if (online) return figure('dvc', 'a');
  if (direct) return figure('dvc', 'direct');
  if (/\bho so\b|\bhs\b/.test(counted) && /\b(tong|phat sinh|tiep nhan)\b/.test(counted)) {
    return figure('dvc', 'b', !/\b(phat sinh|tong)\b/.test(counted));
  }
  return unitHeading(counted);
}

function unitHeading(key: string): Heading | null {
  if (
    /^(ten )?(cac )?(don vi )?(cap )?xa( phuong)?( thi tran)?( phuong)?( dac khu)?$|^(ten )?(don vi )?cap xa$|^(ten )?phuong( xa)?( thi tran)?$/.test(
      key,
    )
  ) {
    return { criterion: null, figure: 'unit', weak: false, level: 'lower' };
  }
  if (
    /^(ten )?(thuoc )?(don vi )?(cap )?(quan )?huyen( thi xa)?( thanh pho)?( thi)?$|^(don vi )?cap huyen$/.test(
      key,
    )
  ) {
    return { criterion: null, figure: 'group', weak: false, level: 'upper' };
  }
  if (/^(ten )?(thuoc )?cum( thi dua)?$/.test(key)) {
    return { criterion: null, figure: 'group', weak: false, level: 'upper' };
  }
  if (/^(ten )?(don vi|co quan|dia phuong)( hanh chinh)?$|^ten (don vi|dia phuong)\b/.test(key)) {
    return { criterion: null, figure: 'unit', weak: false, level: null };
  }
  return null;
}

function figure(criterion: string, which: ColumnRole['figure'], weak = false): Heading {
  return { criterion, figure: which, weak, level: null };
}

function other(which: ColumnRole['figure']): Heading {
  return { criterion: null, figure: which, weak: false, level: null };
}

/** Does a heading or title say that the total holds only procedures published as online services? */
export function namesPublishedServices(text: string): boolean {
  const key = headingKey(text);
  return /\bda cong bo\b/.test(key) && /\b(dvctt|dvc|dich vu cong)\b/.test(key);
}

/** "dvc.b", "unit": how a role is written in the settings. */
export function roleKey({ criterion, figure: which }: ColumnRole): string {
  return criterion === null ? which : `${criterion}.${which}`;
}
