import { asText } from './arguments';
import { invalidArgument } from './fault';

/** The colour names of HTML that Excel's API is most often given. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  lime: '#00FF00',
  blue: '#0000FF',
  navy: '#000080',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gold: '#FFD700',
  purple: '#800080',
  magenta: '#FF00FF',
  cyan: '#00FFFF',
  teal: '#008080',
  maroon: '#800000',
  olive: '#808000',
  silver: '#C0C0C0',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#D3D3D3',
  lightgrey: '#D3D3D3',
  darkgray: '#A9A9A9',
  lightblue: '#ADD8E6',
  lightgreen: '#90EE90',
  lightyellow: '#FFFFE0',
  pink: '#FFC0CB',
  brown: '#A52A2A',
};

/** `#RRGGBB` in capitals from `#RGB`, `#RRGGBB`, `RRGGBB` or a name. */
export function readColor(value: unknown): string {
  const text = asText(value).trim();
  const long = /^#?([0-9a-f]{6})$/i.exec(text);
  if (long) return `#${long[1]!.toUpperCase()}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((d) => d + d)
      .join('')}`.toUpperCase();
  const known = NAMED[text.toLowerCase()];
  if (!known) throw invalidArgument();
  return known;
}

/** Where Excel answers a colour for what has none. */
export const AUTOMATIC_FONT = '#000000';
export const NO_FILL = '#FFFFFF';
