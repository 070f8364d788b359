import { words } from '../../words';
import { RUN_EVENT, type RunState } from '../../workbook';
import type { Pane } from './pane';

/** Where the latest state stands; the ribbon does nothing while a run is told there. */
type Page = Pick<Window, 'addEventListener' | 'removeEventListener' | 'hgRun'>;

/**
 * Shows in the pane what the ribbon's commands do, from the latest state on, and tells them while the
 * pane is at work itself: the workbook has one writer.
 */
export function followRibbon({ store, actions }: Pane, page: Page): () => void {
  /** Whether the work that the pane shows is the ribbon's. */
  let theirs = false;
  const take = (told: RunState) => {
    if (told.state === 'running') {
      if (store.get().work && !theirs) return;
      theirs = true;
      const doing = told.command === 'taoBieuMau' ? 'templates' : 'scoring';
      store.set({ work: { doing, progress: told.progress, stop: told.stop }, notice: null });
      return;
    }
    if (theirs) store.set({ work: null });
    theirs = false;
    if (told.state === 'failed') actions.say('error', told.message);
    else if (told.state === 'stopped') actions.say('info', words.PANE.stopped);
    else if ('outcome' in told) actions.scored(told.outcome);
    else actions.say('success', words.PANE.madeTemplates(told.sheets));
  };
  const listener = (event: Event) => {
    take((event as CustomEvent<RunState>).detail);
  };
  let told = false;
  const tell = () => {
    const { work } = store.get();
    const ours = work !== null && !theirs;
    if (ours === told) return;
    told = ours;
    const stop = () => work?.stop?.();
    page.hgRun = ours ? { command: 'pane', state: 'running', progress: null, stop } : undefined;
  };
  page.addEventListener(RUN_EVENT, listener);
  if (page.hgRun) take(page.hgRun);
  const leave = store.subscribe(tell);
  return () => {
    page.removeEventListener(RUN_EVENT, listener);
    leave();
  };
}
