import { followRuleSet } from '../../functions';
import { HAU_GIANG_2023 } from '../../rules';
import { readingsOf, type Settings } from '../../workbook';
import type { Pane } from './pane';

/**
 * Keeps the worksheet functions on the workbook's readings; where they change, every formula is
 * calculated again.
 * @returns stops following
 */
export function followSettings({ store }: Pane, calculate: () => Promise<void>): () => void {
  let known: Settings | null = null;
  const take = () => {
    const { settings } = store.get();
    if (settings === known) return;
    known = settings;
    const changed = followRuleSet({ plan: HAU_GIANG_2023, readings: readingsOf(settings) });
    // Where Excel can't calculate now, the cells follow at its next calculation.
    if (changed) calculate().catch(() => undefined);
  };
  take();
  return store.subscribe(take);
}
