import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Actions } from '../model/actions';
import type { Pane } from '../model/pane';
import type { PaneState } from '../model/state';

export const PaneContext = createContext<Pane | null>(null);

function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('No pane around this component');
  return pane;
}

/** The state as it is now; the component is drawn again when it changes. */
export function usePaneState(): PaneState {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, store.get);
}

export function useActions(): Actions {
  return usePane().actions;
}
