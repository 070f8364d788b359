import { followRuleSet } from '../../functions';
import { HAU_GIANG_2023 } from '../../rules';
import { boardOf, readingsOf, type Decision, type Settings } from '../../workbook';
import type { Pane } from './pane';

/**
 * Keeps the worksheet functions on the workbook's readings and on what the board decided; where they
 * change, every formula is calculated again. What couldn't be read isn't guessed: the functions wait.
 * @returns stops following
 */
export function followRules({ store }: Pane, calculate: () => Promise<void>): () => void {
  let known: { readonly settings: Settings; readonly decisions: readonly Decision[] } | null = null;
  const take = () => {
    const { settings, decisions } = store.get();
    if (decisions === null) return;
    if (settings === known?.settings && decisions === known.decisions) return;
    known = { settings, decisions };
    const changed = followRuleSet({
      plan: HAU_GIANG_2023,
      readings: readingsOf(settings),
      ...boardOf(decisions),
    });
    // Where Excel can't calculate now, the cells follow at its next calculation.
    if (changed) calculate().catch(() => undefined);
  };
  take();
  return store.subscribe(take);
}
