import { words } from '../../words';
import type { RulesRead, RunOutcome } from '../../workbook';
import type { Doing } from './failure';
import type { Notice, PaneState } from './state';
import type { Store } from './store';
import type { WorkbookPort } from './workbook-port';

/** What the pane's actions do everything by. */
interface By {
  readonly store: Store<PaneState>;
  readonly port: WorkbookPort;
  readonly doing: <T>(what: Doing, task: () => Promise<T>) => Promise<{ value: T } | null>;
  readonly run: (
    checkOnly: boolean,
    how: { readonly triesPlanSheet: boolean },
  ) => Promise<RunOutcome | null>;
  readonly change: (what: Doing, task: () => Promise<void>, told: string) => Promise<boolean>;
  readonly say: (tone: Notice['tone'], text: string) => void;
  readonly takeRules: (rules: RulesRead) => void;
}

/** The workbook's own plan: written on sheets, tried, used, left. */
export function planActions({ store, port, doing, run, change, say, takeRules }: By) {
  return {
    async exportPlan(): Promise<void> {
      const { plan } = store.get().plan;
      if (!plan) return;
      const done = await doing('exportingPlan', async () => {
        const sheets = await port.exportPlan(plan);
        takeRules(await port.readRules());
        return sheets;
      });
      if (!done || done.value.length === 0) return;
      say('success', words.PANE_PLAN.exported(done.value));
    },

    /** Checks by the workbook's own plan as if it were used, to show what would change. */
    async tryPlan(): Promise<void> {
      const planTrial = await run(true, { triesPlanSheet: true });
      if (planTrial) store.set({ planTrial });
    },

    discardPlanTrial: () => store.set({ planTrial: null }),

    async setPlanUsed(isUsed: boolean): Promise<void> {
      const sheet = store.get().plan.own?.sheet ?? words.SHEETS.plan;
      let isWritten = false;
      const done = await change(
        'saving',
        async () => {
          isWritten = await port.setPlanUsed(isUsed);
          takeRules(await port.readRules());
        },
        isUsed ? words.PANE_PLAN.used(sheet) : words.PANE_PLAN.stopped,
      );
      if (done && !isWritten) say('error', words.PANE_PLAN.noAnswer(sheet));
    },
  };
}
