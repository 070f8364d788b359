/** axe over what a browser shows. */
import axe, { type RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** All of WCAG 2.2 A and AA, what is good practice, and what axe still tries out. */
const OPTIONS: RunOptions = {
  runOnly: [
    ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    ...['best-practice', 'experimental'],
  ],
  // What passes is counted, not described: a sheet's or a ranking's every element otherwise.
  resultTypes: ['violations'],
  preload: false,
};

/** What axe finds wrong, a line each, and how much wider than its window the page is. */
export async function faultsIn(frame: Frame | Page): Promise<string[]> {
  await settled(frame);
  // Nothing comes back: axe itself is a large object.
  await frame.evaluate(`void (window.axe ?? (() => { ${axe.source} })())`);
  const { faults, passed } = await frame.evaluate(async (given) => {
    const { violations, passes } = await (window as unknown as { axe: typeof axe }).axe.run(
      document,
      given,
    );
    // Only lines leave the page: what axe says of each element is more than the page itself.
    const lines = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
    return { faults: lines, passed: passes.length };
  }, OPTIONS);
  if (passed === 0) throw new Error('axe has looked at nothing');
  const wider = await frame.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  return [...faults, ...(wider > 0 ? [`wider than the window by ${wider}`] : [])];
}

/** Waits until colours have changed: midway from light to dark neither theme's contrast is there. */
async function settled(frame: Frame | Page): Promise<void> {
  await frame.evaluate(async () => {
    // What turns for ever never ends, what is replaced is cancelled: neither is waited for.
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}
