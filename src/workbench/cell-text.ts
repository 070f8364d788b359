/** What cells show, and what their editor begins with. */
import type { CellContent, CellFormat } from '../host';
import { shownText, typedNumber } from './vietnamese';

export interface Shown {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'error' | 'empty';
}

export function shownOf(cell: CellContent, format: CellFormat): Shown {
  const text = shownText(cell, format);
  if (cell.formula !== null && !cell.calculated) return { text, kind: 'error' };
  const { value } = cell;
  if (value === null) return { text, kind: 'empty' };
  if (typeof value === 'object') return { text, kind: 'error' };
  return {
    text,
    kind: typeof value === 'string' ? 'text' : (typeof value as 'number' | 'boolean'),
  };
}

/** What the editor begins with: the formula, or the value as it is typed. */
export function editText(cell: CellContent, format: CellFormat): string {
  if (cell.formula !== null) return `=${cell.formula}`;
  const { value } = cell;
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number' && isDate(format.numberFormat)) return dayOf(value);
  return typeof value === 'number' ? typedNumber(value) : value;
}

const isDate = (format: string): boolean =>
  /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, ''));

const DAY = 86_400_000;
/** The day that serial number 0 stands for, once 1900's wrong leap day is passed. */
const EPOCH = Date.UTC(1899, 11, 30);

function dayOf(serial: number): string {
  const isWholeDay = Number.isInteger(serial) && serial > 60;
  if (!isWholeDay) return typedNumber(serial);
  const [year, month, day] = new Date(EPOCH + serial * DAY).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

let measure: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** How wide a text is drawn, in pixels. */
export function textWidth(text: string, font: string): number {
  const key = `${font}\n${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    measure ??= document.createElement('canvas').getContext('2d');
    if (measure) measure.font = font;
    width = measure?.measureText(text).width ?? 0;
    if (widths.size > 20_000) widths.clear();
    widths.set(key, width);
  }
  return width;
}

/**
 * True where a text surely is narrower: spares the measuring of most.
 * @param widest the width of its widest letter, in parts of the font's size in points
 */
export const isShort = (text: string, room: number, fontSize: number, widest: number): boolean =>
  text.length * fontSize * widest < room;

export const WIDEST_DIGIT = 0.8;
export const WIDEST_LETTER = 1.3;

/** A number that is too wide: fewer digits where the format leaves them free, or else `####`. */
export function fitNumber(text: string, room: number, font: string, isGeneral: boolean): string {
  if (textWidth(text, font) <= room) return text;
  const decimals = /^-?\d+,(\d+)$/.exec(text)?.[1]?.length ?? 0;
  for (let places = decimals - 1; isGeneral && places >= 0; places -= 1) {
    const shorter = Number(text.replace(',', '.')).toFixed(places).replace('.', ',');
    if (textWidth(shorter, font) <= room) return shorter;
  }
  const hash = textWidth('#', font) || 8;
  return '#'.repeat(Math.max(1, Math.floor(room / hash)));
}
