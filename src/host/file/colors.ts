/** Colours of a style sheet resolved to `#RRGGBB`. */
import type { LibraryNode } from 'xlsx-populate';
import type { XmlElement } from './xml';
import { attribute, child, elements } from './xml-edit';

export interface Palette {
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

const FIRST_INDEXED =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333';

/** In the order in which `theme="n"` counts: light before dark. */
const THEME_ORDER =
  'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink';
const OFFICE_THEME =
  'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72';

/** The palette of a workbook; either root may be missing. */
export function readPalette(theme?: XmlElement, styles?: XmlElement): Palette {
  const scheme = child(child(theme, 'themeElements'), 'clrScheme');
  const usual = OFFICE_THEME.split(' ');
  const colors = THEME_ORDER.split(' ').map((name, i) => {
    const color = elements(child(scheme, name))[0];
    return attribute(color, 'lastClr') ?? attribute(color, 'val') ?? usual[i] ?? '000000';
  });
  const own = elements(child(child(styles, 'colors'), 'indexedColors')).map((color) =>
    (attribute(color, 'rgb') ?? '').slice(-6),
  );
  const indexed = FIRST_INDEXED.split(' ').map((color, i) => own[i] || color);
  return { theme: colors, indexed };
}

function tinted(color: string, tint: number): string {
  const [r, g, b] = [0, 2, 4].map((i) => parseInt(color.slice(i, i + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const range = max - min;
  const light = (max + min) / 2;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1));
  let hue = 0;
  if (range > 0 && max === r) hue = ((g - b) / range + 6) % 6;
  else if (range > 0) hue = max === g ? (b - r) / range + 2 : (r - g) / range + 4;
  const moved = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  const channel = (n: number): string => {
    const k = (n + hue) % 6;
    const value = moved + chroma / 2 - chroma * Math.max(0, Math.min(k, 4 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return channel(5) + channel(3) + channel(1);
}

/** The colour of a node such as `fgColor`; null where it is automatic or missing. */
export function resolveColor(node: LibraryNode | undefined, palette: Palette): string | null {
  const { rgb, theme, indexed, tint } = node?.attributes ?? {};
  let color: string | undefined;
  if (rgb !== undefined && rgb !== null) color = String(rgb).padStart(6, '0').slice(-6);
  else if (theme !== undefined && theme !== null) color = palette.theme[Number(theme)];
  else if (indexed !== undefined && indexed !== null) color = palette.indexed[Number(indexed)];
  if (color === undefined || !/^[0-9a-fA-F]{6}$/.test(color)) return null;
  return `#${(tint ? tinted(color, Number(tint)) : color).toUpperCase()}`;
}
