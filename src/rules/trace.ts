import type { Known } from './figure';

/**
 * The steps by which a figure came about, operands before what was made of them, each once. Reported
 * figures are where steps begin, and none themselves.
 * @param into is an operand of a step gone into?
 */
export function stepsBehind(
  figure: Known,
  into: (operand: Known, step: Known) => boolean = () => true,
): Known[] {
  const steps: Known[] = [];
  const seen = new Set<Known>();
  const walk = (step: Known) => {
    if (seen.has(step) || step.operation === 'reported') return;
    seen.add(step);
    for (const operand of step.of) if (into(operand, step)) walk(operand);
    steps.push(step);
  };
  walk(figure);
  return steps;
}
