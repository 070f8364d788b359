import { compare, fixed, planNumber, type Exact, type Known, type Quantity } from '../../rules';
import { decimal, percent, percentBeside, planText, whole } from './numbers';

const RATIOS: ReadonlySet<Quantity> = new Set<Quantity>([
  'ratio',
  'ownRatio',
  'memberMean',
  'combinedRatio',
  'countsAsZero',
]);
const POINTS: ReadonlySet<Quantity> = new Set<Quantity>([
  'points',
  'ownPoints',
  'memberPoints',
  'total',
]);

const STEP_NAMES: Readonly<Record<Quantity, string>> = {
  a: 'Tử số',
  b: 'Mẫu số',
  post: 'Hồ sơ qua bưu chính',
  percent: 'Tỷ lệ được báo',
  ratio: 'Tỷ lệ',
  ownRatio: 'Tỷ lệ của đơn vị',
  memberMean: 'Bình quân tỷ lệ các xã',
  combinedRatio: 'Tỷ lệ kết hợp',
  ownPoints: 'Điểm theo số liệu của huyện',
  memberPoints: 'Bình quân điểm các xã',
  points: 'Điểm',
  total: 'Tổng điểm',
  countsAsZero: 'Tính là 0%',
  sum: 'Tổng',
  mean: 'Bình quân số liệu các xã',
};

/** Bounds that a ratio is held against: it is told so that one sees on which side it lies. */
export type Bounds = readonly Exact[];

/** A value as its kind is written: a percentage, points, or a count. */
export function figureText(figure: Known, bounds: Bounds = []): string {
  if (RATIOS.has(figure.what)) {
    const texts = bounds.map((bound) => percentBeside(figure, bound));
    return [percent(figure), ...texts].reduce((x, y) => (y.length > x.length ? y : x));
  }
  if (POINTS.has(figure.what)) return decimal(figure);
  return countText(figure);
}

function countText(value: Exact): string {
  return Number.isInteger(value.approx) ? whole(value.approx) : decimal(value);
}

/** Operands up to this many stand in the line; more are counted, and listed apart. */
const IN_LINE = 3;

/**
 * One step of a trace: "Tỷ lệ = 612 / 720 = 85,00%".
 * @param bounds thresholds that the ratios are held against
 */
export function stepText(step: Known, bounds: Bounds = []): string {
  return `${STEP_NAMES[step.what]}${workingText(step, bounds)}`;
}

/** The same without the name: " = 612 / 720 = 85,00%". */
export function workingText(step: Known, bounds: Bounds = []): string {
  const values = step.of.map((each) => figureText(each, bounds));
  const result = figureText(step, bounds);
  switch (step.operation) {
    case 'reported':
    case 'constant':
      return `: ${result}`;
    case 'divide':
      return ` = ${values.join(' / ')} = ${result}`;
    case 'sum':
      return values.length <= IN_LINE
        ? ` = ${sumText(step)}`
        : ` = tổng của ${values.length} số liệu = ${result}`;
    case 'mean':
      return isOwn(step)
        ? ` = (${values.join(' + ')}) / ${values.length} = ${result}`
        : ` = bình quân của ${values.length} xã, phường, thị trấn = ${result}`;
    case 'points':
      return pointsText(step, bounds);
  }
}

const MOST_DECIMALS = 5;

/** A sum of points with as many decimals as it takes for what is shown to add up. */
function sumText(step: Known): string {
  const texts = (decimals: number) => [...step.of, step].map((each) => decimal(each, decimals));
  const isPoints = POINTS.has(step.what);
  if (!isPoints) return `${step.of.map(countText).join(' + ')} = ${countText(step)}`;
  let decimals = 2;
  while (decimals < MOST_DECIMALS && !addsUp(step, decimals)) decimals += 1;
  const shown = texts(addsUp(step, decimals) ? decimals : 2);
  return `${shown.slice(0, -1).join(' + ')} = ${shown.at(-1) ?? ''}`;
}

function addsUp(step: Known, decimals: number): boolean {
  const units = (value: Exact) => Math.round(Number(fixed(value, decimals)) * 10 ** decimals);
  return step.of.reduce((sum, each) => sum + units(each), 0) === units(step);
}

function isOwn({ of, unit }: Known): boolean {
  return of.length <= IN_LINE && of.every((each) => each.unit === unit);
}

function pointsText(step: Known, bounds: Bounds): string {
  const { scale } = step;
  const [ratio] = step.of;
  if (!ratio || !scale) return ` = ${figureText(step)}`;
  const edge = planNumber(scale.threshold);
  const shown = figureText(ratio, [...bounds, edge]);
  const [threshold, full] = [planText(scale.threshold), planText(scale.full)];
  const side = compare(ratio, edge);
  if (side < 0) return `: ${shown}, dưới ${threshold}: ${shown} × ${full} = ${figureText(step)}`;
  return side === 0
    ? `: đạt ${threshold} nên được ${full} điểm`
    : `: ${shown}, từ ${threshold} trở lên nên được ${full} điểm`;
}

/** A member's part in a mean or a sum: "855 / 900 = 95,00%". */
export function memberText(figure: Known): string {
  if (figure.operation === 'divide') {
    return `${figure.of.map((each) => figureText(each)).join(' / ')} = ${figureText(figure)}`;
  }
  return figureText(figure);
}
