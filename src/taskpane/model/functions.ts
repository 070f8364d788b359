import { followRuleSet } from '../../functions';
import { boardOf, readingsOf } from '../../workbook';
import type { Pane } from './pane';
import type { PaneState } from './state';

/**
 * Keeps the worksheet functions on the workbook's plan, its readings and what the board decided; where they
 * change, every formula is calculated again. What couldn't be read isn't guessed: the functions wait.
 * @returns stops following
 */
export function followRules({ store }: Pane, calculate: () => Promise<void>): () => void {
  let known: Pick<PaneState, 'settings' | 'decisions' | 'plan'> | null = null;
  const take = () => {
    const { settings, decisions, plan } = store.get();
    if (decisions === null) return;
    const isKnown =
      settings === known?.settings && decisions === known.decisions && plan === known.plan;
    if (isKnown) return;
    known = { settings, decisions, plan };
    const changed = followRuleSet(
      plan.plan && { plan: plan.plan, readings: readingsOf(settings), ...boardOf(decisions) },
    );
    // Where Excel can't calculate now, the cells follow at its next calculation.
    if (changed) calculate().catch(() => undefined);
  };
  take();
  return store.subscribe(take);
}
