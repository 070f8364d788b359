import { tidyText } from '../tidy-text';
import type { PlanCell } from './tables';

/** A cell's text in one form of Unicode, spaces folded; "" where nothing stands there. */
export function cellText(cell: PlanCell): string {
  return cell === null ? '' : tidyText(String(cell));
}

const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** A decimal number without needless zeros ("45.50" is "45.5"); null for anything else. */
export function decimalText(cell: PlanCell): string | null {
  const [, whole, digits = ''] = DECIMAL.exec(cellText(cell).replace(',', '.')) ?? [];
  if (whole === undefined) return null;
  const rest = digits.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

const FRACTION = /^([1-9]\d*)\/([1-9]\d*)$/;

/**
 * A ratio as a plan writes it: "90%", "66.5%", "2/3". A number, or a decimal without a sign, is a
 * fraction of 1 (0.9), as Excel keeps a percentage. Null for anything else.
 */
export function ratioText(cell: PlanCell): string | null {
  const text = cellText(cell).replace(/\s/g, '');
  if (FRACTION.test(text)) return text;
  if (text.endsWith('%')) {
    const percent = decimalText(text.slice(0, -1));
    return percent === null ? null : `${percent}%`;
  }
  const fraction = decimalText(text);
  if (fraction === null) return null;
  const [whole = '', digits = ''] = fraction.split('.');
  const moved = `${whole}${digits.padEnd(2, '0').slice(0, 2)}.${digits.slice(2) || '0'}`;
  return `${decimalText(moved) ?? ''}%`;
}

const GROUPED = /^\d{1,3}([.\s]\d{3})+$/;

/** A whole number from 0 up; thousands may be grouped ("20.000.000"). Null for anything else. */
export function countIn(cell: PlanCell): number | null {
  const text = cellText(cell);
  const digits = typeof cell === 'string' && GROUPED.test(text) ? text.replace(/\D/g, '') : text;
  const number = /^\d+$/.test(digits) ? Number(digits) : NaN;
  return Number.isSafeInteger(number) ? number : null;
}

/** A day of the calendar as an ISO date; null for anything else. */
export function dayIn(cell: PlanCell): string | null {
  const text = cellText(cell);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}
