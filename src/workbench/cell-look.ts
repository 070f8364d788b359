/** Formats as styles of the page. */
import type { CSSProperties } from 'react';
import type { BorderLine, CellFormat, StyleId, WorkbookModel } from '../host';

export const pixels = (points: number): number => Math.round((points * 96) / 72);

export interface Look {
  readonly format: CellFormat;
  readonly style: CSSProperties;
  /** The font as a canvas takes it. */
  readonly font: string;
  readonly hasFill: boolean;
}

const VERTICAL: Readonly<Record<string, string>> = {
  top: 'flex-start',
  center: 'center',
  bottom: 'flex-end',
  justify: 'flex-start',
  distributed: 'center',
};

const HORIZONTAL: Readonly<Record<string, 'left' | 'center' | 'right' | 'justify'>> = {
  left: 'left',
  fill: 'left',
  center: 'center',
  centerContinuous: 'center',
  distributed: 'center',
  right: 'right',
  justify: 'justify',
};

const INDENT = 9;

/** What stands in for a font that the machine hasn't. */
const SERIF = /times|cambria|georgia|serif|roman|vntime/i;
const SERIFS = '"Times New Roman", "Liberation Serif", serif';
const SANS = 'Carlito, Arial, "Liberation Sans", sans-serif';

/** The styles of a workbook's formats; each is made once. */
export class Looks {
  private readonly known = new Map<StyleId, Look>();

  constructor(private readonly model: WorkbookModel) {}

  of(id: StyleId): Look {
    let look = this.known.get(id);
    if (!look) {
      look = lookOf(this.model.formatOf(id));
      this.known.set(id, look);
    }
    return look;
  }
}

function lookOf(format: CellFormat): Look {
  const size = Math.round(((format.fontSize * 96) / 72) * 100) / 100;
  const likeIt = SERIF.test(format.fontName) ? SERIFS : SANS;
  const family = `"${format.fontName.replace(/["\\]/g, '')}", ${likeIt}`;
  const lines = [
    format.underline === 'none' ? '' : 'underline',
    format.strikethrough ? 'line-through' : '',
  ].filter(Boolean);
  const style: CSSProperties = {
    fontFamily: family,
    fontSize: size,
    alignItems: VERTICAL[format.vertical] ?? 'flex-end',
    whiteSpace: format.wrapText ? 'pre-wrap' : 'pre',
  };
  if (format.bold) style.fontWeight = 700;
  if (format.italic) style.fontStyle = 'italic';
  if (lines.length > 0) style.textDecorationLine = lines.join(' ');
  if (format.underline === 'double') style.textDecorationStyle = 'double';
  if (format.fontColor) style.color = format.fontColor;
  if (format.fillColor) style.backgroundColor = format.fillColor;
  if (format.indent > 0) {
    const side = format.horizontal === 'right' ? 'paddingRight' : 'paddingLeft';
    style[side] = 3 + format.indent * INDENT;
  }
  const font = `${format.italic ? 'italic ' : ''}${format.bold ? '700 ' : ''}${size}px ${family}`;
  return { format, style, font, hasFill: format.fillColor !== null };
}

/** How a cell's content stands where its format doesn't say: text left, numbers right. */
export function alignOf(format: CellFormat, kind: string): 'left' | 'center' | 'right' | 'justify' {
  const set = HORIZONTAL[format.horizontal];
  if (set) return set;
  return kind === 'number' ? 'right' : kind === 'boolean' || kind === 'error' ? 'center' : 'left';
}

const WIDTHS: Readonly<Record<string, number>> = { medium: 2, thick: 3, double: 3 };
const LINES: Readonly<Record<string, string>> = {
  dashed: 'dashed',
  mediumDashed: 'dashed',
  dashDot: 'dashed',
  mediumDashDot: 'dashed',
  slantDashDot: 'dashed',
  dotted: 'dotted',
  hair: 'dotted',
  double: 'double',
};

const isDrawn = (line: BorderLine): boolean => line.style !== null && line.style !== 'none';

/** The line between two cells: either of them may have it. Undefined leaves the gridline. */
export function borderBetween(a: BorderLine, b: BorderLine): string | undefined {
  const line = isDrawn(a) ? a : isDrawn(b) ? b : null;
  if (!line?.style) return undefined;
  return `${WIDTHS[line.style] ?? 1}px ${LINES[line.style] ?? 'solid'} ${line.color ?? '#000'}`;
}
