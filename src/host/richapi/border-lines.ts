import type { BorderLine } from '../model';

export const LINE_STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;
export type LineStyle = (typeof LINE_STYLES)[number];

export const LINE_WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
export type LineWeight = (typeof LINE_WEIGHTS)[number];

/** OOXML's line styles as style and weight; the first row that fits is taken. */
const LINES: readonly (readonly [string, LineStyle, LineWeight])[] = [
  ['thin', 'Continuous', 'Thin'],
  ['medium', 'Continuous', 'Medium'],
  ['thick', 'Continuous', 'Thick'],
  ['hair', 'Continuous', 'Hairline'],
  ['dashed', 'Dash', 'Thin'],
  ['mediumDashed', 'Dash', 'Medium'],
  ['dotted', 'Dot', 'Thin'],
  ['double', 'Double', 'Thick'],
  ['dashDot', 'DashDot', 'Thin'],
  ['mediumDashDot', 'DashDot', 'Medium'],
  ['dashDotDot', 'DashDotDot', 'Thin'],
  ['mediumDashDotDot', 'DashDotDot', 'Medium'],
  ['slantDashDot', 'SlantDashDot', 'Medium'],
];

const known = (line: BorderLine) => LINES.find(([name]) => name === line.style);

export const lineStyle = (line: BorderLine): LineStyle => known(line)?.[1] ?? 'None';
export const lineWeight = (line: BorderLine): LineWeight => known(line)?.[2] ?? 'Thin';

/** The line in another style; the weight stays where the style has it. */
export function withStyle(line: BorderLine, style: LineStyle): BorderLine {
  if (style === 'None') return { style: null, color: null };
  const weight = lineWeight(line);
  const found =
    LINES.find((each) => each[1] === style && each[2] === weight) ??
    LINES.find((each) => each[1] === style);
  return { style: found![0], color: line.color };
}

/** The line in another weight; a style without that weight gives way to a continuous line. */
export function withWeight(line: BorderLine, weight: LineWeight): BorderLine {
  const style = lineStyle(line);
  const found =
    LINES.find((each) => each[1] === style && each[2] === weight) ??
    LINES.find((each) => each[1] === 'Continuous' && each[2] === weight);
  return { style: found![0], color: line.color };
}
