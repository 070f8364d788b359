import { DEFAULT_SETTINGS } from '../../workbook';
import { createActions, type Actions } from './actions';
import type { PaneState } from './state';
import { createStore, type Store } from './store';
import type { WorkbookPort } from './workbook-port';

/** The pane without its looks: its state and what can be done. */
export interface Pane {
  readonly store: Store<PaneState>;
  readonly actions: Actions;
}

const INITIAL: PaneState = {
  place: 'data',
  guide: false,
  work: null,
  notice: null,
  outcome: null,
  settings: DEFAULT_SETTINGS,
  others: [],
  log: null,
  decisions: null,
  sheets: 'none',
  undo: null,
  level: null,
  unit: null,
  selected: null,
};

export function createPane(port: WorkbookPort): Pane {
  const store = createStore(INITIAL);
  return { store, actions: createActions(store, port) };
}
